"""Tables on pages: ruling, merged cells, wrapped lines, no borders, page ends; joining of parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.documents.model import Block, Cell, Document, Merge, Paragraph, Row, Span, Table
from cchc.documents.page_grid import grids
from cchc.documents.page_model import Rule
from cchc.documents.tables import join_split
from tests.documents.pages import Sheet, read, wrapped

ACROSS = (60.0, 95.0, 260.0, 380.0, 540.0)
HEADING = ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành")


def rows(document: Document) -> list[tuple[str, ...]]:
    return [row.texts for table in document.tables for row in table.rows]


def merges(document: Document) -> list[list[Merge | None]]:
    return [[cell.merge for cell in row.cells] for table in document.tables for row in table.rows]


def put(sheet: Sheet, y: float, texts: Sequence[str], *, bold: bool = False) -> float:
    """Print one row's texts into the columns, wrapped; return how far down they reach."""
    lowest = y
    for left, right, text in zip(ACROSS, ACROSS[1:], texts, strict=False):
        lines = [line for part in text.split("\n") for line in wrapped(part, right - left - 10)]
        lowest = max(lowest, sheet.lines(left + 5, y, lines, bold=bold))
    return lowest


def ruled(sheet: Sheet, y: float, table: Sequence[Sequence[str]], *, heading: bool = True) -> None:
    """Print a table with all its borders."""
    down = [y]
    for index, texts in enumerate(table):
        down.append(put(sheet, down[-1] + 13, texts, bold=heading and index == 0))
    sheet.grid(ACROSS, down)


TASKS = [
    ("1", "Rà soát quy trình tiếp nhận hồ sơ tại bộ phận một cửa của đơn vị", "Văn phòng", "Quý I"),
    ("2", "Tập huấn nghiệp vụ cho người làm đầu mối", "Phòng Tổ chức cán bộ", "Trước 30/6"),
    ("3", "Chấm điểm nội bộ", "Thanh tra", "Tháng 11"),
]


def test_wrapped_lines_of_a_cell_are_joined() -> None:
    found = read(lambda sheet: ruled(sheet, 100, [HEADING, *TASKS]))
    assert rows(found) == [HEADING, *TASKS]


def test_lines_that_open_with_a_dash_stay_lines() -> None:
    task = ("1", "- Ban hành kế hoạch\n- Báo cáo kết quả thực hiện hằng quý về Sở", "Sở", "Quý I")
    found = read(lambda sheet: ruled(sheet, 100, [HEADING, task]))
    assert rows(found)[1] == task


@pytest.mark.parametrize(
    ("lines", "width", "text"),
    [
        pytest.param(["HÀNH", "CHÍN", "H"], 44, "HÀNH CHÍNH", id="a word"),
        pytest.param(["Trước", "30/6/20", "24"], 50, "Trước 30/6/2024", id="a date"),
        pytest.param(["15/3", "15/6"], 34, "15/3 15/6", id="two dates"),
        pytest.param(["30/6", "2024"], 34, "30/6 2024", id="no date at all"),
        pytest.param(["Hàng", "năm"], 40, "Hàng năm", id="two words"),
        pytest.param(["Văn hóa -", "Xã hội"], 90, "Văn hóa - Xã hội", id="a name with a dash"),
    ],
)
def test_a_word_broken_by_a_narrow_cell_is_whole(lines: list[str], width: int, text: str) -> None:
    def page(sheet: Sheet) -> None:
        across = (60, 100, 100 + width, 400)
        for y, row in ((113, ["TT"]), (153, ["1"]), (153, ["Chấm điểm"])):
            sheet.lines(65 if row[0] != "Chấm điểm" else 105 + width, y, row)
        sheet.lines(105, 153, lines)
        sheet.grid(across, (100, 140, 220))

    assert rows(read(page))[1][1] == text


def test_borders_drawn_as_thin_boxes_are_borders() -> None:
    def page(sheet: Sheet) -> None:
        down = [100.0, 120.0, 140.0, 160.0]
        for y in down:
            sheet.thin_box(ACROSS[0], y, ACROSS[-1], y + 0.6)
        for x in ACROSS:
            sheet.thin_box(x, down[0], x + 0.6, down[-1])
        for y, texts in zip(
            down, [HEADING, ("1", "a", "b", "c"), ("2", "d", "e", "f")], strict=False
        ):
            put(sheet, y + 14, texts)

    assert rows(read(page))[1:] == [("1", "a", "b", "c"), ("2", "d", "e", "f")]


def test_a_merged_cell_repeats_its_text_and_an_empty_cell_with_borders_is_empty() -> None:
    def page(sheet: Sheet) -> None:
        down = [100.0, 120.0, 140.0, 160.0, 180.0]
        for y in down:
            for left, right in pairwise(ACROSS):
                if not (y == 140.0 and left == ACROSS[2]):
                    sheet.rule(left, y, right, y)
        for x in ACROSS:
            sheet.rule(x, 100, x, 160)
        for x in (ACROSS[0], ACROSS[1], ACROSS[-1]):
            sheet.rule(x, 160, x, 180)
        put(sheet, 114, ("1", "Rà soát", "Văn phòng", "Quý I"))
        sheet.text(ACROSS[0] + 5, 134, "2")
        sheet.text(ACROSS[1] + 5, 134, "Báo cáo")
        sheet.text(ACROSS[2] + 5, 134, "Thanh tra")
        sheet.text(ACROSS[0] + 5, 154, "3")
        sheet.text(ACROSS[1] + 5, 154, "Công khai")
        sheet.text(ACROSS[0] + 5, 174, "II")
        sheet.text(ACROSS[1] + 5, 174, "CẢI CÁCH THỂ CHẾ")

    found = read(page)
    assert rows(found) == [
        ("1", "Rà soát", "Văn phòng", "Quý I"),
        ("2", "Báo cáo", "Thanh tra", ""),
        ("3", "Công khai", "Thanh tra", ""),
        ("II", *["CẢI CÁCH THỂ CHẾ"] * 3),
    ]
    assert merges(found)[2] == [None, None, Merge.FROM_ABOVE, None]
    assert merges(found)[3] == [None, None, Merge.FROM_LEFT, Merge.FROM_LEFT]


def test_rows_without_a_rule_between_them_are_parted_by_their_numbers() -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid(ACROSS, [100, 120, 240])
        put(sheet, 114, HEADING)
        for y, texts in ((136, TASKS[0]), (186, TASKS[1]), (221, TASKS[2])):
            put(sheet, y, texts)

    assert rows(read(page)) == [HEADING, *TASKS]


def test_a_table_without_borders_is_found_by_its_gutters() -> None:
    def page(sheet: Sheet) -> None:
        sheet.centred(300, 70, "PHỤ LỤC", bold=True)
        y = put(sheet, 100, HEADING, bold=True) + 6
        sheet.text(ACROSS[0] + 5, y, "I")
        sheet.text(ACROSS[1] + 5, y, "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH NĂM 2024", bold=True)
        y += 21
        for task in TASKS:
            y = put(sheet, y, task) + 6
        sheet.lines(60, y + 30, wrapped("Các đơn vị báo cáo kết quả về Văn phòng " * 5, 480))

    found = read(page)
    assert rows(found)[0] == HEADING
    assert rows(found)[1][:2] == ("I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH NĂM 2024")
    assert rows(found)[2:] == TASKS
    assert [p.text.split()[0] for p in found.paragraphs] == ["PHỤ", "Các"]


def test_running_text_is_no_table() -> None:
    text = "Tổ chức thực hiện nghiêm túc các nội dung đã đề ra trong kế hoạch của năm, bảo đảm "
    found = read(lambda sheet: sheet.lines(85, 100, wrapped(text * 6, 456)) and None)
    assert not list(found.tables)


def test_a_table_over_the_page_end_is_one_its_heading_once_its_broken_row_whole() -> None:
    def first(sheet: Sheet) -> None:
        sheet.grid(ACROSS, [620, 640, 680, 715])
        put(sheet, 634, HEADING, bold=True)
        put(sheet, 653, ("1", "Rà soát quy trình", "Văn phòng", "Quý I"))
        put(sheet, 693, ("2", "Tập huấn nghiệp vụ cho", "Phòng Tổ chức", "Trước 30/6"))
        sheet.centred(300, 810, "1")

    def second(sheet: Sheet) -> None:
        sheet.grid(ACROSS, [60, 80, 100, 120])
        put(sheet, 74, HEADING, bold=True)
        put(sheet, 94, ("", "người làm đầu mối", "cán bộ", ""))
        put(sheet, 114, ("3", "Chấm điểm", "Thanh tra", "Tháng 11"))
        sheet.centred(300, 810, "2")

    found = read(first, second)
    assert len(list(found.tables)) == 1
    assert rows(found) == [
        HEADING,
        ("1", "Rà soát quy trình", "Văn phòng", "Quý I"),
        ("2", "Tập huấn nghiệp vụ cho người làm đầu mối", "Phòng Tổ chức cán bộ", "Trước 30/6"),
        ("3", "Chấm điểm", "Thanh tra", "Tháng 11"),
    ]
    assert merges(found)[2][1] is Merge.PAGE_BREAK
    last = next(found.tables).rows[-1]
    assert (last.span.page, last.span.table, last.span.row) == (2, 1, 4)


def cells(*texts: str, page: int | None, y: float = 0.1, bold: bool = False) -> Row:
    """A row of equal columns at a height of a page."""
    count = len(texts)
    found = []
    for place, text in enumerate(texts):
        box = (place / count, y, (place + 1) / count, y + 0.05) if page else None
        found.append(Cell(text, bold=bold, span=Span(page=page, box=box)))
    box = (0.0, y, 1.0, y + 0.05) if page else None
    return Row(tuple(found), span=Span(page=page, box=box))


def table(*given_rows: Row) -> Table:
    return Table(given_rows, span=given_rows[0].span)


END, START = 0.9, 0.08


@pytest.mark.parametrize(
    ("second", "count"),
    [
        pytest.param([("4", "d", "e")], 1, id="goes on without a heading"),
        pytest.param([("STT", "Việc", "Hạn"), ("4", "d", "e")], 1, id="repeats its heading"),
        pytest.param([("STT", "Chỉ tiêu", "Mức"), ("1", "d", "e")], 2, id="has another heading"),
        pytest.param([("4", "d", "e", "f")], 2, id="has other columns"),
    ],
)
def test_the_next_page_goes_on_with_the_table_or_not(
    second: list[tuple[str, ...]], count: int
) -> None:
    first = table(
        cells("STT", "Việc", "Hạn", page=1, bold=True), cells("3", "b", "c", page=1, y=END)
    )
    rest = table(*(cells(*texts, page=2, y=START + 0.06 * i) for i, texts in enumerate(second)))
    joined = join_split([first, rest])
    assert len(joined) == count
    if count == 1:
        assert isinstance(joined[0], Table)
        assert [row.texts for row in joined[0].rows] == [
            ("STT", "Việc", "Hạn"),
            ("3", "b", "c"),
            ("4", "d", "e"),
        ]


def test_where_no_pages_are_known_only_a_repeated_heading_joins() -> None:
    first = table(cells("STT", "Việc", page=None), cells("1", "a", page=None))
    other = table(cells("2", "b", page=None))
    again = table(cells("STT", "Việc", page=None), cells("2", "b", page=None))
    assert len(join_split([first, other])) == 2
    assert len(join_split([first, again])) == 1


def test_a_paragraph_between_keeps_tables_apart() -> None:
    first = table(cells("STT", "Việc", page=1, y=END), cells("1", "a", page=1, y=END))
    again = table(cells("STT", "Việc", page=2, y=START), cells("2", "b", page=2, y=START))
    assert len(join_split([first, Paragraph("PHỤ LỤC II"), again])) == 3


def test_a_vertical_merge_goes_on_over_the_page_end() -> None:
    def merged(text: str, page: int, y: float) -> Cell:
        return Cell(text, Merge.FROM_ABOVE, span=Span(page=page, box=(1 / 3, y, 2 / 3, y + 0.05)))

    upper = cells("2", "Nâng cao chất lượng", "b", page=1, y=END)
    above = cells("1", "Nâng cao chất lượng", "a", page=1, y=END - 0.06)
    upper = Row(
        (upper.cells[0], merged("Nâng cao chất lượng", 1, END), upper.cells[2]), span=upper.span
    )
    first = table(cells("STT", "Mục tiêu", "Việc", page=1), above, upper)
    rest = table(
        cells("3", "", "c", page=2, y=START), cells("4", "Khác", "d", page=2, y=START + 0.1)
    )
    joined = join_split([first, rest])[0]
    assert isinstance(joined, Table)
    assert [row.texts[1] for row in joined.rows[1:]] == ["Nâng cao chất lượng"] * 3 + ["Khác"]
    assert joined.rows[3].cells[1].merge is Merge.FROM_ABOVE


_TABLES = st.lists(
    st.builds(
        lambda texts, page: table(
            *(cells(*row, page=page, y=0.1 * i) for i, row in enumerate(texts))
        ),
        st.lists(
            st.tuples(*[st.sampled_from(["", "1", "2", "STT", "việc", "Báo cáo;", "II"])] * 3),
            min_size=1,
            max_size=4,
        ),
        st.one_of(st.none(), st.integers(1, 4)),
    ),
    max_size=5,
)


@given(_TABLES)
def test_joining_loses_no_word_but_repeated_headings_and_keeps_rows_even(
    tables: list[Table],
) -> None:
    joined: tuple[Block, ...] = join_split(tables)
    assert len(joined) <= len(tables)
    for block in joined:
        assert isinstance(block, Table)
        assert len({len(row.cells) for row in block.rows}) == 1
    before = {text for block in tables for row in block.rows for text in row.texts}
    after = "\n".join(t for b in joined if isinstance(b, Table) for r in b.rows for t in r.texts)
    assert all(text in after for text in before)


_RULES = st.lists(
    st.builds(
        lambda x, y, length, level: (
            Rule(x, y, x + length, y) if level else Rule(x, y, x, y + length)
        ),
        st.integers(0, 500),
        st.integers(0, 700),
        st.integers(1, 300),
        st.booleans(),
    ),
    max_size=40,
)


@given(_RULES)
def test_the_cells_of_a_grid_cover_each_place_once(rules: list[Rule]) -> None:
    for grid in grids(rules):
        places = [
            (row, column)
            for region in grid.regions
            for row in range(region.row, region.row_end)
            for column in range(region.column, region.column_end)
        ]
        assert len(places) == len(set(places)) == (len(grid.down) - 1) * (len(grid.across) - 1)
