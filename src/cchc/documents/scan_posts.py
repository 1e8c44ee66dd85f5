"""Upright lines of a scanned table, row by row: where a letter stands in line with the posts.

In a row that goes over all columns there is no post; a letter that happens to stand between the
post above and the one below looks like their middle part, and would cut the row in two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cchc.documents.page_model import Rule
from cchc.documents.scan_picture import Pixels

_SIDE = 0.022  # inches: nothing but the post stands so near to its middle
_STRAY = 0.013  # inches: so far may a leaning post stand from the middle of its whole length
_CLEAR = 0.012  # inches: the ink of the level lines themselves is left out
_THICKER = 1.6  # times the usual thickness of the post: a stem of a letter, or a curve
_THIN = 0.5  # of the height of a row: so much of a post must be no thicker


def without_letters(
    rules: Sequence[Rule], mask: Pixels, ink: Pixels, resolution: float
) -> tuple[list[Rule], Pixels]:
    """Drop the parts of upright lines that are letters; rules are in pixels, as their `mask` is."""
    level = [rule for rule in rules if rule.is_level]
    kept: list[Rule] = list(level)
    cleared = mask.copy()
    for post in rules:
        if post.is_level:
            continue
        parts = _rows_of(post, level, resolution)
        widths = [_widths(part, ink, resolution) for part in parts]
        drawn = [width[width > 0] for width in widths]
        known = np.concatenate(drawn) if drawn else np.empty(0)
        usual = float(np.median(known)) if known.size else 0.0
        good = [_is_drawn(width, usual) for width in widths]
        if all(good):
            kept.append(post)
            continue
        kept += _joined([part for part, is_good in zip(parts, good, strict=True) if is_good])
        for part, is_good in zip(parts, good, strict=True):
            if not is_good:
                _clear(cleared, part, resolution)
    return kept, cleared


def _rows_of(post: Rule, level: Sequence[Rule], resolution: float) -> list[Rule]:
    """The parts of a post between the level lines that it crosses."""
    near = 3 * _STRAY * resolution
    across = [line.top for line in level if line.x0 - near <= post.x0 <= line.x1 + near]
    inside = sorted(y for y in across if post.top + near < y < post.bottom - near)
    edges = [post.top, *inside, post.bottom]
    return [replace(post, top=top, bottom=bottom) for top, bottom in pairwise(edges)]


def _widths(part: Rule, ink: Pixels, resolution: float) -> NDArray[np.int64]:
    """How wide the ink at a part of a post is, for each line of pixels."""
    side, stray = round(_SIDE * resolution), round(_STRAY * resolution)
    clear = round(_CLEAR * resolution)
    rows = slice(max(round(part.top) + clear, 0), max(round(part.bottom) - clear, 0))
    left = max(round(part.x0) - stray - side, 0)
    crop = ink[rows, left : round(part.x0) + stray + side + 1] > 0
    if not crop.size:
        return np.empty(0, dtype=np.int64)
    middle = crop[:, side : crop.shape[1] - side].sum(axis=0)
    at = side + int(middle.argmax()) if middle.size else crop.shape[1] // 2
    return np.asarray(crop[:, max(at - side, 0) : at + side + 1].sum(axis=1), dtype=np.int64)


def _is_drawn(widths: NDArray[np.int64], usual: float) -> bool:
    """Whether most of a row's height shows a stroke as thin as the post is elsewhere."""
    if not widths.size or not usual:
        return True
    thin = (widths > 0) & (widths <= _THICKER * usual + 1)
    return bool(thin.sum() >= _THIN * widths.size)


def _joined(parts: Sequence[Rule]) -> list[Rule]:
    whole: list[Rule] = []
    for part in parts:
        if whole and part.top <= whole[-1].bottom:
            whole[-1] = replace(whole[-1], bottom=part.bottom)
        else:
            whole.append(part)
    return whole


def _clear(mask: Pixels, part: Rule, resolution: float) -> None:
    side, clear = round(3 * _STRAY * resolution), round(_CLEAR * resolution)
    rows = slice(max(round(part.top) + clear, 0), max(round(part.bottom) - clear, 0))
    mask[rows, max(round(part.x0) - side, 0) : round(part.x0) + side + 1] = 0
