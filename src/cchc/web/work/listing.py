"""Lists of work as Excel tables: one line for each occurrence, the count printed and checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import save_workbook

from cchc.web.work.display import Line

_HEADS = (
    *("Nhiệm vụ", "Lần, sản phẩm", "Thời hạn trong kế hoạch", "Đơn vị", "Người thực hiện"),
    *("Hạn", "Ngày làm việc cuối", "Hạn theo kế hoạch", "Tình trạng", "Xong ngày", "Kế hoạch"),
)
_WIDTHS = (60, 30, 26, 32, 26, 12, 12, 12, 22, 12, 40)
Value = str | int | date | None


def rows_as_workbook(lines: Sequence[Line], *, title: str, on: date) -> BytesIO:
    """The list of somebody's work."""
    return table_as_workbook(
        title, f"Ngày {on:%d/%m/%Y}", _HEADS, [_values(one) for one in lines], _WIDTHS
    )


def _values(line: Line) -> tuple[Value, ...]:
    row = line.row
    return (
        row.task.text,
        line.owes,
        row.task.deadline,
        row.unit.name if row.unit else "(ngoài danh mục)",
        ", ".join(line.people),
        row.due_on,
        row.work_by,
        row.planned_due_on,
        line.word,
        row.done_on,
        row.plan.title,
    )


def table_as_workbook(
    title: str,
    about: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Value]],
    widths: Sequence[int],
) -> BytesIO:
    """A table with its title, what it is about and how many rows it has."""
    found = list(rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bảng")
    for index, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + index)].width = width
    sheet.freeze_panes = "A5"
    sheet.append([_text(sheet, title, is_head=True)])
    sheet.append([_text(sheet, about)])
    sheet.append([_text(sheet, f"Số dòng: {len(found)}")])
    sheet.append([_text(sheet, head, is_head=True) for head in heads])
    for row in found:
        sheet.append([_cell(sheet, one) for one in row])
    kept = BytesIO()
    save_workbook(book, kept)
    return kept


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> object:
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, datetime.combine(value, time.min))
        cell.number_format = "dd/mm/yyyy"
        cell.alignment = Alignment(vertical="top")
        return cell
    return value if isinstance(value, int) or value is None else _text(sheet, value)


def _text(sheet: WriteOnlyWorksheet, text: str, *, is_head: bool = False) -> object:
    """A cell that is text and nothing else: «=…» is shown, not calculated, also after an edit."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:32_767])
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@", "\t", "\r"):
        cell.quotePrefix = True
    cell.font = Font(bold=is_head)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
