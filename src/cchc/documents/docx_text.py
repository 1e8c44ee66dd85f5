"""The words of one DOCX paragraph as they are printed, run by run.

Accepted tracked changes, results of fields, symbols as plain signs, old fonts as Unicode, capitals
where the font makes them. Text boxes and footnote marks met on the way are handed back, not mixed
into the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from cchc.documents.docx_styles import Look, ParagraphStyle, Styles
from cchc.documents.symbols import TICK, is_picture_font, sign, signs
from cchc.documents.wordml import (
    ALTERNATE,
    MATHS,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    TEXT_BOX,
    WRAPPERS,
    R,
    asks_for_text,
    chosen,
    is_on,
    ticked,
    w,
)
from cchc.text.legacy import Decoder, decoder_of_font
from cchc.text.normal import nfc

_T, _TAB, _BR, _CR = w("t"), w("tab"), w("br"), w("cr")
_POSITIONED_TAB = w("ptab")
_HARD_HYPHEN = w("noBreakHyphen")
_SYM, _FONT, _CHAR = w("sym"), w("font"), w("char")
_FIELD_CHAR, _FIELD_TYPE, _INSTRUCTION = w("fldChar"), w("fldCharType"), w("instrText")
_PICTURES = frozenset((w("drawing"), w("pict"), w("object")))
_NOTE_MARKS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_ID = w("id")
_BASE = w("rubyBase")
_RUBY = w("ruby")
_SPACES = re.compile(r"[ \u00a0\u2002-\u200a\u202f\u3000]+")
_UNICODE_VIETNAMESE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of one look, as stored."""

    text: str
    look: Look


@dataclass(slots=True)
class Inline:
    """The content of one paragraph: its letters, and what hangs on it."""

    stretches: list[Stretch] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # ("footnote", id)

    def lines(self) -> tuple[str, ...]:
        """Return the printed lines; empty where nothing is printed. Tabs stay."""
        if not self.stretches:
            return ()
        text = nfc(_printed(self.stretches))
        lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
        return tuple(line for line in lines if line)

    def counted(self, quality: Callable[[Look], bool | None]) -> tuple[int, int]:
        """Return how many letters have a quality of their look, and how many there are."""
        having = total = 0
        for stretch in self.stretches:
            letters = sum(map(str.isalnum, stretch.text))
            total += letters
            if quality(stretch.look):
                having += letters
        return having, total


def is_bold(look: Look) -> bool | None:
    """Quality for `Inline.counted`."""
    return look.bold


def is_italic(look: Look) -> bool | None:
    """Quality for `Inline.counted`."""
    return look.italic


def _printed(stretches: list[Stretch]) -> str:
    """Decode old fonts over neighbouring runs together: a VNI letter may be cut by a run."""
    if len(stretches) == 1 and stretches[0].text.isascii() and not stretches[0].look.capitals:
        return stretches[0].text
    decoders = _decoders(stretches)
    parts: list[str] = []
    for (decoder, capitals), run in groupby(
        zip(stretches, decoders, strict=True), key=lambda pair: (pair[1], pair[0].look.capitals)
    ):
        text = "".join(stretch.text for stretch, _ in run)
        if decoder is not None:
            text = decoder(text)
        parts.append(text.upper() if capitals else text)
    return "".join(parts)


def _decoders(stretches: list[Stretch]) -> list[Decoder | None]:
    """Say how each stretch is read; Unicode typed in an old font stays what it is."""
    found = [
        None if stretch.look.font is None else decoder_of_font(stretch.look.font)
        for stretch in stretches
    ]
    old = "".join(
        stretch.text for stretch, decoder in zip(stretches, found, strict=True) if decoder
    )
    return [None] * len(found) if _UNICODE_VIETNAMESE.search(old) else found


@dataclass(slots=True)
class _Field:
    """A field that has begun; its result follows the separator."""

    instruction: str = ""
    in_result: bool = False

    @property
    def is_shown(self) -> bool:
        # A table of contents repeats the headings: reading it would double the sections.
        return self.in_result and not self.instruction.lstrip().upper().startswith("TOC")


class TextReader:
    """Reads paragraphs of one story; remembers fields that are open across paragraphs."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[_Field] = []

    def read(self, paragraph: etree._Element, style: ParagraphStyle) -> Inline:
        """Return the printed content of one paragraph."""
        inline = Inline()
        self._walk(paragraph, style, inline)
        # An instruction ends with its paragraph: a file that lost the end must not lose the rest.
        while self._fields and not self._fields[-1].in_result:
            self._fields.pop()
        return inline

    def _walk(self, parent: etree._Element, style: ParagraphStyle, inline: Inline) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child, style, inline)
            elif tag == PPR:
                continue
            elif tag in WRAPPERS:
                self._walk(child, style, inline)
            elif tag == SDT:
                self._control(child, style, inline)
            elif tag == ALTERNATE:
                self._walk(chosen(child), style, inline)
            elif tag.startswith(MATHS):
                text = "".join(map(str, child.itertext(MATHS + "t")))
                self._add(text, style.look, inline)

    def _control(self, control: etree._Element, style: ParagraphStyle, inline: Inline) -> None:
        tick = ticked(control)
        if tick is not None:
            self._add(TICK if tick else "", style.look, inline)
            return
        content = control.find(SDT_CONTENT)
        if content is not None and not asks_for_text(control):
            self._walk(content, style, inline)

    def _run(self, run: etree._Element, style: ParagraphStyle, inline: Inline) -> None:
        look = self._styles.run(run.find(RPR), style)
        self._run_content(run, look, style, inline)

    def _run_content(
        self, run: etree._Element, look: Look, style: ParagraphStyle, inline: Inline
    ) -> None:
        for child in run:
            tag = child.tag
            if tag == _T:
                self._add(_shown(child.text or "", look), look, inline)
            elif tag == RPR:
                continue
            elif tag in (_BR, _CR):
                self._add("\n", look, inline)
            elif tag in (_TAB, _POSITIONED_TAB):
                self._add("\t", look, inline)
            elif tag == _HARD_HYPHEN:
                self._add("-", look, inline)
            elif tag == _SYM:
                self._add(_symbol(child), look, inline)
            elif tag == _FIELD_CHAR:
                self._field(child, look, inline)
            elif tag == _INSTRUCTION:
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].instruction += child.text or ""
            elif tag in _NOTE_MARKS:
                inline.notes.append((_NOTE_MARKS[tag], child.get(_ID, "")))
            elif tag == ALTERNATE:
                self._run_content(chosen(child), look, style, inline)
            elif tag in _PICTURES:
                inline.boxes.extend(text_boxes(child))
            elif tag == _RUBY:
                for base in child.iterchildren(_BASE):
                    self._walk(base, style, inline)

    def _add(self, text: str, look: Look, inline: Inline) -> None:
        if text and not look.hidden and all(field.is_shown for field in self._fields):
            inline.stretches.append(Stretch(text, look))

    def _field(self, mark: etree._Element, look: Look, inline: Inline) -> None:
        kind = mark.get(_FIELD_TYPE)
        if kind == "begin":
            box = mark.find(f"{w('ffData')}/{w('checkBox')}")
            if box is not None:
                self._add(TICK if _form_box_is_ticked(box) else "", look, inline)
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _shown(text: str, look: Look) -> str:
    text = text.replace("\n", " ").replace("\r", " ")
    return signs(look.font, text) if look.font and is_picture_font(look.font) else text


def _symbol(element: etree._Element) -> str:
    font = element.get(_FONT, "")
    digits = element.get(_CHAR, "")
    try:
        code = int(digits, 16)
    except ValueError:
        return ""
    if is_picture_font(font):
        return sign(font, code)
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _form_box_is_ticked(box: etree._Element) -> bool:
    for name in ("checked", "default"):
        state = box.find(w(name))
        if state is not None:
            return is_on(state)
    return False


def text_boxes(picture: etree._Element) -> list[etree._Element]:
    """Return the contents of text boxes drawn here, each once; boxes inside boxes come with them.

    Word writes a box twice, for new and for old programs; only the first writing is read.
    """
    found: list[etree._Element] = []
    for child in picture:
        if child.tag == TEXT_BOX:
            found.append(child)
        elif child.tag == ALTERNATE:
            found.extend(text_boxes(chosen(child)))
        else:
            found.extend(text_boxes(child))
    return found


def mark_is_gone(paragraph: etree._Element) -> bool:
    """Say whether an accepted change removes the end of this paragraph, joining it to the next."""
    properties = paragraph.find(f"{PPR}/{RPR}")
    return properties is not None and (
        properties.find(w("del")) is not None or properties.find(w("moveFrom")) is not None
    )
