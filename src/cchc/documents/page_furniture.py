"""Page numbers and running heads: what a page repeats and the document does not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cchc.documents.page_lines import PrintedLine, runs
from cchc.documents.page_model import Page
from cchc.text.folding import fold

_EDGE = 0.12  # of the page height: furniture stands this near the upper or lower edge
_PAGE_NUMBER = re.compile(
    r"[-–—|.\[(\s]*(?:(?:trang|tr\.|page)\s*)?\d{1,3}(?:\s*(?:/|trên|of)\s*\d{1,3})?[-–—|.\])\s]*",
    re.IGNORECASE,
)
_ROMAN_NUMBER = re.compile(r"[-–\s]*[ivx]{1,6}[-–\s]*")
_DIGITS = re.compile(r"\d+")
_SHARE = 0.5  # of the pages: so often must a running head be repeated
_BAND = 4.0  # points
_COLUMN_GAP = 0.9  # of the letter size


def without_furniture(
    pages: Sequence[tuple[Page, Sequence[PrintedLine]]],
) -> list[list[PrintedLine]]:
    """Drop lone page numbers and lines repeated at the same place of most pages."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, lines in pages:
        seen.update({_key(line) for line in lines if _at_edge(line, page)})
    needed = max(3, round(_SHARE * len(pages)))
    repeated = {key for key, count in seen.items() if count >= needed and key[0].strip("# ")}
    kept = []
    for page, lines in pages:
        kept.append(
            [
                line
                for index, line in enumerate(lines)
                if not (
                    (_at_edge(line, page) and _is_repeated(line, repeated))
                    or (index in (0, len(lines) - 1) and _is_page_number(line, page))
                )
            ]
        )
    return kept


def _key(line: PrintedLine) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.top / _BAND)


def _is_repeated(line: PrintedLine, repeated: set[tuple[str, int]]) -> bool:
    if _heads_columns(line):
        return False  # the heading of a table without borders: `tables` drops its repetitions
    text, band = _key(line)
    return any((text, near) in repeated for near in (band - 1, band, band + 1))


def _heads_columns(line: PrintedLine) -> bool:
    parts = runs(line, _COLUMN_GAP * line.height)
    numbered = fold(line.words[0].text).strip(".") in ("stt", "tt")
    return len(parts) >= 4 or (numbered and len(parts) == 3)


def _at_edge(line: PrintedLine, page: Page) -> bool:
    middle = (line.top + line.bottom) / 2
    return not _EDGE * page.height < middle < (1 - _EDGE) * page.height


def _is_page_number(line: PrintedLine, page: Page) -> bool:
    middle = (line.top + line.bottom) / 2
    if 1.3 * _EDGE * page.height < middle < (1 - 1.3 * _EDGE) * page.height:
        return False
    text = line.text.strip()
    return bool(_PAGE_NUMBER.fullmatch(text) or _ROMAN_NUMBER.fullmatch(text))
