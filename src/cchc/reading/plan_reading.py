"""Documents of one plan → `Plan`: the one way in to this room.

1. cut into parts; 2. header; 3. outline of the body; 4. tables of the body and the appendices;
5. tasks, from appendix rows where there are any, else from the body; 6. citations, targets,
windows; 7. what is remarkable about the plan itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc.documents.model import Document, Merge, Paragraph, Span, Table
from cchc.plan.findings import find_problems
from cchc.plan.model import Header, Origin, Plan, ReportWindow, Section, Target, Task
from cchc.reading.areas import area_of_heading, areas_in_heading
from cchc.reading.body_tasks import tables_in_body, task_sections, tasks_in_body
from cchc.reading.cards import card_tasks
from cchc.reading.citations import distinct, find_citations
from cchc.reading.columns import Column, Columns, read_columns
from cchc.reading.flattened import restore_tables
from cchc.reading.header import read_header
from cchc.reading.outline import Node, build_outline, sections_of
from cchc.reading.parts import Appendix, Entry, Parts, entry_of, split_parts
from cchc.reading.recognition import with_recognition
from cchc.reading.table_rows import FIGURE
from cchc.reading.table_tasks import read_task_table
from cchc.reading.target_tables import targets_in_table
from cchc.reading.targets import find_targets
from cchc.reading.windows import rule_day_in, windows_in_table, windows_in_text
from cchc.text.folding import fold
from cchc.text.normal import one_line

_DIGIT = re.compile(r"\d")
_NO_TARGETS = re.compile(
    r"to chuc thuc hien|che do (?:thong tin|bao cao)|kinh phi|^giao |trach nhiem|"
    r"ket qua (?:thuc hien|dat duoc|cong tac|nam)|tinh hinh (?:thuc hien|trien khai)|ton tai|han "
    r"che"
)
_ANNOUNCES = re.compile(
    r"(?:phu luc|phu bieu|bieu).{0,30}(?:kem theo|dinh kem|kem)|(?:kem theo|dinh "
    r"kem).{0,20}(?:phu luc|phu bieu|bieu)|(?:tai|theo|xem) (?:cac )?phu luc"
)


_OF_REFORM = re.compile(r"cai cach hanh chinh|cchc|thu tuc hanh chinh|chi so")


class NoPlan(Exception):
    """The documents can be read, but hold no plan; `reason` is a code for the sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class _Gathered:
    """What the parts of a plan yield, before it is put together."""

    sections: list[Section] = field(default_factory=list)
    body_table_tasks: list[Task] = field(default_factory=list)
    appendix_tasks: list[Task] = field(default_factory=list)
    windows: list[ReportWindow] = field(default_factory=list)
    target_texts: list[tuple[str, Span]] = field(default_factory=list)
    target_rows: list[tuple[int, tuple[Target, ...]]] = field(default_factory=list)
    all_texts: list[tuple[str, Span]] = field(default_factory=list)
    texts_for_windows: list[tuple[str, Span]] = field(default_factory=list)


def read_plan(documents: Sequence[Document]) -> Plan:
    """Understand the documents of one plan (its text and appendices, in this order).

    Raises `NoPlan` where nothing in them is a plan. Never raises for a bad plan: what is wrong
    with it becomes a finding.
    """
    parts = split_parts([restore_tables(document) for document in documents])
    context = _context(documents)
    header = read_header(parts, context)
    year = header.year or 2000
    root = build_outline(parts.body)
    gathered = _Gathered()
    _take_text(gathered, parts)
    _take_body(gathered, root, year)
    for appendix in parts.appendices:
        _take_appendix(gathered, appendix, year)
    body_tasks = [*gathered.body_table_tasks]
    if not body_tasks and not gathered.appendix_tasks:
        body_tasks = tasks_in_body(root, year)
    tasks = gathered.appendix_tasks or body_tasks
    windows = _windows(gathered, year)
    occurrences = find_citations(gathered.all_texts, header)
    targets = _targets(gathered)
    _check_is_plan(header, tasks, gathered.sections, targets, context)
    plan = Plan(
        header=header,
        citations=distinct(occurrences),
        sections=tuple(gathered.sections),
        targets=targets,
        tasks=tuple(tasks),
        report_windows=windows,
        announces_appendix=_announces_appendix(parts),
    )
    plan = with_recognition(plan, documents)
    found = find_problems(plan, occurrences=occurrences, area_of=area_of_heading)
    return replace(plan, findings=found)


def _context(documents: Sequence[Document]) -> str:
    """All running text, in which names stand in their usual letter case."""
    return "\n".join(paragraph.text for document in documents for paragraph in document.paragraphs)


def _take_text(gathered: _Gathered, parts: Parts) -> None:
    """Every text of the plan in order: citations may stand anywhere."""
    for entry in parts.preamble:
        gathered.all_texts.append((entry.text, entry.paragraph.span))
    for item in parts.body:
        gathered.all_texts.extend(_texts(item))
    for appendix in parts.appendices:
        if appendix.titles:
            gathered.all_texts.append((one_line(" ".join(appendix.titles)), Span()))
        for item in appendix.blocks:
            if isinstance(item, Table) or item.text not in appendix.titles:
                gathered.all_texts.extend(_texts(item))
    for note in parts.footnotes:
        gathered.all_texts.append((note.text, note.span))
    gathered.texts_for_windows = [
        (text, span) for text, span in gathered.all_texts if _DIGIT.search(text)
    ]


def _texts(item: Entry | Table) -> Iterator[tuple[str, Span]]:
    if isinstance(item, Entry):
        yield item.text, item.paragraph.span
        return
    for row in item.rows:
        for cell in row.cells:
            if cell.text and cell.merge in (None, Merge.OPEN_TOP):
                yield one_line(cell.text), cell.span


def _take_body(gathered: _Gathered, root: Node, year: int) -> None:
    gathered.target_texts.extend(_target_texts(root, ()))
    sections = sections_of(root)
    for table, path in tables_in_body(root):
        columns = read_columns(table)
        if columns is None:
            continue
        headings = tuple(node.title for node in path)
        level = len([node for node in path if node.entry and node.entry.label])
        if columns.is_tasks:
            reading = read_task_table(
                table,
                columns,
                year=year,
                base_level=max(level, 1),
                above=_area_headings(headings),
                origin=Origin.BODY,
            )
            sections = _inserted(sections, path, list(reading.sections))
            gathered.body_table_tasks.extend(reading.tasks)
            gathered.target_texts.extend(
                _once(sorted([*reading.heading_texts, *_task_texts(table, columns)], key=_order))
            )
        else:
            _take_other_table(gathered, table, columns, year)
    cards = card_tasks(_card_entries(root), year, origin=Origin.BODY)
    titles = {card.task for card in cards}
    gathered.sections.extend(section for section in sections if section.title not in titles)
    gathered.body_table_tasks.extend(cards)


def _area_headings(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Headings above a table in the body; the general ones («Nhiệm vụ») name no area."""
    return tuple(
        h for h in headings if areas_in_heading(h) and not re.match(r"(?:cac )?nhiem vu", fold(h))
    )


def _inserted(
    sections: list[Section], path: tuple[Node, ...], rows: list[Section]
) -> list[Section]:
    """Put the sections of a table's rows behind the heading that it stands under."""
    if not path or not rows:
        return sections + rows
    title = path[-1].title
    for index, section in enumerate(sections):
        if section.title == title:
            return [*sections[: index + 1], *rows, *sections[index + 1 :]]
    return sections + rows


def _target_texts(node: Node, above: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    if node.entry is not None and _NO_TARGETS.search(fold(node.title)):
        return
    for child in node.children:
        if isinstance(child, Entry):
            yield child.text, child.paragraph.span
        elif isinstance(child, Node):
            yield from _target_texts(child, above)


def _card_entries(root: Node) -> list[Entry]:
    """Where cards may stand: the sections that list the year's work, else the whole body."""
    found: list[Entry] = []
    for section in task_sections(root):
        if section.entry is not None:
            found.append(section.entry)
        found.extend(_entries_below(section))
    return found or _entries_below(root)


def _entries_below(root: Node) -> list[Entry]:
    found: list[Entry] = []
    for child in root.children:
        if isinstance(child, Entry):
            found.append(child)
        elif isinstance(child, Node):
            if child.entry is not None:
                found.append(child.entry)
            found.extend(_entries_below(child))
    return found


_TARGET_COLUMNS = (
    Column.OBJECTIVE,
    Column.TASK,
    Column.ACTIVITY,
    Column.OUTPUTS,
    Column.OBJECTIVE_OR_OUTPUT,
)


def _task_texts(table: Table, columns: Columns) -> Iterator[tuple[str, Span]]:
    """Texts of a task table that may commit to a number; a repeated cell counts once."""
    last: dict[int, str] = {}
    task_place = columns.place(Column.TASK)
    for row in table.rows[columns.first_row :]:
        seen: set[str] = set()
        for place, cell in enumerate(row.cells):
            kind = columns.kinds[place]
            text = one_line(cell.text)
            if kind not in _TARGET_COLUMNS or not text or cell.merge is not None:
                continue
            if last.get(place) == text and kind is Column.OBJECTIVE:
                continue
            last[place] = text
            if text in seen or text in columns.titles:
                continue
            seen.add(text)
            if FIGURE.fullmatch(text):
                what = one_line(row.cells[task_place].text) if task_place is not None else ""
                text = f"{what} {text}".strip()
            yield text, cell.span


def _take_other_table(gathered: _Gathered, table: Table, columns: Columns, year: int) -> None:
    if columns.is_windows:
        rule = rule_day_in(gathered.texts_for_windows)
        gathered.windows.extend(windows_in_table(table, columns, year, rule))
    elif columns.is_targets:
        gathered.target_rows.append((len(gathered.target_texts), targets_in_table(table, columns)))


def _take_appendix(gathered: _Gathered, appendix: Appendix, year: int) -> None:
    entries: list[Entry] = []
    found_table = False
    headings: list[str] = []
    for item in appendix.blocks:
        if isinstance(item, Entry):
            entries.append(item)
            if item.label is not None or item.paragraph.bold:
                headings = [item.text]
            continue
        columns = read_columns(item)
        if columns is None:
            continue
        if columns.is_tasks:
            found_table = True
            above = tuple(h for h in headings if areas_in_heading(h) and len(h) < 120)
            reading = read_task_table(item, columns, year=year, above=above)
            gathered.sections.extend(reading.sections)
            gathered.appendix_tasks.extend(reading.tasks)
            gathered.target_texts.extend(
                _once(sorted([*reading.heading_texts, *_task_texts(item, columns)], key=_order))
            )
        else:
            _take_other_table(gathered, item, columns, year)
    if not found_table and entries:
        _take_appendix_text(gathered, entries, year)


def _once(texts: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """A heading row is met as a heading and as a row: its text counts once."""
    seen: set[tuple[str, int | None]] = set()
    for text, span in texts:
        key = (text, span.row)
        if key not in seen:
            seen.add(key)
            yield text, span


def _order(text: tuple[str, Span]) -> tuple[int, int, int]:
    span = text[1]
    return (span.page or 0, span.row or 0, span.cell or 0)


def _take_appendix_text(gathered: _Gathered, entries: list[Entry], year: int) -> None:
    """An appendix without a table: task cards, or a list by area."""
    cards = card_tasks(entries, year, origin=Origin.APPENDIX)
    if cards:
        gathered.appendix_tasks.extend(cards)
        gathered.target_texts.extend((entry.text, entry.paragraph.span) for entry in entries)
        return
    root = build_outline(entries)
    listed = [replace(task, origin=Origin.APPENDIX) for task in tasks_in_body(root, year)]
    if listed:
        gathered.appendix_tasks.extend(listed)
        gathered.sections.extend(sections_of(root))
        gathered.target_texts.extend((entry.text, entry.paragraph.span) for entry in entries)


def _windows(gathered: _Gathered, year: int) -> tuple[ReportWindow, ...]:
    if gathered.windows:
        return tuple(gathered.windows)
    return windows_in_text(gathered.texts_for_windows, year)


def _targets(gathered: _Gathered) -> tuple[Target, ...]:
    found: list[Target] = []
    start = 0
    for place, rows in gathered.target_rows:
        found.extend(find_targets(gathered.target_texts[start:place]))
        found.extend(rows)
        start = place
    found.extend(find_targets(gathered.target_texts[start:]))
    return tuple(found)


def _announces_appendix(parts: Parts) -> bool:
    texts = (fold(item.paragraph.text) for item in parts.body if isinstance(item, Entry))
    return any(
        ("phu luc" in text or "bieu" in text) and _ANNOUNCES.search(text) is not None
        for text in texts
    )


def _check_is_plan(
    header: Header,
    tasks: Sequence[Task],
    sections: Sequence[Section],
    targets: Sequence[Target],
    context: str,
) -> None:
    """Refuse what is no plan: nothing may be imported from a file chosen by mistake."""
    signs = sum(
        (
            header.doc_type is not None,
            header.symbol is not None,
            header.issuer is not None,
            # The whole text is folded only where its first lines do not tell.
            any(_OF_REFORM.search(fold(context[:length])) for length in (1_000, 200_000)),
            len(tasks) >= 3 and any(task.lead or task.deadline for task in tasks),
        )
    )
    if not tasks and signs < 3:
        raise NoPlan("nothing_of_a_plan")
    if signs < 2:
        raise NoPlan("nothing_of_a_plan")


__all__ = ["NoPlan", "Paragraph", "entry_of", "read_plan"]
