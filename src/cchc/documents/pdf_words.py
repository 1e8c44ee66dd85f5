"""The words of one PDF page with their places and faces, letter by letter from pdfium.

pdfium gives letters in the order of the file, which is not the order of reading; ordering is left
to `page_lines`. Old Vietnamese encodings are turned into Unicode by the name of the font.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from cchc.documents.page_model import Word
from cchc.text.legacy import Decoder, decoder_of_font
from cchc.text.normal import nfc

_GAP = 0.28  # of the letter size: a wider gap parts words even where no space is stored
_ASCENT, _DESCENT = 0.89, 0.22  # of the letter size: how far letters reach from the baseline
_SIZES = (2.0, 200.0)  # points: other sizes are a fault of the file
_BOLD = re.compile(r"bold|black|heavy|demi|(?:^|[-,])bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|(?:^|[-,])it\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class _Face:
    bold: bool
    italic: bool
    decode: Decoder | None
    size: float = 0.0


@dataclass(slots=True)
class _Letters:
    """A word that is still growing."""

    text: list[str]
    box: list[float]
    baseline: float
    size: float
    face: _Face


_PLAIN = _Face(bold=False, italic=False, decode=None)
_HYPHENS = (0x02, 0xFFFE)  # pdfium's marks for a hyphen at the end of a line
Place = Callable[[float, float], tuple[float, float]]


def upright(page: pdfium.PdfPage, rotation: int) -> tuple[Place, float, float]:
    """Return what maps pdfium's points to ours, and the size of the page as it is held.

    `rotation` is how far (degrees clockwise) the page is to be turned: as it says itself, or as
    its letters lie, for a table that was printed sideways.
    """
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    match rotation % 360:
        case 90:
            return (lambda x, y: (y - bottom, x - left)), high, wide
        case 180:
            return (lambda x, y: (right - x, y - bottom)), wide, high
        case 270:
            return (lambda x, y: (top - y, right - x)), high, wide
        case _:
            return (lambda x, y: (x - left, top - y)), wide, high


def sideways(text: pdfium.PdfTextPage) -> int:
    """How far (degrees clockwise) the page must be turned so that most letters stand upright."""
    count = raw.FPDFText_CountChars(text)
    if count <= 0:
        return 0
    angles = [
        raw.FPDFText_GetCharAngle(text, index)
        for index in range(0, count, max(1, count // _SAMPLE))
        if not raw.FPDFText_IsGenerated(text, index)
    ]
    known = [angle for angle in angles if angle >= 0]
    if not known:
        return 0
    return -round(math.degrees(median(known)) / 90) % 4 * 90  # pdfium counts clockwise


def on_page(words: Sequence[Word], width: float, height: float) -> tuple[Word, ...]:
    """Leave out what lies outside of the page and is not seen."""
    return tuple(
        word
        for word in words
        if 0 <= word.centre[0] <= width
        and 0 <= word.centre[1] <= height
        and word.x1 - word.x0 <= width
    )


def page_words(
    text: pdfium.PdfTextPage, place: Place, decode: Decoder | None = None
) -> tuple[Word, ...]:
    """Gather the letters of a page into words, in the order in which the file stores them.

    `decode` reads the words of fonts whose names do not say that they are old ones.
    """
    words: list[Word] = []
    word: _Letters | None = None
    for char, box, face, generated in _letters(text, place):
        if box is None:
            if not generated and word is not None:
                words.append(_finished(word, decode))
                word = None
            continue
        size = max(box[3] - box[1], 1.0)
        if word is not None and unicodedata.combining(char):
            word.text.append(char)  # a mark from a stand-in font may be printed a little aside
            continue
        if word is not None and _goes_on(word, box, size, face):
            word.text.append(char)
            word.box[0] = min(word.box[0], box[0])
            word.box[1] = min(word.box[1], box[1])
            word.box[2] = max(word.box[2], box[2])
            word.box[3] = max(word.box[3], box[3])
            continue
        if word is not None:
            words.append(_finished(word, decode))
        word = _Letters([char], list(box), box[3], size, face)
    if word is not None:
        words.append(_finished(word, decode))
    return tuple(word for word in words if word.text)


def _goes_on(word: _Letters, box: tuple[float, ...], size: float, face: _Face) -> bool:
    gap = box[0] - word.box[2]
    same_line = abs(box[3] - word.baseline) < 0.35 * max(size, word.size)
    return (
        same_line
        and -0.6 * size < gap < _GAP * min(size, word.size)
        and face.decode is word.face.decode
    )


def _finished(word: _Letters, decode: Decoder | None) -> Word:
    text = "".join(word.text)
    decode = word.face.decode or decode
    if decode is not None:
        text = decode(text)
    x0, top, x1, bottom = word.box
    return Word(nfc(text).strip(), x0, top, x1, bottom, word.face.bold, word.face.italic)


def _letters(
    text: pdfium.PdfTextPage, place: Place
) -> Iterator[tuple[str, tuple[float, float, float, float] | None, _Face, bool]]:
    """Each letter with its upright box; None as box for a space or a break."""
    faces: dict[int, _Face] = {}
    fonts: dict[int, _Face] = {}
    rect = raw.FS_RECTF()
    pointer = ctypes.byref(rect)
    level, base = ctypes.c_double(), ctypes.c_double()
    origin = ctypes.byref(level), ctypes.byref(base)
    high = 0
    for index in range(max(raw.FPDFText_CountChars(text), 0)):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
        char = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if code in _HYPHENS:
            char = "-"
        elif code < 0x20 or char.isspace():
            yield char, None, _PLAIN, bool(raw.FPDFText_IsGenerated(text, index))
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, pointer):
            continue
        shown = raw.FPDFText_GetTextObject(text, index)
        address = ctypes.addressof(shown.contents) if shown else 0
        face = faces.get(address)
        if face is None:
            face = _PLAIN if not address else _face(shown, fonts)
            face = faces[address] = replace(face, size=_size(text, index))
        first, second = place(rect.left, rect.top), place(rect.right, rect.bottom)
        top, bottom = min(first[1], second[1]), max(first[1], second[1])
        if face.size and raw.FPDFText_GetCharOrigin(text, index, *origin):
            baseline = place(level.value, base.value)[1]
            top, bottom = baseline - _ASCENT * face.size, baseline + _DESCENT * face.size
        box = min(first[0], second[0]), top, max(first[0], second[0]), bottom
        yield char, box, face, False


def _size(text: pdfium.PdfTextPage, index: int) -> float:
    """The size in which a letter is printed: that of its font, enlarged as the page says."""
    size = raw.FPDFText_GetFontSize(text, index)
    found = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text, index, ctypes.byref(found)):
        size *= math.sqrt(abs(found.a * found.d - found.b * found.c))
    return size if _SIZES[0] <= size <= _SIZES[1] else 0.0


def _face(shown: object, fonts: dict[int, _Face]) -> _Face:
    font = raw.FPDFTextObj_GetFont(shown)
    if not font:
        return _PLAIN
    address = ctypes.addressof(font.contents)
    if address in fonts:
        return fonts[address]
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("utf-8", "replace")
    face = _Face(
        bold=bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT,
        italic=bool(_ITALIC.search(name)),
        decode=decoder_of_font(name),
    )
    fonts[address] = face
    return face
