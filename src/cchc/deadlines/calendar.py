"""The working calendar: which days are worked, and counting in working days.

In: dates. Out: dates and counts. The tables are read by `calendar_tables`; nothing here reads a
file or knows today. Monday to Friday are worked unless a rest day is decreed; a make-up day
(làm bù) is worked whatever day it is (Labour Code 2019, art. 111, 112; swaps by yearly decision).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

_ONE_DAY = timedelta(days=1)


class DayType(StrEnum):
    """How a decided day differs from an ordinary one."""

    REST = "nghỉ"
    MADE_UP = "làm bù"


@dataclass(frozen=True, slots=True)
class DecidedDay:
    """A day that the law or a yearly decision takes out of the ordinary week."""

    date: date
    type: DayType
    name: str
    legal_basis: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Decided days by date; later tables win over earlier ones."""

    decided: tuple[DecidedDay, ...] = ()
    _by_date: dict[date, DecidedDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_date", {day.date: day for day in self.decided})

    def with_days(self, days: Iterable[DecidedDay]) -> WorkingCalendar:
        """Return this calendar with further decided days laid over it."""
        laid = {**self._by_date, **{day.date: day for day in days}}
        return WorkingCalendar(tuple(laid[on] for on in sorted(laid)))

    def without_days(self, dates: Iterable[date]) -> WorkingCalendar:
        """Return this calendar with days made ordinary ones again."""
        left_out = frozenset(dates)
        return WorkingCalendar(tuple(day for day in self.decided if day.date not in left_out))

    def decided_in(self, year: int) -> tuple[DecidedDay, ...]:
        """Return the decided days of a year in order."""
        return tuple(day for day in self.decided if day.date.year == year)

    def covers(self, year: int) -> bool:
        """Say whether any day of the year is decided; if not, only weekends are known."""
        return any(day.date.year == year for day in self.decided)

    def reason(self, on: date) -> DecidedDay | None:
        """Return why a day is not an ordinary one, or None."""
        return self._by_date.get(on)

    def is_working_day(self, on: date) -> bool:
        decided = self._by_date.get(on)
        if decided is not None:
            return decided.type is DayType.MADE_UP
        return on.weekday() < 5

    def next_working_day(self, on: date) -> date:
        """Return the first working day after `on`."""
        return self.add_working_days(on, 1)

    def previous_working_day(self, on: date) -> date:
        """Return the last working day before `on`."""
        return self.add_working_days(on, -1)

    def due_after_shift(self, on: date) -> date:
        """Return `on`, or the next working day where it is a rest day (Civil Code art. 148.5)."""
        return on if self.is_working_day(on) else self.next_working_day(on)

    def add_working_days(self, on: date, count: int) -> date:
        """Count working days from `on`, which is not counted itself; negative counts back.

        Civil Code 2015, art. 147: the first day is not counted. 0 gives `on` back.
        """
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        day = on
        for _ in range(abs(count)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day

    def count_working_days(self, after: date, until: date) -> int:
        """Count the working days after `after` up to and including `until`; negative if earlier.

        The inverse of `add_working_days` where `until` is a working day.
        """
        if until < after:
            return -sum(
                self.is_working_day(until + timedelta(days=index))
                for index in range((after - until).days)
            )
        return sum(
            self.is_working_day(after + timedelta(days=index + 1))
            for index in range((until - after).days)
        )
