"""What recognition gets wrong in a way that can be known: numbers in order, set phrases, signs.

A repair never adds what was not printed: it picks the reading that the order of the numbers or
the spelling of a set phrase leaves. What was repaired keeps a lower confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.documents.model import Block, Cell, Document, Merge, Paragraph, Row, Table
from cchc.documents.scan_numbers import heading_in_order, numbers_in_order, roman_quarters
from cchc.documents.scan_phrases import with_known_marks

_REPAIRED = 0.75  # the confidence of what was repaired is no higher
_SIGNS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile("[ÐƉ]"), "Đ"),
    (re.compile(r"\bQ[ĐD]Đ+(?=[-–])"), "QĐ"),
    (re.compile(r"\bUB?N+ND\b|\bUBN+D\b"), "UBND"),
    (re.compile(r"^S[ốóôoòồ0ÓÔỐ]\s?[:;.]\s*(?=\d|/)"), "Số: "),
    (re.compile(r"^[_~=«—–]+\s*(?=[^\W_])"), "- "),
    (re.compile(r"^-(?=[^\W\d_])"), "- "),
    (re.compile(r"^[lI|!](?=\.\s+[^\W\d_])(?!\.\s+[A-ZĐÀ-Ỹ]{2})"), "1"),
    (re.compile(r"(?<=\d)\s+%"), "%"),
    (re.compile(r"(?<=[^\W\d_])\s+(?=[,;])"), ""),
    (re.compile(r"(?<=\d)[lI|](?=/\d)"), "1"),
    (re.compile(r"\b[O](?=\d/\d)"), "0"),
    (re.compile(r"(?<=ngày )[oO](?=\d\b)"), "0"),
)
_ORPHAN = re.compile(r"(?:^|(?<=\s))[.,:;'‘’`\"“”|_~^°•·-](?:$|(?=\n))")


def repaired(document: Document) -> Document:
    """Repair the recognised parts of a document; parts that were text are left as they are."""
    blocks: list[Block] = []
    headings = 0
    for block in document.blocks:
        if isinstance(block, Table):
            blocks.append(_table(block))
        elif block.confidence is None:
            blocks.append(block)
        else:
            text, headings = heading_in_order(_text(block.text), headings)
            blocks.append(_paragraph(block, text))
    return replace(document, blocks=tuple(blocks))


def _text(text: str) -> str:
    for pattern, right in _SIGNS:
        text = pattern.sub(right, text)
    return with_known_marks(roman_quarters(text))


def _paragraph(paragraph: Paragraph, text: str) -> Paragraph:
    if text == paragraph.text:
        return paragraph
    return replace(
        paragraph, text=text, confidence=min(paragraph.confidence or 1.0, _REPAIRED)
    )


def _table(table: Table) -> Table:
    if not any(cell.confidence is not None for row in table.rows for cell in row.cells):
        return table
    rows = [replace(row, cells=tuple(map(_cell, row.cells))) for row in table.rows]
    numbers = numbers_in_order(
        [row.cells[0].text for row in rows], [_is_group(row) for row in rows]
    )
    for index, number in enumerate(numbers):
        first = rows[index].cells[0]
        if number != first.text and first.merge is None:
            cells = (_with_text(first, number), *rows[index].cells[1:])
            rows[index] = replace(rows[index], cells=cells)
    return replace(table, rows=tuple(rows))


def _is_group(row: Row) -> bool:
    """A row whose text goes over all columns but the first."""
    merged = sum(cell.merge is Merge.FROM_LEFT for cell in row.cells[1:])
    return len(row.cells) > 2 and merged >= len(row.cells) - 2


def _cell(cell: Cell) -> Cell:
    if cell.confidence is None:
        return cell
    text = "\n".join(_text(_ORPHAN.sub("", line).strip()) for line in cell.text.split("\n"))
    return cell if text == cell.text else _with_text(cell, text.strip("\n"))


def _with_text(cell: Cell, text: str) -> Cell:
    return replace(cell, text=text, confidence=min(cell.confidence or _REPAIRED, _REPAIRED))
