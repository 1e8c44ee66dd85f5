"""What the styles of an XLSX say about a cell: number format, borders, bold, an old font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from cchc.documents.workbook_numbers import BUILT_IN, GENERAL
from cchc.text.legacy import Decoder, decoder_of_font

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_OFF = ("0", "false")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """One entry of `cellXfs`."""

    form: str = GENERAL
    bold: bool = False
    bordered: bool = False
    decoder: Decoder | None = None


def cell_styles(root: etree._Element | None) -> list[CellStyle]:
    """Read the styles that cells refer to by number."""
    if root is None:
        return []
    forms = {
        entry.get("numFmtId", ""): entry.get("formatCode", "")
        for entry in root.iterfind(f"{SHEET}numFmts/{SHEET}numFmt")
    }
    fonts = [_font(font) for font in root.iterfind(f"{SHEET}fonts/{SHEET}font")]
    borders = [
        any(side.get("style", "none") != "none" for side in border)
        for border in root.iterfind(f"{SHEET}borders/{SHEET}border")
    ]
    return [
        _style(entry, forms, fonts, borders) for entry in root.iterfind(f"{SHEET}cellXfs/{SHEET}xf")
    ]


def _style(
    entry: etree._Element,
    forms: dict[str, str],
    fonts: list[tuple[bool, Decoder | None]],
    borders: list[bool],
) -> CellStyle:
    form_id = entry.get("numFmtId", "0")
    form = forms.get(form_id) or BUILT_IN.get(_index(form_id), GENERAL)
    font, border = _index(entry.get("fontId")), _index(entry.get("borderId"))
    bold, decoder = fonts[font] if 0 <= font < len(fonts) else (False, None)
    return CellStyle(form, bold, 0 <= border < len(borders) and borders[border], decoder)


def _index(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch("[0-9]{1,6}", text) else -1


def _font(font: etree._Element) -> tuple[bool, Decoder | None]:
    bold = font.find(f"{SHEET}b")
    name = font.find(f"{SHEET}name")
    is_bold = bold is not None and bold.get("val", "1") not in _OFF
    return is_bold, None if name is None else decoder_of_font(name.get("val", ""))


def rich_text(item: etree._Element, decoder: Decoder | None = None) -> str:
    """Return the text of a shared or inline string, each run read in its own font.

    `decoder` is that of the cell's font, for runs that name none. Phonetic guides are left out.
    """
    return "".join(_runs(item, decoder))


def _runs(item: etree._Element, decoder: Decoder | None) -> Iterator[str]:
    for child in item:
        if child.tag == f"{SHEET}t":
            text = unescaped(child.text or "")
            yield decoder(text) if decoder else text
        elif child.tag == f"{SHEET}r":
            text = unescaped("".join(part.text or "" for part in child.iterchildren(f"{SHEET}t")))
            font = child.find(f"{SHEET}rPr/{SHEET}rFont")
            own = decoder if font is None else decoder_of_font(font.get("val", ""))
            yield own(text) if own else text


def unescaped(text: str) -> str:
    """Undo the writing of control characters: «_x000D_» is a carriage return."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
