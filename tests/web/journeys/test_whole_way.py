"""The whole way of a plan through the office, each page judged as the people reach it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.audit.chain_check import prove
from cchc.web.intake.actions.naming import decide_name
from cchc.web.intake.models import Item, Reading
from cchc.web.intake.queries import open_questions
from cchc.web.intake.questions import Kind
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.models import Position, Role
from cchc.web.plans.models import Assignment, PlanVersion, Task
from tests.web.journeys.conftest import Look, Open, say_what_it_means, upload
from tests.web.world import BEGAN, World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SignedIn = Callable[[User], Client]
State = PlanVersion.State
EDITED = "Xây dựng, ban hành Kế hoạch cải cách hành chính năm 2026 của Sở"


def test_a_plan_from_the_file_to_its_amended_version(
    cast: World, opened: Open, look: Look, signed_in: SignedIn, samples: Path
) -> None:
    an, giang = opened(cast.an), opened(cast.giang)
    colleague = _colleague_of_binh(cast)
    reading = _take_in(an, look, samples / "skhcn_2026.docx")
    _review(an, look, reading)
    _decide_names(an, look, reading, cast)
    version = _confirm(an, look)
    _is_refused_before_issue(version, cast, signed_in)
    _submit(an, look, version)
    _return(giang, look, version)
    _submit(an, look, version)
    _approve(giang, look, version)
    _issue(an, look, version, "09", samples / "skhcn_2026.docx")
    _assign(opened(cast.binh), look, version, colleague)
    _is_refused_after_issue(opened(cast.chau), version, cast, signed_in)
    newer = _amend(an, look, version)
    _submit(an, look, newer)
    _approve(giang, look, newer)
    _issue(an, look, newer, "31", None)
    _compare_and_read_the_old(an, look, version, newer)
    kept = Assignment.objects.get()
    assert newer.tasks.filter(key=kept.task_key).exists()  # the work goes on in the new version
    assert prove().broken is None


def _colleague_of_binh(cast: World) -> User:
    with acting("tests.world", by=None) as act:
        user = act.create(User(username="em", full_name="Hồ Thị Em", password="!"))
        where = {"unit": cast.technology, "role": Role.STAFF}
        act.create(Position(user=user, valid_from=BEGAN, **where))
    return user


def _address(version: PlanVersion, part: str = "") -> str:
    return f"/ke-hoach/{version.plan_id}/ban/{version.ordinal}/{part}"


def _state(version: PlanVersion) -> str:
    version.refresh_from_db()
    return version.state


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _take_in(page: Page, look: Look, file: Path) -> Reading:
    page.goto("/ban-ra-soat/")
    look(page, "01 ban ra soat trong")
    page.click("main >> text=Nhận kế hoạch mới >> nth=0")
    look(page, "02 nhan ke hoach moi")
    reading = upload(page, file)
    look(page, "04 ban ra soat")
    return reading


def _review(page: Page, look: Look, reading: Reading) -> None:
    """Step through the doubts with the keyboard: agree with one, type another value for a task."""
    page.keyboard.press("j")
    page.wait_for_selector(".value.now.asks")
    look(page, "05 cho con ngo")
    before = len(open_questions(reading))
    first = page.get_attribute(".value.now", "id")
    page.keyboard.press("Enter")
    page.wait_for_function("id => document.querySelector('.value.now')?.id !== id", arg=first)
    assert len(open_questions(reading)) < before
    task = Item.objects.filter(part="task").order_by("place")[0]
    page.click(f"#item-{task.pk} .title a")
    page.wait_for_selector(f"#v-{task.pk}-task")
    page.locator(f"#v-{task.pk}-task .edit").click()
    page.fill(".edit-form textarea", EDITED)
    page.click(".edit-form button.main")
    page.wait_for_selector("text=máy đọc:")
    task.refresh_from_db()
    assert task.values["task"] == EDITED


def _decide_names(page: Page, look: Look, reading: Reading, cast: World) -> None:
    """One name by hand; the sets and the outsiders as its people would."""
    page.get_by_role("link", name="Tên đơn vị", exact=True).click()
    look(page, "06 ten don vi")
    say_what_it_means(page, "Phòng Đổi mới sáng tạo", cast.technology)
    every = [cast.office.pk, cast.technology.pk, cast.quality.pk]
    for question in open_questions(reading):
        if question.kind is Kind.NAME:
            is_set = question.name.startswith("Các phòng")
            decide_name(
                by=cast.an,
                reading=reading,
                folded=fold_name(question.name),
                kind="set" if is_set else "outside",
                unit_ids=every if is_set else [],
            )
    page.click("text=Về bàn rà soát")


def _confirm(page: Page, look: Look) -> PlanVersion:
    page.click("text=Xác nhận thành kế hoạch")
    look(page, "07 xac nhan")
    _press(page, "Xác nhận")
    page.wait_for_selector("text=Đã xác nhận; kế hoạch đang là dự thảo")
    look(page, "08 du thao")
    version = PlanVersion.objects.get()
    assert version.tasks.count() == 35
    assert version.tasks.filter(text=EDITED).exists()
    return version


def _is_refused_before_issue(version: PlanVersion, cast: World, signed_in: SignedIn) -> None:
    """Who has no part in preparing the plan does not even learn that it is there."""
    for user in (cast.binh, cast.chau, cast.dung, cast.hanh, cast.quynh):
        client = signed_in(user)
        assert client.get(_address(version)).status_code == 404
        assert client.post(_address(version, "trinh/")).status_code == 404
    assert _state(version) == State.DRAFT


def _submit(page: Page, look: Look, version: PlanVersion) -> None:
    page.goto(_address(version))
    page.get_by_role("link", name="Trình duyệt").click()
    look(page, f"09 trinh duyet ban {version.ordinal}")
    _press(page, "Trình duyệt")
    page.wait_for_selector("text=Đã trình lãnh đạo duyệt.")
    assert _state(version) == State.SUBMITTED
    button = page.get_by_role("button", name="Duyệt", exact=True)
    assert button.is_disabled()
    assert "Chỉ lãnh đạo" in page.locator(".act", has=button).inner_text()


def _return(page: Page, look: Look, version: PlanVersion) -> None:
    page.goto(_address(version))
    page.get_by_role("link", name="Trả lại").click()
    page.get_by_label("Lý do trả lại").fill("Bổ sung sản phẩm của nhiệm vụ 3")
    look(page, "10 tra lai")
    _press(page, "Trả lại")
    page.wait_for_selector("text=Đã trả lại kế hoạch để sửa.")
    look(page, "11 da tra lai")
    assert _state(version) == State.RETURNED
    assert "Bổ sung sản phẩm của nhiệm vụ 3" in page.inner_text("main")


def _approve(page: Page, look: Look, version: PlanVersion) -> None:
    page.goto(_address(version))
    page.get_by_role("link", name="Duyệt", exact=True).click()
    look(page, f"12 duyet ban {version.ordinal}")
    _press(page, "Duyệt")
    page.wait_for_selector("text=Đã duyệt kế hoạch.")
    assert _state(version) == State.APPROVED


def _issue(page: Page, look: Look, version: PlanVersion, number: str, file: Path | None) -> None:
    page.goto(_address(version))
    page.get_by_role("link", name="Ban hành", exact=True).click()
    page.get_by_label("Số", exact=True).fill(number)
    page.get_by_label("Ký hiệu").fill("KH-SKHCN")
    page.get_by_label("Ngày ban hành").fill("2026-03-02")
    page.get_by_label("Quyền ký").select_option(label="KT.")
    page.get_by_label("Chức vụ người ký").fill("Phó Giám đốc")
    page.get_by_label("Người ký", exact=True).fill("Võ Hương Giang")
    if file is not None:
        page.get_by_label("Tệp bản đã ký").set_input_files(file)
    look(page, f"13 ban hanh ban {version.ordinal}")
    _press(page, "Ban hành")
    page.wait_for_selector("text=Đã ban hành kế hoạch.")
    look(page, f"14 da ban hanh ban {version.ordinal}")
    assert _state(version) == State.ISSUED
    assert (version.number, version.symbol) == (number, "KH-SKHCN")
    assert (version.issued_file is not None) == (file is not None)


def _assign(page: Page, look: Look, version: PlanVersion, colleague: User) -> None:
    """Bình finds the plan in the list, a task of the unit, and gives it to a colleague."""
    page.goto("/ke-hoach/")
    look(page, "15 danh sach cua Binh")
    page.click(f"main >> text={version.plan.title} >> nth=0")
    assert page.locator(".head .acts").inner_text().split() == ["In", "Excel"]
    page.get_by_role("link", name="Phát động và xét sáng kiến").click()
    look(page, "16 nhiem vu")
    page.get_by_label("Người thực hiện").select_option(label=colleague.full_name)
    _press(page, "Giao nhiệm vụ")
    page.wait_for_selector(f"text=Đã giao nhiệm vụ cho {colleague.full_name}")
    look(page, "17 da phan cong")


def _is_refused_after_issue(
    page: Page, version: PlanVersion, cast: World, signed_in: SignedIn
) -> None:
    """The issued plan is read by its people and changed by none of them; Dũng sees none of it."""
    page.goto(_address(version))
    assert page.locator(".head .acts").inner_text().split() == ["In", "Excel"]
    assert page.get_by_role("link", name="Thêm nhiệm vụ").count() == 0
    for user, status in ((cast.binh, 403), (cast.chau, 403), (cast.giang, 403), (cast.dung, 404)):
        client = signed_in(user)
        for verb in ("sua-doi", "ket-thuc", "ban-hanh"):
            answer = client.post(_address(version, f"{verb}/"), {"reason": "Thử"})
            assert answer.status_code == status, (user, verb)
    assert _state(version) == State.ISSUED


def _amend(page: Page, look: Look, version: PlanVersion) -> PlanVersion:
    """A new version: one task changed, one removed, one added."""
    page.goto(_address(version))
    page.get_by_role("link", name="Sửa đổi kế hoạch").click()
    page.get_by_label("Lý do").fill("Điều chỉnh theo Kế hoạch của Tỉnh")
    look(page, "18 sua doi")
    _press(page, "Lập bản sửa đổi")
    page.wait_for_selector("text=Đã lập bản sửa đổi")
    page.goto(_address(version))
    page.get_by_role("link", name="Mở bản 2").click()
    newer = version.plan.versions.get(ordinal=2)
    changed, removed = newer.tasks.order_by("place")[:2]
    page.locator(f"#task-{changed.pk}").get_by_role("link", name="Sửa").click()
    page.get_by_label("Thời hạn").fill("Trước ngày 20/3")
    page.wait_for_selector("#understood >> text=19/03/2026")
    look(page, "19 sua nhiem vu")
    _press(page, "Ghi nhiệm vụ")
    page.wait_for_selector("text=Đã ghi nhiệm vụ.")
    page.locator(f"#task-{removed.pk}").get_by_role("link", name="Bỏ").click()
    page.get_by_label("Lý do", exact=True).fill("Đã xong trong tháng 02")
    look(page, "20 bo nhiem vu")
    page.click("form[data-guards] button.btn")
    page.wait_for_selector("text=Đã bỏ nhiệm vụ khỏi dự thảo")
    look(page, "21 ban sua doi")
    page.get_by_role("link", name="Thêm nhiệm vụ").first.click()
    page.get_by_label("Nhiệm vụ", exact=True).fill("Công bố bộ thủ tục hành chính nội bộ")
    page.get_by_label("Tên đơn vị thứ 1").first.fill("Văn phòng Sở")
    page.get_by_label("Thời hạn").fill("Quý IV")
    _press(page, "Ghi nhiệm vụ")
    page.wait_for_selector("text=Đã ghi nhiệm vụ.")
    assert Task.objects.filter(plan_version=newer, archived_at=None).count() == 35
    return newer


def _compare_and_read_the_old(
    page: Page, look: Look, version: PlanVersion, newer: PlanVersion
) -> None:
    assert _state(version) == State.SUPERSEDED
    page.goto(_address(newer))
    page.get_by_role("link", name="So với bản trước").click()
    look(page, "22 so sanh")
    said = page.inner_text("main")
    assert "Thêm 1 nhiệm vụ" in said
    assert "Bỏ 1 nhiệm vụ" in said
    assert "Sửa 1 nhiệm vụ" in said
    page.get_by_role("link", name="Các bản (2)").click()
    look(page, "23 cac ban")
    page.get_by_role("link", name="Bản 1", exact=True).click()
    page.wait_for_selector("text=Bản này đã được thay.")
    look(page, "24 ban cu")
    assert page.locator("tr[id^=task-]").count() == 35
    page.get_by_role("link", name="Lịch sử").click()
    look(page, "25 lich su")
