"""Tables whose borders were lost when a PDF was copied as text → tables again.

In: a document of paragraphs with their printed lines. A heading row is recognised by its words, the
rows by their numbering, the cells by `flattened_cells`. Every cell so cut carries a confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.documents.model import Block, Cell, Document, Kind, Line, Paragraph, Row, Span, Table
from cchc.reading.columns import Column, column_of
from cchc.reading.flattened_cells import Learnt, Piece, cut_row, is_sure, joined, learn
from cchc.text.labels import Label, LabelKind, bare_label, roman_value

CONFIDENCE = 0.75
_HEADING = re.compile(r"(?:s?tt|so tt)\b", re.IGNORECASE)
_LABEL = re.compile(r"(\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5})[.)]?(?:\s+|$)(.*)")
_ENDS_TABLE = re.compile(
    r"(?:Nơi nhận|PHỤ LỤC|Phụ lục\s*(?:số\s*)?[IVX\d]*\s*$|Ghi chú\s*:|Tổng cộng|NGƯỜI LẬP)"
)


@dataclass(slots=True)
class _RowLines:
    label: Label
    chunks: list[list[Line]]  # one, or more where the row goes on over a page


def restore_tables(document: Document) -> Document:
    """Put tables back where a text dump shows only their lines; other documents stay as is."""
    if document.kind is not Kind.TEXT:
        return document
    blocks: list[Block] = []
    run: list[Paragraph] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        blocks.extend(_restored(run, number))
        run = []
        blocks.append(block)
    blocks.extend(_restored(run, number))
    return replace(document, blocks=tuple(blocks))


def _restored(run: list[Paragraph], number: int) -> list[Block]:
    for index, paragraph in enumerate(run):
        if not _HEADING.match(paragraph.text):
            continue
        lines = [line for below in run[index:] for line in below.lines]
        heading = _read_heading(lines)
        if heading is None:
            continue
        titles, used = heading
        body, taken = _table_lines(run, index)
        rows = _rows(body[used:], titles)
        if len(rows) < 2:
            continue
        table = _table(rows, titles, body[0].span, number + 1)
        after = run[index + taken :]
        return [*run[:index], table, *_restored(after, number + 1)]
    return list(run)


def _table_lines(run: Sequence[Paragraph], start: int) -> tuple[list[Line], int]:
    """The lines from the heading to the end of the table, and how many paragraphs they take."""
    lines: list[Line] = []
    romans = 0
    for taken, paragraph in enumerate(run[start:]):
        found = _LABEL.match(paragraph.text)
        roman = found is not None and found.group(1)[0] in "IVX"
        if taken and (
            _ENDS_TABLE.match(paragraph.text)
            # «IV. TỔ CHỨC THỰC HIỆN» after rows 1, 2, 3: the text goes on below the table.
            or (roman and not romans and found is not None and found.group(1) != "I")
        ):
            return lines, taken
        romans += roman
        lines.extend(paragraph.lines)
    return lines, len(run) - start


def _read_heading(lines: Sequence[Line]) -> tuple[list[str], int] | None:
    """Understand the heading's words: the column titles and how many lines they take."""
    words: list[str] = []
    best: tuple[list[str], int] | None = None
    for used, line in enumerate(lines[:30], 1):
        if used > 1 and _opens_row(line.text):
            break
        words.extend(line.text.split())
        if len(words) > 60:
            break
        titles = _titles(words)
        if titles is not None and len(titles) >= 4 and (best is None or used > best[1]):
            best = (titles, used)
    return best


def _opens_row(text: str) -> bool:
    found = _LABEL.match(text)
    if found is None:
        return False
    rest = found.group(2)
    return found.group(1) in ("I", "1", "1.1") and (not rest or rest[0].isupper())


def _titles(words: Sequence[str]) -> list[str] | None:
    """Cut the heading into titles, each beginning with a capital and each a known column."""
    starts = [i for i, word in enumerate(words) if word[0].isupper() or not word[0].isalpha()]
    if not starts or starts[0] != 0:
        return None
    best: dict[int, tuple[int, list[str]]] = {0: (0, [])}
    for index, start in enumerate(starts):
        if start not in best:
            continue
        count, titles = best[start]
        for end in [*starts[index + 1 :], len(words)]:
            title = " ".join(words[start:end])
            kind = column_of(title)
            if kind is None or kind in {column_of(known) for known in titles}:
                continue
            if end not in best or best[end][0] < count + 1:
                best[end] = (count + 1, [*titles, title])
    found = best.get(len(words))
    return found[1] if found and column_of(found[1][0]) is Column.LABEL else None


def _rows(lines: Sequence[Line], titles: Sequence[str]) -> list[_RowLines]:
    """Part the lines into rows at labels that go on the numbering; headings again are dropped."""
    heading_words = " ".join(titles).split()
    rows: list[_RowLines] = []
    index = 0
    while index < len(lines):
        if skip := _heading_again(lines, index, heading_words):
            index += skip
            if rows:
                rows[-1].chunks.append([])
            continue
        line = lines[index]
        found = _LABEL.match(line.text)
        label = bare_label(found.group(1)) if found else None
        if found and label and _follows(rows, label) and _fits(found.group(2), lines, index):
            rest = [replace(line, text=found.group(2))] if found.group(2) else []
            rows.append(_RowLines(label, [rest]))
        elif rows:
            rows[-1].chunks[-1].append(line)
        index += 1
    for row in rows:
        row.chunks = [chunk for chunk in row.chunks if chunk]
    return [row for row in rows if row.chunks]


def _fits(rest: str, lines: Sequence[Line], index: int) -> bool:
    if rest:
        return rest[0].isupper() or rest[0] in '-–“"('
    return index + 1 < len(lines) and (
        lines[index + 1].text[:1].isupper() or lines[index + 1].text[:1] in "-“"
    )


def _heading_again(lines: Sequence[Line], index: int, heading: Sequence[str]) -> int:
    """How many lines from `index` repeat the heading (0: they do not)."""
    if not _HEADING.match(lines[index].text):
        return 0
    words: list[str] = []
    for used, line in enumerate(lines[index : index + 30], 1):
        words.extend(line.text.split())
        if len(words) >= len(heading):
            return used if words[: len(heading)] == list(heading) else 0
    return 0


def _follows(rows: Sequence[_RowLines], label: Label) -> bool:
    """Whether a label goes on the numbering so far (gaps of up to three are real plans' errors)."""
    if not rows:
        return True
    last = rows[-1].label
    if label.kind is LabelKind.ROMAN:
        romans = [row.label for row in rows if row.label.kind is LabelKind.ROMAN]
        return not romans or 0 < roman_value(label.text) - roman_value(romans[-1].text) <= 3
    numbers = [int(part) for part in label.text.split(".")]
    if last.kind is LabelKind.ROMAN:
        return all(number <= 1 for number in numbers) or _goes_on_flat(rows, numbers)
    known = [int(part) for part in last.text.split(".")]
    if len(numbers) > len(known):
        return len(numbers) == len(known) + 1 and numbers[:-1] == known and numbers[-1] == 1
    depth = len(numbers)
    return numbers[:-1] == known[: depth - 1] and 0 < numbers[-1] - known[depth - 1] <= 3


def _goes_on_flat(rows: Sequence[_RowLines], numbers: Sequence[int]) -> bool:
    """Numbering that runs on through the groups: «II» after task 7, then «8»."""
    flat = [
        row.label for row in rows if row.label.kind is LabelKind.ARABIC and row.label.depth == 1
    ]
    return len(numbers) == 1 and bool(flat) and 0 < numbers[0] - int(flat[-1].text) <= 2


def _table(rows: Sequence[_RowLines], titles: Sequence[str], span: Span, number: int) -> Table:
    kinds = [column_of(title) for title in titles][1:]
    if {Column.DATA_FROM, Column.DATA_WINDOW} & set(kinds):
        grid = [_heading_row(titles, span, number)]
        grid += [
            _row(row, _dated_cells(row, len(kinds)), number, index)
            for index, row in enumerate(rows, 2)
        ]
        return Table(tuple(grid), span=span._replace(table=number))
    grid = [_heading_row(titles, span, number)]
    for index, (row, cells) in enumerate(zip(rows, _cut_rows(rows, kinds), strict=True), 2):
        grid.append(_row(row, cells, number, index))
    return Table(tuple(grid), span=span._replace(table=number))


def _cut_rows(rows: Sequence[_RowLines], kinds: Sequence[Column | None]) -> list[list[str]]:
    """The cells of each row: a first look learns from the sure rows, a second cuts the others."""
    pieces = [[_pieces(chunk) for chunk in row.chunks] for row in rows]
    groups = [_is_group(rows, index) for index in range(len(rows))]
    first = {
        index: cut_row(chunks[0], kinds)
        for index, (chunks, group) in enumerate(zip(pieces, groups, strict=True))
        if not group
    }
    learnt = learn(list(first.values()), len(kinds))
    found: list[list[str]] = []
    for index, chunks in enumerate(pieces):
        if groups[index]:
            found.append(_group_cells(kinds, chunks))
        elif len(chunks) == 1 and is_sure(*_padded(first[index], kinds), learnt):
            found.append([joined(lines) for lines in _padded(first[index], kinds)[0]])
        else:
            found.append(_cells(chunks, kinds, learnt))
    return found


def _padded(
    cut: tuple[list[list[str]], float], kinds: Sequence[Column | None]
) -> tuple[list[list[str]], Sequence[Column | None], float]:
    cells, score = cut
    return [*cells, *[[] for _ in range(len(kinds) - len(cells))]], kinds, score


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    return [Piece(tuple(line.text.split()), line.tight) for line in lines if line.text.strip()]


def _is_group(rows: Sequence[_RowLines], index: int) -> bool:
    """Whether the next row is numbered below this one."""
    if index + 1 >= len(rows):
        return False
    own, following = rows[index].label, rows[index + 1].label
    if own.kind is LabelKind.ROMAN:
        return following.kind is LabelKind.ARABIC
    return following.kind is LabelKind.ARABIC and following.depth > own.depth


_FIGURE_AT_END = re.compile(r"\s+(\d+(?:,\d+)?\s*%)$")
_DEADLINE_AT_END = re.compile(
    r"\s+((?:Trước|Quý|Tháng|Thường xuyên|Trong năm|Định kỳ|Hàng|Chậm nhất|Cả năm)\b.{0,40})$"
)


def _group_cells(kinds: Sequence[Column | None], pieces: list[list[Piece]]) -> list[str]:
    """A heading row holds its title, perhaps a figure and a deadline: the rest stays empty."""
    text = " ".join(word for chunk in pieces for piece in chunk for word in piece.words)
    cells = [""] * len(kinds)
    if (found := _DEADLINE_AT_END.search(text)) and Column.DEADLINE in kinds:
        cells[list(kinds).index(Column.DEADLINE)] = found.group(1)
        text = text[: found.start()]
    if found := _FIGURE_AT_END.search(text):
        for kind in (Column.OBJECTIVE_OR_OUTPUT, Column.OBJECTIVE, Column.OUTPUTS):
            if kind in kinds:
                cells[list(kinds).index(kind)] = found.group(1)
                text = text[: found.start()]
                break
    place = list(kinds).index(Column.TASK) if Column.TASK in kinds else 0
    cells[place] = text
    return cells


def _cells(
    chunks: Sequence[list[Piece]], kinds: Sequence[Column | None], learnt: Learnt
) -> list[str]:
    texts: list[str] = []
    for chunk in chunks:
        cut, _ = cut_row(chunk, kinds, before=texts, learnt=learnt)
        cut += [[]] * (len(kinds) - len(cut))
        if not texts:
            texts = [joined(lines) for lines in cut]
        else:
            texts = [
                joined([known, *lines] if known else lines)
                for known, lines in zip(texts, cut, strict=True)
            ]
    return texts


_DAY = re.compile(
    r"(?:[Tt]ừ\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s*(?:đến|-|–)\s*(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?)?"
)


def _dated_cells(row: _RowLines, count: int) -> list[str]:
    """A row of a table of reporting periods: a name, then dates in the order of the columns."""
    text = " ".join(line.text for chunk in row.chunks for line in chunk)
    days = [found.group() for found in _DAY.finditer(text)]
    first = _DAY.search(text)
    name = text[: first.start()].strip() if first else text
    return ([name, *days] + [""] * count)[:count]


def _heading_row(titles: Sequence[str], span: Span, number: int) -> Row:
    cells = tuple(
        Cell(title, span=span._replace(table=number, row=1, cell=place))
        for place, title in enumerate(titles, 1)
    )
    return Row(cells, span=span._replace(table=number, row=1))


def _row(row: _RowLines, texts: Sequence[str], number: int, index: int) -> Row:
    printed = row.chunks[0][0].span
    file, line = printed.file, printed.line
    cells = [Cell(row.label.text, span=Span(file, line=line, table=number, row=index, cell=1))]
    for place, text in enumerate(texts, 2):
        span = Span(file, line=line, table=number, row=index, cell=place)
        cells.append(Cell(text, confidence=CONFIDENCE, restored=True, span=span))
    return Row(tuple(cells), span=Span(file, line=line, table=number, row=index))
