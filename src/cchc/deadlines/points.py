"""Grammar of named stretches: dates, months, quarters, weeks, parts of a year.

Each function takes the signs and a place, and returns what it read and the place after it, or None.
No function here knows bounds («trước»), rhythms or conditions.
"""

from __future__ import annotations

from typing import NamedTuple

from cchc.deadlines import stretches
from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.numerals import NAMED_BY_NUMBER, named_year, number, ordinal, with_year
from cchc.deadlines.stretches import Stretch, Unit
from cchc.deadlines.vocabulary import Sign

_JOINTS = {Sign.COMMA, Sign.AND, Sign.SLASH}
_TO = {Sign.UNTIL, Sign.DASH}
_SOFT = {Sign.IN, Sign.ALL, Sign.OF, Sign.END_OF, Sign.DAY}
_DATES = {Sign.DAY_MONTH, Sign.DAY_MONTH_YEAR}
# After a bare number these make it something else than one more month or quarter.
_COUNTED = {
    Sign.MONTH, Sign.QUARTER, Sign.DAY, Sign.WORKING_DAY, Sign.TIMES, Sign.WEEK, Sign.WORD,
    Sign.YEAR, Sign.CLOCK, Sign.NUMBER, Sign.MARK,
}  # fmt: skip


_ENDINGS = {Sign.NOTHING, Sign.COMMA, Sign.SEMICOLON, Sign.CLOSE, Sign.STOP}
_PERIODS = {Sign.MONTH, Sign.QUARTER, Sign.PERIOD, Sign.WEEK}
_SOFT_BEFORE_A_PERIOD = {Sign.OF, Sign.IN, Sign.EVERY}


class Element(NamedTuple):
    """One stretch, or from one to another; `start` is None from the day of issue."""

    start: Stretch | None
    end: Stretch
    is_range: bool = False


def stretch(lexemes: Lexemes, i: int, *, bare_year: bool = False) -> tuple[Stretch, int] | None:
    """Read one named stretch; with `bare_year`, «năm» alone is the plan year («hết năm»)."""
    sign = lexemes.signs[i]
    reader = _READERS.get(sign)
    if reader is not None:
        return reader(lexemes, i)
    if sign is Sign.YEAR:
        return _year(lexemes, i, bare_year=bare_year)
    if sign is Sign.ALL and lexemes.signs[i + 1] is not Sign.ALL:
        return stretch(lexemes, i + 1, bare_year=True)
    return None


def _date(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    value = lexemes.values[i]
    if lexemes.signs[i] is Sign.DAY_MONTH_YEAR:
        return stretches.day_of(value[0], value[1], value[2]), i + 1
    if lexemes.signs[i + 1] is Sign.YEAR and lexemes.signs[i + 2] in _ENDINGS:
        return None  # «1/2 năm» is half of it
    return with_year(lexemes, stretches.day_of(value[0], value[1]), i + 1)


def _after_day(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«ngày 30/11», «ngày 15 tháng 12 năm 2026», «ngày Quốc khánh 2/9»."""
    if lexemes.signs[i + 1] in _DATES:
        return _date(lexemes, i + 1)
    return _day_and_month(lexemes, i + 1)


def _day_and_month(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«15 tháng 12 năm 2026», from the number on."""
    signs, values = lexemes.signs, lexemes.values
    if signs[i] is not Sign.NUMBER or values[i][0] > 99:
        return None
    j = i + 1
    if signs[j] in (Sign.COMMA, Sign.OF):
        j += 1
    if signs[j] is not Sign.MONTH:
        return None
    if signs[j + 1] is Sign.MONTH_YEAR:
        return stretches.day_of(values[i][0], *values[j + 1]), j + 2
    month = number(lexemes, j + 1)
    if month is not None and _counts_times(lexemes, month[1]):
        return None  # «2 tháng một lần»
    if month is None or (values[i][0] in (3, 6, 9) and signs[month[1]] in (Sign.START, Sign.END)):
        return None
    return with_year(lexemes, stretches.day_of(values[i][0], month[0]), month[1])


def _counts_times(lexemes: Lexemes, i: int) -> bool:
    """«một lần», «02 đợt»: what stands before «lần» is a count; before «đợt 1» it is not."""
    signs = lexemes.signs
    return signs[i] is Sign.TIMES and signs[i + 1] not in (Sign.NUMBER, Sign.ROMAN)


def _number(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«6 tháng đầu năm», «2 quý cuối năm», «15 tháng 12», «2025-2030», «2026»."""
    signs = lexemes.signs
    found = number(lexemes, i)
    if found is None:
        return None
    count, j = found
    if signs[j] is Sign.MONTH or signs[j] is Sign.QUARTER:
        size = count if signs[j] is Sign.MONTH else 3 * count
        if signs[j + 1] in (Sign.START, Sign.END):
            k = j + 2
            while signs[k] in _SOFT_BEFORE_A_PERIOD:
                k += 1
            if not 1 <= size < 12 or signs[k] in _PERIODS:
                return None
            ends = signs[j + 1] is Sign.END
            part = stretches.months(13 - size, 12) if ends else stretches.months(1, size)
            read, k = with_year(lexemes, part, j + 2)
            return read, k + (k == j + 2 and signs[k] is Sign.YEAR)
        if size == 12 and signs[j] is Sign.QUARTER and signs[j + 1] is not Sign.NUMBER:
            return with_year(lexemes, stretches.whole_year(), j + 1)
        if i > 0 and signs[i - 1] in NAMED_BY_NUMBER:
            return None
        return _day_and_month(lexemes, i)
    if 1900 <= count <= 2200 and (i == 0 or signs[i - 1] is not Sign.WORD):
        return _years(lexemes, count, j)
    return None


def _years(lexemes: Lexemes, first: int, i: int) -> tuple[Stretch, int]:
    """From the first year on: «2025 - 2030», «2025 đến năm 2030»."""
    signs, values = lexemes.signs, lexemes.values
    if signs[i] in _TO or signs[i] in _JOINTS:
        j = i + 1 + (signs[i + 1] is Sign.END_OF)
        j += signs[j] is Sign.YEAR
        if (
            signs[j] is Sign.NUMBER
            and first < values[j][0] <= 2200
            and (signs[i] in _TO or values[j][0] == first + 1)
        ):
            return stretches.whole_year(first, values[j][0] - first + 1), j + 1
    return stretches.whole_year(first), i


def _month_year(lexemes: Lexemes, i: int) -> tuple[Stretch, int]:
    return stretches.month(*lexemes.values[i]), i + 1


def _month(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«Tháng 8/2020», «T8», «tháng cuối quý II», «tháng cuối năm»."""
    signs, values = lexemes.signs, lexemes.values
    j = i + 1 + (signs[i + 1] in (Sign.STOP, Sign.COLON))
    if signs[j] is Sign.MONTH_YEAR:
        return stretches.month(*values[j]), j + 1
    if signs[j] is Sign.DAY_MONTH:
        first, second = values[j]
        if second >= 20:
            return stretches.month(first, 2000 + second), j + 1
        return None
    found = number(lexemes, j)
    if found is not None:
        counted = signs[i - 1] in (Sign.NUMBER, Sign.NUMBER_WORD)
        if signs[j] is Sign.NUMBER_WORD and signs[found[1]] is Sign.TIMES:
            return None  # «cuối tháng một lần»
        if counted and _counts_times(lexemes, found[1]):
            return None  # «6 tháng 1 lần»
        return with_year(lexemes, stretches.month(found[0]), found[1])
    place = ordinal(lexemes, j) or ((2, j + 1) if signs[j] is Sign.MIDDLE else None)
    if place is None:
        return None
    k = place[1] + (signs[place[1]] in _SOFT)
    if signs[k] is Sign.QUARTER:
        whole = _quarter(lexemes, k)
        if whole is None or place[0] > 3:
            return None
        return _part_of_quarter(whole[0], place[0]), whole[1]
    if signs[k] is Sign.YEAR and place[0] in (1, -1):
        return with_year(lexemes, stretches.month(1 if place[0] == 1 else 12), place[1])
    return None


def _part_of_quarter(whole: Stretch, place: int) -> Stretch:
    """Return the first, second, third (or, -1, last) month of a quarter."""
    span = whole._replace(year=None, shift=0).span(2000)
    if span is None:
        return whole
    month = span[0].month + (2 if place == -1 else place - 1)
    return stretches.month(month)._replace(year=whole.year, shift=whole.shift)


def _quarter(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«Quý I», «Q.III», «Quý 2/2026», «quý cuối năm»."""
    signs, values = lexemes.signs, lexemes.values
    j = i + 1 + (signs[i + 1] in (Sign.STOP, Sign.COLON))
    if signs[j] is Sign.MONTH_YEAR:
        return stretches.quarter(*values[j]), j + 1
    if signs[j] is Sign.DAY_MONTH:
        first, second = values[j]
        return (stretches.quarter(first, 2000 + second), j + 1) if second >= 20 else None
    if signs[j] is Sign.ROMAN:
        return with_year(lexemes, stretches.quarter(values[j][0]), j + 1)
    found = number(lexemes, j)
    if found is not None:
        if signs[j] is Sign.NUMBER_WORD and signs[found[1]] is Sign.TIMES:
            return None  # «cuối quý một lần»
        return with_year(lexemes, stretches.quarter(found[0]), found[1])
    place = ordinal(lexemes, j)
    if place is None or place[0] > 4:
        return None
    k = place[1] + (signs[place[1]] in (Sign.OF, Sign.IN))
    if signs[k] is not Sign.YEAR:
        return None
    return with_year(lexemes, stretches.quarter(4 if place[0] == -1 else place[0]), place[1])


def _half(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«nửa đầu năm», «nửa cuối tháng 6»."""
    signs = lexemes.signs
    if signs[i + 1] not in (Sign.START, Sign.END):
        return None
    half = int(signs[i + 1] is Sign.END)
    j = i + 2 + (signs[i + 2] is Sign.OF)
    if signs[j] is Sign.YEAR:
        return with_year(lexemes, stretches.months(6 * half + 1, 6 * half + 6), i + 2)
    if signs[j] not in (Sign.MONTH, Sign.QUARTER):
        return None
    whole = stretch(lexemes, j)
    if whole is None:
        return None
    read, k = whole
    of = read._replace(year=None, shift=0).span(2000)
    first = of[0].month if of is not None else 13
    if read.unit is Unit.QUARTER:
        part = stretches.half_of_quarter(half, (first + 2) // 3)
    else:
        part = stretches.half_of_month(half, first)
    return part._replace(year=read.year, shift=read.shift), k


def _ten_days(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«trung tuần tháng 5»."""
    j = i + 1 + (lexemes.signs[i + 1] is Sign.OF)
    if lexemes.signs[j] is not Sign.MONTH:
        return None
    found = number(lexemes, j + 1)
    if found is None:
        return None
    third = stretches.third_of_month(lexemes.values[i][0], found[0])
    return with_year(lexemes, third, found[1])


def _week(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«Tuần 2 tháng 3», «tuần cuối cùng của tháng 6»."""
    signs = lexemes.signs
    place = ordinal(lexemes, i + 1)
    if place is None and signs[i + 1] is Sign.ROMAN:
        place = lexemes.values[i + 1][0], i + 2
    if place is None:
        return None
    j = place[1] + (signs[place[1]] in (Sign.OF, Sign.COMMA, Sign.IN))
    if signs[j] is not Sign.MONTH:
        return None
    if signs[j + 1] is Sign.MONTH_YEAR:
        month, year = lexemes.values[j + 1]
        return stretches.week(place[0], month)._replace(year=year), j + 2
    found = number(lexemes, j + 1)
    if found is None:
        return None
    return with_year(lexemes, stretches.week(place[0], found[0]), found[1])


def _place_in(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«Đầu tháng 9» → 1 September, «cuối năm» → 31 December, «giữa quý II» → May.

    Civil Code 2015, art. 146; a quarter's start and middle are its first and second month.
    """
    signs = lexemes.signs
    j = i + 1 + (signs[i + 1] is Sign.OF)
    if signs[j] not in (Sign.MONTH, Sign.QUARTER, Sign.YEAR, Sign.THIS_YEAR, Sign.MONTH_YEAR):
        return None
    found = stretch(lexemes, j, bare_year=True)
    if found is None:
        return None
    return placed(signs[i], found[0]), found[1]


def placed(place: Sign, whole: Stretch) -> Stretch:
    """Return the start, middle or end of a month, quarter or year."""
    if place is Sign.END:
        return stretches.last_day(whole)
    if whole.unit is Unit.QUARTER:
        return _part_of_quarter(whole, 1 if place is Sign.START else 2)
    if place is Sign.START:
        return stretches.first_day(whole)
    if whole.unit is Unit.YEAR:
        return stretches.day_of(30, 6)._replace(year=whole.year, shift=whole.shift)
    span = whole._replace(year=None, shift=0).span(2000)
    month = span[0].month if span else 13
    return stretches.day_of(15, month)._replace(year=whole.year, shift=whole.shift)


def _year(lexemes: Lexemes, i: int, *, bare_year: bool) -> tuple[Stretch, int] | None:
    """«Năm 2025 - 2026», «năm sau»; «năm» alone only where a year must stand."""
    named = named_year(lexemes, i)
    if named is None:
        return (stretches.whole_year(), i + 1) if bare_year else None
    year, shift, j = named
    if year is None:
        return stretches.whole_year()._replace(shift=shift), j
    return _years(lexemes, year, j)


def _this_year(lexemes: Lexemes, i: int) -> tuple[Stretch, int]:
    return stretches.whole_year(), i + 1


def _stage(lexemes: Lexemes, i: int) -> tuple[Stretch, int] | None:
    """«Giai đoạn 2025-2030», «giai đoạn từ năm 2026 đến năm 2030»."""
    signs = lexemes.signs
    j = i + 1 + (signs[i + 1] is Sign.FROM)
    j += signs[j] is Sign.YEAR
    if signs[j] is not Sign.NUMBER or lexemes.values[j][0] < 1900:
        return None
    return _years(lexemes, lexemes.values[j][0], j + 1)


def _tet(lexemes: Lexemes, i: int) -> tuple[Stretch, int]:
    """«Tết Nguyên đán», «Tết Bính Ngọ năm 2026»."""
    j = i + 1
    while j < i + 3 and lexemes.signs[j] is Sign.WORD and lexemes.is_capital(j):
        j += 1
    return with_year(lexemes, stretches.lunar_new_year(), j)


def _named_day(lexemes: Lexemes, i: int) -> tuple[Stretch, int]:
    """«Quốc khánh», «Quốc khánh 2/9», «Quốc khánh (02/9/2026)»."""
    month, day = divmod(lexemes.values[i][0], 100)
    opened = lexemes.signs[i + 1] is Sign.OPEN
    j = i + 1 + opened
    if lexemes.signs[j] in _DATES and lexemes.values[j][:2] == (day, month):
        read = _date(lexemes, j)
        if read is not None:
            return read[0], read[1] + (opened and lexemes.signs[read[1]] is Sign.CLOSE)
    return with_year(lexemes, stretches.day_of(day, month), i + 1)


_READERS = {
    Sign.DAY_MONTH: _date,
    Sign.DAY_MONTH_YEAR: _date,
    Sign.DAY: _after_day,
    Sign.NUMBER: _number,
    Sign.NUMBER_WORD: _number,
    Sign.MONTH_YEAR: _month_year,
    Sign.MONTH: _month,
    Sign.QUARTER: _quarter,
    Sign.HALF: _half,
    Sign.TEN_DAYS: _ten_days,
    Sign.WEEK: _week,
    Sign.START: _place_in,
    Sign.MIDDLE: _place_in,
    Sign.END: _place_in,
    Sign.THIS_YEAR: _this_year,
    Sign.STAGE: _stage,
    Sign.TET: _tet,
    Sign.NAMED_DAY: _named_day,
}
