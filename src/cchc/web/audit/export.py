"""The record as an Excel table: one line for each field that changed.

The number of acts and lines stands on the sheet and is checked while writing. Texts are stored as
texts, also those that begin like a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import save_workbook

from cchc.web.audit.words import ToldEntry

MOST_ENTRIES = 20_000
HEADS = (
    *("Số", "Lúc", "Người thực hiện", "Việc", "Phạm vi", "Lý do"),
    *("Thay đổi", "Loại bản ghi", "Bản ghi", "Thông tin", "Trước", "Sau"),
)
_WIDTHS = (8, 17, 24, 30, 30, 30, 11, 18, 40, 24, 40, 40)
Line = tuple[str | int, ...]


def lines_of(told: ToldEntry) -> Iterator[Line]:
    """One line for each field; one for an act or a row that has none to tell."""
    entry = told.entry
    start: Line = (
        entry.number,
        f"{timezone.localtime(entry.at):%d/%m/%Y %H:%M:%S}",
        entry.by_name,
        told.words,
        told.place,
        entry.reason,
    )
    facts = [(*start, "", "", "", fact.name, "", fact.after) for fact in told.facts]
    yield from facts
    for change in told.changes:
        row = (change.kind, change.what, change.name)
        if not change.fields:
            yield (*start, *row, "", "", "")
        for one in change.fields:
            yield (*start, *row, one.name, one.before, one.after)
    if not facts and not told.changes:
        yield (*start, "", "", "", "", "", "")


def as_workbook(entries: Iterable[ToldEntry], *, count: int, about: str) -> bytes:
    """Write the table. Raises `ValueError` where it holds other than `count` acts."""
    lines: list[Line] = []
    acts = 0
    for told in entries:
        acts += 1
        lines.extend(lines_of(told))
    if acts != count:
        raise ValueError(f"the table holds {acts} acts, not {count}")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Nhật ký")
    for index, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJKL"[index]].width = width
    sheet.freeze_panes = "A5"
    sheet.append([_text(sheet, "Nhật ký cải cách hành chính", is_head=True)])
    sheet.append([_text(sheet, about)])
    sheet.append([_text(sheet, f"Số việc: {acts}; số dòng: {len(lines)}")])
    sheet.append([_text(sheet, head, is_head=True) for head in HEADS])
    for line in lines:
        sheet.append([one if isinstance(one, int) else _text(sheet, one) for one in line])
    kept = BytesIO()
    save_workbook(book, kept)
    return kept.getvalue()


def _text(sheet: WriteOnlyWorksheet, text: str, *, is_head: bool = False) -> object:
    """A cell that is text and nothing else: «=…» is shown, not calculated, also after an edit."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:32_767])
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@", "\t", "\r"):
        cell.quotePrefix = True
    if is_head:
        cell.font = Font(bold=True)
    else:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
