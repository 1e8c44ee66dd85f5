"""Stretches of the calendar as the words name them, before the year is known.

In: «quý II», «tuần 2 tháng 3», «cuối năm» as values of the grammar. Out: a first and a last day for
a year, or None where there is no such day (31/4, month 13): then nothing may be guessed.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum, auto
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

Span = tuple[date, date]
Shape = Callable[[int], Span | None]
_TABLES = Path(__file__).parent / "tables"
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Unit(Enum):
    """What is counted: a bare number after «tháng 5,» is a month again."""

    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    PART = auto()
    YEAR = auto()


class Stretch(NamedTuple):
    """A named stretch; `year` None takes the plan year, `shift` is 1 for «năm sau»."""

    unit: Unit
    shape: Shape
    year: int | None = None
    shift: int = 0

    def span(self, plan_year: int) -> Span | None:
        """Return the first and last day, or None where the calendar has no such day."""
        year = (self.year if self.year is not None else plan_year) + self.shift
        return self.shape(year) if 1900 <= year <= 2200 else None


def last_of_month(year: int, month: int) -> date:
    leap = month == 2 and ((year % 4 == 0 and year % 100 != 0) or year % 400 == 0)
    return date(year, month, 29 if leap else _LAST_DAYS[month - 1])


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Count months on: (2026, 11) and 3 → (2027, 2)."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def _day(day: int, month: int, year: int) -> Span | None:
    if not 1 <= month <= 12 or not 1 <= day <= last_of_month(year, month).day:
        return None
    found = date(year, month, day)
    return found, found


def _months(first: int, last: int, year: int) -> Span | None:
    if not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), last_of_month(year, last)


def _years(count: int, year: int) -> Span | None:
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def _edge(shape: Shape, place: int, year: int) -> Span | None:
    span = shape(year)
    if span is None:
        return None
    return span[place], span[place]


def _week(number: int, month: int, year: int) -> Span | None:
    """Weeks of a month run Monday to Sunday from its first Monday; -1 is the last Monday's."""
    if not 1 <= month <= 12:
        return None
    first = date(year, month, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    if number == -1:
        last = last_of_month(year, month)
        monday = last - timedelta(days=last.weekday())
    else:
        monday += timedelta(weeks=number - 1)
    if monday.month != month:
        return None
    return monday, monday + timedelta(days=6)


def _third(third: int, month: int, year: int) -> Span | None:
    if not 1 <= month <= 12:
        return None
    last = 10 * (third + 1) if third < 2 else last_of_month(year, month).day
    return date(year, month, 10 * third + 1), date(year, month, last)


def _half_month(half: int, month: int, year: int) -> Span | None:
    if not 1 <= month <= 12:
        return None
    if half == 0:
        return date(year, month, 1), date(year, month, 15)
    return date(year, month, 16), last_of_month(year, month)


def _half_quarter(half: int, number: int, year: int) -> Span | None:
    if not 1 <= number <= 4:
        return None
    middle = 3 * number - 1
    if half == 0:
        return date(year, middle - 1, 1), date(year, middle, 15)
    return date(year, middle, 16), last_of_month(year, middle + 1)


@lru_cache(maxsize=1)
def _lunar_new_year() -> dict[int, date]:
    with (_TABLES / "tet.csv").open(encoding="utf-8", newline="") as lines:
        days = [date.fromisoformat(row["date"]) for row in csv.DictReader(lines)]
    return {day.year: day for day in days}


def _tet(year: int) -> Span | None:
    day = _lunar_new_year().get(year)
    return None if day is None else (day, day)


def day_of(day: int, month: int, year: int | None = None) -> Stretch:
    """«30/11», «ngày 15 tháng 12 năm 2026»."""
    return Stretch(Unit.DAY, partial(_day, day, month), year)


def month(number: int, year: int | None = None) -> Stretch:
    """«Tháng 8/2020» (Đồng Tháp 2020) → 1 to 31 August."""
    return Stretch(Unit.MONTH, partial(_months, number, number), year)


def quarter(number: int, year: int | None = None) -> Stretch:
    """«Quý I» (Nghệ An 2023) → 1 January to 31 March; «Quý V» has no days."""
    if not 1 <= number <= 4:
        return Stretch(Unit.QUARTER, partial(_months, 13, 13), year)
    return Stretch(Unit.QUARTER, partial(_months, 3 * number - 2, 3 * number), year)


def months(first: int, last: int, unit: Unit = Unit.PART) -> Stretch:
    """«6 tháng đầu năm» → months 1 to 6."""
    return Stretch(unit, partial(_months, first, last))


def whole_year(year: int | None = None, count: int = 1) -> Stretch:
    """«Trong năm 2023», «Năm 2025 - 2026» (count 2)."""
    return Stretch(Unit.YEAR, partial(_years, count), year)


def first_day(of: Stretch) -> Stretch:
    return Stretch(Unit.DAY, partial(_edge, of.shape, 0), of.year, of.shift)


def last_day(of: Stretch) -> Stretch:
    return Stretch(Unit.DAY, partial(_edge, of.shape, 1), of.year, of.shift)


def week(number: int, month_number: int) -> Stretch:
    """«Tuần 2 tháng 3»; -1 is «tuần cuối»."""
    return Stretch(Unit.WEEK, partial(_week, number, month_number))


def third_of_month(third: int, month_number: int) -> Stretch:
    """«Trung tuần tháng 5» → 11 to 20 May."""
    return Stretch(Unit.PART, partial(_third, third, month_number))


def half_of_month(half: int, month_number: int) -> Stretch:
    """«Nửa cuối tháng 6» → 16 to 30 June."""
    return Stretch(Unit.PART, partial(_half_month, half, month_number))


def half_of_quarter(half: int, number: int) -> Stretch:
    """«Nửa cuối quý II» → 16 May to 30 June."""
    return Stretch(Unit.PART, partial(_half_quarter, half, number))


def lunar_new_year() -> Stretch:
    """«Tết Nguyên đán»: its first day, from `tables/tet.csv`; unknown outside that table."""
    return Stretch(Unit.DAY, _tet)
