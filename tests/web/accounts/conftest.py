"""What the tests of accounts share: signing in as a browser does, and codes of an app."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from cchc.web.accounts import second_factor
from cchc.web.accounts.models import User

PASSWORD = "mat-khau-cua-tinh-mau"
SignIn = Callable[..., Any]


@pytest.fixture
def browser() -> Client:
    """A browser that nobody is signed in with."""
    return Client(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537"})


@pytest.fixture
def sign_in() -> SignIn:
    """Send the sign-in form: `sign_in(browser, "an")`."""

    def send(browser: Client, username: str, password: str = PASSWORD, **more: Any) -> Any:
        address = more.pop("address", "10.0.0.1")
        told = {"username": username, "password": password, **more}
        return browser.post("/dang-nhap/", told, REMOTE_ADDR=address)

    return send


def code_of(key: str, *, steps: int = 0) -> str:
    """The code that an app with this key shows now, or some steps of 30 seconds later."""
    totp = TOTP(bytes.fromhex(key), drift=steps)
    return f"{totp.token():06d}"


@pytest.fixture
def with_factor(db: None) -> Callable[[User], tuple[TOTPDevice, list[str]]]:
    """Turn a person's second factor on; give the device and the recovery codes."""

    def turn_on(user: User) -> tuple[TOTPDevice, list[str]]:
        key = second_factor.new_key()
        # With a code of the past step, so that the present one is still unused.
        codes = second_factor.turn_on(
            by=user, key=key, code=code_of(key, steps=-1), session_key=None
        )
        return TOTPDevice.objects.get(user=user), codes

    return turn_on
