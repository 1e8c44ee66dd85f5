"""A ruled grid and the words in it → a `Table`: cell texts, merged cells, rows without a rule.

Lines that broke only because the cell is narrow are joined; a line that ended early, or that
begins with a dash or a number, begins a new line of the cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cchc.documents.joining import join_lines
from cchc.documents.model import Cell, Merge, Row, Span, Table
from cchc.documents.page_grid import Grid, Region
from cchc.documents.page_lines import PrintedLine, printed_lines
from cchc.documents.page_model import Box, Page, Word
from cchc.text.labels import bare_label, split_label
from cchc.text.syllables import is_syllable

_SPACE = 0.25  # of the letter size: the narrowest space between words
_LEEWAY = 0.12  # of the letter size: how far a line may stop before the place where it is full
_LEEWAY_IN_WORDS = 0.8  # the same where the next line goes on in small letters
_LETTER = 1.25  # of the mean width of the next letters: so wide may the next one be
_PUNCTUATION = ".,;:)"
_OPEN_DASH = re.compile(r"\w\s[-–]$")  # «Phòng Văn hóa -⏎Xã hội»
_MONTH = "(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_ONE_NUMBER = re.compile(rf"\(?(?:\d{{1,2}}[/-]{_MONTH}(?:[/-]{_YEAR})?|{_MONTH}[/-]{_YEAR}|100%)")
_PADDING = (1.0, 8.0)  # points: the least and greatest distance of text from a border
_NEAR_TOP = 1.3  # of the letter size: text that begins so near a row's top belongs to that row


@dataclass(frozen=True, slots=True)
class CellLines:
    """A cell of the grid with its printed lines and the borders between which they stand."""

    region: Region
    box: Box
    lines: tuple[PrintedLine, ...]


def words_inside(words: Sequence[Word], box: Box, margin: float = 2.0) -> list[Word]:
    """The words whose middle lies within the box."""
    x0, top, x1, bottom = box
    return [
        word
        for word in words
        if x0 - margin <= (word.x0 + word.x1) / 2 <= x1 + margin
        and top - margin <= (word.top + word.bottom) / 2 <= bottom + margin
    ]


def table_of(grid: Grid, page: Page, words: Sequence[Word]) -> Table:
    """Fill the grid with words. `words` are those inside the grid."""
    cells = [
        CellLines(region, grid.box_of(region), tuple(printed_lines(inside, page.number)))
        for region, inside in _words_by_region(grid, words)
    ]
    grid, cells = _split_unruled_rows(grid, cells)
    padding = _paddings(grid, cells)
    places: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        for part in _parts(grid, cell):
            _place(places, part, page, padding[part.region.column])
    rows = []
    for row in range(len(grid.down) - 1):
        span = Span(
            page=page.number,
            row=row + 1,
            box=page.fractions(
                (grid.across[0], grid.down[row], grid.across[-1], grid.down[row + 1])
            ),
        )
        texts = tuple(places[row, column] for column in range(len(grid.across) - 1))
        rows.append(Row(texts, span=span))
    span = Span(page=page.number, box=page.fractions(grid.box))
    return Table(tuple(rows), landscape=page.landscape, span=span)


def _words_by_region(grid: Grid, words: Sequence[Word]) -> list[tuple[Region, list[Word]]]:
    owner = {
        (row, column): index
        for index, region in enumerate(grid.regions)
        for row in range(region.row, region.row_end)
        for column in range(region.column, region.column_end)
    }
    inside: list[list[Word]] = [[] for _ in grid.regions]
    for word in words:
        x, y = word.centre
        row = min(max(bisect_right(grid.down, y) - 1, 0), len(grid.down) - 2)
        column = min(max(bisect_right(grid.across, x) - 1, 0), len(grid.across) - 2)
        inside[owner[row, column]].append(word)
    return list(zip(grid.regions, inside, strict=True))


def _place(
    places: dict[tuple[int, int], Cell], cell: CellLines, page: Page, padding: float
) -> None:
    region = cell.region
    text = cell_text(cell.lines, cell.box[0], cell.box[2], padding)
    bold = bool(cell.lines) and all(line.bold for line in cell.lines)
    known = [
        word.confidence for line in cell.lines for word in line.words if word.confidence is not None
    ]
    confidence = round(min(known), 3) if known else None
    for row in range(region.row, region.row_end):
        for column in range(region.column, region.column_end):
            merge = None
            if row > region.row:
                merge = Merge.FROM_ABOVE
            elif column > region.column:
                merge = Merge.FROM_LEFT
            span = Span(
                page=page.number,
                row=row + 1,
                cell=column + 1,
                line=cell.lines[0].number if cell.lines else None,
                box=page.fractions(cell.box),
            )
            places[row, column] = Cell(text, merge, bold=bold, confidence=confidence, span=span)


def cell_text(lines: Sequence[PrintedLine], left: float, right: float, padding: float) -> str:
    """Join the lines of a cell that only wrapped; keep ``\\n`` where a new piece begins."""
    if not lines:
        return ""
    opens_with_dash = _opens_with_bullet(lines[0].text)
    pieces: list[list[str]] = [[lines[0].text]]
    for before, line in pairwise(lines):
        if _begins_piece(before, line, (left, right), padding, opens_with_dash=opens_with_dash):
            pieces.append([line.text])
        elif _broken_inside(before, line, pieces[-1][-1], right - padding):
            pieces[-1][-1] += line.text
        else:
            pieces[-1].append(line.text)
    return "\n".join(join_lines(piece) for piece in pieces)


def _broken_inside(before: PrintedLine, line: PrintedLine, text: str, right: float) -> bool:
    """Whether a cell narrower than a word broke the word itself: «HÀNH CHÍN⏎H», «30/6/20⏎24».

    `text` is the line before as joined so far. Only where not one letter more would have fitted,
    and where the parts make one word or date and are none apart.
    """
    first = line.words[0]
    letter = (first.x1 - first.x0) / len(first.text)
    if before.x1 + _LETTER * letter <= right or not text:
        return False
    return _is_one_word(text.split()[-1], first.text.rstrip(_PUNCTUATION))


def _is_one_word(start: str, rest: str) -> bool:
    """«CHÍN»+«H», «30/6/20»+«24» yes; «Hàng»+«năm», «15/3»+«15/6» no."""
    whole = start + rest
    if rest.isalpha() and start.isalpha():
        same_case = rest.islower() or whole.isupper()
        apart = is_syllable(start) and is_syllable(rest)
        return same_case and is_syllable(whole) and not apart
    return start[-1].isdigit() and rest[:1].isdigit() and _ONE_NUMBER.fullmatch(whole) is not None


def _begins_piece(
    before: PrintedLine,
    line: PrintedLine,
    sides: tuple[float, float],
    padding: float,
    *,
    opens_with_dash: bool,
) -> bool:
    full = is_full(before, line.words[0], sides, padding)
    ended = before.text.rstrip().endswith((";", ":", "."))
    if _opens_with_bullet(line.text):
        return opens_with_dash or ended or not full
    label, _ = split_label(line.text)
    if label is not None and ended:
        return True
    return not full and _OPEN_DASH.search(before.text) is None


def is_full(before: PrintedLine, word: Word, sides: tuple[float, float], padding: float) -> bool:
    """Would the next line's first word not have fitted on the line before?"""
    left, right = sides
    size = before.height
    goes_on = word.text[:1].islower() and not before.text.rstrip().endswith((".", ";", ":"))
    leeway = _LEEWAY_IN_WORDS if goes_on else _LEEWAY
    needed = word.x1 - word.x0 + (_SPACE + leeway) * size
    margin_left, margin_right = before.x0 - left, right - before.x1
    centred = margin_left > padding + size / 2 and abs(margin_left - margin_right) < size / 2
    if centred:
        return before.x1 - before.x0 + needed > right - left - 2 * padding
    return before.x1 + needed > right - padding


def _opens_with_bullet(text: str) -> bool:
    label, _ = split_label(text)
    return label is not None and label.is_bullet


def _paddings(grid: Grid, cells: Sequence[CellLines]) -> list[float]:
    """How far text keeps from the borders, for each column: as near as its nearest line."""
    nearest = [_PADDING[1]] * (len(grid.across) - 1)
    for cell in cells:
        region = cell.region
        for line in cell.lines:
            gap = min(line.x0 - cell.box[0], cell.box[2] - line.x1)
            nearest[region.column] = min(nearest[region.column], gap)
    return [max(gap, _PADDING[0]) for gap in nearest]


def _parts(grid: Grid, cell: CellLines) -> list[CellLines]:
    """Part a cell over several rows where each stretch of text stands at the top of its own row.

    Some plans rub out the borders between rows of one column though each row has its own value.
    """
    region = cell.region
    if region.row_end - region.row < 2 or not cell.lines:
        return [cell]
    starts = {region.row: 0}
    for index, (before, line) in enumerate(pairwise(cell.lines), start=1):
        pitch = line.top - before.top
        for row in range(region.row + 1, region.row_end):
            near = 0 <= line.top - grid.down[row] + 2.0 <= _NEAR_TOP * line.height
            if near and pitch > 1.7 * line.height and row not in starts:
                starts[row] = index
    if len(starts) == 1:
        return [cell]
    bounds = [*sorted(starts.items()), (region.row_end, len(cell.lines))]
    parts = []
    for (row, first), (row_end, last) in pairwise(bounds):
        piece = Region(row, region.column, row_end, region.column_end)
        parts.append(CellLines(piece, grid.box_of(piece), cell.lines[first:last]))
    return parts


def _split_unruled_rows(grid: Grid, cells: list[CellLines]) -> tuple[Grid, list[CellLines]]:
    """Cut a row that has several numbers in its first column: rules between rows were left out."""
    cuts: dict[int, list[float]] = {}
    for cell in cells:
        region = cell.region
        if region.column != 0 or region.row_end - region.row != 1 or region.column_end != 1:
            continue
        labels = [line for line in cell.lines if bare_label(line.text) is not None]
        if len(labels) < 2 or len(labels) < len(cell.lines):
            continue
        lines = [line for other in cells if other.region.row == region.row for line in other.lines]
        slack = 0.3 * median(line.height for line in lines)
        cuts[region.row] = [label.top - slack for label in labels[1:]]
    if not cuts:
        return grid, cells
    down: list[float] = []
    first: list[int] = []
    for row, edge in enumerate(grid.down):
        first.append(len(down))
        down.append(edge)
        down.extend(cuts.get(row, ()))
    wider = Grid(grid.across, tuple(down), ())
    split: list[CellLines] = []
    for cell in cells:
        region = cell.region
        start, end = first[region.row], first[region.row_end]
        if region.row_end - region.row > 1 or region.row not in cuts:
            piece = Region(start, region.column, end, region.column_end)
            split.append(CellLines(piece, wider.box_of(piece), cell.lines))
            continue
        for row in range(start, end):
            piece = Region(row, region.column, row + 1, region.column_end)
            top, bottom = down[row], down[row + 1]
            inside = tuple(line for line in cell.lines if top <= line.top < bottom)
            if row == start:
                inside = tuple(line for line in cell.lines if line.top < bottom)
            split.append(CellLines(piece, wider.box_of(piece), inside))
    return wider, split
