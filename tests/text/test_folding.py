"""Folding for search, and the Vietnamese order of sorting."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.text.folding import fold, sort_key

VIETNAMESE = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kế hoạch CẢI CÁCH hành chính", "ke hoach cai cach hanh chinh"),
        ("Đề án đổi mới", "de an doi moi"),
        ("QUÝ III", "quy iii"),
        ("2026 – 2030", "2026 - 2030"),
        ("  nhiều   dòng\nmột ", "nhieu dong mot"),
        ("Sở\u00a0Nội vụ", "so noi vu"),
        ("100%", "100%"),
    ],
)
def test_text_is_folded_for_search(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_decomposed_text_folds_as_composed_text_does() -> None:
    text = "Ủy ban nhân dân phường Đông Thành"
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def test_every_vietnamese_letter_folds_to_a_plain_small_one() -> None:
    for letter in VIETNAMESE + VIETNAMESE.upper():
        assert fold(letter) in string.ascii_lowercase


WORDS = st.lists(
    st.text(VIETNAMESE + VIETNAMESE.upper() + string.digits + ".,;:–-/%()", min_size=1), max_size=8
)


@given(WORDS)
def test_a_place_in_the_folded_text_is_a_place_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert len(fold(text)) == len(text)


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


ORDERED = """
an ăn ân ba bà bả bã bá bạ bánh băng bây cá da dạ đa đá e em ê gà hà
ma mà mả mã má mạ mai mo mô mơ mu mư nga ngan nghĩa Phòng Thanh tôi tơi tu tư xã y yên
""".split()


def test_words_sort_as_in_a_vietnamese_dictionary() -> None:
    shuffled = ORDERED[::2] + ORDERED[1::2]
    assert sorted(shuffled, key=sort_key) == ORDERED


@pytest.mark.parametrize(
    "ordered",
    [
        ["Phòng Đầu tư", "Phòng Kế hoạch", "Sở Nội vụ"],
        ["ma túy", "mạ ủ", "mai"],
        ["bà lão", "bá nghiệp"],
        ["Chi cục", "chỉ số", "Chi tiêu"],
        ["Bình An", "Bình Minh", "Đông Thành", "Gia Định"],
    ],
    ids=" < ".join,
)
def test_letters_are_compared_before_tones(ordered: list[str]) -> None:
    shuffled = ordered[1:] + ordered[:1]
    assert sorted(shuffled, key=sort_key) == ordered


@given(st.text(max_size=40))
def test_any_text_has_a_sort_key(text: str) -> None:
    letters, tones, _ = sort_key(text)
    assert len(letters) == len(tones)
