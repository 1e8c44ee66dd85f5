"""A chasing letter's list as an Excel table. Texts stay texts, days are real days."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import save_workbook

from cchc.web.work.models import ChasingLetter

HEADS = (
    *("TT", "Nhiệm vụ", "Sản phẩm, kỳ", "Kế hoạch", "Thời hạn trong kế hoạch"),
    *("Hạn", "Quá hạn (ngày làm việc)"),
)
_WIDTHS = (6, 60, 30, 40, 24, 12, 14)


def as_workbook(letter: ChasingLetter) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Việc quá hạn"
    for index, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFG"[index]].width = width
    titles = (
        f"Việc quá hạn của {letter.unit}",
        f"{letter.office}, ngày {letter.on:%d/%m/%Y}; trả lời trước hết ngày "
        f"{letter.answer_by:%d/%m/%Y}",
    )
    for number, title in enumerate(titles, start=1):
        _text(sheet.cell(number, 1), title, is_head=number == 1)
    for column, head in enumerate(HEADS, start=1):
        _text(sheet.cell(3, column), head, is_head=True)
    for number, row in enumerate(letter.rows, start=1):
        line = number + 3
        sheet.cell(line, 1, number)
        for column, name in enumerate(("task", "product", "plan", "deadline"), start=2):
            _text(sheet.cell(line, column), row[name])
        day = sheet.cell(line, 6, date.fromisoformat(row["due"]))
        day.number_format = "dd/mm/yyyy"
        sheet.cell(line, 7, row["late"])
    sheet.freeze_panes = "A4"
    kept = BytesIO()
    save_workbook(book, kept)
    return kept.getvalue()


def _text(cell: Cell | MergedCell, text: str, *, is_head: bool = False) -> None:
    """A cell that is text and nothing else, also where it begins like a formula."""
    assert isinstance(cell, Cell)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:32_767]
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in ("=", "+", "-", "@", "\t", "\r")
    cell.font = Font(bold=is_head)
    cell.alignment = Alignment(wrap_text=not is_head, vertical="top")
