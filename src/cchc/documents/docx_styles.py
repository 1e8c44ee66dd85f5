"""Styles of a DOCX: what a paragraph or run looks like after inheritance.

Only what reading needs: bold, italic, capitals, hidden, font, outline level, alignment, list, and
whether a table style draws lines between rows. Cycles of styles end where they began.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from cchc.documents.model import Align
from cchc.documents.wordml import VAL, is_on, number, val, w

_HEADING_NAME = re.compile(r"(?:heading|tiêu đề|đề mục|đầu đề)\s*([1-9])", re.IGNORECASE)
_ALIGNS = {
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFIED,
    "distribute": Align.JUSTIFIED,
    "left": Align.LEFT,
    "start": Align.LEFT,
}
_TOGGLES = {
    w("b"): "bold",
    w("i"): "italic",
    w("caps"): "capitals",
    w("vanish"): "hidden",
}
_DEEPEST = 40
_STYLE, _STYLE_ID = w("style"), w("styleId")
_RFONTS, _RSTYLE = w("rFonts"), w("rStyle")
_FONT_SLOTS = (w("hAnsi"), w("ascii"))
_THEME_SLOTS = (w("hAnsiTheme"), w("asciiTheme"))
_DRAWN_NONE = frozenset(("nil", "none"))
_LATIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}latin"


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a run says about letters; None is "not said here"."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """Return this look where it says something, else the one below (its parent style)."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.capitals if self.capitals is None else self.capitals,
            below.hidden if self.hidden is None else self.hidden,
            below.font if self.font is None else self.font,
        )

    def beside(self, other: Look) -> Look:
        """Join a character style with its paragraph's: two toggles that are both on cancel out."""
        return Look(
            bool(self.bold) != bool(other.bold),
            bool(self.italic) != bool(other.italic),
            bool(self.capitals) != bool(other.capitals),
            bool(self.hidden) != bool(other.hidden),
            self.font if self.font is not None else other.font,
        )


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style after inheritance."""

    id: str | None = None
    look: Look = PLAIN
    heading: int | None = None
    align: Align | None = None
    list_id: int | None = None
    list_level: int | None = None


def drawn(border: etree._Element | None) -> bool | None:
    """Say whether a border is drawn; None where nothing is said."""
    if border is None:
        return None
    style = border.get(VAL)
    return None if style is None else style not in _DRAWN_NONE


def alignment(properties: etree._Element | None) -> Align | None:
    """Read `w:jc`."""
    return _ALIGNS.get(val(properties, "jc") or "")


class Styles:
    """The styles of one file, resolved when first asked for."""

    def __init__(self, root: etree._Element | None, theme: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._theme = theme
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        self._default_id: str | None = None
        self._defaults = PLAIN
        if root is None:
            return
        for style in root.iterchildren(_STYLE):
            identifier = style.get(_STYLE_ID, "")
            self._elements.setdefault(identifier, style)
            if style.get(w("default")) in ("1", "true") and style.get(w("type")) == "paragraph":
                self._default_id = identifier
        self._defaults = self.look(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))

    def look(self, properties: etree._Element | None) -> Look:
        """Read what `w:rPr` says itself."""
        if properties is None or not len(properties):
            return PLAIN
        said: dict[str, bool] = {}
        font: str | None = None
        for child in properties:
            name = _TOGGLES.get(child.tag)
            if name is not None:
                said[name] = is_on(child)
            elif child.tag == _RFONTS:
                font = self._font(child)
        if not said and font is None:
            return PLAIN
        return Look(
            said.get("bold"), said.get("italic"), said.get("capitals"), said.get("hidden"), font
        )

    def run(self, properties: etree._Element | None, paragraph: ParagraphStyle) -> Look:
        """Return how a run looks: its own properties over its style over its paragraph's style."""
        if properties is None:
            return paragraph.look
        own = self.look(properties)
        style = properties.find(_RSTYLE)
        if style is None:
            return paragraph.look if own is PLAIN else own.over(paragraph.look)
        return own.over(self._character(style.get(VAL, "")).beside(paragraph.look))

    def paragraph(self, identifier: str | None) -> ParagraphStyle:
        """Return a paragraph style; the default style where the file names none or a lost one."""
        if identifier is None or identifier not in self._elements:
            identifier = self._default_id
        if identifier not in self._paragraphs:
            self._paragraphs[identifier] = self._paragraph(identifier)
        return self._paragraphs[identifier]

    def draws_between_rows(self, table_style: str | None) -> bool | None:
        """Say whether a table style draws lines between rows; None where it does not say."""
        for style in self._chain(table_style):
            borders = style.find(f"{w('tblPr')}/{w('tblBorders')}")
            if borders is not None:
                said = drawn(borders.find(w("insideH")))
                if said is not None:
                    return said
        return None

    def _chain(self, identifier: str | None) -> Iterator[etree._Element]:
        """Yield a style and those it is based on, nearest first."""
        seen: set[str] = set()
        while identifier in self._elements and identifier not in seen and len(seen) < _DEEPEST:
            seen.add(identifier)
            style = self._elements[identifier]
            yield style
            identifier = val(style, "basedOn")

    def _paragraph(self, identifier: str | None) -> ParagraphStyle:
        look, heading, align = PLAIN, None, None
        list_id: int | None = None
        list_level: int | None = None
        outlined = False
        for style in self._chain(identifier):
            look = look.over(self.look(style.find(w("rPr"))))
            properties = style.find(w("pPr"))
            align = align or alignment(properties)
            level = number(val(properties, "outlineLvl"))
            if not outlined and level is not None:
                outlined, heading = True, outline_heading(level)
            named = _HEADING_NAME.fullmatch((val(style, "name") or "").strip())
            if not outlined and named is not None:
                outlined, heading = True, int(named.group(1))
            numbering = None if properties is None else properties.find(w("numPr"))
            if list_id is None and numbering is not None:
                list_id = number(val(numbering, "numId"))
                list_level = number(val(numbering, "ilvl"))
        return ParagraphStyle(
            identifier, look.over(self._defaults), heading, align, list_id, list_level
        )

    def _character(self, identifier: str) -> Look:
        if identifier not in self._characters:
            look = PLAIN
            for style in self._chain(identifier):
                look = look.over(self.look(style.find(w("rPr"))))
            self._characters[identifier] = look
        return self._characters[identifier]

    def _font(self, fonts: etree._Element) -> str | None:
        for slot in _FONT_SLOTS:
            name = fonts.get(slot)
            if name:
                return name
        for slot in _THEME_SLOTS:
            theme_name = fonts.get(slot)
            if theme_name:
                return self._theme_font(theme_name)
        return None

    def _theme_font(self, name: str) -> str | None:
        if self._theme is None:
            return None
        kind = "majorFont" if name.startswith("major") else "minorFont"
        for scheme in self._theme.iter(_LATIN.replace("latin", kind)):
            latin = scheme.find(_LATIN)
            return None if latin is None else latin.get("typeface")
        return None


def outline_heading(level: int | None) -> int | None:
    """Turn an outline level of the file (0-8; 9 is body text) into a heading level (1-9)."""
    return level + 1 if level is not None and 0 <= level <= 8 else None
