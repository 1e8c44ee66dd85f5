"""Open sign-ins: which browsers a person is signed in with, and ending them.

This is the machine's state, no fact of the office: it is written outside acts, at most once in
five minutes for each browser. Ending a session takes its row in the session store away, so the
browser's next request finds nobody signed in.
"""

from __future__ import annotations

import re
import time
from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from cchc.web.accounts.addresses import client_address
from cchc.web.accounts.models import KnownSession, User
from cchc.web.ui.clock import now

_SEEN = "seen_at"
_SECONDS_BETWEEN = 300
_BROWSERS = (
    ("Cốc Cốc", r"coc_coc"),
    ("Edge", r"Edg[eA/]|EdgiOS"),
    ("Opera", r"OPR/|Opera"),
    ("Firefox", r"Firefox/|FxiOS"),
    ("Chrome", r"Chrome/|CriOS|Chromium"),
    ("Safari", r"Safari/"),
)
_SYSTEMS = (
    ("điện thoại Android", r"Android"),
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Windows", r"Windows"),
    ("máy Mac", r"Mac OS X|Macintosh"),
    ("Linux", r"Linux|X11"),
)


def device_words(agent: str) -> str:
    """Name a browser and its machine: «Chrome trên Windows»."""
    browser = next((name for name, sign in _BROWSERS if re.search(sign, agent)), "")
    system = next((name for name, sign in _SYSTEMS if re.search(sign, agent)), "")
    if browser and system:
        return f"{browser} trên {system}"
    return browser or system or "Trình duyệt không rõ"


def begin(request: HttpRequest, user: User) -> None:
    """Note the sign-in that `request` has just made, and drop what the store no longer holds."""
    open_keys = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    KnownSession.objects.filter(user=user).exclude(session_key__in=open_keys).delete()
    at = now()
    request.session[_SEEN] = time.time()
    KnownSession.objects.create(
        user=user,
        session_key=request.session.session_key or "",
        began_at=at,
        seen_at=at,
        address=client_address(request),
        device=device_words(request.headers.get("User-Agent", "")),
    )


def see(request: HttpRequest) -> None:
    """Note that a session is in use, at most every five minutes. No query in between."""
    seen = request.session.get(_SEEN)
    if seen is None or time.time() - seen < _SECONDS_BETWEEN:
        return
    request.session[_SEEN] = time.time()
    KnownSession.objects.filter(session_key=request.session.session_key).update(
        seen_at=now(), address=client_address(request)
    )


def moved(old_key: str | None, request: HttpRequest) -> None:
    """Follow a session that got a new key, as it does when its owner's password changes."""
    KnownSession.objects.filter(session_key=old_key).update(session_key=request.session.session_key)


def end(session: KnownSession) -> None:
    """End one session."""
    _end([session.session_key])


def end_all(user: User, *, keep: str | None = None) -> int:
    """End every session of a person but the one with the key `keep`; return how many."""
    rows = KnownSession.objects.filter(user=user).exclude(session_key=keep or "")
    return _end(list(rows.values_list("session_key", flat=True)))


def end_current(request: HttpRequest) -> None:
    """Forget the session of this request; signing out takes it from the store."""
    KnownSession.objects.filter(session_key=request.session.session_key or "").delete()


def idle_limit() -> timedelta:
    """How long a session lasts without use."""
    return timedelta(seconds=settings.SESSION_COOKIE_AGE)


def _end(keys: list[str]) -> int:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for key in keys:
        store(key).delete()
    KnownSession.objects.filter(session_key__in=keys).delete()
    return len(keys)
