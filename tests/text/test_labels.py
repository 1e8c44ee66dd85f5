"""Outline labels: the printed forms of Decree 30/2020/NĐ-CP, annex I, and those of real plans."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.text.labels import (
    Label,
    LabelKind,
    bare_label,
    ordinal,
    part_alone,
    roman_value,
    split_label,
)

PART, UPPER, ROMAN = LabelKind.PART, LabelKind.UPPER, LabelKind.ROMAN
ARABIC, LETTER = LabelKind.ARABIC, LabelKind.LETTER
BRACKETED, STAR = LabelKind.BRACKETED, LabelKind.STAR
DASH, PLUS = LabelKind.DASH, LabelKind.PLUS


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("I. Mục đích", Label(ROMAN, "I"), "Mục đích"),
        ("II/ Yêu cầu", Label(ROMAN, "II"), "Yêu cầu"),
        ("IV) Tổ chức", Label(ROMAN, "IV"), "Tổ chức"),
        ("III - Nhiệm vụ", Label(ROMAN, "III"), "Nhiệm vụ"),
        ("XIV. Kinh phí", Label(ROMAN, "XIV"), "Kinh phí"),
        ("Mục I. Rà soát", Label(ROMAN, "I"), "Rà soát"),
        ("Phần thứ nhất: Mục tiêu", Label(PART, "Phần thứ nhất"), "Mục tiêu"),
        ("PHẦN I. ĐÁNH GIÁ", Label(PART, "I"), "ĐÁNH GIÁ"),
        ("Phần II Nhiệm vụ", Label(PART, "II"), "Nhiệm vụ"),
        ("A. MỤC TIÊU", Label(UPPER, "A"), "MỤC TIÊU"),
        ("C. NHIỆM VỤ", Label(UPPER, "C"), "NHIỆM VỤ"),
        ("Đ. KINH PHÍ", Label(UPPER, "Đ"), "KINH PHÍ"),
        ("1. Rà soát", Label(ARABIC, "1"), "Rà soát"),
        ("1.Rà soát", Label(ARABIC, "1"), "Rà soát"),
        ("1) Rà soát", Label(ARABIC, "1"), "Rà soát"),
        ("1/ Rà soát", Label(ARABIC, "1"), "Rà soát"),
        ("100. Rà soát", Label(ARABIC, "100"), "Rà soát"),
        ("1. “Ngày thứ Sáu không hẹn”", Label(ARABIC, "1"), "“Ngày thứ Sáu không hẹn”"),
        ("1.1. Rà soát", Label(ARABIC, "1.1", 2), "Rà soát"),
        ("1.1 Rà soát", Label(ARABIC, "1.1", 2), "Rà soát"),
        ("3.2.Rà soát", Label(ARABIC, "3.2", 2), "Rà soát"),
        ("2.3.1. Rà soát", Label(ARABIC, "2.3.1", 3), "Rà soát"),
        ("a) Rà soát", Label(LETTER, "a"), "Rà soát"),
        ("a. Rà soát", Label(LETTER, "a"), "Rà soát"),
        ("(b) Rà soát", Label(LETTER, "b"), "Rà soát"),
        ("đ) Rà soát", Label(LETTER, "đ"), "Rà soát"),
        ("- Rà soát", Label(DASH, ""), "Rà soát"),
        ("-Rà soát", Label(DASH, ""), "Rà soát"),
        ("– Rà soát", Label(DASH, ""), "Rà soát"),
        ("• Rà soát", Label(DASH, ""), "Rà soát"),
        ("\uf0b7 Rà soát", Label(DASH, ""), "Rà soát"),
        ("- 15 ngày làm việc", Label(DASH, ""), "15 ngày làm việc"),
        ("+ Rà soát", Label(PLUS, ""), "Rà soát"),
        ("- + Rà soát", Label(PLUS, ""), "Rà soát"),
        ("* Quản lý tài sản", Label(STAR, ""), "Quản lý tài sản"),
        ("(1) Rà soát", Label(BRACKETED, "1"), "Rà soát"),
        ("(ii) Rà soát", Label(BRACKETED, "ii"), "Rà soát"),
        ("iii) Rà soát", Label(BRACKETED, "iii"), "Rà soát"),
        ("► Rà soát", Label(DASH, ""), "Rà soát"),
        ("o Rà soát", Label(DASH, ""), "Rà soát"),
        ("  1.  Rà soát  ", Label(ARABIC, "1"), "Rà soát"),
    ],
)
def test_a_printed_label_is_split_off(line: str, label: Label, rest: str) -> None:
    assert split_label(line) == (label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "15/12/2026 là hạn cuối",
        "95% hồ sơ đúng hạn",
        "98,5%",
        "1.200 hồ sơ",
        "2026",
        "30 ngày",
        "-5 độ",
        "IV/2026 hoàn thành",
        "V/v rà soát",
        "Quý I",
        "a",
        "1.",
        "I.",
        "Việc rà soát",
        "Phần mềm một cửa",
        "Phần lớn hồ sơ",
        "o bế",
        "(2026) là năm",
        "",
        "   ",
    ],
)
def test_a_date_a_number_or_a_word_is_no_label(line: str) -> None:
    assert split_label(line) == (None, line.strip())


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("1", Label(ARABIC, "1")),
        ("12.", Label(ARABIC, "12")),
        ("(3)", Label(ARABIC, "3")),
        ("1.1", Label(ARABIC, "1.1", 2)),
        ("2.3.1.", Label(ARABIC, "2.3.1", 3)),
        (" II. ", Label(ROMAN, "II")),
        ("X", Label(ROMAN, "X")),
        ("đ)", Label(LETTER, "đ")),
        ("A", Label(UPPER, "A")),
        ("C", Label(UPPER, "C")),
        ("i", Label(LETTER, "i")),
    ],
)
def test_a_numbering_cell_is_a_label(cell: str, label: Label) -> None:
    assert bare_label(cell) == label


@pytest.mark.parametrize("cell", ["", "  ", "-", "IIII", "12a", "1234", "VII I", "Tổng", "1 2"])
def test_another_cell_is_no_label(cell: str) -> None:
    assert bare_label(cell) is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXXIX", 39), ("XL", 40), ("LXXXIX", 89)],
)
def test_a_roman_numeral_has_its_value(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


@pytest.mark.parametrize(
    ("label", "place"),
    [
        (Label(ROMAN, "III"), 3),
        (Label(ARABIC, "7"), 7),
        (Label(ARABIC, "1.4", 2), 4),
        (Label(LETTER, "d"), 4),
        (Label(LETTER, "đ"), 5),
        (Label(LETTER, "e"), 6),
        (Label(UPPER, "Đ"), 5),
        (Label(LETTER, "z"), None),
        (Label(DASH, ""), None),
        (Label(PART, "Phần thứ nhất"), None),
    ],
)
def test_a_label_has_its_place_in_the_vietnamese_alphabet(label: Label, place: int | None) -> None:
    assert ordinal(label) == place


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Phần thứ nhất", "Phần thứ nhất"),
        ("PHẦN THỨ HAI", "PHẦN THỨ HAI"),
        ("PHẦN II", "II"),
        ("Phần I.", "I"),
    ],
)
def test_a_part_may_stand_on_a_line_of_its_own(line: str, text: str) -> None:
    assert part_alone(line) == Label(PART, text)


@pytest.mark.parametrize("line", ["Phần mềm", "Phần thứ nhất: Mục tiêu", "PHẦN", "I.", ""])
def test_another_line_is_no_part(line: str) -> None:
    assert part_alone(line) is None


def test_labels_nest_from_part_to_plus() -> None:
    printed = ["Phần I. x", "A. x", "I. x", "1. x", "1.1. x", "a) x", "(1) x", "* x", "- x", "+ x"]
    ranks = [label.rank for line in printed if (label := split_label(line)[0])]
    assert len(ranks) == len(printed)
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


def test_bullets_have_no_number_to_show() -> None:
    for line in ("* x", "- x", "+ x"):
        label, _ = split_label(line)
        assert label is not None
        assert label.is_bullet
        assert label.text == ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


@given(
    st.sampled_from(["", "I. ", "1.1 ", "đ) ", "- ", "+ ", "* ", "Phần II. ", "Mục I. ", "A. "]),
    st.text(st.characters(codec="utf-8"), max_size=40),
)
def test_a_label_split_off_any_text_loses_no_word(mark: str, text: str) -> None:
    line = mark + text
    label, rest = split_label(line)
    taken = line.strip().removesuffix(rest)
    assert line.strip().endswith(rest)
    if label is None:
        assert rest == line.strip()
    else:
        assert len(_words(taken)) <= 5
        assert rest


@given(st.text(max_size=12))
def test_a_bare_label_is_printed_in_its_cell(text: str) -> None:
    label = bare_label(text)
    assert label is None or (label.text and label.text in text)
