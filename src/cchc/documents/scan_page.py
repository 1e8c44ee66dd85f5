"""The picture of one page → its words and ruling, like a page that was printed to PDF.

A page that was fed in sideways or upside down is turned and read again.
"""

from __future__ import annotations

import re
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
from cchc.documents.scan_posts import without_letters
from cchc.documents.scan_sheets import Sheet, as_png, from_png, outside, unrolled, words_of_sheet
from cchc.documents.scan_strokes import may_need_counting, numbers_counted
from cchc.text.syllables import is_syllable

_POINTS = 72
_BLANK, _FULL = 0.00012, 0.15  # of a page: less ink is a blank page, more is no page of text
_SNAP, _BRIDGE = 6.0, 9.0  # points: how crooked and how broken a scanned line may be
_FAINT = 0.30  # words recognised with less confidence, and not like a word, are dust
_SURE = 0.70
_FEW, _FEWEST = 6, 2
_LEAST_SURE = 0.1  # of the words, on a page that is text at all
_SENSIBLE = 0.4  # of the words are sure and look Vietnamese where a page is the right way up
_DASH = 0.2  # of the line height: a narrower mark is no dash
# «I/2026», «15/6»: worn or not, no dust looks so.
_DATE = re.compile(r"[(]?[\dIVXl|]{1,4}(?:[/.-]\d{1,2})?/\d{1,4}[.,;)]?")
_SIGNS = frozenset({"-", "–", "+", "%", "≥", "≤", ">", "<", "&", "*"})


@dataclass(frozen=True, slots=True)
class Picture:
    """Page `number` as pixels (grey, or blue-green-red); `scale` is pixels per point."""

    number: int
    pixels: NDArray[np.uint8]
    scale: float


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page ready to be recognised: its ruling, the sheets for the engine, and the ink in bits.

    Small on purpose: pages wait for the engine in this form.
    """

    page: Page
    sheets: tuple[Sheet, ...]
    picture: bytes  # the cleaned page as PNG
    ink: NDArray[np.uint8]  # packed bits
    shape: tuple[int, int]
    scale: float
    ink_share: float


def cleaned(picture: Picture) -> Cleaned:
    """Clean the picture of a page. The memory that a page takes is taken here."""
    resolution = picture.scale * _POINTS
    grey = even_light(grey_without_colour(picture.pixels), resolution)
    return _analysed(straightened(grey, lean(grey)), picture.number, picture.scale)


def _analysed(grey: Pixels, number: int, scale: float) -> Cleaned:
    resolution = scale * _POINTS
    ink = ink_of(grey, resolution)
    found, mask = without_letters(*drawn_lines(ink, resolution), ink, resolution)
    rules = tuple(_scaled(rule, scale) for rule in found)
    height, width = grey.shape[:2]
    page = Page(number, width / scale, height / scale, (), rules)
    tables = grids(rules, snap=_SNAP, bridge=_BRIDGE)
    boxes = [_pixels(table.box, scale) for table in tables]
    # Only ink is shown to the engine: dust and shadows between letters are paper again.
    grey[~_near(ink)] = 255
    picture = as_png(grey)
    lines = _within(mask, boxes)
    grey = without_lines(grey, lines)
    cells = [_cells(table, scale) for table in tables]
    unlined = ink & ~lines
    sheets = [sheet for table in cells for sheet in unrolled(grey, unlined, table)]
    sheets += outside(grey, boxes)
    share = float(np.count_nonzero(ink) / ink.size)
    bits = np.packbits(ink > 0, axis=None)
    return Cleaned(page, tuple(sheets), picture, bits, (height, width), scale, share)


def recognised(page: Cleaned, command: Sequence[str] | None, limits: Limits) -> Page:
    """Recognise one page; a blank one has no words.

    Raises UnreadableFile(NEEDS_TESSERACT) where there is something to read and no `command`.
    """
    if page.ink_share < _BLANK:
        return page.page
    if command is None:
        raise UnreadableFile(Unreadable.NEEDS_TESSERACT)
    read = _words_on(page, command, limits)
    if not _is_sensible(read) and page.ink_share < _FULL:
        picture = from_png(page.picture)
        for turns in (1, 3, 2):  # fed in sideways or upside down
            grey = np.ascontiguousarray(np.rot90(picture, turns))
            turned = _analysed(straightened(grey, lean(grey)), page.page.number, page.scale)
            other = _words_on(turned, command, limits)
            if _is_sensible(other) and _sure_words(other) > 2 * _sure_words(read):
                return other
    sure = _sure_words(read)
    is_text = sure >= _FEWEST and sure >= _LEAST_SURE * len(read.words)
    return read if is_text else replace(read, words=())


def _is_sensible(page: Page) -> bool:
    """Whether what was read are words and not the shapes of letters that lie on their side."""
    sure = _sure_words(page)
    return sure >= _FEW and sure >= _SENSIBLE * len(page.words)


def _sure_words(page: Page) -> int:
    return sum(
        (word.confidence or 0.0) >= _SURE and len(word.text) > 1 and is_syllable(word.text)
        for word in page.words
    )


def _words_on(page: Cleaned, command: Sequence[str], limits: Limits) -> Page:
    words: list[Word] = []
    for sheet in page.sheets:
        words += words_of_sheet(
            sheet,
            command,
            resolution=page.scale * _POINTS,
            seconds=limits.ocr_seconds_per_page,
        )
    if may_need_counting(words):
        count = page.shape[0] * page.shape[1]
        words = numbers_counted(words, np.unpackbits(page.ink, count=count).reshape(page.shape))
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
    is_figure = word.text.isdigit() or _DATE.fullmatch(word.text) is not None
    return confidence < _FAINT and not is_syllable(word.text) and not is_figure


def _scaled(rule: Rule, scale: float) -> Rule:
    return Rule(rule.x0 / scale, rule.top / scale, rule.x1 / scale, rule.bottom / scale)


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = (round(value * scale) for value in box)
    return x0, top, x1, bottom


def _cells(table: Grid, scale: float) -> list[tuple[int, int, int, int]]:
    """Boxes of the cells, column by column, so that one picture holds like next to like."""
    regions = sorted(table.regions, key=lambda region: (region.column, region.row))
    return [_pixels(table.box_of(region), scale) for region in regions]
