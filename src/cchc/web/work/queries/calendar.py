"""The office's working calendar: the table that comes with the program, people's table over it."""

from __future__ import annotations

from cchc.deadlines import WorkingCalendar, default_calendar
from cchc.deadlines.calendar import DayType
from cchc.deadlines.calendar import DecidedDay as Decided
from cchc.web.work.models import DecidedDay


def working_calendar() -> WorkingCalendar:
    """The calendar that due days are reckoned by today. 1 query."""
    return calendar_with(DecidedDay.objects.filter(archived_at=None))


def calendar_with(days: object) -> WorkingCalendar:
    """The calendar with these of the office's days over the shipped table."""
    rows = list(days)  # type: ignore[call-overload]
    ordinary = [one.date for one in rows if one.type == DecidedDay.Type.ORDINARY]
    decided = [
        Decided(one.date, DayType(one.type), one.name, one.legal_basis)
        for one in rows
        if one.type != DecidedDay.Type.ORDINARY
    ]
    return default_calendar().without_days(ordinary).with_days(decided)
