"""A DOCX table as a grid: spans spread out, merges named, what is deleted left out.

Columns that no cell uses are dropped: Word keeps a grid line for every border ever dragged, and
two that stand closer than a pen's width are one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from cchc.documents.budget import Budget
from cchc.documents.docx_styles import Styles, drawn
from cchc.documents.model import Cell, Merge, Row, Span, Table
from cchc.documents.wordml import TBLPR, TC, TCPR, TR, TRPR, VAL, number, toggle, unwrapped, val, w

_MOST_COLUMNS = 63  # Word's own limit
_PEN = 90  # twentieths of a point; about 1.6 mm
_GRID_COLUMN = f"{w('tblGrid')}/{w('gridCol')}"
_WIDTH = w("w")
_SPAN, _DELETED, _BORDERS = w("gridSpan"), w("cellDel"), w("tcBorders")
# `vMerge` and, in old programs, `hMerge`: "restart" begins a merge, any other value goes on.
_VMERGE, _HMERGE = w("vMerge"), w("hMerge")
_TOP, _BOTTOM = w("top"), w("bottom")


@dataclass(frozen=True, slots=True)
class CellText:
    """What is printed in one cell."""

    text: str = ""
    bold: bool = False


CellReader = Callable[[etree._Element], CellText]
_NOTHING = CellText()


@dataclass(slots=True)
class _Placed:
    """One `w:tc` on the file's own grid."""

    start: int
    end: int
    content: CellText = _NOTHING
    from_above: bool = False
    from_left: bool = False
    merges_down: bool = False  # it begins or continues a vertical merge
    top: bool | None = None
    bottom: bool | None = None


@dataclass(slots=True)
class _PlacedRow:
    cells: list[_Placed] = field(default_factory=list)
    repeats: bool = False


def read_table(
    table: etree._Element, *, styles: Styles, cell_text: CellReader, budget: Budget, span: Span
) -> Table | None:
    """Read a table; None where an accepted change deleted all of it.

    `cell_text` reads the content of one `w:tc`. Raises `UnreadableFile` when the budget is spent.
    """
    rows: list[_PlacedRow] = []
    for element in unwrapped(table, TR):
        properties = element.find(TRPR)
        if toggle(properties, "hidden") or toggle(properties, "del"):
            continue
        budget.check_time()
        row = _place(element, rows[-1] if rows else None, cell_text)
        if row.cells:
            row.repeats = bool(toggle(properties, "tblHeader"))
            rows.append(row)
    if not rows:
        return None
    edges = _edges(rows, [number(column.get(_WIDTH)) for column in table.iterfind(_GRID_COLUMN)])
    budget.spend_cells(len(rows) * (len(edges) - 1))
    between = bool(_draws_between_rows(table, styles))
    ruled = between or any(cell.top or cell.bottom for row in rows for cell in row.cells)
    grid: list[Row] = []
    above: list[_Placed | None] = []
    for index, row in enumerate(rows, start=1):
        places = _spread(row, edges)
        cells = tuple(
            Cell(
                "" if place is None else place.content.text,
                _merge(place, column, places, above, between=between),
                place is not None and place.content.bold,
                span=Span(file=span.file, table=span.table, row=index, cell=column + 1),
            )
            for column, place in enumerate(places)
        )
        grid.append(Row(cells, row.repeats, Span(file=span.file, table=span.table, row=index)))
        above = places if ruled else []
    return Table(tuple(grid), span=span)


def _place(row: etree._Element, above: _PlacedRow | None, cell_text: CellReader) -> _PlacedRow:
    properties = row.find(TRPR)
    position = _clamped(val(properties, "gridBefore"), 0)
    merging = {cell.start: cell for cell in above.cells if cell.merges_down} if above else {}
    placed = _PlacedRow()
    for element in unwrapped(row, TC):
        said = element.find(TCPR)
        properties_of = {} if said is None else {child.tag: child for child in said}
        if _DELETED in properties_of:
            continue
        end = position + max(_clamped(_said(properties_of, _SPAN), 1), 1)
        if end > 2 * _MOST_COLUMNS:
            break
        cell = _Placed(position, end, merges_down=_VMERGE in properties_of)
        upper = merging.get(position)
        if upper is not None and _said(properties_of, _VMERGE, "restart") != "restart":
            cell.from_above = True
            cell.content = upper.content
        elif placed.cells and _said(properties_of, _HMERGE, "restart") != "restart":
            cell.from_left = True
            cell.content = placed.cells[-1].content
        else:
            cell.content = cell_text(element)
        borders = properties_of.get(_BORDERS)
        if borders is not None:
            cell.top, cell.bottom = drawn(borders.find(_TOP)), drawn(borders.find(_BOTTOM))
        placed.cells.append(cell)
        position = end
    return placed


def _said(
    properties: Mapping[str, etree._Element], name: str, where_absent: str | None = None
) -> str | None:
    """Return the value of a property; a merge without a value goes on (`""`, not absent)."""
    element = properties.get(name)
    return where_absent if element is None else element.get(VAL, "")


def _clamped(text: str | None, least: int) -> int:
    value = number(text)
    if value is None:
        return least
    return min(max(value, least), _MOST_COLUMNS)


def _edges(rows: Sequence[_PlacedRow], widths: Sequence[int | None]) -> list[int]:
    """Return the grid lines that cells use; lines a pen's width apart count as one.

    A line is kept where dropping it would leave a cell without any width.
    """
    extents = {(cell.start, cell.end) for row in rows for cell in row.cells}
    lines = sorted({0} | {edge for extent in extents for edge in extent})
    known = [width for width in widths if width is not None and width > 0]
    if len(known) < len(widths) or len(known) < lines[-1]:
        return lines
    at = [0]
    for width in known:
        at.append(at[-1] + width)
    kept = [lines[0]]
    for line in lines[1:]:
        near = at[line] - at[kept[-1]] < _PEN
        if near and not any(start >= kept[-1] and end <= line for start, end in extents):
            continue
        kept.append(line)
    return kept if len(kept) > 1 else lines


def _spread(row: _PlacedRow, edges: Sequence[int]) -> list[_Placed | None]:
    """Put each cell on all the columns it covers."""
    places: list[_Placed | None] = [None] * (len(edges) - 1)
    for cell in row.cells:
        first = bisect_right(edges, cell.start) - 1
        last = max(bisect_right(edges, cell.end) - 1, first + 1)
        for column in range(first, min(last, len(places))):
            places[column] = cell
    return places


def _merge(
    place: _Placed | None,
    column: int,
    places: Sequence[_Placed | None],
    above: Sequence[_Placed | None],
    *,
    between: bool,
) -> Merge | None:
    if place is None:
        return None
    if place.from_left or (column > 0 and places[column - 1] is place):
        return Merge.FROM_LEFT
    if place.from_above:
        return Merge.FROM_ABOVE
    if place.content.text or column >= len(above):
        return None
    upper = above[column]
    said = (place.top, None if upper is None else upper.bottom)
    if True in said:
        return None
    return Merge.OPEN_TOP if False in said or not between else None


def _draws_between_rows(table: etree._Element, styles: Styles) -> bool | None:
    """Say whether lines between rows are drawn where a cell does not say otherwise."""
    properties = table.find(TBLPR)
    if properties is None:
        return None
    borders = properties.find(w("tblBorders"))
    own = None if borders is None else drawn(borders.find(w("insideH")))
    return styles.draws_between_rows(val(properties, "tblStyle")) if own is None else own
