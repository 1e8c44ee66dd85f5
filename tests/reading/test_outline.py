"""Headings and their levels; a numbered full sentence is an item, not a heading."""

from __future__ import annotations

import pytest

from cchc.reading.outline import Node, build_outline, path_to, sections_of, walk
from cchc.reading.parts import Entry
from tests.reading.making import bold, entries, paragraph


def sections(*texts: str) -> list[tuple[str | None, int, str]]:
    found = sections_of(build_outline(entries(*texts)))
    return [(one.label, one.level, one.title) for one in found]


def test_headings_nest_by_their_labels() -> None:
    assert sections(
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "- Nâng cao chất lượng phục vụ.",
        "2. Yêu cầu",
        "- Bám sát nhiệm vụ được giao.",
        "II. NHIỆM VỤ",
        "1. Cải cách thể chế",
        "a) Xây dựng văn bản",
        "- Rà soát văn bản.",
        "b) Thi hành pháp luật",
        "- Theo dõi thi hành pháp luật.",
        "2. Cải cách tài chính công",
        "- Giải ngân vốn.",
    ) == [
        ("I", 1, "MỤC ĐÍCH, YÊU CẦU"),
        ("1", 2, "Mục đích"),
        ("2", 2, "Yêu cầu"),
        ("II", 1, "NHIỆM VỤ"),
        ("1", 2, "Cải cách thể chế"),
        ("a", 3, "Xây dựng văn bản"),
        ("b", 3, "Thi hành pháp luật"),
        ("2", 2, "Cải cách tài chính công"),
    ]


@pytest.mark.parametrize(
    ("labels", "levels"),
    [
        (["A. ", "I. ", "1. ", "a) "], [1, 2, 3, 4]),
        (["I. ", "1. ", "1.1. ", "1.1.1. "], [1, 2, 3, 4]),
        (["1. ", "1.1. ", "2. ", "2.1. "], [1, 2, 1, 2]),
        (["1. ", "a) ", "b) ", "2. "], [1, 2, 2, 1]),
        (["I. ", "1. ", "II. ", "1. "], [1, 2, 1, 2]),
        (["Phần thứ nhất: ", "I. ", "1. ", "Phần thứ hai: "], [1, 2, 3, 1]),
        (["I. ", "a) ", "b) ", "II. "], [1, 2, 2, 1]),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_levels_follow_the_labels_and_no_fixed_table(labels: list[str], levels: list[int]) -> None:
    texts = [f"{label}Cải cách thể chế" for label in labels]
    assert [level for _, level, _ in sections(*texts)] == levels


@pytest.mark.parametrize(
    "heading",
    [
        "I. MỤC TIÊU",
        "1. Cải cách thể chế",
        "1. Cải cách thủ tục hành chính:",
        "II. Tổ chức thực hiện",
        "1. Văn phòng Sở",
        "2. Kinh phí thực hiện",
        "A. ĐÁNH GIÁ CHUNG",
    ],
)
def test_a_short_title_is_a_heading_even_with_nothing_under_it(heading: str) -> None:
    title = heading.split(". ", 1)[1].rstrip(":")
    below = ["- Rà soát."] if heading.endswith(":") else []
    assert [found[2] for found in sections(heading, *below)] == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn tỉnh.",
        "2. Gắn trách nhiệm của người đứng đầu với kết quả cải cách hành chính hằng năm;",
        "1. Thủ trưởng các phòng, đơn vị chủ động triển khai kế hoạch. Định kỳ báo cáo Văn phòng.",
        "- Cải cách thể chế",
        "+ Cải cách thể chế",
        "Cải cách thể chế là nhiệm vụ quan trọng.",
    ],
)
def test_a_full_sentence_or_a_dash_is_no_heading(sentence: str) -> None:
    assert sections(sentence) == []


def test_automatic_numbers_are_labels_like_printed_ones() -> None:
    body = entries(
        paragraph("NHIỆM VỤ", label="II.", heading=1),
        paragraph("Cải cách thể chế", label="1.", heading=2),
    )
    found = sections_of(build_outline(body))
    assert [(one.label, one.level) for one in found] == [("II", 1), ("1", 2)]


def test_a_heading_by_style_alone_is_a_group_and_no_section() -> None:
    root = build_outline(
        entries(paragraph("Cải cách thể chế", heading=2), "- Rà soát văn bản của tỉnh.")
    )
    assert [node.title for node in walk(root)] == ["Cải cách thể chế"]
    assert sections_of(root) == []


def test_a_part_on_a_line_of_its_own_numbers_the_title_below_it() -> None:
    found = sections("Phần thứ nhất", "MỤC TIÊU", "I. Mục tiêu chung", "PHẦN II", "NHIỆM VỤ")
    assert [(level, title) for _, level, title in found] == [
        (1, "MỤC TIÊU"),
        (2, "Mục tiêu chung"),
        (1, "NHIỆM VỤ"),
    ]


def test_a_title_in_capitals_without_a_number_closes_the_section_before_it() -> None:
    root = build_outline(
        entries("I. NHIỆM VỤ", "1. Cải cách thể chế", "TỔ CHỨC THỰC HIỆN", "- Các phòng báo cáo.")
    )
    first, last = root.children
    assert isinstance(first, Node)
    assert isinstance(last, Node)
    assert (first.title, last.title) == ("NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN")
    assert [one.title for one in sections_of(root)] == ["NHIỆM VỤ", "Cải cách thể chế"]


def test_a_bold_numbered_line_is_a_heading() -> None:
    root = build_outline(entries(bold("1. Rà soát và đơn giản hóa"), "Các phòng rà soát hồ sơ."))
    assert [one.title for one in sections_of(root)] == ["Rà soát và đơn giản hóa"]


def test_a_starred_title_over_dashes_is_a_group_and_no_section() -> None:
    root = build_outline(
        entries("1. Cải cách tài chính công", "* Quản lý tài sản công:", "- Kiểm kê tài sản.")
    )
    assert [node.title for node in walk(root)] == [
        "Cải cách tài chính công",
        "Quản lý tài sản công",
    ]
    assert [one.label for one in sections_of(root)] == ["1"]


def test_a_numbered_sentence_that_goes_on_the_numbering_stands_beside_its_headings() -> None:
    root = build_outline(
        entries(
            "I. NHIỆM VỤ",
            "1. Cải cách thể chế",
            "- Rà soát văn bản.",
            "2. Các phòng chủ động triển khai các nhiệm vụ khác được Giám đốc Sở giao.",
        )
    )
    (part,) = root.children
    assert isinstance(part, Node)
    assert isinstance(part.children[-1], Entry)
    assert part.children[-1].label is not None
    assert part.children[-1].label.text == "2"


def test_the_path_leads_from_the_outermost_heading() -> None:
    root = build_outline(
        entries("I. NHIỆM VỤ", "1. Cải cách thể chế", "a) Xây dựng văn bản", "- Rà soát văn bản.")
    )
    last = walk(root)[-1]
    assert [node.title for node in path_to(root, last)] == [
        "NHIỆM VỤ",
        "Cải cách thể chế",
        "Xây dựng văn bản",
    ]
