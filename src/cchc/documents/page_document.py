"""Pages of words and ruling → `Document`: the way that text PDFs and scans share.

For each page: ruled tables, then sides (letterhead, signature), then tables without ruling, and
the rest as lines; over the pages: furniture dropped, paragraphs made, split tables joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.documents.columns import Columned, find_columned
from cchc.documents.model import Block, Document, Kind, Notice, Paragraph, Span, Table
from cchc.documents.page_cells import table_of, words_inside
from cchc.documents.page_furniture import without_furniture
from cchc.documents.page_grid import grids
from cchc.documents.page_lines import PrintedLine, printed_lines
from cchc.documents.page_margins import margins_of, pitches_of
from cchc.documents.page_model import Box, Page
from cchc.documents.page_notes import split_footnotes
from cchc.documents.page_paragraphs import ParagraphMaker
from cchc.documents.page_sides import Side, separate_sides
from cchc.documents.tables import join_split


@dataclass(frozen=True, slots=True)
class _PageParts:
    """What stands on one page outside of tables, and its ruled tables with their top."""

    page: Page
    tables: tuple[tuple[float, Table], ...]
    boxes: tuple[Box, ...]
    lines: tuple[PrintedLine, ...]
    notes: tuple[PrintedLine, ...] = ()


def document_of(
    pages: Sequence[Page],
    kind: Kind,
    name: str,
    *,
    file: int = 1,
    notices: tuple[Notice, ...] = (),
    count: int | None = None,
) -> Document:
    """Understand pages as blocks in reading order."""
    parts = [_page_parts(page) for page in pages]
    kept = without_furniture([(part.page, part.lines) for part in parts])
    parts = [replace(part, lines=tuple(lines)) for part, lines in zip(parts, kept, strict=True)]
    margins = margins_of((part.page, part.lines, part.boxes) for part in parts)
    by_number = {page.number: page for page in pages}
    pitches = pitches_of((part.page, part.lines) for part in parts)
    maker = ParagraphMaker(margins, by_number, pitches)
    blocks: list[Block] = []
    for part in parts:
        for piece in _pieces(part):
            if isinstance(piece, Table):
                blocks.extend(maker.flush())
                blocks.append(piece)
            else:
                blocks.extend(maker.add(piece))
    blocks.extend(maker.flush())
    notes = ParagraphMaker(
        margins_of((part.page, part.notes, ()) for part in parts),
        by_number,
        pitches_of((part.page, part.notes) for part in parts),
    )
    footnotes = [note for part in parts for line in part.notes for note in notes.add(line)]
    footnotes.extend(notes.flush())
    return Document(
        kind,
        name,
        _numbered(join_split(blocks), file),
        footnotes=tuple(_in_file(note, file) for note in footnotes),
        pages=count if count is not None else len(pages),
        notices=notices,
    )


def _page_parts(page: Page) -> _PageParts:
    tables: list[tuple[float, Table]] = []
    boxes: list[Box] = []
    rest = list(page.words)
    for grid in grids(page.rules):
        inside = words_inside(rest, grid.box)
        if not inside:
            continue
        tables.append((grid.box[1], table_of(grid, page, inside)))
        boxes.append(grid.box)
        taken = set(map(id, inside))
        rest = [word for word in rest if id(word) not in taken]
    lines, notes = split_footnotes(printed_lines(rest, page.number), page)
    return _PageParts(page, tuple(tables), tuple(boxes), tuple(lines), tuple(notes))


def _pieces(part: _PageParts) -> list[PrintedLine | Side | Table]:
    """The parts of a page from top to bottom."""
    placed: list[tuple[float, PrintedLine | Side | Table]] = list(part.tables)
    stretch: list[PrintedLine] = []
    tops = [top for top, _ in part.tables]
    for line in part.lines:
        if stretch and any(stretch[-1].top < top <= line.top for top in tops):
            placed.extend(_untangled(stretch, part.page))
            stretch = []
        stretch.append(line)
    placed.extend(_untangled(stretch, part.page))
    return [piece for _, piece in sorted(placed, key=lambda each: each[0])]


def _untangled(
    lines: Sequence[PrintedLine], page: Page
) -> list[tuple[float, PrintedLine | Side | Table]]:
    """Sides and tables without ruling in a stretch of lines, with where each begins.

    Both sides of a block begin at its top; sorting is stable, so the left one stays first.
    """
    placed: list[tuple[float, PrintedLine | Side | Table]] = []
    plain: list[PrintedLine] = []

    def end_plain() -> None:
        for found in find_columned(plain, page):
            if isinstance(found, Columned):
                placed.append((found.top, found.table))
            else:
                placed.append((found.top, found))
        plain.clear()

    block_top = 0.0
    for piece in separate_sides(lines, page.width):
        if isinstance(piece, Side):
            if plain or not placed or not isinstance(placed[-1][1], Side):
                end_plain()
                block_top = piece.lines[0].top
            placed.append((block_top, piece))
        else:
            plain.append(piece)
    end_plain()
    return placed


def _numbered(blocks: Sequence[Block], file: int) -> tuple[Block, ...]:
    """Write the number of the file, table and row into each span."""
    numbered: list[Block] = []
    count = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            numbered.append(_in_file(block, file))
            continue
        count += 1
        rows = []
        for index, row in enumerate(block.rows, start=1):
            cells = tuple(
                replace(cell, span=_at(cell.span, file, count, index)) for cell in row.cells
            )
            rows.append(replace(row, cells=cells, span=_at(row.span, file, count, index)))
        span = block.span._replace(file=file, table=count)
        numbered.append(replace(block, rows=tuple(rows), span=span))
    return tuple(numbered)


def _at(span: Span, file: int, table: int, row: int) -> Span:
    return span._replace(file=file, table=table, row=row)


def _in_file(paragraph: Paragraph, file: int) -> Paragraph:
    if file == 1:
        return paragraph
    lines = tuple(replace(line, span=line.span._replace(file=file)) for line in paragraph.lines)
    return replace(paragraph, lines=lines, span=paragraph.span._replace(file=file))
