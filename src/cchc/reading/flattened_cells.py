"""Cutting the lines of one lost table row back into its cells.

When a table is copied out of a PDF, its borders go and its cells follow one another, line by line:
a new line begins wherever the next piece does not stand at the same height. So a cell that spans
several lines ends at a line's end; several cells share a line only where each has one line. Within
these bounds the likeliest cut is found by dynamic programming over what each column usually holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from cchc.deadlines import understand
from cchc.documents.joining import join_pair, text_width
from cchc.plan.schedule import Unclear
from cchc.reading.columns import Column
from cchc.reading.splitting import (
    begins_like_unit,
    holds_a_unit,
    holds_several_units,
    looks_like_product,
    looks_like_unit,
)
from cchc.text.letters import pattern

_TIME = re.compile(
    r"(?:trước|sau|quý|tháng|thường|định|hàng|hằng|khi|theo|trong|năm|đến|từ|ngay|chậm|cuối|đầu|giữa|liên|không|ngày|"
    r"- |\d|đột|kế hoạch|báo cáo|6|cả|hoàn|hết|tuần|duy trì|mỗi|xong|tại|kịp|tiếp)",
    re.IGNORECASE,
)
_STARTS_CELL = pattern(r"[{U}\d(\-–+•“\"≥≤<>]")
# A cell does not end with these: what they lead to comes after.
_DANGLING = frozenset(
    (
        "và của các về theo tại trong cho với để từ đến là do bằng thuộc trên số những hoặc được "
        "có việc công đơn thực phối tổ ủy uỷ - –"
    ).split()
)
# Inside a line these do not begin a cell, nor does what follows those.
_IN_TEXT = frozenset("CCHC TTHC QPPL CNTT KSTTHC ISO TCVN & HCM".split())
_LEADS_ON = frozenset(
    "của và về các theo tại trong cho với từ đến là do thuộc những hoặc được có".split()
)
_SKIP = {  # what it costs to leave a column empty
    Column.TASK: 9.0,
    Column.LEAD: 3.0,
    Column.SUPPORT: 1.2,
    Column.DEADLINE: 2.5,
    Column.OUTPUTS: 2.0,
    Column.OBJECTIVE_OR_OUTPUT: 2.0,
    Column.OBJECTIVE: 2.0,
    Column.ACTIVITY: 1.5,
    Column.BUDGET: 0.0,
    Column.NOTE: 0.0,
}

_GOOD = {  # what a well-filled column gains
    Column.TASK: 0.8,
    Column.LEAD: 2.5,
    Column.SUPPORT: 2.5,
    Column.DEADLINE: 2.8,
    Column.OUTPUTS: 1.6,
    Column.OBJECTIVE_OR_OUTPUT: 1.6,
    Column.OBJECTIVE: 0.3,
    Column.ACTIVITY: 0.3,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed line of a row: its words, and whether it stands close under the line before."""

    words: tuple[str, ...]
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the surely cut rows of a table tell of the others.

    `widest`: how wide the lines of each column grow. `seen`: how often a text fills a column.
    """

    widest: Mapping[int, float]
    seen: Mapping[tuple[int, str], int]

    def bonus(self, place: int, text: str) -> float:
        """A text that fills the same column in other rows is the likelier reading."""
        count = self.seen.get((place, text), 0)
        return 0.9 if count >= 3 else 0.6 if count == 2 else 0.0


_Place = tuple[int, int]  # line of the row, word of the line
# Ways kept after each column: the right one is never far behind the best. The first look only
# learns from the rows that are sure, and these are so with few.
_BEAM, _FIRST_BEAM = 14, 7
_BEHIND = 11.0
_AT_MOST = {  # no stretch gains a column more than this, and what `_EXTRAS` adds
    **_GOOD,
    Column.LEAD_AND_SUPPORT: 2.5,
    Column.BUDGET: 1.0,
}
_EXTRAS = 0.9 + 0.6  # a text seen before, lines that stand close


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stretch of the row that may be one cell."""

    lines: tuple[str, ...]
    text: str


class _Segments:
    """The stretches of one row, each made once."""

    def __init__(self, pieces: Sequence[Piece], *, goes_on: bool) -> None:
        self.pieces = pieces
        self.printed = [" ".join(piece.words) for piece in pieces]
        self.starts = [
            [
                index
                for index, word in enumerate(piece.words)
                if goes_on
                or (
                    _STARTS_CELL.match(word)
                    and not (index and (word in _IN_TEXT or piece.words[index - 1] in _LEADS_ON))
                )
            ]
            for piece in pieces
        ]
        self._made: dict[tuple[_Place, _Place], _Segment] = {}
        self._ends: dict[_Place, list[_Place]] = {}

    def ends(self, position: _Place) -> list[_Place]:
        """Where a cell that begins at `position` may end (where the next one begins)."""
        if position not in self._ends:
            line, word = position
            ends = [(line, start) for start in self.starts[line] if start > word]
            count = len(self.pieces)
            for last in range(line, count):
                if last + 1 == count or 0 in self.starts[last + 1]:
                    ends.append((last + 1, 0))
            self._ends[position] = ends
        return self._ends[position]

    def opening(self, position: _Place) -> str:
        """The first words of a stretch: enough to tell a unit or a time."""
        line, word = position
        return " ".join(self.pieces[line].words[word : word + 3])

    def between(self, position: _Place, end: _Place) -> _Segment:
        """The stretch from one place to another; longer ones grow out of shorter ones."""
        found = self._made.get((position, end))
        if found is not None:
            return found
        line, word = position
        if end[0] == line:
            text = " ".join(self.pieces[line].words[word : end[1]])
            found = _Segment((text,), text)
        elif end[0] == line + 1:
            text = " ".join(self.pieces[line].words[word:])
            found = _Segment((text,), text)
        else:
            shorter = self.between(position, (end[0] - 1, 0))
            added = self.printed[end[0] - 1]
            found = _Segment((*shorter.lines, added), _joined_pair(shorter.text, added))
        self._made[position, end] = found
        return found

    def tight_bonus(self, end: _Place) -> float:
        line, word = end
        return 0.6 if word == 0 and 0 < line < len(self.pieces) and self.pieces[line].tight else 0.0


def cut_row(
    pieces: Sequence[Piece],
    kinds: Sequence[Column | None],
    *,
    before: Sequence[str] = (),
    learnt: Learnt | None = None,
) -> tuple[list[list[str]], float]:
    """Cut the lines of a row (its label taken off) into the lines of each column's cell.

    `before` holds what the columns hold already, where the row goes on over a page. Returns the
    lines per column and the score of the cut.
    """
    segments = _Segments(pieces, goes_on=bool(before))
    best: dict[_Place, tuple[float, tuple[_Place, ...]]] = {(0, 0): (0.0, ())}
    for place, kind in enumerate(kinds):
        following: dict[_Place, tuple[float, tuple[_Place, ...]]] = {}
        known = before[place] if before else ""
        skip = 0.0 if known else _SKIP.get(kind, 1.0) if kind else 0.5
        most = inf if known else _AT_MOST.get(kind, 0.0) + _EXTRAS if kind else _EXTRAS
        for position, (score, way) in best.items():
            _keep(following, position, score - skip, (*way, position))
            if position[0] >= len(pieces):
                continue
            if not known and not _may_begin(kind, segments.opening(position)):
                continue
            for end in segments.ends(position):
                held = following.get(end)
                if held is not None and held[0] >= score + most:
                    continue
                gain = _gain(
                    segments, position, end, kind=kind, place=place, known=known, learnt=learnt
                )
                if gain > -4.0:
                    _keep(following, end, score + gain, (*way, end))
        best = _likeliest(following, _BEAM if learnt else _FIRST_BEAM)
    score, way = best.get((len(pieces), 0), (-1e9, ()))
    if not way:
        return [[" ".join(word for piece in pieces for word in piece.words)]], -1e9
    cells: list[list[str]] = []
    begin: _Place = (0, 0)
    for end in way:
        cells.append(list(segments.between(begin, end).lines) if end != begin else [])
        begin = end
    return cells, score


@lru_cache(maxsize=8_000)
def _may_begin(kind: Column | None, words: str) -> bool:
    """Whether a cell of this column may begin with these words at all."""
    match kind:
        case Column.LEAD | Column.SUPPORT | Column.LEAD_AND_SUPPORT:
            return begins_like_unit(words)
        case Column.DEADLINE:
            return _TIME.match(words) is not None
        case _:
            return True


def _likeliest(
    ways: dict[_Place, tuple[float, tuple[_Place, ...]]], beam: int
) -> dict[_Place, tuple[float, tuple[_Place, ...]]]:
    floor = max(score for score, _ in ways.values()) - _BEHIND
    ordered = sorted(ways.items(), key=lambda item: -item[1][0])
    return {place: way for place, way in ordered[:beam] if way[0] >= floor}


def _keep(
    table: dict[_Place, tuple[float, tuple[_Place, ...]]],
    position: _Place,
    score: float,
    way: tuple[_Place, ...],
) -> None:
    if position not in table or table[position][0] < score:
        table[position] = (score, way)


def _gain(
    segments: _Segments,
    position: _Place,
    end: _Place,
    *,
    kind: Column | None,
    place: int,
    known: str,
    learnt: Learnt | None,
) -> float:
    """How well a stretch fills a column."""
    segment = segments.between(position, end)
    if known:
        text = joined([known, *segment.lines])
        # What is added counts, not what was there; a cell that is whole is better left alone.
        gain = _text_score(kind, text) - _text_score(kind, known) - 0.3
    else:
        text = segment.text
        gain = _whole_score(kind, text)
    if gain > -2.0 and learnt is not None:
        gain += learnt.bonus(place, text) - _width_cost(segment.lines, place, learnt)
    return gain + segments.tight_bonus(end)


def is_sure(
    cells: Sequence[list[str]], kinds: Sequence[Column | None], score: float, learnt: Learnt
) -> bool:
    """Whether a first cut needs no second look: each column well filled, no line too wide."""
    wanted = sum(_GOOD.get(kind, 0.0) for kind in kinds if kind)
    return score >= 0.85 * wanted and not any(
        _width_cost(lines, place, learnt) for place, lines in enumerate(cells)
    )


_OPENS_ITEM = re.compile(r"[-–+•]\s")


def joined(lines: Sequence[str]) -> str:
    """The text of a cell whose lines are only wrapped; a dash or a closed item keeps its line."""
    text = ""
    for line in lines:
        text = _joined_pair(text, line) if text else line
    return text


def _joined_pair(text: str, line: str) -> str:
    if _OPENS_ITEM.match(line) or (text.endswith(";") and line[:1].isupper()):
        return f"{text}\n{line}"
    return join_pair(text, line)


@lru_cache(maxsize=20_000)
def _whole_score(kind: Column | None, text: str) -> float:
    """How well a text fills a column, if nothing is to follow it there."""
    score = _text_score(kind, text)
    dangling = text.rsplit(" ", 1)[-1].lower() in _DANGLING
    return score - 1.5 if dangling and score > -4.0 else score


@lru_cache(maxsize=20_000)
def _text_score(kind: Column | None, text: str) -> float:
    match kind:
        case Column.LEAD | Column.SUPPORT | Column.LEAD_AND_SUPPORT:
            if not looks_like_unit(text):
                return -4.0
            return 2.5 - (3.0 if holds_several_units(text) else 0.0)
        case Column.DEADLINE:
            return _deadline_score(text)
        case Column.OUTPUTS | Column.OBJECTIVE_OR_OUTPUT:
            if re.fullmatch(r"[≥≤]?\s*\d+\s*%", text):
                return 1.5
            cost = (2.5 if _ends_in_time(text) else 0.0) + (1.5 if holds_a_unit(text) else 0.0)
            if looks_like_product(text):
                return 1.6 - cost
            return (-0.8 if len(text.split()) < 12 else -2.0) - cost
        case Column.TASK:
            words = len(text.split())
            return (0.8 if words >= 4 else -0.6) - (0.6 if looks_like_unit(text) else 0.0)
        case Column.OBJECTIVE | Column.ACTIVITY:
            return 0.3 if len(text.split()) >= 3 else -0.5
        case Column.BUDGET:
            return (
                1.0
                if re.search(r"đồng|dự toán|ngân sách|kinh phí|triệu|nguồn", text.lower())
                else -3.0
            )
        case _:
            return -0.5


def _deadline_score(text: str) -> float:
    if not _TIME.match(text) or len(text) > 160:
        return -4.0
    if text.startswith(("-", "–", "+")) and len(re.findall(r"(?:^|[\n;]\s*)[-–+]\s", text)) < 2:
        return -2.0
    schedules = understand(text, 2024)
    if not schedules or all(isinstance(item, Unclear) for item in schedules):
        return -2.0
    unclear = sum(isinstance(item, Unclear) for item in schedules)
    if schedules[0].note is not None and len(schedules) < 2:
        return -1.0
    return 2.8 - 1.5 * unclear - (0.02 * len(text) if len(text) > 80 else 0)


_TIME_AT_END = re.compile(
    r"\b(?:Trước|Quý|Tháng|Thường xuyên|Định kỳ|Hàng|Hằng|Trong năm|Khi có|Năm)\b[^-;]*$"
)


def _ends_in_time(text: str) -> bool:
    found = _TIME_AT_END.search(text)
    return found is not None and found.start() > 0


def _width_cost(lines: Sequence[str], place: int, learnt: Learnt) -> float:
    """A line wider than its column, or one that wraps where the next word would have fitted."""
    widest = learnt.widest.get(place)
    if widest is None:
        return 0.0
    cost = 0.0
    for index, line in enumerate(lines):
        width = text_width(line)
        if width > widest * 1.12:
            # One line that is too wide may stand in two columns made one.
            cost += 1.0 if len(lines) == 1 else 1.2 + (width / widest - 1.12) * 4
        elif index + 1 < len(lines):
            following = lines[index + 1]
            if _OPENS_ITEM.match(following) or line.endswith((";", ".")):
                continue
            room = widest * 0.86 - width
            if text_width(" " + following.split(" ", 1)[0]) < room:
                cost += 1.2
    return cost


def learn(rows: Sequence[tuple[list[list[str]], float]], columns: int) -> Learnt:
    """Learn from the rows that were cut surely: a high quantile of widths, and repeated texts."""
    gathered: dict[int, list[float]] = {place: [] for place in range(columns)}
    seen: dict[tuple[int, str], int] = {}
    for cells, score in rows:
        for place, lines in enumerate(cells):
            if lines:
                text = joined(lines)
                seen[place, text] = seen.get((place, text), 0) + 1
            if score >= 0:
                gathered[place].extend(text_width(line) for line in lines)
    widest = {}
    for place, values in gathered.items():
        if len(values) >= 6:
            values.sort()
            widest[place] = values[min(len(values) - 1, int(len(values) * 0.96))]
    return Learnt(widest, seen)


__all__ = ["Learnt", "Piece", "cut_row", "is_sure", "joined", "learn"]
