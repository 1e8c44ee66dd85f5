"""Words → printed lines → runs of words that belong together.

A run ends where the space is far wider than between words: there another column begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cchc.documents.model import Line, Span
from cchc.documents.page_model import Box, Page, Word, around, box_of

_OVERLAP = 0.5  # of the lower height: words that share so much stand on one line


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words on one line from left to right, on page `page`."""

    words: tuple[Word, ...]
    page: int
    number: int = 0

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        return around([box_of(word) for word in self.words])

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        return median(word.height for word in self.words)

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words if any(map(str.isalpha, word.text)))

    @property
    def italic(self) -> bool:
        return all(word.italic for word in self.words if any(map(str.isalpha, word.text)))

    def as_line(self, page: Page) -> Line:
        span = Span(page=page.number, line=self.number or None, box=page.fractions(self.box))
        return Line(self.text, span=span)


def printed_lines(words: Sequence[Word], page: int) -> list[PrintedLine]:
    """Put words on lines by their height on the page; lines come from top to bottom."""
    rows: list[list[Word]] = []
    bands: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda each: (each.centre[1], each.x0)):
        for index in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            top, bottom = bands[index]
            shared = min(bottom, word.bottom) - max(top, word.top)
            if shared > _OVERLAP * min(bottom - top, word.height):
                rows[index].append(word)
                if word.height > bottom - top:
                    bands[index] = (word.top, word.bottom)
                break
        else:
            rows.append([word])
            bands.append((word.top, word.bottom))
    ordered = sorted(zip(bands, rows, strict=True), key=lambda pair: pair[0])
    return [
        PrintedLine(tuple(sorted(row, key=lambda word: word.x0)), page, number)
        for number, (_, row) in enumerate(ordered, start=1)
    ]


def runs(line: PrintedLine, gap: float) -> list[PrintedLine]:
    """Split a line where the space between two words is wider than `gap`."""
    parts: list[list[Word]] = []
    for word in line.words:
        if parts and word.x0 - parts[-1][-1].x1 <= gap:
            parts[-1].append(word)
        else:
            parts.append([word])
    return [PrintedLine(tuple(part), line.page, line.number) for part in parts]
