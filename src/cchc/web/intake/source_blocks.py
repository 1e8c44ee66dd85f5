"""What a file says, as the desk keeps it: blocks with a key for each place that a span can name.

In: a `Document`. Out: plain values for `ReadingFile.blocks`. A key is the same for the span of a
value and for the place in the file, so that one finds the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cchc.documents.model import Document, Line, Merge, Paragraph, Span, Table
from cchc.plan.source_json import span_to_json

_REPEATED = (Merge.FROM_ABOVE, Merge.FROM_LEFT)


def blocks_of(document: Document) -> list[dict[str, Any]]:
    """The blocks of a file in reading order, its footnotes last."""
    blocks = [
        _table(block) if isinstance(block, Table) else _paragraph(block)
        for block in document.blocks
    ]
    return [*blocks, *(_paragraph(note) for note in document.footnotes)]


def keys_of(span: Mapping[str, Any]) -> list[str]:
    """The keys under which a place may be found, the closest first."""
    file = f"f{span.get('file', 1)}"
    found = []
    if "table" in span and "row" in span:
        row = f"{file}-t{span['table']}-r{span['row']}"
        found += [f"{row}-c{span['cell']}"] if "cell" in span else []
        found += [row]
    if "page" in span and "line" in span:
        found.append(f"{file}-g{span['page']}-l{span['line']}")
    elif "line" in span:
        found.append(f"{file}-l{span['line']}")
    if "paragraph" in span:
        found.append(f"{file}-p{span['paragraph']}")
    return found


def _key(span: Span) -> str:
    keys = keys_of(span_to_json(span))
    return keys[0] if keys else ""


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    block: dict[str, Any] = {"kind": "p", "key": _key(paragraph.span), "text": paragraph.text}
    if paragraph.label:
        block["label"] = paragraph.label
    if paragraph.heading:
        block["heading"] = min(paragraph.heading, 4)
    if paragraph.bold:
        block["bold"] = True
    if paragraph.align in ("centre", "right"):
        block["align"] = str(paragraph.align)
    if paragraph.span.line is not None and paragraph.lines:
        block["lines"] = [_line(line) for line in paragraph.lines]
    return block


def _line(line: Line) -> dict[str, Any]:
    found: dict[str, Any] = {"key": _key(line.span), "text": line.text}
    if line.span.box is not None:
        found |= {"page": line.span.page, "box": list(line.span.box)}
    return found


def _table(table: Table) -> dict[str, Any]:
    rows = []
    for row in table.rows:
        cells = []
        for cell in row.cells:
            said = {"key": _key(cell.span), "text": cell.text}
            if cell.merge in _REPEATED:
                said["repeated"] = str(cell.merge)
            cells.append(said)
        rows.append({"key": _key(row.span), "cells": cells})
    block: dict[str, Any] = {"kind": "t", "rows": rows}
    if table.name:
        block["name"] = table.name
    return block
