"""Text columns for search and order, the same on every database: folded words and sort keys."""

from __future__ import annotations

from cchc.text.folding import fold, sort_key


def searchable(*texts: str | None) -> str:
    """The folded words of texts for a column that searches run on: no marks, đ = d."""
    return fold(" ".join(text for text in texts if text))


def shortened(text: str, most: int = 200) -> str:
    """The beginning of a text as its name in lists: cut between words, and it says that it is."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def sortable(text: str) -> str:
    """The Vietnamese sort order as plain text: comparing two keys compares the texts.

    Two hexadecimal digits a letter, since these stand in one order in every collation.
    """
    letters, tones, _ = sort_key(text)
    return "".join(f"{letter:02x}" for letter in letters) + "00" + "".join(map(str, tones))
