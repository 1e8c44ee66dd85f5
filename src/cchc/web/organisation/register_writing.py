"""Units and people as a workbook, and the empty sample: the same sheets, notes and lists."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from cchc.plan.sheets import Looks, Value, set_up_printing, write_headings, write_row, write_value
from cchc.web.organisation.choosing import unit_labels
from cchc.web.organisation.models import Position, Unit
from cchc.web.organisation.register_layout import COLUMNS, MOST_ROWS, Column, Sheet

_HELP_SHEET = "Hướng dẫn"
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
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"author": "CCHC"})
    looks = Looks.of(book)
    for sheet, rows in ((Sheet.UNITS, units), (Sheet.PEOPLE, people)):
        _fill(book.add_worksheet(sheet.value), looks, COLUMNS[sheet], rows)
    _fill_help(book.add_worksheet(_HELP_SHEET), looks)
    book.close()
    return out.getvalue()


def _fill(
    sheet: Worksheet, looks: Looks, columns: Sequence[Column], rows: Iterable[Sequence[Value]]
) -> None:
    widths = [column.width for column in columns]
    headings = [column.heading + (" *" if column.is_needed else "") for column in columns]
    write_headings(sheet, looks, 0, headings, widths)
    for place, column in enumerate(columns):
        sheet.data_validation(1, place, MOST_ROWS - 1, place, _note(column))
    for number, row in enumerate(rows, start=1):
        write_row(sheet, looks, number, row, widths)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, 0, len(columns) - 1)
    set_up_printing(sheet, widths=widths)


def _note(column: Column) -> dict[str, object]:
    """What to know, shown when a cell is chosen, and the list of words where there is one."""
    note = {"input_title": column.heading, "input_message": column.note}
    if not column.choices:
        return {"validate": "any", **note}
    # In a list a comma would part two choices: such lists stand in the sheet of help.
    letter = xl_col_to_name(_LISTS_FROM + _LISTS.index(column.heading))
    return {
        "validate": "list",
        "source": f"='{_HELP_SHEET}'!${letter}$2:${letter}${len(column.choices) + 1}",
        "ignore_blank": not column.is_needed,
        "error_message": "Hãy chọn trong danh sách.",
        **note,
    }


_WITH_CHOICES = [column for columns in COLUMNS.values() for column in columns if column.choices]
_LISTS = [column.heading for column in _WITH_CHOICES]
_LISTS_FROM = 12  # the first column of the lists, from 0


def _fill_help(sheet: Worksheet, looks: Looks) -> None:
    sheet.set_column(0, 0, 24)
    for row, text in enumerate(_HELP):
        sheet.write_string(row, 0, text)
    row = len(_HELP) + 1
    for name, columns in COLUMNS.items():
        sheet.write_string(row, 0, f"Ví dụ, sheet «{name.value}»", looks.title)
        for place, column in enumerate(columns):
            sheet.write_string(row + 1, place, column.heading, looks.title)
        for number, example in enumerate(_EXAMPLES[name], start=row + 2):
            for place, value in enumerate(example):
                write_value(sheet, looks, number, place, value)
        row += len(_EXAMPLES[name]) + 3
    for place, column in enumerate(_WITH_CHOICES, start=_LISTS_FROM):
        sheet.set_column(place, place, 30)
        sheet.write_string(0, place, column.heading, looks.title)
        for number, word in enumerate(column.choices, start=1):
            sheet.write_string(number, place, word)
