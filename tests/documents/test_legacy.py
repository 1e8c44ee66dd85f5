"""Vietnamese from before Unicode: fonts, code pages, and telling them apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.text.encodings import decode_text, read_again, wrong_reading
from cchc.text.legacy import (
    decode_tcvn3,
    decode_tcvn3_capitals,
    decode_vni,
    decoder_of_font,
    with_even_capitals,
)
from cchc.text.syllables import is_syllable, share_of_syllables

# A sentence of our own with every tone on every vowel that needs it.
SENTENCE = (
    "Ủy ban nhân dân tỉnh Mẫu yêu cầu các sở, ngành đẩy mạnh cải cách thủ tục hành chính; "
    "rà soát quy định, kỷ luật, kỷ cương; nghiệm thu phần mềm trước ngày 30 tháng 9, "
    "bảo đảm người dân được phục vụ thuận lợi, đỡ tốn kém, chỗ nào vướng thì tháo gỡ ngay."
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("KÕ ho¹ch c¶i c¸ch hµnh chÝnh", "Kế hoạch cải cách hành chính"),
        ("ñy ban nh©n d©n", "ủy ban nhân dân"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("tr\u00adíc ngµy", "trước ngày"),
        ("\uf0ae\uf0e5ng", "đồng"),
    ],
)
def test_tcvn3_becomes_unicode(old: str, new: str) -> None:
    assert decode_tcvn3(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Keá hoaïch caûi caùch haønh chính", "Kế hoạch cải cách hành chính"),
        ("UÛY BAN NHAÂN DAÂN TÆNH", "ỦY BAN NHÂN DÂN TỈNH"),
        ("tröôùc ngaøy", "trước ngày"),
        ("Ñoàng Thaùp", "Đồng Tháp"),
        ("Sôû Noäi vuï", "Sở Nội vụ"),
        ("Quyù", "Quý"),
    ],
)
def test_vni_becomes_unicode(old: str, new: str) -> None:
    assert decode_vni(old) == new


def test_a_font_of_capitals_makes_capitals() -> None:
    assert decode_tcvn3_capitals("kÕ ho¹ch") == "KẾ HOẠCH"


@pytest.mark.parametrize(
    ("name", "decoder"),
    [
        (".VnTime", decode_tcvn3),
        (".VnTimeH", decode_tcvn3_capitals),
        (".VnArial NarrowH", decode_tcvn3_capitals),
        ("ABCDEF+.VnTime,Bold", decode_tcvn3),
        (".VnTimeH Bold", decode_tcvn3_capitals),
        ("VNI-Times", decode_vni),
        ("ABCDEF+VNI-Helve-Condense", decode_vni),
        ("Times New Roman", None),
        ("UVnTime", None),
        ("", None),
    ],
)
def test_a_font_says_how_its_text_is_read(name: str, decoder: object) -> None:
    assert decoder_of_font(name) is decoder


@pytest.mark.parametrize(
    ("lost", "restored"),
    [
        ("Sở NôNG NGHIệP", "SỞ NÔNG NGHIỆP"),
        ("Kế HOạCH năm 2020", "Kế HOẠCH năm 2020"),
        ("Số: /KH-SNN", "Số: /KH-SNN"),
        ("Ủy ban", "Ủy ban"),
    ],
)
def test_capitals_that_a_font_made_come_back(lost: str, restored: str) -> None:
    assert with_even_capitals(lost) == restored


def as_1258(text: str) -> bytes:
    """windows-1258 holds vowels with their shape, and five tones that follow the vowel."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    shaped = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in tones)
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        shaped.append(base + tone)
    return "".join(shaped).encode("cp1258")


def read_as_1252(data: bytes) -> str:
    """As browsers do: bytes that windows-1252 lacks become control characters."""
    pairs = ((bytes([byte]).decode("cp1252", "ignore"), chr(byte)) for byte in data)
    return "".join(letter or control for letter, control in pairs)


def as_tcvn3(text: str) -> bytes:
    places = [chr(code) for code in range(0xA1, 0xFF)]
    table = {new: old for old in places if (new := decode_tcvn3(old)) != old}
    return "".join(table.get(letter, table.get(letter.lower(), letter)) for letter in text).encode(
        "latin-1"
    )


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        pytest.param(SENTENCE.encode(), "utf-8", False, id="UTF-8"),
        pytest.param(SENTENCE.encode("utf-8-sig"), "utf-8", False, id="UTF-8 with its mark"),
        pytest.param(SENTENCE.encode("utf-16"), "utf-16-le", False, id="UTF-16 with its mark"),
        pytest.param(SENTENCE.encode("utf-16-le"), "utf-16-le", False, id="UTF-16 without mark"),
        pytest.param(SENTENCE.encode("utf-16-be"), "utf-16-be", False, id="big UTF-16"),
        pytest.param(as_1258(SENTENCE), "windows-1258", True, id="windows-1258"),
    ],
)
def test_text_is_decoded_by_its_content(data: bytes, encoding: str, guessed: object) -> None:
    decoded = decode_text(data)
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.is_guessed) == (SENTENCE, encoding, guessed)


def test_tcvn3_bytes_are_recognised() -> None:
    decoded = decode_text(as_tcvn3(SENTENCE))
    assert decoded is not None
    assert (decoded.encoding, decoded.text.lower()) == ("TCVN3", SENTENCE.lower())


def test_vni_bytes_are_recognised() -> None:
    text = "Keá hoaïch caûi caùch haønh chính cuûa UÛy ban nhaân daân tænh"
    decoded = decode_text(text.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == "Kế hoạch cải cách hành chính của Ủy ban nhân dân tỉnh"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 4, id="all bytes"),
        pytest.param("Über größere Flächen führt".encode("latin-1"), id="another language"),
        pytest.param("キ".encode("shift-jis") * 40, id="another script"),
        pytest.param(b"\x00\x01\x02\x03" * 50, id="zeros"),
    ],
)
def test_what_is_no_vietnamese_text_is_not_guessed(data: bytes) -> None:
    assert decode_text(data) is None


def test_a_few_broken_letters_do_not_lose_the_file() -> None:
    data = (SENTENCE * 3).encode()[:-1] + b"\xe1\xba"
    decoded = decode_text(data)
    assert decoded is not None
    assert decoded.letters_lost == 1
    assert decoded.text.startswith(SENTENCE)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(as_tcvn3(SENTENCE).decode("latin-1"), "TCVN3", id="TCVN3"),
        pytest.param(read_as_1252(SENTENCE.encode()), "UTF-8 mở sai mã", id="UTF-8 read wrongly"),
        pytest.param(SENTENCE, None, id="good text"),
        pytest.param("Über größere Flächen", None, id="another language"),
    ],
)
def test_letters_opened_wrongly_are_noticed(text: str, encoding: str | None) -> None:
    assert wrong_reading(text) == encoding


def test_only_what_gains_by_it_is_read_again() -> None:
    assert read_again("KÕ ho¹ch", "TCVN3") == "Kế hoạch"
    assert read_again("Kế hoạch", "TCVN3") == "Kế hoạch"
    assert read_again("100% – đạt", "TCVN3") == "100% – đạt"


@pytest.mark.parametrize("word", ["nghiệp", "Quý", "giữa", "khuỷu", "ƯƠNG", "gì", "đẩy", "hoà"])
def test_syllables_are_known_by_their_parts(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["ho¹ch", "größe", "NĐ", "ñy", "ngh", "aé"])
def test_other_letters_make_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_decoder(data: bytes) -> None:
    decoded = decode_text(data)
    assert decoded is None or "\x00" not in decoded.text


@given(st.text(max_size=200))
def test_no_text_crashes_the_readers_of_old_letters(text: str) -> None:
    assert isinstance(decode_tcvn3(text) + decode_vni(text), str)
    assert (share_of_syllables(text) or 0.0) <= 1.0
    assert read_again(text, wrong_reading(text) or "VNI") is not None


@given(st.text(alphabet=st.characters(max_codepoint=0x7E, min_codepoint=0x20), max_size=100))
def test_plain_letters_mean_the_same_in_every_encoding(text: str) -> None:
    assert decode_tcvn3(text) == decode_vni(text) == text
