"""The one form in which text is compared and stored: NFC, plain spaces, current tone placement."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF], None)
# Old placement of the tone on the second vowel («hoà», «thuý»), new on the first («hòa», «thúy»).
_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_PLACEMENT = dict(zip(_OLD, _NEW, strict=True))
_PLACEMENT |= {old.upper(): new.upper() for old, new in _PLACEMENT.items()}
_PLACEMENT |= {old.capitalize(): new.capitalize() for old, new in _PLACEMENT.items()}
_OLD_TONE = re.compile(r"(?<![qQ])(" + "|".join(_PLACEMENT) + r")(?![^\W\d_])")


def nfc(text: str) -> str:
    """Compose letters (files from Macs hold them decomposed, NFD) and drop invisible marks."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE)


def one_line(text: str) -> str:
    """Put a text on one line: every run of white space (also U+00A0) becomes one space."""
    return " ".join(text.split())


def modern_tones(text: str) -> str:
    """Move tone marks to the current place: «hoà» → «hòa», «Uỷ ban» → «Ủy ban»; «quý» stays.

    Only for comparing: what is shown keeps the placement of the document.
    """
    return _OLD_TONE.sub(lambda found: _PLACEMENT[found.group()], text)
