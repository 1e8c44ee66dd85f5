"""The list of evidence as an Excel table: what the filter shows, the count printed and checked."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import save_workbook

from cchc.web.evidence.display import Line

MOST = 20_000
_HEADS = (
    *("Số thứ tự", "Trích yếu", "Loại văn bản", "Số, ký hiệu", "Ngày văn bản"),
    *("Cơ quan ban hành", "Người ký", "Đơn vị cung cấp", "Hình thức", "Tệp", "SHA-256"),
    *("Phục vụ (số việc)", "Thông tin", "Người xác nhận", "Đường dẫn"),
)
_WIDTHS = (8, 50, 16, 18, 12, 30, 20, 32, 18, 30, 66, 10, 16, 22, 40)


def as_workbook(lines: Iterable[Line], *, count: int, about: str) -> bytes:
    """Write the table. Raises `ValueError` where it holds other than `count` pieces."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Minh chứng")
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJKLMNO"[place]].width = width
    sheet.freeze_panes = "A5"
    sheet.append([_text(sheet, "Danh sách minh chứng", is_head=True)])
    sheet.append([_text(sheet, about)])
    sheet.append([_text(sheet, f"Số minh chứng: {count}")])
    sheet.append([_text(sheet, head, is_head=True) for head in _HEADS])
    written = 0
    for written, line in enumerate(lines, start=1):
        cells = (one if isinstance(one, int) else _text(sheet, one) for one in _cells(line))
        sheet.append([written, *cells])
    if written != count:
        raise ValueError(f"the table holds {written} pieces, not {count}")
    kept = io.BytesIO()
    save_workbook(book, kept)
    return kept.getvalue()


def _cells(line: Line) -> Iterator[str | int]:
    row = line.evidence
    yield from (row.subject, row.doc_type, row.code)
    yield f"{row.dated_on:%d/%m/%Y}" if row.dated_on else ""
    yield from (row.issuer, row.signer, str(row.unit), line.file_kind or "Không kèm tệp")
    yield from (line.file.name, line.file.sha256) if line.file else ("", "")
    yield from (line.serves, line.word, str(row.confirmed_by or ""), row.link)


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
