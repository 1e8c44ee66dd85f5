"""Words beside a clause: a note on it, or a sign that the clause was not understood.

«Quý IV: 01 lớp», «Đợt 1 tháng 5» name what is due; «Hàng quý (2 lần)», «Ngoài quý I»,
«năm tháng đầu năm» change what the clause says. What changes it must never vanish as a note.
"""

from __future__ import annotations

from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.meanings import Clause, Points, Steady
from cchc.deadlines.numerals import NAMED_BY_NUMBER
from cchc.deadlines.period_days import Days
from cchc.deadlines.rhythms import Rhythm
from cchc.deadlines.vocabulary import Sign

NUMBERS = {Sign.NUMBER, Sign.NUMBER_WORD}
NUMBERED = NUMBERS | {Sign.ROMAN, Sign.DAY_MONTH, Sign.DAY_MONTH_YEAR, Sign.MONTH_YEAR}
_COUNTABLE = {Sign.DAY, Sign.WORKING_DAY, Sign.WEEK, Sign.MONTH, Sign.QUARTER, Sign.YEAR}
# What can name a product; a note without any of these is time that was not understood.
_NAMING = {
    Sign.WORD, Sign.HEDGE, Sign.REPORT, Sign.TIMES, Sign.EVENT, Sign.ISSUE, Sign.MARK,
    Sign.DOCUMENT_NUMBER, Sign.STAGE, Sign.PERIOD, Sign.GENERIC,
}  # fmt: skip
# What says when even among words that name a product.
_TELLING = {
    Sign.BEFORE, Sign.BEFORE_WHEN, Sign.AT_LATEST, Sign.AFTER, Sign.COMPARED, Sign.NEXT,
    Sign.PREVIOUS, Sign.HALF, Sign.HALF_YEAR, Sign.TEN_DAYS, Sign.THIS_YEAR, Sign.SUNDAY,
    Sign.CLOCK,
}  # fmt: skip
_TELLING_ALONE = _TELLING | NUMBERED | _COUNTABLE | {
    Sign.START, Sign.MIDDLE, Sign.END, Sign.ORDINAL, Sign.EVERY, Sign.UNTIL, Sign.END_OF,
}  # fmt: skip
_NAMED_BY_NUMBER = {Sign.TIMES, Sign.STAGE, Sign.PERIOD, Sign.ORDINAL}
_IN_A_PERIOD = {Sign.IN, Sign.ALL, Sign.WEEK, Sign.MONTH, Sign.QUARTER, Sign.YEAR}
_AFTER_A_DAY = {Sign.MONTH, Sign.EVERY, Sign.WEEK, Sign.YEAR}


def is_counted(lexemes: Lexemes, i: int) -> bool:
    """Say whether a number that nothing read counts the unit at `i`: «10 ngày đầu của tháng»."""
    signs = lexemes.signs
    counted = signs[i] in _COUNTABLE and signs[i - 1] in NUMBERS
    return counted and (i < 2 or signs[i - 2] not in NAMED_BY_NUMBER)


def has_number(lexemes: Lexemes, first: int, last: int) -> bool:
    """Say whether a number stands between two places."""
    return any(sign in NUMBERED for sign in lexemes.signs[first:last])


def forbids(
    lexemes: Lexemes, first: int, last: int, before: Clause | None, after: Clause | None
) -> bool:
    """Say whether the words from `first` to `last` change what the clauses beside them say."""
    if _counts_a_rhythm(lexemes, first, last, before, after):
        return True
    signs = lexemes.signs
    run = signs[first:last]
    tied = signs[last] is Sign.COLON or (first > 0 and signs[first - 1] is Sign.COLON)
    if before is not None and isinstance(before.meaning, Steady) and _IN_A_PERIOD.issuperset(run):
        return False  # «thường xuyên trong quý»
    if run == [Sign.YEAR] and any(_is_dated(clause) for clause in (before, after)):
        return False  # «6 tháng (trước 15/6), năm (trước 15/12)»: the yearly report
    if not any(sign in _NAMING for sign in run):
        return any(sign in (NUMBERED if tied else _TELLING_ALONE) for sign in run)
    if tied:
        return False
    if any(sign in _TELLING for sign in run):
        return True
    if any(_tells_a_unit(lexemes, place) for place in range(first, last)):
        return True
    return after is not None and after.first == last and _ends_in_a_loose_number(lexemes, last)


def _tells_a_unit(lexemes: Lexemes, i: int) -> bool:
    """«Mỗi» before a unit that was read as something else, «tuần 2»."""
    signs = lexemes.signs
    if signs[i] is Sign.EVERY:
        return signs[i + 1] in _COUNTABLE or signs[i + 1] in NUMBERS
    return signs[i] is Sign.WEEK and signs[i + 1] in NUMBERED


def _counts_a_rhythm(
    lexemes: Lexemes, first: int, last: int, before: Clause | None, after: Clause | None
) -> bool:
    """«Hàng quý (2 lần)», «5 lần trong năm»: how often, which no rhythm was read for."""
    signs = lexemes.signs
    for place in range(first, last - 1):
        if signs[place] in NUMBERS and signs[place + 1] is Sign.TIMES:
            once = lexemes.values[place] == (1,)
            for clause in (before, after):
                if clause is not None and _comes_again(clause) and not once:
                    return True
            if after is not None and _is_whole_year(after):
                return signs[last] is not Sign.COLON
    return False


def _comes_again(clause: Clause) -> bool:
    meaning = clause.meaning
    return isinstance(meaning, Rhythm) or (isinstance(meaning, Days) and meaning.within is None)


def _is_dated(clause: Clause | None) -> bool:
    return clause is not None and isinstance(clause.meaning, Points) and clause.meaning.is_days


def _is_whole_year(clause: Clause) -> bool:
    return isinstance(clause.meaning, Points) and clause.meaning.is_whole_year


def _ends_in_a_loose_number(lexemes: Lexemes, last: int) -> bool:
    """«Họp 15 tháng 6», «giao ban 15 hàng tháng»: is the number a name, or the day?

    «Đợt 1 tháng 5», «Mẫu số 05 hàng quý» are names.
    """
    signs = lexemes.signs
    if signs[last - 1] not in NUMBERS or signs[last] not in _AFTER_A_DAY:
        return False
    named = last > 1 and signs[last - 2] in _NAMED_BY_NUMBER
    return not named and lexemes.slice(last - 2, last - 1).casefold() != "số"
