"""Tables as an Excel book: a sheet each, with what it is of and how many lines it holds.

In: tables of texts and numbers. Out: bytes. Texts stay texts, also those that begin like a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import save_workbook

Value = str | int | Decimal | date | None
_NARROW, _WIDE = 13, 60


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name on the sheet's tab, what it shows, heads and lines."""

    name: str
    title: str
    heads: tuple[str, ...]
    lines: tuple[tuple[Value, ...], ...]


def as_workbook(tables: Sequence[Table], about: str) -> bytes:
    """Write the tables; `about` says of which unit, plan and day they are."""
    book = Workbook(write_only=True)
    for table in tables:
        _write(book.create_sheet(table.name), table, about)
    kept = BytesIO()
    save_workbook(book, kept)
    return kept.getvalue()


def _write(sheet: Any, table: Table, about: str) -> None:
    for place, head in enumerate(table.heads, start=1):
        longest = max((len(str(line[place - 1])) for line in table.lines), default=0)
        width = min(max(longest + 2, _NARROW, len(head) // 2), _WIDE)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A5"
    sheet.append([_text(sheet, table.title, is_head=True)])
    sheet.append([_text(sheet, about)])
    sheet.append([_text(sheet, f"Số dòng: {len(table.lines)}")])
    sheet.append([_text(sheet, head, is_head=True) for head in table.heads])
    for line in table.lines:
        sheet.append([_cell(sheet, value) for value in line])


def _cell(sheet: Any, value: Value) -> object:
    if isinstance(value, str):
        return _text(sheet, value)
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, datetime(value.year, value.month, value.day))
        cell.number_format = "dd/mm/yyyy"
        return cell
    return float(value) if isinstance(value, Decimal) else value


def _text(sheet: Any, text: str, *, is_head: bool = False) -> object:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:32_767])
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@", "\t", "\r"):
        cell.quotePrefix = True
    cell.font = Font(bold=is_head)
    cell.alignment = Alignment(wrap_text=len(text) > _WIDE and not is_head, vertical="top")
    return cell
