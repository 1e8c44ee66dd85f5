"""Automatic numbers of a DOCX, counted as Word counts them: «I.», «1.1», «a)», «-».

The file stores only the list and level of a paragraph; the number is worked out in reading order.
Lists made from one definition count on together unless a list says where it starts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from cchc.documents.docx_styles import ParagraphStyle
from cchc.documents.symbols import bullet, is_picture_font, sign
from cchc.documents.wordml import number, toggle, val, w

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts_after: int | None = None  # 0 = never; k = when a level above the k-th counts
    all_decimal: bool = False
    font: str | None = None
    style: str | None = None


@dataclass(slots=True)
class _Count:
    """Where one definition has counted to; None is "not begun"."""

    at: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(frozen=True, slots=True)
class _List:
    definition: str
    overrides: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one file and how far each has counted. One instance a reading."""

    def __init__(self, root: etree._Element | None) -> None:
        self._definitions: dict[str, dict[int, _Level]] = {}
        self._elements: dict[str, etree._Element] = {}
        self._by_list_style: dict[str, str] = {}
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, _Count] = {}
        self._started: set[tuple[int, int]] = set()
        if root is None:
            return
        for definition in root.iterchildren(w("abstractNum")):
            identifier = definition.get(w("abstractNumId"), "")
            self._elements[identifier] = definition
            named = val(definition, "styleLink")
            if named is not None:
                self._by_list_style[named] = identifier
        for entry in root.iterchildren(w("num")):
            list_id = number(entry.get(w("numId")))
            if list_id is not None:
                self._lists[list_id] = _list(entry)

    def label(self, properties: etree._Element | None, style: ParagraphStyle) -> str | None:
        """Count this paragraph in its list and return its number as printed; None without one."""
        own = None if properties is None else properties.find(w("numPr"))
        list_id = number(val(own, "numId"))
        level = number(val(own, "ilvl"))
        if list_id is None:
            list_id = style.list_id
        if not list_id or list_id not in self._lists:
            return None
        chosen = self._lists[list_id]
        levels = self._levels(chosen.definition)
        if level is None:
            level = self._level_of_style(levels, style)
        level = min(max(level, 0), _LEVELS - 1)
        here = chosen.overrides.get(level) or levels.get(level)
        if here is None:
            return None
        at = self._count(list_id, chosen, levels, level)
        if here.form == "none" and not here.text:
            return None
        if here.form == "bullet":
            above = levels.get(level - 1)
            below = above is not None and above.form == "bullet"
            return bullet(_shown(here), here.font, below_bullet=below)
        return _printed(here, {**levels, **chosen.overrides}, at) or None

    def _levels(self, definition: str) -> dict[int, _Level]:
        if definition not in self._definitions:
            element = self._elements.get(definition)
            linked = val(element, "numStyleLink")
            if linked in self._by_list_style:
                element = self._elements.get(self._by_list_style[linked])
            self._definitions[definition] = {} if element is None else _levels(element)
        return self._definitions[definition]

    @staticmethod
    def _level_of_style(levels: dict[int, _Level], style: ParagraphStyle) -> int:
        for index, level in levels.items():
            if level.style is not None and level.style == style.id:
                return index
        return style.list_level or 0

    def _count(
        self, list_id: int, chosen: _List, levels: dict[int, _Level], level: int
    ) -> list[int | None]:
        at = self._counts.setdefault(chosen.definition, _Count()).at
        for upper in range(level):
            if at[upper] is None:
                at[upper] = chosen.starts.get(upper, levels.get(upper, _Level()).start)
        begun = at[level]
        here = chosen.overrides.get(level) or levels.get(level, _Level())
        if level in chosen.starts and (list_id, level) not in self._started:
            self._started.add((list_id, level))
            at[level] = chosen.starts[level]
        elif begun is None:
            at[level] = chosen.starts.get(level, here.start)
        else:
            at[level] = begun + 1
        for deeper in range(level + 1, _LEVELS):
            after = levels.get(deeper, _Level()).restarts_after
            if after is None or level < after:
                at[deeper] = None
        return at


def _list(entry: etree._Element) -> _List:
    overrides: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for override in entry.iterchildren(w("lvlOverride")):
        index = number(override.get(w("ilvl")))
        if index is None:
            continue
        start = number(val(override, "startOverride"))
        if start is not None:
            starts[index] = start
        level = override.find(w("lvl"))
        if level is not None:
            overrides[index] = _level(level)
    return _List(val(entry, "abstractNumId") or "", overrides, starts)


def _levels(definition: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in definition.iterchildren(w("lvl")):
        index = number(level.get(w("ilvl")))
        if index is not None and 0 <= index < _LEVELS:
            found[index] = _level(level)
    return found


def _level(element: etree._Element) -> _Level:
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    start = number(val(element, "start"))
    return _Level(
        start=0 if start is None else start,
        form=val(element, "numFmt") or "decimal",
        text=val(element, "lvlText") or "",
        restarts_after=number(val(element, "lvlRestart")),
        all_decimal=bool(toggle(element, "isLgl")),
        font=None if fonts is None else fonts.get(w("hAnsi")) or fonts.get(w("ascii")),
        style=val(element, "pStyle"),
    )


def _shown(level: _Level) -> str:
    """A bullet of a picture font may stand for a plus or a dash by its code."""
    if level.font is not None and is_picture_font(level.font) and len(level.text) == 1:
        plain = sign(level.font, ord(level.text))
        return plain if plain in ("+", "-") and level.text < "\x7f" else level.text
    return level.text


def _printed(level: _Level, levels: dict[int, _Level], at: list[int | None]) -> str:
    def place(found: re.Match[str]) -> str:
        index = int(found.group(1)) - 1
        count = at[index]
        if count is None:
            return ""
        form = "decimal" if level.all_decimal else levels.get(index, _Level()).form
        return _numeral(count, form)

    return _PLACE.sub(place, level.text).strip()


def _numeral(count: int, form: str) -> str:
    match form:
        case "upperRoman" | "lowerRoman" if 0 < count < 4000:
            numeral = _roman(count)
            return numeral if form == "upperRoman" else numeral.lower()
        case "upperLetter" | "lowerLetter" if 0 < count <= 26 * 30:
            # After z Word doubles the letter: aa, bb, cc.
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "decimalZero":
            return f"{count:02d}"
        case "none":
            return ""
        case _:
            return str(count)


def _roman(count: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        while count >= value:
            numeral += letters
            count -= value
    return numeral
