"""The page of somebody's work put together: whose work is asked for, and what is shown of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Unit
from cchc.web.organisation.standing import below_any, standing_of
from cchc.web.plans.policy import WHOLE_PLAN
from cchc.web.work import display
from cchc.web.work.models import Occurrence
from cchc.web.work.policy import reportable, visible_occurrences
from cchc.web.work.queries import owed
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.queries.owed import Counts

State = Occurrence.State
PAGE = 50
_MOST_ASIDE = 20
_HELPED = "Phối hợp với đơn vị khác, trong 30 ngày tới"
VIEWS = (("", "Danh sách"), ("bang", "Bảng"), ("lich", "Lịch"))


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose work a page is about."""

    user: User
    rows: QuerySet[Occurrence]
    is_units: bool
    unit: Unit | None
    units: Sequence[Unit]
    supported: QuerySet[Occurrence]

    @property
    def title(self) -> str:
        if not self.is_units:
            return "Việc của tôi"
        return f"Việc của {self.unit}" if self.unit else "Việc của các đơn vị"


def scope_of(request: HttpRequest, user: User, on: date, *, is_units: bool = False) -> Scope:
    """Whose work the address asks for: one's own, or with `cua=don-vi` a unit's. 4 queries.

    With `is_units` always a unit's.
    """
    query = request.GET
    visible = owed.live(visible_occurrences(user, on))
    works = owed.working_units(user, on)
    is_units = is_units or query.get("cua") == "don-vi"
    units = list(owed.choosable_units(user, on).order_by("sort_key", "pk")) if is_units else []
    unit = None
    if not is_units:
        rows = owed.of_person(visible, user, works)
    else:
        asked = query.get("don-vi", "")
        unit = next((one for one in units if str(one.pk) == asked), None)
        whole = standing_of(user, on).paths(WHOLE_PLAN)
        if unit is None and len(works) == 1 and not whole:
            unit = next((one for one in units if one.pk == works[0]), None)
        rows = _of_units(visible, unit, units, works, whole)
    words = query.get("tim", "")
    helped = owed.supported(visible, [unit.pk] if unit else works, on)
    rows, helped = owed.worded(rows, words), owed.worded(helped, words)
    return Scope(user, rows, is_units, unit, units, helped)


def _of_units(
    visible: QuerySet[Occurrence],
    unit: Unit | None,
    units: Sequence[Unit],
    works: Sequence[int],
    whole: tuple[str, ...],
) -> QuerySet[Occurrence]:
    """One unit with all below it and what became it; else all that the person answers for."""
    if unit is not None:
        below = [one.pk for one in units if one.path.startswith(unit.path)]
        return owed.of_units(visible, {*below, unit.pk})
    if whole:
        return visible.filter(below_any(whole, "plan__owner__") | Q(unit_id__in=works))
    return owed.of_units(visible, works)


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of what is open, and what stands aside: with others, and waiting."""

    page: Page[int]
    sections: Sequence[display.Section]
    aside: Sequence[display.Section]
    counts: Counts


def listed_of(scope: Scope, on: date, number: str | None) -> Listed:
    """The list view. 4 to 6 queries."""
    counts = owed.counted(scope.rows, on)
    page = Paginator(range(counts.open), PAGE).get_page(number)
    opened = scope.rows.filter(state=State.OPEN)
    rows = owed.page_of(opened, page.start_index() - 1, PAGE) if counts.open else []
    is_aside = counts.proposed + counts.waiting + counts.unclear > 0
    others = list(owed.listed(_aside(scope.rows))[:_MOST_ASIDE]) if is_aside else []
    helped = list(owed.listed(scope.supported.order_by("due_on", "pk"))[:_MOST_ASIDE])
    lines = lines_in(scope, [*rows, *others, *helped], on)
    shown, beside = lines[: len(rows)], lines[len(rows) :]
    return Listed(page, display.by_time(shown, on, counts), _beside(beside, counts), counts)


def _aside(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    states = (State.PROPOSED, State.WAITING, State.UNCLEAR)
    return rows.filter(state__in=states).order_by("state", "due_on", "pk")


def _beside(lines: Sequence[display.Line], counts: Counts) -> list[display.Section]:
    def of(*states: str) -> list[display.Line]:
        return [one for one in lines if one.row.state in states]

    helped = of(State.OPEN)  # what is one's own and open stands by its days
    found = (
        display.Section("cho-nguoi", "Chờ người khác", of(State.PROPOSED), counts.proposed),
        display.Section("cho-viec", "Chờ sự việc", of(State.WAITING), counts.waiting),
        display.Section("cho-ro", "Chờ làm rõ thời hạn", of(State.UNCLEAR), counts.unclear),
        display.Section("phoi-hop", _HELPED, helped, len(helped)),
    )
    return [one for one in found if one.count]


def lines_in(scope: Scope, rows: Sequence[Occurrence], on: date) -> list[display.Line]:
    """Occurrences as lines, with who sees to them and which the person may update. 1 query."""
    given = owed.assigned_people(rows)
    may = reportable(scope.user, rows, given, on=on)
    return display.lines_of(rows, on, people=given, reportable=may)


def board_of(scope: Scope, on: date) -> dict[str, Any]:
    """The board: what is open and lately done, in columns by state. 5 queries."""
    opened = owed.page_of(scope.rows.filter(state=State.OPEN), 0, PAGE)
    others = list(owed.listed(_aside(scope.rows))[:_MOST_ASIDE])
    done = owed.lately_done(scope.rows, on).order_by("-answered_on", "-pk")
    lines = lines_in(scope, [*opened, *others, *owed.listed(done)[:_MOST_ASIDE]], on)
    return {"columns": display.on_board(lines, on), "counts": owed.counted(scope.rows, on)}


def calendar_of(scope: Scope, on: date, month: str) -> dict[str, Any]:
    """The month with what is due on each day. 3 queries."""
    first = display.month_of(month, on)
    last = display.last_of(first)
    rows = owed.listed(owed.due_in(scope.rows, first, last).order_by("due_on", "pk"))
    lines = lines_in(scope, list(rows), on)
    return {
        "weeks": display.weeks_of(first, lines, working_calendar(), on),
        "month": first,
        "before": f"{display.month_before(first):%Y-%m}",
        "after": f"{display.next_month(first):%Y-%m}",
        "due_count": len(lines),
        "weekdays": display.WEEKDAYS,
    }
