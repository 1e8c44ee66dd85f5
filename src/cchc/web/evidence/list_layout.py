"""The Excel list that goes with many files of evidence: its columns, the sample, reading it back.

In: bytes that nobody vouches for, bounded before anything is unpacked. Out: rows as they were
typed, and faults by row and cell. What the rows mean is checked in `list_checking.py`.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from xlsxwriter import Workbook

from cchc.documents.errors import Unreadable, UnreadableFile, sentence
from cchc.documents.limits import Limits
from cchc.documents.package import open_package
from cchc.plan.sheets import Looks, set_up_printing, write_headings, write_row
from cchc.text.folding import fold
from cchc.text.normal import nfc, one_line

MOST_BYTES, MOST_ROWS = 2 * 2**20, 500
_LIMITS = Limits(file_bytes=MOST_BYTES, unpacked_bytes=20 * 2**20, archive_members=200)
SHEET = "Minh chứng"
# Column → heading, width, the longest text.
COLUMNS: dict[str, tuple[str, int, int]] = {
    "file": ("Tên tệp *", 34, 200),
    "number": ("Số", 12, 40),
    "symbol": ("Ký hiệu", 16, 120),
    "doc_type": ("Loại", 16, 100),
    "dated_on": ("Ngày", 12, 20),
    "issuer": ("Cơ quan ban hành", 30, 300),
    "subject": ("Trích yếu", 50, 1000),
    "signer": ("Người ký", 22, 120),
    "task": ("Nhiệm vụ (nhãn)", 20, 300),
    "note": ("Ghi chú", 30, 500),
}
_HELP_WIDTH = 110.0
_HELP = (
    "Mỗi dòng là một tệp tải lên cùng lúc; «Tên tệp» ghi đúng tên tệp, kể cả phần đuôi.",
    "Ô để trống thì máy đọc tệp và đề xuất, người của đơn vị xác nhận sau.",
    "«Ngày» ghi ngày/tháng/năm của chính văn bản. «Nhiệm vụ» ghi số thứ tự hoặc mấy chữ đầu của "
    "nhiệm vụ trong kế hoạch đã chọn; để trống nếu chưa gắn với nhiệm vụ nào.",
    "Kiểm tra không ghi gì; còn một lỗi thì không tệp nào được nhận.",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: the row and cell of the list, and what is wrong with it."""

    row: int | None
    cell: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row as typed: texts by column; the day is understood or stays a text."""

    row: int
    texts: dict[str, str]
    day: date | None
    cells: dict[str, str]


def write_sample() -> bytes:
    """The empty list with headings, and a sheet that explains them with an example."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    looks = Looks.of(book)
    sheet = book.add_worksheet(SHEET)
    widths = [width for _, width, _ in COLUMNS.values()]
    write_headings(sheet, looks, 0, [heading for heading, _, _ in COLUMNS.values()], widths)
    day = [*COLUMNS].index("dated_on")
    sheet.set_column(day, day, widths[day], looks.day)
    sheet.freeze_panes(1, 0)
    set_up_printing(sheet, widths=widths)
    help_sheet = book.add_worksheet("Hướng dẫn")
    help_sheet.set_column(0, 0, _HELP_WIDTH)
    example = "Ví dụ: bao-cao-iso.pdf | 158 | BC-TĐC | Báo cáo | 15/03/2026 | Chi cục TĐC | Kết quả"
    for place, line in enumerate((*_HELP, example)):
        write_row(help_sheet, looks, place, [line], [_HELP_WIDTH])
    book.close()
    return out.getvalue()


def read_list(data: bytes) -> tuple[list[ListRow], list[Fault]]:
    """Read a list. Never raises: what cannot be opened is a fault too."""
    try:
        rows = _rows(data)
    except UnreadableFile as error:
        return [], [Fault(None, "", f"Danh sách: {sentence(error)}")]
    places = _places(rows[0]) if rows else {}
    if "file" not in places:
        told = f"Danh sách không có cột «{COLUMNS['file'][0]}»; hãy dùng tệp mẫu."
        return [], [Fault(1, "", told)]
    found, faults = [], []
    for number, values in enumerate(rows[1:], start=2):
        row = _row(number, values, places)
        if not any(row.texts.values()):
            continue
        found.append(row)
        faults.extend(_too_long(row))
        if row.texts["dated_on"] and row.day is None:
            told = f"Ngày «{row.texts['dated_on']}» không đúng dạng ngày/tháng/năm."
            faults.append(Fault(number, row.cells["dated_on"], told))
    return found, faults


def _rows(data: bytes) -> list[tuple[Any, ...]]:
    if len(data) > MOST_BYTES:
        raise UnreadableFile(Unreadable.TOO_LARGE, size_mb=-(-len(data) // 2**20), limit_mb=2)
    if not data.startswith(b"PK"):
        raise UnreadableFile(Unreadable.BROKEN_WORKBOOK)
    package = open_package(data, _LIMITS, Unreadable.BROKEN_WORKBOOK)
    for name in package.names.values():
        # No program writes a document type into a workbook; its entities could fill the memory.
        if b"<!DOCTYPE" in package.bytes_of(name)[:2000]:
            raise UnreadableFile(Unreadable.BROKEN_WORKBOOK)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        return list(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=40, values_only=True))
    # A damaged workbook makes openpyxl fail in many ways; all of them mean the same here.
    except Exception as error:
        raise UnreadableFile(Unreadable.BROKEN_WORKBOOK) from error


def _places(head: Sequence[Any]) -> dict[str, int]:
    """Where each column stands; the order is free."""
    known = {fold(heading.strip(" *")): name for name, (heading, _, _) in COLUMNS.items()}
    found: dict[str, int] = {}
    for place, value in enumerate(head):
        name = known.get(fold(str(value or "").strip(" *")))
        if name is not None:
            found.setdefault(name, place)
    return found


def _row(number: int, values: Sequence[Any], places: dict[str, int]) -> ListRow:
    texts, cells = dict.fromkeys(COLUMNS, ""), {}
    day: date | None = None
    for name, place in places.items():
        value = values[place] if place < len(values) else None
        cells[name] = f"{get_column_letter(place + 1)}{number}"
        texts[name] = _text(value)
        if name == "dated_on":
            day = _day(value)
    return ListRow(number, texts, day, {**dict.fromkeys(COLUMNS, ""), **cells})


def _text(value: Any) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else one_line(nfc(str(value)))


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(_text(value), form).date()
        except ValueError:
            continue
    return None


def _too_long(row: ListRow) -> list[Fault]:
    return [
        Fault(row.row, row.cells[name], f"«{heading.strip(' *')}» dài quá {most} ký tự.")
        for name, (heading, _, most) in COLUMNS.items()
        if len(row.texts[name]) > most
    ]
