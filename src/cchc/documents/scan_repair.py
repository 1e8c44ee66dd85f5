"""What recognition gets wrong in a way that can be known: numbers in order, set phrases, signs.

A repair never adds what was not printed: it picks the reading that the order of the numbers or
the spelling of a set phrase leaves. What was repaired keeps a lower confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.documents.model import Block, Cell, Document, Merge, Paragraph, Row, Table
from cchc.documents.scan_numbers import (
    first_quarter,
    heading_in_order,
    numbers_in_order,
    roman_quarters,
    titles_in_order,
    writes_roman_quarters,
)
from cchc.documents.scan_phrases import (
    with_known_marks,
    with_parted_syllables,
    without_doubled_vowels,
)

_REPAIRED = 0.75  # the confidence of what was repaired is no higher
_BY_ORDER = 0.6  # … and of a number that only its order tells
_SIGNS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile("[ÐƉ]"), "Đ"),
    (re.compile(r"\bQ[ĐD]Đ+(?=[-–])"), "QĐ"),
    (re.compile(r"\bUB?N+ND\b|\bUBN+D\b"), "UBND"),
    (re.compile(r"^S[ốóôoòồ0ÓÔỐ]\s?[:;.]\s*(?=\d|/)"), "Số: "),
    (re.compile(r"^[_~=«—–]+\s*(?=[^\W_])"), "- "),
    (re.compile(r"^-(?=[^\W\d_])"), "- "),
    (re.compile(r"^[lI|!](?=\.\s+[^\W\d_])(?!\.\s+[A-ZĐÀ-Ỹ]{2})"), "1"),
    (re.compile(r"(?<=[^\W\d_])['‘’`](?=\s|$)"), ""),
    (re.compile(r"(?<=\d)\s+%"), "%"),
    (re.compile(r"(?<=[a-zà-ỹ]{2})\.(?= [a-zà-ỹ])"), ""),  # a speck: a sentence opens larger
    (re.compile(r"\b([Tt]háng|[Qq]uý|[Nn]gày|[Nn]ăm)[l|]?(?=\d)"), r"\1 "),
    (re.compile(r"(?<=[^\W\d_])\s+(?=[,;])"), ""),
    (re.compile(r"(?<=\d)[lI|](?=/\d)"), "1"),
    (re.compile(r"\b[O](?=\d/\d)"), "0"),
    (re.compile(r"(?<=ngày )[oO](?=\d\b)"), "0"),
)
_TAIL = re.compile(r"(?<=[a-zà-ỹ])\s*[-–_*+~]+$|\s[_*+~ìí|]$|^[+_*~]\s?(?=[A-ZĐ])")
_ORPHAN = re.compile(r"(?:^|(?<=\s))[.,:;'‘’`\"“”|_~^°•·-](?:$|(?=\n))")


def repaired(document: Document) -> Document:
    """Repair the recognised parts of a document; parts that were text are left as they are."""
    blocks: list[Block] = []
    headings = 0
    for block in _roman_first_quarters(document.blocks):
        if isinstance(block, Table):
            blocks.append(_table(block))
        elif block.confidence is None:
            blocks.append(block)
        else:
            text, headings = heading_in_order(_text(block.text), headings)
            blocks.append(_paragraph(block, text))
    return replace(document, blocks=tuple(blocks))


def _roman_first_quarters(blocks: Sequence[Block]) -> Sequence[Block]:
    """Read «quý 1» as «quý I» where the document writes its other quarters in Roman numbers."""
    texts = [text for block in blocks for text in _texts(block)]
    if not writes_roman_quarters(texts):
        return blocks
    changed: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(
                replace(
                    row,
                    cells=tuple(
                        cell
                        if cell.confidence is None or first_quarter(cell.text) == cell.text
                        else _with_text(cell, first_quarter(cell.text))
                        for cell in row.cells
                    ),
                )
                for row in block.rows
            )
            changed.append(replace(block, rows=rows))
        elif block.confidence is not None:
            changed.append(_paragraph(block, first_quarter(block.text)))
        else:
            changed.append(block)
    return changed


def _texts(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    return [text for row in block.rows for text in row.texts]


def _text(text: str) -> str:
    for pattern, right in _SIGNS:
        text = pattern.sub(right, text)
    text = without_doubled_vowels(with_parted_syllables(roman_quarters(text)))
    return with_known_marks(text)


def _paragraph(paragraph: Paragraph, text: str) -> Paragraph:
    if text == paragraph.text:
        return paragraph
    lines = tuple(replace(line, text=_text(line.text)) for line in paragraph.lines)
    confidence = min(paragraph.confidence or 1.0, _REPAIRED)
    return replace(paragraph, text=text, lines=lines, confidence=confidence)


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
            cells = (_with_text(first, number, _BY_ORDER), *rows[index].cells[1:])
            rows[index] = replace(rows[index], cells=cells)
    titled = [index for index, row in enumerate(rows) if _is_title(row)]
    titles = titles_in_order([rows[index].cells[0].text for index in titled])
    for index, title in zip(titled, titles, strict=True):
        if title != rows[index].cells[0].text:
            cells = tuple(_with_text(cell, title, _BY_ORDER) for cell in rows[index].cells)
            rows[index] = replace(rows[index], cells=cells)
    return replace(table, rows=tuple(rows))


def _is_title(row: Row) -> bool:
    """A row of one text over all columns."""
    return len(row.cells) > 1 and all(cell.merge is Merge.FROM_LEFT for cell in row.cells[1:])


def _is_group(row: Row) -> bool:
    """A row whose text goes over all columns but the first."""
    merged = sum(cell.merge is Merge.FROM_LEFT for cell in row.cells[1:])
    return len(row.cells) > 2 and merged >= len(row.cells) - 2


def _cell(cell: Cell) -> Cell:
    if cell.confidence is None:
        return cell
    lines = [_ORPHAN.sub("", line).strip() for line in cell.text.split("\n")]
    text = "\n".join(_text(_TAIL.sub("", line)) for line in lines)
    return cell if text == cell.text else _with_text(cell, text.strip("\n"))


def _with_text(cell: Cell, text: str, most: float = _REPAIRED) -> Cell:
    return replace(cell, text=text, confidence=min(cell.confidence or most, most))
