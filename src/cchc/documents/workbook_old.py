"""XLS, XLSB and ODS → `Document`, by the values that calamine finds.

These values have lost their number formats and borders: a percentage is a bare number, and the
table is found by its shape alone.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from cchc.documents.budget import Budget
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Kind, Notice
from cchc.documents.symbols import TICK
from cchc.documents.workbook import workbook_blocks
from cchc.documents.workbook_layout import Area, Sheet, SheetCell
from cchc.documents.workbook_numbers import GENERAL, plain_number, printed_moment, printed_number

_PANIC = "PanicException"
_Value = int | float | str | bool | time | date | datetime | timedelta


def read_old_workbook(data: bytes, name: str, *, limits: Limits, file: int = 1) -> Document:
    """Read a workbook in a format other than XLSX.

    Raises `UnreadableFile`: damaged, encrypted, or too large.
    """
    budget = Budget(limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        hidden = [
            entry.name
            for entry in book.sheets_metadata
            if entry.visible != SheetVisibleEnum.Visible
        ]
        stored = [
            book.get_sheet_by_name(entry.name)
            for entry in book.sheets_metadata
            if entry.typ == SheetTypeEnum.WorkSheet and entry.name not in hidden
        ]
        sheets = [_sheet(sheet, budget) for sheet in stored]
    except PasswordError as error:
        raise UnreadableFile(Unreadable.PASSWORD) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise UnreadableFile(Unreadable.BROKEN_WORKBOOK) from error
    except BaseException as error:
        # Damage that the Rust library did not foresee is a panic, of a class nobody can import.
        if type(error).__name__ == _PANIC:
            raise UnreadableFile(Unreadable.BROKEN_WORKBOOK) from error
        raise
    notices = [Notice("hidden_sheets", (("sheets", ", ".join(hidden)),))] if hidden else []
    if any(sheet.merged_cell_ranges is None for sheet in stored):
        notices.append(Notice("merges_not_read"))
    blocks = workbook_blocks(sheets, budget=budget, file=file)
    return Document(Kind.XLS, name, blocks, notices=tuple(notices))


def _sheet(stored: CalamineSheet, budget: Budget) -> Sheet:
    sheet = Sheet(stored.name)
    budget.spend_cells(stored.height * stored.width // 50)
    top, left = stored.start or (0, 0)
    for number, row in enumerate(stored.iter_rows(), start=top + 1):
        budget.check_time()
        cells: dict[int, SheetCell] = {}
        for column, value in enumerate(row, start=left + 1):
            text = _printed(value)
            if text:
                budget.spend_cells(1)
                budget.spend_characters(len(text))
                cells[column] = SheetCell(text, _as_label(value))
        if cells:
            sheet.cells[number] = cells
    sheet.merged = [
        Area(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in stored.merged_cell_ranges or ()
    ]
    return sheet


def _printed(value: _Value) -> str:
    match value:
        case bool():
            return TICK if value else ""
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case int() | float():
            return printed_number(value, GENERAL)
        case datetime() | date():
            return printed_moment(value)
        case _:
            return str(value)


def _as_label(value: _Value) -> str | None:
    if isinstance(value, float) and not value.is_integer():
        return plain_number(value)
    return None
