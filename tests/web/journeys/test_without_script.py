"""Everything from the file to the plan without JavaScript: links, forms and a page that reloads."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.web.plans.models import PlanVersion
from tests.web.intake.conftest import item
from tests.web.journeys.conftest import Look, Open, say_what_it_means, upload
from tests.web.world import World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_plan_is_taken_in_reviewed_and_confirmed_without_script(
    cast: World, opened: Open, look: Look, samples: Path
) -> None:
    page = opened(cast.an, script=False)
    reading = upload(page, samples / "skhcn_2026.docx")
    row = item(reading, "task", 1)
    page.click(f"#item-{row.pk} .title a")
    page.click('a[aria-label="Sửa Kinh phí"]')
    page.fill(".edit-form input[name=value]", "5 triệu đồng")
    page.click(".edit-form button.main")
    assert item(reading, "task", 1).values["budget"] == "5 triệu đồng"
    page.click(f"#v-{row.pk}-deadline .said")
    assert page.inner_text("#source-side .now") == "Trước ngày 15/02/2026"
    look(page, "ban ra soat khong javascript")
    page.click("#undo button")
    assert item(reading, "task", 1).values["budget"] is None
    page.click("text=Chỉ chỗ còn ngờ")
    assert 0 < page.locator(".item").count() < 20
    page.click("#desk-state >> text=Chỗ tiếp")
    page.wait_for_selector(".value.now.asks")
    page.get_by_role("link", name="Tên đơn vị", exact=True).click()
    say_what_it_means(page, "Phòng Chuyển đổi số", cast.technology)
    page.click("text=Về bàn rà soát")
    page.click("text=Xác nhận thành kế hoạch")
    page.get_by_role("button", name="Xác nhận").click()
    page.wait_for_selector("text=Đã xác nhận; kế hoạch đang là dự thảo")
    version = PlanVersion.objects.get()
    assert version.reading_id == reading.pk
    assert version.tasks.count() == 35
    led = version.tasks.filter(units__unit=cast.technology)
    assert led.distinct().count() == 4
    look(page, "du thao khong javascript")
