"""One sheet, as cells on a grid → the blocks a reader sees: titles, tables, a letterhead.

A sheet does not say where its table begins. Borders say it where there are any; else the first row
that fills three columns does, and the last one ends it. Letterhead and signatures, two texts side
by side, become a table of one row as Word writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from cchc.documents.budget import Budget
from cchc.documents.model import Block, Cell, Line, Merge, Paragraph, Row, Span, Table
from cchc.text.normal import nfc, one_line

_TABLE_WIDTH = 3


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell of a sheet. `as_label` is how its number would be written as an outline number."""

    text: str
    as_label: str | None = None
    bold: bool = False
    bordered: bool = False
    merge: Merge | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A merged range; all numbers count from 1 and both ends are included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet as stored, hidden rows and columns already left out."""

    name: str
    cells: dict[int, dict[int, SheetCell]] = field(default_factory=dict)  # row → column → cell
    merged: list[Area] = field(default_factory=list)
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class _SheetRow:
    number: int
    cells: dict[int, SheetCell]

    @property
    def own(self) -> list[int]:
        """Columns with a text of their own."""
        return [
            column
            for column, cell in sorted(self.cells.items())
            if cell.text and cell.merge is None
        ]

    @property
    def is_bordered(self) -> bool:
        return any(cell.bordered for cell in self.cells.values())


def sheet_blocks(sheet: Sheet, *, budget: Budget, file: int, table: int) -> Iterator[Block]:
    """Yield the blocks of a sheet; `table` numbers its first table.

    Raises `UnreadableFile` when the budget of cells is spent.
    """
    rows = _rows(sheet, budget)
    flags = _table_rows(rows)
    span = Span(file=file, sheet=sheet.name)
    for is_table, group in groupby(zip(rows, flags, strict=True), key=lambda pair: pair[1]):
        run = [row for row, _ in group]
        if not is_table:
            yield from _loose(run, sheet, span)
            continue
        for part in _parts(run):
            yield _table(part, sheet, span, table)
            table += 1


def _rows(sheet: Sheet, budget: Budget) -> list[_SheetRow]:
    """Spread merged cells and return the rows in which something is printed."""
    if not sheet.cells:
        return []
    last_row = max(sheet.cells)
    last_column = max(max(row) for row in sheet.cells.values() if row)
    for area in sheet.merged:
        origin = sheet.cells.get(area.top, {}).get(area.left)
        if origin is None or not origin.text:
            continue
        bottom, right = min(area.bottom, last_row), min(area.right, last_column)
        budget.spend_cells((bottom - area.top + 1) * (right - area.left + 1))
        for number in range(area.top, bottom + 1):
            row = sheet.cells.setdefault(number, {})
            for column in range(area.left, right + 1):
                if (number, column) != (area.top, area.left):
                    row[column] = _repeated(origin, row.get(column), in_first=number == area.top)
        budget.check_time()
    return [
        _SheetRow(number, cells)
        for number, cells in sorted(sheet.cells.items())
        if any(cell.text for cell in cells.values())
    ]


def _repeated(origin: SheetCell, covered: SheetCell | None, *, in_first: bool) -> SheetCell:
    return SheetCell(
        origin.text,
        origin.as_label,
        origin.bold,
        origin.bordered or (covered is not None and covered.bordered),
        Merge.FROM_LEFT if in_first else Merge.FROM_ABOVE,
    )


def _table_rows(rows: Sequence[_SheetRow]) -> list[bool]:
    bordered = [row.is_bordered for row in rows]
    if sum(flag and len(row.own) > 1 for row, flag in zip(rows, bordered, strict=True)) > 1:
        return bordered
    wide = [index for index, row in enumerate(rows) if len(row.own) >= _TABLE_WIDTH]
    if not wide:
        wide = _narrow_table(rows)
    if not wide:
        return [False] * len(rows)
    return [wide[0] <= index <= wide[-1] for index in range(len(rows))]


def _narrow_table(rows: Sequence[_SheetRow]) -> list[int]:
    """Three rows in the same two columns, one under the other, are a table too."""
    for index in range(len(rows) - 2):
        columns = rows[index].own
        following = rows[index : index + 3]
        if len(columns) == 2 and all(row.own == columns for row in following):
            return [later for later in range(index, len(rows)) if rows[later].own == columns]
    return []


def _parts(run: Sequence[_SheetRow]) -> Iterator[list[_SheetRow]]:
    """Split a bordered run where rows without borders, being empty, lie between."""
    part: list[_SheetRow] = []
    for row in run:
        if part and row.number > part[-1].number + 1 and row.is_bordered and _looks_new(part, row):
            yield part
            part = []
        part.append(row)
    yield part


def _looks_new(part: Sequence[_SheetRow], row: _SheetRow) -> bool:
    """After empty lines, a bold row of several texts begins a table of its own."""
    own = row.own
    return len(own) > 1 and all(row.cells[column].bold for column in own) and len(part) > 1


def _table(rows: Sequence[_SheetRow], sheet: Sheet, span: Span, table: int) -> Table:
    columns = sorted({column for row in rows for column, cell in row.cells.items() if cell.text})
    return Table(
        tuple(
            Row(
                tuple(
                    _cell(row, column, span, table, is_first=column == columns[0])
                    for column in columns
                ),
                span=Span(file=span.file, sheet=span.sheet, table=table, row=row.number),
            )
            for row in rows
        ),
        landscape=sheet.landscape,
        name=sheet.name,
        span=Span(file=span.file, sheet=span.sheet, table=table),
    )


def _cell(row: _SheetRow, column: int, span: Span, table: int, *, is_first: bool) -> Cell:
    place = Span(file=span.file, sheet=span.sheet, table=table, row=row.number, cell=column)
    cell = row.cells.get(column)
    if cell is None:
        return Cell("", span=place)
    # The first column counts («1.1»), the others measure («1,1»).
    text = cell.as_label if is_first and cell.as_label is not None else cell.text
    return Cell(_clean(text), cell.merge, cell.bold, span=place)


def _clean(text: str) -> str:
    lines = (one_line(line) for line in nfc(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _loose(rows: Sequence[_SheetRow], sheet: Sheet, span: Span) -> Iterator[Block]:
    """Yield rows outside tables: single texts as paragraphs, texts side by side as one row."""
    pairs = [index for index, row in enumerate(rows) if len(row.own) > 1]
    if not pairs:
        for row in rows:
            yield from _paragraphs(row, span)
        return
    first, last = pairs[0], pairs[-1]
    # A signature goes on under its title, and a list of recipients beside it.
    right = max(rows[index].own[-1] for index in pairs)
    while last + 1 < len(rows) and _belongs(rows[last + 1], right, sheet):
        last += 1
    for row in rows[:first]:
        yield from _paragraphs(row, span)
    yield _side_by_side(rows[first : last + 1], sheet, span)
    for row in rows[last + 1 :]:
        yield from _paragraphs(row, span)


def _belongs(row: _SheetRow, right: int, sheet: Sheet) -> bool:
    own = row.own
    if len(own) != 1:
        return False
    crosses = any(
        area.top <= row.number <= area.bottom and area.left <= own[0] < right <= area.right
        for area in sheet.merged
    )
    text = row.cells[own[0]].text
    return not crosses and (own[0] >= right or text.lstrip().startswith("-"))


def _side_by_side(rows: Sequence[_SheetRow], sheet: Sheet, span: Span) -> Table:
    starts = [row.own[1] for row in rows if len(row.own) > 1]
    middle = min(starts)
    left: list[str] = []
    right: list[str] = []
    bold: tuple[list[bool], list[bool]] = ([], [])
    for row in rows:
        for column in row.own:
            side = int(column >= middle)
            (left, right)[side].append(_clean(row.cells[column].text))
            bold[side].append(row.cells[column].bold)
    first = rows[0]
    cells = tuple(
        Cell(
            "\n".join(lines),
            bold=bool(flags) and all(flags),
            span=Span(file=span.file, sheet=span.sheet, row=first.number),
        )
        for lines, flags in ((left, bold[0]), (right, bold[1]))
    )
    place = Span(file=span.file, sheet=span.sheet, row=first.number)
    return Table((Row(cells, span=place),), landscape=sheet.landscape, span=place)


def _paragraphs(row: _SheetRow, span: Span) -> Iterator[Paragraph]:
    place = Span(file=span.file, sheet=span.sheet, row=row.number)
    for column in row.own:
        cell = row.cells[column]
        lines = _clean(cell.text).split("\n")
        yield Paragraph(
            one_line(" ".join(lines)),
            tuple(Line(line, span=place) for line in lines),
            bold=cell.bold,
            span=place,
        )
