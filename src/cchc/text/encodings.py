"""Bytes, or letters gone wrong on the way, to Vietnamese text: which encoding makes words of it.

Nothing is accepted because it *can* be decoded: every old encoding can decode anything. The reading
whose words could be Vietnamese wins, and where none does the answer is None.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from cchc.text.legacy import decode_tcvn3, decode_vni, with_even_capitals
from cchc.text.syllables import share_of_syllables

_ENOUGH = 0.85  # of the accented words of a right reading: abbreviations and names are the rest
_TOO_FEW = 0.6  # a wrong reading; between the two nothing is changed
_SAMPLE = 200_000
_ENOUGH_STRANGE = 5
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Letters of Western Europe that Vietnamese lacks, and signs, next to a letter.
_FOREIGN = "¡-¿Ä-ÇËÎ-ÑÖ-ØÛÜÞßä-çëî-ñö-øûüþÿ"
_FOREIGN_LETTER = re.compile(f"[{_FOREIGN}]")
_FOREIGN_INSIDE = re.compile(f"(?:[^\\W\\d_][{_FOREIGN}]|[{_FOREIGN}][^\\W\\d_])")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it came from; `is_guessed` asks for a person's look at the marks."""

    text: str
    encoding: str
    is_guessed: bool = False
    letters_lost: int = 0


def decode_text(data: bytes) -> Decoded | None:
    """Decode the bytes of a text file; None where they are no text in an encoding we know.

    UTF-8 and UTF-16 prove themselves; windows-1258, TCVN3 and VNI are guessed by their words.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            decoded = _strict(data[len(mark) :], encoding)
            return decoded if decoded is not None else _mostly_utf8(data)
    wide = _utf16_without_mark(data)
    if wide is not None:
        return _strict(data, wide)
    decoded = _strict(data, "utf-8")
    if decoded is not None:
        return decoded
    return _mostly_utf8(data) or _guessed(data)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if looks_binary(text) else Decoded(text, encoding)


def looks_binary(text: str) -> bool:
    """Say whether control characters give the text away as something else."""
    sample = text[:_SAMPLE]
    return "\x00" in text or len(_CONTROL.findall(sample)) > len(sample) // 200


def _utf16_without_mark(data: bytes) -> str | None:
    """Spaces and line ends, one byte in five or so, leave a zero at every other place."""
    sample = data[:4096]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > half // 8 and first <= half // 50:
        return "utf-16-le"
    return "utf-16-be" if first > half // 8 and second <= half // 50 else None


def _mostly_utf8(data: bytes) -> Decoded | None:
    """Accept UTF-8 with a few broken letters: a file cut off, or pasted together."""
    text = data.decode("utf-8", "replace").lstrip("\ufeff")
    lost = text.count("\ufffd")
    whole = sum(1 for letter in text if letter > "\x7f") - lost
    if lost and whole >= 50 * lost and not looks_binary(text):
        return Decoded(text, "utf-8", is_guessed=True, letters_lost=lost)
    return None


def _guessed(data: bytes) -> Decoded | None:
    single_bytes = data.decode("cp1252", "replace")
    if looks_binary(single_bytes):
        return None
    readings = [(name, read(data)) for name, read in _BYTE_READINGS.items()]
    scored = [
        (share, name, text)
        for name, text in readings
        if text is not None and (share := _share(text)) is not None
    ]
    if not scored:  # only typographic signs outside ASCII: all readings say the same
        return Decoded(single_bytes, "windows-1252", is_guessed=True)
    share, name, text = max(scored, key=lambda reading: reading[0])
    return Decoded(text, name, is_guessed=True) if share >= _ENOUGH else None


def _share(text: str) -> float | None:
    return share_of_syllables(text[:_SAMPLE])


def _decode_1258(data: bytes) -> str | None:
    """windows-1258 stores a vowel and then its tone; joined they are the letters we know."""
    try:
        return unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None


def _tcvn3_without_fonts(text: str) -> str:
    return with_even_capitals(decode_tcvn3(text))


_BYTE_READINGS: dict[str, Callable[[bytes], str | None]] = {
    "windows-1258": _decode_1258,
    "TCVN3": lambda data: _tcvn3_without_fonts(data.decode("latin-1")),
    "VNI": lambda data: decode_vni(data.decode("cp1252", "replace")),
}


def _twice_encoded(text: str) -> str | None:
    """Undo UTF-8 that was read as windows-1252 and saved again: «Káº¿ hoáº¡ch» → «Kế hoạch».

    None where the letters are not such bytes. A hard space of a broken «à» may have become plain.
    """
    raw = b"".join(map(_byte_of, text.replace("Ã ", "Ã\xa0")))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _byte_of(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        # Five places of windows-1252 are empty; programs keep their bytes as control characters.
        # Any other letter was never a byte: 0xFF makes the whole no UTF-8.
        return bytes([ord(letter)]) if ord(letter) < 0x100 else b"\xff"


_TWICE = "UTF-8 mở sai mã"
_LETTER_READINGS: dict[str, Callable[[str], str | None]] = {
    "TCVN3": _tcvn3_without_fonts,
    "VNI": decode_vni,
    _TWICE: _twice_encoded,
}


def wrong_reading(text: str) -> str | None:
    """Name the encoding that a text was in before it was opened wrongly; None where it reads well.

    Needs a text of some length: a single word is no proof. The name is a key for `read_again`.
    """
    sample = text[:_SAMPLE]
    if any(
        len(one.findall(sample)) < _ENOUGH_STRANGE for one in (_FOREIGN_LETTER, _FOREIGN_INSIDE)
    ):
        return None  # few letters are soon counted, and most texts have none
    lines = [line for line in sample.split("\n") if not line.isascii()]
    undone = sum(_twice_encoded(line) is not None for line in lines)
    if undone > len(lines) // 2:
        return _TWICE
    share = share_of_syllables(sample)
    if share is None or share >= _TOO_FEW:
        return None
    candidates = [
        (share_of_syllables(candidate) or 0.0, name)
        for name, read in _LETTER_READINGS.items()
        if (candidate := read(sample)) is not None
    ]
    best, name = max(candidates)
    return name if best >= _ENOUGH else None


def read_again(text: str, encoding: str) -> str:
    """Read letters as `encoding` where that makes more words of them than they are now."""
    if text.isascii():
        return text
    candidate = _LETTER_READINGS[encoding](text)
    if candidate is None:
        return text
    candidate = unicodedata.normalize("NFC", candidate)
    if encoding == _TWICE:  # letters that are UTF-8 all through prove themselves
        return candidate
    before, after = share_of_syllables(text), share_of_syllables(candidate)
    return candidate if (after or 0.0) > (before or 0.0) else text
