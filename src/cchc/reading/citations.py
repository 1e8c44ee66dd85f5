"""Documents cited anywhere in a plan: number, type, date, issuer.

Grammar of a citation (domain handbook, section 6; numbers after Decree 30/2020/NĐ-CP and, for the
Party, guidance 36-HD/VPTW): [type] [số] number [, ngày date] [của issuer] [về …].
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from cchc.documents.model import Span
from cchc.plan.model import Citation, Header, Trace
from cchc.text.letters import pattern
from cchc.text.normal import one_line

_SYMBOL = r"(?:[A-ZĐ][A-Za-zĐđ0-9]*&?[A-Za-zĐđ0-9]*)"
_NUMBER = re.compile(
    rf"""(?<![\w/.-])(?P<number>
      \d{{1,5}}[a-z]?\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?(?:{_SYMBOL}(?:\s?[-–]\s?{_SYMBOL})+|(?:UBTV)?QH\d{{1,2}})
    | \d{{1,4}}\s?[-–]\s?[A-ZĐ][A-Za-zĐđ]{{0,4}}\s?/\s?(?:TW|TU|[A-ZĐ]{{2,}}(?:\s?[-–]\s?[A-ZĐ]+)*)
    )(?![\w/])""",
    re.VERBOSE,
)
_TYPES = {
    "QĐ": "Quyết định",
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "KH": "Kế hoạch",
    "TT": "Thông tư",
    "CT": "Chỉ thị",
    "CTR": "Chương trình",
    "CTr": "Chương trình",
    "TTLT": "Thông tư liên tịch",
    "ĐA": "Đề án",
    "BC": "Báo cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "KL": "Kết luận",
    "QC": "Quy chế",
    "TTr": "Tờ trình",
    "CV": "Công văn",
    "QyĐ": "Quy định",
    "CĐ": "Công điện",
    "VBHN": "Văn bản hợp nhất",
    "PA": "Phương án",
    "DA": "Dự án",
    "QH": "Luật",
    "BB": "Biên bản",
}
_PRINTED_TYPES = re.compile(
    r"(quyết định|nghị định|nghị quyết|kế hoạch|thông tư liên tịch|thông tư|chỉ thị|chương trình|"
    r"đề án|"
    r"báo cáo|thông báo|hướng dẫn|kết luận|quy chế|tờ trình|công văn|công điện|quy định|bộ luật|"
    r"luật|pháp lệnh|"
    r"văn bản hợp nhất|phương án|thông tri|văn bản|tiêu chuẩn)"
    r"(?:\s+(?:hành động|liên tịch|thẩm định|tổng kết|kết quả))?\s*(?:số|:|số:)?\s*:?\s*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\s*,?\s*(?:ban hành\s+)?(?:ngày\s*(?P<d1>\d{1,2})\s?[/.-]\s?(?P<m1>\d{1,2})"
    r"\s?[/.-]\s?(?P<y1>\d{4})"
    r"|ngày\s*(?P<d2>\d{1,2})\s*tháng\s*(?P<m2>\d{1,2})\s*năm\s*(?P<y2>\d{4})"
    r"|\(\s*(?:ngày\s*)?(?P<d3>\d{1,2})\s?/\s?(?P<m3>\d{1,2})\s?/\s?(?P<y3>\d{4})\s*\))"
)
_OF = pattern(r"\s*,?\s*(?:do|của)\s+(?=[{U}])")
_INFERRED = {
    "NĐ-CP": "Chính phủ",
    "NQ-CP": "Chính phủ",
    "QĐ-TTg": "Thủ tướng Chính phủ",
    "CT-TTg": "Thủ tướng Chính phủ",
}
_BETWEEN = re.compile(
    r"[\s,;]*(?:và|,|;|cùng|hoặc)?[\s,]*(?:các\s+)?(?:[^\W\d_]+(?:\s+[^\W\d_]+){0,3}\s+)?(?:số\s*:?\s*)?"
)
_ISSUER_STOP = re.compile(
    r"\s+(?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|thống kê|nhằm|trên địa bàn|"
    r"gắn|đối với|để|"
    r"trong|thực hiện|công bố|triển khai|theo|được|tại|cho|giao|đến|v/v|V/v|xây dựng|kèm theo|"
    r"ngày|năm|"
    r"do|và (?:Nghị|Quyết|Kế|Thông|Chỉ|Công|các|đẩy|tổ|triển|thực|phát|nâng|hướng|Chương|Đề|Luật|"
    r"Kết|văn)|là|"
    r"thuộc|từ|với|liên quan|tiếp tục|tăng cường|đẩy mạnh|cải cách|cải thiện|kiểm|rà soát|thông "
    r"qua|"
    r"chỉ đạo|yêu cầu|đã|có hiệu lực|nêu|quán triệt|phát động|gồm|như|đề|hợp nhất|một số|chuyển "
    r"đổi|khóa|khoá|"
    r"bảo đảm|đảm bảo|và của|nêu trên|nói trên|hiện hành|số|sẽ|phải|còn|khi|tới|xác định|phân "
    r"công|nâng cao)\b"
    r"|[,;.():“\"/]|\s[-–]\s|$"
)


def find_citations(texts: Iterable[tuple[str, Span]], header: Header) -> tuple[Citation, ...]:
    """Every place where a document number is printed, in order; the plan's own is left out.

    A closing «của X» has been given to the whole list before it.
    """
    found: list[Citation] = []
    for text, span in texts:
        if "/" in text:
            found.extend(_in_text(text, span, header))
    return tuple(found)


def distinct(occurrences: Sequence[Citation]) -> tuple[Citation, ...]:
    """One citation per number: date and issuer from the first place where each is printed."""
    merged: dict[str, Citation] = {}
    for citation in occurrences:
        known = merged.get(citation.number)
        if known is None:
            merged[citation.number] = citation
            continue
        merged[citation.number] = replace(
            known,
            date=known.date or citation.date,
            issuer=known.issuer or citation.issuer,
            doc_type=known.doc_type or citation.doc_type,
            traces={**citation.traces, **known.traces},
        )
    return tuple(merged.values())


def _in_text(text: str, span: Span, header: Header) -> list[Citation]:
    matches = list(_NUMBER.finditer(text))
    if not matches:
        return []
    rows: list[
        tuple[Citation, int, int]
    ] = []  # citation, start of number, end of what belongs to it
    for found in matches:
        number = re.sub(
            r"\s*([/–-])\s*", lambda m: m.group(1).replace("–", "-"), found.group("number")
        )
        if _is_own(number, text, found.start(), header) or _is_no_citation(number):
            continue
        on, after = _date_after(text, found.end())
        issuer, end = _issuer_after(text, after)
        rows.append(
            (
                Citation(
                    number,
                    doc_type=_type_of(number, text[: found.start()]),
                    date=on,
                    issuer=issuer,
                    traces={"number": Trace(span)},
                ),
                found.start(),
                max(after, end),
            )
        )
    return _with_shared_issuer(rows, text)


def _is_own(number: str, text: str, start: int, header: Header) -> bool:
    symbol = number.split("/", 1)[-1]
    if header.symbol and symbol == header.symbol and number.split("/", 1)[0] == header.number:
        return True
    before = text[max(0, start - 60) : start].lower()
    return bool(re.search(r"(?:kèm theo|ban hành theo|đính kèm)[^;]*$", before)) and symbol == (
        header.symbol or symbol
    )


def _is_no_citation(number: str) -> bool:
    return bool(re.match(r"\d+/(?:TCVN|ISO|QCVN)", number))


_DAY_WITHOUT_YEAR = re.compile(r"\s*,?\s*ngày\s*\d{1,2}/\d{1,2}(?![/\d])")


def _date_after(text: str, end: int) -> tuple[date | None, int]:
    found = _DATE.match(text, end)
    if found is None:
        short = _DAY_WITHOUT_YEAR.match(text, end)
        return None, short.end() if short else end
    for k in ("1", "2", "3"):
        if found.group("y" + k):
            try:
                on = date(*(int(found.group(part + k)) for part in ("y", "m", "d")))
            except ValueError:
                return None, found.end()
            return on, found.end()
    return None, found.end()


def _issuer_after(text: str, end: int) -> tuple[str | None, int]:
    found = _OF.match(text, end)
    if found is None:
        return None, end
    stop = _ISSUER_STOP.search(text, found.end())
    finish = stop.start() if stop else len(text)
    finish = _whole_name(text, found.end(), finish)
    name = one_line(text[found.end() : finish])
    if not name or len(name.split()) > 14:
        return None, end
    return name, finish


_NAME_GOES_ON = pattern(r", [{U}][^\W\d_]*(?: [{L}]+){0,2} và [{U}][^\W\d_]*(?: [{L}]+){0,3}")


_TITLE_GOES_ON = re.compile(r", (?:Chủ nhiệm|Tổng Thanh tra|Trưởng ban|Chủ tịch)\b")
# «Ban Chỉ đạo cải cách hành chính của Chính phủ»: what a committee is for belongs to its name.
_COMMITTEE = re.compile(r"(?:Ban [Cc]hỉ đạo|Tổ [Cc]ông tác)$")
_COMMITTEE_GOES_ON = pattern(
    r" (?:[Cc]ải cách hành chính|[Cc]huyển đổi số|[Cc]ải cách thủ tục hành chính)"
    r"(?: (?:của )?(?:[Cc]hính phủ|[Tt]ỉnh|[Tt]hành phố|"
    r"(?:Bộ|Sở) [{U}][^\W\d_]*(?: [{U}][^\W\d_]*)*))?"
)


def _whole_name(text: str, start: int, finish: int) -> int:
    """«Bộ Văn hóa, Thể thao và Du lịch»: the comma is part of the name."""
    if _COMMITTEE.search(text[start:finish]):
        more = _COMMITTEE_GOES_ON.match(text, finish)
        return more.end() if more else finish
    if _TITLE_GOES_ON.match(text, finish) and text[start:finish].startswith(("Bộ trưởng", "Phó")):
        # «Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ» is one person.
        stop = _ISSUER_STOP.search(text, finish + 2)
        return stop.start() if stop else len(text)
    if text[finish : finish + 2] == ", ":
        more = _NAME_GOES_ON.match(text[finish:])
        if more and re.match(r"(?:Bộ|Sở|Ban|Cục|Ủy ban)", text[start:finish]):
            stop = _ISSUER_STOP.search(text, finish + 1)
            return min(finish + more.end(), stop.start() if stop else len(text))
    if text[finish : finish + 3] in (" - ", " – ") and re.match(
        r"(?:Bộ|Sở) Lao động", text[start:finish]
    ):
        stop = _ISSUER_STOP.search(text, finish + 3)
        return stop.start() if stop else len(text)
    return finish


def _type_of(number: str, before: str) -> str | None:
    found = _PRINTED_TYPES.search(before[-50:])
    if found and found.group(1).lower() not in ("văn bản", "tiêu chuẩn"):
        return found.group(1).capitalize()
    tail = re.split(r"[/]", number)
    head = tail[0].split("-")[-1] if "-" in tail[0] else re.split(r"[-–]", tail[-1])[0]
    if re.match(r"QH\d", tail[-1]):
        return "Luật"
    if head in _TYPES:
        return _TYPES[head]
    if len(tail) == 2 and "-" in tail[1] and re.fullmatch(r"[A-ZĐ&]+", head):
        return "Công văn"
    return None


def _fits(number: str, issuer: str) -> bool:
    """Whether the symbol of a number may be the one of an issuer: «…/QĐ-UBND» of a committee."""
    symbol = (
        number.split("/", 1)[-1] if not re.match(r"\d+-", number) else number.rsplit("/", 1)[-1]
    )
    organ = symbol.split("-")[-1] if "-" in symbol else symbol
    folded = issuer.lower()
    if organ.startswith("UBND"):
        return "ubnd" in folded or "nhân dân" in folded
    if organ.startswith("HĐND"):
        return "hđnd" in folded or "hội đồng" in folded
    if organ in ("TW",):
        return any(word in folded for word in ("trung ương", "bộ chính trị", "ban bí thư"))
    if organ in ("TU",):
        return "ủy" in folded or "uỷ" in folded
    if organ in ("CP", "TTg"):
        return "chính phủ" in folded
    letters = re.sub(r"[^A-ZĐ]", "", organ.upper())
    return _is_subsequence(letters, _initials(issuer))


def _initials(issuer: str) -> str:
    """First letters, and all letters of an abbreviation: «Bộ KH&CN» → BKHCN."""
    parts = re.findall(r"[^\W\d_]+", issuer)
    return "".join(part if part.isupper() else part[0].upper() for part in parts)


def _is_subsequence(letters: str, of: str) -> bool:
    rest = iter(of)
    return bool(letters) and all(letter in rest for letter in letters)


def _with_shared_issuer(rows: list[tuple[Citation, int, int]], text: str) -> list[Citation]:
    """Give a closing «của X» to the list before it, then infer the four that are certain."""
    citations = [row[0] for row in rows]
    for index in range(len(rows) - 2, -1, -1):
        current, following = citations[index], citations[index + 1]
        if current.issuer is not None or following.issuer is None:
            continue
        between = text[rows[index][2] : rows[index + 1][1]]
        if _BETWEEN.fullmatch(between) and _fits(current.number, following.issuer):
            citations[index] = replace(current, issuer=following.issuer)
    return [
        replace(c, issuer=inferred) if (inferred := _inferred(c.number)) else c for c in citations
    ]


def _inferred(number: str) -> str | None:
    return _INFERRED.get(number.rsplit("/", 1)[-1])
