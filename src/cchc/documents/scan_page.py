"""The picture of one page → its words and ruling, like a page that was printed to PDF.

Tables are unrolled before they are recognised: the cells are put one under the other, so that
lines of neighbouring cells can never be read as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.page_grid import Grid, grids
from cchc.documents.page_model import Box, Page, Rule, Word
from cchc.documents.scan_picture import (
    Pixels,
    drawn_lines,
    even_light,
    grey_without_colour,
    ink_of,
    lean,
    straightened,
    without_lines,
)
from cchc.documents.scan_strokes import quarters_counted
from cchc.documents.scan_words import recognised_words
from cchc.text.syllables import is_syllable

_POINTS = 72
_COLUMN, _BLOCK = 4, 6  # tesseract: one column of text of several sizes; one even block
_MARGIN = 24  # pixels of paper around what is recognised
_BETWEEN = 28  # pixels of paper between unrolled cells
_TALLEST = 14_000  # pixels of one unrolled picture
_INSET = 3  # pixels: the rim of a cell is the rest of its border
_LEAST_INK = 40  # pixels: a cell with less is empty
_BLANK = 0.00012  # of a page: less ink is a blank page
_SNAP, _BRIDGE = 6.0, 9.0  # points: how crooked and how broken a scanned line may be
_FAINT = 0.30  # words recognised with less confidence, and not like a word, are dust
_SURE = 0.70
_FEW = 6
_DASH = 0.2  # of the line height: a narrower mark is no dash
_SIGNS = frozenset({"-", "–", "+", "%", "≥", "≤", ">", "<", "&", "*"})


@dataclass(frozen=True, slots=True)
class Picture:
    """Page `number` as pixels (grey, or blue-green-red); `scale` is pixels per point."""

    number: int
    pixels: NDArray[np.uint8]
    scale: float


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page ready to be recognised: straight, grey, without colour and dust; its ink and lines."""

    page: Page
    grey: Pixels
    ink: Pixels
    tables: tuple[Grid, ...]
    lines: Pixels
    scale: float
    is_blank: bool

    @property
    def resolution(self) -> float:
        return self.scale * _POINTS


def cleaned(picture: Picture) -> Cleaned:
    """Clean the picture of a page. The memory that a page takes is taken here."""
    resolution = picture.scale * _POINTS
    grey = even_light(grey_without_colour(picture.pixels), resolution)
    return _analysed(straightened(grey, lean(grey)), picture.number, picture.scale)


def _analysed(grey: Pixels, number: int, scale: float) -> Cleaned:
    resolution = scale * _POINTS
    ink = ink_of(grey, resolution)
    found, mask = drawn_lines(ink, resolution)
    rules = tuple(_scaled(rule, scale) for rule in found)
    height, width = grey.shape[:2]
    page = Page(number, width / scale, height / scale, (), rules)
    tables = tuple(grids(rules, snap=_SNAP, bridge=_BRIDGE))
    # Only ink is shown to the engine: dust and shadows between letters are paper again.
    grey = np.where(_near(ink), grey, 255).astype(np.uint8)
    is_blank = bool(np.count_nonzero(ink) < _BLANK * ink.size)
    lines = _within(mask, [_pixels(table.box, scale) for table in tables])
    return Cleaned(page, grey, ink, tables, lines, scale, is_blank)


def recognised(page: Cleaned, command: Sequence[str] | None, limits: Limits) -> Page:
    """Recognise one page; a blank one has no words.

    Raises UnreadableFile(NEEDS_TESSERACT) where there is something to read and no `command`.
    """
    if page.is_blank:
        return page.page
    if command is None:
        raise UnreadableFile(Unreadable.NEEDS_TESSERACT)
    read = _words_on(page, command, limits)
    if _sure_words(read) < _FEW:
        for turns in (1, 3, 2):  # fed in sideways or upside down
            grey = np.ascontiguousarray(np.rot90(page.grey, turns))
            turned = _analysed(straightened(grey, lean(grey)), page.page.number, page.scale)
            other = _words_on(turned, command, limits)
            if _sure_words(other) > max(2 * _FEW, 2 * _sure_words(read)):
                return other
    return read if _sure_words(read) else replace(read, words=())


def _sure_words(page: Page) -> int:
    return sum(
        (word.confidence or 0.0) >= _SURE and len(word.text) > 1 and is_syllable(word.text)
        for word in page.words
    )


def _words_on(page: Cleaned, command: Sequence[str], limits: Limits) -> Page:
    clean = without_lines(page.grey, page.lines)
    engine = _Engine(command, page.resolution, limits.ocr_seconds_per_page)
    words = engine.outside(clean, [_pixels(table.box, page.scale) for table in page.tables])
    for table in page.tables:
        words += engine.unrolled(clean, page.ink & ~page.lines, _cells(table, page.scale))
    words = quarters_counted(words, page.ink)
    placed = tuple(
        replace(
            word,
            x0=word.x0 / page.scale,
            top=word.top / page.scale,
            x1=word.x1 / page.scale,
            bottom=word.bottom / page.scale,
        )
        for word in words
        if not _is_dust(word)
    )
    return replace(page.page, words=placed)


def _within(mask: Pixels, boxes: Sequence[tuple[int, int, int, int]]) -> Pixels:
    """Only lines of tables are painted over: one under a heading may touch its letters."""
    kept = np.zeros_like(mask)
    for x0, top, x1, bottom in boxes:
        area = slice(max(top - 8, 0), bottom + 9), slice(max(x0 - 8, 0), x1 + 9)
        kept[area] = mask[area]
    return kept


def _near(ink: Pixels) -> NDArray[np.bool_]:
    return np.asarray(cv2.dilate(ink, np.ones((5, 5), np.uint8)) > 0)


def _is_dust(word: Word) -> bool:
    confidence = word.confidence or 0.0
    if not any(map(str.isalnum, word.text)):
        small = word.x1 - word.x0 < _DASH * word.height
        return word.text not in _SIGNS or small or confidence < _FAINT
    return confidence < _FAINT and not is_syllable(word.text) and not word.text.isdigit()


def _scaled(rule: Rule, scale: float) -> Rule:
    return Rule(rule.x0 / scale, rule.top / scale, rule.x1 / scale, rule.bottom / scale)


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = (round(value * scale) for value in box)
    return x0, top, x1, bottom


def _cells(table: Grid, scale: float) -> list[tuple[int, int, int, int]]:
    """Boxes of the cells, column by column, so that one picture holds like next to like."""
    regions = sorted(table.regions, key=lambda region: (region.column, region.row))
    return [_pixels(table.box_of(region), scale) for region in regions]


@dataclass(frozen=True, slots=True)
class _Crop:
    """A cell cut out of the page: where it was, and where it lies in the unrolled picture."""

    left: int
    top: int
    pixels: Pixels
    at: int


@dataclass(frozen=True, slots=True)
class _Engine:
    command: Sequence[str]
    resolution: float
    seconds: float

    def outside(self, clean: Pixels, boxes: Sequence[tuple[int, int, int, int]]) -> list[Word]:
        """Recognise what stands outside of tables."""
        page = clean.copy()
        for x0, top, x1, bottom in boxes:
            page[max(top - 2, 0) : bottom + 3, max(x0 - 2, 0) : x1 + 3] = 255
        if np.count_nonzero(page < 128) < _LEAST_INK:
            return []
        return self._words(page, _COLUMN)

    def unrolled(
        self, clean: Pixels, ink: Pixels, boxes: Sequence[tuple[int, int, int, int]]
    ) -> list[Word]:
        """Recognise cells, put one under the other; the words come back to their places."""
        words: list[Word] = []
        crops: list[_Crop] = []
        at = _MARGIN
        for x0, top, x1, bottom in boxes:
            x0, top, x1, bottom = x0 + _INSET, top + _INSET, x1 - _INSET, bottom - _INSET
            inside = ink[top:bottom, x0:x1]
            if x1 <= x0 or bottom <= top or np.count_nonzero(inside) < _LEAST_INK:
                continue
            rows = np.flatnonzero(inside.any(axis=1))
            first = max(top + int(rows[0]) - 4, top)
            last = min(top + int(rows[-1]) + 5, bottom)
            crops.append(_Crop(x0, first, clean[first:last, x0:x1], at))
            at += last - first + _BETWEEN
            if at > _TALLEST:
                words += self._from_crops(crops, at)
                crops, at = [], _MARGIN
        return words + self._from_crops(crops, at) if crops else words

    def _from_crops(self, crops: Sequence[_Crop], height: int) -> list[Word]:
        width = max(crop.pixels.shape[1] for crop in crops) + 2 * _MARGIN
        sheet = np.full((height + _MARGIN, width), 255, np.uint8)
        for crop in crops:
            tall, wide = crop.pixels.shape
            sheet[crop.at : crop.at + tall, _MARGIN : _MARGIN + wide] = crop.pixels
        starts = np.array([crop.at - _BETWEEN / 2 for crop in crops])
        words: list[Word] = []
        for word in self._words(sheet, _BLOCK):
            index = int(np.searchsorted(starts, (word.top + word.bottom) / 2, side="right")) - 1
            crop = crops[max(index, 0)]
            across, down = crop.left - _MARGIN, crop.top - crop.at
            words.append(
                replace(
                    word,
                    x0=word.x0 + across,
                    x1=word.x1 + across,
                    top=word.top + down,
                    bottom=word.bottom + down,
                )
            )
        return words

    def _words(self, picture: Pixels, layout: int) -> list[Word]:
        return recognised_words(
            picture,
            self.command,
            layout=layout,
            resolution=self.resolution,
            seconds=self.seconds,
        )
