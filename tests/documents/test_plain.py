"""Text dumps: lines copied out of a PDF, tab-separated rows, pipe tables, Markdown."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.documents.model import Document, Kind, Paragraph, Table
from cchc.documents.plain import read_text

# Lines as they stand in a PDF: filled to the margin, broken wherever the margin came.
LINES = """\
Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh Mẫu về cải cách hành chính năm 2026,
Sở Xây dựng ban hành kế hoạch và giao các phòng, đơn vị triển khai, hoàn thành
các nhiệm vụ theo đúng thời hạn, báo cáo Giám đốc Sở xem xét, quyết định.
I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn tỉnh; bảo
đảm công khai, minh bạch, đúng hạn trong giải quyết thủ tục hành chính tại Bộ
phận Một cửa của Sở.
2. Gắn trách nhiệm của người đứng đầu với kết quả cải cách hành chính hằng năm.
a) Các phòng chủ động rà soát, đề xuất cắt giảm thành phần hồ sơ và thời gian
giải quyết đối với từng thủ tục.
- Văn phòng Sở tổng hợp.
""".splitlines()
PARAGRAPHS = [
    "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh Mẫu về cải cách hành chính năm 2026, Sở Xây dựng "
    "ban hành kế hoạch và giao các phòng, đơn vị triển khai, hoàn thành các nhiệm vụ theo đúng "
    "thời hạn, báo cáo Giám đốc Sở xem xét, quyết định.",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn tỉnh; bảo đảm công "
    "khai, minh bạch, đúng hạn trong giải quyết thủ tục hành chính tại Bộ phận Một cửa của Sở.",
    "2. Gắn trách nhiệm của người đứng đầu với kết quả cải cách hành chính hằng năm.",
    "a) Các phòng chủ động rà soát, đề xuất cắt giảm thành phần hồ sơ và thời gian giải quyết đối "
    "với từng thủ tục.",
    "- Văn phòng Sở tổng hợp.",
]


def read(text: str) -> Document:
    return read_text(text, "ke_hoach.txt")


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


def table_of(text: str) -> Table:
    (table,) = read(text).tables
    return table


def rows(text: str) -> list[tuple[str, ...]]:
    return [row.texts for row in table_of(text).rows]


@pytest.mark.parametrize(
    "dump",
    [
        pytest.param("\n".join(LINES), id="line under line"),
        pytest.param("\n\n".join(LINES), id="a blank line between lines"),
        pytest.param("\r\n".join(LINES), id="line ends of Windows"),
        pytest.param("\n".join(f"  {line}  " for line in LINES), id="spaces at the margins"),
        pytest.param("\n".join([*LINES[:5], "2", *LINES[5:]]).replace("\n2\n", "\n2\n\f"), id="ff"),
        pytest.param("\n".join([*LINES[:5], "\f2", *LINES[5:]]), id="page number on top"),
        pytest.param("\n".join([*LINES[:5], "\f- 2 -", *LINES[5:]]), id="page number in dashes"),
        pytest.param("\n".join([*LINES[:5], "Trang 1/3", "\f" + LINES[5], *LINES[6:]]), id="Trang"),
        pytest.param(
            "\n\n".join(LINES[:5]) + "\n\n\n2\n\n\n" + "\n\n".join(LINES[5:]),
            id="page number in the middle of a dump with blank lines",
        ),
        pytest.param("\ufeff" + "\n".join(LINES), id="byte order mark"),
    ],
)
def test_printed_lines_become_paragraphs_again(dump: str) -> None:
    assert texts(dump) == PARAGRAPHS


def test_a_blank_line_ends_a_paragraph_however_full_its_last_line() -> None:
    full = "Các phòng, đơn vị triển khai, báo cáo Giám đốc Sở trước ngày 15 tháng 12 hằng năm."
    assert texts(
        "\n".join([*LINES[:3], "", full, "", "Thanh tra Sở theo dõi.", "", *LINES[3:]])
    ) == [
        PARAGRAPHS[0],
        full,
        "Thanh tra Sở theo dõi.",
        *PARAGRAPHS[1:],
    ]


def test_a_paragraph_keeps_its_printed_lines_and_their_places() -> None:
    first = next(iter(read("\n\n".join(LINES)).paragraphs))
    assert [line.text for line in first.lines] == LINES[:3]
    assert [line.span.line for line in first.lines] == [1, 3, 5]
    assert first.span.line == 1


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("theo tinh thần Nghị quyết số 18-", "NQ/TW của Đảng", "Nghị quyết số 18-NQ/TW của"),
        ("báo cáo cấp có thẩm quyền trong quý", "III/2026, gửi Sở", "trong quý III/2026, gửi"),
        ("thực hiện đúng Quyết định số 2207/", "QĐ-UBND của tỉnh", "2207/QĐ-UBND của"),
        ("kết quả theo quy định tại khoản", "1 Điều 5 Luật này", "tại khoản 1 Điều 5 Luật"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "spaced"])
def test_what_was_broken_over_two_lines_is_one_again(
    first: str, second: str, joined: str, gap: str
) -> None:
    long = "Các phòng, đơn vị căn cứ nhiệm vụ được giao, tổ chức "
    lines = [*LINES, long + first, f"{second} và các cơ quan, đơn vị có liên quan."]
    dump = gap.join([*lines, *LINES[4:]])
    assert any(joined in text for text in texts(dump))


def test_running_heads_and_feet_are_dropped() -> None:
    head, foot = "Kế hoạch cải cách hành chính năm 2026", "Sở Xây dựng tỉnh Mẫu - trang"
    pages = [LINES[:4], LINES[4:8], LINES[8:]]
    dump = "\f".join(
        "\n".join([*([head] if at else []), *page, f"{foot} {at + 1}"]) + "\n"
        for at, page in enumerate(pages)
    )
    assert texts(dump) == PARAGRAPHS


def test_a_lone_number_that_is_no_page_number_is_kept() -> None:
    dump = (
        "Tổng số thủ tục được rà soát trong năm của Sở\n45\nthủ tục, trong đó có\n12\nliên thông."
    )
    assert re.findall(r"\d+", " ".join(texts(dump))) == ["45", "12"]


def test_tab_separated_rows_are_a_table() -> None:
    dump = (
        "KẾ HOẠCH\nSTT\tNhiệm vụ\tChủ trì\tThời hạn\nI\tThể chế\n"
        "1\tRà soát văn bản\tPhòng A<br>Phòng B\tQuý I\nNơi nhận: Sở Nội vụ"
    )
    assert rows(dump) == [
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
        ("I", "Thể chế", "", ""),
        ("1", "Rà soát văn bản", "Phòng A\nPhòng B", "Quý I"),
    ]
    assert texts(dump) == ["KẾ HOẠCH", "Nơi nhận: Sở Nội vụ"]


def test_cells_name_their_table_row_and_column() -> None:
    cell = table_of("Mở đầu\nTT\tViệc\n1\tRà soát").rows[1].cells[1]
    span = cell.span
    assert (span.line, span.table, span.row, span.cell) == (3, 1, 2, 2)


def test_a_cell_that_begins_or_ends_a_row_empty_keeps_its_place() -> None:
    assert rows("TT\tViệc\tHạn\n\tRà soát\tQuý I\n2\tBáo cáo\t") == [
        ("TT", "Việc", "Hạn"),
        ("", "Rà soát", "Quý I"),
        ("2", "Báo cáo", ""),
    ]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| 1 | Rà soát | Phòng A |", ("1", "Rà soát", "Phòng A")),
        ("| 1 | Rà soát<br>Báo cáo | Phòng A |", ("1", "Rà soát\nBáo cáo", "Phòng A")),
        ("| 1 | Rà soát<BR/>Báo cáo | Phòng A |", ("1", "Rà soát\nBáo cáo", "Phòng A")),
        (r"| 1 | Rà soát \| Báo cáo | Phòng A |", ("1", "Rà soát | Báo cáo", "Phòng A")),
        ("| **1** | **Rà soát** | Phòng A |", ("1", "Rà soát", "Phòng A")),
        ("| 1 | Rà soát <b>ngay</b> | Phòng A |", ("1", "Rà soát ngay", "Phòng A")),
        ("| 1 | | Phòng A |", ("1", "", "Phòng A")),
        ("| 1 | Rà soát | Phòng A", ("1", "Rà soát", "Phòng A")),
        ("  | 1 | Rà soát | Phòng A |  ", ("1", "Rà soát", "Phòng A")),
    ],
)
def test_a_pipe_row_is_cut_into_cells(line: str, cells: tuple[str, ...]) -> None:
    assert rows(f"| TT | Việc | Chủ trì |\n|:---|:---:|---:|\n{line}") == [
        ("TT", "Việc", "Chủ trì"),
        cells,
    ]


@pytest.mark.parametrize("dashes", ["|---|---|", "| :--- | ---: |", "|:-:|-|"])
def test_the_dashes_under_a_pipe_heading_are_no_row(dashes: str) -> None:
    assert rows(f"| TT | Việc |\n{dashes}\n| 1 | Rà soát |") == [("TT", "Việc"), ("1", "Rà soát")]


def test_a_pipe_cell_that_is_all_bold_says_so() -> None:
    table = table_of("| TT | **Việc** |\n|---|---|\n| 1 | **Rà** soát |")
    assert [cell.bold for row in table.rows for cell in row.cells] == [False, True, False, False]


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("# KẾ HOẠCH", ("KẾ HOẠCH", 1, True)),
        ("### 1. Công tác chỉ đạo", ("1. Công tác chỉ đạo", 3, True)),
        ("**I. MỤC ĐÍCH**", ("I. MỤC ĐÍCH", None, True)),
        ("Giao **Văn phòng** tổng hợp", ("Giao Văn phòng tổng hợp", None, False)),
        (r"1\. Rà soát \*thủ tục\*", ("1. Rà soát *thủ tục*", None, False)),
        (r"\- Rà soát", ("- Rà soát", None, False)),
        ("Xem <https://maukehoach.vn>", ("Xem https://maukehoach.vn", None, False)),
    ],
)
def test_marks_of_markdown_are_taken_out(line: str, read_as: tuple[str, int | None, bool]) -> None:
    (paragraph,) = read(f"{line}\n").paragraphs
    assert (paragraph.text, paragraph.heading, paragraph.bold) == read_as


@pytest.mark.parametrize("rule", ["---", "***", "_______", "====", "- - -"])
def test_a_drawn_rule_is_no_paragraph(rule: str) -> None:
    assert texts(f"Điều 1.\n\n{rule}\n\nĐiều 2.") == ["Điều 1.", "Điều 2."]


def test_headings_of_markdown_do_not_swallow_the_text_below() -> None:
    assert texts("## Mục đích\nnâng cao chất lượng\n## Yêu cầu\nđúng hạn") == [
        "Mục đích",
        "nâng cao chất lượng",
        "Yêu cầu",
        "đúng hạn",
    ]


def test_decomposed_letters_are_composed() -> None:
    assert texts("Ke\u0302\u0301 hoa\u0323ch") == ["Kế hoạch"]


def test_an_empty_text_is_an_empty_document() -> None:
    assert read(" \n\n\f \n") == Document(Kind.TEXT, "ke_hoach.txt", ())


WORD = st.sampled_from(
    "kế hoạch Sở Xây dựng rà soát I. 1. 1.1 a) - + * 18- NQ/TW quý III/2026 15/12 95% 2 3 TT STT "
    "| \t \f \n \n\n # ** KẾ HOẠCH PHỤ LỤC Nơi nhận: <br> \\- ; . , Căn cứ".split(" ")
)


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W\d_]", text))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORD, max_size=60))
def test_any_dump_is_read_and_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words).replace("<br>", "")
    document = read(text)
    printed = "".join(
        block.text
        if isinstance(block, Paragraph)
        else "".join("".join(r.texts) for r in block.rows)
        for block in document.blocks
    )
    if "\f" not in text:  # a running head is dropped by design
        assert _letters(printed) == _letters(text)
    lines = [block.span.line for block in document.blocks]
    assert all(line is not None for line in lines)
    assert all(one <= two for one, two in pairwise(line for line in lines if line))
