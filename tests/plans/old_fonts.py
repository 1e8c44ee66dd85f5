"""Unicode to the old Vietnamese encodings, for writing files as they were before 2007.

TCVN3 (TCVN 5712:1993, fonts .VnTime and .VnTimeH) has one byte for each lower-case letter; its
capitals are a font. VNI writes a base letter and a mark letter. Tables: the standard itself.
"""

from __future__ import annotations

_LOWER = (
    "àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ ăâêôơưđ"
).replace(" ", "")
_TCVN3 = bytes(
    [
        0xB5,
        0xB6,
        0xB7,
        0xB8,
        0xB9,
        0xBB,
        0xBC,
        0xBD,
        0xBE,
        0xC6,
        0xC7,
        0xC8,
        0xC9,
        0xCA,
        0xCB,
        0xCC,
        0xCE,
        0xCF,
        0xD0,
        0xD1,
        0xD2,
        0xD3,
        0xD4,
        0xD5,
        0xD6,
        0xD7,
        0xD8,
        0xDC,
        0xDD,
        0xDE,
        0xDF,
        0xE1,
        0xE2,
        0xE3,
        0xE4,
        0xE5,
        0xE6,
        0xE7,
        0xE8,
        0xE9,
        0xEA,
        0xEB,
        0xEC,
        0xED,
        0xEE,
        0xEF,
        0xF1,
        0xF2,
        0xF3,
        0xF4,
        0xF5,
        0xF6,
        0xF7,
        0xF8,
        0xF9,
        0xFA,
        0xFB,
        0xFC,
        0xFD,
        0xFE,
        0xA8,
        0xA9,
        0xAA,
        0xAB,
        0xAC,
        0xAD,
        0xAE,
    ]
).decode("latin-1")
_TCVN3_MAP = dict(zip(_LOWER, _TCVN3, strict=True)) | dict(
    zip("ĂÂÊÔƠƯĐ", bytes([0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7]).decode("latin-1"), strict=True)
)
# In the order of the tones of _LOWER: huyền, hỏi, ngã, sắc, nặng.
_PLAIN_MARKS, _BREVE_MARKS, _ROOF_MARKS = "øûõùï", "èúüéë", "àåãáä"


def _vni_table() -> dict[str, str]:
    table = {"ă": "aê", "â": "aâ", "ê": "eâ", "ô": "oâ", "ơ": "ô", "ư": "ö", "đ": "ñ"}
    groups = (
        ("àảãáạ", "a", _PLAIN_MARKS),
        ("ằẳẵắặ", "a", _BREVE_MARKS),
        ("ầẩẫấậ", "a", _ROOF_MARKS),
        ("èẻẽéẹ", "e", _PLAIN_MARKS),
        ("ềểễếệ", "e", _ROOF_MARKS),
        ("òỏõóọ", "o", _PLAIN_MARKS),
        ("ồổỗốộ", "o", _ROOF_MARKS),
        ("ờởỡớợ", "ô", _PLAIN_MARKS),
        ("ùủũúụ", "u", _PLAIN_MARKS),
        ("ừửữứự", "ö", _PLAIN_MARKS),
        ("ỳỷỹý", "y", _PLAIN_MARKS[:4]),
    )
    for letters, base, marks in groups:
        table |= {letter: base + mark for letter, mark in zip(letters, marks, strict=True)}
    table |= dict(zip("ìỉĩíịỵ", "ìæóíòî", strict=True))
    return table | {k.upper(): v.upper() for k, v in table.items()}


_VNI_MAP = _vni_table()


def tcvn3(text: str) -> tuple[str, str]:
    """Return the text in TCVN3 and its font: capitals take the capital font."""
    letters = [ch for ch in text if ch.isalpha()]
    capitals = bool(letters) and all(ch.isupper() for ch in letters) and not text.isascii()
    shown = text.lower() if capitals else text
    coded = "".join(_TCVN3_MAP.get(ch, _TCVN3_MAP.get(ch.lower(), ch)) for ch in shown)
    return coded, ".VnTimeH" if capitals else ".VnTime"


def vni(text: str) -> tuple[str, str]:
    """Return the text in VNI and its font."""
    return "".join(_VNI_MAP.get(ch, ch) for ch in text), "VNI-Times"
