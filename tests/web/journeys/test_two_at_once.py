"""Two people at one thing: the second is told what the first wrote, and loses no word."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Position, Role
from tests.web.intake.conftest import item
from tests.web.journeys.conftest import Look, Open, upload
from tests.web.plans.drafts import draft
from tests.web.world import BEGAN, World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def second(cast: World) -> User:
    """A second coordinator of the department."""
    with acting("tests.world", by=None) as act:
        user = act.create(User(username="uyen", full_name="Đặng Thu Uyên", password="!"))
        where = {"unit": cast.department, "role": Role.COORDINATOR}
        act.create(Position(user=user, valid_from=BEGAN, **where))
    return user


def test_the_same_value_on_the_desk_is_not_overwritten(
    cast: World, second: User, opened: Open, look: Look, samples: Path
) -> None:
    an, uyen = opened(cast.an), opened(second)
    reading = upload(an, samples / "skhcn_2026.docx")
    row = item(reading, "task", 1)
    for page in (an, uyen):
        page.goto(f"/ban-ra-soat/{reading.pk}/?muc={row.pk}&o=activity")
        page.locator(f"#v-{row.pk}-activity .edit").click()
        page.wait_for_selector(".edit-form textarea")
    an.fill(".edit-form textarea", "Chữ của An")
    an.click(".edit-form button.main")
    an.wait_for_selector("text=máy đọc:")
    uyen.fill(".edit-form textarea", "Chữ của Uyên")
    uyen.click(".edit-form button.main")
    told = uyen.locator(".note[role=alert]")
    told.wait_for()
    assert "Chữ của An" in told.inner_text()
    assert "Chữ của Uyên" in told.inner_text()
    assert uyen.locator(".edit-form textarea").input_value() == "Chữ của Uyên"
    look(uyen, "hai nguoi sua mot gia tri")
    assert item(reading, "task", 1).values["activity"] == "Chữ của An"
    uyen.click(".edit-form button.main")  # having seen both, on purpose
    uyen.wait_for_selector("text=máy đọc:")
    assert item(reading, "task", 1).values["activity"] == "Chữ của Uyên"


def test_other_values_of_the_same_row_both_stand(
    cast: World, second: User, opened: Open, samples: Path
) -> None:
    an, uyen = opened(cast.an), opened(second)
    reading = upload(an, samples / "skhcn_2026.docx")
    row = item(reading, "task", 1)
    for page, name in ((an, "activity"), (uyen, "task")):
        page.goto(f"/ban-ra-soat/{reading.pk}/?muc={row.pk}&o={name}")
        page.locator(f"#v-{row.pk}-{name} .edit").click()
        page.fill(".edit-form textarea", f"Chữ ở {name}")
    for page in (an, uyen):
        page.click(".edit-form button.main")
        page.wait_for_selector("text=máy đọc:")
    row.refresh_from_db()
    assert (row.values["activity"], row.values["task"]) == ("Chữ ở activity", "Chữ ở task")


def test_the_same_task_of_a_draft_is_not_overwritten(
    cast: World, second: User, opened: Open, look: Look
) -> None:
    task = draft(cast).tasks.order_by("place")[0]
    an, uyen = opened(cast.an), opened(second)
    for page, words in ((an, "Chữ của An"), (uyen, "Chữ của Uyên")):
        page.goto(f"/ke-hoach/nhiem-vu/{task.pk}/sua/")
        page.get_by_label("Nhiệm vụ", exact=True).fill(words)
    an.get_by_role("button", name="Ghi nhiệm vụ").click()
    an.wait_for_selector("text=Đã ghi nhiệm vụ.")
    uyen.get_by_role("button", name="Ghi nhiệm vụ").click()
    told = uyen.locator(".conflict")
    told.wait_for()
    assert "Chữ của An" in told.inner_text()
    assert "Chữ của Uyên" in told.inner_text()
    assert uyen.get_by_label("Nhiệm vụ", exact=True).input_value() == "Chữ của Uyên"
    look(uyen, "hai nguoi sua mot nhiem vu")
    task.refresh_from_db()
    assert task.text == "Chữ của An"
    uyen.get_by_role("button", name="Ghi nhiệm vụ").click()  # having seen both, on purpose
    uyen.wait_for_selector("text=Đã ghi nhiệm vụ.")
    task.refresh_from_db()
    assert task.text == "Chữ của Uyên"
