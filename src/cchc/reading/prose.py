"""What running text says of a task: its deadline, who leads and supports, what comes of it.

Rule of the interchange format («deadline», «tasks»): in a body item a deadline is only what names a
date, month, quarter or half-year by which the task, or its last step, must be done; `trong` and
`hoàn thành` are left off. Units and products only where words introduce them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.reading.splitting import split_products, split_units
from cchc.text.normal import one_line

_DIGIT = re.compile(r"\d")
_DATE = r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?"
_LONG_DATE = r"\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?"
_YEAR = r"(?:\s?/\s?\d{4}|\s+năm\s+\d{4}|-\d{4})?"
_QUARTER = rf"[Qq]u[ýíy]\s+(?:IV|I{{1,3}}|[1-4]){_YEAR}"
_MONTH = rf"[Tt]háng\s+\d{{1,2}}{_YEAR}"
_HALF = r"(?:0?6|sáu|0?9|chín)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?"
_PERIOD = rf"(?:{_QUARTER}|{_MONTH}|{_HALF})"
_BOUND = (
    r"(?:[Xx]ong\s+trước|[Tt]rước|[Cc]hậm\s+nhất(?:\s+là|\s+vào|\s+đến)?|[Mm]uộn\s+nhất(?:\s+là)?|[Đđ]ến\s+hết|[Đđ]ến|[Hh]ết|"
    r"[Kk]hông\s+quá|[Kk]hông\s+muộn\s+hơn)"
)
_DEADLINE = re.compile(
    rf"""(?:
      (?P<bounded>{_BOUND}\s+(?:ngày\s+)?(?:{_LONG_DATE}|{_DATE}|{_PERIOD}(?:\s*(?:và|,|-|–)\s*{_PERIOD})*))
    | (?:trong|vào|hoàn\s+thành|xong|thực\s+hiện|báo\s+cáo|ban\s+hành|định\s+kỳ|tổ\s+chức|từ|[,;:(])
      \s*(?:trong\s+)?
      (?P<period>(?:(?:đầu|giữa|cuối)\s+)?(?:{_PERIOD})
        (?:\s*(?:và|,|-|–|đến)\s*(?:{_PERIOD}|(?:IV|I{{1,3}})\b{_YEAR}|\d{{1,2}}\b{_YEAR}))*)
    | (?:hoàn\s+thành|xong|thời\s+(?:gian|hạn)[^.;:]{{0,25}}:|vào|,)\s*(?:trong\s+)?
      (?P<day>ngày\s+(?:{_LONG_DATE}|{_DATE}))
    )(?=\s*(?:[.;,)(]|$|phải\b|hoàn\s+thành\b|xong\b))""",
    re.VERBOSE,
)
_LABELLED_DEADLINE = re.compile(
    r"(?:[Tt]hời\s+(?:gian|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai))?|[Hh]oàn\s+thành|[Tt]iến\s+độ)\s*:\s*"
    r"(?P<words>[^.;()]+)"
)
_TIME_WORD = re.compile(rf"{_DATE}|{_LONG_DATE}|{_PERIOD}")


def body_deadline(text: str, year: int) -> str | None:
    """The last deadline that an item of prose names, without «trong» and «hoàn thành».

    «…, hoàn thành trong quý I/2022.» → «quý I/2022». Rhythms and «trong năm» do not count.
    """
    if not _DIGIT.search(text) and "uý" not in text and "uí" not in text:
        return None
    last: str | None = None
    for found in _LABELLED_DEADLINE.finditer(text):
        if _TIME_WORD.search(found.group("words")):
            last = re.sub(r"^trong\s+", "", one_line(found.group("words")), flags=re.IGNORECASE)
    if last is not None:
        return last.strip(" ,")
    for found in _DEADLINE.finditer(text):
        words = found.group("bounded") or found.group("period") or found.group("day")
        if _is_of_a_document(found) or _other_year(words, year):
            continue
        last = one_line(words)
    return last


def _is_of_a_document(found: re.Match[str]) -> bool:
    """«… số 766/QĐ-TTg ngày 23/6/2022»: the date of a document is no deadline.

    «theo Chỉ thị số 26/CT-TTg, xong trong quý I» is one: a word of doing stands between.
    """
    before = found.string[: found.start()]
    return _DATED.match(found.group()) is not None and _SYMBOL_AT_END.search(before) is not None


_DATED = re.compile(r"[\s,;:(]*(?:ngày|tháng|quý|\d)", re.IGNORECASE)
_SYMBOL_AT_END = re.compile(r"\d/[\wĐ&-]+\s*,?\s*$")


def _other_year(words: str, year: int) -> bool:
    years = [int(found) for found in re.findall(r"\b(20\d\d)\b", words)]
    return bool(years) and max(years) < year


@dataclass(frozen=True, slots=True)
class Parties:
    """Who does a task of the body, and what comes of it."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()


# A labelled list of units goes on over semicolons, up to the next label or the end.
_NEXT_LABEL = (
    r"(?=\s*(?:[.)]|$|[,;]?\s*(?:[Đđ]ơn vị|[Cc]ơ quan)?\s*[Pp]hối hợp|[,;]?\s*[Tt]hời (?:gian|hạn)|"
    r"[,;]?\s*[Ss]ản phẩm|[,;]?\s*[Kk]ết quả|[,;]?\s*[Hh]oàn thành))"
)
_WHO = r"[Đđ]ơn vị|[Cc]ơ quan|[Pp]hòng|[Bb]ộ phận|[Nn]gười|[Tt]ổ chức|[Cc]á nhân"
_LEAD_LABELLED = re.compile(
    rf"(?:(?:{_WHO})(?:,\s*(?:đơn vị|cá nhân|bộ phận))?\s+(?:chủ trì|thực hiện|phụ trách|đầu mối|"
    rf"chịu trách nhiệm)|[Cc]hủ trì|[Đđ]ầu mối|[Tt]rách nhiệm|[Pp]hụ trách)(?:\s+thực hiện)?\s*:\s*"
    rf"(?P<unit>[^.()]+?){_NEXT_LABEL}"
)
_SUPPORT_LABELLED = re.compile(
    rf"(?:[Đđ]ơn vị|[Cc]ơ quan)?\s*[Pp]hối hợp(?: thực hiện)?\s*:\s*(?P<unit>[^.()]+?){_NEXT_LABEL}"
)
# What a unit is to do: a name of a unit goes no further than one of these.
_WORK = (
    r"tham mưu|xây dựng|tổ chức|thực hiện|triển khai|rà soát|kiểm tra|tổng hợp|hướng dẫn|đôn đốc|"
    r"công khai|công bố|niêm yết|lập|số hóa|ký|giải quyết|sửa đổi|bổ sung|thẩm định|trình|"
    r"tiếp nhận|tuyên truyền|phổ biến|khảo sát|đề xuất|chuẩn bị|vận hành|duy trì|nâng cấp|cung cấp|"
    r"bố trí|để|nhằm|trong|trước|báo cáo|đánh giá|theo dõi|cập nhật|ban hành|chậm nhất|hoàn thành|"
    r"sản phẩm|thời (?:gian|hạn)"
)
_LEAD_BY = re.compile(
    r"(?:\b[Dd]o|(?P<given>\b[Gg]iao(?:\s+cho)?))\s+(?P<unit>(?:[^.;:()])+?)\s+(?:làm\s+)?"
    r"(?:chủ trì|đầu mối|là (?:đơn vị|cơ quan) chủ trì)\b"
    # Who is given the lead leads, whatever the work; «do … chủ trì» may only describe a meeting.
    rf"(?(given)|(?=\s*(?:[.,;:)]|$|phối hợp|và\b|{_WORK})))"
)
_LEAD_FIRST = re.compile(
    r"(?:^|\()(?P<unit>(?:Văn phòng|Phòng|Chi cục|Trung tâm|Thanh tra|Bộ phận|Các phòng|Ban|Sở|"
    r"Công an|UBND)"
    r"[^.;:,()]*?(?:,[^.;:()]*?)?)(?:\s+(?:là|làm)(?:\s+(?:đơn vị|cơ quan|đầu mối))?)?\s+chủ trì\b"
)
_SUPPORT_WITH = re.compile(
    r"(?:chủ trì|đầu mối|chủ động)[^.;()]*?,?\s*phối hợp(?: chặt chẽ)?(?: thực hiện)?\s+"
    r"(?:với\s+|cùng\s+|(?=(?:các|Văn|Phòng|Chi|Trung|Thanh|Sở|Ban|UBND|Công an)\b))"
    rf"(?P<unit>[^.;:()]+?)(?=\s*(?:[.;)]|$|,?\s+(?:{_WORK})\b))"
)
_SUPPORT_BY = re.compile(r"chủ trì\s*[,;]\s*(?P<unit>[^.;:()]+?)\s+phối hợp\b(?!\s*(?:với|cùng))")
_PRODUCT = re.compile(
    r"(?:[Ss]ản phẩm|[Kk]ết quả(?:,|/) ?(?:sản phẩm|đầu ra|đạt được)|(?:^|[.;(]\s*)[Kk]ết quả)"
    r"(?:\s+(?:đầu ra|hoàn thành|chủ yếu|dự kiến))?\s*:\s*"
    r"(?P<words>[^.;()]+(?:;\s*[^.:()]+?(?=[.]|$))?)"
)


def body_parties(text: str) -> Parties:
    """Units and products where words such as «chủ trì», «phối hợp», «sản phẩm:» introduce them."""
    if "hủ trì" not in text and "hối hợp" not in text and "ản phẩm" not in text and ":" not in text:
        return Parties()
    lead = _units(text, _LEAD_LABELLED) or _units(text, _LEAD_BY) or _units(text, _LEAD_FIRST)
    support = _units(text, _SUPPORT_LABELLED)
    if lead and not support:
        support = _units(text, _SUPPORT_WITH) or _units(text, _SUPPORT_BY)
    outputs: tuple[str, ...] = ()
    if found := _PRODUCT.search(text):
        outputs = split_products(found.group("words"))
    return Parties(lead, support, outputs)


def _units(text: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    found = pattern.search(text)
    if found is None:
        return ()
    unit = found.group("unit").strip(" ,-–")
    # «một việc chỉ giao một cơ quan chủ trì» names nobody.
    if not unit[:1].isupper() and not re.match(r"(?:các|đơn vị|từng|toàn thể)\b", unit):
        return ()
    return split_units(unit)
