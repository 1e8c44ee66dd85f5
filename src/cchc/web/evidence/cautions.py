"""What a person should look at before evidence is relied on: pure, dates in, sentences out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import Protocol


class Claim(Protocol):
    """A link as these rules see it: what it serves, and for which period."""

    subject_name: str
    period_from: date | None
    period_to: date | None


_NO_DATE = "Minh chứng chưa có ngày văn bản nên chưa biết có thuộc kỳ được dùng hay không."
_OUTSIDE = "Ngày văn bản {day} nằm ngoài kỳ {period}{of}."
_APART = "Cùng minh chứng này dùng cho hai kỳ không trùng nhau: {first} và {second}."


def cautions_of(dated_on: date | None, claims: Iterable[Claim]) -> list[str]:
    """What is doubtful about evidence with the claims that it serves now."""
    with_period = [one for one in claims if one.period_from or one.period_to]
    told = (caution_of(dated_on, one, of=f" của «{one.subject_name}»") for one in with_period)
    found = [sentence for sentence in told if sentence]
    for first, second in combinations(with_period, 2):
        if _are_apart(first, second):
            apart = _APART.format(first=period_words(first), second=period_words(second))
            found.append(apart)
    return list(dict.fromkeys(found))


def caution_of(dated_on: date | None, claim: Claim, *, of: str = "") -> str:
    """What is doubtful about one claim; nothing where it names no period. `of` says whose."""
    if not (claim.period_from or claim.period_to):
        return ""
    if dated_on is None:
        return _NO_DATE
    early = claim.period_from is not None and dated_on < claim.period_from
    late = claim.period_to is not None and dated_on > claim.period_to
    if not (early or late):
        return ""
    period = period_words(claim)
    return _OUTSIDE.format(day=f"{dated_on:%d/%m/%Y}", period=period, of=of)


def period_words(claim: Claim) -> str:
    """A period as it is read: «01/01/2026–31/03/2026», «từ 01/01/2026»."""
    start, end = claim.period_from, claim.period_to
    if start and end:
        return f"{start:%d/%m/%Y}–{end:%d/%m/%Y}"
    if start:
        return f"từ {start:%d/%m/%Y}"
    return f"đến {end:%d/%m/%Y}" if end else ""


def _are_apart(first: Claim, second: Claim) -> bool:
    """Whether no day lies in both periods."""
    start = max(first.period_from or date.min, second.period_from or date.min)
    end = min(first.period_to or date.max, second.period_to or date.max)
    return start > end
