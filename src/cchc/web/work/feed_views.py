"""Calendars: the page of one's secret addresses, and what a calendar program reads there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as said
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from cchc.web.accounts.addresses import client_address
from cchc.web.organisation.models import Unit
from cchc.web.organisation.person import person_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import RuleViolation
from cchc.web.work import reminder_policy
from cchc.web.work.actions.feeds import hash_of, make_feed, revoke_feed
from cchc.web.work.feed_calendar import as_calendar
from cchc.web.work.models import Occurrence
from cchc.web.work.queries import feeds as read
from cchc.web.work.reminder_forms import FeedForm
from cchc.web.work.reminder_tabs import tabs_of

_A_MINUTE = 60
MOST_WRONG = 20  # secrets that no feed has, from one address in a minute
MOST_READS = 30  # of one feed in a minute


@login_required
def feeds(request: HttpRequest) -> HttpResponse:
    """One's calendar addresses; a new one is shown on the answer to its making, this once."""
    by, on = person_of(request), today()
    units = list(read.own_units(by, on))
    choices = [("toi", "Việc của tôi"), *((str(unit.pk), unit.name) for unit in units)]
    form = FeedForm(request.POST if request.method == "POST" else None, choices=choices)
    told: dict[str, Any] = {"tabs": tabs_of(by, on, "feeds")}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                told["address"] = _made(request, form, units)
                form, status = FeedForm(choices=choices), 200
            except RuleViolation as broken:
                form.add_error(None, broken.sentence)
                status = broken.status
    rows = read.feed_rows(reminder_policy.visible_feeds(by, on))
    told |= {
        "form": form,
        "feeds": [(row, reminder_policy.may_revoke_feed(by, row, on=on)) for row in rows],
    }
    answer = render(request, "work/feeds.html", told, None, status)
    answer["Cache-Control"] = "no-store"
    return answer


def _made(request: HttpRequest, form: FeedForm, units: list[Unit]) -> str:
    values = form.cleaned_data
    unit = next((one for one in units if str(one.pk) == values["of"]), None)
    _, token = make_feed(by=person_of(request), on=today(), name=values["name"], unit=unit)
    return request.build_absolute_uri(reverse("reminders:feed", args=(token,)))


@require_POST
@login_required
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    by, on = person_of(request), today()
    feed = reach(reminder_policy.visible_feeds(by, on).select_related("unit"), pk=pk)
    revoke_feed(by=by, on=on, feed=feed)
    said.success(request, f"Đã thu hồi «{feed.name}»; đường dẫn cũ không còn dùng được.")
    return redirect("reminders:feeds")


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar program reads: no sign-in, the secret is all. 3 queries at any size.

    Who tries secrets is stopped by address; a wrong, a revoked and an orphaned one look alike.
    """
    wrong = f"feed-wrong {client_address(request)}"
    if _count(wrong) > MOST_WRONG or _more(f"feed-read {hash_of(token)}") > MOST_READS:
        return HttpResponse(status=429, headers={"Retry-After": str(_A_MINUTE)})
    on = today()
    found = read.feed_of(token, on)
    if found is None:
        _more(wrong)
        raise Http404
    name = f"CCHC: {found.unit or found.made_by}"
    body = as_calendar(name, read.feed_occurrences(found, on), lambda row: _link_of(request, row))
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "no-store", "Content-Disposition": 'inline; filename="cchc.ics"'},
    )


def _link_of(request: HttpRequest, row: Occurrence) -> str:
    return request.build_absolute_uri(reverse("reminders:work", args=(row.pk,)))


def _count(key: str) -> int:
    return int(cache.get(_safe(key), 0))


def _more(key: str) -> int:
    """Count one more within a minute; return how many."""
    cache.add(_safe(key), 0, _A_MINUTE)
    try:
        return int(cache.incr(_safe(key)))
    except ValueError:  # it ran out in between
        return 1


def _safe(key: str) -> str:
    return key.replace(" ", ":")
