"""Which reporting period words name: «Báo cáo 6 tháng đầu năm» → the half-year.

In: words as printed. Out: a period, several, or None. Data windows and due days are `windows`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cchc.periods.model import Period, PeriodKind
from cchc.text.folding import fold
from cchc.text.normal import nfc

_NAMED = re.compile(
    r"""
    (?P<half_end>(?:0?6|sau)\s*thang\s+cuoi(?:\s+nam)?|nua\s+cuoi\s+nam)
    |(?P<half>(?:0?6|sau)\s*thang(?!\s*[/\d])(?:\s+dau)?(?:\s+nam)?|nua\s+(?:dau\s+)?nam
        |ban\s+nien)
    |(?P<nine>(?:0?9|chin)\s*thang(?!\s*[/\d])(?:\s+dau)?(?:\s+nam)?)
    |(?P<three>(?:0?3|ba)\s*thang\s+dau(?:\s+nam)?)
    |\b(?:quy|qui|q)\.?\s*(?P<quarter>iv|i{1,3}|[1-4])\b
    |\bthang\s*(?P<month>1[0-2]|0?[1-9])\b(?!\s*/\s*(?:1[0-2]|0?[1-9])\b)
    |(?P<monthly>\b(?:hang|moi)?\s*thang\b(?!\s*\d))
    |(?P<year>\bnam\b(?!\s*(?:truoc|sau)\b)|\bca\s+nam\b|\bthuong\s+nien\b)
    """,
    re.VERBOSE,
)
_QUARTERS = {
    "i": PeriodKind.QUARTER_1, "1": PeriodKind.QUARTER_1,
    "ii": PeriodKind.QUARTER_2, "2": PeriodKind.QUARTER_2,
    "iii": PeriodKind.QUARTER_3, "3": PeriodKind.QUARTER_3,
    "iv": PeriodKind.QUARTER_4, "4": PeriodKind.QUARTER_4,
}  # fmt: skip
_YEAR_OF = re.compile(r"\s*[,/]?\s*(?:cua\s+|trong\s+)?nam(?:\s+(?:19|20)\d\d)?\b")


def period_from_words(words: str) -> Period | None:
    """Return the one period that words name, or None where they name none or several.

    «Báo cáo Quý I năm 2025» → the first quarter; «năm» alone is the year.
    """
    found = periods_from_words(words)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1_024)
def periods_from_words(words: str) -> tuple[Period, ...]:
    """Return the periods that words name, in order: «quý I, 6 tháng, quý III và năm» → four.

    A year that only dates a period («quý I năm 2025») is not the yearly report.
    """
    text = fold(nfc(words))
    found: list[Period] = []
    place = 0
    while (named := _NAMED.search(text, place)) is not None:
        place = named.end()
        period = _period(named)
        if period is not None and period not in found:
            found.append(period)
        if named.lastgroup in ("quarter", "month", "half", "nine", "three", "half_end"):
            of_year = _YEAR_OF.match(text, place)
            listed = text[place : place + 1] == ","
            # «quý I, năm 2025» is one period, «quý I, 6 tháng, năm 2025» is three
            if of_year is not None and (not listed or (len(found) == 1 and _is_dated(of_year))):
                place = of_year.end()
    return tuple(found)


def _is_dated(year: re.Match[str]) -> bool:
    return year.group()[-1].isdigit()


def _period(named: re.Match[str]) -> Period | None:
    match named.lastgroup:
        case "half_end":
            return Period(PeriodKind.HALF_YEAR_END)
        case "half":
            return Period(PeriodKind.HALF_YEAR)
        case "nine":
            return Period(PeriodKind.NINE_MONTHS)
        case "three":
            return Period(PeriodKind.QUARTER_1)
        case "quarter":
            return Period(_QUARTERS[named["quarter"]])
        case "month":
            return Period(PeriodKind.MONTH, int(named["month"]))
        case "year":
            return Period(PeriodKind.YEAR)
        case _:
            return None
