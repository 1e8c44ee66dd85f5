"""A plan as a workbook in the office's Excel layout.

In: a `Plan` and how to say a schedule. Out: the bytes of an .xlsx, which `workbook_reading` reads
back.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cchc.plan import workbook_layout as layout
from cchc.plan.model import Finding, Plan, Task, Traces
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Recurring,
    Schedule,
    Unclear,
    Window,
)
from cchc.plan.schedule_json import ScheduleKind
from cchc.plan.sentences import (
    AREA_NAMES,
    FIELD_NAMES,
    ORIGIN_NAMES,
    SEVERITY_NAMES,
    TARGET_KIND_NAMES,
    doubt_sentence,
    finding_sentence,
    place_in_words,
)
from cchc.plan.sheets import (
    LONGEST_TEXT,
    Looks,
    Value,
    set_up_printing,
    write_headings,
    write_row,
    written_day,
)
from cchc.plan.workbook_layout import COLUMNS, Sheet

Explain = Callable[[Sequence[Schedule]], str]


class TextTooLong(ValueError):
    """A text that no cell of a workbook can hold; the plan can still be written as JSON."""


def no_words(_parts: Sequence[Schedule]) -> str:
    """Say nothing of a schedule: where the room of deadlines is not at hand."""
    return ""


def plan_to_workbook(plan: Plan, explain: Explain = no_words) -> bytes:
    """Write a plan in the office's Excel layout. Raises TextTooLong for a text over 32,767 letters.

    `explain` fills the column «Thời hạn hiểu là», a reading aid that is not read back.
    """
    sheets = [(sheet, list(rows)) for sheet, rows in _sheets(plan, explain)]
    _refuse_long_texts(sheets)
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_custom_property(layout.LAYOUT_PROPERTY, layout.LAYOUT_VERSION, "text")
    subject = plan.header.subject or plan.header.doc_type or ""
    book.set_properties({"title": subject, "author": "CCHC"})
    looks = Looks.of(book)
    for sheet, rows in sheets:
        _write_sheet(book.add_worksheet(sheet.value), looks, sheet, rows, subject)
    book.close()
    return out.getvalue()


def _sheets(plan: Plan, explain: Explain) -> Iterator[tuple[Sheet, Iterator[Sequence[Value]]]]:
    yield Sheet.PLAN, _plan_rows(plan)
    yield Sheet.TASKS, _task_rows(plan.tasks, explain)
    yield Sheet.SCHEDULES, _schedule_rows(plan.tasks)
    yield Sheet.TARGETS, _target_rows(plan)
    yield Sheet.CITATIONS, _citation_rows(plan)
    yield Sheet.SECTIONS, _section_rows(plan)
    yield Sheet.WINDOWS, _window_rows(plan)
    yield Sheet.FINDINGS, _finding_rows(plan.findings)


def _refuse_long_texts(sheets: Sequence[tuple[Sheet, Sequence[Sequence[Value]]]]) -> None:
    """Before anything is written, since a half-written workbook leaves files behind."""
    for _, rows in sheets:
        for row in rows:
            for value in row:
                if isinstance(value, str) and len(value) > LONGEST_TEXT:
                    raise TextTooLong(value[:80])


def _write_sheet(
    sheet: Worksheet, looks: Looks, name: Sheet, rows: Sequence[Sequence[Value]], subject: str
) -> None:
    columns = COLUMNS[name]
    widths = [column.width for column in columns]
    write_headings(sheet, looks, 0, [column.heading for column in columns], widths)
    sheet.freeze_panes(1, 1 if name is Sheet.PLAN else 2)
    set_up_printing(sheet, widths=widths, subject=subject)
    if name is Sheet.TASKS:
        # Where a value was read and what is doubtful is for the screen, not for paper.
        last = next(
            place for place, column in enumerate(columns) if column.heading == layout.BUDGET
        )
        sheet.print_area(0, 0, len(rows), last)
    for place, row in enumerate(rows, start=1):
        write_row(sheet, looks, place, row, widths)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _plan_rows(plan: Plan) -> Iterator[Sequence[Value]]:
    header = plan.header
    rows: tuple[tuple[str, Value, str], ...] = (
        (layout.PARENT_AUTHORITY, header.parent_authority, "parent_authority"),
        (layout.ISSUER, header.issuer, "issuer"),
        (layout.DOC_NUMBER, header.number, "number"),
        (layout.SYMBOL, header.symbol, "symbol"),
        (layout.TOWN, header.place, "place"),
        (layout.YEAR_OF_ISSUE, header.date.year, "date"),
        (layout.MONTH_OF_ISSUE, header.date.month, "date"),
        (layout.DAY_OF_MONTH, header.date.day, "date"),
        (layout.DOC_TYPE, header.doc_type, "doc_type"),
        (layout.SUBJECT, header.subject, "subject"),
        (layout.PLAN_YEAR, header.year, "year"),
        (layout.SIGNING_CAPACITY, header.signer.authority, "signer"),
        (layout.POSITION, header.signer.position, "signer"),
        (layout.SIGNER, header.signer.name, "signer"),
        (layout.RECIPIENTS, _lines(header.recipients), "recipients"),
    )
    for label, value, field in rows:
        traces = {field: header.traces[field]} if field in header.traces else {}
        yield label, value, *_where(traces, field)
    announced = layout.YES if plan.announces_appendix else layout.NO
    yield layout.ANNOUNCES_APPENDIX, announced, None, None


def _task_rows(tasks: Sequence[Task], explain: Explain) -> Iterator[Sequence[Value]]:
    for number, task in enumerate(tasks, start=1):
        yield (
            number,
            AREA_NAMES[task.area],
            task.group,
            task.label,
            task.objective,
            task.task,
            task.activity,
            _lines(task.outputs),
            _lines(task.lead),
            _lines(task.support),
            task.deadline,
            (explain(task.schedule) or None) if task.schedule else None,
            task.budget,
            ORIGIN_NAMES[task.origin],
            *_where(task.traces, "task"),
        )


def _schedule_rows(tasks: Sequence[Task]) -> Iterator[Sequence[Value]]:
    for number, task in enumerate(tasks, start=1):
        for part in task.schedule:
            yield number, *_schedule_cells(part), part.note


def _schedule_cells(part: Schedule) -> tuple[Value, ...]:
    """Cells from «Loại» to «Đơn vị cách»; each kind fills its own and leaves the others empty."""
    kind: ScheduleKind
    cells: dict[int, Value]
    match part:
        case By(date=day, inclusive=inclusive):
            bound = layout.INCLUSIVE if inclusive else layout.EXCLUSIVE
            kind, cells = ScheduleKind.BY, {0: day, 1: bound}
        case Window(start=start, end=end):
            kind, cells = ScheduleKind.WINDOW, {2: start or layout.DAY_OF_ISSUE, 3: end}
        case Recurring(every=every, dates=dates):
            kind, cells = ScheduleKind.RECURRING, {4: layout.EVERY_WORDS[every]}
            cells[5] = _lines([written_day(day) for day in dates or ()])
        case Continuous():
            kind, cells = ScheduleKind.CONTINUOUS, {}
        case Conditional(trigger=trigger, offset=offset):
            kind, cells = ScheduleKind.CONDITIONAL, {6: trigger}
            if offset is not None:
                cells |= {7: offset.amount, 8: layout.UNIT_WORDS[offset.unit]}
        case Unclear(text=text):
            kind, cells = ScheduleKind.UNCLEAR, {6: text}
    return layout.KIND_WORDS[kind], *(cells.get(place) for place in range(9))


def _target_rows(plan: Plan) -> Iterator[Sequence[Value]]:
    for number, target in enumerate(plan.targets, start=1):
        yield (
            number,
            target.text,
            TARGET_KIND_NAMES[target.kind],
            layout.COMPARATOR_WORDS[target.comparator],
            target.value,
            target.value_to,
            target.unit,
            *_where(target.traces, "text"),
        )


def _citation_rows(plan: Plan) -> Iterator[Sequence[Value]]:
    for number, citation in enumerate(plan.citations, start=1):
        yield (
            number,
            citation.number,
            citation.doc_type,
            citation.date,
            citation.issuer,
            *_where(citation.traces, "number"),
        )


def _section_rows(plan: Plan) -> Iterator[Sequence[Value]]:
    for number, section in enumerate(plan.sections, start=1):
        yield (
            number,
            section.label,
            section.level,
            section.title,
            *_where(section.traces, "title"),
        )


def _window_rows(plan: Plan) -> Iterator[Sequence[Value]]:
    for number, window in enumerate(plan.report_windows, start=1):
        yield (
            number,
            window.name,
            window.data_from,
            window.data_to,
            window.due_on,
            *_where(window.traces, "name"),
        )


def _finding_rows(findings: Sequence[Finding]) -> Iterator[Sequence[Value]]:
    for number, finding in enumerate(findings, start=1):
        yield (
            number,
            SEVERITY_NAMES[finding.severity],
            finding_sentence(finding),
            place_in_words(finding.span) if finding.span else None,
            finding.code,
        )


def _where(traces: Traces, field: str) -> tuple[Value, Value]:
    """The cells «Vị trí» (of the main field, else of any) and «Cần xem lại»."""
    trace = traces.get(field) or next(iter(traces.values()), None)
    doubts = [
        f"{FIELD_NAMES.get(name, name)}: {doubt_sentence(trace.doubt)}{_trust(trace.confidence)}"
        for name, trace in traces.items()
        if trace.doubt is not None
    ]
    return (place_in_words(trace.span) or None) if trace else None, _lines(doubts)


def _trust(confidence: float | None) -> str:
    return "" if confidence is None else f" (tin cậy {confidence:.0%})"


def _lines(items: Sequence[str]) -> str | None:
    """Several values in one cell, one on a line; no value is an empty cell."""
    return "\n".join(items) or None
