"""Targets: every number that a plan commits to reach, in goals and in tasks.

Rule of the interchange format («targets»): only numbers printed in digits; comparison words give
the comparator; commitments without a number and numbers that only describe scope are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cchc.documents.model import Span
from cchc.plan.model import Comparator, Target, TargetKind, Trace
from cchc.text.normal import one_line

_DIGIT = re.compile(r"\d")
# Numbers that commit to nothing: of documents, dates, years, standards. What is left is looked at.
_NO_GOALS = re.compile(
    r"\d{1,2}/\d{1,2}(?:/\d{4})?|\d+/\d*[/\w&-]+|(?:năm|NĂM) \d{4}|\d{4}\s*[-–]\s*\d{4}|ISO "
    r"\d+(?::\d+)?"
)
_NUM = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_AT_LEAST = r"ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|thấp nhất|từ|≥|>="
_MORE = r"trên|hơn|vượt mức|vượt|cao hơn|>"
_LESS = r"dưới|thấp hơn|ít hơn|<"
_AT_MOST = (
    r"không quá|không vượt quá|không hơn|không được vượt quá|tối đa|nhiều nhất|chậm nhất|trong "
    r"vòng|không cao hơn|dưới hoặc bằng|≤|<="
)
_COMPARE = rf"(?P<word>{_AT_MOST}|{_AT_LEAST}|{_MORE}|{_LESS})"
# A range «35–40%», «35% đến 40%».
_TO = rf"(?:\s*%?\s*(?:-|–|đến|tới)\s*(?P<to>{_NUM}))?"
_UP = r"(?P<up>(?:\s+[^\W\d_][^.;,]{0,60}?)?\s+trở\s+lên)?"

_RATE = re.compile(rf"(?:{_COMPARE}\s*)?(?P<value>{_NUM}){_TO}\s*%{_UP}", re.IGNORECASE)
_SCORE = re.compile(
    rf"(?:{_COMPARE}\s*)?(?P<value>{_NUM}){_TO}\s*(?P<unit>điểm)\b(?!\s+(?:a|b|c|cầu|cực))(?P<up>\s+trở\s+lên)?",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?:(?P<top>top)\s*(?P<v1>\d{1,3})"
    r"|(?:trong\s+)?nhóm\s+(?P<v2>\d{1,3})\s*(?:đơn vị|sở|cơ quan|tỉnh|địa phương|xã|phường|"
    r"ngành|huyện)?[^.;,]{0,20}?(?P<lead>dẫn đầu|đầu|cao nhất|tốt nhất)"
    r"|(?:(?:xếp|đứng|đạt|giữ|vị trí|duy trì|trong)\s+)+(?:thứ|hạng|vị trí|vị thứ)\s*(?:hạng\s*|"
    r"thứ\s*)?(?P<from>từ\s+)?(?P<v3>\d{1,3})(?P<up>(?:/\d+)?\s+trở\s+lên)?"
    r"|(?:vị trí|thứ hạng|xếp hạng|hạng|vị thứ)\s+(?:thứ\s+)?(?P<word>"
    + _AT_MOST
    + r"|"
    + _AT_LEAST
    + r"|từ)?\s*(?P<v4>\d{1,3})(?P<up4>(?:/\d+)?\s+trở\s+lên)?"
    r"|(?:thuộc|trong|xếp|đạt|vào|giữ|lên|được xếp(?: vào| loại)?)\s+nhóm\s+(?P<v5>\d{1,2})\b)",
    re.IGNORECASE,
)
_TIME_UNITS = r"phút|giờ|ngày làm việc|ngày|tháng|tuần|năm"
_DURATION = re.compile(
    rf"(?P<word>{_AT_MOST}|{_AT_LEAST}|{_LESS}|trong)\s+(?:vòng\s+)?(?P<value>{_NUM}){_TO}\s*(?P<unit>{_TIME_UNITS})\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    rf"(?:giảm|rút ngắn|cắt giảm)\s+(?:được\s+)?(?:(?P<word>{_AT_LEAST}|{_AT_MOST}|{_MORE}|"
    rf"{_LESS})\s+)?(?P<value>{_NUM}){_TO}\s*(?P<unit>{_TIME_UNITS})\b",
    re.IGNORECASE,
)
_COUNTED = (
    r"sáng kiến|giải pháp|tin,? bài|bài viết|bài|tin|lớp|hội nghị|hội thảo|cuộc|đợt|lượt|đơn vị|"
    r"phòng|phiếu|thủ tục|"
    r"tthc|dịch vụ|quy trình|mô hình|văn bản|chuyên mục|chuyên đề|video|phóng sự|lần|buổi|người|"
    r"công chức|"
    r"cán bộ|hồ sơ|sản phẩm|đề tài|nhiệm vụ|cơ sở|hộ|doanh nghiệp|xã|phường|thôn|tổ|bộ|phóng "
    r"viên|clip|"
    r"chỉ tiêu|tiêu chí|báo cáo|kế hoạch|ý kiến|đề án|cơ quan|nền tảng|ứng dụng|tài liệu|hạng "
    r"mục|triệu đồng|tỷ đồng|"
    r"triệu|tỷ|chứng thư|chữ ký số|khóa|học viên|tuyến|điểm tiếp nhận|trường|cuộc họp|chuyên "
    r"trang|nhóm|cuộc thi|đối thoại"
)
_COUNT = re.compile(
    rf"(?P<word>{_AT_LEAST}|{_AT_MOST}|{_MORE}|{_LESS})\s+(?P<value>{_NUM}){_TO}\s+(?P<unit>{_COUNTED})\b(?P<up>[^.;,]{{0,40}}?\s+trở\s+lên)?",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(
    rf"(?:\b(?:có|phấn đấu có|đạt|hoàn thành|đăng ký|công nhận|triển khai|tổ chức|xây dựng|đăng "
    rf"tải|đăng|thực hiện|mở|duy trì))\s+(?:được\s+)?(?P<value>{_NUM}){_TO}\s+(?P<unit>sáng kiến|"
    rf"tin,? bài|bài viết|lớp|hội nghị|cuộc|mô hình|lần|chuyên mục|phóng sự|đợt|"
    rf"buổi)\b(?P<up>\s+trở\s+lên)?",
    re.IGNORECASE,
)
_STOPS = (
    r"được|trở|về|của|đưa|có|tại|trong|cho|để|mỗi|là|và|đến|phải|đạt|theo|ở|do|từ|với|so|khi|vào|"
    r"trên|mới"
)
_OTHER_COUNT = re.compile(
    rf"(?P<word>ít nhất|tối thiểu|không dưới|không ít hơn|tối đa|không "
    rf"quá)\s+(?P<value>{_NUM}){_TO}\s+"
    rf"(?P<unit>(?!(?:{_TIME_UNITS}|điểm|{_STOPS})\b)[^\W\d_]+(?:\s+(?!(?:{_STOPS})\b)[^\W\d_]+)?)(?P<up>\s+trở\s+lên)?",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;.](?=\s|$)|,\s+(?=(?:tỷ lệ|điểm số|điểm|mức độ|dịch vụ|trong đó|phấn đấu|bảo đảm|đảm bảo|"
    r"số|xếp|đạt|"
    r"kiểm tra trực tiếp|đề xuất|tổ chức(?=\s+(?:ít nhất|tối thiểu|được|trên|\d))|giữ|nâng|giảm|"
    r"tối thiểu|ít nhất|trên|không để|riêng|chỉ số)\b|\d)|\s+và\s+(?=\d)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*,\s*(?=(?:gắn|trừ|nhất là|góp phần|theo|để|nhằm|qua đó|phục vụ|hoàn thành|xong)\b).*$|"
    r"\s+so với\b.*$|"
    r"\s+theo (?:quy định|Nghị|Quyết|Kế hoạch|Chỉ thị|Thông tư).*$"
)
# Shares and dates that a plan only tells, and does not commit to.
_NOT_COMMITTED = re.compile(
    r"(?:năm (?:20\d\d|trước)[^.;]{0,30}đã đạt|giai đoạn|luật|điều|khoản|nghị định|thông tư|"
    r"quyết định số|tiêu chuẩn|iso|hiện có|gồm)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    kind: TargetKind
    comparator: Comparator
    value: int | float
    value_to: int | float | None
    unit: str | None


def find_targets(texts: Iterable[tuple[str, Span]]) -> tuple[Target, ...]:
    """Find the commitments in texts (a paragraph or a cell each), in order."""
    found: list[Target] = []
    for text, span in texts:
        if _DIGIT.search(text) and _DIGIT.search(_NO_GOALS.sub(" ", text)):
            found.extend(_in_text(one_line(text), span))
    return tuple(found)


def number(text: str) -> int | float:
    """A Vietnamese number: «98,5» → 98.5, «1.200» → 1200."""
    text = text.strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    value = float(text.replace(",", "."))
    return int(value) if value == int(value) else value


def _in_text(text: str, span: Span) -> list[Target]:
    hits = sorted(_hits(text), key=lambda hit: (hit.start, -hit.end))
    targets: list[Target] = []
    covered = -1
    kept: list[_Hit] = []
    for hit in hits:
        if hit.start >= covered and not _NOT_COMMITTED.search(text[: hit.start]):
            kept.append(hit)
            covered = hit.end
    for index, hit in enumerate(kept):
        after = kept[index + 1].start if index + 1 < len(kept) else len(text)
        before = kept[index - 1].end if index else 0
        targets.append(
            Target(
                text=_phrase(text, hit, before, after),
                kind=hit.kind,
                comparator=hit.comparator,
                value=hit.value,
                unit=hit.unit,
                value_to=hit.value_to,
                traces={"text": Trace(span)},
            )
        )
    return targets


def _hits(text: str) -> Iterable[_Hit]:
    if "%" in text:
        for found in _RATE.finditer(text):
            up = bool(found.group("up"))
            yield _hit(found, TargetKind.RATE, "%", _comparator(found.group("word"), up=up))
    lowered = text.lower()
    if "điểm" in lowered:
        for found in _SCORE.finditer(text):
            yield _hit(
                found,
                TargetKind.SCORE,
                "điểm",
                _comparator(found.group("word"), up=bool(found.group("up"))),
            )
    if any(word in lowered for word in ("top", "nhóm", "hạng", "thứ", "vị trí")):
        yield from _ranks(text)
    for found in _DURATION.finditer(text):
        word = found.group("word").lower()
        comparator = Comparator.AT_MOST if word == "trong" else _comparator(word, up=False)
        if word == "từ" or (word == "trong" and not _is_duration_goal(text, found)):
            continue
        yield _hit(found, TargetKind.DURATION, found.group("unit").lower(), comparator)
    for found in _CUT.finditer(text):
        yield _hit(
            found,
            TargetKind.DURATION,
            found.group("unit").lower(),
            _comparator(found.group("word"), up=False),
        )
    for pattern in (_COUNT, _BARE_COUNT, _OTHER_COUNT):
        for found in pattern.finditer(text):
            word = found.group("word") if "word" in pattern.groupindex else None
            if _is_time_or_scope(text, found):
                continue
            unit = one_line(found.group("unit")).lower()
            yield _hit(found, TargetKind.COUNT, unit, _comparator(word, up=bool(found.group("up"))))


def _is_duration_goal(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].lower()
    return bool(
        re.search(
            r"(?:thời gian|giải quyết|trả lời|xử lý|cấp|hoàn thành|phản hồi)[^.;]{0,60}$", before
        )
    ) and (found.group("unit").lower() not in ("năm", "tháng"))


def _is_time_or_scope(text: str, found: re.Match[str]) -> bool:
    word = (found.groupdict().get("word") or "").lower()
    return (
        word == "từ"
        and not found.group("up")
        and found.group("to") is None
        and not re.search(r"(?:đạt|có|đăng|tổ chức)\s*$", text[: found.start()].lower())
    )


def _ranks(text: str) -> Iterable[_Hit]:
    for found in _RANK.finditer(text):
        if found.group("top"):
            yield _rank(found, found.group("v1"), Comparator.AT_MOST)
        elif found.group("v2"):
            yield _rank(found, found.group("v2"), Comparator.AT_MOST)
        elif found.group("v3"):
            at_most = bool(found.group("up") or found.group("from"))
            yield _rank(
                found, found.group("v3"), Comparator.AT_MOST if at_most else Comparator.EQUAL
            )
        elif found.group("v4"):
            if not re.search(
                r"chỉ số|xếp|cchc|index|duy trì|giữ|đạt|thứ hạng|phấn đấu", text.lower()
            ):
                continue
            at_most = bool(found.group("up4") or found.group("word"))
            yield _rank(
                found, found.group("v4"), Comparator.AT_MOST if at_most else Comparator.EQUAL
            )
        elif found.group("v5"):
            yield _rank(found, found.group("v5"), Comparator.EQUAL)


def _rank(found: re.Match[str], value: str, comparator: Comparator) -> _Hit:
    return _Hit(found.start(), found.end(), TargetKind.RANK, comparator, int(value), None, "hạng")


def _hit(found: re.Match[str], kind: TargetKind, unit: str | None, comparator: Comparator) -> _Hit:
    to = found.group("to")
    if to:
        comparator = Comparator.EQUAL
    return _Hit(
        found.start(),
        found.end(),
        kind,
        comparator,
        number(found.group("value")),
        number(to) if to else None,
        unit,
    )


def _comparator(word: str | None, *, up: bool) -> Comparator:
    word = one_line(word or "").lower()
    if re.fullmatch(_AT_MOST, word):
        return Comparator.AT_MOST
    if up or re.fullmatch(_AT_LEAST, word):
        return Comparator.AT_LEAST
    if re.fullmatch(_MORE, word):
        return Comparator.MORE
    if re.fullmatch(_LESS, word):
        return Comparator.LESS
    return Comparator.EQUAL


def _phrase(text: str, hit: _Hit, before: int, after: int) -> str:
    """The clause around a number, shortened to the commitment."""
    start = before
    for found in _CLAUSE_END.finditer(text, before, hit.start):
        start = found.end()
    if start == before and before:
        opened = re.match(r"[^;.]*?[,;]\s*|\s*và\s+", text[before : hit.start])
        start = before + (opened.end() if opened else 0)
    closing = _CLAUSE_END.search(text, hit.end, after)
    phrase = _open_bracket_closed(text[start : closing.start() if closing else after])
    shift = hit.end - start
    phrase = phrase[:shift] + _TAIL.sub("", phrase[shift:])
    return one_line(re.sub(r"^[\s,;:.–+-]+|[\s,;:.–-]+$", "", phrase))


def _open_bracket_closed(phrase: str) -> str:
    """«(ít nhất 02 sáng kiến)»: a commitment inside parentheses stands without them."""
    if phrase.count("(") > phrase.count(")"):
        head, _, tail = phrase.rpartition("(")
        return tail if any(char.isdigit() for char in tail) else head
    if phrase.count(")") > phrase.count("("):
        return phrase.replace(")", " ")
    return phrase
