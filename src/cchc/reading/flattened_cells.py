"""Cutting the lines of one lost table row back into its cells.

When a table is copied out of a PDF, its borders go and its cells follow one another, line by line:
a new line begins wherever the next piece does not stand at the same height. So a cell that spans
several lines ends at a line's end; several cells share a line only where each has one line. Within
these bounds the likeliest cut is found by dynamic programming over what each column usually holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from cchc.documents.joining import join_pair, text_width
from cchc.reading.columns import Column
from cchc.reading.flattened_scores import (
    Score,
    highest_score,
    may_begin,
    score_in,
    skip_cost,
    wanted_score,
    whole_score,
)
from cchc.text.letters import pattern

_STARTS_CELL = pattern(r"[{U}\d(\-–+•“\"≥≤<>]")
# Inside a line these do not begin a cell, nor does what follows those.
_IN_TEXT = frozenset("CCHC TTHC QPPL CNTT KSTTHC ISO TCVN & HCM".split())
_LEADS_ON = frozenset(
    "của và về các theo tại trong cho với từ đến là do thuộc những hoặc được có".split()
)


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
        return _SEEN_OFTEN if count >= 3 else _SEEN_TWICE if count == 2 else 0.0


# Ways kept after each column: the right one is never far behind the best. The first look only
# learns from the rows that are sure, and these are so with few.
_BEAM, _FIRST_BEAM = 14, 7
_BEHIND = 11.0
_SEEN_OFTEN, _SEEN_TWICE = 0.9, 0.6
_BEFORE_TIGHT = 0.6
_ADDING = 0.3  # what it costs to add to a cell


class _Stretch(NamedTuple):
    """A stretch of the row that may be one cell; the next one begins at `end`."""

    end: int
    text: str
    lines: tuple[str, ...]
    bonus: float  # for an end where lines stand close


class _RowText:
    """The stretches of one row. A place is the number of words before it."""

    def __init__(self, pieces: Sequence[Piece], *, goes_on: bool) -> None:
        self._pieces = pieces
        self._printed = [" ".join(piece.words) for piece in pieces]
        self._starts = [_starts(piece.words, goes_on=goes_on) for piece in pieces]
        self._first = [0, *accumulate(len(piece.words) for piece in pieces)]
        self._line = [line for line, piece in enumerate(pieces) for _ in piece.words]
        self._found: dict[int, list[_Stretch]] = {}
        self.end = self._first[-1]

    def opening(self, begin: int) -> str:
        """The first words of a stretch: enough to tell a unit or a time."""
        line = self._line[begin]
        word = begin - self._first[line]
        return " ".join(self._pieces[line].words[word : word + 3])

    def stretches(self, begin: int) -> list[_Stretch]:
        """The stretches that begin at a place, each made once, the shorter before the longer."""
        if begin not in self._found:
            self._found[begin] = [*self._within_line(begin), *self._over_lines(begin)]
        return self._found[begin]

    def lines(self, begin: int, end: int) -> list[str]:
        """The lines of the stretch between two places; none where they are one."""
        if begin == end:
            return []
        return next(list(one.lines) for one in self.stretches(begin) if one.end == end)

    def _within_line(self, begin: int) -> Iterator[_Stretch]:
        line = self._line[begin]
        first, words = self._first[line], self._pieces[line].words
        for start in self._starts[line]:
            if first + start > begin:
                text = " ".join(words[begin - first : start])
                yield _Stretch(first + start, text, (text,), 0.0)

    def _over_lines(self, begin: int) -> Iterator[_Stretch]:
        """Stretches that end where a line does, each grown out of the one before."""
        line = self._line[begin]
        text = " ".join(self._pieces[line].words[begin - self._first[line] :])
        lines: tuple[str, ...] = (text,)
        for below in range(line + 1, len(self._pieces)):
            if self._starts[below][:1] == [0]:
                bonus = _BEFORE_TIGHT if self._pieces[below].tight else 0.0
                yield _Stretch(self._first[below], text, lines, bonus)
            text = _joined_pair(text, self._printed[below])
            lines = (*lines, self._printed[below])
        yield _Stretch(self.end, text, lines, 0.0)


def _starts(words: Sequence[str], *, goes_on: bool) -> list[int]:
    """Where in a line cells may begin; a row that goes on may do so with any word."""
    if goes_on:
        return list(range(len(words)))
    return [
        index
        for index, word in enumerate(words)
        if _STARTS_CELL.match(word)
        and not (index and (word in _IN_TEXT or words[index - 1] in _LEADS_ON))
    ]


class _Column(NamedTuple):
    """One column that is to be filled: `skip` if it is left as it is, at `most` if it is filled."""

    place: int
    kind: Column | None
    is_last: bool
    learnt: Learnt | None
    score: Score
    skip: float
    most: float
    known: str  # what it holds already, and what that scores
    scored: float


def _columns(
    kinds: Sequence[Column | None], before: Sequence[str], learnt: Learnt | None
) -> Iterator[_Column]:
    for place, kind in enumerate(kinds):
        score, last = score_in(kind), place + 1 == len(kinds)
        known = before[place] if before else ""
        scored = score(known) if known else 0.0
        skip = 0.0 if known else skip_cost(kind)
        most = highest_score(kind) - scored - (_ADDING if known else 0.0)
        yield _Column(place, kind, last, learnt, score, skip, most, known, scored)


_Ways = dict[int, tuple[float, tuple[int, ...]]]  # place reached → score, ends of the cells


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
    row = _RowText(pieces, goes_on=bool(before))
    best: _Ways = {0: (0.0, ())}
    for column in _columns(kinds, before, learnt):
        best = _followed(row, best, column, _BEAM if learnt else _FIRST_BEAM)
    score, way = best.get(row.end, (-1e9, ()))
    if not way:
        return [[" ".join(word for piece in pieces for word in piece.words)]], -1e9
    return [row.lines(begin, end) for begin, end in pairwise((0, *way))], score


def _followed(row: _RowText, best: _Ways, column: _Column, beam: int) -> _Ways:
    """The ways worth following once a column is filled.

    After the last column only the way that leaves no words over is asked for. So the others are
    not looked at, unless there may be enough of them to push it out of the beam.
    """
    if column.is_last:
        whole = _filled(row, best, column, only_whole=True)
        if not whole or _stays(whole[row.end][0], _rivals(row, best, column), beam):
            return whole
    return _likeliest(_filled(row, best, column), beam)


def _filled(row: _RowText, best: _Ways, column: _Column, *, only_whole: bool = False) -> _Ways:
    """The ways to fill one more column, or to leave it; `only_whole`: leaving no words over."""
    ways: _Ways = {}
    for begin, (score, way) in best.items():
        if begin == row.end or not only_whole:
            _keep(ways, begin, score - column.skip, way)
        for stretch in _stretches(row, begin, column)[-1 if only_whole else 0 :]:
            text, seen = _text_then(column, stretch)
            held = ways.get(stretch.end)
            if held is not None and held[0] >= score + (column.most + seen + stretch.bonus):
                continue
            gain = _gain(column, stretch, text, seen)
            if gain > -4.0:
                _keep(ways, stretch.end, score + gain, way)
    return ways


def _rivals(row: _RowText, best: _Ways, column: _Column) -> dict[int, float]:
    """Where ways may end that leave words over, and what they score at most."""
    most: dict[int, float] = {}
    for begin, (score, _) in best.items():
        if begin < row.end:
            most[begin] = max(most.get(begin, -inf), score - column.skip)
        for stretch in _stretches(row, begin, column)[:-1]:
            _, seen = _text_then(column, stretch)
            bound = score + (column.most + seen + stretch.bonus)
            most[stretch.end] = max(most.get(stretch.end, -inf), bound)
    return most


def _stays(score: float, rivals: Mapping[int, float], beam: int) -> bool:
    """Whether a way is kept whatever its rivals score."""
    better = sum(most >= score for most in rivals.values())
    return better < beam and max(rivals.values(), default=score) - _BEHIND <= score


def _stretches(row: _RowText, begin: int, column: _Column) -> Sequence[_Stretch]:
    """The stretches from a place that may fill a column, the last of them the rest of the row."""
    if begin == row.end:
        return ()
    if column.known or may_begin(column.kind, row.opening(begin)):
        return row.stretches(begin)
    return ()


def _text_then(column: _Column, stretch: _Stretch) -> tuple[str, float]:
    """What the column would hold, and what it gains because other rows hold the same."""
    text = joined([column.known, *stretch.lines]) if column.known else stretch.text
    return text, column.learnt.bonus(column.place, text) if column.learnt else 0.0


def _keep(ways: _Ways, end: int, score: float, way: tuple[int, ...]) -> None:
    if end not in ways or ways[end][0] < score:
        ways[end] = (score, (*way, end))


def _likeliest(ways: _Ways, beam: int) -> _Ways:
    floor = max(score for score, _ in ways.values()) - _BEHIND
    ordered = sorted(ways.items(), key=lambda item: -item[1][0])
    return {end: way for end, way in ordered[:beam] if way[0] >= floor}


def _gain(column: _Column, stretch: _Stretch, text: str, seen: float) -> float:
    """How well a stretch fills a column, which then holds `text`; `seen` adds to it."""
    if column.known:
        # What is added counts, not what was there; a cell that is whole is better left alone.
        gain = column.score(text) - column.scored - _ADDING
    else:
        gain = whole_score(column.score, text)
    if gain > -2.0 and column.learnt is not None:
        gain += seen - _width_cost(stretch.lines, column.place, column.learnt)
    return gain + stretch.bonus


def is_sure(
    cells: Sequence[list[str]], kinds: Sequence[Column | None], score: float, learnt: Learnt
) -> bool:
    """Whether a first cut needs no second look: each column well filled, no line too wide."""
    return score >= 0.85 * wanted_score(kinds) and not any(
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
