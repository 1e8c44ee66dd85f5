"""A real browser for journeys: who is signed in, what axe says, how it looks at two widths."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from cchc.web.accounts.models import User
from tests.conftest import skip_or_fail

WIDTHS = (1280, 360)
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
Open = Callable[[User | None], Page]


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
def opened(chromium: Browser, live_server) -> Iterator[Open]:  # type: ignore[no-untyped-def]
    """Open the office as somebody, each in a browser of their own: `page = opened(world.an)`."""
    contexts = []

    def page(user: User | None) -> Page:
        context = chromium.new_context(base_url=live_server.url, locale="vi-VN")
        contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            cookie = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        made = context.new_page()
        made.set_default_timeout(10_000)
        return made

    yield page
    for context in contexts:
        context.close()


@pytest.fixture
def look(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Page, str], None]:
    """Judge a page as it stands: no violation of WCAG 2.2 AA, nothing wider than a phone.

    Pictures at both widths go to `CCHC_SCREENSHOTS` where that is set.
    """
    folder = Path(os.environ.get("CCHC_SCREENSHOTS", tmp_path))

    def judge(page: Page, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for width in WIDTHS:
            page.set_viewport_size(ViewportSize(width=width, height=900))
            file = re.sub(r"\W+", "-", name)
            page.screenshot(path=folder / f"{file}-{width}.png", full_page=True)
            found = Axe().run(page, options=_RULES)
            assert not found.response["violations"], found.generate_report()
            overflow = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
            assert overflow <= 0, f"{name} is {overflow} px wider than a screen of {width}"
        page.set_viewport_size(ViewportSize(width=WIDTHS[0], height=900))

    return judge
