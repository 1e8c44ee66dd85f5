"""Tables whose borders were lost when a PDF was copied as text."""

from __future__ import annotations

import re
import textwrap

import pytest

from cchc.documents.model import Document, Kind, Paragraph, Table
from cchc.documents.plain import read_text
from cchc.reading.columns import Column
from cchc.reading.flattened import restore_tables
from cchc.reading.flattened_cells import Piece, cut_row, joined
from tests.reading.making import document, plan_document

HEAD = "TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Sản phẩm Thời hạn"
WIDTHS = (4, 26, 18, 18, 16, 14)
GROUP = ("I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "", "", "", "")
ROWS = [
    ("1", "Ban hành kế hoạch cải cách hành chính của Sở", "Văn phòng Sở", "", "Kế hoạch", "Quý I"),
    ("2", "Kiểm tra công vụ tại các đơn vị trực thuộc", "Thanh tra Sở", "Văn phòng Sở",
     "Báo cáo", "Trước 30/6"),
    ("3", "Rà soát các thủ tục hành chính thuộc thẩm quyền", "Văn phòng Sở",
     "Các phòng chuyên môn", "Quyết định", "Quý III"),
    ("4", "Số hóa hồ sơ, tài liệu lưu trữ của Sở", "Trung tâm Công nghệ thông tin",
     "Các phòng chuyên môn", "Báo cáo kết quả", "Thường xuyên"),
    ("5", "Đánh giá, xếp loại công chức theo quy định", "Phòng Tổ chức cán bộ", "Văn phòng Sở",
     "Quyết định", "Tháng 12"),
    ("6", "Khảo sát mức độ hài lòng của người dân", "Văn phòng Sở", "Các phòng chuyên môn",
     "Báo cáo", "Quý IV"),
]  # fmt: skip


def copied(row: tuple[str, ...]) -> str:
    """Lines of a row as a PDF gives them: cells one after the other, those of one line on one."""
    out: list[list[str]] = [[]]
    for text, width in zip(row, WIDTHS, strict=True):
        lines = textwrap.wrap(text, width)
        if len(lines) == 1:
            out[-1].append(lines[0])
        elif lines:
            head = out.pop()
            first = [*head, lines[0]] if head and len(head) == 1 else None
            if first is None:
                out.append(head)
            out.extend([first] if first else [[lines[0]]])
            out.extend([line] for line in lines[1:])
            out.append([])
    return "\n".join(" ".join(line) for line in out if line)


def restored(text: str) -> Document:
    return restore_tables(read_text(text, "phu_luc.txt"))


def table_of(text: str) -> Table:
    (table,) = restored(text).tables
    return table


def test_a_lost_table_is_cut_into_its_cells_again() -> None:
    table = table_of("\n".join([HEAD, *map(copied, ROWS)]))
    assert [tuple(" ".join(text.split()) for text in row.texts) for row in table.rows[1:]] == ROWS


def test_a_group_row_holds_its_title_alone() -> None:
    table = table_of("\n".join([HEAD, *map(copied, [GROUP, *ROWS])]))
    assert table.rows[1].texts == GROUP
    assert [row.texts[0] for row in table.rows[1:]] == ["I", "1", "2", "3", "4", "5", "6"]


def test_a_heading_repeated_on_a_new_page_is_no_row() -> None:
    table = table_of("\n".join([HEAD, *map(copied, ROWS[:3]), HEAD, *map(copied, ROWS[3:])]))
    assert [row.texts[0] for row in table.rows[1:]] == ["1", "2", "3", "4", "5", "6"]


def test_the_text_before_and_after_the_table_stays() -> None:
    found = restored(
        "\n".join(["PHỤ LỤC", HEAD, *map(copied, ROWS), "Nơi nhận: Sở Nội vụ; Lưu: VT."])
    )
    texts = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert texts == ["PHỤ LỤC", "Nơi nhận: Sở Nội vụ; Lưu: VT."]


def test_what_was_cut_out_says_so_and_the_printed_numbers_do_not() -> None:
    for row in table_of("\n".join([HEAD, *map(copied, ROWS)])).rows[1:]:
        assert row.cells[0].confidence is None
        assert all(cell.restored and cell.confidence for cell in row.cells[1:])
        assert row.span.line is not None


def test_no_word_of_a_lost_table_is_lost() -> None:
    text = "\n".join([HEAD, *map(copied, [GROUP, *ROWS])])
    cells = " ".join(" ".join(row.texts) for row in table_of(text).rows)
    assert sorted(re.findall(r"\w+", cells)) == sorted(re.findall(r"\w+", text))


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.PDF, Kind.XLSX, Kind.SCAN])
def test_other_files_know_their_tables_and_are_left_alone(kind: Kind) -> None:
    made = document(HEAD, *map(copied, ROWS), kind=kind)
    assert restore_tables(made) is made


def test_a_text_without_a_table_is_left_as_it_is() -> None:
    made = plan_document("I. MỤC ĐÍCH", "Nâng cao chất lượng.", kind=Kind.TEXT)
    assert restore_tables(made) == made


KINDS = (Column.TASK, Column.LEAD, Column.DEADLINE)


def test_cells_on_one_line_are_told_apart_by_what_columns_hold() -> None:
    cells, _ = cut_row([Piece(("Rà", "soát", "hồ", "sơ", "Văn", "phòng", "Sở", "Quý", "I"))], KINDS)
    assert [" ".join(lines) for lines in cells] == ["Rà soát hồ sơ", "Văn phòng Sở", "Quý I"]


def test_wrapped_lines_of_a_cell_are_joined_and_items_keep_their_lines() -> None:
    assert joined(["Rà soát", "hồ sơ"]) == "Rà soát hồ sơ"
    assert joined(["- Kế hoạch;", "- Báo cáo"]) == "- Kế hoạch;\n- Báo cáo"
    assert joined(["Quyết định số 2/QĐ-", "UBND"]) == "Quyết định số 2/QĐ-UBND"
