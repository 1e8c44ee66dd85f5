"""Tables without borders: columns seen by white gutters, rows by numbers and gaps.

Some appendices are set with tabs, or their borders are not printed. At least three columns that
stay free of each other over several lines make a table; two may be anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cchc.documents.model import Cell, Merge, Row, Span, Table
from cchc.documents.page_cells import cell_text
from cchc.documents.page_lines import PrintedLine, runs
from cchc.documents.page_model import Box, Page, Rule, around
from cchc.text.folding import fold
from cchc.text.labels import LabelKind, bare_label, split_label

_SEED_GAP = 0.9  # of the letter size: spaces so wide part columns in a line that opens a table
_WORD_GAP = 0.55  # … and narrower ones are spaces between words
_GUTTER = 3.0  # points: the narrowest gutter
_STRAY = 0.08  # of the lines may stand in a gutter
_FEWEST_COLUMNS, _FEWEST_LINES = 3, 3
_MOST_LINES, _WIDEST = 400, 15_000.0  # lines and points of a page that a person can read
_PARAGRAPH = 0.6  # of the page width: a run so wide is running text
_MOST_HEADER_LINES = 6
_ROW_GAP = 1.35  # times the usual space between lines parts rows


@dataclass(frozen=True, slots=True)
class Columned:
    """A table found in lines, and where it begins on the page."""

    top: float
    table: Table


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float


def find_columned(lines: Sequence[PrintedLine], page: Page) -> list[PrintedLine | Columned]:
    """Replace each stretch of lines that stands in columns by a table."""
    if len(lines) > _MOST_LINES or page.width > _WIDEST:
        return list(lines)
    found: list[PrintedLine | Columned] = []
    index = 0
    while index < len(lines):
        taken = _table_at(lines, index, page)
        if taken is None:
            found.append(lines[index])
            index += 1
            continue
        back, count, table = taken
        del found[len(found) - back :]
        found.append(table)
        index += count
    return found


def _table_at(
    lines: Sequence[PrintedLine], index: int, page: Page
) -> tuple[int, int, Columned] | None:
    """A table that begins at this line: how many lines before it and from it belong to it."""
    if len(runs(lines[index], _SEED_GAP * lines[index].height)) < _FEWEST_COLUMNS:
        return None
    stretch = _stretch(lines[index:], page)
    columns = _columns(stretch)
    if len(columns) < _FEWEST_COLUMNS:
        return None
    seed = runs(lines[index], _WORD_GAP * lines[index].height)
    if any(_crossed(part, columns) for part in seed) and not _may_span(lines[index]):
        return None  # a line of text with blanks in it, above a table
    count = _belonging(stretch, columns)
    while index + count < len(lines) and count and _may_span(stretch[count - 1]):
        count -= 1  # what follows is text: the line is its heading, not a group of the table
    body = list(stretch[:count])
    in_columns = sum(len(_filled(line, columns)) >= _FEWEST_COLUMNS - 1 for line in body)
    if count < _FEWEST_LINES or in_columns < _FEWEST_LINES:
        return None
    back = _lines_above(lines[:index], columns, body[0])
    body = [*lines[index - back : index], *body]
    table = _table(body, columns, page)
    return (back, count, Columned(body[0].top, table)) if table is not None else None


def _stretch(lines: Sequence[PrintedLine], page: Page) -> Sequence[PrintedLine]:
    """Lines up to where running text begins: one run over a whole gap of the first line."""
    opening = runs(lines[0], _SEED_GAP * lines[0].height)
    gaps = [(before.x1, after.x0) for before, after in pairwise(opening)]
    for index, line in enumerate(lines):
        parts = runs(line, _WORD_GAP * line.height)
        covers = any(parts[0].x0 < start and end < parts[0].x1 for start, end in gaps)
        wide = parts[0].x1 - parts[0].x0 > _PARAGRAPH * page.width
        if index and len(parts) == 1 and (covers or wide) and not _is_group_title(line):
            return lines[:index]
    return lines


def _is_group_title(line: PrintedLine) -> bool:
    """«II CẢI CÁCH THỂ CHẾ», also without its point; a heading of the body has one («II. …»)."""
    label = bare_label(line.words[0].text)
    numbered = label is not None and label.kind in (LabelKind.ROMAN, LabelKind.UPPER)
    return len(line.words) > 1 and numbered and _may_span(line)


def _columns(lines: Sequence[PrintedLine]) -> list[_Column]:
    """Columns between gutters that hardly any line crosses."""
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    covered = [0] * (int(right - left) + 2)
    counted = 0
    for line in lines:
        parts = runs(line, _WORD_GAP * line.height)
        if _is_group_title(line) or (len(parts) == 1 and _may_span(line)):
            continue  # a group row crosses gutters by right
        counted += 1
        for part in parts:
            for place in range(int(part.x0 - left), int(part.x1 - left) + 1):
                covered[place] += 1
    allowed = int(_STRAY * counted)
    columns: list[_Column] = []
    start: int | None = None
    gap = 0
    for place, count in enumerate([*covered, 0, 0, 0, 0]):
        if count > allowed:
            start = place if start is None else start
            gap = 0
        elif start is not None:
            gap += 1
            if gap >= _GUTTER:
                columns.append(_Column(left + start, left + place - gap + 1))
                start = None
    return columns


def _may_span(line: PrintedLine) -> bool:
    """A group row: numbered in Roman or with a letter, in capitals, or bold."""
    label, rest = split_label(line.text)
    if label is not None and label.kind in (LabelKind.ROMAN, LabelKind.UPPER):
        return True
    first = bare_label(line.words[0].text)
    if first is not None and first.kind is LabelKind.ROMAN and len(line.words) > 1:
        return True
    letters = [char for char in rest if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return line.bold or (len(letters) > 3 and capitals >= 0.8 * len(letters))


def _filled(line: PrintedLine, columns: Sequence[_Column]) -> set[int]:
    return {_column_of((word.x0 + word.x1) / 2, columns) for word in line.words}


def _column_of(x: float, columns: Sequence[_Column]) -> int:
    for index, (column, after) in enumerate(pairwise(columns)):
        if x < (column.right + after.left) / 2:
            return index
    return len(columns) - 1


def _crossed(part: PrintedLine, columns: Sequence[_Column]) -> bool:
    """Does a run of words go over a gutter?"""
    return any(
        part.x0 < column.right - 1 and part.x1 > after.left + 1
        for column, after in pairwise(columns)
    )


def _belonging(lines: Sequence[PrintedLine], columns: Sequence[_Column]) -> int:
    """How many lines stand in the columns; the table ends where text runs across them."""
    crossings = 0
    for index, line in enumerate(lines):
        parts = runs(line, _WORD_GAP * line.height)
        crosses = any(_crossed(part, columns) for part in parts)
        outside = line.x0 < columns[0].left - 2 * line.height
        if crosses and not _may_span(line) and len(parts) < _FEWEST_COLUMNS:
            crossings += 1
            if crossings == 2 or len(parts) == 1 or index == len(lines) - 1:
                return index - crossings + 1
        elif outside:
            return index
        else:
            crossings = 0
    return len(lines)


def _lines_above(
    lines: Sequence[PrintedLine], columns: Sequence[_Column], first: PrintedLine
) -> int:
    """Lines of a heading of several lines that stand above the first full one."""
    count = 0
    below = first
    for line in reversed(lines[-2:]):
        parts = runs(line, _SEED_GAP * line.height)
        near = below.top - line.bottom < 0.6 * line.height
        inside = all(
            any(c.left - 2 <= part.centre <= c.right + 2 for c in columns) for part in parts
        )
        if not near or not inside or len(parts) < 2:
            break
        count += 1
        below = line
    return count


def _table(lines: Sequence[PrintedLine], columns: Sequence[_Column], page: Page) -> Table | None:
    groups = _rows(lines, columns, page)
    if len(groups) < 2:
        return None
    sides = _sides(lines, columns)
    rows = [_row(group, columns, sides, page) for group in groups]
    box = around([line.box for line in lines])
    return Table(tuple(rows), page.landscape, span=Span(page=page.number, box=page.fractions(box)))


def _sides(lines: Sequence[PrintedLine], columns: Sequence[_Column]) -> list[tuple[float, float]]:
    """Where the text of each column begins and how far it may go."""
    sides = []
    for index, column in enumerate(columns):
        ends = [
            part.x1
            for line in lines
            for part in runs(line, _WORD_GAP * line.height)
            if not _crossed(part, columns) and _column_of(part.centre, columns) == index
        ]
        sides.append((column.left, max(ends, default=column.right)))
    return sides


def _rows(
    lines: Sequence[PrintedLine], columns: Sequence[_Column], page: Page
) -> list[list[PrintedLine]]:
    """Group lines into rows: by drawn level lines, by numbers, by gaps, else line by line."""
    heading, body = _heading(lines, columns)
    start = [heading] if heading else []
    ruled = _cut_at_rules(body, page.rules, columns)
    if ruled is not None:
        return [*start, *ruled]
    numbered = [_number(line, columns) for line in body]
    bands = _cut_at_gaps(body)
    count = sum(number is not None for number in numbered)
    if count >= 2:
        if len(bands) >= count and all(_has_one_number(band, columns) for band in bands):
            return [*start, *bands]
        return [*start, *_cut_at_numbers(body, columns)]
    full = sum(len(_filled(line, columns)) >= len(columns) - 1 for line in body)
    if full >= 0.8 * len(body) or len(bands) == 1:
        return [*start, *([line] for line in body)]
    return [*start, *bands]


def _heading(
    lines: Sequence[PrintedLine], columns: Sequence[_Column]
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """The lines above the first numbered one are the heading, if they are few.

    On a later page the rest of a broken row may stand between: a heading that opens with «STT» ends
    where its bold face or its even spacing does.
    """
    end = next(
        (
            index
            for index, line in enumerate(lines[: _MOST_HEADER_LINES + 1])
            if _number(line, columns) is not None or (index and _spans(line, columns))
        ),
        None,
    )
    opens = fold(lines[0].words[0].text).strip(".") in ("stt", "tt", "so")
    if end is None and not opens:
        return [], list(lines)
    end = end if end is not None else len(lines)
    if not opens:
        return list(lines[:end]), list(lines[end:])
    last = 1
    while last < end and _same_heading(lines[last - 1], lines[last], lines[0]):
        last += 1
    return list(lines[:last]), list(lines[last:])


def _same_heading(before: PrintedLine, line: PrintedLine, first: PrintedLine) -> bool:
    if first.bold:
        return line.bold
    return line.top - before.bottom < 0.35 * line.height


def _number(line: PrintedLine, columns: Sequence[_Column]) -> str | None:
    words = [word for word in line.words if _column_of((word.x0 + word.x1) / 2, columns) == 0]
    text = " ".join(word.text for word in words)
    return text if text and bare_label(text) is not None else None


def _spans(line: PrintedLine, columns: Sequence[_Column]) -> bool:
    parts = runs(line, _WORD_GAP * line.height)
    if _may_span(line) and any(_crossed(part, columns) for part in parts):
        return True
    return _is_group_title(line) and _filled(line, columns) <= {0, 1}


def _has_one_number(band: Sequence[PrintedLine], columns: Sequence[_Column]) -> bool:
    numbers = sum(_number(line, columns) is not None for line in band)
    return numbers == 1 or (numbers == 0 and any(_spans(line, columns) for line in band))


def _cut_at_rules(
    lines: Sequence[PrintedLine], rules: Sequence[Rule], columns: Sequence[_Column]
) -> list[list[PrintedLine]] | None:
    wide = 0.8 * (columns[-1].right - columns[0].left)
    tops = sorted(
        rule.top
        for rule in rules
        if rule.is_level
        and rule.x1 - rule.x0 >= wide
        and lines[0].top < rule.top < lines[-1].bottom
    )
    if len(tops) < 2:
        return None
    rows: dict[int, list[PrintedLine]] = {}
    for line in lines:
        middle = (line.top + line.bottom) / 2
        rows.setdefault(sum(top < middle for top in tops), []).append(line)
    return list(rows.values())


def _cut_at_numbers(
    lines: Sequence[PrintedLine], columns: Sequence[_Column]
) -> list[list[PrintedLine]]:
    rows: list[list[PrintedLine]] = []
    after_group = False
    for line in lines:
        spans = _spans(line, columns)
        if not rows or _number(line, columns) is not None or spans or after_group:
            rows.append([])
        after_group = spans
        rows[-1].append(line)
    return rows


def _cut_at_gaps(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    pitches = sorted(after.top - before.top for before, after in pairwise(lines))
    usual = pitches[len(pitches) // 4] if pitches else 0.0
    rows = [[lines[0]]] if lines else []
    for before, line in pairwise(lines):
        if line.top - before.top > _ROW_GAP * usual:
            rows.append([])
        rows[-1].append(line)
    return rows


def _row(
    lines: Sequence[PrintedLine],
    columns: Sequence[_Column],
    sides: Sequence[tuple[float, float]],
    page: Page,
) -> Row:
    box = around([line.box for line in lines])
    if any(_spans(line, columns) for line in lines):
        return _group_row(lines, columns, page, box)
    parted: list[list[PrintedLine]] = [[] for _ in columns]
    for line in lines:
        for part in runs(line, _WORD_GAP * line.height):
            _put(part, columns, parted)
    cells = []
    for index, parts in enumerate(parted):
        left, right = sides[index]
        text = cell_text(parts, left, right, 0.0)
        bold = bool(parts) and all(part.bold for part in parts)
        span = _span(page, _cell_box(columns, index, box), parts[0].number if parts else None)
        cells.append(Cell(text, bold=bold, confidence=_confidence(parts), span=span))
    return Row(tuple(cells), span=_span(page, box, lines[0].number))


def _put(part: PrintedLine, columns: Sequence[_Column], parted: list[list[PrintedLine]]) -> None:
    """Put a run into its column; one over several columns of a heading into each of them."""
    if not _crossed(part, columns):
        parted[_column_of(part.centre, columns)].append(part)
        return
    over = [
        index
        for index, column in enumerate(columns)
        if part.x0 < column.right and part.x1 > column.left
    ]
    centred = len(over) == 2 and part.x1 - part.x0 < columns[over[-1]].right - columns[over[0]].left
    if centred and part.x0 > columns[over[0]].left + part.height:
        for index in over:
            parted[index].append(part)
        return
    by_column: dict[int, list[int]] = {}
    for place, word in enumerate(part.words):
        by_column.setdefault(_column_of((word.x0 + word.x1) / 2, columns), []).append(place)
    for index, places in by_column.items():
        words = tuple(part.words[place] for place in places)
        parted[index].append(PrintedLine(words, part.page, part.number))


def _group_row(
    lines: Sequence[PrintedLine], columns: Sequence[_Column], page: Page, box: Box
) -> Row:
    """«II CẢI CÁCH THỂ CHẾ»: the number in its column, the title over all others."""
    text = " ".join(line.text for line in lines)
    first = lines[0].words[0]
    number = ""
    in_first = _column_of((first.x0 + first.x1) / 2, columns) == 0
    if in_first and bare_label(first.text) is not None:
        number, text = first.text, text[len(first.text) :].strip()
    bold = all(line.bold for line in lines)
    confidence = _confidence(lines)
    cells = []
    for index in range(len(columns)):
        span = _span(page, _cell_box(columns, index, box), lines[0].number)
        if index == 0 and number:
            cells.append(Cell(number, bold=bold, confidence=confidence, span=span))
            continue
        merge = Merge.FROM_LEFT if index > (1 if number else 0) else None
        cells.append(Cell(text, merge, bold=bold, confidence=confidence, span=span))
    return Row(tuple(cells), span=_span(page, box, lines[0].number))


def _cell_box(columns: Sequence[_Column], index: int, box: Box) -> Box:
    left = box[0] if index == 0 else (columns[index - 1].right + columns[index].left) / 2
    last = index == len(columns) - 1
    right = box[2] if last else (columns[index].right + columns[index + 1].left) / 2
    outer_left, outer_right = columns[0].left, columns[-1].right
    return (outer_left if index == 0 else left, box[1], outer_right if last else right, box[3])


def _span(page: Page, box: Box, line: int | None) -> Span:
    return Span(page=page.number, line=line or None, box=page.fractions(box))


def _confidence(parts: Sequence[PrintedLine]) -> float | None:
    known = [
        word.confidence for part in parts for word in part.words if word.confidence is not None
    ]
    return round(median(known), 3) if known else None
