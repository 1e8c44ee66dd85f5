"""What every format is read into: paragraphs and tables in reading order, with their places.

Spans are kept out of equality, so that tests compare what a document says and a screen can still
show where it says so. They are tuples, since there is one to each cell and line and frozen
dataclasses are slow to make.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a source file; numbers count from 1 and None means "not known in this format".

    `page`/`line`: page, and line on that page (PDF, scan) or line of the file (text).
    `paragraph`: running number of the paragraph in the body (DOCX).
    `table`/`row`/`cell`: n-th table of the file, its row, its grid column; in a workbook `sheet`
    names the sheet and row/cell are the sheet's own. `box` is (left, top, right, bottom) as
    fractions 0..1 of the page, for highlighting. `file` is the place of the file in the call.
    """

    file: int = 1
    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    sheet: str | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (PDF, scan, text dump) or one stretch between line breaks (DOCX, cells).

    `tight`: in a dump that has a blank line before nearly every line, this one has none.
    """

    text: str
    tight: bool = False
    span: Span = field(default=Span(), compare=False)


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: NFC text on one line (soft breaks and printed lines joined by a space).

    `lines` keeps the printed lines. `label` is an automatic number that the file computes and does
    not store as text («I.», «1.1», «-»); it is NOT part of `text`. `heading` is 1..9 from a heading
    style, else None. `bold`: every letter is bold. `box`: which text box it stands in, if any.
    `confidence` (0..1) only where the text was recognised (OCR) or its encoding was guessed.
    """

    text: str
    lines: tuple[Line, ...] = ()
    label: str | None = None
    heading: int | None = None
    bold: bool = False
    italic: bool = False
    align: Align | None = None
    in_text_box: bool = False
    confidence: float | None = None
    span: Span = field(default=Span(), compare=False)


class Merge(StrEnum):
    """Why a grid place shows a text that is printed elsewhere, or may belong with its neighbour."""

    FROM_ABOVE = "from_above"  # the file says: vertically merged; text repeats the cell above
    FROM_LEFT = "from_left"  # the file says: horizontally merged; text repeats the cell to the left
    OPEN_TOP = "open_top"  # empty and without a top border: it looks one with the cell above
    PAGE_BREAK = "page_break"  # the row goes on from the page before (joined by `tables.py`)


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of a table's grid. `text` keeps line breaks as ``\\n`` (paragraphs, soft breaks).

    A merged cell repeats its text at each place it covers, with `merge` saying so. `confidence`
    (0..1) where the text was recognised, or (`restored`) cut out of a table that lost its borders.
    """

    text: str
    merge: Merge | None = None
    bold: bool = False
    confidence: float | None = None
    restored: bool = False
    span: Span = field(default=Span(), compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the grid: all rows of a table have the same number of cells."""

    cells: tuple[Cell, ...]
    repeats_header: bool = False  # the file says: repeat this row on each page
    span: Span = field(default=Span(), compare=False)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; page-split parts are already joined and repeated headings dropped."""

    rows: tuple[Row, ...]
    landscape: bool = False
    name: str | None = None  # the sheet's name in a workbook
    span: Span = field(default=Span(), compare=False)


Block = Paragraph | Table


class Kind(StrEnum):
    """What the bytes are, whatever the file is called."""

    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    SCAN = "scan"  # a PDF without text, or a picture
    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know about how a file was read (a code and its data).

    The Vietnamese sentence is made at the edge, see `documents.errors.NOTICE_SENTENCES`.
    """

    code: str
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: blocks in reading order, footnotes apart, and what was remarkable."""

    kind: Kind
    name: str
    blocks: tuple[Block, ...]
    footnotes: tuple[Paragraph, ...] = ()
    pages: int | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        return (block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> Iterator[Table]:
        return (block for block in self.blocks if isinstance(block, Table))
