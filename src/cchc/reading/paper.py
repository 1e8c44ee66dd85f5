"""Document → what one administrative paper says of itself: number, date, issuer, subject, signer.

For any paper and not only plans: a report, a decision, an official letter without a title. What is
not found is None; whoever shows it calls it a proposal. Source of the form: Decree 30/2020/NĐ-CP,
annex I, components 2 to 7.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc.documents.model import Document, Line
from cchc.plan.model import Header, PartialDate
from cchc.reading.header import read_header
from cchc.reading.parts import split_parts
from cchc.text.folding import fold
from cchc.text.normal import one_line

# «158/2025/NĐ-CP»: documents with the force of law count by the year (Law 2025 on issuing them).
_NUMBER_OF_YEAR = re.compile(
    r"^\W*S[ốỐo]\s*[:.]?\s*(?P<number>\d{1,5}/(?:19|20)\d{2})/(?P<symbol>[A-ZĐ][\wĐ&-]*)"
)
# An official letter has no title: its subject stands under the number, «V/v …».
_ABOUT = re.compile(r"^\W*(?:v\s?/\s?v|ve viec)\b\W*")
_LETTER = "Công văn"
_MOST_SUBJECT = 1000


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper says of itself, as far as it was found."""

    number: str | None = None
    symbol: str | None = None
    doc_type: str | None = None
    issuer: str | None = None
    subject: str | None = None
    signer: str | None = None
    dated_on: date | None = None


def read_paper(document: Document) -> Paper:
    """Read the letterhead, title and closing of one paper."""
    parts = split_parts([document])
    context = "\n".join(paragraph.text for paragraph in document.paragraphs)
    header = read_header(parts, context)
    number, symbol = _code(header, parts.letterhead)
    doc_type, subject = header.doc_type, header.subject
    about = None if doc_type else _about(_first_lines(document))
    if about is not None:
        doc_type, subject = _LETTER, about
    return Paper(
        number=number,
        symbol=symbol,
        doc_type=doc_type,
        issuer=header.issuer,
        subject=one_line(subject)[:_MOST_SUBJECT] if subject else None,
        signer=header.signer.name,
        dated_on=_whole(header.date),
    )


def _code(header: Header, letterhead: Sequence[Line]) -> tuple[str | None, str | None]:
    """«Số: 158/2025/NĐ-CP» → («158/2025», «NĐ-CP»); else as the header has it."""
    for line in letterhead:
        if found := _NUMBER_OF_YEAR.search(one_line(line.text)):
            return found.group("number"), found.group("symbol")
    return header.number, header.symbol


def _first_lines(document: Document) -> list[str]:
    """The printed lines of the first paragraphs, cells of a letterhead's table included."""
    found: list[str] = []
    for paragraph in [*document.paragraphs][:25]:
        lines = [line.text for line in paragraph.lines] or [paragraph.text]
        found.extend(one_line(side) for line in lines for side in line.split("|"))
    return found


def _about(lines: Sequence[str]) -> str | None:
    """«V/v báo cáo kết quả thực hiện» with the lines that it goes on in."""
    for place, line in enumerate(lines):
        found = _ABOUT.match(fold(line))
        if not found:
            continue
        kept = [line[found.end() :]]
        for more in lines[place + 1 : place + 4]:
            if not more or not more[0].islower():
                break
            kept.append(more)
        return one_line(" ".join(kept)).strip(" .;,:") or None
    return None


def _whole(day: PartialDate) -> date | None:
    """The date where day, month and year are all there and such a day exists."""
    if not (day.year and day.month and day.day):
        return None
    try:
        return date(day.year, day.month, day.day)
    except ValueError:
        return None
