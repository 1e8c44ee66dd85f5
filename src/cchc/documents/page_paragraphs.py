"""Printed lines → paragraphs, by what is seen: indents, the right margin, gaps, labels, face.

A line goes on with the one before only where that one was full, as a line that merely wrapped is.
Works over page ends: what opens the next page may be the rest of the last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc.documents.joining import join_lines
from cchc.documents.model import Align, Paragraph, Span
from cchc.documents.page_cells import is_full
from cchc.documents.page_lines import PrintedLine
from cchc.documents.page_margins import Margins, size_of
from cchc.documents.page_model import Page, around
from cchc.documents.page_sides import Side
from cchc.text.labels import Label, LabelKind, split_label

_INDENT = 0.45  # of the letter size: a line that begins so far in is indented
_NEW_BLOCK = 0.75  # of the letter size: so much more space than usual parts paragraphs
_ENDED = (".", ";", ":", "!", "?", "./", "/.")
_REFERS = re.compile(r"(?:^|\s)(?:khoản|điều|điểm|mục|tiết|chương)$", re.IGNORECASE)
_BULLET = re.compile(r"^[-–—+•*]\s*\S")


@dataclass(slots=True)
class _Growing:
    lines: list[PrintedLine]
    centred: bool
    labelled: bool
    in_side: bool = False
    follow: float | None = None  # where its second and later lines begin


@dataclass(slots=True)
class ParagraphMaker:
    """Takes lines in reading order and gives paragraphs; `flush` ends the one that is growing."""

    margins: Mapping[tuple[int, int], Margins]
    pages: Mapping[int, Page]
    pitches: Mapping[int, float]
    _growing: _Growing | None = None

    def add(self, piece: PrintedLine | Side) -> list[Paragraph]:
        """Take one line, or a whole side of a letterhead or signature."""
        if isinstance(piece, Side):
            return [*self.flush(), *self._side(piece)]
        page = self.pages[piece.page]
        margins = self.margins[size_of(page)]
        done: list[Paragraph] = []
        centred = _is_centred(piece, margins)
        if self._growing is None or not self._continues(piece, margins, centred=centred):
            done = self.flush()
            label, _ = split_label(piece.text)
            self._growing = _Growing([piece], centred=centred, labelled=label is not None)
        else:
            if self._growing.follow is None:
                self._growing.follow = piece.x0
            self._growing.lines.append(piece)
        return done

    def flush(self) -> list[Paragraph]:
        """End the paragraph that is growing, if any."""
        growing, self._growing = self._growing, None
        return [self._paragraph(growing)] if growing is not None else []

    def _continues(self, line: PrintedLine, margins: Margins, *, centred: bool) -> bool:
        growing = self._growing
        assert growing is not None
        before = growing.lines[-1]
        full = is_full(before, line.words[0], (margins.left, margins.right), 0.0)
        if centred or growing.centred:
            if not (full and centred == growing.centred and before.bold == line.bold):
                return False
            return before.x1 - before.x0 > 0.6 * (margins.right - margins.left)
        same_page = before.page == line.page
        size = line.height
        if same_page and line.top - before.bottom > self.pitches[line.page] + _NEW_BLOCK * size:
            return False
        label, rest = split_label(line.text)
        if label is not None and _begins_item(label, rest, before.text):
            return False
        ended = before.text.rstrip().endswith(_ENDED)
        indented = line.x0 - margins.left > _INDENT * size
        first = growing.lines[0].x0
        if growing.follow is not None:
            aligned = abs(line.x0 - growing.follow) <= _INDENT * size
            return full and aligned and (label is None or not (ended or label.is_bullet))
        return full and self._may_follow_first(line, first, indented=indented, ended=ended)

    def _may_follow_first(
        self, line: PrintedLine, first: float, *, indented: bool, ended: bool
    ) -> bool:
        """Whether a line can be the second one of the paragraph, the first being full."""
        growing = self._growing
        assert growing is not None
        size = line.height
        label, _ = split_label(line.text)
        starts_small = line.text[:1].islower()
        if not indented:
            return label is None or not ended
        if line.x0 > first + _INDENT * size:  # a hanging indent
            return growing.labelled and (label is None or not ended)
        if abs(line.x0 - first) <= _INDENT * size:  # a block set in as a whole
            return starts_small and not ended and label is None
        return label is None and not ended

    def _side(self, side: Side) -> list[Paragraph]:
        found: list[Paragraph] = []
        item: list[PrintedLine] = []
        for line in side.lines:
            wraps = (
                side.is_list
                and bool(item)
                and bool(_BULLET.match(item[0].text))
                and not item[-1].text.rstrip().endswith((";", ".", ":"))
                and not _BULLET.match(line.text)
            )
            if item and not wraps:
                found.append(self._paragraph(_of_side(item, side)))
                item = []
            item.append(line)
        if item:
            found.append(self._paragraph(_of_side(item, side)))
        return found

    def _paragraph(self, growing: _Growing) -> Paragraph:
        lines = growing.lines
        page = self.pages[lines[0].page]
        on_page = [line for line in lines if line.page == page.number]
        known = [
            word.confidence for line in lines for word in line.words if word.confidence is not None
        ]
        return Paragraph(
            join_lines([line.text for line in lines]),
            tuple(line.as_line(self.pages[line.page]) for line in lines),
            bold=all(line.bold for line in lines) and _has_letters(lines),
            italic=all(line.italic for line in lines) and _has_letters(lines),
            align=self._align(growing),
            confidence=round(sum(known) / len(known), 3) if known else None,
            span=Span(
                page=page.number,
                line=lines[0].number or None,
                box=page.fractions(around([line.box for line in on_page])),
            ),
        )

    def _align(self, growing: _Growing) -> Align | None:
        if growing.centred:
            return Align.CENTRE
        if growing.in_side:
            return None
        line = growing.lines[0]
        margins = self.margins[size_of(self.pages[line.page])]
        middle = margins.centre
        if len(growing.lines) == 1 and line.x0 > middle and line.x1 > margins.right - line.height:
            return Align.RIGHT
        return Align.LEFT


def _begins_item(label: Label, rest: str, before: str) -> bool:
    """A number before a capital begins an item, however full the line above may be.

    «theo khoản⏎1. Điều» is none, and neither «(2) Các» in a sentence that counts.
    """
    numbered = not label.is_bullet and label.kind is not LabelKind.BRACKETED
    return numbered and rest[:1].isupper() and not _REFERS.search(before)


def _of_side(lines: list[PrintedLine], side: Side) -> _Growing:
    return _Growing(lines, centred=not side.is_list, labelled=False, in_side=True)


def _has_letters(lines: Sequence[PrintedLine]) -> bool:
    return any(char.isalpha() for line in lines for char in line.text)


def _is_centred(line: PrintedLine, margins: Margins) -> bool:
    """Centred between the margins, with clear space on both sides more than a first-line indent."""
    size = line.height
    before, after = line.x0 - margins.left, margins.right - line.x1
    if min(before, after) < size:
        return False
    lean = abs(before - after)
    if split_label(line.text)[0] is not None and before < 5 * size:
        return False
    return lean < max(0.8 * size, 0.06 * min(before, after) + 0.5 * size)
