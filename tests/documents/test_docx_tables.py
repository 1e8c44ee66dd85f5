"""Tables of a DOCX as grids."""

from __future__ import annotations

import pytest

from cchc.documents.docx import read_docx
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Merge, Table
from tests.documents.wordml_files import docx, par, run, tbl, tc, tr


def read(body: str, **parts: str) -> Document:
    return read_docx(docx(body, **parts), "plan.docx", limits=Limits())


def only_table(body: str, **parts: str) -> Table:
    (table,) = read(body, **parts).tables
    return table


def grid(table: Table) -> list[list[str]]:
    return [list(row.texts) for row in table.rows]


def merges(table: Table) -> list[list[Merge | None]]:
    return [[cell.merge for cell in row.cells] for row in table.rows]


TWO = '<w:gridSpan w:val="2"/>'


def test_a_cell_keeps_its_paragraphs_and_breaks_as_lines() -> None:
    cell = tc("một", "", "<w:p><w:r><w:t>hai</w:t><w:br/><w:t>ba</w:t></w:r></w:p>")
    assert grid(only_table(tbl(tr(cell, "x")))) == [["một\nhai\nba", "x"]]


def test_a_merged_cell_repeats_its_text() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = only_table(
        tbl(
            tr(tc("I", properties=TWO), tc("A", properties=down)),
            tr("1", "việc", tc(properties=on)),
            tr("2", "việc", tc(properties=on)),
        )
    )
    assert grid(table) == [["I", "I", "A"], ["1", "việc", "A"], ["2", "việc", "A"]]
    assert merges(table) == [
        [None, Merge.FROM_LEFT, None],
        [None, None, Merge.FROM_ABOVE],
        [None, None, Merge.FROM_ABOVE],
    ]


def test_cells_merged_sideways_the_old_way_repeat_their_text() -> None:
    table = only_table(
        tbl(tr(tc("I", properties='<w:hMerge w:val="restart"/>'), tc(properties="<w:hMerge/>")))
    )
    assert grid(table) == [["I", "I"]]
    assert merges(table) == [[None, Merge.FROM_LEFT]]


def test_a_continued_merge_without_a_beginning_is_a_cell_of_its_own() -> None:
    table = only_table(tbl(tr("a", "b"), tr("c", tc("d", properties="<w:vMerge/>"))))
    assert grid(table) == [["a", "b"], ["c", "d"]]


BARE_TOP = '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>'
BARE_BOTTOM = '<w:tcBorders><w:bottom w:val="none"/></w:tcBorders>'
DRAWN_TOP = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>'


@pytest.mark.parametrize(
    ("upper", "lower", "borders", "merge"),
    [
        pytest.param("", BARE_TOP, "single", Merge.OPEN_TOP, id="its top border removed"),
        pytest.param(BARE_BOTTOM, "", "single", Merge.OPEN_TOP, id="the border above removed"),
        pytest.param("", "", "single", None, id="between its own borders"),
        pytest.param("", DRAWN_TOP, "nil", None, id="a border of its own in a bare table"),
        pytest.param("", "", "", None, id="a table without borders"),
    ],
)
def test_an_empty_cell_without_a_top_border_is_open(
    upper: str, lower: str, borders: str, merge: Merge | None
) -> None:
    table = only_table(
        tbl(
            tr("1", tc("Văn phòng", properties=upper)),
            tr("2", tc(properties=lower)),
            borders=borders,
        )
    )
    assert (table.rows[1].cells[1].text, table.rows[1].cells[1].merge) == ("", merge)


def test_the_lines_of_a_table_may_come_from_its_style() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="T0"><w:tblPr><w:tblBorders>'
        '<w:insideH w:val="single"/></w:tblBorders></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="T"><w:basedOn w:val="T0"/></w:style>'
    )
    body = tbl(tr("1", "a"), tr("2", tc(properties=BARE_TOP)), borders="").replace(
        "<w:tblPr>", '<w:tblPr><w:tblStyle w:val="T"/>'
    )
    assert only_table(body, styles=styles).rows[1].cells[1].merge is Merge.OPEN_TOP


def test_rows_that_begin_late_or_end_early_keep_their_columns() -> None:
    table = only_table(
        tbl(
            tr("a", "b", "c"),
            tr("b2", "c2", properties='<w:gridBefore w:val="1"/>'),
            tr("a3", "b3", properties='<w:gridAfter w:val="1"/>'),
        )
    )
    assert grid(table) == [["a", "b", "c"], ["", "b2", "c2"], ["a3", "b3", ""]]


def test_grid_lines_that_no_cell_uses_or_a_pen_apart_are_dropped() -> None:
    table = only_table(
        tbl(
            tr(tc("a", properties=TWO), tc("b", properties=TWO)),
            tr("c", tc("d", properties='<w:gridSpan w:val="3"/>')),
            widths=(2000, 30, 1500, 1500),
        )
    )
    assert grid(table) == [["a", "b"], ["c", "d"]]


def test_a_column_as_narrow_as_a_pen_stays_where_a_cell_stands_in_it() -> None:
    assert grid(only_table(tbl(tr("a", "b", "c"), widths=(2000, 30, 1500)))) == [["a", "b", "c"]]


@pytest.mark.parametrize("span", ["100000000", "-5", "0", "abc", "9" * 30], ids=str)
def test_an_absurd_span_does_not_blow_up_the_table(span: str) -> None:
    table = only_table(tbl(tr(tc("a", properties=f'<w:gridSpan w:val="{span}"/>'), "b")))
    assert grid(table) == [["a", "b"]]


def test_deleted_rows_and_hidden_rows_are_left_out() -> None:
    table = only_table(
        tbl(
            tr("1", "a"),
            tr("2", "b", properties="<w:del/>"),
            tr("3", "c", properties="<w:ins/>"),
            tr("4", "d", properties="<w:hidden/>"),
        )
    )
    assert grid(table) == [["1", "a"], ["3", "c"]]


def test_a_table_deleted_whole_is_not_there() -> None:
    assert list(read(tbl(tr("1", "a", properties="<w:del/>")) + par("x")).tables) == []


def test_a_repeated_heading_row_is_marked() -> None:
    table = only_table(tbl(tr("STT", "Việc", properties="<w:tblHeader/>"), tr("1", "a")))
    assert [row.repeats_header for row in table.rows] == [True, False]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    row = f"<w:sdt><w:sdtContent>{tr('1', 'a')}</w:sdtContent></w:sdt>"
    cells = f"<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>"
    assert grid(only_table(tbl(row, tr("2", cells)))) == [["1", "a"], ["2", "b"]]


def test_a_table_inside_a_cell_becomes_lines_of_it() -> None:
    inner = tbl(tr("x", "y"), tr("z", "t"))
    assert grid(only_table(tbl(tr(tc("trên", inner), "b")))) == [["trên\nx y\nz t", "b"]]


def test_a_table_around_tables_is_only_a_frame() -> None:
    inner = tbl(tr("STT", "Việc"), tr("1", "a"))
    document = read(tbl(tr(tc("PHỤ LỤC", inner))))
    assert [paragraph.text for paragraph in document.paragraphs] == ["PHỤ LỤC"]
    assert [grid(table) for table in document.tables] == [[["STT", "Việc"], ["1", "a"]]]


def test_a_table_in_a_text_box_is_a_table() -> None:
    box = f"<w:txbxContent>{tbl(tr('a', 'b'))}</w:txbxContent>"
    assert grid(only_table(f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>")) == [["a", "b"]]


def test_a_cell_is_bold_when_all_its_letters_are() -> None:
    table = only_table(tbl(tr(tc(par(run("a", "<w:b/>"))), tc(par(run("b", "<w:b/>"), "c")))))
    assert [cell.bold for cell in table.rows[0].cells] == [True, False]


def test_a_ticked_column_shows_x() -> None:
    tick = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    box = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>'
    assert grid(only_table(tbl(tr("việc", tc(tick), tc(box))))) == [["việc", "x", ""]]


def test_a_table_lies_on_its_side_where_its_section_does() -> None:
    def section(width: int, height: int) -> str:
        return f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/></w:sectPr>'

    body = (
        tbl(tr("a", "b"))
        + par("hết phần đứng", properties=section(11906, 16838))
        + tbl(tr("c", "d"))
        + section(16838, 11906)
    )
    assert [table.landscape for table in read(body).tables] == [False, True]
