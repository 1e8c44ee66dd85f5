"""Days picked in a month or a stretch: the 15th, the last working day, the first Monday.

In: a picker of the grammar and the first and last day it picks from. Out: a date, or None where
there is none. Working days are reckoned with the calendar that the caller gives.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.stretches import add_months, last_of_month
from cchc.plan.schedule import Every

# The months in which each period ends; `PERIOD` follows the quarters (interchange format).
_ENDS = {
    Every.MONTH: tuple(range(1, 13)),
    Every.QUARTER: (3, 6, 9, 12),
    Every.PERIOD: (3, 6, 9, 12),
    Every.HALF_YEAR: (6, 12),
    Every.NINE_MONTHS: (9,),
    Every.YEAR: (12,),
}
_LENGTHS = {
    Every.MONTH: 1, Every.QUARTER: 3, Every.PERIOD: 3, Every.HALF_YEAR: 6,
    Every.NINE_MONTHS: 9, Every.YEAR: 12,
}  # fmt: skip


class PickerKind(Enum):
    DAY = auto()  # number: day of the month, -1 the last
    START = auto()  # the first day
    WORKING_DAY = auto()  # number: n-th, -1 the last
    WEEKDAY = auto()  # number: n-th such weekday, -1 the last
    WEEKDAY_OF_WEEK = auto()  # number: n-th week from the first Monday, -1 the last
    WEEK = auto()  # the last day of the n-th week


class Picker(NamedTuple):
    kind: PickerKind
    number: int
    weekday: int = 0

    def pick(self, first: date, last: date, calendar: WorkingCalendar) -> date | None:
        """Pick the day between `first` and `last`; a 31st in a shorter month is its last day.

        Civil Code 2015, art. 148: where the last month has no such day, its last day counts.
        """
        match self.kind:
            case PickerKind.DAY:
                if self.number == -1:
                    return last
                return min(first + timedelta(days=self.number - 1), last)
            case PickerKind.START:
                return first
            case PickerKind.WORKING_DAY:
                return _working_day(self.number, first, last, calendar)
            case PickerKind.WEEKDAY:
                return _weekday(self.number, self.weekday, first, last)
            case PickerKind.WEEKDAY_OF_WEEK:
                monday = _weekday(self.number, 0, first, last)
                return None if monday is None else monday + timedelta(days=self.weekday)
            case PickerKind.WEEK:
                monday = _weekday(self.number, 0, first, last)
                return None if monday is None else monday + timedelta(days=6)


def _working_day(number: int, first: date, last: date, calendar: WorkingCalendar) -> date | None:
    if number == -1:
        day = last if calendar.is_working_day(last) else calendar.previous_working_day(last)
    else:
        day = calendar.add_working_days(first - timedelta(days=1), number)
    return day if first <= day <= last else None


def _weekday(number: int, weekday: int, first: date, last: date) -> date | None:
    if number == -1:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7, weeks=number - 1)
    return day if day <= last else None


def dates_in_year(
    picker: Picker, every: Every, place: int, shift: int, year: int, calendar: WorkingCalendar
) -> tuple[date, ...] | None:
    """Return the day of each period of a year.

    `place` is the month within the period (-1 its last), `shift` months after that: «tháng đầu quý
    sau» of the last quarter falls in the next year.
    """
    if every is Every.WEEK:
        return None
    found: list[date] = []
    for end in _ENDS[every]:
        back = 0 if place == -1 else place - _LENGTHS[every] + 1
        in_year, month = add_months(year, end, back + shift)
        day = picker.pick(date(in_year, month, 1), last_of_month(in_year, month), calendar)
        if day is not None:
            found.append(day)
    return tuple(found)


def last_days(every: Every, year: int) -> tuple[date, ...] | None:
    """Return the last day of each period; None for a week and where the rhythm is not said."""
    if every is Every.WEEK or every is Every.PERIOD:
        return None
    return tuple(last_of_month(year, month) for month in _ENDS[every])
