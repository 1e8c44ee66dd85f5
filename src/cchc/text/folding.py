"""Folding and sorting: text without diacritics for search, and the Vietnamese order."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from cchc.text.normal import one_line


def _folding_table() -> dict[int, str | None]:
    # What stays is named too: to look up a letter in vain costs more than to find it.
    table: dict[int, str | None] = {code: chr(code) for code in range(0x80)}
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base.lower()
    table |= {ord("đ"): "d", ord("Đ"): "d", ord("Ð"): "d", ord("ð"): "d"}
    table |= {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    table |= {ord(dash): "-" for dash in "‐‑‒–—−"}
    table |= dict.fromkeys(range(0x300, 0x370), None)
    table |= {0xA0: " "}
    return table


_TABLE = _folding_table()


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Fold for search and matching: lower case, no diacritics, đ = d, one line, plain dashes.

    The result of NFC text without runs of spaces has the same length as the text, so that a place
    found in one is a place in the other.
    """
    return one_line(text.translate(_TABLE))


# The Vietnamese alphabet and the five tones in dictionary order (after the unmarked vowel).
_ALPHABET = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {0x300: 1, 0x309: 2, 0x303: 3, 0x301: 4, 0x323: 5}


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key for the Vietnamese sort order: letters first (a ă â … đ), tones only to break ties."""
    letters: list[int] = []
    tones: list[int] = []
    for char in one_line(text).lower():
        tone = 0
        base = ""
        for part in unicodedata.normalize("NFD", char):
            if ord(part) in _TONES:
                tone = _TONES[ord(part)]
            else:
                base += part
        base = unicodedata.normalize("NFC", base)
        letters.append(100 + _ALPHABET[base] if base in _ALPHABET else ord(base[:1] or " ") % 100)
        tones.append(tone)
    return tuple(letters), tuple(tones), text
