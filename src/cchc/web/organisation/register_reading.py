"""A workbook of units and people read into rows, with every fault by sheet, row and cell.

In: bytes that nobody vouches for; sizes are bounded before anything is unpacked. Out: rows as they
were typed, days and words understood. What the office already has is not known here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from cchc.documents.errors import Unreadable, UnreadableFile, sentence
from cchc.documents.limits import Limits
from cchc.documents.package import open_package
from cchc.text.folding import fold
from cchc.text.normal import nfc, one_line
from cchc.web.organisation import register_layout as layout
from cchc.web.organisation.models import Position, Role, UnitKind
from cchc.web.organisation.register_layout import COLUMNS, MOST_ROWS, Column, Sheet

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_LIMITS = Limits(
    file_bytes=layout.MOST_BYTES, unpacked_bytes=layout.MOST_UNPACKED, archive_members=200
)
_MOST_COLUMNS = 40
Word = TypeVar("Word")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: where, and a sentence that says what is wrong and what to do."""

    sheet: str
    row: int | None
    cell: str
    sentence: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as typed; empty where nothing was typed."""

    row: int
    code: str
    name: str
    short_name: str
    kind: UnitKind
    parent: str
    valid_from: date | None
    place: int | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with one position as typed; empty where nothing was typed."""

    row: int
    username: str
    full_name: str
    email: str
    phone: str
    unit: str
    role: Role
    title: str
    capacity: Position.Capacity | None
    stands_for: str
    valid_from: date | None
    valid_to: date | None


@dataclass(slots=True)
class Register:
    """What a workbook says, and its faults so far."""

    units: list[UnitRow] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    cells: dict[Sheet, dict[str, int]] = field(default_factory=dict)

    def note(self, sheet: Sheet, row: int | None, heading: str, words: str) -> None:
        """Write down a fault at a heading's cell of a row."""
        place = self.cells.get(sheet, {}).get(heading)
        cell = f"{get_column_letter(place)}{row}" if place and row else ""
        self.faults.append(Fault(sheet.value, row, cell, words))


def read_register(data: bytes) -> Register:
    """Read a workbook. Never raises: what cannot be opened is a fault too."""
    register = Register()
    try:
        sheets = _sheets(data)
    except UnreadableFile as error:
        register.faults.append(Fault("", None, "", sentence(error)))
        return register
    for sheet in Sheet:
        rows = sheets.get(fold(sheet.value))
        if rows is None:
            words = f"Tệp không có sheet «{sheet.value}»; hãy dùng tệp mẫu."
            register.faults.append(Fault(sheet.value, None, "", words))
            continue
        for record in _records(register, sheet, rows):
            if sheet is Sheet.UNITS:
                register.units.append(_unit(record))
            else:
                register.people.append(_person(record))
    return register


def _sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    if len(data) > layout.MOST_BYTES:
        raise UnreadableFile(
            Unreadable.TOO_LARGE,
            size_mb=round(len(data) / 2**20, 1),
            limit_mb=layout.MOST_BYTES // 2**20,
        )
    package = open_package(data, _LIMITS, Unreadable.BROKEN_WORKBOOK)
    for name in package.names.values():
        # No program writes a document type into a workbook; its entities could fill the memory.
        if b"<!DOCTYPE" in package.bytes_of(name)[:2000]:
            raise UnreadableFile(Unreadable.BROKEN_WORKBOOK)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        wanted = {fold(sheet.value) for sheet in Sheet}
        return {
            fold(sheet.title): list(
                sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=_MOST_COLUMNS, values_only=True)
            )
            for sheet in book.worksheets
            if fold(nfc(sheet.title)) in wanted
        }
    # A damaged workbook makes openpyxl fail in many ways; all of them mean the same here.
    except Exception as error:
        raise UnreadableFile(Unreadable.BROKEN_WORKBOOK) from error


@dataclass(frozen=True, slots=True)
class _Record:
    """One row, its cells found by heading."""

    register: Register
    sheet: Sheet
    row: int
    cells: Mapping[str, Any]
    columns: Mapping[str, Column]

    def text(self, heading: str) -> str:
        value = self.cells.get(heading)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, datetime | date):
            value = f"{value:%d/%m/%Y}"
        text = one_line(nfc(str(value))) if value is not None else ""
        column = self.columns[heading]
        if len(text) > column.longest:
            self.fault(heading, f"Dài quá {column.longest} ký tự; hãy rút gọn.")
            return text[: column.longest]
        if not text and column.is_needed:
            self.fault(heading, f"Chưa ghi «{heading}».")
        return text

    def day(self, heading: str) -> date | None:
        value = self.cells.get(heading)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if value is None or not str(value).strip():
            return None
        found = _DAY.fullmatch(str(value).strip())
        if found:
            day, month, year = (int(part) for part in found.groups())
            try:
                return date(year, month, day)
            except ValueError:
                pass
        self.fault(heading, f"«{str(value)[:40]}» không phải là ngày; hãy ghi như 01/07/2025.")
        return None

    def whole(self, heading: str) -> int | None:
        text = self.text(heading)
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or int(text) > 30_000:
            self.fault(heading, f"«{text[:40]}» không phải là số từ 0 đến 30000.")
            return None
        return int(text)

    def word(self, heading: str, words: Mapping[str, Word], default: Word) -> Word:
        text = self.text(heading)
        if not text:
            return default
        if fold(text) not in words:
            choices = "; ".join(self.columns[heading].choices)
            self.fault(heading, f"«{text}» không có trong danh sách: {choices}.")
            return default
        return words[fold(text)]

    def fault(self, heading: str, words: str) -> None:
        self.register.note(self.sheet, self.row, heading, words)


def _records(register: Register, sheet: Sheet, rows: list[tuple[Any, ...]]) -> Iterator[_Record]:
    headings = [fold(str(cell or "").rstrip("* ")) for cell in (rows[0] if rows else ())]
    columns = {column.heading: column for column in COLUMNS[sheet]}
    places = {
        heading: headings.index(fold(heading)) for heading in columns if fold(heading) in headings
    }
    register.cells[sheet] = {heading: place + 1 for heading, place in places.items()}
    missing = [
        heading for heading, one in columns.items() if one.is_needed and heading not in places
    ]
    if missing:
        words = f"Thiếu cột «{'», «'.join(missing)}» ở dòng đầu; hãy dùng tệp mẫu."
        register.faults.append(Fault(sheet.value, 1, "", words))
        return
    if len(rows) > MOST_ROWS + 1:
        words = f"Quá {MOST_ROWS} dòng; hãy chia thành nhiều tệp."
        register.faults.append(Fault(sheet.value, None, "", words))
        return
    for number, row in enumerate(rows[1:], start=2):
        cells = {heading: row[place] for heading, place in places.items() if place < len(row)}
        if any(value not in (None, "") for value in cells.values()):
            yield _Record(register, sheet, number, cells, columns)


def _unit(record: _Record) -> UnitRow:
    return UnitRow(
        row=record.row,
        code=record.text(layout.CODE),
        name=record.text(layout.NAME),
        short_name=record.text(layout.SHORT),
        kind=record.word(layout.KIND, layout.KINDS, UnitKind.OTHER),
        parent=record.text(layout.PARENT),
        valid_from=record.day(layout.FROM),
        place=record.whole(layout.PLACE),
    )


def _person(record: _Record) -> PersonRow:
    return PersonRow(
        row=record.row,
        username=record.text(layout.USERNAME).lower(),
        full_name=record.text(layout.FULL_NAME),
        email=record.text(layout.EMAIL),
        phone=record.text(layout.PHONE),
        unit=record.text(layout.UNIT),
        role=record.word(layout.ROLE, layout.ROLES, Role.VIEWER),
        title=record.text(layout.TITLE),
        capacity=record.word(layout.CAPACITY, layout.CAPACITIES, None),
        stands_for=record.text(layout.STANDS_FOR).lower(),
        valid_from=record.day(layout.FROM),
        valid_to=record.day(layout.TO),
    )
