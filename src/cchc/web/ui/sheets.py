"""Tables as Excel files: one look for every list that leaves the office, and their answer.

In: tables of texts, numbers and days. Out: the bytes of an .xlsx.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.text import slugify
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cchc.plan.sheets import Looks, Value, fitting, set_up_printing, write_headings, write_row
from cchc.web.ui.vietnamese import searchable

_HEADS_IN = 3  # the row of the heads, from 0: title, what it is about, how many rows
_NARROW, _WIDE = 13, 60
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name on the sheet's tab, title, heads, rows.

    `count` says how many rows there are in words of its own; `widths` are in characters, and
    without them each column is as wide as what it holds.
    """

    name: str
    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[float] = ()
    count: str = ""


def as_workbook(tables: Sequence[Table], about: str) -> bytes:
    """Write tables, a sheet each; `about` says of which office, choice and day they are."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    looks = Looks.of(book)
    for table in tables:
        _write(book.add_worksheet(table.name), table, about, looks)
    book.close()
    return out.getvalue()


def _write(sheet: Worksheet, table: Table, about: str, looks: Looks) -> None:
    sheet.write_string(0, 0, fitting(table.title), looks.title)
    sheet.write_string(1, 0, fitting(about))
    sheet.write_string(2, 0, table.count or f"Số dòng: {len(table.rows)}")
    widths = table.widths or _fitting(table)
    write_headings(sheet, looks, _HEADS_IN, table.heads, widths)
    for number, row in enumerate(table.rows, start=_HEADS_IN + 1):
        write_row(sheet, looks, number, row, widths)
    sheet.freeze_panes(_HEADS_IN + 1, 0)
    sheet.autofilter(_HEADS_IN, 0, _HEADS_IN + len(table.rows), len(table.heads) - 1)
    set_up_printing(sheet, widths=widths, heads_in=_HEADS_IN)


def _fitting(table: Table) -> list[float]:
    """As wide as the longest value, between a narrow and a wide column."""
    columns = range(len(table.heads))
    longest = [max((len(str(row[at])) for row in table.rows), default=0) for at in columns]
    return [
        min(max(most + 2, _NARROW, len(head) // 2), _WIDE)
        for most, head in zip(longest, table.heads, strict=True)
    ]


def workbook_answer(data: bytes, name: str) -> HttpResponse:
    """An Excel file to be saved under a plain name without its ending."""
    answer = HttpResponse(data, content_type=_TYPE)
    plain = slugify(searchable(name))[:80] or "bang"
    answer["Content-Disposition"] = f'attachment; filename="{plain}.xlsx"'
    return answer
