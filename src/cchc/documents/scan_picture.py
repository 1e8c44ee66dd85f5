"""Cleaning the picture of a page: straighten it, take out colour, specks and drawn lines.

Everything works on arrays of pixels; nothing here reads a letter.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from cchc.documents.page_model import Rule

Pixels = NDArray[np.uint8]

_COLOURED = 55  # how far the colours of a pixel may differ before it is stamp or ink, not print
_DARK = 90  # of 255 in each colour: darker is print under the stamp …
_DARKEST, _DEEP = 55, 0.4  # … unless it is deeply coloured, as the strokes of a blue pen are
_TINTED, _INKED = 25, 0.06  # paler ink differs so little; a stroke has so much of strong colour
_STAMP = 0.04  # of the longer side of the page: coloured ink so wide and so high is a stamp
_RED = 0.75  # of the red: ink with less blue and green is that of a stamp
_UNDER_STAMP = 0.5, 0.75  # of the red of a stamp: black print under it is darker than this
_CONTRAST = 45  # of 255: the least by which ink is darker than paper, even if it is faint
_STEEPEST = 6.0  # degrees: scans lean no further
_FINE = 0.05
_SMALL_SIDE = 1000  # pixels: the size in which the lean is measured
_RULE_LENGTH = 0.42  # inches: drawn lines are longer, strokes of letters shorter
_UPRIGHT_LENGTH = 0.15  # inches: rows of one line of text have short posts
_UPRIGHT_SURE = 0.28  # inches: no letter is so high
_TOUCH, _SAME_COLUMN = 0.014, 0.05  # inches: so near do lines of a table meet, and posts stand
_LEVEL_PIECE, _UPRIGHT_PIECE = 0.17, 0.13  # inches: longer than any straight stroke of a letter
_SPECK = 0.028  # inches: ink no wider and no higher than this, far from other ink, is dust
_LONELY = (0.04, 0.1)  # inches down and across: other ink so near keeps a dot from being dust
_GAP_IN_RULE = 0.03  # inches: a worn line has gaps up to this


def grey_without_colour(pixels: Pixels) -> Pixels:
    """Turn a page grey; red and blue ink (stamp, signature) becomes paper, black print stays."""
    if pixels.ndim == 2:
        return pixels
    if pixels.shape[2] == 1:
        return np.ascontiguousarray(pixels[:, :, 0])
    blue, green, red = (np.ascontiguousarray(pixels[:, :, place]) for place in range(3))
    highest = np.asarray(cv2.max(cv2.max(blue, green), red), dtype=np.uint8)
    lowest = cv2.min(cv2.min(blue, green), red)
    difference = np.asarray(cv2.subtract(highest, lowest), dtype=np.uint8)
    coloured = _whole_strokes(difference, highest)
    grey = np.asarray(cv2.cvtColor(pixels[:, :, :3], cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    if not coloured.any():
        return grey
    # The rim of coloured ink is paler than the ink itself; print under it is dark in all colours.
    spread = cv2.dilate(coloured.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    paper = int(np.median(grey[::7, ::7]))
    np.copyto(grey, highest, where=spread)
    deep = (highest > _DARKEST) & (difference > _DEEP * highest.astype(np.float32))
    grey[spread & ((highest > _DARK) | deep)] = paper
    others = cv2.max(blue, green)
    is_red = coloured & (others < _RED * red.astype(np.float32))
    reddish = (cv2.dilate(is_red.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0) & (red >= others)
    _print_under_red(grey, red, is_red, reddish, paper)
    return grey


def _whole_strokes(difference: Pixels, highest: Pixels) -> NDArray[np.bool_]:
    """Where coloured ink is: with it the paler parts of its strokes, as thin rings of stamps are.

    The rims of black print are tinted too; they hang together with little that is coloured, and
    stand within no stamp.
    """
    yellowed = int(np.median(difference[::7, ::7]))
    strong = difference > min(_COLOURED + yellowed, 255)
    if not strong.any():
        return strong
    tinted = ((difference > min(_TINTED + yellowed, 255)) & (highest > _DARK)) | strong
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        tinted.astype(np.uint8), connectivity=8
    )
    sizes = stats[:, cv2.CC_STAT_AREA]
    inked = np.bincount(labels[strong], minlength=count) >= _INKED * sizes
    inked[0] = False
    left, top = stats[:, cv2.CC_STAT_LEFT], stats[:, cv2.CC_STAT_TOP]
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    least = _STAMP * max(difference.shape)
    for stamp in np.flatnonzero(inked & (width > least) & (height > least)):
        right, bottom = left[stamp] + width[stamp], top[stamp] + height[stamp]
        down = (top >= top[stamp]) & (top + height <= bottom)
        inked |= down & (left >= left[stamp]) & (left + width <= right)
    return np.asarray(inked[labels] | strong, dtype=np.bool_)


def _print_under_red(
    grey: Pixels,
    red: Pixels,
    is_red: NDArray[np.bool_],
    reddish: NDArray[np.bool_],
    paper: int,
) -> None:
    """Bring back black print under a red stamp: it is much darker in red than the stamp beside."""
    seen = red[is_red & (red > _DARK)]
    if not seen.size:
        return
    share = red.astype(np.float32) / float(np.median(seen))
    black, pale = _UNDER_STAMP
    stretched = np.clip((share - black) / (pale - black), 0.0, 1.0) * paper
    np.copyto(grey, stretched.astype(np.uint8), where=reddish & (share < pale))
    # Where the rim of the stamp crosses a stroke a pale seam is left: narrower than any stroke.
    mended = cv2.morphologyEx(grey, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    np.copyto(grey, np.asarray(mended, dtype=np.uint8), where=reddish)


def even_light(grey: Pixels, resolution: float) -> Pixels:
    """Make the paper white everywhere: shadows of the fold and grey paper go."""
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    size = max(3, int(resolution * 0.03)) | 1
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((size, size), np.uint8)), 2 * size + 1)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    evened = cv2.divide(grey, np.maximum(paper, 1), scale=255)
    return np.asarray(evened, dtype=np.uint8)


def lean(grey: Pixels) -> float:
    """How many degrees the page leans: at this angle lines of ink are most level."""
    factor = _SMALL_SIDE / max(grey.shape)
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = (small < 160).astype(np.uint8) * 255
    if not ink.any():
        return 0.0

    def sharpness(angle: float) -> float:
        profile = _turned(ink, angle, 0).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(profile)).sum())

    coarse = max(np.arange(-_STEEPEST, _STEEPEST + 0.1, 0.5), key=sharpness)
    middle = max(np.arange(coarse - 0.4, coarse + 0.41, 0.1), key=sharpness)
    fine = max(np.arange(middle - 0.1, middle + 0.11, _FINE), key=sharpness)
    return float(fine)


def straightened(grey: Pixels, angle: float) -> Pixels:
    """Turn the page by its lean; small leans are left alone."""
    return grey if abs(angle) < _FINE else _turned(grey, angle, 255)


def _turned(grey: Pixels, angle: float, fill: int) -> Pixels:
    height, width = grey.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(
        grey,
        matrix,
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(fill,),
    )
    return np.asarray(turned, dtype=np.uint8)


def ink_of(grey: Pixels, resolution: float) -> Pixels:
    """Ink as 255, paper as 0; lonely specks of dust are left out."""
    _, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    # On a page without ink the threshold has parted paper from its own grain.
    paper, dark = cv2.mean(grey, cv2.bitwise_not(ink))[0], cv2.mean(grey, ink)[0]
    if np.count_nonzero(ink) > 0.4 * ink.size or paper - dark < _CONTRAST:
        return np.zeros_like(grey)
    return _without_dust(np.asarray(ink, dtype=np.uint8), resolution)


def _without_dust(ink: Pixels, resolution: float) -> Pixels:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    size = _SPECK * resolution
    widths, heights = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    small = np.flatnonzero((widths <= size) & (heights <= size))
    small = small[small > 0]
    if count <= 1 or not len(small):
        return ink
    is_small = np.zeros(count, dtype=bool)
    is_small[small] = True
    dots = is_small[labels]
    letters = np.where(dots, 0, ink).astype(np.uint8)
    down, across = (int(reach * resolution) for reach in _LONELY)
    near = cv2.dilate(letters, np.ones((2 * down + 1, 2 * across + 1), np.uint8))
    touched = np.unique(labels[(near > 0) & dots])
    lonely = is_small.copy()
    lonely[touched] = False
    return np.where(lonely[labels], 0, ink).astype(np.uint8)


def drawn_lines(ink: Pixels, resolution: float) -> tuple[list[Rule], Pixels]:
    """Find drawn level and upright lines; return them in pixels, and where their ink is."""
    rules: list[Rule] = []
    everything = np.zeros_like(ink)
    gap = max(3, int(_GAP_IN_RULE * resolution)) | 1
    for is_level in (True, False):
        length = max(8, int((_RULE_LENGTH if is_level else _UPRIGHT_LENGTH) * resolution))
        piece = max(6, int((_LEVEL_PIECE if is_level else _UPRIGHT_PIECE) * resolution))
        # A leaning line is made thicker to be straight; pieces too long for a letter are then
        # joined over worn places, and what is long enough in all is a line.
        thick = cv2.dilate(ink, _bar(3, is_level=not is_level))
        pieces = cv2.morphologyEx(thick, cv2.MORPH_OPEN, _bar(piece, is_level=is_level))
        whole = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, _bar(gap, is_level=is_level))
        lines = cv2.morphologyEx(whole, cv2.MORPH_OPEN, _bar(length, is_level=is_level))
        found, mask = _thin_only(
            np.asarray(lines, dtype=np.uint8), resolution, None if is_level else rules
        )
        rules.extend(found)
        everything |= mask
    return rules, everything


def _bar(length: int, *, is_level: bool) -> NDArray[np.uint8]:
    shape = (length, 1) if is_level else (1, length)
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_RECT, shape), dtype=np.uint8)


def _thin_only(
    lines: Pixels, resolution: float, level: list[Rule] | None
) -> tuple[list[Rule], Pixels]:
    """Keep what is thin for its length: a black bar or the edge of a photograph is no line.

    With the `level` lines given, `lines` are upright ones; a short one, as of a row of one line of
    text, is a line only where it reaches from one level line to another below a longer post: else
    it is a letter's.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    kept = np.zeros(count, dtype=bool)
    rules: list[Rule] = []
    short: list[tuple[int, Rule]] = []
    for label in range(1, count):
        left, top, width, height, area = (int(value) for value in stats[label])
        length, lying = (width, height) if level is None else (height, width)
        if area / max(length, 1) > 0.05 * resolution or lying > 0.25 * length + 0.1 * resolution:
            continue
        if level is None:
            middle = top + height / 2
            rule = Rule(left, middle, left + width, middle)
        else:
            middle = left + width / 2
            rule = Rule(middle, top, middle, top + height)
            if length < _UPRIGHT_SURE * resolution:
                short.append((label, rule))
                continue
        kept[label] = True
        rules.append(rule)
    sure = [rule.x0 for rule in rules]
    for label, rule in short:
        in_column = any(abs(x - rule.x0) <= _SAME_COLUMN * resolution for x in sure)
        if level is not None and in_column and _reaches(rule, level, resolution):
            kept[label] = True
            rules.append(rule)
    return rules, kept.astype(np.uint8)[labels] * np.uint8(255)


def _reaches(post: Rule, level: list[Rule], resolution: float) -> bool:
    """Does an upright line reach from one level line to another?"""
    near = _TOUCH * resolution
    across = [line.top for line in level if line.x0 - 3 * near <= post.x0 <= line.x1 + 3 * near]
    return any(abs(y - post.top) <= near for y in across) and any(
        abs(y - post.bottom) <= near for y in across
    )


def without_lines(grey: Pixels, lines: Pixels) -> Pixels:
    """Paint drawn lines over with paper."""
    wide = cv2.dilate(lines, np.ones((3, 3), np.uint8))
    return np.where(wide > 0, 255, grey).astype(np.uint8)
