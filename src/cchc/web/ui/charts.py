"""Charts as values that a template draws as inline SVG: no colours here, no text of the domain.

In: numbers with their looks (`done going soon late wait idle`, as states have). Out: places and
lengths in the chart's own units. Each chart stands beside a table with the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LOOKS = ("done", "going", "late", "soon", "wait", "idle")
_WIDTH, _HEIGHT, _LEFT, _TOP, _FOOT = 640, 190, 34, 20, 22
_BAR_SHARE = 0.62
_SMALLEST_WITH_NUMBER = 15
_MARK_ROOM = 70  # for the words beside a mark


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: how it looks, how many, and what it is called."""

    look: str
    count: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Rect:
    """A drawn part of a bar."""

    x: float
    y: float
    width: float
    height: float
    look: str
    count: int
    name: str = ""

    @property
    def has_number(self) -> bool:
        return self.height >= _SMALLEST_WITH_NUMBER

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2 + 4


@dataclass(frozen=True, slots=True)
class Column:
    """One bar with the word under it."""

    label: str
    x: float
    rects: tuple[Rect, ...]
    total: int
    top: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Stacked bars side by side, a few lines to read heights by, and a mark («hôm nay»)."""

    key: str
    title: str
    description: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[float, int], ...]
    mark: float | None
    mark_label: str = ""
    width: int = _WIDTH
    height: int = _HEIGHT
    left: int = _LEFT
    floor: int = _HEIGHT - _FOOT

    @property
    def mark_turns(self) -> bool:
        """Whether the mark stands so far right that its words go before it."""
        return self.mark is not None and self.mark > self.width - _MARK_ROOM


def stacked_columns(
    bars: Sequence[tuple[str, Sequence[Part]]],
    *,
    key: str,
    title: str,
    description: str,
    mark: float | None = None,
    mark_label: str = "",
) -> Columns:
    """Bars of parts, the first part lowest. `mark` is a place between 0 and the number of bars."""
    floor = _HEIGHT - _FOOT
    highest = _round_up(max((sum(part.count for part in parts) for _, parts in bars), default=0))
    step = (_WIDTH - _LEFT) / max(len(bars), 1)
    scale = (floor - _TOP) / highest
    columns = []
    for place, (label, parts) in enumerate(bars):
        x, y = _LEFT + step * (place + (1 - _BAR_SHARE) / 2), float(floor)
        rects = []
        for part in parts:
            if part.count:
                height = part.count * scale
                y -= height
                rects.append(
                    Rect(
                        round(x, 1),
                        round(y, 1),
                        round(step * _BAR_SHARE, 1),
                        round(height, 1),
                        part.look,
                        part.count,
                        part.name,
                    )
                )
        total = sum(part.count for part in parts)
        columns.append(
            Column(label, round(x + step * _BAR_SHARE / 2, 1), tuple(rects), total, round(y - 4, 1))
        )
    lines = tuple(
        (round(floor - value * scale, 1), value) for value in (highest // 2, highest) if value
    )
    return Columns(
        key,
        title,
        description,
        tuple(columns),
        lines,
        None if mark is None else round(_LEFT + step * mark, 1),
        mark_label,
    )


def _round_up(number: int) -> int:
    """The next number that halves well: 4, 6, 8, 10, 20, 40, … 100, 200."""
    step: int = 2 * 10 ** (len(str(number)) - 1)
    return max(4, -(-number // step) * step)


def share(parts: Sequence[Part], *, width: int = 100) -> tuple[Rect, ...]:
    """One lying bar of its parts; every part that there is can be seen."""
    total = sum(part.count for part in parts)
    if total == 0:
        return ()
    found, x = [], 0.0
    for part in parts:
        if part.count:
            length = part.count * width / total
            found.append(
                Rect(round(x, 2), 0, round(length, 2), 10, part.look, part.count, part.name)
            )
            x += length
    return tuple(found)


def heat(rate: float | None) -> str:
    """How warm a cell of a heat map is, for a rate in percent: `h5` the best, `h0` nothing."""
    if rate is None:
        return "h0"
    for look, least in (("h5", 90), ("h4", 75), ("h3", 60), ("h2", 40)):
        if rate >= least:
            return look
    return "h1"
