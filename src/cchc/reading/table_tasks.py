"""Rows of a table of tasks → tasks and the sections that group rows make.

Rules of the interchange format: a row that has rows under it is a section, never a task; one that
has none is a task, never a section. A deadline on a heading row holds for the rows under it that
have none. Merged and «as above» cells have the value above; so do «nt» and ditto marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cchc.deadlines import understand
from cchc.documents.model import Cell, Merge, Span, Table
from cchc.plan.model import Doubt, Origin, Section, Task, Trace
from cchc.reading.areas import decide_area
from cchc.reading.columns import Column, Columns
from cchc.reading.splitting import split_products, split_units
from cchc.reading.table_rows import FIGURE, TaskRow, content_rows, is_heading_row, read_row
from cchc.reading.units import is_unit_name
from cchc.text.folding import fold
from cchc.text.labels import Label
from cchc.text.normal import one_line

_DITTO = re.compile(
    r"[-–(\s]*(?:nt|n/t|như trên|nhu tren|như mục trên|[\"”“″'’´`]{1,3}|[-–]\s*[\"”“″]\s*[-–]|"
    r"〃)[-–)\s.]*",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"tong (?:cong|so)\b.{0,30}$|cong(?: \([^)]*\))?\s*(?:[:\d].{0,20})?$")
INHERITED_CONFIDENCE = 0.9


@dataclass(slots=True)
class _Group:
    """A heading row in force."""

    label: Label | None
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
    rows = [read_row(row, columns) for row in content_rows(table, columns)]
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if is_heading_row(row, following, rows, index):
            _open_group(state, row, base_level)
        else:
            _add_task(state, row, columns, year=year, origin=origin, above=above)
    return TableReading(tuple(state.tasks), tuple(state.sections), tuple(state.heading_texts))


def _open_group(state: _State, row: TaskRow, base_level: int) -> None:
    title = _heading_text(row)
    closed = [place for place, group in enumerate(state.groups) if _closes(row.label, group.label)]
    del state.groups[min(closed, default=len(state.groups)) :]
    unit = title if is_unit_name(title) else None
    deadline = row.deadline
    if deadline is None and not row.is_plain_heading and Column.DEADLINE in row.cells:
        deadline = one_line(row.cells[Column.DEADLINE].text) or None
    state.groups.append(_Group(row.label, title, deadline, row.row.span, unit))
    state.above.clear()
    if row.label is not None:
        level = base_level + sum(group.label is not None for group in state.groups)
        state.sections.append(Section(row.label.text, level, title, {"title": Trace(row.row.span)}))
    if row.figure:
        state.heading_texts.append((f"{title} {row.figure}", row.row.span))
    else:
        state.heading_texts.append((title, row.row.span))


def _closes(label: Label | None, known: Label | None) -> bool:
    """Whether a heading closes one above it; an unnumbered one closes its own kind only."""
    if label is None or known is None:
        return label is known
    return known.rank >= label.rank


def _close_groups(state: _State, row: TaskRow) -> None:
    """A task numbered like a group («V» after «IV») stands beside it, not in it."""
    if row.label is None or row.label.is_bullet:
        return
    while state.groups and (last := state.groups[-1].label) and last.rank >= row.label.rank:
        state.groups.pop()


def _heading_text(row: TaskRow) -> str:
    if row.heading is not None:
        return row.heading.rstrip(" .:;")
    for column in (Column.TASK, Column.OBJECTIVE, Column.AREA, Column.ACTIVITY):
        if column in row.cells and row.cells[column].text.strip():
            return one_line(row.cells[column].text).rstrip(" .:;")
    return ""


def _add_task(
    state: _State,
    row: TaskRow,
    columns: Columns,
    *,
    year: int,
    origin: Origin,
    above: tuple[str, ...],
) -> None:
    """Read one row: 1. leave groups it is not in; 2. values; 3. what; 4. who; 5. when; 6. area."""
    _close_groups(state, row)
    values, traces = _values(state, row)
    what = _what(row, values)
    if not what.task or (_TOTAL.match(fold(what.task)) and row.label is None):
        return
    lead, support = _parties(values)
    group_unit = next((group.unit for group in reversed(state.groups) if group.unit), None)
    if not lead and group_unit and Column.LEAD not in columns:
        lead = split_units(group_unit)
        traces["lead"] = Trace(row.row.span, INHERITED_CONFIDENCE, Doubt.INHERITED)
    deadline, schedule_text = _deadline(state, values, traces)
    headings = (*above, *(group.title for group in state.groups))
    area, own = decide_area(
        (*headings, *_area_cell(values)), " ".join(filter(None, (what.task, what.activity)))
    )
    if own:
        traces["area"] = Trace(row.row.span, 0.8, Doubt.DEFAULTED)
    state.tasks.append(
        Task(
            task=what.task,
            area=area,
            group=headings[-1] if headings else None,
            label=row.label.text or None if row.label else None,
            objective=what.objective,
            activity=what.activity,
            outputs=split_products(what.outputs) if what.outputs else (),
            lead=lead,
            support=support,
            deadline=deadline,
            schedule=understand(schedule_text, year) if schedule_text else (),
            budget=one_line(values.get(Column.BUDGET, "")) or None,
            origin=origin,
            traces=traces,
        )
    )


def _values(state: _State, row: TaskRow) -> tuple[dict[Column, str], dict[str, Trace]]:
    values: dict[Column, str] = {}
    traces: dict[str, Trace] = {}
    for column, cell in row.cells.items():
        text, trace = _value(state, column, cell)
        values[column] = text
        if text:
            traces[_FIELD.get(column, column.value)] = trace
    return values, traces


def _area_cell(values: dict[Column, str]) -> tuple[str, ...]:
    text = one_line(values.get(Column.AREA, ""))
    return (text,) if text else ()


@dataclass(frozen=True, slots=True)
class _What:
    """What a row says is to be done, to what end, and what comes of it (lines kept)."""

    task: str
    activity: str | None
    objective: str | None
    outputs: str


def _what(row: TaskRow, values: dict[Column, str]) -> _What:
    """A figure alone in a mixed column «Mục tiêu/Kết quả» is the goal, other words the product."""
    task = one_line(values.get(Column.TASK, ""))
    activity = one_line(values.get(Column.ACTIVITY, "")) or None
    objective = one_line(values.get(Column.OBJECTIVE, "")) or None
    outputs = values.get(Column.OUTPUTS, "")
    if mixed := values.get(Column.OBJECTIVE_OR_OUTPUT, ""):
        if FIGURE.fullmatch(one_line(mixed)):
            objective = one_line(mixed)
        else:
            outputs = mixed
    if not task:
        task, activity, objective = _task_from_others(row, activity, objective)
    return _What(task, activity, objective, outputs)


_FIELD = {Column.OBJECTIVE_OR_OUTPUT: "outputs", Column.LEAD_AND_SUPPORT: "lead"}
_INHERITS = {
    Column.OBJECTIVE,
    Column.OUTPUTS,
    Column.LEAD,
    Column.SUPPORT,
    Column.DEADLINE,
    Column.BUDGET,
    Column.TASK,
    Column.LEAD_AND_SUPPORT,
    Column.OBJECTIVE_OR_OUTPUT,
    Column.AREA,
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
    row: TaskRow, activity: str | None, objective: str | None
) -> tuple[str, str | None, str | None]:
    """A row whose task cell is empty still says what to do in the next best cell."""
    if row.heading is not None and row.heading:
        return row.heading, None, None
    if activity:
        return activity, None, objective
    if objective:
        return objective, activity, None
    return "", activity, objective


_LEAD_WORDS = re.compile(
    r"(?:đơn vị |cơ quan )?chủ trì\s*:|phối hợp(?: thực hiện| với)?\s*:", re.IGNORECASE
)


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
    clean = [
        re.sub(r"^[\s;,.–-]+|[\s;,.(–-]+$", "", part)
        for part in ("\n".join(lead), "\n".join(support))
    ]
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
