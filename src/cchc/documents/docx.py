"""A DOCX file → `Document`: paragraphs with their automatic numbers, tables, text boxes, footnotes.

Read from the XML directly, in the state that Word prints: tracked changes accepted, hidden text
left out, results of fields. Headers, footers and comments are not part of the document's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from cchc.documents.budget import Budget
from cchc.documents.docx_numbering import Numbering
from cchc.documents.docx_styles import ParagraphStyle, Styles, alignment, outline_heading
from cchc.documents.docx_tables import CellText, read_table
from cchc.documents.docx_text import Inline, TextReader, is_bold, is_italic, mark_is_gone
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Block, Document, Kind, Line, Notice, Paragraph, Span, Table
from cchc.documents.package import Package, open_package
from cchc.documents.tables import join_split
from cchc.documents.wordml import (
    ALTERNATE,
    BODY,
    PPR,
    SDT,
    TBL,
    TC,
    TR,
    WRAPPERS,
    P,
    asks_for_text,
    chosen,
    number,
    unwrapped,
    val,
    w,
)
from cchc.text.normal import one_line

_USUAL_MAIN = "word/document.xml"
_SECTION, _SIZE = w("sectPr"), w("pgSz")
_EMBEDDED = w("altChunk")
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_docx(data: bytes, name: str, *, limits: Limits, file: int = 1) -> Document:
    """Read a DOCX (or DOTX, DOCM: macros are not run).

    Raises `UnreadableFile`: damaged, encrypted, or larger than `limits` allow.
    """
    package = open_package(data, limits, Unreadable.BROKEN_DOCX)
    main = main_part(package)
    root = package.xml(main)
    body = None if root is None else root.find(BODY)
    if body is None:
        raise UnreadableFile(Unreadable.BROKEN_DOCX)
    parts = {link.type: link.target for link in package.relationships(main).values()}
    story = _Story(package, parts, Budget(limits), file)
    blocks = join_split(story.body(body))
    notices = []
    if any(member.endswith("vbaproject.bin") for member in package.names):
        notices.append(Notice("macros_not_run"))
    if body.find(f".//{_EMBEDDED}") is not None:
        notices.append(Notice("parts_not_read"))
    return Document(Kind.DOCX, name, blocks, tuple(story.footnotes()), notices=tuple(notices))


def main_part(package: Package) -> str:
    """Return the name of the part that holds the text; most programs, not all, use one name.

    Raises `UnreadableFile` where there is none.
    """
    for link in package.relationships("").values():
        if link.type == "officeDocument" and link.target in package:
            return link.target
    if _USUAL_MAIN in package:
        return _USUAL_MAIN
    raise UnreadableFile(Unreadable.BROKEN_DOCX)


class _Story:
    """Reads the text of one file in order: numbers and fields go on from block to block."""

    def __init__(self, package: Package, parts: dict[str, str], budget: Budget, file: int) -> None:
        self._package = package
        self._parts = parts
        self._budget = budget
        self._file = file
        self._styles = Styles(self._part("styles"), self._part("theme"))
        self._numbering = Numbering(self._part("numbering"))
        self._text = TextReader(self._styles)
        self._paragraphs = 0
        self._tables = 0
        self._notes: list[tuple[str, str]] = []

    def _part(self, kind: str) -> etree._Element | None:
        name = self._parts.get(kind)
        return None if name is None else self._package.xml(name)

    def body(self, body: etree._Element) -> Iterator[Block]:
        """Yield the blocks of the body, each table with the turn of the page it stands on."""
        section: list[etree._Element] = []
        for child in body:
            section.append(child)
            end = child.find(f"{PPR}/{_SECTION}") if child.tag == P else None
            if end is not None:
                yield from _turned(self._blocks(section), end)
                section = []
        yield from _turned(self._blocks(section), body.find(_SECTION))

    def footnotes(self) -> Iterator[Paragraph]:
        """Yield the notes whose marks were met, in the order of the marks."""
        texts = {
            kind: {note.get(w("id"), ""): note for note in root.iterchildren(w(kind))}
            for kind, part in (("footnote", "footnotes"), ("endnote", "endnotes"))
            if (root := self._part(part)) is not None
        }
        for count, (kind, identifier) in enumerate(dict.fromkeys(self._notes), start=1):
            note = texts.get(kind, {}).get(identifier)
            if note is None or note.get(w("type")) in _SEPARATORS:
                continue
            lines, _, _ = self._lines(note)
            if lines:
                yield Paragraph(
                    one_line(" ".join(lines)),
                    tuple(Line(line, span=Span(file=self._file)) for line in lines),
                    label=str(count),
                    span=Span(file=self._file),
                )

    def _blocks(
        self, elements: Iterable[etree._Element], *, host: int | None = None
    ) -> Iterator[Block]:
        """Yield the blocks of a container; `host` is the paragraph that a text box hangs on."""
        for read in self._read(elements):
            self._budget.check_time()
            if isinstance(read, _Read):
                if host is None:
                    self._paragraphs += 1
                place = self._paragraphs if host is None else host
                yield from self._boxes(read.inline, place)
                paragraph = self._paragraph(read, place, in_box=host is not None)
                if paragraph is not None:
                    yield paragraph
            elif _is_frame(read):
                # A table of one cell around the real tables is a frame for layout.
                for row in unwrapped(read, TR):
                    for cell in unwrapped(row, TC):
                        yield from self._blocks(cell, host=host)
            else:
                table = self._table(read)
                if table is not None:
                    yield table

    def _read(self, elements: Iterable[etree._Element]) -> Iterator[_Read | etree._Element]:
        """Yield paragraphs read and tables unread; a paragraph whose end was deleted runs on."""
        before: Inline | None = None
        last: _Read | None = None
        for element in _unwrapped_blocks(elements):
            if element.tag == TBL:
                if last is not None:
                    yield last
                    before = last = None
                yield element
                continue
            properties = element.find(PPR)
            style = self._styles.paragraph(val(properties, "pStyle"))
            inline = self._text.read(element, style)
            if before is not None:
                inline = _joined(before, inline)
            last = _Read(inline, properties, style)
            if mark_is_gone(element):
                before = inline
                continue
            yield last
            before = last = None
        if last is not None and last.inline.stretches:
            yield last

    def _boxes(self, inline: Inline, place: int) -> Iterator[Block]:
        for box in inline.boxes:
            yield from self._blocks(box, host=place)

    def _paragraph(self, read: _Read, place: int, *, in_box: bool) -> Paragraph | None:
        inline, properties, style = read.inline, read.properties, read.style
        self._notes.extend(inline.notes)
        label = self._numbering.label(properties, style)
        lines = inline.lines()
        if not lines:
            return None
        self._budget.spend_characters(sum(map(len, lines)))
        span = Span(file=self._file, paragraph=place)
        bold, letters = inline.counted(is_bold)
        italic, _ = inline.counted(is_italic)
        outline = number(val(properties, "outlineLvl"))
        return Paragraph(
            one_line(" ".join(lines)),
            tuple(Line(line, span=span) for line in lines),
            label=label,
            heading=style.heading if outline is None else outline_heading(outline),
            bold=0 < letters == bold,
            italic=0 < letters == italic,
            align=alignment(properties) or style.align,
            in_text_box=in_box,
            span=span,
        )

    def _table(self, element: etree._Element) -> Table | None:
        self._tables += 1
        return read_table(
            element,
            styles=self._styles,
            cell_text=self._cell,
            budget=self._budget,
            span=Span(file=self._file, table=self._tables),
        )

    def _cell(self, cell: etree._Element) -> CellText:
        lines, bold, letters = self._lines(cell)
        text = "\n".join(line.replace("\t", " ") for line in lines)
        self._budget.spend_characters(len(text))
        return CellText(text, bold=0 < letters == bold)

    def _lines(self, container: etree._Element) -> tuple[list[str], int, int]:
        """Return the lines of a cell, box or note, with its bold letters and all its letters."""
        lines: list[str] = []
        bold = letters = 0
        for read in self._read(container):
            if not isinstance(read, _Read):
                for row in unwrapped(read, TR):
                    cells = (self._lines(cell)[0] for cell in unwrapped(row, TC))
                    joined = one_line(" ".join(" ".join(cell) for cell in cells))
                    lines.extend([joined] if joined else [])
                continue
            for box in read.inline.boxes:
                lines.extend(self._lines(box)[0])
            self._notes.extend(read.inline.notes)
            own = list(read.inline.lines())
            label = self._numbering.label(read.properties, read.style)
            if label is not None:
                own = [f"{label} {own[0]}", *own[1:]] if own else [label]
            lines.extend(own)
            having, counted = read.inline.counted(is_bold)
            bold, letters = bold + having, letters + counted
        return lines, bold, letters


@dataclass(frozen=True, slots=True)
class _Read:
    """One paragraph whose runs are read; its number is not counted yet."""

    inline: Inline
    properties: etree._Element | None
    style: ParagraphStyle


def _unwrapped_blocks(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    for element in elements:
        if element.tag in (P, TBL):
            yield element
        elif (element.tag == SDT and not asks_for_text(element)) or element.tag in WRAPPERS:
            yield from _unwrapped_blocks(element)
        elif element.tag == ALTERNATE:
            yield from _unwrapped_blocks(chosen(element))


def _joined(before: Inline, after: Inline) -> Inline:
    return Inline(
        before.stretches + after.stretches, before.boxes + after.boxes, before.notes + after.notes
    )


def _is_frame(table: etree._Element) -> bool:
    """Say whether a table is one column around a real table: a frame, not data."""
    inner = table.find(f".//{TC}/{TBL}")
    if inner is None:
        return False
    rows = list(unwrapped(table, TR))
    if any(len(list(unwrapped(row, TC))) != 1 for row in rows):
        return False
    inner_rows = [len(list(unwrapped(row, TC))) for row in unwrapped(inner, TR)]
    return len(inner_rows) > 1 and max(inner_rows) > 1


def _turned(blocks: Iterable[Block], section: etree._Element | None) -> Iterator[Block]:
    """Mark the tables of a section whose page lies on its side."""
    size = None if section is None else section.find(_SIZE)
    lies = size is not None and (
        size.get(w("orient")) == "landscape"
        or (number(size.get(w("w"))) or 0) > (number(size.get(w("h"))) or 0)
    )
    for block in blocks:
        yield replace(block, landscape=True) if lies and isinstance(block, Table) else block
