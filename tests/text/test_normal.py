"""The one form of text: composed letters, plain spaces, tone marks in the current place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.text.normal import modern_tones, nfc, one_line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà giải", "hòa giải"),
        ("Uỷ ban", "Ủy ban"),
        ("thuỷ lợi", "thủy lợi"),
        ("ĐƠN GIẢN HOÁ", "ĐƠN GIẢN HÓA"),
        ("khoẻ mạnh", "khỏe mạnh"),
        ("tuỳ chọn", "tùy chọn"),
        ("văn hoá, hoạ tiết", "văn hóa, họa tiết"),
    ],
)
def test_a_tone_moves_to_its_current_place(old: str, new: str) -> None:
    assert modern_tones(old) == new


@pytest.mark.parametrize(
    "word", ["quý", "quỹ", "QUÝ", "toán", "hoàn thành", "thuyền", "xoài", "loại", "hòa", "ủy"]
)
def test_a_tone_that_is_in_its_place_stays(word: str) -> None:
    assert modern_tones(word) == word


def test_decomposed_letters_are_composed_and_invisible_marks_dropped() -> None:
    assert nfc(unicodedata.normalize("NFD", "Kế hoạch")) == "Kế hoạch"
    assert nfc("cải\u200b cách\ufeff hành\u00ad chính") == "cải cách hành chính"


@pytest.mark.parametrize("space", [" ", "  ", "\t", "\n", "\r\n", "\u00a0", " \u00a0\n "])
def test_any_run_of_white_space_is_one_space(space: str) -> None:
    assert one_line(f"{space}một{space}cửa{space}") == "một cửa"


@given(st.text(max_size=60))
def test_putting_text_in_order_twice_changes_nothing_more(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
    assert one_line(one_line(text)) == one_line(text)
    assert modern_tones(modern_tones(text)) == modern_tones(text)
