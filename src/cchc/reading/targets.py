"""Targets: every number that a plan commits to reach, in goals and in tasks.

Rule of the interchange format («targets»): only numbers printed in digits; comparison words give
the comparator; commitments without a number and numbers that only describe scope are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cchc.documents.model import Span
from cchc.plan.model import Comparator, Target, TargetKind, Trace
from cchc.reading.target_words import (
    AT_LEAST,
    AT_MOST,
    BARE_COUNT,
    COUNT,
    CUT,
    DOWN_TO,
    DURATION,
    IN_TIME,
    LESS,
    MORE,
    OF_COUNTED,
    OF_THINGS,
    OTHER_COUNT,
    RANK,
    RATE,
    SCORE,
)
from cchc.text.normal import one_line

_DIGIT = re.compile(r"\d")
# Numbers that commit to nothing: of documents, dates, years, standards. What is left is looked at.
_NO_GOALS = re.compile(
    r"\d{1,2}/\d{1,2}(?:/\d{4})?|\d+/\d*[/\w&-]+|(?:năm|NĂM) \d{4}|\d{4}\s*[-–]\s*\d{4}|ISO "
    r"\d+(?::\d+)?"
)
_CLAUSE_END = re.compile(
    r"[;.](?=\s|$)|,\s+(?=(?:tỷ lệ|điểm số|điểm|mức độ|dịch vụ|trong đó|phấn đấu|bảo đảm|đảm bảo|"
    r"số|xếp|đạt|"
    r"kiểm tra trực tiếp|đề xuất|tổ chức(?=\s+(?:ít nhất|tối thiểu|được|trên|\d))|giữ|nâng|giảm|"
    r"tối thiểu|ít nhất|trên|không để|riêng|chỉ số)\b|\d)|\s+và\s+(?=\d)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*,\s*(?:nằm|thuộc|xếp|đứng|đạt|và)(?:\s+trong)?\s*$|"
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
        if _may_commit(text):
            found.extend(_in_text(one_line(text), span))
    return tuple(found)


_OF_A_PLACE = re.compile(r"top|tốp|nhóm|hạng|thứ|vị trí|dẫn đầu|đứng đầu")
_OF_A_RANKING = re.compile(r"thứ|hạng|vị trí|top|tốp|nhóm|điểm")


def _may_commit(text: str) -> bool:
    """Whether a number is left once those of documents and dates are gone."""
    return _DIGIT.search(text) is not None and (
        _OF_A_RANKING.search(text.lower()) is not None
        or _DIGIT.search(_NO_GOALS.sub(" ", text)) is not None
    )


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
    for index, hit in enumerate(_with_shared_words(text, kept)):
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


def _with_shared_words(text: str, hits: Sequence[_Hit]) -> list[_Hit]:
    """«Ít nhất: 30% A, 40% B»: a comparison before a colon serves every number of its list."""
    shared: list[_Hit] = []
    serving: _Hit | None = None
    for hit in hits:
        if serving and (hit.kind is not serving.kind or "." in text[serving.end : hit.start]):
            serving = None
        if serving and hit.comparator is Comparator.EQUAL:
            hit = replace(hit, comparator=serving.comparator)
        elif hit.comparator is not Comparator.EQUAL:
            serving = hit if ":" in text[hit.start : hit.end] else None
        shared.append(hit)
    return shared


def _hits(text: str) -> Iterable[_Hit]:
    if "%" in text:
        for found in RATE.finditer(text):
            up = bool(found.group("up"))
            yield _hit(found, TargetKind.RATE, "%", _comparator(found.group("word"), up=up))
    lowered = text.lower()
    if "điểm" in lowered:
        for found in SCORE.finditer(text):
            yield _hit(
                found,
                TargetKind.SCORE,
                "điểm",
                _comparator(found.group("word"), up=bool(found.group("up"))),
            )
    if _OF_A_PLACE.search(lowered):
        yield from _ranks(text)
    if IN_TIME.search(lowered):
        yield from _times(text, lowered)
    if OF_THINGS.search(lowered):
        yield from _counts(text, lowered)


def _times(text: str, lowered: str) -> Iterable[_Hit]:
    for found in DURATION.finditer(text):
        word = found.group("word").lower()
        comparator = Comparator.AT_MOST if word == "trong" else _comparator(word, up=False)
        if word == "từ" or (word == "trong" and not _is_duration_goal(text, found)):
            continue
        yield _hit(found, TargetKind.DURATION, found.group("unit").lower(), comparator)
    if "còn" in lowered or "xuống" in lowered:
        yield from _down_to(text)
    if "giảm" in lowered or "rút" in lowered:
        for found in CUT.finditer(text):
            comparator = _comparator(found.group("word"), up=False)
            yield _hit(found, TargetKind.DURATION, found.group("unit").lower(), comparator)


def _counts(text: str, lowered: str) -> Iterable[_Hit]:
    listed = (COUNT,) if OF_COUNTED.search(lowered) else ()
    for pattern in (*listed, BARE_COUNT, OTHER_COUNT):
        for found in pattern.finditer(text):
            word = found.group("word") if "word" in pattern.groupindex else None
            if _is_time_or_scope(text, found):
                continue
            unit = one_line(found.group("unit")).lower()
            yield _hit(found, TargetKind.COUNT, unit, _comparator(word, up=bool(found.group("up"))))


def _down_to(text: str) -> Iterable[_Hit]:
    for found in DOWN_TO.finditer(text):
        if text.count("(", 0, found.start()) > text.count(")", 0, found.start()):
            continue  # «giảm 50% (từ 10 ngày xuống 5 ngày)» commits to one number
        comparator = _comparator(found.group("word"), up=False)
        yield _hit(found, TargetKind.DURATION, found.group("unit").lower(), comparator)


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
    for found in RANK.finditer(text):
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
        elif found.group("v6"):
            yield _rank(found, found.group("v6"), Comparator.AT_MOST)
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
    if re.fullmatch(AT_MOST, word):
        return Comparator.AT_MOST
    if up or re.fullmatch(AT_LEAST, word):
        return Comparator.AT_LEAST
    if re.fullmatch(MORE, word):
        return Comparator.MORE
    if re.fullmatch(LESS, word):
        return Comparator.LESS
    return Comparator.EQUAL


def _phrase(text: str, hit: _Hit, before: int, after: int) -> str:
    """The clause around a number, shortened to the commitment."""
    start = before
    for found in _CLAUSE_END.finditer(text, before):
        if found.start() >= hit.start:
            break
        start = min(found.end(), hit.start)
    if start == before and before:
        opened = re.match(r"[^;.]*?[,;]\s*|\s*và\s+", text[before : hit.start])
        start = before + (opened.end() if opened else 0)
    closing = _CLAUSE_END.search(text, hit.end)
    end = min(closing.start(), after) if closing else after
    phrase = _open_bracket_closed(text[start:end])
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
