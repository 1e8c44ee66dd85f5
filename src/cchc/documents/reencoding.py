"""Letters that were opened in the wrong encoding before they came to us, read again.

A Word file whose TCVN3 fonts were replaced, a sheet pasted from an old one: the text says «KÕ
ho¹ch» in an honest Unicode file. Only a document whose words make no sense as they are, and make
sense otherwise, is changed, and it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cchc.documents.model import Block, Document, Notice, Paragraph, Table
from cchc.text.encodings import read_again, wrong_reading


def read_sensibly(document: Document) -> Document:
    """Return the document, with letters of a wrong encoding read again where there are any."""
    strange = "\n".join(text for text in _texts(document) if not text.isascii())
    encoding = wrong_reading(strange)
    if encoding is None:
        return document
    notice = Notice("reencoded", (("encoding", encoding),))
    return replace(
        document,
        blocks=tuple(_block(block, encoding) for block in document.blocks),
        footnotes=tuple(_paragraph(note, encoding) for note in document.footnotes),
        notices=(*document.notices, notice),
    )


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield from row.texts


def _block(block: Block, encoding: str) -> Block:
    return _paragraph(block, encoding) if isinstance(block, Paragraph) else _table(block, encoding)


def _paragraph(paragraph: Paragraph, encoding: str) -> Paragraph:
    return replace(
        paragraph,
        text=read_again(paragraph.text, encoding),
        lines=tuple(
            replace(line, text=read_again(line.text, encoding)) for line in paragraph.lines
        ),
    )


def _table(table: Table, encoding: str) -> Table:
    return replace(
        table,
        rows=tuple(
            replace(
                row,
                cells=tuple(
                    replace(cell, text=read_again(cell.text, encoding)) for cell in row.cells
                ),
            )
            for row in table.rows
        ),
    )
