"""The tesseract command: a grey picture in, words with places and confidence out."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.page_model import Word
from cchc.text.normal import nfc
from cchc.text.syllables import is_syllable

_WORD_LEVEL = "5"
_FIELDS = 12
_SURE_ENOUGH, _SURE_IF_SHORT = 0.35, 0.6  # a line in which no word is surer is a smear
_NUMBER = re.compile(r"[\dIVXlH|%]")
_LEAST = 0.0  # tesseract's −1 marks what is no word


def recognised_words(
    png: bytes,
    command: Sequence[str],
    *,
    layout: int,
    of_cells: bool,
    resolution: float,
    seconds: float,
) -> list[Word]:
    """Recognise a picture; boxes in its pixels. `layout` is tesseract's page segmentation mode.

    `of_cells`: a picture of cells of a table, in which nobody signs.

    Raises UnreadableFile(TOO_SLOW) after `seconds`, NEEDS_TESSERACT where the command fails.
    """
    options = ["--psm", str(layout), "--dpi", str(round(resolution)), "tsv"]
    try:
        done = subprocess.run(
            [*command, *options],
            input=png,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(Unreadable.TOO_SLOW, seconds=round(seconds)) from error
    except OSError as error:
        raise UnreadableFile(Unreadable.NEEDS_TESSERACT) from error
    if done.returncode != 0:
        raise UnreadableFile(Unreadable.NEEDS_TESSERACT)
    return words_of(done.stdout.decode("utf-8", "replace"), of_cells=of_cells)


def words_of(table: str, *, of_cells: bool) -> list[Word]:
    """Read tesseract's table of words; the words of a line are given the height of the line."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) != _FIELDS or fields[0] != _WORD_LEVEL:
            continue
        text = nfc(fields[11]).strip()
        confidence = float(fields[10])
        if not text or confidence < _LEAST or not _is_print(text):
            continue
        left, top, width, height = (float(field) for field in fields[6:10])
        word = Word(text, left, top, left + width, top + height, confidence=confidence / 100)
        lines.setdefault(tuple(fields[1:5]), []).append(word)
    return [
        word
        for line in lines.values()
        if (of_cells and _is_words(line)) or not _is_smear(line)
        for word in _even(line)
    ]


def _is_words(line: list[Word]) -> bool:
    """Each word can be Vietnamese: «góp» by itself, the worn last line of a cell."""
    return all(len(word.text) > 1 and is_syllable(word.text) for word in line)


def _is_smear(line: list[Word]) -> bool:
    """A signature or a spot: nothing in the line is sure, and least of all if it is short."""
    text = "".join(word.text for word in line)
    short = sum(map(str.isalpha, text)) <= 3 and not _NUMBER.search(text)
    surest = max(word.confidence or 0.0 for word in line)
    return surest < (_SURE_IF_SHORT if short else _SURE_ENOUGH)


def _even(line: list[Word]) -> list[Word]:
    """A dash or an «a» is as high as its line, so that heights tell lines apart, not letters."""
    tall = [word for word in line if any(map(str.isalnum, word.text))] or line
    top, bottom = median(word.top for word in tall), median(word.bottom for word in tall)
    size = bottom - top
    return [
        replace(word, top=min(word.top, top), bottom=max(word.bottom, bottom))
        if word.bottom - word.top < 1.6 * size and abs(word.centre[1] - (top + bottom) / 2) < size
        else word
        for word in line
    ]


def _is_print(text: str) -> bool:
    """A letter, figure, sign or mark; a lone accent («ˆ») is dust."""
    return any(unicodedata.category(char) not in ("Lm", "Sk", "Zs", "Cc", "Mn") for char in text)
