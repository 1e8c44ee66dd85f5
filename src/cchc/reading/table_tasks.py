"""Rows of a table of tasks → tasks and the sections that group rows make.

Rules of the interchange format: a row that has rows under it is a section, never a task; one that
has none is a task, never a section. A deadline on a heading row holds for the rows under it that
have none. Merged and «as above» cells have the value above; so do «nt» and ditto marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc.deadlines import understand
from cchc.documents.model import Cell, Merge, Row, Span, Table
from cchc.plan.model import Doubt, Origin, Section, Task, Trace
from cchc.reading.areas import areas_in_heading, decide_area
from cchc.reading.columns import Column, Columns, is_numbering_row
from cchc.reading.splitting import split_products, split_units
from cchc.reading.units import is_unit_name
from cchc.text.folding import fold
from cchc.text.labels import Label, LabelKind, bare_label, split_label
from cchc.text.normal import one_line

_DITTO = re.compile(r"[-–(\s]*(?:nt|n/t|như trên|nhu tren|như mục trên|[\"”“″'’´`]{1,3}|[-–]\s*[\"”“″]\s*[-–]|〃)[-–)\s.]*", re.IGNORECASE)
_TICK = re.compile(r"(?:x|v|✓|✔|☑|☒|√|●|•|\*|ü|þ|có|1)", re.IGNORECASE)
_FIGURE = re.compile(r"[≥≤<>=]?\s*\d+(?:[.,]\d+)?\s*%")
_TOTAL = re.compile(r"(?:tong (?:cong|so)|cong)\b.{0,30}$")
INHERITED_CONFIDENCE = 0.9


@dataclass(slots=True)
class _Reader:
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


@dataclass(slots=True)
class _Group:
    """A heading row in force."""

    key: tuple[str, int]
    title: str
    deadline: str | None
    span: Span
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a table of tasks yields; `headings` are group texts with a figure, for the targets."""

    tasks: tuple[Task, ...]
    sections: tuple[Section, ...]
    heading_texts: tuple[tuple[str, Span], ...] = ()


@dataclass(slots=True)
class _State:
    groups: list[_Group] = field(default_factory=list)
    above: dict[Column, str] = field(default_factory=dict)
    tasks: list[Task] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    heading_texts: list[tuple[str, Span]] = field(default_factory=list)


def read_task_table(
    table: Table,
    columns: Columns,
    *,
    year: int,
    origin: Origin = Origin.APPENDIX,
    base_level: int = 0,
    above: tuple[str, ...] = (),
) -> TableReading:
    """Read the rows of a task table; `base_level` is the level of the heading it stands under."""
    state = _State()
    rows = [_read_row(row, columns) for row in _content_rows(table, columns)]
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if _is_heading_row(row, following, rows, index):
            _open_group(state, row, base_level)
        else:
            _add_task(state, row, columns, year=year, origin=origin, above=above)
    return TableReading(tuple(state.tasks), tuple(state.sections), tuple(state.heading_texts))


def _content_rows(table: Table, columns: Columns) -> Iterator[Row]:
    heading = {one_line(text) for text in columns.titles if text}
    for row in table.rows[columns.first_row :]:
        texts = [one_line(text) for text in row.texts]
        filled = [text for text in texts if text]
        if not filled or row.repeats_header or is_numbering_row(row):
            continue
        same = sum(text in heading or any(text and text in title for title in heading) for text in filled)
        if same == len(filled) and len(filled) >= 3:
            continue  # the heading again, on a new page
        yield row


def _read_row(row: Row, columns: Columns) -> _Reader:
    cells: dict[Column, Cell] = {}
    ticked: list[str] = []
    for place, cell in enumerate(row.cells):
        kind = columns.kinds[place]
        if kind is Column.PERIOD_TICK:
            if cell.merge is not Merge.FROM_LEFT and _ticked(cell.text):
                ticked.append(columns.ticks[place] or "")
            elif cell.text.strip() and not _ticked(cell.text) and cell.merge is not Merge.FROM_LEFT:
                ticked.append(one_line(cell.text))
        elif kind is not None and kind not in cells:
            cells[kind] = cell
    if ticked and Column.DEADLINE not in cells:
        cells[Column.DEADLINE] = Cell("; ".join(ticked), span=row.span)
    label_cell = cells.get(Column.LABEL)
    label_text = one_line(label_cell.text) if label_cell else ""
    label = bare_label(label_text) if label_text else None
    heading, figure, deadline = _only_text(row, columns, cells, label_cell)
    if label is None and heading is not None:
        inner, rest = split_label(heading)
        if inner is not None and not inner.is_bullet:
            label, label_text, heading = inner, inner.text, rest
    elif label is None and Column.LABEL not in columns:
        label = _label_in_task(cells)
    return _Reader(row, label, label_text, cells, heading, figure, deadline)


def _label_in_task(cells: dict[Column, Cell]) -> Label | None:
    """A table without a numbering column may number its tasks in the task cell: «1. Rà soát …»."""
    cell = cells.get(Column.TASK)
    if cell is None:
        return None
    label, rest = split_label(cell.text)
    if label is None or label.is_bullet or not rest:
        return None
    cells[Column.TASK] = Cell(rest, cell.merge, cell.bold, cell.confidence, cell.span)
    return label


def _ticked(text: str) -> bool:
    return bool(_TICK.fullmatch(text.strip()))


def _only_text(
    row: Row, columns: Columns, cells: dict[Column, Cell], label_cell: Cell | None
) -> tuple[str | None, str | None, str | None]:
    """The text of a row that holds one text (spread or not), with a figure or deadline beside it."""
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
        elif _FIGURE.fullmatch(text) and rest:
            figure = text
        else:
            rest.append(text)
    if len(rest) == 1:
        return rest[0], figure, deadline
    return None, None, None


def _key(label: Label | None) -> tuple[str, int] | None:
    return (label.kind.value, label.depth) if label else None


_RANK = {LabelKind.UPPER: 0, LabelKind.ROMAN: 1, LabelKind.ARABIC: 2, LabelKind.LETTER: 3}


def _rank(label: Label) -> tuple[int, int]:
    return (_RANK.get(label.kind, 4), label.depth)


def _is_heading_row(
    row: _Reader, following: _Reader | None, rows: Sequence[_Reader], index: int
) -> bool:
    """Whether rows stand under this one."""
    if row.label is not None and not _label_is_merged(row):
        if following is None:
            return False
        if following.label is not None:
            deeper = _rank(following.label) > _rank(row.label)
            if deeper and not row.is_plain_heading and row.label.kind is LabelKind.ARABIC:
                # «1» with a unit and a deadline of its own, then «a)»: still a row with rows under.
                return True
            return deeper or (row.is_plain_heading and _is_group_text(row, following))
        if row.is_plain_heading and not _is_continuation(following):
            return True
        return False
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


def _label_is_merged(row: _Reader) -> bool:
    cell = row.cells.get(Column.LABEL)
    return cell is not None and cell.merge is Merge.FROM_ABOVE


def _is_group_text(row: _Reader, following: _Reader) -> bool:
    """A heading row followed by a row with a label of the same kind: numbering goes on below it."""
    assert row.heading is not None and row.label is not None
    if following.is_plain_heading or row.label.kind is LabelKind.ARABIC and (
        following.label is not None and following.label.kind is LabelKind.ARABIC
    ):
        stands_out = any(cell.bold for cell in row.row.cells) or row.heading.isupper()
        return stands_out and not following.is_plain_heading and (
            following.label is None or following.label.text in ("1", row.label.text)
        )
    return False


def _is_continuation(row: _Reader) -> bool:
    return row.label is None and row.is_plain_heading


def _open_group(state: _State, row: _Reader, base_level: int) -> None:
    title = _heading_text(row)
    key = _key(row.label) or ("none", 0)
    depth = len(state.groups)
    for place, group in enumerate(state.groups):
        if group.key == key or (
            row.label is not None and group.key[0] != "none" and _order(group.key) >= _order(key)
        ):
            depth = place
            break
    if row.label is None:
        # An unnumbered heading closes those of its own kind only.
        depth = next(
            (place for place, group in enumerate(state.groups) if group.key == key), len(state.groups)
        )
    del state.groups[depth:]
    unit = title if is_unit_name(title) else None
    deadline = row.deadline
    if deadline is None and not row.is_plain_heading and Column.DEADLINE in row.cells:
        deadline = one_line(row.cells[Column.DEADLINE].text) or None
    state.groups.append(_Group(key, title, deadline, row.row.span, unit))
    state.above.clear()
    if row.label is not None:
        level = base_level + sum(group.key[0] != "none" for group in state.groups)
        state.sections.append(
            Section(row.label.text, level, title, {"title": Trace(row.row.span)})
        )
    if row.figure:
        state.heading_texts.append((f"{title} {row.figure}", row.row.span))
    else:
        state.heading_texts.append((title, row.row.span))


def _close_groups(state: _State, row: _Reader) -> None:
    """A task numbered like a group («V» after «IV») stands beside it, not in it."""
    if row.label is None or row.label.is_bullet:
        return
    own = _order((row.label.kind.value, row.label.depth))
    while state.groups and state.groups[-1].key[0] != "none" and _order(state.groups[-1].key) >= own:
        state.groups.pop()


def _order(key: tuple[str, int]) -> tuple[int, int]:
    ranks = {"upper": 0, "roman": 1, "arabic": 2, "letter": 3}
    return (ranks.get(key[0], 4), key[1])


def _heading_text(row: _Reader) -> str:
    if row.heading is not None:
        return row.heading.rstrip(" .:;")
    for column in (Column.TASK, Column.OBJECTIVE, Column.AREA, Column.ACTIVITY):
        if column in row.cells and row.cells[column].text.strip():
            return one_line(row.cells[column].text).rstrip(" .:;")
    return ""


def _add_task(
    state: _State,
    row: _Reader,
    columns: Columns,
    *,
    year: int,
    origin: Origin,
    above: tuple[str, ...],
) -> None:
    _close_groups(state, row)
    values: dict[Column, str] = {}
    traces: dict[str, Trace] = {}
    for column, cell in row.cells.items():
        text, trace = _value(state, column, cell)
        values[column] = text
        if text:
            traces[_FIELD.get(column, column.value)] = trace
    if row.figure and row.heading is not None and Column.TASK in values and not values[Column.TASK]:
        values[Column.TASK] = row.heading
    task_text = one_line(values.get(Column.TASK, ""))
    activity = one_line(values.get(Column.ACTIVITY, "")) or None
    objective = one_line(values.get(Column.OBJECTIVE, "")) or None
    outputs_text = values.get(Column.OUTPUTS, "")
    if mixed := values.get(Column.OBJECTIVE_OR_OUTPUT, ""):
        if _FIGURE.fullmatch(one_line(mixed)):
            objective = one_line(mixed)
        else:
            outputs_text = mixed
    if not task_text:
        task_text, activity, objective = _task_from_others(row, activity, objective)
        if not task_text:
            return
    if _TOTAL.match(fold(task_text)) and row.label is None:
        return
    lead, support = _parties(values)
    group_unit = next((group.unit for group in reversed(state.groups) if group.unit), None)
    if not lead and group_unit and Column.LEAD not in columns:
        lead = split_units(group_unit)
        traces["lead"] = Trace(row.row.span, INHERITED_CONFIDENCE, Doubt.INHERITED)
    deadline, schedule_text = _deadline(state, values, traces)
    titles = tuple(group.title for group in state.groups)
    area_titles = (*above, *titles)
    if values.get(Column.AREA):
        area_titles = (*area_titles, one_line(values[Column.AREA]))
    about = " ".join(part for part in (task_text, activity) if part)
    area, own = decide_area(area_titles, about)
    if own:
        traces["area"] = Trace(row.row.span, 0.8, Doubt.DEFAULTED)
    state.tasks.append(
        Task(
            task=task_text,
            area=area,
            group=titles[-1] if titles else (above[-1] if above else None),
            label=row.label.text or None if row.label else None,
            objective=objective,
            activity=activity,
            outputs=split_products(outputs_text) if outputs_text else (),
            lead=lead,
            support=support,
            deadline=deadline,
            schedule=understand(schedule_text, year) if schedule_text else (),
            budget=one_line(values.get(Column.BUDGET, "")) or None,
            origin=origin,
            traces=traces,
        )
    )


_FIELD = {Column.OBJECTIVE_OR_OUTPUT: "outputs", Column.LEAD_AND_SUPPORT: "lead"}
_INHERITS = {
    Column.OBJECTIVE, Column.OUTPUTS, Column.LEAD, Column.SUPPORT, Column.DEADLINE, Column.BUDGET,
    Column.TASK, Column.LEAD_AND_SUPPORT, Column.OBJECTIVE_OR_OUTPUT, Column.AREA,
}


def _value(state: _State, column: Column, cell: Cell) -> tuple[str, Trace]:
    """The value of a cell: its own, or that of the cell above where it says or looks so."""
    text = cell.text.strip()
    trace = Trace(cell.span, cell.confidence, _doubt_of(cell))
    if column in _INHERITS:
        if text and _DITTO.fullmatch(text) and column is not Column.TASK:
            if column is not Column.DEADLINE or not re.match(r"[-–(\s]*như", text, re.IGNORECASE):
                text = state.above.get(column, "") or text
                trace = Trace(cell.span, INHERITED_CONFIDENCE, Doubt.DITTO)
        elif not text and cell.merge is Merge.OPEN_TOP:
            text = state.above.get(column, "")
            trace = Trace(cell.span, INHERITED_CONFIDENCE, Doubt.INHERITED)
        elif cell.merge is Merge.FROM_ABOVE:
            trace = Trace(cell.span, INHERITED_CONFIDENCE, Doubt.INHERITED)
        state.above[column] = text
    return text, trace


def _doubt_of(cell: Cell) -> Doubt | None:
    if cell.confidence is None:
        return None
    return Doubt.FLATTENED if cell.restored else Doubt.OCR


def _task_from_others(
    row: _Reader, activity: str | None, objective: str | None
) -> tuple[str, str | None, str | None]:
    """A row whose task cell is empty still says what to do in the next best cell."""
    if row.heading is not None and row.heading:
        return row.heading, None, None
    if activity:
        return activity, None, objective
    if objective:
        return objective, activity, None
    return "", activity, objective


_LEAD_WORDS = re.compile(r"(?:đơn vị |cơ quan )?chủ trì\s*:|phối hợp(?: thực hiện| với)?\s*:", re.IGNORECASE)


def _parties(values: dict[Column, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead_text = values.get(Column.LEAD, "")
    support_text = values.get(Column.SUPPORT, "")
    joint = values.get(Column.LEAD_AND_SUPPORT, "")
    source = joint or lead_text
    if _LEAD_WORDS.search(source):
        lead_text, joint_support = _split_roles(source)
        support_text = "\n".join(part for part in (joint_support, support_text) if part)
    elif joint:
        lines = [line for line in joint.split("\n") if line.strip()]
        lead_text = lines[0] if lines else ""
        support_text = "\n".join(lines[1:])
    return (
        split_units(lead_text) if lead_text else (),
        split_units(support_text) if support_text else (),
    )


def _split_roles(text: str) -> tuple[str, str]:
    """«Chủ trì: A; phối hợp: B, C» → the two lists."""
    lead: list[str] = []
    support: list[str] = []
    target = lead
    position = 0
    for found in _LEAD_WORDS.finditer(text):
        target.append(text[position : found.start()])
        target = support if "phối" in found.group().lower() else lead
        position = found.end()
    target.append(text[position:])
    clean = [re.sub(r"^[\s;,.–-]+|[\s;,.(–-]+$", "", part) for part in ("\n".join(lead), "\n".join(support))]
    return clean[0], clean[1]


def _deadline(
    state: _State, values: dict[Column, str], traces: dict[str, Trace]
) -> tuple[str | None, str]:
    """The deadline on one line and, with its line breaks, the words to understand."""
    text = values.get(Column.DEADLINE, "")
    if start := values.get(Column.START, ""):
        text = f"Từ {start} đến {text}" if text else f"Từ {start}"
    if not text:
        for group in reversed(state.groups):
            if group.deadline:
                traces["deadline"] = Trace(group.span, INHERITED_CONFIDENCE, Doubt.INHERITED)
                return group.deadline, group.deadline
        return None, ""
    shown = one_line(text)
    if re.fullmatch(r"[-–/.\s]*", shown):
        return None, ""
    return shown, text
