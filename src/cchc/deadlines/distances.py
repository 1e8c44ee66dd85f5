"""Grammar of distances from an event: «sau 05 ngày làm việc…», «trước khi trình 15 ngày».

Says how far and on which side of the event; which event it is stays in the words.
"""

from __future__ import annotations

from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.numerals import number
from cchc.deadlines.vocabulary import Sign
from cchc.plan.schedule import Offset, OffsetUnit

_SIDES = {Sign.BEFORE, Sign.BEFORE_WHEN, Sign.AFTER, Sign.FROM, Sign.COMPARED}
_SETTING = {Sign.WITHIN, Sign.AT_LATEST, Sign.BEFORE, Sign.AFTER, Sign.IN}
_DATED = {Sign.DAY_MONTH, Sign.DAY_MONTH_YEAR, Sign.NUMBER}
_STARTS_NO_EVENT = {Sign.NOTHING, Sign.SEMICOLON, Sign.CLOSE, Sign.STOP, Sign.COMMA}


def _length(lexemes: Lexemes, i: int) -> tuple[int, OffsetUnit, int] | None:
    """«05 ngày làm việc», «năm ngày», «02 tuần», «1 tháng» → (amount, unit, place after)."""
    signs = lexemes.signs
    if signs[i] is Sign.YEAR and signs[i + 1] in (Sign.WORKING_DAY, Sign.DAY):
        counted: tuple[int, int] | None = (5, i + 1)  # «năm» is five before days
    else:
        counted = number(lexemes, i)
    if counted is None:
        return None
    amount, j = counted
    sign = signs[j]
    if sign is Sign.WORKING_DAY:
        return amount, OffsetUnit.WORKING_DAY, j + 1
    if sign is Sign.DAY:
        # «15 ngày 20/3» is no distance
        if signs[j + 1] in (Sign.DAY_MONTH, Sign.DAY_MONTH_YEAR, Sign.NUMBER, Sign.START, Sign.END):
            return None
        return amount, OffsetUnit.DAY, j + 1
    if sign is Sign.CLOCK and amount % 24 == 0:
        return amount // 24, OffsetUnit.DAY, j + 1
    if sign is Sign.WEEK:
        return 7 * amount, OffsetUnit.DAY, j + 1
    if signs[j + 1] in (Sign.NUMBER, Sign.START, Sign.END, Sign.ROMAN, Sign.MONTH_YEAR):
        return None
    if signs[j + 1] is Sign.AFTER and signs[j + 2] in _STARTS_NO_EVENT:
        return None  # «trước 05 tháng sau»: of next month
    if sign is Sign.MONTH and lexemes.values[j] != (1,):
        return amount, OffsetUnit.MONTH, j + 1
    if sign is Sign.YEAR and signs[j + 1] in _SIDES:
        return 12 * amount, OffsetUnit.MONTH, j + 1
    return None


def leading_distance(lexemes: Lexemes, first: int, i: int) -> tuple[Offset, int] | None:
    """Read a distance that opens a clause whose first word is `first`; the length stands at `i`.

    «02 ngày làm việc kể từ ngày chốt số liệu» → 2 working days; an event must follow, or a word
    such as «trong vòng» or «không quá» must say that it is a distance.
    """
    found = _length(lexemes, i)
    if found is None:
        return None
    amount, unit, after = found
    signs = lexemes.signs
    side = signs[after]
    setting = signs[i - 1] if i > first else Sign.NOTHING
    if side is Sign.BEFORE or side is Sign.BEFORE_WHEN:
        named = after + 1 + (signs[after + 1] is Sign.DAY)
        if side is Sign.BEFORE and signs[named] in _DATED:
            return None  # «6 tháng trước ngày 15/6» is a report and its date
        return Offset(-amount, unit), after + 1
    if setting is Sign.BEFORE and unit is OffsetUnit.MONTH and side in _STARTS_NO_EVENT:
        return None  # «trước 20 tháng»: before what?
    if setting is Sign.BEFORE:
        return Offset(-amount, unit), after
    if side in _SIDES:
        return Offset(amount, unit), after + 1
    if setting is Sign.AFTER:
        return Offset(amount, unit), after
    if setting in (Sign.WITHIN, Sign.AT_LATEST) and unit is not OffsetUnit.MONTH:
        return Offset(amount, unit), after
    if setting is Sign.IN and unit is OffsetUnit.WORKING_DAY:
        return Offset(amount, unit), after
    if unit is OffsetUnit.WORKING_DAY and side in _STARTS_NO_EVENT and i == first == 0:
        return Offset(amount, unit), after
    return None


def find_distance(lexemes: Lexemes, first: int, last: int) -> Offset | None:
    """Find the distance said within a condition's words, or None.

    At its end («Trước khi trình HĐND tỉnh 15 ngày»), right after its opening word («Sau 05 ngày
    làm việc…») or after a word that sets one («khi có kết luận, trong 10 ngày»).
    """
    signs = lexemes.signs
    before = signs[first] is Sign.BEFORE or signs[first] is Sign.BEFORE_WHEN
    sided = before or signs[first] is Sign.AFTER
    for i in range(first + 1, last):
        if signs[i - 1] in (Sign.DAY, Sign.END_OF):
            continue  # «ngày 15 tháng 3»; «kết thúc 6 tháng» is a period, not a distance
        found = _length(lexemes, i)
        if found is None:
            continue
        amount, unit, after = found
        setting = signs[i - 1]
        at_end = after == last or signs[after] is Sign.CLOSE
        if sided and (i == first + 1 or at_end):
            return Offset(-amount if before else amount, unit)
        if setting in _SETTING and (at_end or setting is not Sign.IN):
            return Offset(-amount if setting is Sign.BEFORE else amount, unit)
    return None
