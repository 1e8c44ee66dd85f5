"""The office's Excel layout read back: a workbook as a plan.

In: the bytes of an .xlsx. Out: the plan, equal to the one that was written, or None where the
workbook is in another layout and goes the ordinary way. No formula is computed and no link is
followed; sizes are bounded by `Limits`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import assert_never

from python_calamine import CalamineError, CalamineWorkbook

from cchc.documents.limits import Limits
from cchc.plan import workbook_layout as layout
from cchc.plan.model import (
    Citation,
    Header,
    PartialDate,
    Plan,
    ReportWindow,
    Section,
    Signer,
    Target,
    Task,
)
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Offset,
    Recurring,
    Schedule,
    Unclear,
    Window,
)
from cchc.plan.schedule_json import ScheduleKind
from cchc.plan.sentences import AREA_NAMES, ORIGIN_NAMES, TARGET_KIND_NAMES
from cchc.plan.workbook_layout import READ_BACK, Sheet, headings
from cchc.plan.workbook_values import (
    CellProblem,
    CellValue,
    ProblemList,
    Record,
    WorkbookProblems,
    shown,
)
from cchc.text.folding import fold
from cchc.text.normal import nfc


class _Bound(StrEnum):
    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


_MARK = f'name="{layout.LAYOUT_PROPERTY}"'.encode()
_MARK_PARTS = ("docProps/custom.xml", "xl/workbook.xml")
_PART_BYTES = 2**20
DEFAULT_LIMITS = Limits()
Sheets = Mapping[str, list[list[CellValue]]]


def plan_from_workbook(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Plan | None:
    """Read a workbook in the office's layout; None where it is something else.

    Known by the mark that we leave in the file's properties, or, where a program dropped it, by
    the names of the sheets and the headings of the tasks. Raises WorkbookProblems with all cells
    that a person must put right.
    """
    if not _may_be_ours(data, limits):
        return None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {
            nfc(name): _rows(book, name)
            for name in book.sheet_names
            if nfc(name) in {sheet.value for sheet in READ_BACK}
        }
    except (CalamineError, OSError, ValueError):
        return None
    if not _is_marked(data) and not _has_our_headings(sheets):
        return None
    problems = ProblemList()
    plan = _plan(sheets, problems)
    if problems.found:
        raise WorkbookProblems(problems.found)
    return plan


def _may_be_ours(data: bytes, limits: Limits) -> bool:
    """Look only at the archive's directory and two small parts; nothing else is unpacked."""
    if not data.startswith(b"PK") or len(data) > limits.file_bytes:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > limits.archive_members:
                return False
            if sum(member.file_size for member in members) > limits.unpacked_bytes:
                return False
            parts = {part: _part(archive, part) for part in _MARK_PARTS}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
    names = nfc(parts["xl/workbook.xml"].decode("utf-8", errors="replace"))
    return _MARK in parts["docProps/custom.xml"] or all(
        f'"{sheet.value}"' in names for sheet in (Sheet.PLAN, Sheet.TASKS, Sheet.SCHEDULES)
    )


def _is_marked(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _MARK in _part(archive, "docProps/custom.xml")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.NameToInfo:
        return b""
    with archive.open(name) as part:
        return part.read(_PART_BYTES)


def _rows(book: CalamineWorkbook, name: str) -> list[list[CellValue]]:
    grid = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [list[CellValue](row) for row in grid]


def _has_our_headings(sheets: Sheets) -> bool:
    rows = sheets.get(Sheet.TASKS.value) or [[]]
    found = {fold(shown(cell)) for cell in rows[0]}
    return {fold(heading) for heading in headings(Sheet.TASKS)[:9]} <= found


def _records(sheets: Sheets, sheet: Sheet, problems: ProblemList) -> Iterator[Record]:
    """The rows below the headings that are not empty; notes a sheet or column that is missing."""
    rows = sheets.get(sheet.value)
    if rows is None:
        problems.note(sheet.value, None, None, CellProblem.SHEET_MISSING)
        return
    columns = {fold(shown(cell)): place for place, cell in enumerate(rows[0] if rows else ())}
    wanted = [name for name in headings(sheet) if name not in (layout.PLACE, layout.DOUBTS)]
    places = {name: columns[fold(name)] for name in wanted if fold(name) in columns}
    for name in wanted:
        if name not in places and name != "Thời hạn hiểu là":
            problems.note(sheet.value, 1, name, CellProblem.COLUMN_MISSING)
    for number, row in enumerate(rows[1:], start=2):
        cells = {name: row[place] for name, place in places.items() if place < len(row)}
        if any(shown(value) for name, value in cells.items() if name != layout.NUMBER):
            yield Record(sheet.value, number, cells, problems)


def _plan(sheets: Sheets, problems: ProblemList) -> Plan:
    header, announces = _header(_records(sheets, Sheet.PLAN, problems), problems)
    return Plan(
        header=header,
        citations=tuple(
            Citation(
                number=record.text("Số, ký hiệu"),
                doc_type=record.text_or_none("Loại văn bản"),
                date=record.day_or_none("Ngày ban hành"),
                issuer=record.text_or_none("Cơ quan ban hành"),
            )
            for record in _records(sheets, Sheet.CITATIONS, problems)
        ),
        sections=tuple(
            Section(
                label=record.text_or_none("Ký hiệu"),
                level=record.whole("Cấp"),
                title=record.text("Tiêu đề"),
            )
            for record in _records(sheets, Sheet.SECTIONS, problems)
        ),
        targets=tuple(_target(record) for record in _records(sheets, Sheet.TARGETS, problems)),
        tasks=_tasks(sheets, problems),
        report_windows=tuple(
            ReportWindow(
                name=record.text("Kỳ báo cáo"),
                data_from=record.day_or_none("Số liệu từ ngày"),
                data_to=record.day_or_none("Số liệu đến ngày"),
                due_on=record.day_or_none("Hạn gửi"),
            )
            for record in _records(sheets, Sheet.WINDOWS, problems)
        ),
        announces_appendix=announces,
    )


def _header(records: Iterator[Record], problems: ProblemList) -> tuple[Header, bool]:
    """The rows «Mục»/«Nội dung» as one record whose columns are the labels."""
    values: dict[str, CellValue] = {}
    lines: dict[str, int] = {}
    for record in records:
        label = record.text_or_none(layout.LABEL) or ""
        values[label] = record.cells.get(layout.VALUE)
        lines[label] = record.row

    def row(label: str) -> Record:
        return Record(Sheet.PLAN.value, lines.get(label, 1), values, problems)

    def text(label: str) -> str | None:
        return row(label).text_or_none(label)

    def whole(label: str) -> int | None:
        return row(label).whole_or_none(label)

    header = Header(
        parent_authority=text(layout.PARENT_AUTHORITY),
        issuer=text(layout.ISSUER),
        number=text(layout.DOC_NUMBER),
        symbol=text(layout.SYMBOL),
        place=text(layout.TOWN),
        date=PartialDate(
            whole(layout.YEAR_OF_ISSUE), whole(layout.MONTH_OF_ISSUE), whole(layout.DAY_OF_MONTH)
        ),
        doc_type=text(layout.DOC_TYPE),
        subject=text(layout.SUBJECT),
        year=whole(layout.PLAN_YEAR),
        signer=Signer(text(layout.SIGNING_CAPACITY), text(layout.POSITION), text(layout.SIGNER)),
        recipients=row(layout.RECIPIENTS).lines(layout.RECIPIENTS),
    )
    announces = fold(text(layout.ANNOUNCES_APPENDIX) or "") == fold(layout.YES)
    return header, announces


def _target(record: Record) -> Target:
    return Target(
        text=record.text("Chỉ tiêu"),
        kind=record.choice("Loại", TARGET_KIND_NAMES),
        comparator=record.choice("So sánh", layout.COMPARATOR_WORDS),
        value=record.number("Giá trị"),
        unit=record.text_or_none("Đơn vị tính"),
        value_to=record.number_or_none("Đến giá trị"),
    )


def _tasks(sheets: Sheets, problems: ProblemList) -> tuple[Task, ...]:
    rows = list(_records(sheets, Sheet.TASKS, problems))
    numbers: dict[int, int] = {}
    for at, record in enumerate(rows):
        number = record.whole_or_none(layout.NUMBER)
        if number is None:
            continue  # a row that a person added: it has no schedule rows yet
        if number in numbers:
            problems.note(
                record.sheet, record.row, layout.NUMBER, CellProblem.REPEATED_NUMBER, str(number)
            )
        numbers.setdefault(number, at)
    schedules: dict[int, list[Schedule]] = {}
    for record in _records(sheets, Sheet.SCHEDULES, problems):
        number = record.whole("STT nhiệm vụ")
        if number not in numbers:
            problems.note(
                record.sheet, record.row, "STT nhiệm vụ", CellProblem.UNKNOWN_TASK, str(number)
            )
            continue
        schedules.setdefault(numbers[number], []).append(_schedule(record))
    return tuple(_task(record, tuple(schedules.get(at, ()))) for at, record in enumerate(rows))


def _task(record: Record, schedule: tuple[Schedule, ...]) -> Task:
    return Task(
        task=record.text("Nhiệm vụ"),
        area=record.choice("Lĩnh vực", AREA_NAMES),
        group=record.text_or_none("Nhóm"),
        label=record.text_or_none("Ký hiệu"),
        objective=record.text_or_none("Mục tiêu"),
        activity=record.text_or_none("Hoạt động"),
        outputs=record.lines("Sản phẩm"),
        lead=record.lines("Chủ trì"),
        support=record.lines("Phối hợp"),
        deadline=record.text_or_none("Thời hạn"),
        schedule=schedule,
        budget=record.text_or_none("Kinh phí"),
        origin=record.choice("Nguồn", ORIGIN_NAMES),
    )


def _schedule(record: Record) -> Schedule:
    kind = record.choice("Loại", layout.KIND_WORDS)
    note = record.text_or_none("Phần việc")
    words = "Điều kiện hoặc nguyên văn"
    match kind:
        case ScheduleKind.BY:
            return By(record.day("Ngày"), _is_inclusive(record), note)
        case ScheduleKind.WINDOW:
            start = record.text_or_none("Từ ngày")
            open_start = start is None or fold(start) == fold(layout.DAY_OF_ISSUE)
            first = None if open_start else record.day("Từ ngày")
            return Window(first, record.day("Đến ngày"), note)
        case ScheduleKind.RECURRING:
            every = record.choice("Mỗi", layout.EVERY_WORDS)
            return Recurring(every, record.days("Các ngày") or None, note)
        case ScheduleKind.CONTINUOUS:
            return Continuous(note)
        case ScheduleKind.CONDITIONAL:
            return Conditional(record.text(words), _offset(record), note)
        case ScheduleKind.UNCLEAR:
            return Unclear(record.text(words), note)
        case _:
            assert_never(kind)


def _is_inclusive(record: Record) -> bool:
    words = {_Bound.INCLUSIVE: layout.INCLUSIVE, _Bound.EXCLUSIVE: layout.EXCLUSIVE}
    return record.choice("Mốc", words) is _Bound.INCLUSIVE


def _offset(record: Record) -> Offset | None:
    amount = record.whole_or_none("Cách")
    if amount is None:
        return None
    return Offset(amount, record.choice("Đơn vị cách", layout.UNIT_WORDS))
