"""Counting the strokes of a Roman number in the picture: the engine often reads «III» as «II».

Only the numbers of quarters are counted («Quý III»): there a lost stroke moves a deadline by three
months, and nothing else in the text would show it; and those of headings («III. CẢI CÁCH»).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from cchc.documents.page_model import Word
from cchc.documents.scan_picture import Pixels
from cchc.text.folding import fold

_STROKES_ONLY = re.compile(r"^([“\"'‘(]?)[IlH1|!LTMNiíÍìÌ]{1,4}([/,.;:)\]].*)?$")
_LISTED = re.compile(r"^(?:[IVX]{1,4}[,;]?|va|den|[-–])$")
_HEADS = re.compile(r"[IlíÍìÌ|!H]{1,4}\.")
_HIGH_MARKS = frozenset("/)]:")  # marks that are seen at half height, where stems are counted
_UPRIGHT = 0.72  # of the height of the word: so high is a stem, and so high is no slash
_THICK = 0.42  # of the height: a stem is no thicker
_CONFIDENCE = 0.8
_MOST = 3


def may_need_counting(words: Sequence[Word]) -> bool:
    """Whether there is a number that is counted at all."""
    return any(is_quarter(word.text) or _HEADS.fullmatch(word.text) for word in words)


def numbers_counted(words: Sequence[Word], ink: Pixels) -> list[Word]:
    """Write the numbers of quarters and headings as counted in the ink; words in reading order."""
    counted: list[Word] = []
    in_quarter = False
    for before, word in pairwise([None, *words]):
        assert word is not None
        if before is not None and is_quarter(before.text):
            in_quarter = True
        elif before is None or not _LISTED.match(counted[-1].text):
            in_quarter = False
        heads = _HEADS.fullmatch(word.text) and (before is None or word.x0 < before.x0)
        counted.append(_counted(word, ink) if in_quarter or heads else word)
    return counted


def is_quarter(text: str) -> bool:
    """«Quý», after which a number is read."""
    return fold(text).strip("“\"'(:") == "quy"


def _counted(word: Word, ink: Pixels) -> Word:
    found = _STROKES_ONLY.match(word.text)
    if found is None:
        return word
    stems = _stems(word, ink, after_mark=(found[2] or "")[:1] in _HIGH_MARKS)
    if not 1 <= stems <= _MOST:
        return word
    number = "I" * stems
    text = f"{number}{found[2] or ''}"
    if text == word.text:
        return word
    if stems == 1 and re.match(r"^1", word.text):
        return word  # a «1» has one stem too
    return replace(word, text=text, confidence=min(word.confidence or 1.0, _CONFIDENCE))


def _stems(word: Word, ink: Pixels, *, after_mark: bool) -> int:
    """Count upright strokes from the left, up to the first mark that is none."""
    top, bottom = max(round(word.top), 0), round(word.bottom)
    left, right = max(round(word.x0) - 2, 0), round(word.x1) + 3
    crop = ink[top:bottom, left:right] > 0
    if crop.size == 0 or not crop.any():
        return 0
    lines = np.flatnonzero(crop.any(axis=1))
    crop = crop[lines[0] : lines[-1] + 1]
    height = crop.shape[0]
    middle = crop[int(0.3 * height) : max(int(0.7 * height), int(0.3 * height) + 1)]
    across = middle.any(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], across.astype(np.int8), [0]))))
    stems = 0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = crop[:, start:end]
        upright = part.sum(axis=0).max() >= _UPRIGHT * height
        if not upright or end - start > _THICK * height:
            return stems
        stems += 1
        if stems > _MOST:
            return stems
    return stems if not after_mark else 0
