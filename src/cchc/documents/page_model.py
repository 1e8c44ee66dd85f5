"""A printed page as words and ruling, whatever it came from: a PDF with text or a scan.

Coordinates are points from the upper left corner of the page as a person holds it. What makes
lines, columns, cells and paragraphs of it are the other `page_*` modules; none knows the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them. `confidence` (0..1) only where recognised."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    italic: bool = False
    confidence: float | None = None

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """One drawn straight line, level or upright; its thickness is left out."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_level(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """One page upright: its words in no certain order, and its ruling."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    def fractions(self, box: Box) -> Box:
        """Express a box in fractions of the page, as spans hold it."""
        x0, top, x1, bottom = box
        return (
            round(min(max(x0 / self.width, 0.0), 1.0), 4),
            round(min(max(top / self.height, 0.0), 1.0), 4),
            round(min(max(x1 / self.width, 0.0), 1.0), 4),
            round(min(max(bottom / self.height, 0.0), 1.0), 4),
        )


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all; raises ValueError when there is none."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def box_of(thing: Word | Rule) -> Box:
    return thing.x0, thing.top, thing.x1, thing.bottom
