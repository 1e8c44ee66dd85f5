"""Due days of a schedule in a year, and the working day each falls on.

A date that a plan names is not moved by law when it is a rest day: it is only said, with the
working day before it (Civil Code 2015, art. 148.5 moves the end of a length of time, not a date
that was named).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from cchc.deadlines.calendar import WorkingCalendar
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Recurring,
    Schedule,
    Unclear,
    Window,
)


@dataclass(frozen=True, slots=True)
class DueDay:
    """`named` is the date in the words, `last_day` the last that is in time («trước» excludes),
    `working_day` the last working day that is in time."""

    named: date
    last_day: date
    working_day: date


def due_days(schedule: Schedule, year: int) -> tuple[date, ...]:
    """Return the days named by a schedule for a year, in order.

    A window is due on its last day; what is continuous is not overdue before the year ends. A week
    without a day, a bare period, a condition and what is unclear have none.
    """
    match schedule:
        case By(date=day):
            return (day,)
        case Window(end=end):
            return (end,)
        case Recurring(dates=dates):
            return tuple(sorted(dates or ()))
        case Continuous():
            return (date(year, 12, 31),)
        case Conditional() | Unclear():
            return ()
        case _:
            assert_never(schedule)


def due_on_working_days(
    schedule: Schedule, year: int, calendar: WorkingCalendar
) -> tuple[DueDay, ...]:
    """Return each due day with the last working day on which it can still be kept."""
    excluded = isinstance(schedule, By) and not schedule.inclusive
    found = []
    for named in due_days(schedule, year):
        last = named - timedelta(days=1) if excluded else named
        works = calendar.is_working_day(last)
        found.append(DueDay(named, last, last if works else calendar.previous_working_day(last)))
    return tuple(found)
