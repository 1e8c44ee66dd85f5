"""The source side of the desk: a file's blocks or pages, with each place a link to its value.

In: what was kept of the files, and the items with their traces. Out: plain values for templates.
Where a value's place is known only by its first line (tables that lost their borders), the lines
that say it are sought by its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cchc.text.folding import fold
from cchc.web.intake.item_fields import field_of, in_words
from cchc.web.intake.models import Item, ReadingFile
from cchc.web.intake.questions import is_in_doubt
from cchc.web.intake.source_blocks import keys_of

_LINES_SOUGHT = 30
_WORDS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that a value came from."""

    item: int
    field: str
    label: str
    is_now: bool
    is_doubtful: bool
    of: str  # all values that stand here: «12.lead 13.lead»


@dataclass(frozen=True, slots=True)
class Rect:
    """A place on the picture of a page, in thousandths of its width and height."""

    x: float
    y: float
    width: float
    height: float
    place: Place


@dataclass(slots=True)
class PageShown:
    """One page as a picture, with the places on it."""

    number: int
    width: float
    height: float
    rects: list[Rect] = field(default_factory=list)


@dataclass(slots=True)
class FileShown:
    """One file of the reading: pages where it has pictures, and its blocks."""

    file: ReadingFile
    pages: list[PageShown]
    blocks: list[dict[str, Any]]
    places: dict[str, Place] = field(default_factory=dict)


@dataclass(slots=True)
class SourceSide:
    """All files of a reading, with the places of its values."""

    files: list[FileShown]


@dataclass(slots=True)
class _File:
    """A file's keys in reading order, with the text and the box at each."""

    shown: FileShown
    order: list[str]
    texts: dict[str, str]
    boxes: dict[str, tuple[int, list[float]]]


def source_side(
    files: Sequence[ReadingFile],
    items: Sequence[Item],
    *,
    now: tuple[int, str] | None,
    as_text: bool,
) -> SourceSide:
    """Lay out the files. `now` is the value whose place is lit; `as_text` shows no pictures."""
    known = {file.place: _file(file, as_text=as_text) for file in files}
    side = SourceSide([one.shown for one in known.values()])
    for item in items:
        for name, trace in item.traces.items():
            one = known.get(trace["span"].get("file", 1))
            if one is not None:
                _mark(one, item, name, trace["span"], is_now=now == (item.pk, name))
    for shown in side.files:
        shown.blocks = [_with_places(block, shown.places) for block in shown.blocks]
    return side


def _file(file: ReadingFile, *, as_text: bool) -> _File:
    order: list[str] = []
    texts: dict[str, str] = {}
    boxes: dict[str, tuple[int, list[float]]] = {}
    for key, text, box in _keyed(file.blocks):
        if key and key not in texts:
            order.append(key)
            texts[key] = text
            if box is not None:
                boxes[key] = box
    pages = [] if as_text else _pages(file)
    blocks = [] if pages else file.blocks
    return _File(FileShown(file, pages, blocks), order, texts, boxes)


def _pages(file: ReadingFile) -> list[PageShown]:
    return [
        PageShown(number, width, height)
        for number, (width, height) in enumerate(file.page_sizes, start=1)
    ]


def _keyed(
    blocks: Sequence[Mapping[str, Any]],
) -> Iterator[tuple[str, str, tuple[int, list[float]] | None]]:
    for block in blocks:
        if block["kind"] == "t":
            for row in block["rows"]:
                yield row["key"], "", None
                yield from ((cell["key"], cell["text"], None) for cell in row["cells"])
            continue
        for line in block.get("lines", ()):
            box = (line["page"], line["box"]) if "box" in line else None
            yield line["key"], line["text"], box
        yield block["key"], block["text"], None


def _mark(one: _File, item: Item, name: str, span: Mapping[str, Any], *, is_now: bool) -> None:
    """Mark the places of one value. Where several values stand at one place, it leads to the first,
    or to the one that is looked at."""
    shape = field_of(item.part, name)
    of = f"{item.pk}.{name}"
    place = Place(item.pk, name, shape.label, is_now, is_in_doubt(item, name), of)
    if one.shown.pages:
        _rect(one, place, span)
        return
    for key in _keys(one, span, in_words(shape, item.values.get(name))):
        there = one.shown.places.get(key)
        if there is None:
            one.shown.places[key] = place
        else:
            first = place if is_now else there
            together = f"{there.of} {of}"
            doubtful = there.is_doubtful or place.is_doubtful
            one.shown.places[key] = replace(first, of=together, is_doubtful=doubtful)


def _rect(one: _File, place: Place, span: Mapping[str, Any]) -> None:
    """The box of a value on its page; where the span has none, that of its line."""
    page, box = span.get("page"), span.get("box")
    if box is None:
        page, box = next(
            (one.boxes[key] for key in keys_of(span) if key in one.boxes), (page, None)
        )
    if box is None or page is None or not 1 <= page <= len(one.shown.pages):
        return
    left, top, right, bottom = (round(1000 * side, 1) for side in box)
    rect = Rect(
        left,
        top,
        round(max(right - left, 4), 1),
        round(max(bottom - top, 4), 1),
        place,
    )
    one.shown.pages[page - 1].rects.append(rect)


def _keys(one: _File, span: Mapping[str, Any], value: str) -> list[str]:
    """Where a value stands among a file's blocks: its cell or paragraph, or lines that say it."""
    found = next((key for key in keys_of(span) if key in one.texts), None)
    if found is None:
        return []
    is_only_first_line = "line" in span and "table" in span and "page" not in span
    if not is_only_first_line:
        return [found]
    return _lines_saying(one, found, fold(value)) or [found]


def _lines_saying(one: _File, first: str, value: str) -> list[str]:
    """The lines from `first` on that say the value: where it begins, and as long as it goes on."""
    if not value:
        return []
    head = " ".join(value.split()[:_WORDS_TOLD])
    start = one.order.index(first)
    found: list[str] = []
    for key in one.order[start : start + _LINES_SOUGHT]:
        line = fold(one.texts[key])
        begins = head in line or (len(line) > 2 and value.startswith(line))
        if (not found and begins) or (found and len(line) > 2 and line in value):
            found.append(key)
        elif found:
            break
    return found


def _with_places(block: dict[str, Any], places: Mapping[str, Place]) -> dict[str, Any]:
    """A block with the place of each of its keys beside it, ready for the template."""
    if block["kind"] == "t":
        rows = [{**row, "cells": _cells(row["cells"], places)} for row in block["rows"]]
        return {**block, "rows": rows}
    found = {**block, "place": places.get(block["key"])}
    lines = block.get("lines")
    if lines and any(line["key"] in places for line in lines):
        found["lines"] = [{**line, "place": places.get(line["key"])} for line in lines]
        if found["lines"][0]["place"] == found["place"]:
            found["place"] = None
    else:
        found["lines"] = []
    return found


def _cells(cells: Sequence[Mapping[str, Any]], places: Mapping[str, Place]) -> list[dict[str, Any]]:
    """The cells of a row; one that goes on to the right is drawn once, as wide as it is."""
    drawn: list[dict[str, Any]] = []
    for cell in cells:
        place = places.get(cell["key"])
        if drawn and cell.get("repeated") == "from_left" and cell["text"] == drawn[-1]["text"]:
            drawn[-1]["columns"] += 1
            drawn[-1]["place"] = drawn[-1]["place"] or place
        else:
            drawn.append({**cell, "place": place, "columns": 1})
    return drawn
