"""A plan as a workbook in the office's Excel layout.

In: a `Plan` and how to say a schedule. Out: the bytes of an .xlsx. Texts are always stored as
texts, so that no cell of a foreign plan can become a formula; dates and numbers are real ones, so
that the office can sort and filter. What is written here `workbook_reading` reads back.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

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
from cchc.plan.workbook_layout import COLUMNS, Sheet

Value = str | int | float | date | None
# The stubs of openpyxl know only half of a write-only workbook and its sheets.
_Book = Any
_Sheet = Any
Explain = Callable[[Sequence[Schedule]], str]

LONGEST_TEXT = 32_767  # characters in one cell: the limit of the .xlsx format
_EARLIEST = date(1900, 3, 1)  # before it Excel's calendar counts a day that never was
_FORMULA_SIGNS = ("=", "+", "-", "@")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


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
    book: _Book = Workbook(write_only=True)
    book.custom_doc_props.append(
        StringProperty(name=layout.LAYOUT_PROPERTY, value=layout.LAYOUT_VERSION)
    )
    subject = plan.header.subject or plan.header.doc_type or ""
    book.properties.title = subject
    book.properties.creator = "CCHC"
    _add_looks(book)
    for sheet, rows in sheets:
        _write_sheet(book, sheet, rows, subject)
    out = io.BytesIO()
    book.save(out)
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


class _Look(StrEnum):
    """The named cell styles of the layout; the office sees and can change them in Excel."""

    HEADING = "CCHC tiêu đề"
    TEXT = "CCHC chữ"
    NUMBER = "CCHC số"
    DAY = "CCHC ngày"


def _add_looks(book: _Book) -> None:
    thin = Side(style="thin", color="BFC7D1")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    centred = Alignment(vertical="top", horizontal="center")
    book.add_named_style(
        NamedStyle(
            _Look.HEADING.value,
            font=Font(bold=True, color="1F3A5F"),
            fill=PatternFill("solid", fgColor="E8EEF5"),
            border=border,
            alignment=Alignment(vertical="center", horizontal="center", wrap_text=True),
        )
    )
    book.add_named_style(
        NamedStyle(
            _Look.TEXT.value, border=border, alignment=Alignment(vertical="top", wrap_text=True)
        )
    )
    book.add_named_style(NamedStyle(_Look.NUMBER.value, border=border, alignment=centred))
    book.add_named_style(
        NamedStyle(_Look.DAY.value, border=border, alignment=centred, number_format="dd/mm/yyyy")
    )


class _Cells:
    """One cell for each look of a sheet, filled anew for each value.

    A row is written while it is handed over, so a cell is free again when the next is asked for;
    making and styling a cell for each value took a third of the time.
    """

    def __init__(self, sheet: _Sheet) -> None:
        self._made: dict[_Look, Any] = {}
        for look in _Look:
            self._made[look] = WriteOnlyCell(sheet)
            self._made[look].style = look.value
        self._quoted: Any = WriteOnlyCell(sheet)
        self._quoted.style = _Look.TEXT.value
        # So that editing the cell in Excel does not turn it into a formula either.
        self._quoted.quotePrefix = True

    def of(self, value: Value) -> object:
        """The cell of a value: dates and numbers are real ones, everything else is text."""
        if isinstance(value, str):
            return self.text(value, _Look.TEXT)
        if isinstance(value, date):
            if value < _EARLIEST:
                return self.text(written_day(value), _Look.TEXT)
            return self._filled(self._made[_Look.DAY], value)
        if value is None:
            return self._filled(self._made[_Look.TEXT], None)
        return self._filled(self._made[_Look.NUMBER], value)

    def text(self, text: str, look: _Look) -> object:
        """A cell that is text whatever it looks like: a formula, an error, a number."""
        quoted = look is _Look.TEXT and text.startswith(_FORMULA_SIGNS)
        cell = self._filled(self._quoted if quoted else self._made[look], _stored(text))
        cell.data_type = "s"
        return cell

    @staticmethod
    def _filled(cell: Any, value: Value) -> Any:
        cell.value = value
        return cell


def _refuse_long_texts(sheets: Sequence[tuple[Sheet, Sequence[Sequence[Value]]]]) -> None:
    """Before anything is written, since a half-written workbook leaves files behind."""
    for _, rows in sheets:
        for row in rows:
            for value in row:
                if isinstance(value, str) and len(_stored(value)) > LONGEST_TEXT:
                    raise TextTooLong(value[:80])


def _stored(text: str) -> str:
    """Keep Excel from reading «_x0041_» as an escaped letter."""
    return _ESCAPED.sub("_x005F_", text)


def _write_sheet(book: _Book, name: Sheet, rows: Sequence[Sequence[Value]], subject: str) -> None:
    sheet = book.create_sheet(name.value)
    columns = COLUMNS[name]
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.freeze_panes = "B2" if name is Sheet.PLAN else "C2"
    _set_up_printing(sheet, subject, wide=sum(column.width for column in columns) > _A4_WIDTH)
    if name is Sheet.TASKS:
        # Where a value was read and what is doubtful is for the screen, not for paper.
        last = next(
            place for place, column in enumerate(columns, 1) if column.heading == layout.BUDGET
        )
        sheet.print_area = f"A1:{get_column_letter(last)}{len(rows) + 1}"
    cells = _Cells(sheet)
    sheet.append(cells.text(column.heading, _Look.HEADING) for column in columns)
    widths = [column.width for column in columns]
    for place, row in enumerate(rows, start=2):
        sheet.row_dimensions[place].height = _height(row, widths)
        sheet.append(cells.of(value) for value in row)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"


_A4_WIDTH = 180.0  # characters that stay legible on A4 across; what is wider goes on A3
_LINE_HEIGHT = 15.0  # points
_TALLEST_ROW = 400.0  # points; Excel allows 409


def _height(row: Sequence[Value], widths: Sequence[float]) -> float:
    """The height that wrapped texts need: not every program fits rows to them by itself."""
    lines = max(
        (
            sum(max(1, math.ceil(len(part) / max(width - 1, 1))) for part in value.split("\n"))
            for value, width in zip(row, widths, strict=True)
            if isinstance(value, str)
        ),
        default=1,
    )
    return min(_TALLEST_ROW, _LINE_HEIGHT * max(1, lines) + 1)


def _set_up_printing(sheet: _Sheet, subject: str, *, wide: bool) -> None:
    """Across, the whole width on a page, headings on each page, page numbers at the foot."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8 if wide else 9  # A3, A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    if subject:
        # An ampersand begins a code in a header; two print one.
        sheet.oddHeader.center.text = subject.replace("&", "&&")[:200]
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "Trang &P/&N"


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


def written_day(day: date) -> str:
    """A date as the office writes it: 05/02/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
