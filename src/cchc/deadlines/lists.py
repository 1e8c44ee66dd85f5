"""Grammar of lists and ranges: «Quý II, III», «15/6 và 15/12», «từ tháng 3 đến tháng 5».

What is left out is taken from the neighbour: the unit from before («tháng 5, 6»), the month and the
year from behind («từ 10 đến 15/3/2026»).
"""

from __future__ import annotations

from cchc.deadlines import stretches
from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.numerals import NAMED_BY_NUMBER, number, year_after
from cchc.deadlines.points import Element, placed, stretch
from cchc.deadlines.stretches import Stretch, Unit
from cchc.deadlines.vocabulary import Sign

_JOINTS = {Sign.COMMA, Sign.AND, Sign.SLASH}
_TO = {Sign.UNTIL, Sign.DASH}
_PLACES = {Sign.START, Sign.MIDDLE, Sign.END}
_DATES = {Sign.DAY_MONTH, Sign.DAY_MONTH_YEAR}
_LEAD_IN = {Sign.IN, Sign.ALL}
_ENDINGS = {
    Sign.NOTHING, Sign.COMMA, Sign.SEMICOLON, Sign.CLOSE, Sign.STOP, Sign.AND, Sign.DASH,
    Sign.UNTIL, Sign.OPEN, Sign.SLASH, Sign.YEAR, Sign.OF, Sign.EVERY, Sign.COLON, Sign.IN,
    Sign.BULLET, Sign.THIS_YEAR,
}  # fmt: skip
_NOT_BEFORE_A_DAY = _JOINTS | {Sign.MONTH, Sign.QUARTER, Sign.STOP}
_MOST_MEMBERS = 24
_DATE_WORDS = 8  # the first date of a list stands within so many words
_CLOSINGS = {
    Sign.NOTHING, Sign.SEMICOLON, Sign.CLOSE, Sign.STOP, Sign.COMMA, Sign.AND, Sign.EVERY,
}  # fmt: skip


def elements(
    lexemes: Lexemes, i: int, *, bare_year: bool = False
) -> tuple[list[Element], int] | None:
    """Read a list of stretches and ranges, with the years already shared among them."""
    first = _weeks(lexemes, i) or _element(lexemes, i, None, bare_year=bare_year)
    if first is None:
        return None
    found, j = first
    place = lexemes.signs[i] if lexemes.signs[i] in _PLACES else None
    while len(found) < _MOST_MEMBERS:
        joint = _joint(lexemes, j)
        if joint is None:
            break
        more = _placed_again(lexemes, joint, i) if place is not None else None
        more = more or _element(
            lexemes, joint, found[-1].end, bare_year=False, day=_day_of(lexemes, i, j)
        )
        if more is None or not _fits(lexemes, j, found[-1], more):
            break
        found += more[0]
        j = more[1]
    return _share_years(found), j


def _placed_again(lexemes: Lexemes, i: int, first: int) -> tuple[list[Element], int] | None:
    """«Cuối quý II, quý IV», «cuối tháng 6 và 12»: the first word places all that follow."""
    of = first + 1 + (lexemes.signs[first + 1] is Sign.OF)
    before = {Sign.MONTH: stretches.month(1), Sign.QUARTER: stretches.quarter(1)}.get(
        lexemes.signs[of]
    )
    if before is None:
        return None
    named = stretch(lexemes, i) if lexemes.signs[i] is lexemes.signs[of] else None
    named = named or _same_unit(lexemes, i, before, None)
    if named is None:
        return None
    whole = placed(lexemes.signs[first], named[0])
    return [Element(whole, whole)], named[1]


def _weeks(lexemes: Lexemes, i: int) -> tuple[list[Element], int] | None:
    """«Tuần 1, 2 tháng 5», «tuần 3 - 4 tháng 6»: the month of all stands at the end."""
    signs, values = lexemes.signs, lexemes.values
    if signs[i] is not Sign.WEEK or signs[i + 1] is not Sign.NUMBER:
        return None
    numbers = [values[i + 1][0]]
    j = i + 2
    while signs[j] in _JOINTS | _TO and signs[j + 1] is Sign.NUMBER:
        low = numbers[-1] + 1 if signs[j] in _TO else values[j + 1][0]
        numbers += range(low, min(values[j + 1][0], 6) + 1)
        j += 2
    j += signs[j] in (Sign.OF, Sign.COMMA, Sign.IN)
    month = stretch(lexemes, j) if signs[j] is Sign.MONTH else None
    if month is None or month[0].unit is not Unit.MONTH or len(numbers) < 2:
        return None
    span = month[0]._replace(year=None, shift=0).span(2000)
    in_month = span[0].month if span is not None else 13
    weeks = [
        stretches.week(one, in_month)._replace(year=month[0].year, shift=month[0].shift)
        for one in numbers
    ]
    return [Element(one, one) for one in weeks], month[1]


def _joint(lexemes: Lexemes, i: int) -> int | None:
    """Return the place of the next member, or None where the list ends."""
    signs = lexemes.signs
    j = i
    if signs[j] is Sign.COMMA or signs[j] is Sign.SEMICOLON:
        j += 1
    if signs[j] is Sign.BULLET and not lexemes.new_line[j] and lexemes.slice(j, j + 1) == "+":
        return j + 1
    if signs[j] is Sign.AND or (signs[j] is Sign.SLASH and j == i):
        j += 1
    if j == i:
        return j if i < lexemes.length and lexemes.new_line[i] else None
    while signs[j] in _LEAD_IN:
        j += 1
    return j


def _fits(lexemes: Lexemes, i: int, before: Element, more: tuple[list[Element], int]) -> bool:
    """Say whether what was read after the joint at `i` belongs to the list.

    After a semicolon or on a new line only a member of the same unit that stands alone does:
    «Quý I; Quý II» is one list, «Quý I; Quý IV: báo cáo» is not.
    """
    if (before.end.unit is Unit.DAY) is not (more[0][0].end.unit is Unit.DAY):
        return False  # «trước 15/3, quý II trước 15/6»
    if lexemes.signs[i] is not Sign.SEMICOLON and (
        lexemes.signs[i] in _JOINTS or not lexemes.new_line[i]
    ):
        return True
    members, end = more
    return members[0].end.unit is before.end.unit and lexemes.signs[end] in _CLOSINGS


def _day_of(lexemes: Lexemes, first: int, last: int) -> int | None:
    """Return the day in «ngày 20 tháng 6», for «… và tháng 12»; None if it was printed 20/6."""
    for place in range(first, min(last - 2, first + _DATE_WORDS)):
        if lexemes.signs[place] is Sign.NUMBER and lexemes.values[place][0] <= 31:
            if place > 0 and lexemes.signs[place - 1] in _NOT_BEFORE_A_DAY:
                continue
            after = place + 1 + (lexemes.signs[place + 1] in (Sign.COMMA, Sign.OF, Sign.ALL))
            after += lexemes.signs[after] is Sign.ALL
            if lexemes.signs[after] is Sign.MONTH:
                follows = lexemes.signs[after + 1]
                if follows in (Sign.NUMBER, Sign.NUMBER_WORD, Sign.MONTH_YEAR):
                    return lexemes.values[place][0]
    return None


def _element(
    lexemes: Lexemes,
    i: int,
    before: Stretch | None,
    *,
    bare_year: bool,
    day: int | None = None,
) -> tuple[list[Element], int] | None:
    """Read one member: a stretch, a bare number of the unit before, a list of days, or a range."""
    if before is None or before.unit is Unit.DAY or lexemes.signs[i] is Sign.DAY:
        days = _days_of_one_month(lexemes, i)
        if days is not None:
            return days
    elif lexemes.signs[i] is Sign.DAY_MONTH and lexemes.signs[i - 1] is Sign.SLASH:
        pair = _two(before.unit, lexemes.values[i])
        if pair is not None:
            return pair, i + 1
    start = _member(lexemes, i, before, bare_year=bare_year, day=day)
    if start is None:
        return _pair(lexemes, i)
    found, j = start
    last = found
    while lexemes.signs[j] in _TO and not lexemes.new_line[j]:
        end = _range_end(lexemes, j + 1, last)
        if end is None:
            break
        last, j = end
    return [Element(found, last, is_range=last is not found)], j


def _member(
    lexemes: Lexemes, i: int, before: Stretch | None, *, bare_year: bool, day: int | None
) -> tuple[Stretch, int] | None:
    signs, values = lexemes.signs, lexemes.values
    if before is not None:
        again = _same_unit(lexemes, i, before, day)
        if again is not None:
            return again
    if day is not None and signs[i] is Sign.MONTH:
        month = number(lexemes, i + 1)
        if month is not None:
            return _dated(lexemes, stretches.day_of(day, month[0]), month[1])
    if (signs[i] is Sign.DAY and signs[i + 1] is Sign.NUMBER) or signs[i] is Sign.NUMBER:
        # «ngày 15 các tháng 3, 6»: the word for «the» between day and month
        j = i + (signs[i] is Sign.DAY)
        k = j + 1 + (signs[j + 1] in (Sign.OF, Sign.IN, Sign.COMMA))
        if signs[k] is Sign.ALL and signs[k + 1] is Sign.MONTH and values[j][0] <= 31:
            month = number(lexemes, k + 2)
            if month is not None:
                return _dated(lexemes, stretches.day_of(values[j][0], month[0]), month[1])
    return stretch(lexemes, i, bare_year=bare_year)


def _same_unit(
    lexemes: Lexemes, i: int, before: Stretch, day: int | None
) -> tuple[Stretch, int] | None:
    """«tháng 5, 6»: a number alone counts what was counted before."""
    signs = lexemes.signs
    sign = signs[i]
    if sign is Sign.ROMAN and before.unit is Unit.QUARTER:
        return _dated(lexemes, stretches.quarter(lexemes.values[i][0]), i + 1)
    if sign is Sign.MONTH_YEAR:
        month, year = lexemes.values[i]
        if before.unit is Unit.QUARTER:
            return stretches.quarter(month, year), i + 1
        if day is not None:
            return stretches.day_of(day, month, year), i + 1
        return None
    if sign is not Sign.NUMBER or signs[i + 1] not in _ENDINGS or lexemes.values[i][0] > 12:
        return None
    if signs[i + 1] is Sign.STOP and signs[i + 2] is not Sign.NOTHING:
        return None  # «1. Kế hoạch: Quý I; 2. Báo cáo: …»
    if before.unit is Unit.QUARTER:
        return _dated(lexemes, stretches.quarter(lexemes.values[i][0]), i + 1)
    if before.unit is Unit.MONTH:
        return _dated(lexemes, stretches.month(lexemes.values[i][0]), i + 1)
    if day is not None:
        return _dated(lexemes, stretches.day_of(day, lexemes.values[i][0]), i + 1)
    return None


def _dated(lexemes: Lexemes, found: Stretch, i: int) -> tuple[Stretch, int]:
    year = year_after(lexemes, i)
    if year is None:
        return found, i
    return found._replace(year=year[0], shift=year[1]), year[2]


def _range_end(lexemes: Lexemes, i: int, start: Stretch) -> tuple[Stretch, int] | None:
    signs = lexemes.signs
    j = i
    while signs[j] in (Sign.END_OF, Sign.IN, Sign.ALL, Sign.BEFORE):
        j += 1
    again = _same_unit(lexemes, j, start, None)
    if again is not None:
        return again
    if signs[j] is Sign.NUMBER and lexemes.values[j][0] >= 1900 and start.unit is not Unit.YEAR:
        return None  # «quý I năm 2026 - 2027»
    # A dash between two dates is a range; between a date and words it begins the next item.
    return stretch(lexemes, j, bare_year=signs[i - 1] is Sign.UNTIL)


def _days_of_one_month(lexemes: Lexemes, i: int) -> tuple[list[Element], int] | None:
    """«10 - 15/3», «từ ngày 10 đến ngày 15 tháng 3», «ngày 14, 15/3»: the month comes last."""
    signs, values = lexemes.signs, lexemes.values
    j = i + (signs[i] is Sign.DAY)
    if signs[j] is not Sign.NUMBER or values[j][0] > 31:
        return None
    if i == j and i > 0 and signs[i - 1] in NAMED_BY_NUMBER:
        return None
    is_range = signs[j + 1] in _TO
    days = [values[j][0]]
    k = j + 1
    while signs[k] in (_TO if is_range else _JOINTS):
        k += 1 + (signs[k + 1] is Sign.DAY)
        if signs[k] in _DATES or (signs[k + 1] is Sign.MONTH and signs[k] is Sign.NUMBER):
            last = stretch(lexemes, k)
            if last is None or last[0].unit is not Unit.DAY:
                return None
            month = last[0]._replace(year=None, shift=0).span(2000)
            if month is None:
                return [Element(last[0], last[0])], last[1]
            firsts = [
                stretches.day_of(day, month[0].month)._replace(year=last[0].year) for day in days
            ]
            if is_range:
                return [Element(firsts[0], last[0], is_range=True)], last[1]
            return [Element(day, day) for day in [*firsts, last[0]]], last[1]
        if is_range or signs[k] is not Sign.NUMBER or values[k][0] > 31:
            return None
        days.append(values[k][0])
        k += 1
    return None


def _pair(lexemes: Lexemes, i: int) -> tuple[list[Element], int] | None:
    """«Quý 1/2», «tháng 5/6»: a slash between two numbers of one unit."""
    j = i + 1 + (lexemes.signs[i + 1] is Sign.STOP)
    if lexemes.signs[i] not in (Sign.MONTH, Sign.QUARTER) or lexemes.signs[j] is not Sign.DAY_MONTH:
        return None
    unit = Unit.MONTH if lexemes.signs[i] is Sign.MONTH else Unit.QUARTER
    pair = _two(unit, lexemes.values[j])
    return None if pair is None else (pair, j + 1)


def _two(unit: Unit, numbers: tuple[int, ...]) -> list[Element] | None:
    if unit is Unit.MONTH:
        found = [stretches.month(number) for number in numbers]
    elif unit is Unit.QUARTER:
        found = [stretches.quarter(number) for number in numbers]
    else:
        return None
    return [Element(one, one) for one in found]


def _share_years(found: list[Element]) -> list[Element]:
    """A year printed at the end serves the members before it that have none: «Quý III, IV/2025»."""
    shared: list[Element] = []
    year: int | None = None
    unit: Unit | None = None
    for element in reversed(found):
        start, end = element.start, element.end
        if end.year is None and end.shift == 0 and end.unit is unit:
            end = end._replace(year=year)
        if not element.is_range:
            start = end
        elif start is not None and start.year is None and start.shift == 0 and end.year:
            start = start._replace(year=end.year)
            span_start, span_end = start.span(end.year), end.span(end.year)
            if span_start and span_end and span_start[0] > span_end[1]:
                start = start._replace(year=end.year - 1)
        year = start.year if start is not None else end.year
        unit = end.unit
        shared.append(Element(start, end, element.is_range))
    shared.reverse()
    return _in_the_year_before(shared)


def _in_the_year_before(found: list[Element]) -> list[Element]:
    """«Năm 2027, quý II» is the second quarter of 2027, not two things."""
    year, rest = found[0].end, found[1:]
    if year.unit is not Unit.YEAR or found[0].is_range or not rest:
        return found
    narrower = all(
        one.end.unit in (Unit.MONTH, Unit.QUARTER, Unit.PART) and one.end.year is None
        for one in rest
    )
    if not narrower or any(one.is_range for one in rest):
        return found
    named = [one.end._replace(year=year.year, shift=year.shift) for one in rest]
    return [Element(one, one) for one in named]
