"""The one form in which text is compared and stored: NFC, plain spaces, current tone placement."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
# Old placement of the tone on the second vowel («hoà», «thuý»), new on the first («hòa», «thúy»).
_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_PLACEMENT = dict(zip(_OLD, _NEW, strict=True))
_PLACEMENT |= {old.upper(): new.upper() for old, new in _PLACEMENT.items()}
_PLACEMENT |= {old.capitalize(): new.capitalize() for old, new in _PLACEMENT.items()}
_OLD_TONE = re.compile(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![^\W\d_])")


def nfc(text: str) -> str:
    """Compose letters (files from Macs hold them decomposed, NFD) and drop invisible marks."""
    if text.isascii():
        return text
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


@lru_cache(maxsize=4096)  # the same paragraph is asked for by every rule that reads it
def one_line(text: str) -> str:
    """Put a text on one line: every run of white space (also U+00A0) becomes one space."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # so are most, and the space is the only white space that counts as printable
    return " ".join(text.split())


def modern_tones(text: str) -> str:
    """Move tone marks to the current place: «hoà» → «hòa», «Uỷ ban» → «Ủy ban»; «quý» stays.

    Only for comparing: what is shown keeps the placement of the document.
    """
    return _OLD_TONE.sub(_moved, text)


def _moved(found: re.Match[str]) -> str:
    pair = found.group()
    after_q = found.string[max(0, found.start() - 1) : found.start()] in ("q", "Q")
    return pair if after_q else _PLACEMENT.get(pair, pair)
