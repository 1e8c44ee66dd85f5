"""Screens of the daily work: somebody's list, board and calendar, to print and as Excel."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cchc.web.organisation.models import Role
from cchc.web.organisation.standing import standing_of
from cchc.web.ui.clock import today
from cchc.web.ui.sheets import workbook_answer
from cchc.web.work import my_page
from cchc.web.work.answers import person
from cchc.web.work.display import Line
from cchc.web.work.listing import work_as_workbook
from cchc.web.work.policy import may_settle, visible_followings, visible_occurrences
from cchc.web.work.queries import owed
from cchc.web.work.queries.waiting import WaitingForMe, waiting_for

# Whose day begins with how all the work stands.
_WATCH = (Role.LEADER, Role.APPRAISER, Role.INSPECTOR, Role.VIEWER)


@require_safe
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Send who watches over the work to the overview, who does it to theirs, else to the plans."""
    user, on = person(request), today()
    if standing_of(user, on).has_somewhere(_WATCH):
        return redirect("dashboards:overview")
    if visible_followings(user, on).exists() or visible_occurrences(user, on).exists():
        return redirect("work:mine")
    return redirect("plans:list")


@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """What a person or a unit owes: what is late first, then by day; as list, board, calendar."""
    user, on, kind = person(request), today(), request.GET.get("kieu", "")
    scope = my_page.scope_of(request, user, on)
    context = {
        "scope": scope,
        "kind": kind,
        "views": my_page.VIEWS,
        "today": on,
        "may_settle": may_settle(user, on=on),
        "asks": bool(request.GET.get("tim")),
    }
    if kind == "bang":
        return render(request, "work/board.html", context | my_page.board_of(scope, on))
    if kind == "lich":
        context |= my_page.calendar_of(scope, on, request.GET.get("thang", ""))
        return render(request, "work/month.html", context)
    shown = my_page.listed_of(scope, on, request.GET.get("trang"))
    is_whole = not scope.is_units and shown.page.number == 1 and not context["asks"]
    me = WaitingForMe()
    if is_whole:
        me = waiting_for(user, scope.rows, on, is_returned=shown.counts.returned > 0)
    context |= {"listed": shown, "page": shown.page, "me": me}
    return render(request, "work/mine.html", context)


def _all(request: HttpRequest) -> tuple[my_page.Scope, list[Line]]:
    user, on = person(request), today()
    scope = my_page.scope_of(request, user, on)
    return scope, my_page.lines_in(scope, list(owed.not_over(scope.rows)), on)


@require_safe
@login_required
def print_mine(request: HttpRequest) -> HttpResponse:
    """The same list as a paper."""
    scope, lines = _all(request)
    context = {"scope": scope, "lines": lines, "today": today()}
    return render(request, "work/print.html", context)


@require_safe
@login_required
def export_mine(request: HttpRequest) -> HttpResponse:
    """The same list as an Excel table, its number of rows printed on it."""
    scope, lines = _all(request)
    return workbook_answer(work_as_workbook(lines, title=scope.title, on=today()), scope.title)
