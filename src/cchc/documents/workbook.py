"""A workbook → `Document`: each visible sheet as its titles, tables and signature.

XLSX (and XLSM: macros are not run) is read from its XML, for the number formats, merges, borders
and hidden rows that a list of values has lost. XLS, XLSB and ODS go through calamine.
Formulas are never worked out: the value stored beside them is read, and where none is the person
is told.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from cchc.documents.budget import Budget
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Block, Document, Kind, Notice, Table
from cchc.documents.package import Package, open_package
from cchc.documents.symbols import TICK
from cchc.documents.workbook_layout import Area, Sheet, SheetCell, sheet_blocks
from cchc.documents.workbook_numbers import (
    GENERAL,
    plain_number,
    printed_moment,
    printed_number,
)
from cchc.documents.workbook_styles import SHEET, CellStyle, cell_styles, rich_text, unescaped

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_WHOLE = re.compile("[0-9]{1,8}")
_LAST_COLUMN = 16_384
_EMPTY_BORDERED = SheetCell("", bordered=True)
_WITHOUT_VALUES_SHARE = 0.2


@dataclass(slots=True)
class _Tally:
    """What was remarkable in one sheet."""

    filled: int = 0
    without_value: int = 0
    errors: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0

    def notices(self, sheet: str) -> Iterator[Notice]:
        for code, count in (
            ("hidden_rows", self.hidden_rows),
            ("hidden_columns", self.hidden_columns),
            ("cell_errors", self.errors),
            ("formulas_without_values", self.without_value),
        ):
            if count:
                yield Notice(code, (("sheet", sheet), ("count", str(count))))


@dataclass(slots=True)
class _Book:
    """What all sheets of a workbook share."""

    package: Package
    budget: Budget
    strings: list[etree._Element]
    styles: list[CellStyle]
    from_1904: bool
    tallies: dict[str, _Tally] = field(default_factory=dict)


def read_xlsx(data: bytes, name: str, *, limits: Limits, file: int = 1) -> Document:
    """Read an XLSX or XLSM file.

    Raises `UnreadableFile`: damaged, encrypted, too large, or mostly formulas that nobody has
    worked out (MACRO_FORMULAS where the file has macros that might have).
    """
    package = open_package(data, limits, Unreadable.BROKEN_WORKBOOK)
    main = _main_part(package)
    root = package.xml(main)
    if root is None:
        raise UnreadableFile(Unreadable.BROKEN_WORKBOOK)
    links = package.relationships(main)
    parts = {link.type: link.target for link in links.values()}
    settings = root.find(f"{SHEET}workbookPr")
    book = _Book(
        package,
        Budget(limits),
        _shared_strings(package, parts.get("sharedStrings")),
        cell_styles(package.xml(parts["styles"]) if "styles" in parts else None),
        settings is not None and settings.get("date1904") in ("1", "true"),
    )
    sheets: list[Sheet] = []
    hidden: list[str] = []
    for entry in root.iterfind(f"{SHEET}sheets/{SHEET}sheet"):
        link = links.get(entry.get(_RELATION, ""))
        title = entry.get("name", "")
        if link is None or link.type != "worksheet" or link.target not in package:
            continue
        if entry.get("state", "visible") != "visible":
            hidden.append(title)
            continue
        sheets.append(_sheet(book, title, link.target))
    has_macros = any(member.endswith("vbaproject.bin") for member in package.names)
    _refuse_bare_formulas(book.tallies, has_macros=has_macros)
    notices = [Notice("hidden_sheets", (("sheets", ", ".join(hidden)),))] if hidden else []
    for title, tally in book.tallies.items():
        notices.extend(tally.notices(title))
    if has_macros:
        notices.append(Notice("macros_not_run"))
    blocks = workbook_blocks(sheets, budget=book.budget, file=file)
    return Document(Kind.XLSX, name, blocks, notices=tuple(notices))


def workbook_blocks(sheets: list[Sheet], *, budget: Budget, file: int) -> tuple[Block, ...]:
    """Lay out the sheets one after another, tables numbered through the file."""
    blocks: list[Block] = []
    for sheet in sheets:
        table = 1 + sum(isinstance(block, Table) for block in blocks)
        blocks.extend(sheet_blocks(sheet, budget=budget, file=file, table=table))
    return tuple(blocks)


def _main_part(package: Package) -> str:
    for link in package.relationships("").values():
        if link.type == "officeDocument" and link.target in package:
            return link.target
    return "xl/workbook.xml"


def _refuse_bare_formulas(tallies: dict[str, _Tally], *, has_macros: bool) -> None:
    """A total that nobody computed is a remark; a sheet made of formulas is nothing to read."""
    without = sum(tally.without_value for tally in tallies.values())
    filled = sum(tally.filled for tally in tallies.values())
    if without > _WITHOUT_VALUES_SHARE * (filled + without):
        raise UnreadableFile(
            Unreadable.MACRO_FORMULAS if has_macros else Unreadable.FORMULAS_WITHOUT_VALUES
        )


def _shared_strings(package: Package, part: str | None) -> list[etree._Element]:
    root = None if part is None else package.xml(part)
    return [] if root is None else list(root.iterchildren(f"{SHEET}si"))


def _sheet(book: _Book, title: str, part: str) -> Sheet:
    root = book.package.xml(part)
    if root is None:
        raise UnreadableFile(Unreadable.BROKEN_WORKBOOK)
    tally = book.tallies.setdefault(title, _Tally())
    setup = root.find(f"{SHEET}pageSetup")
    sheet = Sheet(title, landscape=setup is not None and setup.get("orientation") == "landscape")
    hidden = _hidden_columns(root)
    lost: set[int] = set()
    number = 0
    for row in root.iterfind(f"{SHEET}sheetData/{SHEET}row"):
        book.budget.check_time()
        number = _whole(row.get("r")) or number + 1
        cells = dict(_row_cells(book, row, tally))
        if row.get("hidden") in ("1", "true"):
            tally.hidden_rows += any(cell.text for cell in cells.values())
            continue
        lost |= {column for column in hidden & cells.keys() if cells[column].text}
        seen = {column: cell for column, cell in cells.items() if column not in hidden}
        if seen:
            sheet.cells[number] = seen
    tally.hidden_columns = len(lost)
    sheet.merged = list(_merged(root))
    return sheet


def _row_cells(book: _Book, row: etree._Element, tally: _Tally) -> Iterator[tuple[int, SheetCell]]:
    column = 0
    for element in row.iterchildren(f"{SHEET}c"):
        place = _REFERENCE.fullmatch(element.get("r", ""))
        column = column_number(place.group(1)) if place else column + 1
        style_number = _whole(element.get("s")) or 0
        style = book.styles[style_number] if style_number < len(book.styles) else CellStyle()
        text, as_label = _value(book, element, style, tally)
        if text:
            tally.filled += 1
            book.budget.spend_cells(1)
            book.budget.spend_characters(len(text))
            yield column, SheetCell(text, as_label, style.bold, style.bordered)
        elif style.bordered:
            yield column, _EMPTY_BORDERED


def _value(
    book: _Book, cell: etree._Element, style: CellStyle, tally: _Tally
) -> tuple[str, str | None]:
    """Return what a cell prints, and how its number reads as an outline number."""
    kind = cell.get("t", "n")
    inline = cell.find(f"{SHEET}is")
    if kind == "inlineStr" and inline is not None:
        return rich_text(inline, style.decoder), None
    stored = cell.find(f"{SHEET}v")
    raw = (stored.text or "").strip() if stored is not None else ""
    if not raw:
        tally.without_value += kind != "str" and cell.find(f"{SHEET}f") is not None
        return "", None
    match kind:
        case "s":
            index = _whole(raw)
            known = index is not None and index < len(book.strings)
            return rich_text(book.strings[index or 0], style.decoder) if known else "", None
        case "str":
            text = unescaped(stored.text or "") if stored is not None else ""
            return style.decoder(text) if style.decoder else text, None
        case "b":
            return TICK if raw == "1" else "", None
        case "e":
            tally.errors += 1
            return "", None
        case "d":
            return _iso_date(raw), None
        case _:
            return _number(raw, style.form, from_1904=book.from_1904)


def _number(raw: str, form: str, *, from_1904: bool) -> tuple[str, str | None]:
    try:
        value = float(raw)
    except ValueError:
        return raw, None
    if not math.isfinite(value):
        return "", None
    as_label = plain_number(value) if form == GENERAL and value != int(value) else None
    return printed_number(value, form, from_1904=from_1904), as_label


def _iso_date(raw: str) -> str:
    try:
        return printed_moment(datetime.fromisoformat(raw))
    except ValueError:
        return raw


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and _WHOLE.fullmatch(text) else None


def column_number(letters: str) -> int:
    """Return the number of a column: «A» is 1, «AB» is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _hidden_columns(root: etree._Element) -> frozenset[int]:
    hidden: set[int] = set()
    for entry in root.iterfind(f"{SHEET}cols/{SHEET}col"):
        if entry.get("hidden") in ("1", "true"):
            first, last = _whole(entry.get("min")), _whole(entry.get("max"))
            hidden.update(range(first or 1, min(last or 1, _LAST_COLUMN) + 1))
    return frozenset(hidden)


def _merged(root: etree._Element) -> Iterator[Area]:
    for entry in root.iterfind(f"{SHEET}mergeCells/{SHEET}mergeCell"):
        found = _RANGE.fullmatch(entry.get("ref", ""))
        if found is not None:
            left, top, right, bottom = found.groups()
            yield Area(int(top), column_number(left), int(bottom), column_number(right))
