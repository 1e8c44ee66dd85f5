"""Grammar of numbers, ordinals and the year that follows a date, month or quarter.

The smallest pieces of the deadline language; everything else is built on them.
"""

from __future__ import annotations

from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.stretches import Stretch
from cchc.deadlines.vocabulary import Sign

# «năm trước» is last year, «năm trước 05/12» is a year and a bound.
_AFTER_A_BOUND = {
    Sign.DAY, Sign.NUMBER, Sign.DAY_MONTH, Sign.DAY_MONTH_YEAR, Sign.MONTH, Sign.QUARTER,
    Sign.MONTH_YEAR, Sign.END, Sign.TET, Sign.WORD, Sign.WHEN,
}  # fmt: skip


# A number after one of these is its name and no day: «Đợt 1 tháng 5», «Tuần 1, 2 tháng 5».
NAMED_BY_NUMBER = {
    Sign.WORD, Sign.WEEK, Sign.TIMES, Sign.ORDINAL, Sign.MARK, Sign.PERIOD, Sign.STAGE,
}  # fmt: skip


def number(lexemes: Lexemes, i: int) -> tuple[int, int] | None:
    """«06», «sáu», «05 (năm)»."""
    signs, values = lexemes.signs, lexemes.values
    if signs[i] is Sign.NUMBER:
        if (
            signs[i + 1] is Sign.OPEN
            and signs[i + 3] is Sign.CLOSE
            and (signs[i + 2] is Sign.NUMBER_WORD or signs[i + 2] is Sign.YEAR)
        ):
            return values[i][0], i + 4
        return values[i][0], i + 1
    if signs[i] is Sign.NUMBER_WORD:
        return values[i][0], i + 1
    return None


def ordinal(lexemes: Lexemes, i: int) -> tuple[int, int] | None:
    """«thứ hai», «thứ 2», «2», «đầu tiên» (1), «cuối cùng» (-1)."""
    sign = lexemes.signs[i]
    if sign is Sign.START:
        return 1, i + 1
    if sign is Sign.END:
        return -1, i + 1
    if sign is Sign.ORDINAL:
        if lexemes.signs[i + 1] is Sign.YEAR:
            return 5, i + 2
        return number(lexemes, i + 1)
    return number(lexemes, i)


def year_after(lexemes: Lexemes, i: int) -> tuple[int | None, int, int] | None:
    """Read the year that follows a quarter, month or date: (year, shift, place after it).

    «/2026», «năm 2023», «năm sau», «(năm 2026)», and «của năm», which is the plan year.
    """
    signs, values = lexemes.signs, lexemes.values
    sign = signs[i]
    if sign is Sign.NUMBER:
        return (values[i][0], 0, i + 1) if values[i][0] >= 1900 else None
    if sign in (Sign.SLASH, Sign.DASH, Sign.STOP) and signs[i + 1] is Sign.NUMBER:
        year = values[i + 1][0]
        if year >= 1900:
            return year, 0, i + 2
        return (2000 + year, 0, i + 2) if sign is Sign.SLASH and 20 <= year <= 99 else None
    j = i
    if sign in (Sign.COMMA, Sign.OF, Sign.IN, Sign.SLASH, Sign.OPEN, Sign.DASH, Sign.ALL):
        j += 1
    if signs[j] is Sign.THIS_YEAR:
        return None, 0, j + 1
    if signs[j] is not Sign.YEAR:
        return None
    named = named_year(lexemes, j)
    if named is not None:
        year_named, shift, k = named
        if sign is Sign.OPEN:
            return (year_named, shift, k + 1) if signs[k] is Sign.CLOSE else None
        return year_named, shift, k
    if sign in (Sign.COMMA, Sign.SLASH, Sign.OPEN, Sign.DASH, Sign.ALL):
        return None
    if signs[j + 1] in (Sign.NUMBER_WORD, Sign.BEFORE, Sign.AFTER, Sign.START, Sign.END):
        return None
    return None, 0, j + 1


def named_year(lexemes: Lexemes, i: int) -> tuple[int | None, int, int] | None:
    """«năm 2026», «năm sau», «năm trước» from the place of «năm»."""
    signs, values = lexemes.signs, lexemes.values
    follows = signs[i + 1]
    if follows is Sign.NUMBER and values[i + 1][0] >= 1900:
        return values[i + 1][0], 0, i + 2
    if follows is Sign.NEXT:
        return None, 1, i + 2
    if follows is Sign.PREVIOUS:
        return None, -1, i + 2
    if follows is Sign.BEFORE and signs[i + 2] not in _AFTER_A_BOUND:
        return None, -1, i + 2
    if follows is Sign.AFTER and signs[i + 2] not in _AFTER_A_BOUND:
        return None, 1, i + 2 + (signs[i + 2] is Sign.NEXT)
    if follows is Sign.UNTIL and signs[i + 2] is Sign.NOTHING:  # «năm tới»
        return None, 1, i + 2
    return None


def with_year(lexemes: Lexemes, found: Stretch, i: int) -> tuple[Stretch, int]:
    if found.year is None:
        year = year_after(lexemes, i)
        if year is not None:
            return found._replace(year=year[0], shift=year[1]), year[2]
    return found, i
