"""Signing in with a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.web.journeys.conftest import Open
from tests.web.world import World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_an_signs_in_with_name_and_password_and_sees_the_plans(
    world: World, opened: Open, look: Callable[[Page, str], None]
) -> None:
    page = opened(None)
    page.goto("/")
    look(page, "dang-nhap")
    page.get_by_label("Tên đăng nhập").fill("An")
    page.get_by_label("Mật khẩu", exact=True).fill("mat-khau-cua-tinh-mau")
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/ke-hoach/")
    assert page.get_by_role("heading", name="Kế hoạch", exact=True).is_visible()
    look(page, "ke-hoach-trong")
