"""Letterhead, title and closing → `Header`.

Source: Decree 30/2020/NĐ-CP, annex I: components 1 (motto), 2 (authorities), 3 (number, symbol),
4 (place, date), 5a (type, subject), 7 (signer), 9b (recipients). Blanks that the clerk fills in at
issue («Số:      /KH-…») are None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.documents.model import Line, Span
from cchc.plan.model import Header, PartialDate, Trace, Traces
from cchc.reading.closing import read_recipients, read_signer
from cchc.reading.organisations import begins_authority, in_running_form
from cchc.reading.parts import DOC_TYPES, Parts
from cchc.text.folding import fold
from cchc.text.normal import one_line

_MOTTO = re.compile(
    r"C[ỘO]NG\s+H[ÒOÀ0][ÀAÁ]?\s+X[ÃA]\s+H[ỘO]I.*$|Đ[ộo]c\s+l[ậa]p\s*[-–—]?\s*T[ựu]\s+do.*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\bS[ốóôoỐÓÔO]\s*[:.]?\s*(?P<number>\d{0,5}[a-z]?)[\s._…]*/\s*(?P<symbol>[A-ZĐ0-9][\wĐ&]*(?:\s?[-–]\s?[\wĐ&]+)*)"
)
_BARE_NUMBER = re.compile(
    r"^\s*(?P<number>\d{1,5})\s*/\s*(?P<symbol>(?:KH|CTr|QĐ|BC|ĐA)\s?[-–]\s?[A-ZĐ&]+(?:[-–][A-ZĐ&]+)*)\s*$"
)
_DATE = re.compile(
    r"(?P<place>[^\W\d_][^,/]{1,40}?)?\s*,?\s*ngày\s*(?P<day>\d{0,2})[\s._…]*tháng\s*(?P<month>\d{0,2})[\s._…]*"
    r"năm\s*(?P<year>\d{4})?",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(
    r"(?P<place>[^\W\d_][^,/]{1,40}?),\s*ngày\s*(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bnăm\s*(\d{4})\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(20[1-4]\d)\b")
_ATTACHED = re.compile(
    r"\(?\s*(?:Ban hành\s+)?(?:kèm\s+theo|đính\s+kèm|theo)\b(?P<rest>.*)", re.IGNORECASE
)
_COMMITTEE = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)$")


def read_header(parts: Parts, context: str) -> Header:
    """Read the header; `context` is the running text, which shows names in their usual form."""
    traces: dict[str, Trace] = {}
    letterhead = _tidied(parts.letterhead)
    number, symbol = _number(letterhead, traces)
    place, date = _place_and_date(letterhead, traces)
    parent, issuer = _authorities(letterhead, context, traces)
    doc_type, subject = _title(parts.title, traces)
    if doc_type is None and not parts.title:
        attached = _attached(parts)
        if attached is not None:
            doc_type, number, symbol, date = attached
            issuer = issuer or _issuer_in(_attachment_line(parts), context)
            issuer = issuer or _issuer_in(" ".join(parts.appendices[0].titles), context)
    if issuer is None:
        issuer = _issuer_in(subject or "", context) or _issuer_from_preamble(parts, context)
    signer = read_signer(parts.closing, traces)
    return Header(
        parent_authority=parent,
        issuer=issuer,
        number=number or None,
        symbol=symbol,
        place=place,
        date=date,
        doc_type=doc_type,
        subject=subject,
        year=_plan_year(parts, subject, date, context),
        signer=signer,
        recipients=read_recipients(parts.closing, traces),
        traces=traces,
    )


_NOT_A_NAME = (
    re.compile(r"du thao(?: lan \d+)?|hoa toc|thuong khan|khan|(?:toi |tuyet )?mat|sao y.*"),
    re.compile(r"cong hoa xa hoi$|doc lap ?-?$|doc lap ?- ?tu do ?-?$"),
    re.compile(r"chu nghia viet nam|(?:tu do ?- ?)?hanh phuc"),
)


def _tidied(lines: Sequence[Line]) -> list[Line]:
    """Letterhead lines without the motto's halves, with a date broken over two lines joined."""
    kept: list[Line] = []
    sides = [
        replace(line, text=side)
        for column in (0, 1)
        for line in lines
        for side in _columns_of(line.text)[column : column + 1]
    ]
    for line in sides:
        text = one_line(line.text.strip(" |"))
        folded = fold(text)
        if not text or any(mark.fullmatch(folded) for mark in _NOT_A_NAME):
            continue
        if kept and re.search(r"ngày\s*\d*$", kept[-1].text) and folded.startswith("thang"):
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text} {text}")
        else:
            kept.append(replace(line, text=text))
    return kept


def _columns_of(text: str) -> list[str]:
    """A two-column letterhead dumped as «SỞ Y TẾ | CỘNG HÒA …»: its columns."""
    return [side for side in text.split("|") if side.strip()] if "|" in text else [text]


def _trace(traces: dict[str, Trace], field: str, span: Span) -> None:
    traces.setdefault(field, Trace(span))


def _number(lines: Sequence[Line], traces: dict[str, Trace]) -> tuple[str | None, str | None]:
    for line in lines:
        found = _NUMBER.search(line.text) or _BARE_NUMBER.search(line.text)
        if found:
            _trace(traces, "number", line.span)
            _trace(traces, "symbol", line.span)
            symbol = re.sub(r"\s*[-–]\s*", "-", found.group("symbol"))
            return found.group("number") or None, symbol
    return None, None


def _place_and_date(
    lines: Sequence[Line], traces: dict[str, Trace]
) -> tuple[str | None, PartialDate]:
    for line in lines:
        text = _NUMBER.sub(" ", line.text)
        found = _DATE.search(one_line(text)) or _SHORT_DATE.search(text)
        if found:
            _trace(traces, "place", line.span)
            _trace(traces, "date", line.span)
            place = one_line(found.group("place") or "").strip(" .,;-") or None
            return place, _partial(found)
    return None, PartialDate()


def _partial(found: re.Match[str]) -> PartialDate:
    year, month, day = (
        int(found.group(k)) if found.group(k) else None for k in ("year", "month", "day")
    )
    month = month if month and 1 <= month <= 12 else None
    return PartialDate(year, month, day if day and 1 <= day <= 31 else None)


def _authorities(
    lines: Sequence[Line], context: str, traces: dict[str, Trace]
) -> tuple[str | None, str | None]:
    """The parent authority and the issuer: the names at the top left, in capitals."""
    names: list[str] = []
    spans: list[Span] = []
    for line in lines:
        text = _MOTTO.sub(" ", one_line(line.text))
        if found := _NUMBER.search(text):
            text = text[: found.start()]
        if found := _DATE.search(text):
            text = text[: found.start()]
        text = text.strip(" -–_*.;")
        if len(re.findall(r"\w", text)) < 2 or not _is_name(text):
            continue
        goes_on = not begins_authority(text) or " " not in text
        if names and (goes_on or _COMMITTEE.search(fold(names[-1]))):
            names[-1] = f"{names[-1]} {text}"
        elif begins_authority(text):
            names.append(text)
            spans.append(line.span)
    names = [in_running_form(name, context) for name in names]
    if not names:
        return None, None
    _trace(traces, "issuer", spans[-1])
    if len(names) == 1:
        return None, names[0]
    _trace(traces, "parent_authority", spans[-2])
    return names[-2], names[-1]


def _is_name(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char.isupper() for char in letters) >= 0.7 * len(letters)


def _title(lines: Sequence[Line], traces: dict[str, Trace]) -> tuple[str | None, str | None]:
    if not lines:
        return None, None
    first = one_line(lines[0].text)
    doc_type = next((name for name in DOC_TYPES if fold(first).startswith(fold(name))), None)
    if doc_type is None:
        return None, None
    _trace(traces, "doc_type", lines[0].span)
    texts = [first[len(doc_type) :].strip(" :-–"), *(one_line(line.text) for line in lines[1:])]
    subject = " ".join(text for text in texts if re.search(r"\w", text)).strip()
    if subject:
        _trace(traces, "subject", lines[min(1, len(lines) - 1)].span)
        if subject.isupper():
            subject = subject[0] + subject[1:]
    return doc_type.capitalize(), subject.rstrip(" .;,:*") or None


def _attachment_line(parts: Parts) -> str:
    for appendix in parts.appendices:
        text = " ".join(appendix.titles)
        if found := _ATTACHED.search(text):
            return found.group()
    return ""


def _attached(parts: Parts) -> tuple[str | None, str | None, str | None, PartialDate] | None:
    """An appendix on its own says of which document it is part (annex I, «Phụ lục»)."""
    line = _attachment_line(parts)
    if not line:
        return None
    folded = fold(line)
    doc_type = next((name for name in DOC_TYPES if re.search(rf"\b{fold(name)}\b", folded)), None)
    number = re.search(
        r"(?:[Ss]ố\s*[:.]?)?\s*(\d{0,5})[\s._…]*/\s*([A-ZĐ][\wĐ&]*(?:[-–][\wĐ&]+)+)", line
    )
    found = _DATE.search(line)
    date = _partial(found) if found else PartialDate()
    short = re.search(r"ngày\s*(\d{1,2})/(\d{1,2})/(\d{4})", line)
    if short:
        date = PartialDate(int(short.group(3)), int(short.group(2)), int(short.group(1)))
    return (
        doc_type.capitalize() if doc_type else None,
        (number.group(1) or None) if number else None,
        number.group(2) if number else None,
        date,
    )


_OPENING = re.compile(
    r"(?:^|[,;.]\s*)(?P<name>(?:Sở|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Cục|Chi cục|Tổng cục|Vụ|"
    r"Văn phòng|"
    r"Ban Quản lý|Ban|Trung tâm|Bộ|Thanh tra|Phòng|Viện|"
    r"Trường)\s[^,;.()]{2,90}?)\s*(?:\([^)]*\)\s*)?"
    r"(?:xây dựng|ban hành|đề ra|lập|triển khai|tổ chức)\b"
)


def _issuer_from_preamble(parts: Parts, context: str) -> str | None:
    for entry in parts.preamble:
        if found := _OPENING.search(entry.text):
            return found.group("name").strip()
    return None


_ISSUER_IN_SUBJECT = re.compile(
    r"(?:của|tại|cho)\s+(?:ngành\s+)?(?P<name>(?:Sở|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Cục|Chi "
    r"cục|Bộ|Ban Quản lý|"
    r"Thanh tra|Văn phòng|Tổng cục|Trung tâm|SỞ|CỤC|UBND|ỦY BAN NHÂN DÂN)\s.+?)"
    r"(?:\s+năm\s+\d{4}.*|\s+giai đoạn.*|\s+trong\s+.*|\)|$)"
)


def _issuer_in(text: str, context: str) -> str | None:
    found = _ISSUER_IN_SUBJECT.search(one_line(text))
    return in_running_form(found.group("name").strip(" ).;"), context) if found else None


def _plan_year(parts: Parts, subject: str | None, date: PartialDate, context: str) -> int | None:
    """The year the plan is for: the one its subject names, else of its date, else the usual one."""
    texts = [subject or "", *(title for a in parts.appendices for title in a.titles)]
    for text in texts:
        if found := _YEAR.search(text):
            return int(found.group(1))
    for text in texts:
        if found := _ANY_YEAR.search(re.sub(r"\d+/\S+|ngày[^)]*", " ", text)):
            return int(found.group(1))
    if date.year:
        return date.year
    years = _YEAR.findall(context)
    if years:
        return int(max(set(years), key=years.count))
    return None


__all__ = ["Traces", "read_header"]
