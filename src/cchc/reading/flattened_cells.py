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

from cchc.deadlines import understand
from cchc.documents.joining import join_pair, text_width
from cchc.plan.schedule import Unclear
from cchc.reading.columns import Column
from cchc.reading.splitting import holds_a_unit, holds_several_units, looks_like_product, looks_like_unit
from cchc.text.letters import pattern

_TIME = re.compile(
    r"(?:trước|sau|quý|tháng|thường|định|hàng|hằng|khi|theo|trong|năm|đến|từ|ngay|chậm|cuối|đầu|giữa|liên|không|ngày|"
    r"- |\d|đột|kế hoạch|báo cáo|6|cả|hoàn|hết|tuần|duy trì|mỗi|xong|tại|kịp|tiếp)",
    re.IGNORECASE,
)
_STARTS_CELL = pattern(r"[{U}\d(\-–+•“\"≥≤<>]")
_DANGLING = re.compile(
    r"(?:^|\s)(?:và|của|các|về|theo|tại|trong|cho|với|đối với|để|từ|đến|là|do|bằng|thuộc|trên|số|những|-|–|"
    r"trực thuộc|hoặc|được|có|việc|công|đơn|thực|phối|tổ|ủy|uỷ)$",
    re.IGNORECASE,
)
_SKIP = {  # what it costs to leave a column empty
    Column.TASK: 9.0, Column.LEAD: 2.5, Column.SUPPORT: 1.2, Column.DEADLINE: 2.5,
    Column.OUTPUTS: 2.0, Column.OBJECTIVE_OR_OUTPUT: 2.0, Column.OBJECTIVE: 2.0,
    Column.ACTIVITY: 1.5, Column.BUDGET: 0.0, Column.NOTE: 0.0,
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
        return 1.2 if count >= 3 else 0.8 if count == 2 else 0.0


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
    starts = _starts(pieces, goes_on=bool(before))
    # best[(line, word)] for the first k columns: score and the way there
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {(0, 0): (0.0, ())}
    for place, kind in enumerate(kinds):
        following: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
        known = before[place] if before else ""
        for position, (score, way) in best.items():
            skipped = score - (0.0 if known else _SKIP.get(kind, 1.0) if kind else 0.5)
            _keep(following, position, skipped, (*way, position))
            if position[0] >= len(pieces):
                continue
            for end in _ends(pieces, position, starts):
                lines = _lines(pieces, position, end)
                gain = _score(kind, lines, known)
                gain += _tight_bonus(pieces, end)
                if learnt is not None:
                    gain -= _width_cost(lines, place, learnt)
                    gain += learnt.bonus(place, joined([known, *lines] if known else lines))
                _keep(following, end, score + gain, (*way, end))
        best = following
    final = (len(pieces), 0)
    score, way = best.get(final, (-1e9, ()))
    if not way:
        return [[" ".join(word for piece in pieces for word in piece.words)]], -1e9
    cells: list[list[str]] = []
    position = (0, 0)
    for end in way:
        cells.append(_lines(pieces, position, end) if end != position else [])
        position = end
    return cells, score


def _keep(
    table: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]],
    position: tuple[int, int],
    score: float,
    way: tuple[tuple[int, int], ...],
) -> None:
    if position not in table or table[position][0] < score:
        table[position] = (score, way)


def _starts(pieces: Sequence[Piece], *, goes_on: bool) -> list[list[int]]:
    """Where in each line a cell may begin: with a capital, a digit or a dash."""
    return [
        [
            index
            for index, word in enumerate(piece.words)
            if goes_on or _STARTS_CELL.match(word)
        ]
        for piece in pieces
    ]


def _ends(
    pieces: Sequence[Piece], position: tuple[int, int], starts: list[list[int]]
) -> list[tuple[int, int]]:
    """Where a cell that begins at `position` may end (the place of the next cell's beginning)."""
    line, word = position
    ends = [(line, start) for start in starts[line] if start > word]
    for last in range(line, len(pieces)):
        after = last + 1
        if after == len(pieces) or 0 in starts[after]:
            ends.append((after, 0))
    return ends


def _lines(
    pieces: Sequence[Piece], position: tuple[int, int], end: tuple[int, int]
) -> list[str]:
    line, word = position
    if end[0] == line:
        return [" ".join(pieces[line].words[word : end[1]])]
    lines = [" ".join(pieces[line].words[word:])]
    lines.extend(" ".join(pieces[index].words) for index in range(line + 1, end[0]))
    return lines


def joined(lines: Sequence[str]) -> str:
    """The text of a cell whose lines are only wrapped; a dash or a closed item keeps its line."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif re.match(r"[-–+•]\s", line) or (text.endswith(";") and line[:1].isupper()):
            text = f"{text}\n{line}"
        else:
            text = join_pair(text, line)
    return text


def _tight_bonus(pieces: Sequence[Piece], end: tuple[int, int]) -> float:
    line, word = end
    return 0.6 if word == 0 and 0 < line < len(pieces) and pieces[line].tight else 0.0


def _score(kind: Column | None, lines: Sequence[str], known: str) -> float:
    text = joined([known, *lines] if known else list(lines))
    return _text_score(kind, text, bool(known)) - (
        1.5 if _DANGLING.search(text) and not known else 0.0
    )


@lru_cache(maxsize=20_000)
def _text_score(kind: Column | None, text: str, known: bool) -> float:
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
            return 1.0 if re.search(r"đồng|dự toán|ngân sách|kinh phí|triệu|nguồn", text.lower()) else -3.0
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


_TIME_AT_END = re.compile(r"\b(?:Trước|Quý|Tháng|Thường xuyên|Định kỳ|Hàng|Hằng|Trong năm|Khi có|Năm)\b[^-;]*$")


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
            cost += 1.2 + (width / widest - 1.12) * 4
        elif index + 1 < len(lines):
            following = lines[index + 1]
            if re.match(r"[-–+•]\s", following) or line.endswith((";", ".")):
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


__all__ = ["Learnt", "Piece", "cut_row", "joined", "learn"]
