"""Sheets of the office: headings are seen whole, texts stay texts."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from xlsxwriter import Workbook

from cchc.plan.sheets import Looks, write_headings, write_row


def _written(headings: list[str], row: list[str | None], width: float):  # type: ignore[no-untyped-def]
    kept = BytesIO()
    book = Workbook(kept, {"in_memory": True})
    sheet, looks, widths = book.add_worksheet(), Looks.of(book), [width] * len(headings)
    write_headings(sheet, looks, 0, headings, widths)
    write_row(sheet, looks, 1, row, widths)
    book.close()
    return load_workbook(kept).active


def test_a_row_of_headings_is_as_high_as_its_longest_needs() -> None:
    short = _written(["Hạn"], [""], 13)
    long = _written(["Hạn", "Hoàn thành việc đến hạn (%)"], ["", ""], 13)
    assert short.row_dimensions[1].height < 20
    assert long.row_dimensions[1].height >= 45


def test_what_begins_like_a_formula_is_text_and_stays_it_when_edited() -> None:
    sheet = _written(["a", "b"], ["=1+1", None], 13)
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert sheet["A2"].quotePrefix
    assert sheet["B2"].value is None


def test_signs_that_no_cell_can_hold_are_left_out() -> None:
    assert _written(["a"], ["một\x01 hai"], 13)["A2"].value == "một hai"
