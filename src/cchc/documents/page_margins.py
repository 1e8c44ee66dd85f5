"""Where the text of a document's pages begins and ends, and how far apart its lines stand.

Learnt from the lines themselves. A line that surely wrapped (the next one goes on in small
letters) tells most: the margin is no further left than its end, and the space below it is the
space between lines and not between paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc.documents.page_lines import PrintedLine, runs
from cchc.documents.page_model import Box, Page, around
from cchc.text.labels import split_label

_FEW_LINES = 8  # fewer lines do not show where the margins are
_ENDED = (".", ";", ":", "!", "?", "./", "/.")
_SIDES_GAP = 1.0  # of the letter size: a line with so wide a space stands on two sides
_FEW_WRAPS = 4  # with so many wrapped lines, the longest alone may be a stray one

PageLines = tuple[Page, Sequence[PrintedLine], Sequence[Box]]


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of upright (or landscape) pages begins and ends."""

    left: float
    right: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def margins_of(pages: Iterable[PageLines]) -> dict[tuple[int, int], Margins]:
    """The margins for each page size: where lines most often begin leftmost and end rightmost.

    `pages` gives the lines of each page and the boxes of its tables, which show the margins where
    there is little text (a landscape appendix). In a short or ragged text hardly two long lines
    end at one place: the right margin is never left of the lines that wrapped.
    """
    starts: dict[tuple[int, int], Counter[int]] = {}
    ends: dict[tuple[int, int], list[float]] = {}
    wrapped: dict[tuple[int, int], list[float]] = {}
    tables: dict[tuple[int, int], list[Box]] = {}
    for page, lines, boxes in pages:
        size = size_of(page)
        tables.setdefault(size, []).extend(boxes)
        wrapped.setdefault(size, []).extend(before.x1 for before, _ in _wraps(lines))
        for line in lines:
            starts.setdefault(size, Counter())[round(line.x0)] += 1
            ends.setdefault(size, []).append(line.x1)
    found = {}
    for size, counts in starts.items():
        margins = Margins(_outer(counts), _right(ends[size], wrapped[size]))
        if counts.total() < _FEW_LINES and tables[size]:
            left, _, right, _ = around(tables[size])
            margins = Margins(min(margins.left, left), max(margins.right, right))
        found[size] = margins
    return found


def size_of(page: Page) -> tuple[int, int]:
    """The size of a page, by which pages share their margins."""
    return round(page.width / 5), round(page.height / 5)


def pitches_of(pages: Iterable[tuple[Page, Sequence[PrintedLine]]]) -> dict[int, float]:
    """The usual space between the lines of one paragraph, for each page.

    Where nearly every paragraph has one line, the spaces of the page are those between
    paragraphs: lines that wrapped, here or elsewhere in the document, show the smaller one.
    """
    seen = {page.number: list(lines) for page, lines in pages}
    sure = {number: _gaps(_wraps(lines)) for number, lines in seen.items()}
    everywhere = [gap for gaps in sure.values() for gap in gaps]
    pitches = {}
    for number, lines in seen.items():
        usual = _quantile(_gaps(pairwise(lines)), 1)
        known = sure[number] or everywhere
        pitches[number] = min(usual, _quantile(known, 3)) if known else usual
    return pitches


def _right(ends: Sequence[float], wrapped: Sequence[float]) -> float:
    usual = -_outer(Counter(-round(end) for end in ends))
    if not wrapped:
        return max(usual, max(ends))
    longest = sorted(wrapped, reverse=True)
    return max(usual, longest[0 if len(longest) < _FEW_WRAPS else 1])


def _outer(counts: Counter[int]) -> float:
    """The outermost place where a fair share of the lines lies; a few stray lines do not count."""
    total = counts.total()
    for place in sorted(counts):
        near = sum(counts[place + offset] for offset in (-1, 0, 1, 2))
        if near >= max(2, 0.08 * total):
            return float(place)
    return float(min(counts))


def _wraps(lines: Sequence[PrintedLine]) -> list[tuple[PrintedLine, PrintedLine]]:
    """Lines of which the next one is surely the rest: it goes on in small letters, unlabelled."""
    return [
        (before, after)
        for before, after in pairwise(lines)
        if after.text[:1].islower()
        and not before.text.rstrip().endswith(_ENDED)
        and after.top - before.bottom < before.height
        and split_label(after.text)[0] is None
        and len(runs(before, _SIDES_GAP * before.height)) == 1
    ]


def _gaps(pairs: Iterable[tuple[PrintedLine, PrintedLine]]) -> list[float]:
    return [
        after.top - before.bottom
        for before, after in pairs
        if after.top > before.top and after.top - before.bottom < 2 * before.height
    ]


def _quantile(values: Sequence[float], quarter: int) -> float:
    return sorted(values)[min(len(values) * quarter // 4, len(values) - 1)] if values else 0.0
