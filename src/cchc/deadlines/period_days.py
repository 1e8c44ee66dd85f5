"""Grammar of days within a period: «ngày 15 hàng tháng», «thứ Hai tuần đầu tiên của tháng».

«Ngày 20 của tháng cuối kỳ báo cáo», «ngày làm việc cuối cùng của quý». Read here as pickers; `days`
turns them into dates.
"""

from __future__ import annotations

from typing import NamedTuple

from cchc.deadlines.days import Picker, PickerKind
from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.numerals import NAMED_BY_NUMBER, ordinal, year_after
from cchc.deadlines.points import stretch
from cchc.deadlines.rhythms import UNITS, goes_on, unit_at, weekday
from cchc.deadlines.stretches import Stretch, Unit
from cchc.deadlines.vocabulary import Sign
from cchc.plan.schedule import Every

# After these a number before «hàng tháng» is no day, or is the last of something.
_NO_DAY_AFTER = NAMED_BY_NUMBER | {
    Sign.REPORT, Sign.FILLER, Sign.COMMA, Sign.AND, Sign.DASH, Sign.UNTIL, Sign.SLASH, Sign.STOP,
    Sign.NUMBER, Sign.ROMAN, Sign.HEDGE, Sign.EVENT, Sign.MONTH, Sign.QUARTER,
}  # fmt: skip


_COUNTED_THINGS = {
    Sign.TIMES, Sign.DAY, Sign.WORKING_DAY, Sign.WEEK, Sign.CLOCK, Sign.MINUTE, Sign.MARK,
}  # fmt: skip


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
    inclusive: bool = True


def days(lexemes: Lexemes, i: int, *, bound: bool) -> tuple[Days, int] | None:
    """Read days within a period. `bound` says that «trước» or the like stands before."""
    whole_month = _month_of_period(lexemes, i + 1) if lexemes.signs[i] is Sign.MONTH else None
    if whole_month is not None:
        every, place, shift, within, end = whole_month
        return Days((Picker(PickerKind.DAY, -1),), every, place, shift, within), end
    head = _head(lexemes, i, bound=bound)
    if head is None:
        return None
    pickers, j = head
    reference = _reference(lexemes, j, pickers[0])
    if (
        reference is not None
        and lexemes.signs[i] is Sign.NUMBER
        and _is_length(lexemes, j, pickers[0].number)
    ):
        return None
    if reference is None:
        if lexemes.signs[j] in UNITS:
            return None  # «không quá 6 tháng một lần»
        if pickers[0].kind in (PickerKind.DAY, PickerKind.WORKING_DAY) and i + 1 < j:
            return Days(pickers, None), j
        return (Days(pickers, None), j) if bound and pickers[0].kind is PickerKind.DAY else None
    every, place, shift, within, end = reference
    begins = lexemes.signs[i] is Sign.START
    if begins and every is not Every.MONTH and within is None:
        # «Đầu quý» is the first month of the quarter, as a window would be.
        return Days((Picker(PickerKind.DAY, -1),), every, 0, shift), end
    return Days(pickers, every, place, shift, within), end


def _is_length(lexemes: Lexemes, i: int, count: int) -> bool:
    """«Hết 6 tháng», «trước 2 tháng cuối quý»: the number may count months, it is no day.

    «Trước 10 tháng cuối quý» is the tenth: a quarter has only three months.
    """
    if lexemes.signs[i] is Sign.QUARTER:
        return not goes_on(lexemes, i + 1)
    return lexemes.signs[i] is Sign.MONTH and (count <= 3 or not goes_on(lexemes, i + 1))


def _head(lexemes: Lexemes, i: int, *, bound: bool) -> tuple[tuple[Picker, ...], int] | None:
    signs = lexemes.signs
    sign = signs[i]
    if sign is Sign.WORKING_DAY or (sign is Sign.DAY and signs[i + 1] is Sign.WORKING_DAY):
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
        return (Picker(PickerKind.DAY, -1) if last else Picker(PickerKind.START, 1),), i + 2
    if sign in (Sign.START, Sign.END, Sign.MIDDLE):
        if sign is Sign.END:
            return (Picker(PickerKind.DAY, -1),), i + 1
        picker = Picker(PickerKind.START, 1) if sign is Sign.START else Picker(PickerKind.DAY, 15)
        return (picker,), i + 1
    if sign is Sign.DAY or (sign is Sign.NUMBER and bound):
        return _numbers(lexemes, i + (sign is Sign.DAY))
    if sign is Sign.NUMBER and (i == 0 or signs[i - 1] not in _NO_DAY_AFTER):
        found = _numbers(lexemes, i)
        if found is not None and signs[found[1]] is Sign.EVERY:
            # «15 hàng tháng», «5, 20 mỗi tháng»
            return found if signs[found[1] + 1] in (Sign.MONTH, Sign.QUARTER) else None
    return None


def _numbers(lexemes: Lexemes, i: int) -> tuple[tuple[Picker, ...], int] | None:
    """«15», «05, 15 và 25»."""
    signs, values = lexemes.signs, lexemes.values
    pickers: list[Picker] = []
    j = i
    while signs[j] is Sign.NUMBER and 1 <= values[j][0] <= 31:
        pickers.append(Picker(PickerKind.DAY, values[j][0]))
        j += 1
        if signs[j] in _COUNTED_THINGS or (signs[j] is Sign.WORD and signs[i - 1] is not Sign.DAY):
            return None  # «tối đa 3 lần», «trước 15 đơn vị»
        if signs[j] not in (Sign.COMMA, Sign.AND):
            break
        k = j + 1 + (signs[j + 1] is Sign.DAY)
        if signs[k] is not Sign.NUMBER or (signs[k + 1] is Sign.MONTH and goes_on(lexemes, k + 2)):
            break
        j = k
    return (tuple(pickers), j) if pickers else None


Reference = tuple[Every | None, int, int, Stretch | None, int]


def _reference(lexemes: Lexemes, i: int, picker: Picker) -> Reference | None:
    """Read whose day it is: «hàng tháng», «của tháng cuối quý», «của tháng 6»."""
    counts_on = picker.kind is not PickerKind.DAY and picker.number > 0
    place = 0 if counts_on else -1  # the first Monday of a quarter is in its first month
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
        unit = UNITS[signs[k]]
        if shift and unit is not Every.MONTH and signs[i - 1] is Sign.NUMBER:
            return None  # «ngày 5 quý sau»: of which month is not said
        after += signs[after] is Sign.REPORT
        size = 1 if unit is Every.MONTH else 3
        return unit, place, shift * size, None, after
    counted = signs[k] is Sign.NUMBER or signs[k] is Sign.NUMBER_WORD
    if (every and (counted or signs[k] is Sign.YEAR)) or (counted and signs[i - 1] is Sign.END):
        unit_read = unit_at(lexemes, k, bare=True)
        if unit_read is not None:
            return unit_read[0], place, 0, None, unit_read[1]
        if every:
            return None
    if picker.kind is PickerKind.DAY and signs[i - 1] is Sign.NUMBER:
        target = stretch(lexemes, j) if signs[j] is Sign.MONTH else None
    else:
        target = stretch(lexemes, j, bare_year=True) if not comma else None
    if target is not None and target[0].unit is Unit.DAY:
        return None  # «giữa 15/5 và 15/6»
    return None if target is None else (None, -1, 0, target[0], target[1])


def _goes_on_without_place(lexemes: Lexemes, i: int) -> bool:
    sign = lexemes.signs[i]
    return sign is not Sign.NEXT and goes_on(lexemes, i)


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
    if named or (signs[j] is Sign.YEAR and signs[j - 1] is not Sign.EVERY):
        return None
    unit = unit_at(lexemes, j, bare=False)
    if unit is None:
        return None
    after, shift = _next(lexemes, unit[1])
    after += signs[after] is Sign.REPORT
    month = -1 if place[0] == -1 else place[0] - 1
    year = year_after(lexemes, after) if signs[after] in (Sign.OF, Sign.IN) else None
    return unit[0], month, 3 * shift, None, after if year is None else year[2]
