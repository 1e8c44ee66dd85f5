"""A person's notices as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cchc.deadlines import WorkingCalendar
from cchc.web.work.models import Notice, Occurrence
from cchc.web.work.reminder_words import Line, look_of, more_words, says


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One occurrence of a digest: as it was told that day, and whether it is done since."""

    occurrence: int
    text: str
    says: str
    look: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class ToldNotice:
    """A notice with its lines ready to show."""

    notice: Notice
    lines: tuple[ToldLine, ...]
    more: str


def notice_rows_of(notices: QuerySet[Notice], which: str) -> QuerySet[Notice]:
    """All of them, or those not read yet («chua-doc»)."""
    rows = notices.order_by("-at", "-pk")
    return rows.filter(read_at=None) if which == "chua-doc" else rows


def unread(notices: QuerySet[Notice]) -> int:
    """1 query."""
    return notices.filter(read_at=None).count()


def told(notices: Iterable[Notice], calendar: WorkingCalendar) -> list[ToldNotice]:
    """Notices with their lines; what is done meanwhile says so. 1 query."""
    rows = list(notices)
    named = {line["occurrence"] for one in rows for line in one.lines}
    is_open = set(
        Occurrence.objects.filter(pk__in=named, state=Occurrence.State.OPEN).values_list(
            "pk", flat=True
        )
    )
    return [
        ToldNotice(
            one,
            tuple(_line(line, one.on, calendar, is_open) for line in one.lines),
            more_words(one.line_count - len(one.lines)),
        )
        for one in rows
    ]


def _line(line: Line, on: date, calendar: WorkingCalendar, is_open: set[int]) -> ToldLine:
    is_over = line["occurrence"] not in is_open
    look = "done" if is_over else look_of(line, on)
    return ToldLine(line["occurrence"], line["text"], says(line, calendar, on), look, is_over)
