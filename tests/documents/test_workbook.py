"""What a workbook says: titles, tables, signatures; numbers as they are printed in Vietnam."""

from __future__ import annotations

import subprocess
from pathlib import Path

import openpyxl
import pytest

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Merge, Paragraph, Table
from cchc.documents.opening import open_document
from cchc.documents.workbook import read_xlsx
from cchc.documents.workbook_numbers import printed_number
from tests.conftest import require
from tests.documents.wordml_files import sheet_rows, xlsx

BORDERED = (
    '<fonts><font><b val="1"/></font><font/><font><name val=".VnTime"/></font></fonts>'
    '<borders><border><left/></border><border><left style="thin"/></border></borders>'
    '<cellXfs><xf fontId="1" borderId="0"/><xf fontId="1" borderId="1"/>'
    '<xf numFmtId="9" fontId="1" borderId="1"/><xf fontId="2" borderId="0"/></cellXfs>'
)


def read(data: bytes) -> Document:
    return read_xlsx(data, "phu_luc.xlsx", limits=Limits())


def shapes(document: Document) -> list[object]:
    """Paragraphs as texts, tables as lists of rows."""
    return [
        block.text if isinstance(block, Paragraph) else [list(row.texts) for row in block.rows]
        for block in document.blocks
    ]


def only_table(data: bytes) -> Table:
    (table,) = read(data).tables
    return table


TASKS = {
    5: {"A": "STT", "B": "Nhiệm vụ", "C": "Thời gian"},
    6: {"A": "1", "B": "Họp", "C": "Quý I"},
}


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (1.0, "General", "1"),
        (98.5, "General", "98,5"),
        (0.1 + 0.2, "General", "0,3"),
        (0.98, "0%", "98%"),
        (0.985, "0.0%", "98,5%"),
        (1250000, "#,##0", "1.250.000"),
        (1250.5, "#,##0.00", "1.250,50"),
        (7, "00", "07"),
        (5, '0" ngày"', "5 ngày"),
        (-3, "#,##0;(#,##0)", "-3"),
        (45991, "dd/mm/yyyy", "30/11/2025"),
        (45991, "[$-42A]d mmmm, yyyy;@", "30/11/2025"),
        (45991, "mm/yyyy", "11/2025"),
        (45991.75, "dd/mm/yyyy hh:mm", "30/11/2025 18:00"),
        (0.75, "h:mm", "18:00"),
        (-1, "dd/mm/yyyy", "-1"),
    ],
    ids=str,
)
def test_a_number_is_printed_by_its_format(value: float, form: str, printed: str) -> None:
    assert printed_number(value, form) == printed


def test_the_calendar_of_old_macs_begins_in_1904() -> None:
    assert printed_number(0, "dd/mm/yyyy", from_1904=True) == "01/01/1904"


def test_title_lines_stand_above_the_table_and_the_signature_below() -> None:
    rows = {
        1: {"A": "UBND TỈNH MẪU", "C": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
        2: {"A": "SỞ NỘI VỤ", "C": "Độc lập - Tự do - Hạnh phúc"},
        3: {"A": "PHỤ LỤC"},
        **TASKS,
        8: {"A": "Nơi nhận:", "C": "GIÁM ĐỐC"},
        9: {"A": "- Như trên;"},
        10: {"A": "- Lưu: VT.", "C": "Nguyễn Văn An"},
    }
    assert shapes(read(xlsx(sheet_rows(rows)))) == [
        [
            [
                "UBND TỈNH MẪU\nSỞ NỘI VỤ",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            ]
        ],
        "PHỤ LỤC",
        [["STT", "Nhiệm vụ", "Thời gian"], ["1", "Họp", "Quý I"]],
        [["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "GIÁM ĐỐC\nNguyễn Văn An"]],
    ]


def test_borders_say_where_the_table_ends() -> None:
    table = sheet_rows({**TASKS, 7: {"A": "Cộng", "B": "", "C": ""}}, style=1)
    below = sheet_rows({9: {"A": "một", "B": "hai", "C": "ba"}})
    data = xlsx(
        table.replace("</sheetData>", "") + below.replace("<sheetData>", ""), styles=BORDERED
    )
    first, _ = shapes(read(data))
    assert first == [["STT", "Nhiệm vụ", "Thời gian"], ["1", "Họp", "Quý I"], ["Cộng", "", ""]]


def test_a_table_of_two_columns_is_found_without_borders() -> None:
    rows = {
        1: {"A": "CHỈ TIÊU"},
        2: {"A": "Chỉ tiêu", "B": "Năm"},
        3: {"A": "a", "B": "1"},
        4: {"A": "b", "B": "2"},
    }
    assert shapes(read(xlsx(sheet_rows(rows)))) == [
        "CHỈ TIÊU",
        [["Chỉ tiêu", "Năm"], ["a", "1"], ["b", "2"]],
    ]


def test_merged_cells_repeat_their_text() -> None:
    rows = {**TASKS, 7: {"A": "2", "B": "Báo cáo"}, 8: {"A": "II. THỂ CHẾ"}, 9: TASKS[6]}
    merged = '<mergeCells><mergeCell ref="C6:C7"/><mergeCell ref="A8:C8"/></mergeCells>'
    table = only_table(xlsx(sheet_rows(rows) + merged))
    assert table.rows[2].texts == ("2", "Báo cáo", "Quý I")
    assert [cell.merge for cell in table.rows[2].cells] == [None, None, Merge.FROM_ABOVE]
    assert table.rows[3].texts == ("II. THỂ CHẾ",) * 3
    assert [cell.merge for cell in table.rows[3].cells] == [None, *[Merge.FROM_LEFT] * 2]


def test_a_merge_over_the_whole_sheet_does_not_blow_up() -> None:
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    data = xlsx('<dimension ref="A1:XFD1048576"/>' + sheet_rows({1: {"A": "x"}, **TASKS}) + merged)
    assert len(shapes(read(data))) > 0


def test_a_lone_cell_at_the_far_corner_does_not_blow_up() -> None:
    far = {1048576: {"XFD": "xa"}}
    assert shapes(read(xlsx(sheet_rows({**TASKS, **far})))) == [
        [["STT", "Nhiệm vụ", "Thời gian"], ["1", "Họp", "Quý I"]],
        "xa",
    ]


def cell(place: str, inside: str, attributes: str = "") -> str:
    return f'<c r="{place}" {attributes}>{inside}</c>'


@pytest.mark.parametrize(
    ("made", "text"),
    [
        pytest.param(cell("C6", "<v>0.98</v>", 's="2"'), "98%", id="percentage"),
        pytest.param(cell("C6", "<v>1</v>", 't="b"'), "x", id="true is a tick"),
        pytest.param(cell("C6", "<v>0</v>", 't="b"'), "", id="false is no tick"),
        pytest.param(cell("C6", "<f>A1</f><v>Quý II</v>", 't="str"'), "Quý II", id="formula"),
        pytest.param(cell("C6", "<v>1</v>", 't="s"'), "chung", id="shared text"),
        pytest.param(cell("C6", "<v>99</v>", 't="s"'), "", id="shared text that is not there"),
        pytest.param(cell("C6", "<v>2025-11-30</v>", 't="d"'), "30/11/2025", id="ISO date"),
        pytest.param(
            cell("C6", "<is><t>Së Néi vô</t></is>", 't="inlineStr" s="3"'), "Sở Nội vụ", id="TCVN3"
        ),
        pytest.param(
            cell("C6", "<is><t>a_x000D_\nb</t></is>", 't="inlineStr"'), "a\nb", id="line break"
        ),
    ],
)
def test_a_cell_shows_what_the_sheet_shows(made: str, text: str) -> None:
    rows = {**TASKS, 6: {"A": "1", "B": "Họp", "C": made}, 7: {"A": "2", "B": "b", "C": "c"}}
    strings = "<si><t>không</t></si><si><r><t>ch</t></r><r><t>ung</t></r><rPh><t>?</t></rPh></si>"
    table = only_table(xlsx(sheet_rows(rows), styles=BORDERED, strings=strings))
    assert table.rows[1].cells[2].text == text


def test_the_first_column_counts_and_the_others_measure() -> None:
    rows = {
        **TASKS,
        6: {"A": cell("A6", "<v>1.1</v>"), "B": "Họp", "C": cell("C6", "<v>1.1</v>")},
    }
    assert only_table(xlsx(sheet_rows(rows))).rows[1].texts == ("1.1", "Họp", "1,1")


def notices(document: Document) -> dict[str, dict[str, str]]:
    return {notice.code: dict(notice.data) for notice in document.notices}


def test_hidden_sheets_rows_and_columns_are_left_out_and_said() -> None:
    wide = {5: {**TASKS[5], "D": "Đơn vị"}, 6: {**TASKS[6], "D": "VP"}}
    rows = sheet_rows({**wide, 7: {"A": "2", "B": "ẩn", "C": "y"}}).replace(
        '<row r="7">', '<row r="7" hidden="1">'
    )
    columns = '<cols><col min="3" max="3" hidden="1"/></cols>'
    data = xlsx(
        columns + rows, sheet_rows(TASKS), names=("Hiện", "Ẩn"), states=("visible", "veryHidden")
    )
    document = read(data)
    assert shapes(document) == [[["STT", "Nhiệm vụ", "Đơn vị"], ["1", "Họp", "VP"]]]
    assert notices(document) == {
        "hidden_sheets": {"sheets": "Ẩn"},
        "hidden_rows": {"sheet": "Hiện", "count": "1"},
        "hidden_columns": {"sheet": "Hiện", "count": "1"},
    }


def test_an_error_in_a_cell_is_empty_and_said() -> None:
    rows = {**TASKS, 6: {"A": "1", "B": "Họp", "C": cell("C6", "<v>#REF!</v>", 't="e"')}}
    document = read(xlsx(sheet_rows(rows), names=("A",)))
    assert notices(document) == {"cell_errors": {"sheet": "A", "count": "1"}}
    assert "#REF!" not in str(shapes(document))


BARE = {number: {"A": cell(f"A{number}", "<f>1+1</f><v></v>")} for number in range(7, 20)}


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        pytest.param({}, Unreadable.FORMULAS_WITHOUT_VALUES, id="plain workbook"),
        pytest.param({"xl/vbaProject.bin": b"0"}, Unreadable.MACRO_FORMULAS, id="with macros"),
    ],
)
def test_a_sheet_of_formulas_without_results_is_refused(
    extra: dict[str, str | bytes], code: Unreadable
) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(xlsx(sheet_rows({**TASKS, **BARE}), extra=extra))
    assert refusal.value.code is code


def test_a_single_formula_without_result_is_only_said() -> None:
    rows = {**TASKS, 7: {"A": "Cộng", "B": "x", "C": cell("C7", "<f>SUM(C1)</f>")}}
    document = read(xlsx(sheet_rows(rows), names=("A",)))
    assert notices(document) == {"formulas_without_values": {"sheet": "A", "count": "1"}}


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_xlsx(xlsx(sheet_rows(TASKS)), "a", limits=Limits(cells=4))
    assert refusal.value.code is Unreadable.TOO_MANY_CELLS


def test_places_are_those_of_the_sheet() -> None:
    table = only_table(xlsx(sheet_rows(TASKS), names=("Phụ lục",)))
    span = table.rows[1].cells[1].span
    assert (span.sheet, span.table, span.row, span.cell) == ("Phụ lục", 1, 6, 2)
    assert table.name == "Phụ lục"


def converted(source: Path, ending: str, folder: Path) -> Path:
    soffice = require("soffice", "libreoffice-calc-nogui")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", ending, "--outdir", folder, source],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / f"{source.stem}.{ending}"


def test_an_old_workbook_reads_like_the_xlsx_it_came_from(shared: Path, tmp_path: Path) -> None:
    source = shared / "reading" / "samples" / "d07_so_tai_chinh_2024.xlsx"
    made = converted(source, "xls", tmp_path)
    assert shapes(open_document(made.read_bytes(), made.name)) == shapes(read(source.read_bytes()))


def test_a_format_that_hides_its_merges_says_so(tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    for row in TASKS.values():
        book.active.append(list(row.values()))
    book.save(source)
    made = converted(source, "ods", tmp_path)
    document = open_document(made.read_bytes(), made.name)
    assert shapes(document) == [[["STT", "Nhiệm vụ", "Thời gian"], ["1", "Họp", "Quý I"]]]
    assert notices(document) == {"merges_not_read": {}}
