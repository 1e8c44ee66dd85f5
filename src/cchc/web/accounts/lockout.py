"""Locking out who guesses passwords, and what a person is told who is locked out.

Two counts, both over the last `AXES_COOLOFF_TIME`: failures for one name from one address, so that
nobody can lock out another from elsewhere; and names tried from one address, so that trying one
password on many names stops too. The answers are the same whether a name exists or not.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username, get_cool_off, get_failure_limit
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cchc.web.accounts import queries
from cchc.web.accounts.known_sessions import device_words
from cchc.web.accounts.words import waiting_words
from cchc.web.audit.acting import acting


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """The sign-in name as the office knows it: «AN» and «an» are one name, also for counting."""
    name = (credentials or {}).get("username") or request.POST.get("username")
    return unicodedata.normalize("NFKC", name).strip().casefold()[:60] if name else None


class LockOut(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    """Counts failures by name and address, and names by address; tells the record of a lock."""

    def get_failures(self, request: Any, credentials: dict[str, Any] | None = None) -> int:
        failures: int = super().get_failures(request, credentials)
        if _names_tried(request).count() >= settings.NAMES_TRIED_LIMIT:
            failures = max(failures, get_failure_limit(request, credentials))
        return failures

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **more: Any
    ) -> None:
        was_locked = getattr(request, "axes_locked_out", False)
        super().user_login_failed(sender, credentials, request, **more)
        if getattr(request, "axes_locked_out", False) and not was_locked:
            _record_lock(request, get_client_username(request, credentials))


def _record_lock(request: Any, name: str | None) -> None:
    """Tell the record. A name that nobody bears is left out: it may be a mistyped password."""
    told = {
        "address": request.axes_ip_address,
        "device": device_words(request.headers.get("User-Agent", "")),
    }
    user = queries.user_named(name or "")
    with acting("accounts.locked_out", by=None) as act:
        if user is None:
            act.note(**told)
        else:
            act.touch(user, **told)


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """Answer 429 with the time to wait."""
    wait = waiting_words(seconds_to_wait(request, credentials))
    sentence = (
        f"Đăng nhập sai quá nhiều lần. Hãy chờ {wait} rồi thử lại, hoặc nhờ người quản trị "
        "của đơn vị cấp lại mật khẩu."
    )
    told = {"sentence": sentence, "status": 429}
    answer = render(request, "ui/refused.html", told, None, 429)
    answer["Retry-After"] = str(seconds_to_wait(request, credentials))
    return answer


def seconds_to_wait(request: Any, credentials: dict[str, Any] | None = None) -> int:
    """How long until neither count holds the person out: at least one second."""
    name = get_client_username(request, credentials)
    recent = AccessAttempt.objects.filter(
        ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
    )
    by_name = recent.filter(username=name).values_list("attempt_time", "failures_since_start")
    names = [(at, 1) for _, at in _names_tried(request)]
    ends = [
        _when_below(by_name, get_failure_limit(request, credentials), get_cool_off(request)),
        _when_below(names, settings.NAMES_TRIED_LIMIT, get_cool_off(request)),
    ]
    waits = [(end - timezone.now()).total_seconds() for end in ends if end is not None]
    return max(1, *(math.ceil(wait) for wait in waits)) if waits else 1


def _names_tried(request: Any) -> QuerySet[Any, tuple[str, datetime]]:
    """Names that failed from this address lately, each with the last time."""
    rows: QuerySet[Any, tuple[str, datetime]] = (
        AccessAttempt.objects.filter(
            ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
        )
        .values_list("username")
        .annotate(last=Max("attempt_time"))
        .order_by("username")
    )
    return rows


def _when_below(
    counted: Iterable[tuple[datetime, int]], limit: int, each_lasts: timedelta
) -> datetime | None:
    """When enough of what was counted is over that less than the limit is left."""
    rows = sorted(counted)
    left = sum(weight for _, weight in rows)
    if left < limit:
        return None
    for at, weight in rows:
        left -= weight
        if left < limit:
            return at + each_lasts
    return None
