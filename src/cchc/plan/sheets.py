"""Sheets of Excel files as the office gets them: looks, values, heights of rows, printing.

Texts are always stored as texts, so that no cell of a foreign plan can become a formula; dates
and numbers are real ones, so that the office can sort and filter.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Value = str | int | float | Decimal | date | None

LONGEST_TEXT = 32_767  # characters in one cell: the limit of the .xlsx format
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_EARLIEST = date(1900, 3, 1)  # before it Excel's calendar counts a day that never was
_LINE_HEIGHT = 15.0  # points
_TALLEST_ROW = 400.0  # points; Excel allows 409
_LEGIBLE_ON_A4 = 180.0  # characters across; what is wider goes on A3
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Looks:
    """How the cells of one workbook look."""

    title: Format
    heading: Format
    text: Format
    quoted: Format  # so that editing the cell in Excel does not turn it into a formula either
    number: Format
    day: Format

    @classmethod
    def of(cls, book: Workbook) -> Looks:
        cell = {"border": 1, "border_color": "#BFC7D1", "valign": "top"}
        text, centred = cell | {"text_wrap": True}, cell | {"align": "center"}
        heading = {"bold": True, "font_color": "#1F3A5F", "bg_color": "#E8EEF5"}
        return cls(
            title=book.add_format({"bold": True}),
            heading=book.add_format(text | {"align": "center", "valign": "vcenter"} | heading),
            text=book.add_format(text),
            quoted=book.add_format(text | {"quote_prefix": True}),
            number=book.add_format(centred),
            day=book.add_format(centred | {"num_format": "dd/mm/yyyy"}),
        )


def write_headings(
    sheet: Worksheet, looks: Looks, row: int, headings: Sequence[str], widths: Sequence[float]
) -> None:
    """Set the columns' widths and write their headings, in a row high enough for the longest.

    Bold letters and the button of the filter take the room of three letters.
    """
    sheet.set_row(row, _height(headings, [width - 3 for width in widths]))
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(row, column, heading, looks.heading)


def write_row(
    sheet: Worksheet, looks: Looks, row: int, values: Sequence[Value], widths: Sequence[float]
) -> None:
    """Write the cells of a row, as high as its texts need in columns of `widths` characters."""
    sheet.set_row(row, _height(values, widths))
    for column, value in enumerate(values):
        write_value(sheet, looks, row, column, value)


def write_value(sheet: Worksheet, looks: Looks, row: int, column: int, value: Value) -> None:
    """Write one cell: what is no number and no day is text, whatever it looks like."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, looks.text)
    elif isinstance(value, str):
        look = looks.quoted if value.startswith(FORMULA_SIGNS) else looks.text
        sheet.write_string(row, column, fitting(value), look)
    elif not isinstance(value, date):
        sheet.write_number(row, column, value, looks.number)
    elif value < _EARLIEST:
        sheet.write_string(row, column, written_day(value), looks.text)
    else:
        sheet.write_datetime(row, column, value, looks.day)


def fitting(text: str) -> str:
    """The text as a cell can hold it: without signs that XML forbids, cut at the format's limit."""
    return _NOT_IN_XML.sub("", text)[:LONGEST_TEXT]


def written_day(day: date) -> str:
    """A date as the office writes it: 05/02/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def _height(row: Sequence[Value], widths: Sequence[float]) -> float:
    """The height that wrapped texts need: not every program fits rows to them by itself."""
    lines = max(
        (
            sum(max(1, math.ceil(len(part) / max(width - 1, 1))) for part in value.split("\n"))
            for value, width in zip(row, widths, strict=True)
            if isinstance(value, str)
        ),
        default=1,
    )
    return min(_TALLEST_ROW, _LINE_HEIGHT * max(1, lines) + 1)


def set_up_printing(
    sheet: Worksheet, *, widths: Sequence[float], heads_in: int = 0, subject: str = ""
) -> None:
    """Across, the whole width on a page, heads on each page, page numbers at the foot."""
    sheet.set_landscape()
    sheet.set_paper(8 if sum(widths) > _LEGIBLE_ON_A4 else 9)  # A3, A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heads_in)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.75)
    # An ampersand begins a code in a header; two print one.
    head = f"&C{subject.replace('&', '&&')[:200]}" if subject else ""
    sheet.set_header(head, {"margin": 0.3})
    sheet.set_footer("&L&A&RTrang &P/&N", {"margin": 0.3})
