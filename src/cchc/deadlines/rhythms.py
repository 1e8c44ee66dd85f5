"""Grammar of rhythms: «hàng quý», «01 lần/quý», «quý, 6 tháng, năm», and days within a period.

A day within a period («ngày 15 hàng tháng», «ngày 20 của tháng cuối kỳ báo cáo», «thứ Hai tuần đầu
tiên của tháng») is read here and turned into dates by `days`.
"""

from __future__ import annotations

from typing import NamedTuple

from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.numerals import number, ordinal
from cchc.deadlines.vocabulary import Sign
from cchc.plan.schedule import Every

_JOINTS = {Sign.COMMA, Sign.AND, Sign.SLASH, Sign.SEMICOLON, Sign.DASH}
UNITS = {
    Sign.WEEK: Every.WEEK, Sign.MONTH: Every.MONTH, Sign.QUARTER: Every.QUARTER,
    Sign.YEAR: Every.YEAR, Sign.PERIOD: Every.PERIOD, Sign.HALF_YEAR: Every.HALF_YEAR,
}  # fmt: skip
_MONTHS = {
    1: Every.MONTH, 3: Every.QUARTER, 6: Every.HALF_YEAR, 9: Every.NINE_MONTHS, 12: Every.YEAR,
}  # fmt: skip
_TIMES_A_YEAR = {
    1: Every.YEAR, 2: Every.HALF_YEAR, 4: Every.QUARTER, 12: Every.MONTH, 52: Every.WEEK,
}  # fmt: skip
_IN_A_YEAR = {
    Every.WEEK: 52.0, Every.MONTH: 12.0, Every.QUARTER: 4.0, Every.HALF_YEAR: 2.0, Every.YEAR: 1.0,
}  # fmt: skip
_NOT_BARE = {
    Sign.NUMBER, Sign.ROMAN, Sign.MONTH_YEAR, Sign.DAY_MONTH, Sign.NUMBER_WORD, Sign.WORD,
    Sign.NEXT, Sign.PREVIOUS, Sign.ORDINAL, Sign.START, Sign.END, Sign.MIDDLE, Sign.MARK,
}  # fmt: skip


class Rhythm(NamedTuple):
    """How often, in printed order; `marked` where a word such as «hàng» says that it is one."""

    everys: tuple[Every, ...]
    marked: bool
    year: int | None = None


def unit_at(lexemes: Lexemes, i: int, *, bare: bool) -> tuple[Every, int] | None:
    """Read «quý», «năm», «6 tháng», «6 tháng đầu năm»; `bare` refuses «quý I» and «năm 2026»."""
    signs = lexemes.signs
    found = UNITS.get(signs[i])
    if found is not None:
        if lexemes.values[i] == (1,) or (bare and goes_on(lexemes, i + 1)):
            return None
        return found, i + 1
    count = number(lexemes, i)
    if count is None or signs[count[1]] not in (Sign.MONTH, Sign.QUARTER, Sign.YEAR):
        return None
    size = count[0] * {Sign.MONTH: 1, Sign.QUARTER: 3, Sign.YEAR: 12}[signs[count[1]]]
    every = _MONTHS.get(size)
    after = count[1] + 1
    if every is None or lexemes.values[count[1]] == (1,):
        return None
    if bare and goes_on(lexemes, after):
        return None
    return every, after


def goes_on(lexemes: Lexemes, i: int) -> bool:
    sign = lexemes.signs[i]
    if sign is Sign.SLASH:
        months = lexemes.signs[i + 2] is Sign.MONTH and lexemes.signs[i + 3] is not Sign.NUMBER
        return lexemes.signs[i + 1] is Sign.NUMBER and not months
    return sign in _NOT_BARE and not (i < lexemes.length and lexemes.new_line[i])


def rhythm(lexemes: Lexemes, i: int) -> tuple[Rhythm, int] | None:
    """Read one rhythm or a list of them: «Theo định kỳ, quý, tháng, năm» (Nghệ An 2023)."""
    signs = lexemes.signs
    frequency = _frequency(lexemes, i)
    if frequency is not None:
        return frequency
    if signs[i] is Sign.REGULAR:
        j = i + 1
        opening = signs[j]
        k = j + (opening in (Sign.COMMA, Sign.OPEN, Sign.COLON))
        k += signs[k] is Sign.ACCORDING
        listed = _items(lexemes, k, marked=True)
        if listed is None:
            return Rhythm((Every.PERIOD,), marked=True), j
        items, end = listed
        if opening is Sign.OPEN:
            if signs[end] is not Sign.CLOSE:
                return Rhythm((Every.PERIOD,), marked=True), j
            end += 1
        return Rhythm(items, marked=True), end
    if signs[i] is Sign.YEARLY:
        return Rhythm((Every.YEAR,), marked=True), i + 1
    if signs[i] is Sign.EVERY:
        listed = _items(lexemes, i, marked=True)
        return None if listed is None else (Rhythm(listed[0], marked=True), listed[1])
    if signs[i] is Sign.ACCORDING or signs[i] is Sign.ALL:
        return _plural(lexemes, i)
    return _bare(lexemes, i)


def _plural(lexemes: Lexemes, i: int) -> tuple[Rhythm, int] | None:
    """«Theo quý», «các quý trong năm», «theo từng quý»."""
    signs = lexemes.signs
    if signs[i] is Sign.ALL and signs[i + 1] not in (Sign.MONTH, Sign.QUARTER, Sign.PERIOD):
        return None
    if signs[i + 1] is Sign.PERIOD and not goes_on(lexemes, i + 2):
        return Rhythm((Every.PERIOD,), marked=True), i + 2
    listed = _items(lexemes, i + 1, marked=True)
    if listed is None:
        return None
    end = listed[1]
    if signs[i] is Sign.ACCORDING and signs[end] is Sign.OF:
        return None
    return Rhythm(listed[0], marked=True), end


def _items(lexemes: Lexemes, i: int, *, marked: bool) -> tuple[tuple[Every, ...], int] | None:
    """Read units in a row, the first and any other perhaps with «hàng» before it."""
    signs = lexemes.signs
    found: list[Every] = []
    j = end = i
    while True:
        every = signs[j] is Sign.EVERY
        j += every
        item = unit_at(lexemes, j, bare=True) or (_half_named(lexemes, j) if marked else None)
        if item is None or (item[0] is Every.PERIOD and not found and not every):
            break
        found.append(item[0])
        end = item[1]
        if signs[end] not in _JOINTS:
            break
        j = end + 1
        if signs[end] is Sign.COMMA and signs[j] is Sign.AND:
            j += 1
        if signs[j] is Sign.REGULAR or (signs[j] is Sign.ALL and signs[j + 1] is Sign.YEAR):
            j += 1
    if not found:
        return None
    return tuple(dict.fromkeys(found)), end


def _half_named(lexemes: Lexemes, i: int) -> tuple[Every, int] | None:
    """In a list of rhythms «6 tháng đầu năm» is the half-year: «quý, 6 tháng đầu năm, năm»."""
    count = number(lexemes, i)
    if count is None or count[0] not in (6, 9) or lexemes.signs[count[1]] is not Sign.MONTH:
        return None
    if lexemes.signs[count[1] + 1] is not Sign.START:
        return None
    after = count[1] + 2 + (lexemes.signs[count[1] + 2] is Sign.YEAR)
    return _MONTHS[count[0]], after


def _bare(lexemes: Lexemes, i: int) -> tuple[Rhythm, int] | None:
    """«Quý, 6 tháng, năm»: two or more units in a row, or one length («6 tháng»), or a report's."""
    listed = _items(lexemes, i, marked=False)
    if listed is None:
        return None
    items, end = listed
    is_report = i > 0 and lexemes.signs[i - 1] is Sign.REPORT
    if len(items) < 2 and not is_report and number(lexemes, i) is None:
        return None
    if len(items) < 2 and not is_report and items[0] in (Every.YEAR, Every.MONTH, Every.QUARTER):
        return None
    return Rhythm(items, marked=False), end


def _frequency(lexemes: Lexemes, i: int) -> tuple[Rhythm, int] | None:
    """«01 lần/quý», «ít nhất 01 lần/năm», «mỗi tháng 01 lần», «6 tháng/lần», «quý một lần»."""
    signs = lexemes.signs
    j = i
    while signs[j] in (Sign.AT_LEAST, Sign.REGULAR, Sign.COMMA) and j < i + 3:
        j += 1
    times = number(lexemes, j)
    if times is not None and signs[times[1]] is Sign.TIMES:
        k = times[1] + 1
        while signs[k] in (Sign.SLASH, Sign.EVERY, Sign.IN, Sign.ALL, Sign.DASH, Sign.OPEN):
            k += 1
        unit = unit_at(lexemes, k, bare=False)
        if unit is None or (k == times[1] + 1 and signs[k] is not Sign.NUMBER):
            return None
        if unit[0] is not Every.YEAR and signs[unit[1]] in (Sign.ROMAN, Sign.NUMBER):
            return None  # «01 lớp/quý II»
        return _often(times[0], unit[0], unit[1])
    j += signs[j] is Sign.EVERY
    unit = unit_at(lexemes, j, bare=False)
    if unit is None or unit[0] is Every.PERIOD:
        return None
    k = unit[1]
    while signs[k] in (Sign.SLASH, Sign.AT_LEAST, Sign.COMMA, Sign.FILLER, Sign.COLON):
        k += 1
    if signs[k] is Sign.TIMES:
        return (Rhythm((unit[0],), marked=True), k + 1) if signs[k - 1] is Sign.SLASH else None
    times = number(lexemes, k)
    if times is None or signs[times[1]] is not Sign.TIMES:
        return None
    return _often(times[0], unit[0], times[1] + 1)


def _often(times: int, unit: Every, end: int) -> tuple[Rhythm, int] | None:
    if unit is Every.PERIOD or unit is Every.NINE_MONTHS:
        return (Rhythm((unit,), marked=True), end) if times == 1 else None
    every = _TIMES_A_YEAR.get(int(times * _IN_A_YEAR[unit]))
    return None if every is None else (Rhythm((every,), marked=True), end)


def weekly(lexemes: Lexemes, i: int) -> tuple[Rhythm, int] | None:
    """«Thứ Sáu hàng tuần», «chiều thứ Hai của tuần», «thứ Ba, thứ Năm hàng tuần»."""
    signs = lexemes.signs
    found = weekday(lexemes, i)
    while found is not None:
        j = found[1]
        if signs[j] not in (Sign.COMMA, Sign.AND):
            break
        found = weekday(lexemes, j + 1)
    else:
        return None
    while signs[j] in (Sign.OF, Sign.IN, Sign.COMMA, Sign.ALL):
        j += 1
    if signs[j] is Sign.EVERY and signs[j + 1] is Sign.WEEK:
        return Rhythm((Every.WEEK,), marked=True), j + 2
    if signs[j] is Sign.WEEK and not goes_on(lexemes, j + 1):
        return Rhythm((Every.WEEK,), marked=True), j + 1
    return None


def weekday(lexemes: Lexemes, i: int) -> tuple[int, int] | None:
    """«thứ Hai» → 0 … «Chủ nhật» → 6."""
    signs = lexemes.signs
    j = i + (signs[i] is Sign.DAY)
    if signs[j] is Sign.SUNDAY:
        return 6, j + 1
    if signs[j] is not Sign.ORDINAL:
        return None
    found = ordinal(lexemes, j)
    if found is None or not 2 <= found[0] <= 7:
        return None
    return found[0] - 2, found[1]
