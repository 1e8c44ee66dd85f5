"""Units and people as a workbook, and the empty sample: the same sheets, notes and lists.

Texts are always stored as texts, so that no name can become a formula; days are real days.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.excel import save_workbook

from cchc.web.organisation.choosing import unit_labels
from cchc.web.organisation.models import Position, Unit
from cchc.web.organisation.register_layout import COLUMNS, MOST_ROWS, Column, Sheet

Value = str | int | date | None
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_HELP = (
    "Sheet «Đơn vị»: mỗi dòng một đơn vị. Sheet «Người»: mỗi dòng một vị trí của một người.",
    "Không đổi tên sheet và tiêu đề cột; thứ tự cột tùy ý. Cột có dấu * phải ghi.",
    "Đơn vị đã có được nhận ra theo mã; không có mã thì theo tên và đơn vị cấp trên.",
    "Ô để trống giữ nguyên điều đang có. Dòng không có trong tệp không bị xóa.",
    "Tải tệp lên để kiểm tra: hệ thống nêu từng lỗi theo ô và những gì sẽ thêm, sửa; chưa ghi gì "
    "cho đến khi bấm «Nhập». Hoặc nhập được tất cả, hoặc không nhập gì.",
    "Người mới chưa có mật khẩu; người quản trị cấp mật khẩu ở trang của từng người.",
)
_EXAMPLES: dict[Sheet, tuple[tuple[Value, ...], ...]] = {
    Sheet.UNITS: (
        ("SKHCN", "Sở Khoa học và Công nghệ", "SKHCN", "Sở, ban, ngành", "TINH", "01/03/2025", 10),
        ("SKHCN.VP", "Văn phòng Sở", "VP Sở", "Phòng, văn phòng, thanh tra", "SKHCN", None, 1),
    ),
    Sheet.PEOPLE: (
        (
            *("an.nt", "Nguyễn Thị An", "an.nt@tinhmau.gov.vn", "0912 000 000", "SKHCN.VP"),
            *("Chuyên viên", "Chuyên viên chính", "chính thức", None, "01/07/2025", None),
        ),
    ),
}


def write_register(units: Sequence[Unit], positions: Iterable[Position]) -> bytes:
    """Write units (the upper ones first) and positions as the import reads them."""
    names = {unit.pk: label for label, unit in unit_labels(list(units)).items()}
    known = {unit.pk: unit.code or names[unit.pk] for unit in units}
    return _book(
        (_unit_row(unit, known) for unit in units),
        (_position_row(one, known) for one in positions),
    )


def write_sample() -> bytes:
    """The workbook with headings, notes and lists, and no rows; examples stand with the help."""
    return _book((), ())


def _unit_row(unit: Unit, known: dict[int, str]) -> Sequence[Value]:
    parent = unit.parent
    above = ""
    if parent is not None:
        above = known.get(parent.pk) or parent.code or parent.name
    return (
        *(unit.code, unit.name, unit.short_name, unit.get_kind_display(), above),
        *(unit.valid_from, unit.place),
    )


def _position_row(one: Position, known: dict[int, str]) -> Sequence[Value]:
    user = one.user
    return (
        *(user.username, user.full_name, user.email, user.phone),
        *(known[one.unit_id], one.get_role_display(), one.title, one.get_capacity_display()),
        one.stands_for.username if one.stands_for else "",
        *(one.valid_from, one.valid_to),
    )


def _book(units: Iterable[Sequence[Value]], people: Iterable[Sequence[Value]]) -> bytes:
    book = Workbook()
    book.properties.creator = "CCHC"
    first: Any = book.active
    first.title = Sheet.UNITS.value
    _fill(first, COLUMNS[Sheet.UNITS], units)
    _fill(book.create_sheet(Sheet.PEOPLE.value), COLUMNS[Sheet.PEOPLE], people)
    _fill_help(book.create_sheet("Hướng dẫn"))
    out = io.BytesIO()
    save_workbook(book, out)
    return out.getvalue()


def _fill(sheet: Any, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> None:
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(1, place, column.heading + (" *" if column.is_needed else ""))
        cell.font = Font(bold=True, color="1F3A5F")
        cell.fill = PatternFill("solid", fgColor="E8EEF5")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        sheet.add_data_validation(_note(column, f"{letter}2:{letter}{MOST_ROWS}"))
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            _put(sheet, number, place, value)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _put(sheet: Any, row: int, column: int, value: Value) -> None:
    if value in (None, ""):
        return
    cell = sheet.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"
        if value.startswith(_FORMULA_SIGNS):
            cell.quotePrefix = True
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"


def _note(column: Column, cells: str) -> DataValidation:
    """What to know, shown when a cell is chosen, and the list of words where there is one."""
    if column.choices:
        # In a list a comma would part two choices: such lists stand in the sheet of help.
        column_at = _LISTS.index(column.heading) + 1
        letter = get_column_letter(column_at + _LISTS_FROM)
        rule = DataValidation(
            type="list",
            formula1=f"'Hướng dẫn'!${letter}$2:${letter}${len(column.choices) + 1}",
            allow_blank=not column.is_needed,
            showErrorMessage=True,
            error="Hãy chọn trong danh sách.",
        )
    else:
        rule = DataValidation(type=None, allow_blank=True)
    rule.promptTitle, rule.prompt, rule.showInputMessage = column.heading, column.note, True
    rule.add(cells)
    return rule


_WITH_CHOICES = [column for columns in COLUMNS.values() for column in columns if column.choices]
_LISTS = [column.heading for column in _WITH_CHOICES]
_LISTS_FROM = 12


def _fill_help(sheet: Any) -> None:
    sheet.column_dimensions["A"].width = 24
    row = 1
    for text in _HELP:
        sheet.cell(row, 1, text)
        row += 1
    for name, columns in COLUMNS.items():
        row += 1
        sheet.cell(row, 1, f"Ví dụ, sheet «{name.value}»").font = Font(bold=True)
        for place, column in enumerate(columns, start=1):
            sheet.cell(row + 1, place, column.heading).font = Font(bold=True)
        for example in _EXAMPLES[name]:
            for place, value in enumerate(example, start=1):
                _put(sheet, row + 2, place, value)
            row += 1
        row += 2
    for place, column in enumerate(_WITH_CHOICES, start=_LISTS_FROM + 1):
        sheet.cell(1, place, column.heading).font = Font(bold=True)
        for number, word in enumerate(column.choices, start=2):
            sheet.cell(number, place, word)
        sheet.column_dimensions[get_column_letter(place)].width = 30
