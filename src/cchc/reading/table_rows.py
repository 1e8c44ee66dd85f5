"""One row of a table of tasks in terms of what its columns hold, and whether it is a heading.

Rule of the interchange format («sections»): a row that has rows under it is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc.documents.model import Cell, Merge, Row, Table
from cchc.reading.areas import areas_in_heading
from cchc.reading.columns import TICK, Column, Columns, is_numbering_row
from cchc.reading.units import is_unit_name
from cchc.text.labels import Label, LabelKind, bare_label, split_label
from cchc.text.normal import one_line

FIGURE = re.compile(r"[≥≤<>=]?\s*\d+(?:[.,]\d+)?\s*%")


@dataclass(slots=True)
class TaskRow:
    """One row of the table in terms of what its columns hold."""

    row: Row
    label: Label | None
    label_text: str
    cells: dict[Column, Cell]
    heading: str | None  # the one text of a row that holds nothing else
    figure: str | None = None  # «100%» beside a heading
    deadline: str | None = None  # a deadline beside a heading

    @property
    def is_plain_heading(self) -> bool:
        return self.heading is not None


def content_rows(table: Table, columns: Columns) -> Iterator[Row]:
    """The rows below the heading that say something: no repeated headings, no column numbers."""
    heading = {one_line(text) for text in columns.titles if text}
    held: Row | None = None  # kept back until it is sure that its number is whole
    for row in table.rows[columns.first_row :]:
        texts = [one_line(text) for text in row.texts]
        filled = [text for text in texts if text]
        if not filled or row.repeats_header or is_numbering_row(row):
            continue
        if len(filled) >= 3 and all(
            text in heading or any(text in title for title in heading) for text in filled
        ):
            continue  # the heading again, on a new page
        if held is not None and (whole := _with_rest_of_number(held, row, columns)) is not None:
            held = whole
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _with_rest_of_number(row: Row, below: Row, columns: Columns) -> Row | None:
    """A number wrapped at the end of a page: «VII» there, «I» alone in the first row here."""
    place = columns.place(Column.LABEL)
    if place is None or any(
        text.strip() for index, text in enumerate(below.texts) if index != place
    ):
        return None
    number = "".join((row.cells[place].text + below.cells[place].text).split())
    if bare_label(number) is None:
        return None
    cells = list(row.cells)
    cells[place] = replace(cells[place], text=number)
    return replace(row, cells=tuple(cells))


def read_row(row: Row, columns: Columns) -> TaskRow:
    """Say what a row holds, column by column; ticked periods become the deadline's words."""
    cells: dict[Column, Cell] = {}
    ticked: list[str] = []
    units: list[str] = []
    for place, cell in enumerate(row.cells):
        kind = columns.kinds[place]
        if kind is Column.PERIOD_TICK:
            if cell.merge is not Merge.FROM_LEFT and _ticked(cell.text):
                ticked.append(columns.ticks[place] or "")
            elif cell.text.strip() and not _ticked(cell.text) and cell.merge is not Merge.FROM_LEFT:
                ticked.append(one_line(cell.text))
        elif kind is Column.UNIT_TICK:
            if cell.merge is not Merge.FROM_LEFT and _ticked(cell.text):
                units.append(columns.ticks[place] or "")
        elif kind is not None and kind not in cells:
            cells[kind] = cell
    if units:
        cells[Column.LEAD] = Cell("\n".join(units), span=row.span)
    if ticked and Column.DEADLINE not in cells:
        cells[Column.DEADLINE] = Cell("; ".join(ticked), span=row.span)
    label_cell = cells.get(Column.LABEL)
    label_text = _label_text(label_cell.text) if label_cell else ""
    label = bare_label(label_text) if label_text else None
    heading, figure, deadline = _only_text(row, columns, cells, label_cell)
    if label is None and heading is not None:
        inner, rest = split_label(heading)
        if inner is not None and not inner.is_bullet:
            label, label_text, heading = inner, inner.text, rest
    elif label is None and Column.LABEL not in columns:
        label = _label_in_task(cells)
    return TaskRow(row, label, label_text, cells, heading, figure, deadline)


def _label_text(text: str) -> str:
    """The numbering cell on one line; a number wrapped in a narrow column («VII⏎I») is one."""
    unwrapped = "".join(text.split())
    return unwrapped if bare_label(unwrapped) is not None else one_line(text)


def _label_in_task(cells: dict[Column, Cell]) -> Label | None:
    """A table without a numbering column may number its tasks in the task cell: «1. Rà soát …»."""
    cell = cells.get(Column.TASK)
    if cell is None:
        return None
    label, rest = split_label(cell.text)
    if label is None or label.is_bullet or not rest:
        return None
    cells[Column.TASK] = replace(cell, text=rest)
    return label


def _ticked(text: str) -> bool:
    return bool(TICK.fullmatch(text.strip()))


def _only_text(
    row: Row, columns: Columns, cells: dict[Column, Cell], label_cell: Cell | None
) -> tuple[str | None, str | None, str | None]:
    """The text of a row that holds one text (spread or not), and a figure or deadline beside it."""
    label_place = columns.place(Column.LABEL)
    texts: list[tuple[int, str]] = []
    for place, cell in enumerate(row.cells):
        if place == label_place:
            if cell.text.strip() and bare_label(cell.text) is None:
                texts.append((place, one_line(cell.text)))
            continue
        text = one_line(cell.text)
        if not text or cell.merge is Merge.FROM_ABOVE:
            continue
        if cell.merge is Merge.FROM_LEFT and texts and texts[-1][1] == text:
            continue
        texts.append((place, text))
    if any(
        cell.merge is Merge.FROM_ABOVE and cell.text.strip() and place != label_place
        for place, cell in enumerate(row.cells)
    ):
        return None, None, None
    figure = deadline = None
    rest: list[str] = []
    for place, text in texts:
        kind = columns.kinds[place]
        if kind is Column.DEADLINE and rest:
            deadline = text
        elif FIGURE.fullmatch(text) and rest:
            figure = text
        else:
            rest.append(text)
    if len(rest) == 1:
        return rest[0], figure, deadline
    return None, None, None


def is_heading_row(
    row: TaskRow, following: TaskRow | None, rows: Sequence[TaskRow], index: int
) -> bool:
    """Whether rows stand under this one."""
    if row.label is not None and not _label_is_merged(row):
        if following is None:
            return False
        if following.label is not None:
            deeper = following.label.rank > row.label.rank
            if deeper and not row.is_plain_heading and row.label.kind is LabelKind.ARABIC:
                # «1» with a unit and a deadline of its own, then «a)»: still a row with rows under.
                return True
            return deeper or (row.is_plain_heading and _is_group_text(row, following))
        return row.is_plain_heading and not _is_continuation(following)
    if not row.is_plain_heading or row.heading is None:
        return False
    cell = row.cells.get(Column.TASK)
    spread = sum(c.merge is Merge.FROM_LEFT for c in row.row.cells) >= 2
    first = next((c for c in row.row.cells if c.text.strip()), None)
    stands_out = first is not None and (first.bold or row.heading.isupper())
    if following is None:
        return False
    names_group = bool(areas_in_heading(row.heading)) or is_unit_name(row.heading)
    alone_in_label = cell is None or not cell.text.strip()
    return spread or stands_out or names_group or alone_in_label


def _label_is_merged(row: TaskRow) -> bool:
    cell = row.cells.get(Column.LABEL)
    return cell is not None and cell.merge is Merge.FROM_ABOVE


def _is_group_text(row: TaskRow, following: TaskRow) -> bool:
    """A heading row followed by a row with a label of the same kind: numbering goes on below it."""
    assert row.heading is not None and row.label is not None
    if following.is_plain_heading or (
        row.label.kind is LabelKind.ARABIC
        and (following.label is not None and following.label.kind is LabelKind.ARABIC)
    ):
        stands_out = any(cell.bold for cell in row.row.cells) or row.heading.isupper()
        return (
            stands_out
            and not following.is_plain_heading
            and (following.label is None or following.label.text in ("1", row.label.text))
        )
    return False


def _is_continuation(row: TaskRow) -> bool:
    return row.label is None and row.is_plain_heading
