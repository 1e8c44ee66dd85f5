"""What the engine is given: sheets cut out of a page, and where each of their words belongs.

Tables are unrolled before they are recognised: the cells are put one under the other, so that
lines of neighbouring cells can never be read as one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from cchc.documents.page_model import Word
from cchc.documents.scan_picture import Pixels
from cchc.documents.scan_words import recognised_words

_COLUMN, _BLOCK = 4, 6  # tesseract: one column of text of several sizes; one even block
_MARGIN = 24  # pixels of paper around what is recognised
_BETWEEN = 28  # pixels of paper between unrolled cells
_TALLEST = 14_000  # pixels of one unrolled sheet
_INSET = 3  # pixels: the rim of a cell is the rest of its border
_LEAST_INK = 40  # pixels: a cell with less is empty
_SHARPEN = 0.8  # hooks and acutes («ổ», «ố») are told apart better on sharpened pictures

PixelBox = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """From `at` downwards on a sheet stands what was on the page at (`left`, `top`)."""

    at: float
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture for the engine, as PNG; `places` from top to bottom."""

    png: bytes
    layout: int
    places: tuple[Placed, ...]


def words_of_sheet(
    sheet: Sheet, command: Sequence[str], *, resolution: float, seconds: float
) -> list[Word]:
    """Recognise a sheet; its words come back to their places on the page, in pixels."""
    starts = [place.at for place in sheet.places]
    words: list[Word] = []
    for word in recognised_words(
        sheet.png,
        command,
        layout=sheet.layout,
        of_cells=sheet.layout == _BLOCK,
        resolution=resolution,
        seconds=seconds,
    ):
        index = max(bisect_right(starts, (word.top + word.bottom) / 2) - 1, 0)
        place = sheet.places[index]
        words.append(
            replace(
                word,
                x0=word.x0 + place.left,
                x1=word.x1 + place.left,
                top=word.top + place.top,
                bottom=word.bottom + place.top,
            )
        )
    return words


def outside(clean: Pixels, tables: Sequence[PixelBox]) -> list[Sheet]:
    """What stands outside of tables, as one sheet; none where there is nothing."""
    page = clean.copy()
    for x0, top, x1, bottom in tables:
        page[max(top - 2, 0) : bottom + 3, max(x0 - 2, 0) : x1 + 3] = 255
    if np.count_nonzero(page < 128) < _LEAST_INK:
        return []
    return [Sheet(as_png(_sharpened(page)), _COLUMN, (Placed(0.0, 0, 0),))]


def unrolled(clean: Pixels, ink: Pixels, cells: Sequence[PixelBox]) -> list[Sheet]:
    """The cells of a table that have ink, one under the other."""
    sheets: list[Sheet] = []
    crops: list[tuple[int, PixelBox]] = []
    at = _MARGIN
    for x0, top, x1, bottom in cells:
        x0, top, x1, bottom = x0 + _INSET, top + _INSET, x1 - _INSET, bottom - _INSET
        if x1 <= x0 or bottom <= top:
            continue
        inside = ink[top:bottom, x0:x1]
        if np.count_nonzero(inside) < _LEAST_INK:
            continue
        rows = np.flatnonzero(inside.any(axis=1))
        first = max(top + int(rows[0]) - 4, top)
        last = min(top + int(rows[-1]) + 5, bottom)
        crops.append((at, (x0, first, x1, last)))
        at += last - first + _BETWEEN
        if at > _TALLEST:
            sheets.append(_sheet(clean, crops, at))
            crops, at = [], _MARGIN
    if crops:
        sheets.append(_sheet(clean, crops, at))
    return sheets


def _sheet(clean: Pixels, crops: Sequence[tuple[int, PixelBox]], height: int) -> Sheet:
    width = max(x1 - x0 for _, (x0, _, x1, _) in crops) + 2 * _MARGIN
    picture = np.full((height + _MARGIN, width), 255, np.uint8)
    places = []
    for at, (x0, top, x1, bottom) in crops:
        crop = clean[top:bottom, x0:x1]
        picture[at : at + crop.shape[0], _MARGIN : _MARGIN + crop.shape[1]] = crop
        places.append(Placed(at - _BETWEEN / 2, x0 - _MARGIN, top - at))
    return Sheet(as_png(_sharpened(picture)), _BLOCK, tuple(places))


def _sharpened(grey: Pixels) -> Pixels:
    soft = cv2.GaussianBlur(grey, (0, 0), 2.5)
    return np.asarray(cv2.addWeighted(grey, 1 + _SHARPEN, soft, -_SHARPEN, 0), dtype=np.uint8)


def as_png(grey: Pixels) -> bytes:
    """Encode fast rather than small."""
    _, data = cv2.imencode(".png", grey, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return data.tobytes()


def from_png(data: bytes) -> Pixels:
    """Decode what `as_png` encoded."""
    decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
    return np.asarray(decoded, dtype=np.uint8)
