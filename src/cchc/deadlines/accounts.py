"""Every number printed in a deadline is answered for by what was understood, or nothing was.

In: the signs of one part and the schedules read from it. Out: whether each number stands in a
date, a period, a rhythm, or in words that are kept. A safety net under the grammar, which does not
trust it: a number that was read and then forgotten makes the part unclear.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.loose_words import NUMBERED
from cchc.deadlines.stretches import last_of_month
from cchc.deadlines.vocabulary import Sign
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Every,
    Recurring,
    Schedule,
    Unclear,
    Window,
)

_MONTHS_IN = {
    Every.MONTH: 1, Every.QUARTER: 3, Every.PERIOD: 3, Every.HALF_YEAR: 6,
    Every.NINE_MONTHS: 9, Every.YEAR: 12,
}  # fmt: skip
_FIRST_YEAR = 1900
_LAST_WEEKDAY = 7
_WEEKS_IN_A_YEAR = 52
_UNITS = {Sign.MONTH: 1, Sign.QUARTER: 3, Sign.YEAR: 12}
_IN_A_LIST = {
    Sign.COMMA, Sign.AND, Sign.DASH, Sign.UNTIL, Sign.SLASH, Sign.NUMBER, Sign.ROMAN,
    Sign.NUMBER_WORD, Sign.BULLET, Sign.STOP, Sign.COLON, Sign.IN, Sign.END_OF, Sign.SEMICOLON,
}  # fmt: skip
_HOURS = {Sign.CLOCK, Sign.MINUTE}


def answers_for_all(
    lexemes: Lexemes, first: int, last: int, schedules: Sequence[Schedule], year: int
) -> bool:
    """Say whether the schedules explain every number from `first` up to `last`."""
    signs = lexemes.signs
    places = [place for place in range(first, last) if signs[place] in NUMBERED]
    if not places:
        return True
    kept = " ".join(_kept_words(schedule) for schedule in schedules)
    facts = _Facts(schedules, year)
    return all(
        _answers(lexemes, first, place, facts)
        or lexemes.text[lexemes.starts[place] : lexemes.ends[place]] in kept
        for place in places
    )


def _kept_words(schedule: Schedule) -> str:
    words = schedule.note or ""
    if isinstance(schedule, Conditional):
        return f"{words} {schedule.trigger}"
    return f"{words} {schedule.text}" if isinstance(schedule, Unclear) else words


class _Facts:
    """What the schedules of one part say, asked number by number."""

    __slots__ = ("dates", "named", "rhythms", "windows", "years")

    def __init__(self, schedules: Sequence[Schedule], year: int) -> None:
        self.years: set[int] = set()
        self.named: set[date] = set()
        self.windows: list[tuple[date, date]] = []
        self.rhythms: list[Recurring] = []
        for schedule in schedules:
            if isinstance(schedule, By):
                self.named.add(schedule.date)
            elif isinstance(schedule, Window):
                self.windows.append((schedule.start or schedule.end, schedule.end))
                self.named.update(self.windows[-1])
            elif isinstance(schedule, Recurring):
                self.rhythms.append(schedule)
                self.years |= set() if schedule.dates else {year}
            elif isinstance(schedule, Continuous):
                self.years.add(year)
        self.dates = {day for one in self.rhythms for day in one.dates or ()} | self.named
        for rhythm in self.rhythms:
            if len(rhythm.dates or ()) < _MONTHS_IN[Every.YEAR]:
                self.named.update(rhythm.dates or ())

    @property
    def says_when(self) -> bool:
        return bool(self.dates or self.rhythms or self.years)

    def has_day(self, day: int) -> bool:
        return any(found.day == day for found in self.dates)

    def has_month(self, month: int) -> bool:
        """A rhythm of every month names none of them."""
        if not 1 <= month <= 12:
            return False
        yearly = [one for one in self.rhythms if one.every is Every.YEAR and one.dates]
        if any(found.month == month for found in self.named):
            return True
        if any(max(one.dates or ()).month >= month for one in yearly):
            return True  # «tháng 11, 12 hàng năm» is due on the last of its days
        return any(_holds_month(start, end, month) for start, end in self.windows)

    def has_quarter(self, quarter: int) -> bool:
        return any(self.has_month(month) for month in range(3 * quarter - 2, 3 * quarter + 1))

    def has_year(self, year: int) -> bool:
        found = self.years | {day.year for day in self.dates}
        return year in found or any(start.year <= year <= end.year for start, end in self.windows)

    def has_length(self, months: int) -> bool:
        """«6 tháng» as a rhythm, «6 tháng đầu năm» as a window or as its edge."""
        if any(months == _MONTHS_IN.get(one.every, 0) for one in self.rhythms):
            return True
        return any(
            (day.month, day.day) == (months, last_of_month(day.year, day.month).day)
            or (day.month, day.day) == (13 - months, 1)
            or (day.month, day.day) == (12, 31)
            for day in self.dates
        )


def _holds_month(start: date, end: date, month: int) -> bool:
    first = start.year * 12 + start.month
    last = end.year * 12 + end.month
    return any(index % 12 == month % 12 for index in range(first, min(last, first + 11) + 1))


def _answers(lexemes: Lexemes, first: int, place: int, facts: _Facts) -> bool:
    sign, value = lexemes.signs[place], lexemes.values[place]
    if sign is Sign.DAY_MONTH_YEAR:
        return date(value[2], value[1], value[0]) in facts.dates
    if sign is Sign.DAY_MONTH:
        if any((day.day, day.month) == value for day in facts.dates):
            return True
        counted = _counted(lexemes, first, place)
        if value[1] > 12:
            return facts.has_year(2000 + value[1])
        return counted is not None and all(_is_named(counted, one, facts) for one in value)
    if sign is Sign.MONTH_YEAR:
        counted = _counted(lexemes, first, place) or Sign.MONTH
        return facts.has_year(value[1]) and _is_named(counted, value[0], facts)
    if sign is Sign.ROMAN:
        return facts.has_quarter(value[0]) or Sign.WEEK in lexemes.signs[first:place]
    return _answers_number(lexemes, first, place, facts)


def _answers_number(lexemes: Lexemes, first: int, place: int, facts: _Facts) -> bool:
    signs = lexemes.signs
    number = lexemes.values[place][0]
    before = signs[place - 1] if place > first else Sign.NOTHING
    after = signs[place + 1]
    if number >= _FIRST_YEAR:
        return facts.has_year(number)
    if after in _HOURS or before in _HOURS or _is_hour(signs, place):
        return bool(facts.dates or facts.windows or facts.rhythms or facts.years)
    if before is Sign.OPEN and after is Sign.CLOSE:
        return True  # «05 (năm) ngày»
    often = Sign.TIMES in signs[place + 1 : place + 5] or before in (Sign.SLASH, Sign.TIMES)
    if often and _is_frequency(number, facts):
        return True
    if (
        _head(lexemes, first, place) in (Sign.ORDINAL, Sign.WEEK)
        and number <= _LAST_WEEKDAY
        and facts.says_when
    ):
        return True
    if after in _UNITS and facts.has_length(number * _UNITS[after]):
        return True
    counted = _counted(lexemes, first, place)
    if counted is not None and _is_named(counted, number, facts):
        return True
    if after in (Sign.UNTIL, Sign.DASH) and facts.rhythms:
        return True  # «từ ngày 20 đến ngày 25 hàng tháng» is due on the last of its days
    return facts.has_day(number) or (before is Sign.SLASH and facts.has_year(2000 + number))


def _is_hour(signs: Sequence[Sign], place: int) -> bool:
    """«17:00 ngày 15/12»."""
    hour = (Sign.NUMBER, Sign.COLON, Sign.NUMBER, Sign.DAY)
    return tuple(signs[place : place + 4]) == hour or tuple(signs[place - 2 : place + 2]) == hour


def _is_frequency(number: int, facts: _Facts) -> bool:
    """«2 lần/năm», «1 tháng 1 lần»: how often, and how long between."""
    return any(
        number == 1
        or number == _MONTHS_IN.get(one.every, 0)
        or (_MONTHS_IN.get(one.every, 12) * number) in (3, 6, 12)
        for one in facts.rhythms
    ) or any(one.every is Every.WEEK and number == _WEEKS_IN_A_YEAR for one in facts.rhythms)


def _head(lexemes: Lexemes, first: int, place: int) -> Sign:
    """Return what stands before the list that a number belongs to: «tháng» in «tháng 3, 6»."""
    signs = lexemes.signs
    k = place - 1
    while k >= first and (signs[k] in _IN_A_LIST or signs[k] is Sign.MONTH_YEAR):
        k -= 1
    return signs[k] if k >= first else Sign.NOTHING


def _counted(lexemes: Lexemes, first: int, place: int) -> Sign | None:
    """Return the unit that a number is counted in, if it is the month or the quarter."""
    head = _head(lexemes, first, place)
    return head if head in (Sign.MONTH, Sign.QUARTER) else None


def _is_named(unit: Sign, number: int, facts: _Facts) -> bool:
    return facts.has_quarter(number) if unit is Sign.QUARTER else facts.has_month(number)
