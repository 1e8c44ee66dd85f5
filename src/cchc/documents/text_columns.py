"""Tables in text dumps that keep their columns by spaces (as `pdftotext -layout` prints them).

In: numbered lines with their spaces. Out: the grid, by the places where words begin. A page is
looked at by itself, since the columns shift from page to page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.documents.joining import join_pair
from cchc.documents.model import Cell, Row, Span, Table
from cchc.text.folding import fold
from cchc.text.labels import bare_label

_HEADING = re.compile(r"\s*(?:s?tt|so tt)\s{2,}\S.*\S\s{2,}\S")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_END = re.compile(r"\s*(?:Nơi nhận|PHỤ LỤC|Ghi chú\s*:|NGƯỜI LẬP)")


@dataclass(frozen=True, slots=True)
class SpacedLine:
    """A line as printed: its number in the file, its text with spaces, whether a page begins."""

    number: int
    text: str
    new_page: bool


def begins_spaced_table(text: str) -> bool:
    """Whether a line is the heading of a table kept by spaces: «TT     Nhiệm vụ     Đơn vị …»."""
    return len(_CHUNK.findall(text)) >= 4 and _HEADING.match(fold_keeping_spaces(text)) is not None


def fold_keeping_spaces(text: str) -> str:
    """Fold without joining spaces: places stay places."""
    return "".join(fold(part) if part.strip() else part for part in re.split(r"(\s+)", text))


def spaced_table_lines(lines: Sequence[SpacedLine]) -> int:
    """How many lines from the heading on belong to the table."""
    count = 1
    for line in lines[1:]:
        if _END.match(line.text):
            break
        count += 1
    return count


def read_spaced_table(lines: Sequence[SpacedLine], *, number: int, file: int) -> Table:
    """Read the lines of a table (its heading first) into a grid."""
    pages = _pages(lines)
    heading: list[str] = []
    rows: list[tuple[int, list[list[str]]]] = []
    for page in pages:
        # The heading's first line names every column, or nearly.
        wanted = len(heading) or len(_CHUNK.findall(lines[0].text))
        starts = _column_starts(page, wanted)
        body_from = _heading_lines(page)
        if not heading:
            if len(starts) < 2:  # too few lines to learn from: the titles say where columns begin
                starts = [chunk.start() for chunk in _CHUNK.finditer(lines[0].text)]
            heading = _heading_cells(page[:body_from], starts)
        if len(starts) != len(heading):
            starts = starts[: len(heading)] + [10_000] * (len(heading) - len(starts))
        _take_rows(page[body_from:], starts, rows)
    first = lines[0].number
    grid = [_row([[text] if text else [] for text in heading], first, number, 1, file)]
    for index, (line, cells) in enumerate(rows, 2):
        grid.append(_row(cells, line, number, index, file))
    return Table(tuple(grid), span=Span(file=file, line=first, table=number))


def _pages(lines: Sequence[SpacedLine]) -> list[list[SpacedLine]]:
    pages: list[list[SpacedLine]] = [[]]
    for line in lines:
        if line.new_page and pages[-1]:
            pages.append([])
        pages[-1].append(line)
    return pages


def _heading_lines(page: Sequence[SpacedLine]) -> int:
    """How many lines the heading takes: up to the first line that begins with a label."""
    if not begins_spaced_table(page[0].text):
        return 0
    for index, line in enumerate(page[1:], 1):
        words = line.text.split()
        if words and line.text.find(words[0]) < 8 and bare_label(words[0]) is not None:
            return index
    return 1


def _column_starts(page: Sequence[SpacedLine], wanted: int) -> list[int]:
    """Where columns begin: the places at which words begin again and again after a gap."""
    begins: Counter[int] = Counter()
    body = page[_heading_lines(page) :]
    for line in body:
        for chunk in _CHUNK.finditer(line.text):
            begins[chunk.start()] += 1
    least = max(2, round(0.12 * len(body)))
    peaks: list[list[int]] = []
    for place in sorted(begins):
        if peaks and place - peaks[-1][-1] <= 2:
            peaks[-1].append(place)
        else:
            peaks.append([place])
    kept = [
        (
            max(group, key=lambda place: begins[place]),
            sum(begins[place] for place in group),
            group[0],
        )
        for group in peaks
    ]
    kept = [peak for peak in kept if peak[1] >= least]
    if len(kept) > wanted:
        kept = sorted(sorted(kept, key=lambda peak: -peak[1])[:wanted])
    return [group_start for _, _, group_start in kept]


def _heading_cells(lines: Sequence[SpacedLine], starts: Sequence[int]) -> list[str]:
    """Heading words stand centred: each belongs to the column it overlaps most."""
    cells: list[list[str]] = [[] for _ in starts]
    bounds = [*starts[1:], 10_000]
    for line in lines:
        for chunk in _CHUNK.finditer(line.text):
            overlaps = [
                min(chunk.end(), right) - max(chunk.start(), left)
                for left, right in zip(starts, bounds, strict=True)
            ]
            cells[overlaps.index(max(overlaps))].append(chunk.group())
    return [" ".join(parts) for parts in cells]


def _take_rows(
    page: Sequence[SpacedLine], starts: Sequence[int], rows: list[tuple[int, list[list[str]]]]
) -> None:
    for group in _row_groups(page, starts):
        cuts = _row_cuts([line.text for line in group], starts)
        cells = [_cut(line.text, cuts) for line in group]
        own = cells[0][0] if cells[0] else ""
        if _is_title([line.text for line in group], own, starts):
            text = " ".join(line.text.strip() for line in group)[len(own) :].strip()
            cells = [[own, text, *[""] * (len(starts) - 2)]]
        if bare_label(own) is None and rows:
            target = rows[-1][1]  # the page begins in the middle of a row
        else:
            target = [[] for _ in starts]
            rows.append((group[0].number, target))
        for line in cells:
            for known, text in zip(target, line, strict=True):
                if text:
                    known.append(text)


def _row_groups(page: Sequence[SpacedLine], starts: Sequence[int]) -> list[list[SpacedLine]]:
    """Lines of one row each: a row begins where the first column holds a label."""
    groups: list[list[SpacedLine]] = []
    limit = starts[1] if len(starts) > 1 else 8
    for line in page:
        words = line.text.split(None, 1)
        place = len(line.text) - len(line.text.lstrip())
        begins = bool(words) and place < limit and bare_label(words[0]) is not None
        if begins or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


_REACH = 8  # how far from its usual place a column may begin in one row


def _row_cuts(texts: Sequence[str], starts: Sequence[int]) -> list[int]:
    """Where the columns begin in this row: a river of blanks near the usual place.

    The tool that printed the dump spaces each line by itself, so a column wanders by a few places
    from row to row, but within a row no word may cross its beginning.
    """
    cuts = [0]
    for usual in starts[1:]:
        best, best_score = usual, -1e9
        for place in range(max(cuts[-1] + 1, usual - _REACH), usual + _REACH + 1):
            if any(
                text[place - 1 : place].strip() and text[place : place + 1].strip()
                for text in texts
            ):
                continue  # a word crosses
            begins = sum(
                bool(text[place : place + 1].strip()) and not text[place - 1 : place].strip()
                for text in texts
            )
            gaps = sum(
                bool(text[place : place + 1].strip())
                and not text[max(0, place - 2) : place].strip()
                for text in texts
            )
            score = begins + gaps - 0.3 * abs(place - usual)
            if score > best_score:
                best, best_score = place, score
        cuts.append(best)
    return cuts


def _is_title(texts: Sequence[str], label: str, starts: Sequence[int]) -> bool:
    """A group's title runs over the columns without a gap: «1     Lãnh đạo, chỉ đạo cải cách»."""
    if len(starts) < 3 or bare_label(label) is None or len(texts) > 2:
        return False
    return all(
        len(_CHUNK.findall(text)) <= (2 if index == 0 else 1) for index, text in enumerate(texts)
    ) and (len(texts[0].rstrip()) > starts[2] + 1 or len(texts) == 1)


def _cut(text: str, cuts: Sequence[int]) -> list[str]:
    """Put each word into the column that begins at or before it."""
    cells: list[list[str]] = [[] for _ in cuts]
    for word in _WORD.finditer(text):
        column = 0
        for index, start in enumerate(cuts):
            if word.start() >= start:
                column = index
        cells[column].append(word.group())
    return [" ".join(parts) for parts in cells]


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        if not text:
            text = line
        elif re.match(r"[-–+•]\s", line) or (text.endswith(";") and line[:1].isupper()):
            text = f"{text}\n{line}"
        else:
            text = join_pair(text, line)
    return text


def _row(cells: Sequence[Sequence[str]], line: int, table: int, row: int, file: int) -> Row:
    return Row(
        tuple(
            Cell(_joined(lines), span=Span(file=file, line=line, table=table, row=row, cell=place))
            for place, lines in enumerate(cells, 1)
        ),
        span=Span(file=file, line=line, table=table, row=row),
    )
