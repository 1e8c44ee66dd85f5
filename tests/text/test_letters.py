"""Vietnamese capitals and small letters in patterns."""

from __future__ import annotations

import unicodedata

import pytest

from cchc.text.letters import LOWER, UPPER, pattern


@pytest.mark.parametrize("word", ["Ủy", "Đà", "Ứng", "Ở", "Ỷ", "Ơn", "Sở"])
def test_a_capitalised_word_is_found(word: str) -> None:
    assert pattern(r"[{U}][{L}]*").fullmatch(word)


@pytest.mark.parametrize("word", ["ủy", "đà", "SỞ", "1a"])
def test_another_word_is_not(word: str) -> None:
    assert not pattern(r"[{U}][{L}]*").fullmatch(word)


def test_each_capital_has_its_small_letter() -> None:
    assert UPPER.lower() == LOWER
    assert len(set(UPPER)) == len(UPPER)
    assert all(unicodedata.is_normalized("NFC", letter) for letter in UPPER)
