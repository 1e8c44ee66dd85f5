"""An occurrence as pages show it: its state in a word, its days in a phrase. Pure."""

from __future__ import annotations

import calendar as months
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from cchc.plan.model import Comparator
from cchc.plan.reached import is_reached, share_reached
from cchc.web.plans.models import Target
from cchc.web.ui.templatetags.office import number
from cchc.web.work.models import Occurrence, TargetMeasure, Update

State = Occurrence.State
Kind = Occurrence.Kind
SOON = 14
_BRIEF = 12  # words
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_LATE, _SOON, _LATER = "Quá hạn", f"Đến hạn trong {SOON} ngày", "Sau đó"
_KINDS = {
    Update.Kind.NOTE: "going",
    Update.Kind.PART: "going",
    Update.Kind.PROPOSED: "going",
    Update.Kind.ACCEPTED: "done",
    Update.Kind.RETURNED: "soon",
    Update.Kind.REOPENED: "soon",
    Update.Kind.ASKED: "wait",
    Update.Kind.GRANTED: "done",
    Update.Kind.REFUSED: "late",
    Update.Kind.MOVED: "soon",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence of a list."""

    row: Occurrence
    look: str
    word: str
    days: str
    people: tuple[str, ...] = ()
    may_report: bool = False
    owes: str = ""

    @property
    def share(self) -> str:
        return share_in_words(self.row)

    @property
    def brief(self) -> str:
        """The first words of the task, for who hears the page instead of seeing it."""
        words = self.row.task.text.split()
        return " ".join(words[:_BRIEF]) + ("…" if len(words) > _BRIEF else "")


@dataclass(frozen=True, slots=True)
class Section:
    """Occurrences under one heading, with how many there are in all."""

    key: str
    title: str
    lines: Sequence[Line]
    count: int
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month's calendar with what is due on it."""

    on: date
    is_in_month: bool
    is_today: bool
    is_rest: bool
    name: str
    lines: list[Line] = field(default_factory=list)


def state_of(row: Occurrence, on: date) -> tuple[str, str]:
    """How a state looks, and its word: «Quá 5 ngày», «Còn 9 ngày», «Chờ công nhận»."""
    match State(row.state):
        case State.DONE:
            return "done", _done(row)
        case State.PROPOSED:
            return "going", "Chờ công nhận"
        case State.WAITING:
            return "wait", "Chờ sự việc"
        case State.UNCLEAR:
            return "soon", "Chưa rõ thời hạn"
        case State.WITHDRAWN:
            return "idle", "Không còn phải làm"
        case _:
            return _open(row, on)


def _done(row: Occurrence) -> str:
    if row.done_on and row.due_on and row.done_on > row.due_on:
        return f"Xong, muộn {(row.done_on - row.due_on).days} ngày"
    return "Xong đúng hạn"


def _open(row: Occurrence, on: date) -> tuple[str, str]:
    assert row.due_on is not None  # what is owed has a due day: a constraint
    left = (row.due_on - on).days
    if left < 0:
        return "late", f"Quá {-left} ngày"
    if left == 0:
        return "soon", "Hạn hôm nay"
    if left <= SOON:
        return "soon", f"Còn {left} ngày"
    if row.started_on is not None:
        return "going", "Đang làm"
    if row.opens_on is not None and row.opens_on > on:
        return "idle", f"Từ {short(row.opens_on, on)}"
    return "idle", "Chưa bắt đầu"


def short(day: date, on: date) -> str:
    """A day without its year where it is this year's."""
    return f"{day:%d/%m}" if day.year == on.year else f"{day:%d/%m/%Y}"


def days_of(row: Occurrence, on: date) -> str:
    """«trước 30/11: chậm nhất 29/11, nên xong 27/11»; nothing where there is no day."""
    if row.due_on is None:
        return ""
    said = f"chậm nhất {short(row.due_on, on)}"
    if row.extended_to is None and row.named_on and row.named_on > row.due_on:
        said = f"trước {short(row.named_on, on)}: {said}"
    if row.work_by and row.work_by != row.due_on and row.state == State.OPEN:
        said += f", nên xong {short(row.work_by, on)}"
    if row.extended_to and row.planned_due_on:
        said += f" (đã gia hạn; kế hoạch: {short(row.planned_due_on, on)})"
    return said


def owes_of(row: Occurrence) -> str:
    """The period, the event or the product that this time is about."""
    if row.kind == Kind.NOTE:
        return f"Ghi tiến độ kỳ {row.name}"
    if row.kind == Kind.ALL_YEAR:
        return row.product or "Cả năm"
    said = [one for one in (row.product, row.name) if one and one != row.task.deadline]
    return " · ".join(said) or "; ".join(row.task.outputs)


def share_in_words(row: Occurrence) -> str:
    """«1 trên 2» of a countable product."""
    if row.share_whole is None:
        return ""
    return f"{_plain(row.share_done or Decimal(0))} trên {_plain(row.share_whole)}"


def _plain(number: Decimal) -> str:
    exact = f"{number:f}"
    exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
    return exact.replace(".", ",")


Who = Mapping[tuple[int, UUID, int | None], list[tuple[int, str]]]


def lines_of(
    rows: Iterable[Occurrence],
    on: date,
    *,
    people: Who | None = None,
    reportable: Iterable[int] = (),
) -> list[Line]:
    """Occurrences as lines; `reportable` are those that the person who looks may update."""
    may = frozenset(reportable)
    named = people or {}
    return [
        Line(
            row,
            *state_of(row, on),
            days_of(row, on),
            tuple(name for _, name in named.get((row.plan_id, row.task_key, row.unit_id), ())),
            row.pk in may,
            owes_of(row),
        )
        for row in rows
    ]


def by_time(lines: Sequence[Line], on: date, counts: Any) -> list[Section]:
    """What is open in three sections by its days; those without lines on this page are left out."""
    until = on + timedelta(days=SOON)
    late = [one for one in lines if one.row.due_on and one.row.due_on < on]
    soon = [one for one in lines if one.row.due_on and on <= one.row.due_on <= until]
    later = [one for one in lines if one.row.due_on and one.row.due_on > until]
    found = (
        Section("qua-han", _LATE, late, counts.late),
        Section("sap-den", _SOON, soon, counts.soon),
        Section("sau-do", _LATER, later, counts.later),
    )
    return [one for one in found if one.lines]


def on_board(lines: Sequence[Line], on: date) -> list[Section]:
    """The same lines in columns by state: what is late stands first."""
    columns: dict[str, list[Line]] = {
        title: []
        for title in (_LATE, "Chưa bắt đầu", "Đang làm", "Chờ công nhận", "Chờ", "Xong gần đây")
    }
    for line in lines:
        columns[_column(line.row, on)].append(line)
    return [
        Section(f"cot-{place}", title, found, len(found))
        for place, (title, found) in enumerate(columns.items())
    ]


def _column(row: Occurrence, on: date) -> str:
    match State(row.state):
        case State.DONE | State.WITHDRAWN:
            return "Xong gần đây"
        case State.PROPOSED:
            return "Chờ công nhận"
        case State.WAITING | State.UNCLEAR:
            return "Chờ"
        case _:
            if row.due_on and row.due_on < on:
                return _LATE
            return "Đang làm" if row.started_on else "Chưa bắt đầu"


def month_of(text: str, on: date) -> date:
    """The first day of the month that an address asks for («2026-03»); else that of today."""
    year, _, month = text.partition("-")
    if year.isdigit() and month.isdigit() and 2000 <= int(year) <= 2100 and 1 <= int(month) <= 12:
        return date(int(year), int(month), 1)
    return on.replace(day=1)


def last_of(first: date) -> date:
    return first.replace(day=months.monthrange(first.year, first.month)[1])


def next_month(first: date) -> date:
    return last_of(first) + timedelta(days=1)


def month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def weeks_of(first: date, lines: Iterable[Line], calendar: Any, on: date) -> list[list[Day]]:
    """The month as weeks from Monday, each day with what is due on it and why nobody works."""
    days: dict[date, Day] = {}
    weeks = months.Calendar().monthdatescalendar(first.year, first.month)
    for one in (day for week in weeks for day in week):
        decided = calendar.reason(one)
        days[one] = Day(
            one,
            one.month == first.month,
            one == on,
            not calendar.is_working_day(one),
            decided.name if decided else "",
        )
    for line in lines:
        if line.row.due_on in days:
            days[line.row.due_on].lines.append(line)
    return [[days[one] for one in week] for week in weeks]


def look_of_update(update: Update) -> str:
    return _KINDS.get(Update.Kind(update.kind), "idle")


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """How far a target is, in words: «98,2 %», «Đạt»; nothing where nothing was measured."""

    promised: str
    said: str = ""
    state: str = ""
    look: str = "idle"


def standing_of_target(target: Target, row: TargetMeasure | None) -> TargetStanding:
    """Hold a measured number against what the plan commits to."""
    until = f"–{number(target.value_to)}" if target.value_to is not None else ""
    comparator = Comparator(target.comparator)
    promised = f"{target.get_comparator_display()} {number(target.value)}{until} {target.unit}"
    if row is None:
        return TargetStanding(promised.strip())
    said = f"{number(row.value)} {target.unit}".strip()
    if is_reached(comparator, target.value, row.value, target.value_to):
        return TargetStanding(promised.strip(), said, "Đạt", "done")
    share = share_reached(comparator, target.value, row.value)
    far = f"Chưa đạt, bằng {number(share)}% mức cam kết" if share is not None else "Chưa đạt"
    return TargetStanding(promised.strip(), said, far, "soon")
