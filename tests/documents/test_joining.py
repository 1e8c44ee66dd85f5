"""Joining printed lines: where a paragraph begins, and what was broken over two lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.documents.joining import (
    ends_open,
    join_lines,
    join_pair,
    starts_paragraph,
    text_width,
)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("theo Nghị quyết số 18-", "NQ/TW của Đảng", "theo Nghị quyết số 18-NQ/TW của Đảng"),
        ("Kế hoạch số 27/KH-", "UBND ngày 05/01", "Kế hoạch số 27/KH-UBND ngày 05/01"),
        ("Quyết định số 2207/", "QĐ-UBND", "Quyết định số 2207/QĐ-UBND"),
        ("Quyết định số 2207", "/QĐ-UBND", "Quyết định số 2207/QĐ-UBND"),
        ("số 155/2025/", "NĐ-CP", "số 155/2025/NĐ-CP"),
        ("trước ngày 15/", "12", "trước ngày 15/12"),
        ("hoàn thành trong quý", "III/2026", "hoàn thành trong quý III/2026"),
        ("giải quyết thủ tục", "hành chính", "giải quyết thủ tục hành chính"),
        ("Phòng Kế hoạch -", "Tài chính", "Phòng Kế hoạch - Tài chính"),
        ("đạt 95%", "- Rà soát", "đạt 95% - Rà soát"),
        ("năm 2026", "- Báo cáo kết quả", "năm 2026 - Báo cáo kết quả"),
    ],
)
def test_a_broken_symbol_is_joined_and_words_keep_their_space(
    before: str, after: str, joined: str
) -> None:
    assert join_pair(before, after) == joined


@pytest.mark.parametrize(
    ("previous", "line"),
    [
        ("nội dung sau đây", "1. Rà soát thủ tục"),
        ("nội dung sau đây", "a) Rà soát thủ tục"),
        ("nội dung sau đây", "- Rà soát thủ tục"),
        ("nội dung sau đây", "+ Rà soát thủ tục"),
        ("của tỉnh Mẫu", "II. NHIỆM VỤ"),
        ("của tỉnh Mẫu", "Căn cứ Luật Tổ chức chính quyền địa phương"),
        ("xây dựng chính quyền số", "4. Tuyên truyền cải cách hành chính"),
        ("đúng thời hạn", "Nơi nhận:"),
        ("đúng thời hạn", "PHỤ LỤC I"),
        ("đúng thời hạn", "Trên đây là Kế hoạch"),
        ("Nâng cao chất lượng", "TỔ CHỨC THỰC HIỆN"),
        ("TỔ CHỨC THỰC HIỆN", "Các phòng căn cứ kế hoạch"),
    ],
)
def test_some_lines_say_themselves_that_they_begin_a_paragraph(previous: str, line: str) -> None:
    assert starts_paragraph(previous, line)


@pytest.mark.parametrize(
    ("previous", "line"),
    [
        ("hoàn thành trong quý", "I, báo cáo Giám đốc Sở"),
        ("hoàn thành trong quý", "III/2026"),
        ("quy định tại khoản", "1 Điều 5 Nghị định"),
        ("chậm nhất ngày", "15 tháng 12"),
        ("chậm nhất ngày", "15/12; các phòng"),
        ("Kế hoạch số 27", "-KH/TU của Tỉnh ủy"),
        ("NÂNG CAO CHẤT LƯỢNG", "PHỤC VỤ NGƯỜI DÂN"),
        ("giải quyết thủ tục", "hành chính đúng hạn"),
        ("của Sở", "Xây dựng tỉnh Mẫu"),
    ],
)
def test_a_line_that_goes_on_begins_no_paragraph(previous: str, line: str) -> None:
    assert not starts_paragraph(previous, line)


@pytest.mark.parametrize("closed", ["đúng hạn.", "như sau:", "đúng hạn;", "“một cửa”.", "./."])
def test_a_closed_line_ends_its_sentence(closed: str) -> None:
    assert not ends_open(closed)


@pytest.mark.parametrize("open_line", ["giải quyết thủ tục", "các phòng,", "số 18-", "(một cửa)"])
def test_an_open_line_is_in_the_middle_of_a_sentence(open_line: str) -> None:
    assert ends_open(open_line)


def test_capitals_print_wider_and_thin_letters_narrower() -> None:
    assert text_width("MMMM") > text_width("nnnn") > text_width("iiii")
    assert text_width("một cửa") == pytest.approx(text_width("một") + text_width("cửa") + 0.6)


WORDS = st.text("abcđÂNQ0127/-–.,;%()", min_size=1, max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), max_size=6))
def test_joining_lines_loses_no_letter(lines: list[str]) -> None:
    assert join_lines(lines).replace(" ", "") == "".join(lines).replace(" ", "")
