"""Findings on cited documents and on the plan's own number and date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from cchc.plan.findings.codes import Problem, finding
from cchc.plan.findings.numbers import (
    lacks_year,
    other_type,
    parts_of,
    party_number,
    state_number,
    symbol_of_other_type,
)
from cchc.plan.findings.places import place
from cchc.plan.model import Citation, Finding, Plan
from cchc.text.folding import fold


def two_dates(occurrences: Sequence[Citation]) -> Iterator[Finding]:
    """The same document cited with two dates; `occurrences` are all places that print its number.

    A number without its year is not unique: «153/QĐ-UBND» of two committees are two documents, so
    different issuers excuse it. Source: plans that cite one decree with two days of signature.
    """
    cited: dict[str, list[Citation]] = {}
    for citation in occurrences:
        if citation.date is not None:
            cited.setdefault(_key(citation.number), []).append(citation)
    for places in cited.values():
        for first, second in combinations(_one_each_date(places), 2):
            if not _other_issuers(first, second):
                yield finding(
                    Problem.CITED_WITH_TWO_DATES,
                    place(second.traces, "date", "number"),
                    number=second.number,
                    first=first.date.strftime("%d/%m/%Y") if first.date else None,
                    second=second.date.strftime("%d/%m/%Y") if second.date else None,
                )


def _one_each_date(places: Sequence[Citation]) -> list[Citation]:
    """The first place of each date and issuer, in order of reading."""
    seen: dict[tuple[object, str], Citation] = {}
    for citation in places:
        seen.setdefault((citation.date, _key(citation.issuer or "")), citation)
    dated: dict[object, Citation] = {}
    for citation in seen.values():
        dated.setdefault(citation.date, citation)
    return list(dated.values())


def _other_issuers(first: Citation, second: Citation) -> bool:
    parts = parts_of(first.number)
    if parts is not None and parts.year is not None:
        return False
    one, other = first.issuer, second.issuer
    return one is not None and other is not None and _key(one) != _key(other)


def wrong_numbers(plan: Plan) -> Iterator[Finding]:
    """A number that cannot be one of its type: no year, the other form, another type, a year off.

    Source: see `numbers`; seen as «158/NĐ-CP», «133/KH-TU», a decision called a plan.
    """
    for citation in plan.citations:
        parts = parts_of(citation.number)
        if parts is None:
            continue
        spot = place(citation.traces, "number")
        if lacks_year(parts):
            year = citation.date.year if citation.date else "<năm>"
            form = f"{parts.serial}/{year}/{parts.kind}-{parts.organ}"
            yield finding(Problem.NUMBER_WITHOUT_YEAR, spot, number=citation.number, expected=form)
        if (expected := party_number(parts)) is not None:
            yield finding(
                Problem.NUMBER_IN_STATE_FORM, spot, number=citation.number, expected=expected
            )
        if (expected := state_number(parts)) is not None:
            yield finding(
                Problem.NUMBER_IN_PARTY_FORM, spot, number=citation.number, expected=expected
            )
        if (said := other_type(parts, citation.doc_type)) is not None:
            yield finding(
                Problem.NUMBER_OF_OTHER_TYPE,
                spot,
                number=citation.number,
                doc_type=citation.doc_type,
                said=said,
            )
        if parts.year is not None and citation.date and citation.date.year != parts.year:
            yield finding(
                Problem.CITED_BEFORE_ITS_YEAR,
                place(citation.traces, "date", "number"),
                number=citation.number,
                date=citation.date.strftime("%d/%m/%Y"),
            )


def plan_number(plan: Plan) -> Iterator[Finding]:
    """The plan's own number: of another type's form, or still blank, as is its date.

    Source: Decree 30/2020/NĐ-CP, annex I: a plan is numbered «n/KH-CƠQUAN»; plans are met with the
    number of a công văn («n/SKHCN-VP»). Blanks are normal: the clerk fills them at issue.
    """
    header = plan.header
    spot = place(header.traces, "symbol", "number", "doc_type")
    said = symbol_of_other_type(header.symbol, header.doc_type) if header.symbol else None
    if said is not None:
        yield finding(
            Problem.PLAN_NUMBER_OF_OTHER_TYPE,
            spot,
            symbol=header.symbol,
            doc_type=header.doc_type,
            said=said,
        )
    if header.symbol is not None and header.number is None:
        yield finding(Problem.PLAN_NUMBER_BLANK, spot, symbol=header.symbol)
    day = header.date
    if day.year is not None and (day.month is None or day.day is None):
        yield finding(
            Problem.PLAN_DATE_BLANK,
            place(header.traces, "date", "place", "symbol"),
            known=f"{day.month:02d}/{day.year}" if day.month else str(day.year),
        )


def _key(text: str) -> str:
    return fold(text).replace(" ", "")
