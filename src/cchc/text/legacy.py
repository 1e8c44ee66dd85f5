"""Vietnamese as it was stored before Unicode: TCVN3 (ABC, fonts «.VnTime») and VNI fonts.

Both put Vietnamese letters on the places of Western ones, so a text of theirs opened today reads
«KÕ ho¹ch» or «Keá hoaïch». In: such a text; out: Unicode. Which of them a text *is* is not decided
here: a font says so (`decoder_of_font`), or `encodings` guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

Decoder = Callable[[str], str]

# TCVN 5712:1993, third table: the places 0xA1-0xFE. Capitals with a tone have no place of their
# own: they are the small letters in a font whose name ends in H.
_TCVN3_PLACES = {
    "¡¢£¤¥¦§": "ĂÂÊÔƠƯĐ",
    "¨©ª«¬\u00ad®": "ăâêôơưđ",
    "µ¶·¸¹": "àảãáạ",
    "»¼½¾Æ": "ằẳẵắặ",
    "ÇÈÉÊË": "ầẩẫấậ",
    "ÌÎÏÐÑ": "èẻẽéẹ",
    "ÒÓÔÕÖ": "ềểễếệ",
    "×ØÜÝÞ": "ìỉĩíị",
    "ßáâãä": "òỏõóọ",
    "åæçèé": "ồổỗốộ",
    "êëìíî": "ờởỡớợ",
    "ïñòóô": "ùủũúụ",
    "õö÷øù": "ừửữứự",
    "úûüýþ": "ỳỷỹýỵ",
}
_TCVN3 = {
    ord(old): new
    for olds, news in _TCVN3_PLACES.items()
    for old, new in zip(olds, news, strict=True)
}
# Programs that repaired the text on the way wrote these look-alikes for µ and ·.
_TCVN3 |= {0x03BC: "à", 0x2219: "ã", 0x2022: "ã"}


def _vni_table() -> dict[str, str]:
    """VNI writes a mark as a letter of its own after the vowel; i, ơ, ư, đ and ỵ are single."""
    tones = "ùøûõï"
    table = {
        "ñ": "đ",
        "ô": "ơ",
        "ö": "ư",
        "í": "í",
        "ì": "ì",
        "æ": "ỉ",
        "ó": "ĩ",
        "ò": "ị",
        "î": "ỵ",
    }
    table |= {"aâ": "â", "aê": "ă", "eâ": "ê", "oâ": "ô"}
    for vowel, letters in {
        "a": "áàảãạ",
        "e": "éèẻẽẹ",
        "o": "óòỏõọ",
        "u": "úùủũụ",
        "y": "ýỳỷỹỵ",
        "ô": "ớờởỡợ",
        "ö": "ứừửữự",
    }.items():
        table |= {vowel + tone: letter for tone, letter in zip(tones, letters, strict=True)}
    for vowel, letters in {"a": "ấầẩẫậ", "e": "ếềểễệ", "o": "ốồổỗộ"}.items():
        table |= {vowel + mark: letter for mark, letter in zip("áàåãä", letters, strict=True)}
    table |= {"a" + mark: letter for mark, letter in zip("éèúüë", "ắằẳẵặ", strict=True)}
    capitals = {old.upper(): new.upper() for old, new in table.items()}
    # After a capital the mark may be a small letter: «Aùp duïng».
    mixed = {old[0].upper() + old[1:]: new.upper() for old, new in table.items() if len(old) == 2}
    return table | mixed | capitals


_VNI = _vni_table()
_VNI_LETTERS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_TCVN3_FONT = re.compile(r"(?:^|\+)\.?Vn[A-Z0-9][\w ]*?(H?)(?:$|[-,]|\s*(?:bold|italic)\b)", re.I)
_VNI_FONT = re.compile(r"(?:^|\+)VNI[- ]", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_SYMBOL_AREA = re.compile("[\uf0a0-\uf0ff]")


def decode_tcvn3(text: str) -> str:
    """Turn a text of a «.Vn…» font into Unicode: «KÕ ho¹ch» → «Kế hoạch»."""
    return _from_symbol_area(text).translate(_TCVN3)


def decode_tcvn3_capitals(text: str) -> str:
    """Turn a text of a «.Vn…H» font, which shows small letters as capitals, into Unicode."""
    return decode_tcvn3(text).upper()


def decode_vni(text: str) -> str:
    """Turn a text of a «VNI-…» font into Unicode: «Keá hoaïch» → «Kế hoạch»."""
    return _VNI_LETTERS.sub(lambda found: _VNI[found.group()], _from_symbol_area(text))


@lru_cache(maxsize=256)
def decoder_of_font(name: str) -> Decoder | None:
    """Say how to read a text set in this font; None where the font shows what is stored.

    The name may be that of a font cut out for a PDF («ABCDEF+.VnTimeH,Bold»).
    """
    if _VNI_FONT.search(name):
        return decode_vni
    found = _TCVN3_FONT.search(name)
    if found is None:
        return None
    return decode_tcvn3_capitals if found.group(1) == "H" else decode_tcvn3


def with_even_capitals(text: str) -> str:
    """Give TCVN3 text whose fonts are lost its capitals back: «UBND TỉNH» → «UBND TỈNH».

    A line without small unaccented letters, where some accented word has two capitals, was set in
    capitals; so was a single such word.
    """
    return "\n".join(_even_line(line) for line in text.split("\n"))


def _even_line(line: str) -> str:
    if not re.search("[a-z]", line) and any(map(_is_in_capitals, _WORD.findall(line))):
        return line.upper()
    return _WORD.sub(
        lambda found: found.group().upper() if _is_in_capitals(found.group()) else found.group(),
        line,
    )


def _is_in_capitals(word: str) -> bool:
    """«HOạCH» is; «Sở» may be; «SNN» says nothing about accented letters."""
    plain = re.findall("[A-Za-z]", word)
    return not word.isascii() and len(plain) > 1 and all(letter.isupper() for letter in plain)


def _from_symbol_area(text: str) -> str:
    """Word may store letters of a symbol font at U+F0xx; the letter is the low byte."""
    return _SYMBOL_AREA.sub(lambda found: chr(ord(found.group()) - 0xF000), text)
