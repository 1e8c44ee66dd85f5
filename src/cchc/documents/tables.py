"""Tables cut by page ends become one again: headings dropped, broken rows and cells joined.

Used for PDF, scans and Word files. Where a file knows no pages (Word), only a repeated heading
says that two tables are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from cchc.documents.joining import join_lines
from cchc.documents.model import Block, Cell, Merge, Paragraph, Row, Table
from cchc.text.folding import fold
from cchc.text.labels import bare_label, split_label

_TOLERANCE = 0.012  # of the page width: columns so near each other are one
_LOOSE = 0.05  # the same for columns seen by the words in them only, as many on both pages
_PAGE_TOP = 0.35  # of the page height: a table that goes on stands above this
_PAGE_BOTTOM = 0.5  # … and the part before it reaches below this
_HEADER_ROWS = 4
_ENOUGH_HEADINGS, _ALIKE = 3, 85  # cells of a heading, and their mean likeness (of 100)
_NUMBER_HEADING = re.compile(r"(?:so )?(?:stt|tt|so thu tu|so)\.?")
_NOISE = re.compile(r"[\W_]+")


def join_split(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Join each table with what follows it directly, where that is its own continuation."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if isinstance(block, Table) and isinstance(before, Table):
            whole = _joined(before, block)
            if whole is not None:
                joined[-1] = whole
                continue
        if isinstance(block, Paragraph) and not block.text and isinstance(before, Table):
            continue
        joined.append(block)
    return tuple(joined)


def _joined(first: Table, second: Table) -> Table | None:
    aligned = _aligned(first, second)
    if aligned is None:
        return None
    first, second = aligned
    repeated = _repeated_header(first, second)
    if repeated == 0 and not (_page_follows(first, second) and not _has_own_header(second)):
        return None
    rows = second.rows[repeated:]
    return replace(
        first, rows=_rows_joined(first.rows, rows, over_page=_page_follows(first, second))
    )


def _page_of(table: Table, *, last: bool) -> int | None:
    return table.rows[-1 if last else 0].span.page


def _page_follows(first: Table, second: Table) -> bool:
    before, after = _page_of(first, last=True), _page_of(second, last=False)
    if before is None or after is None or after != before + 1:
        return False
    end, start = first.rows[-1].span.box, second.rows[0].span.box
    if end is None or start is None:
        return True
    return end[3] >= _PAGE_BOTTOM and start[1] <= _PAGE_TOP


def _has_own_header(table: Table) -> bool:
    """A heading row: it opens with STT, or all of it is bold and nothing in it is numbered."""
    cells = table.rows[0].cells
    if any(_NUMBER_HEADING.fullmatch(fold(cell.text)) for cell in cells):
        return True
    texts = {cell.text for cell in cells if cell.text}
    bold = all(cell.bold for cell in cells if cell.text)
    return len(texts) > 1 and bold and bare_label(cells[0].text) is None and bool(cells[0].text)


def _repeated_header(first: Table, second: Table) -> int:
    """How many of the first rows of `second` repeat the heading of `first`."""
    count = 0
    most = min(_HEADER_ROWS, len(first.rows) - 1, len(second.rows))
    while count < most and _alike(first.rows[count], second.rows[count]):
        count += 1
    if count and bare_label(first.rows[count - 1].cells[0].text) is not None:
        counted = [bare_label(cell.text) for cell in first.rows[count - 1].cells]
        if not all(counted):  # «(1) (2) (3)» under the heading is furniture, «1 | Rà soát» is not
            count -= 1
    return count


def _alike(first: Row, second: Row) -> bool:
    """Whether two heading rows say the same, but for a few letters that recognition mistook."""
    texts = [(_bare(a.text), _bare(b.text)) for a, b in zip(first.cells, second.cells, strict=True)]
    written = [(a, b) for a, b in texts if a or b]
    if not any(a for a, _ in written):
        return False
    if all(a == b for a, b in written):
        return True
    if len(written) < _ENOUGH_HEADINGS or not _recognised(second):
        return False
    return sum(ratio(a, b) for a, b in written) >= _ALIKE * len(written)


def _recognised(row: Row) -> bool:
    return any(cell.confidence is not None for cell in row.cells)


def _bare(text: str) -> str:
    return _NOISE.sub("", fold(text))


# --- columns -----------------------------------------------------------------------------------


def _edges(table: Table) -> list[float] | None:
    """Where the columns of a table begin and end on the page, None where the file does not say."""
    places: list[float] = []
    for row in table.rows:
        for cell in row.cells:
            if cell.span.box is None:
                return None
            places += (cell.span.box[0], cell.span.box[2])
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _TOLERANCE:
            edges.append(place)
    return edges


def _aligned(first: Table, second: Table) -> tuple[Table, Table] | None:
    """Give both the same columns, or None where they are two different grids."""
    edges, others = _edges(first), _edges(second)
    widths = len(first.rows[0].cells), len(second.rows[0].cells)
    if edges is None or others is None or len(edges) != widths[0] + 1:
        return (first, second) if widths[0] == widths[1] else None
    if len(others) != widths[1] + 1:
        return (first, second) if widths[0] == widths[1] else None
    shift = _shift(edges, others)
    moved = [edge + shift for edge in others]
    if _within(moved, edges):
        return first, _spread(second, moved, edges)
    if _within(edges, moved):
        return _spread(first, edges, moved), second
    if len(edges) == len(moved) and all(
        abs(a - b) <= _LOOSE for a, b in zip(edges, moved, strict=True)
    ):
        return first, second
    return None


def _shift(edges: Sequence[float], others: Sequence[float]) -> float:
    """A scan lies a little differently on each page: move by the left edge, if it is a little."""
    offset = edges[0] - others[0]
    same_width = abs((edges[-1] - edges[0]) - (others[-1] - others[0])) <= 2 * _TOLERANCE
    return offset if abs(offset) <= 4 * _TOLERANCE and same_width else 0.0


def _within(fewer: Sequence[float], more: Sequence[float]) -> bool:
    outer = (
        abs(fewer[0] - more[0]) <= 2 * _TOLERANCE and abs(fewer[-1] - more[-1]) <= 2 * _TOLERANCE
    )
    return outer and all(
        any(abs(edge - other) <= 1.5 * _TOLERANCE for other in more) for edge in fewer
    )


def _spread(table: Table, edges: Sequence[float], wider: Sequence[float]) -> Table:
    """Write a table on a finer grid: a cell over several columns repeats its text in each."""
    if len(edges) == len(wider):
        return table
    covers: list[int] = []
    for left, right in pairwise(wider):
        middle = (left + right) / 2
        at = next((i for i, (a, b) in enumerate(pairwise(edges)) if a <= middle < b), None)
        covers.append(len(edges) - 2 if at is None else at)
    rows = []
    for row in table.rows:
        cells = []
        for place, source in enumerate(covers):
            cell = row.cells[source]
            again = place > 0 and covers[place - 1] == source
            cells.append(replace(cell, merge=Merge.FROM_LEFT) if again else cell)
        rows.append(replace(row, cells=tuple(cells)))
    return replace(table, rows=tuple(rows))


# --- rows --------------------------------------------------------------------------------------


def _rows_joined(
    first: Sequence[Row], second: Sequence[Row], *, over_page: bool
) -> tuple[Row, ...]:
    if not second or not over_page:
        return (*first, *second)
    grid = [list(row.cells) for row in (*first, *second)]
    rows = [*first, *second]
    seam = len(first)
    if _row_goes_on(grid, seam):
        for column in range(len(grid[seam])):
            _continue_cell(grid, seam, column, broken_row=True)
        del grid[seam], rows[seam]
    else:
        for column in range(len(grid[seam])):
            if _cell_goes_on(grid, seam, column):
                _continue_cell(grid, seam, column, broken_row=False)
    return tuple(replace(row, cells=tuple(cells)) for row, cells in zip(rows, grid, strict=True))


def _is_spanning(cells: Sequence[Cell]) -> bool:
    """A group row: one text over all columns, or over all but the number."""
    texts = {cell.text for cell in cells if cell.text}
    merged = sum(cell.merge is Merge.FROM_LEFT for cell in cells)
    return len(texts) <= 2 and merged >= max(1, len(cells) - 2)


def _row_goes_on(grid: Sequence[Sequence[Cell]], seam: int) -> bool:
    """Is the first row after the page end the rest of the last row before it?

    It is when it has no number of its own and each of its texts goes on one before the break.
    """
    before, after = grid[seam - 1], grid[seam]
    if _is_spanning(before) or _is_spanning(after):
        return False
    written = [column for column, cell in enumerate(after) if cell.text]
    if not written or (after[0].text and bare_label(after[0].text) is not None):
        return False
    if any(not before[column].text for column in written):
        return False
    if any(_goes_on_in_words(before[column].text, after[column].text) for column in written):
        return not after[0].text or not before[0].text or after[0].text[:1].islower()
    numbers = [row[0] for row in _below_heading(grid[:seam]) if not _is_spanning(row)]
    numbered = sum(bare_label(cell.text) is not None for cell in numbers) >= 0.6 * len(numbers)
    merged = any(cell.merge is Merge.FROM_ABOVE for cell in numbers)
    return numbered and not merged and not after[0].text


def _below_heading(grid: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    first = next((i for i, row in enumerate(grid) if bare_label(row[0].text) is not None), 0)
    return grid[first:]


def _goes_on_in_words(before: str, after: str) -> bool:
    if not before or not after:
        return False
    last = before.rstrip()[-1:]
    return last in ",-/" or (last != "." and after[:1].islower())


def _cell_goes_on(grid: Sequence[Sequence[Cell]], seam: int, column: int) -> bool:
    """Does a vertically merged cell reach over the page end?

    Yes where its words go on, or where it is empty in a column that merges elsewhere.
    """
    before, after = grid[seam - 1][column], grid[seam][column]
    if _is_spanning(grid[seam - 1]) or _is_spanning(grid[seam]):
        return False
    if after.merge is Merge.FROM_LEFT or not before.text:
        return False
    merges = sum(row[column].merge is Merge.FROM_ABOVE and bool(row[column].text) for row in grid)
    if after.text:
        others = [row[column].text for index, row in enumerate(grid) if index != seam]
        small = sum(text[:1].islower() for text in others)
        usual = merges > 0 and small <= 0.2 * len(others)
        return column > 0 and usual and _goes_on_in_words(before.text, after.text)
    empty = sum(
        not row[column].text and row[column].merge is None
        for index, row in enumerate(grid)
        if index != seam
    )
    return merges > 0 and merges >= empty


def _continue_cell(grid: list[list[Cell]], seam: int, column: int, *, broken_row: bool) -> None:
    """Write the whole text into both halves of a cell that the page end cut."""
    before, after = grid[seam - 1][column], grid[seam][column]
    text = _text_joined(before.text, after.text)
    known = [c for c in (before.confidence, after.confidence) if c is not None]
    confidence = min(known) if known else None
    above = seam - 1
    while True:
        cell = grid[above][column]
        grew = text != cell.text and cell.merge is None
        merge = Merge.PAGE_BREAK if grew else cell.merge
        grid[above][column] = replace(cell, text=text, merge=merge, confidence=confidence)
        if cell.merge is not Merge.FROM_ABOVE or above == 0:
            break
        above -= 1
    if not broken_row:
        grid[seam][column] = replace(
            after, text=text, merge=Merge.FROM_ABOVE, confidence=confidence
        )
    below = seam + 1
    while below < len(grid) and grid[below][column].merge is Merge.FROM_ABOVE:
        grid[below][column] = replace(grid[below][column], text=text, confidence=confidence)
        below += 1


def _text_joined(before: str, after: str) -> str:
    if not before or not after:
        return before or after
    label, _ = split_label(after)
    if label is not None and (label.is_bullet or before.rstrip().endswith((".", ";", ":"))):
        return f"{before}\n{after}"
    head, _, last = before.rpartition("\n")
    first, _, tail = after.partition("\n")
    middle = join_lines([last, first])
    return "\n".join(part for part in (head, middle, tail) if part)
