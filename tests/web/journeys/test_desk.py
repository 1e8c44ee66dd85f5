"""An takes a plan in and reviews it in a real browser: by mouse, by keyboard, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.web.intake import jobs
from cchc.web.intake.models import Reading
from tests.web.intake.conftest import item
from tests.web.journeys.conftest import Look, Open, upload
from tests.web.world import World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_value_and_its_place_in_the_source_light_each_other(
    cast: World, opened: Open, look: Look, samples: Path
) -> None:
    page = opened(cast.an)
    page.goto("/ban-ra-soat/moi/")
    page.set_input_files("input[type=file]", samples / "skhcn_2026.docx")
    assert "skhcn_2026.docx" in page.inner_text("[data-chosen]")
    page.click("text=Tải lên và đọc")
    page.wait_for_selector("text=Chờ đọc")
    reading = Reading.objects.get()
    jobs.read.call(reading.pk)
    page.wait_for_selector("#desk-state")  # the page that watches goes on by itself
    row = item(reading, "task", 1)
    page.click(f"#item-{row.pk} .title a")
    page.wait_for_selector(f"#v-{row.pk}-deadline")
    page.click(f"#v-{row.pk}-deadline .said")
    lit = page.locator("#source-side .now")
    assert lit.all_inner_texts() == ["Trước ngày 15/02/2026"]
    page.keyboard.press("Escape")
    page.click(f'#source-side a[data-of="{row.pk}.activity"]')
    assert page.locator(".value.now dt").all_inner_texts() == ["Hoạt động"]
    page.keyboard.press("e")
    page.wait_for_selector(".edit-form textarea")
    look(page, "ban ra soat, dang sua")
    page.fill(".edit-form textarea", "Gắn chỉ tiêu với tiêu chí")
    page.click(".edit-form button.main")
    page.wait_for_selector("text=máy đọc:")
    assert item(reading, "task", 1).values["activity"] == "Gắn chỉ tiêu với tiêu chí"
    page.click("body", position={"x": 5, "y": 400})
    page.keyboard.press("u")
    page.wait_for_selector("text=Đã hoàn tác")
    assert item(reading, "task", 1).values["activity"].startswith("Gắn mỗi chỉ tiêu")
    before = page.inner_text("#desk-state .counts")
    page.keyboard.press("j")
    page.wait_for_selector(".value.now.asks")
    first = page.get_attribute(".value.now", "id")
    page.keyboard.press("Enter")
    page.wait_for_function("id => document.querySelector('.value.now')?.id !== id", arg=first)
    assert page.inner_text("#desk-state .counts") != before


def test_page_pictures_are_reviewed_with_their_places(
    cast: World, opened: Open, look: Look, samples: Path
) -> None:
    page = opened(cast.an)
    reading = upload(page, samples / "xa_binh_minh_2026.pdf")
    row = item(reading, "task", 1)
    page.click(f"#item-{row.pk} .title a")
    page.wait_for_selector(f"#v-{row.pk}-lead")
    page.click(f"#v-{row.pk}-lead .said >> nth=0")
    assert page.locator("#source-side a.now").get_attribute("data-of") == f"{row.pk}.lead"
    page.wait_for_function("() => document.querySelectorAll('.paper img')[2].naturalWidth > 100")
    look(page, "ban ra soat, anh trang")
