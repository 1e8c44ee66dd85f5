"""Grammar of rhythms: «hàng quý», «01 lần/quý», «quý, 6 tháng, năm», and days within a period.

A day within a period («ngày 15 hàng tháng», «ngày 20 của tháng cuối kỳ báo cáo», «thứ Hai tuần đầu
tiên của tháng») is read here and turned into dates by `days`.
"""

from __future__ import annotations

from typing import NamedTuple

from cchc.deadlines.days import Picker, PickerKind
from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.points import number, ordinal, stretch, year_after
from cchc.deadlines.stretches import Stretch
from cchc.deadlines.vocabulary import Sign
from cchc.plan.schedule import Every

_JOINTS = {Sign.COMMA, Sign.AND, Sign.SLASH, Sign.SEMICOLON, Sign.DASH}
_UNITS = {
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


class Days(NamedTuple):
    """Days picked in a month of each period; `every` None waits for the rhythm beside it.

    `place` is the month in the period (-1 the last), `shift` how many months after it;
    `within` is set where one stretch is named («ngày cuối cùng của tháng 6») instead of a rhythm.
    """

    pickers: tuple[Picker, ...]
    every: Every | None
    place: int = -1
    shift: int = 0
    within: Stretch | None = None


def _unit(lexemes: Lexemes, i: int, *, bare: bool) -> tuple[Every, int] | None:
    """Read «quý», «năm», «6 tháng», «6 tháng đầu năm»; `bare` refuses «quý I» and «năm 2026»."""
    signs = lexemes.signs
    found = _UNITS.get(signs[i])
    if found is not None:
        if lexemes.values[i] == (1,) or bare and _goes_on(lexemes, i + 1):
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
    if bare and _goes_on(lexemes, after):
        return None
    return every, after


def _goes_on(lexemes: Lexemes, i: int) -> bool:
    sign = lexemes.signs[i]
    if sign is Sign.SLASH:
        return lexemes.signs[i + 1] is Sign.NUMBER
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
    if signs[i + 1] is Sign.PERIOD and not _goes_on(lexemes, i + 2):
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
        item = _unit(lexemes, j, bare=True) or (_half_named(lexemes, j) if marked else None)
        if item is None or item[0] is Every.PERIOD and not found and not every:
            break
        found.append(item[0])
        end = item[1]
        if signs[end] not in _JOINTS:
            break
        j = end + 1
        if signs[end] is Sign.COMMA and signs[j] is Sign.AND:
            j += 1
        if signs[j] is Sign.REGULAR or signs[j] is Sign.ALL and signs[j + 1] is Sign.YEAR:
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
        unit = _unit(lexemes, k, bare=False)
        if unit is None or k == times[1] + 1 and signs[k] is not Sign.NUMBER:
            return None
        return _often(times[0], unit[0], unit[1])
    j += signs[j] is Sign.EVERY
    unit = _unit(lexemes, j, bare=False)
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
    if signs[j] is Sign.WEEK and not _goes_on(lexemes, j + 1):
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


def days(lexemes: Lexemes, i: int, *, bound: bool) -> tuple[Days, int] | None:
    """Read days within a period. `bound` says that «trước» or the like stands before."""
    head = _head(lexemes, i, bound=bound)
    if head is None:
        return None
    pickers, j = head
    reference = _reference(lexemes, j, pickers[0].kind)
    if reference is None:
        if pickers[0].kind in (PickerKind.DAY, PickerKind.WORKING_DAY) and i + 1 < j:
            return Days(pickers, None), j
        return (Days(pickers, None), j) if bound and pickers[0].kind is PickerKind.DAY else None
    every, place, shift, within, end = reference
    if pickers[0].kind is PickerKind.START and every is not Every.MONTH and within is None:
        # The start of a quarter is its first month, as a window would be.
        return Days((Picker(PickerKind.DAY, -1),), every, 0, shift), end
    return Days(pickers, every, place, shift, within), end


def _head(lexemes: Lexemes, i: int, *, bound: bool) -> tuple[tuple[Picker, ...], int] | None:
    signs = lexemes.signs
    sign = signs[i]
    if sign is Sign.WORKING_DAY or sign is Sign.DAY and signs[i + 1] is Sign.WORKING_DAY:
        place = ordinal(lexemes, i + 1 + (sign is Sign.DAY))
        return None if place is None else ((Picker(PickerKind.WORKING_DAY, place[0]),), place[1])
    day = weekday(lexemes, i)
    if day is not None:
        j = day[1] + (signs[day[1]] in (Sign.OF, Sign.COMMA))
        j += signs[j] is Sign.WEEK
        place = ordinal(lexemes, j)
        if place is None:
            return None
        kind = PickerKind.WEEKDAY_OF_WEEK if signs[j - 1] is Sign.WEEK else PickerKind.WEEKDAY
        return (Picker(kind, place[0], day[0]),), place[1]
    if sign is Sign.WEEK:
        place = ordinal(lexemes, i + 1)
        return None if place is None else ((Picker(PickerKind.WEEK, place[0]),), place[1])
    if sign is Sign.DAY and signs[i + 1] in (Sign.START, Sign.END):
        last = signs[i + 1] is Sign.END
        return (Picker(PickerKind.DAY, -1 if last else 1),), i + 2
    if sign in (Sign.START, Sign.END, Sign.MIDDLE):
        if sign is Sign.END:
            return (Picker(PickerKind.DAY, -1),), i + 1
        picker = Picker(PickerKind.START, 1) if sign is Sign.START else Picker(PickerKind.DAY, 15)
        return (picker,), i + 1
    if sign is Sign.DAY or sign is Sign.NUMBER and bound:
        return _numbers(lexemes, i + (sign is Sign.DAY))
    return None


def _numbers(lexemes: Lexemes, i: int) -> tuple[tuple[Picker, ...], int] | None:
    """«15», «05, 15 và 25»."""
    signs, values = lexemes.signs, lexemes.values
    pickers: list[Picker] = []
    j = i
    while signs[j] is Sign.NUMBER and 1 <= values[j][0] <= 31:
        pickers.append(Picker(PickerKind.DAY, values[j][0]))
        j += 1
        if signs[j] not in (Sign.COMMA, Sign.AND):
            break
        k = j + 1 + (signs[j + 1] is Sign.DAY)
        if signs[k] is not Sign.NUMBER or signs[k + 1] is Sign.MONTH and _goes_on(lexemes, k + 2):
            break
        j = k
    return (tuple(pickers), j) if pickers else None


Reference = tuple[Every | None, int, int, Stretch | None, int]


def _reference(lexemes: Lexemes, i: int, kind: PickerKind) -> Reference | None:
    """Read whose day it is: «hàng tháng», «của tháng cuối quý», «của tháng 6»."""
    signs = lexemes.signs
    j = i
    while signs[j] in (Sign.OF, Sign.IN, Sign.COMMA):
        j += 1
    comma = Sign.COMMA in signs[i:j]
    every = signs[j] in (Sign.EVERY, Sign.ALL)
    k = j + every
    if signs[k] is Sign.MONTH and not comma:
        of_period = _month_of_period(lexemes, k + 1)
        if of_period is not None:
            return of_period
    if comma and not every:
        return None
    if signs[k] in (Sign.MONTH, Sign.QUARTER, Sign.PERIOD) and not _goes_on_without_place(
        lexemes, k + 1
    ):
        after, shift = _next(lexemes, k + 1)
        unit = _UNITS[signs[k]]
        after += signs[after] is Sign.REPORT
        size = 1 if unit is Every.MONTH else 3
        return unit, -1, shift * size, None, after
    if every and signs[k] in (Sign.YEAR, Sign.NUMBER):
        unit_read = _unit(lexemes, k, bare=True)
        return None if unit_read is None else (unit_read[0], -1, 0, None, unit_read[1])
    if kind is PickerKind.DAY and signs[i - 1] is Sign.NUMBER:
        target = stretch(lexemes, j) if signs[j] is Sign.MONTH else None
    else:
        target = stretch(lexemes, j, bare_year=True) if not comma else None
    return None if target is None else (None, -1, 0, target[0], target[1])


def _goes_on_without_place(lexemes: Lexemes, i: int) -> bool:
    sign = lexemes.signs[i]
    return sign is not Sign.NEXT and _goes_on(lexemes, i)


def _next(lexemes: Lexemes, i: int) -> tuple[int, int]:
    """«sau», «kế tiếp», «liền kề» after a unit → (place after it, 1)."""
    signs = lexemes.signs
    if signs[i] is Sign.NEXT:
        return i + 1, 1
    if signs[i] is Sign.AFTER and signs[i + 1] not in (Sign.WORD, Sign.WHEN, Sign.NUMBER):
        return i + 1 + (signs[i + 1] is Sign.NEXT), 1
    return i, 0


def _month_of_period(lexemes: Lexemes, i: int) -> Reference | None:
    """After «tháng»: «cuối quý», «cuối cùng của mỗi quý», «thứ hai của quý», «cuối kỳ báo cáo»."""
    signs = lexemes.signs
    place = (2, i + 1) if signs[i] is Sign.MIDDLE else ordinal(lexemes, i)
    if place is None or signs[i] is Sign.NUMBER:
        return None
    j = place[1]
    while signs[j] in (Sign.OF, Sign.IN, Sign.EVERY, Sign.ALL):
        j += 1
    named = signs[j] is Sign.QUARTER and _goes_on_without_place(lexemes, j + 1)
    if named or signs[j] is Sign.YEAR and signs[j - 1] is not Sign.EVERY:
        return None
    unit = _unit(lexemes, j, bare=False)
    if unit is None:
        return None
    after, shift = _next(lexemes, unit[1])
    after += signs[after] is Sign.REPORT
    month = -1 if place[0] == -1 else place[0] - 1
    year = year_after(lexemes, after) if signs[after] in (Sign.OF, Sign.IN) else None
    return unit[0], month, 3 * shift, None, after if year is None else year[2]
