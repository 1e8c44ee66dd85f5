"""Signing in and out: the steps between a right password and an open session.

1. name and password are right, and nobody is locked out (`forms.SignInForm`, `lockout`);
2. a person whose second factor is on waits, signed in nowhere, until a code is right;
3. the session opens, is listed for its owner, and the record tells of it.
"""

from __future__ import annotations

import time

from django.contrib.auth import login, logout
from django.http import HttpRequest

from cchc.web.accounts import known_sessions, queries
from cchc.web.accounts.addresses import client_address
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting

_WAITING = "waits_for_code"
_MOST_SECONDS_WAITING = 600
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def wait_for_code(request: HttpRequest, user: User, then: str) -> None:
    """Remember whose password was right, until the code comes or ten minutes are over."""
    request.session.cycle_key()
    request.session[_WAITING] = {
        "user": user.pk,
        "password": user.get_session_auth_hash(),
        "at": time.time(),
        "then": then,
    }


def who_waits(request: HttpRequest) -> tuple[User, str] | None:
    """The person who still has to show a code, and where to go then; None where nobody waits."""
    waiting = request.session.get(_WAITING)
    if not waiting or time.time() - waiting["at"] > _MOST_SECONDS_WAITING:
        return None
    user = queries.user_numbered(waiting["user"])
    if user is None or user.get_session_auth_hash() != waiting["password"]:
        return None
    return user, str(waiting["then"])


def open_session(request: HttpRequest, user: User, *, second_factor: str = "") -> None:
    """Sign the person in, under a new session key."""
    request.session.pop(_WAITING, None)
    with acting("accounts.sign_in", by=user) as act:
        act.touch(user, **_where_from(request), second_factor=second_factor)
        login(request, user, backend=_BACKEND)
        known_sessions.begin(request, user)


def close_session(request: HttpRequest) -> None:
    """Sign the person out."""
    if isinstance(request.user, User):
        with acting("accounts.sign_out", by=request.user) as act:
            act.touch(request.user, **_where_from(request))
            known_sessions.end_current(request)
    logout(request)


def _where_from(request: HttpRequest) -> dict[str, str | None]:
    return {
        "address": client_address(request),
        "device": known_sessions.device_words(request.headers.get("User-Agent", "")),
    }
