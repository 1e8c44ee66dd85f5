"""Tables that a dump keeps by spaces, as `pdftotext -layout` prints them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.documents.model import Table
from cchc.documents.plain import read_text
from cchc.documents.text_columns import begins_spaced_table

HEAD = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn")
WORKS = [
    ("1", "Rà soát văn bản quy phạm pháp luật của tỉnh", "Phòng Pháp chế", "Các phòng", "Quý I"),
    ("2", "Ban hành kế hoạch kiểm tra công vụ", "Thanh tra Sở", "Văn phòng Sở", "Trước 15/3"),
    ("3", "Tự kiểm tra văn bản", "Phòng Pháp chế", "Các phòng", "Quý II"),
    ("4", "Công khai kết quả giải quyết thủ tục hành chính", "Văn phòng Sở", "", "Hàng tháng"),
    ("5", "Khảo sát sự hài lòng của người dân", "Văn phòng Sở", "Các phòng", "Quý III, IV"),
    ("6", "Số hóa hồ sơ, tài liệu lưu trữ", "Trung tâm Lưu trữ", "Các phòng", "Cả năm"),
]
MORE = [
    ("7", "Bồi dưỡng kỹ năng tiếp công dân", "Văn phòng Sở", "Các phòng", "Tháng 9"),
    ("8", "Rà soát tài sản công", "Phòng Tài chính", "", "Quý IV"),
    ("9", "Tổng kết thi đua, khen thưởng", "Văn phòng Sở", "Các phòng", "Trước 10/12"),
]
WIDTHS = (5, 34, 20, 18, 12)


def printed(row: tuple[str, ...], shift: int = 0) -> list[str]:
    """One row as lines with spaces between the columns, wrapped within them."""
    wrapped = [
        textwrap.wrap(text, width - 3) or [""] for text, width in zip(row, WIDTHS, strict=True)
    ]
    height = max(len(lines) for lines in wrapped)
    return [
        " " * shift
        + "".join(
            (lines[at] if at < len(lines) else "").ljust(width)
            for lines, width in zip(wrapped, WIDTHS, strict=True)
        ).rstrip()
        for at in range(height)
    ]


def dump(rows: list[tuple[str, ...]], shift: int = 0) -> str:
    return "\n".join(line for row in [HEAD, *rows] for line in printed(row, shift))


def table_of(text: str) -> Table:
    (table,) = read_text(text, "phu_luc.txt").tables
    return table


def test_columns_kept_by_spaces_are_a_table() -> None:
    assert [row.texts for row in table_of(dump(WORKS)).rows] == [HEAD, *WORKS]


def test_a_group_title_that_runs_over_the_columns_stays_in_one_cell() -> None:
    group = "I    Cải cách thể chế và công tác chỉ đạo, điều hành của Giám đốc Sở"
    lines = dump(WORKS).splitlines()
    table = table_of("\n".join([lines[0], group, *lines[1:]]))
    assert table.rows[1].texts == (
        "I",
        "Cải cách thể chế và công tác chỉ đạo, điều hành của Giám đốc Sở",
        "",
        "",
        "",
    )
    assert [row.texts for row in table.rows[2:]] == WORKS


def test_columns_may_shift_from_page_to_page() -> None:
    first, second = dump(WORKS), dump(MORE, shift=2)
    below = "\n".join(second.splitlines()[1:])
    table = table_of(f"{first}\n\f{below}")
    assert [row.texts for row in table.rows] == [HEAD, *WORKS, *MORE]


def test_the_table_ends_where_the_recipients_begin() -> None:
    document = read_text(dump(WORKS) + "\nNơi nhận: Sở Nội vụ; Lưu: VT.", "phu_luc.txt")
    (table,) = document.tables
    assert [row.texts for row in table.rows] == [HEAD, *WORKS]
    assert [one.text for one in document.paragraphs] == ["Nơi nhận: Sở Nội vụ; Lưu: VT."]


@pytest.mark.parametrize(
    "line",
    [
        "TT   Nhiệm vụ     Chủ trì      Thời hạn",
        "  STT    Nội dung công việc     Đơn vị      Kết quả",
        "Số TT   Nhiệm vụ     Chủ trì      Thời hạn",
    ],
)
def test_a_heading_kept_by_spaces_begins_a_table(line: str) -> None:
    assert begins_spaced_table(line)


@pytest.mark.parametrize(
    "line",
    [
        "TT Nhiệm vụ Chủ trì Thời hạn",
        "TTHC   được   công bố   lại",
        "SỞ XÂY DỰNG        CỘNG HÒA        XÃ HỘI",
    ],
)
def test_another_line_with_wide_spaces_does_not(line: str) -> None:
    assert not begins_spaced_table(line)


def test_a_heading_with_nothing_below_it_is_read() -> None:
    assert "Nhiệm vụ" in str(read_text(dump([]), "phu_luc.txt").blocks)


CELLS = st.lists(st.sampled_from("Rà soát Phòng báo cáo quý I 15/3 hạn".split()), max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[CELLS.map(" ".join)] * 5), min_size=1, max_size=6))
def test_no_word_of_a_spaced_table_is_lost(rows: list[tuple[str, ...]]) -> None:
    text = dump(rows)
    found: list[str] = []
    for block in read_text(text, "phu_luc.txt").blocks:
        if isinstance(block, Table):
            found.extend(cell for row in block.rows for cell in row.texts)
        else:
            found.append(block.text)
    assert sorted(" ".join(found).split()) == sorted(text.split())
