"""An takes a plan in and reviews it in a real browser: by mouse, by keyboard, without script."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from cchc.web.intake import jobs
from cchc.web.intake.models import Reading
from tests.conftest import require
from tests.web.intake.conftest import item
from tests.web.world import World, make_world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def cast(transactional_db: None, live_server: LiveServer) -> World:
    return make_world()


@pytest.fixture
def context(
    cast: World, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BrowserContext]:
    """A browser in which An is signed in."""
    chromium = require("chromium", "chromium")
    # Playwright runs a loop of its own in this thread; the tests look at rows beside it.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    client = Client()
    client.force_login(cast.an, backend="django.contrib.auth.backends.ModelBackend")
    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": 1280, "height": 900}
        )
        context.add_cookies(
            [
                {
                    "name": "sessionid",
                    "value": client.cookies["sessionid"].value,
                    "url": live_server.url,
                }
            ]
        )
        yield context
        browser.close()


def is_accessible(page: Page) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def _read(page: Page) -> Reading:
    """Let the worker read, the page looking away: a database in memory is not read beside."""
    reading = Reading.objects.get()
    page.goto("about:blank")
    jobs.read.call(reading.pk)
    page.goto(f"/ban-ra-soat/{reading.pk}/")
    return reading


def test_a_plan_is_uploaded_read_and_reviewed_by_keyboard(
    cast: World, context: BrowserContext, samples: Path
) -> None:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto("/ban-ra-soat/")
    is_accessible(page)
    page.click("text=Nhận kế hoạch mới >> nth=0")
    is_accessible(page)
    page.set_input_files("input[type=file]", samples / "skhcn_2026.docx")
    assert "skhcn_2026.docx" in page.inner_text("[data-chosen]")
    page.click("text=Tải lên và đọc")
    page.wait_for_selector("text=Chờ đọc")
    is_accessible(page)
    reading = _read(page)
    is_accessible(page)
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
    is_accessible(page)
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
    page.click("#desk-state >> text=Tên đơn vị")
    is_accessible(page)
    assert errors == []


def test_page_pictures_are_reviewed_with_their_places(
    cast: World, context: BrowserContext, samples: Path
) -> None:
    page = context.new_page()
    page.goto("/ban-ra-soat/moi/")
    page.set_input_files("input[type=file]", samples / "xa_binh_minh_2026.pdf")
    page.click("text=Tải lên và đọc")
    page.wait_for_selector("text=Chờ đọc")
    reading = _read(page)
    row = item(reading, "task", 1)
    page.click(f"#item-{row.pk} .title a")
    page.wait_for_selector(f"#v-{row.pk}-lead")
    page.click(f"#v-{row.pk}-lead .said >> nth=0")
    assert page.locator("#source-side a.now").get_attribute("data-of") == f"{row.pk}.lead"
    page.wait_for_function("() => document.querySelectorAll('.paper img')[2].naturalWidth > 100")
    is_accessible(page)
    page.set_viewport_size({"width": 360, "height": 760})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    is_accessible(page)


def test_the_desk_works_without_script(
    cast: World, context: BrowserContext, live_server: LiveServer, samples: Path
) -> None:
    plain = context.browser.new_context(  # type: ignore[union-attr]
        base_url=live_server.url, java_script_enabled=False
    )
    plain.add_cookies(context.cookies())  # type: ignore[arg-type]
    page = plain.new_page()
    page.goto("/ban-ra-soat/moi/")
    page.set_input_files("input[type=file]", samples / "skhcn_2026.docx")
    page.click("text=Tải lên và đọc")
    reading = _read(page)
    row = item(reading, "task", 1)
    page.click(f"#item-{row.pk} .title a")
    page.click('a[aria-label="Sửa Kinh phí"]')
    page.fill(".edit-form input[name=value]", "5 triệu đồng")
    page.click(".edit-form button.main")
    assert item(reading, "task", 1).values["budget"] == "5 triệu đồng"
    page.click(f"#v-{row.pk}-deadline .said")
    assert page.inner_text("#source-side .now") == "Trước ngày 15/02/2026"
    page.click("#undo button")
    assert item(reading, "task", 1).values["budget"] is None
    page.click("text=Chỉ chỗ còn ngờ")
    assert page.locator(".item").count() < 20
