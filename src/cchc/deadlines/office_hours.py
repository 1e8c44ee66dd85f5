"""The hours of the working day in which an office writes to its people.

In: the hours as a setting says them («07:30-11:30, 13:30-17:00»), a moment, the working calendar.
Out: whether it is office time, and the next moment that is. Time zones are the caller's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from cchc.deadlines.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Hours:
    """One stretch of the day; the end is no longer part of it."""

    start: time
    end: time


def hours_of(text: str) -> tuple[Hours, ...]:
    """Understand «07:30-11:30, 13:30-17:00». Raises ValueError for anything else."""
    found = []
    for piece in text.split(","):
        start, _, end = (part.strip() for part in piece.partition("-"))
        found.append(Hours(time.fromisoformat(start), time.fromisoformat(end)))
        if found[-1].start >= found[-1].end:
            raise ValueError(text)
    return tuple(sorted(found, key=lambda one: one.start))


def is_office_time(moment: datetime, hours: Sequence[Hours], calendar: WorkingCalendar) -> bool:
    if not calendar.is_working_day(moment.date()):
        return False
    return any(one.start <= moment.time() < one.end for one in hours)


def next_office_moment(
    moment: datetime, hours: Sequence[Hours], calendar: WorkingCalendar
) -> datetime:
    """Return the moment itself in office time, else the next beginning of it."""
    if is_office_time(moment, hours, calendar):
        return moment
    day = moment.date()
    while True:
        if calendar.is_working_day(day):
            for one in hours:
                start = datetime.combine(day, one.start, tzinfo=moment.tzinfo)
                if start >= moment:
                    return start
        day += timedelta(days=1)
