"""A real browser for journeys: who is signed in, what axe says, how it looks at two widths."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from cchc.web.accounts.models import User
from cchc.web.intake import jobs
from cchc.web.intake.models import Reading
from cchc.web.organisation.models import Unit
from tests.conftest import skip_or_fail
from tests.web.world import World, make_world

WIDTHS = (1280, 360)
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # telling of each sound element takes as long as judging it
}
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
_OF_A_REFUSAL = "Failed to load resource"  # what the browser says of a 404, 409 or 422

# Axe leaves empty style attributes behind, which htmx would copy against our own policy.
_TIDY = "document.querySelectorAll('[style=\"\"]').forEach(one => one.removeAttribute('style'))"


class Open(Protocol):
    """Open the office as somebody, in a browser of their own; `script=False`: no JavaScript."""

    def __call__(self, user: User | None, *, script: bool = True) -> Page: ...


Look = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Headless Chromium as Debian packs it, or a loud skip."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        skip_or_fail("Chromium is not installed; to run the journeys: apt-get install chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def cast(transactional_db: None, live_server: LiveServer) -> World:
    """The cast in Tỉnh Mẫu, as the browsers' server sees it too."""
    return make_world()


@pytest.fixture
def plain_pages() -> list[Page]:
    """Pages without JavaScript, on which axe cannot run either."""
    return []


@pytest.fixture
def opened(chromium: Browser, live_server: LiveServer, plain_pages: list[Page]) -> Iterator[Open]:
    """`page = opened(world.an)`; a script that failed on any page fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def heard(said: ConsoleMessage) -> None:
        if said.type == "error" and not said.text.startswith(_OF_A_REFUSAL):
            errors.append(said.text)

    def page(user: User | None, *, script: bool = True) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            locale="vi-VN",
            java_script_enabled=script,
            viewport=ViewportSize(width=WIDTHS[0], height=900),
        )
        contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            cookie = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        made = context.new_page()
        made.set_default_timeout(10_000)
        if not script:
            plain_pages.append(made)
        made.on("pageerror", lambda error: errors.append(str(error)))
        made.on("console", heard)
        return made

    yield page
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def look(plain_pages: list[Page]) -> Look:
    """Judge a page as it stands: no violation of WCAG 2.2 AA, nothing wider than a phone.

    Pictures at both widths go to `CCHC_SCREENSHOTS` where that is set.
    """
    folder = os.environ.get("CCHC_SCREENSHOTS")

    def judge(page: Page, name: str) -> None:
        for width in WIDTHS:
            page.set_viewport_size(ViewportSize(width=width, height=900))
            if folder:
                file = re.sub(r"\W+", "-", f"{name} {width}")
                page.screenshot(path=Path(folder) / f"{file}.png", full_page=True)
            if page in plain_pages:
                continue
            found = Axe().run(page, options=_RULES)
            assert not found.response["violations"], found.generate_report()
            overflow = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
            assert overflow <= 0, f"{name} is {overflow} px wider than a screen of {width}"
            page.evaluate(_TIDY)
        page.set_viewport_size(ViewportSize(width=WIDTHS[0], height=900))

    return judge


def upload(page: Page, file: Path) -> Reading:
    """Take a plan in by the form, have it read as the worker reads it, and come to the desk.

    The page that watches the machine goes on by itself: by htmx, without script by reloading.
    """
    page.goto("/ban-ra-soat/moi/")
    page.set_input_files("input[type=file]", file)
    page.click("text=Tải lên và đọc")
    page.wait_for_selector("text=Chờ đọc")
    reading = Reading.objects.get()
    jobs.read.call(reading.pk)
    reading.refresh_from_db()
    page.wait_for_selector("#desk-state")
    return reading


def say_what_it_means(page: Page, name: str, unit: Unit) -> None:
    """On the page of names: choose the unit that a name of the plan means."""
    line = page.locator(".name-line", has_text=f"«{name}»")
    choice = line.locator("select[name=unit]")
    if not choice.is_visible():
        line.locator("summary").first.click()
    choice.select_option(label=unit.name)
    line.get_by_role("button", name="Ghi", exact=True).click()
    page.wait_for_selector(f"text=Đã ghi nghĩa của «{name}»")
