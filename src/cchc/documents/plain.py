"""Text dumps → Document: text copied out of a PDF, tab-separated and Markdown-like dumps.

In: decoded text. Out: paragraphs (printed lines joined, page numbers dropped) and tables (runs of
tab-separated or pipe rows). A table whose borders were lost in copying stays lines: only `reading`
knows enough words to cut it into cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from cchc.documents.joining import ends_open, join_lines, starts_paragraph, text_width
from cchc.documents.model import Block, Document, Kind, Line, Paragraph, Row, Span, Table
from cchc.documents.plain_tables import is_pipe_row, pipe_table, tab_table
from cchc.documents.text_columns import (
    SpacedLine,
    begins_spaced_table,
    read_spaced_table,
    spaced_table_lines,
)
from cchc.text.normal import nfc, one_line

_PAGE_NUMBER = re.compile(
    r"(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?|(?:Trang|trang)\s+\d{1,3}(?:\s*/\s*\d+)?"
)
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_HEADING_MARK = re.compile(r"^#{1,6}\s+")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|___|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+|[^<>\s@]+@[^<>\s]+)>")
_RULE = re.compile(r"[-=_*\s]{3,}")


@dataclass(slots=True)
class _Raw:
    """One non-blank line of the file (`bare`: without its margins) with what stood around it."""

    number: int
    text: str
    bare: str
    blanks_before: int
    new_page: bool


def read_text(text: str, name: str, *, file: int = 1) -> Document:
    """Read decoded text into paragraphs and tables; line numbers are those of the file."""
    lines = _without_page_furniture(_raw_lines(text))
    spaced = _is_double_spaced(lines)
    blocks: list[Block] = []
    run: list[_Raw] = []
    index = 0
    tables = 0
    while index < len(lines):
        spaced_rows = _spaced_run(lines, index)
        width = len(spaced_rows) or _table_run(lines, index)
        if spaced_rows:
            blocks.extend(_paragraphs(run, spaced=spaced, file=file))
            run = []
            tables += 1
            blocks.append(read_spaced_table(spaced_rows, number=tables, file=file))
            index += width
        elif width:
            blocks.extend(_paragraphs(run, spaced=spaced, file=file))
            run = []
            tables += 1
            blocks.append(_table(lines[index : index + width], number=tables, file=file))
            index += width
        else:
            run.append(lines[index])
            index += 1
    blocks.extend(_paragraphs(run, spaced=spaced, file=file))
    return Document(Kind.TEXT, name, tuple(blocks))


def _raw_lines(text: str) -> list[_Raw]:
    lines: list[_Raw] = []
    blanks = 0
    new_page = False
    text = nfc(text).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f")
    for number, printed in enumerate(text.split("\n"), 1):
        if "\f" in printed:
            new_page = True
            printed = printed.replace("\f", " ")
        bare = printed.strip()
        if not bare:
            blanks += 1
            continue
        # Copying out of a PDF leaves one space where the page ended, and no blank line.
        page_space = printed[0] == " " and printed[1:2] != " " and blanks == 0 and bool(lines)
        lines.append(_Raw(number, printed, bare, blanks, new_page or page_space))
        blanks = 0
        new_page = False
    return lines


def _without_page_furniture(lines: list[_Raw]) -> list[_Raw]:
    """Drop page numbers (a lone number where a page ends or begins) and running heads."""
    repeated = _repeated_at_edges(lines)
    kept: list[_Raw] = []
    carried_page = False
    page = 1
    for index, line in enumerate(lines):
        page += line.new_page
        following = lines[index + 1] if index + 1 < len(lines) else None
        at_edge = line.new_page or following is None or following.new_page
        apart = line.blanks_before >= 2 and (following is None or following.blanks_before >= 2)
        is_number = (at_edge or apart) and _is_page_number(line)
        if is_number and line.new_page and following is not None and not following.new_page:
            # At the top of a page a lone number may also be that of a table's row: a page number
            # is the page's own.
            is_number = bool(re.search(rf"(?<!\d)0?(?:{page}|{page - 1})(?!\d)", line.bare))
        if is_number or index in repeated:
            carried_page = carried_page or line.new_page
            continue
        if carried_page:
            line.new_page = True
            carried_page = False
        kept.append(line)
    return kept


def _is_page_number(line: _Raw) -> bool:
    return _PAGE_NUMBER.fullmatch(line.bare) is not None


_NUMBERS = re.compile(r"\d+")


def _repeated_at_edges(lines: list[_Raw]) -> set[int]:
    """Places of running heads and feet: the same words at the edge of several pages."""
    pages = [index for index, line in enumerate(lines) if line.new_page and index]
    if not pages:
        return set()
    edges: list[int] = []
    for start, end in zip([0, *pages], [*pages, len(lines)], strict=True):
        own = range(start, end)
        for places in (own if start else (), reversed(own)):
            edges.extend(islice((at for at in places if not _is_page_number(lines[at])), 1))
    words = {
        place: _NUMBERS.sub("", lines[place].text).strip()
        for place in set(edges)
        if len(lines[place].text) < 120
        and not ("\t" in lines[place].text or "|" in lines[place].text)
    }
    counts = Counter(words.values())
    return {
        place
        for place, text in words.items()
        if len(text) > 6
        and counts[text] >= max(2, (len(pages) + 1) // 2)
        and not begins_spaced_table(lines[place].text)
        and not re.match(r"(?:S?TT|STT)\b", text)
    }


def _is_double_spaced(lines: list[_Raw]) -> bool:
    """Whether a blank line stands between printed lines, so that it says nothing of paragraphs."""
    after_blank = [line for line in lines if line.blanks_before == 1]
    if len(after_blank) < 8 or len(after_blank) < 0.6 * len(lines):
        return False
    lower = sum(line.bare[0].islower() for line in after_blank)
    return lower >= 0.12 * len(after_blank)


def _table_run(lines: list[_Raw], start: int) -> int:
    """How many lines from `start` are rows of one table (0: none)."""
    if "\t" in lines[start].text.strip(" \n"):
        matches = _is_tab_row
    elif is_pipe_row(lines[start].text):
        matches = is_pipe_row
    else:
        return 0
    end = start
    while end < len(lines) and matches(lines[end].text):
        end += 1
    return end - start


def _spaced_run(lines: list[_Raw], start: int) -> list[SpacedLine]:
    """The lines of a table kept by spaces that begins at `start` (none: there is none)."""
    if "   " not in lines[start].bare or not begins_spaced_table(lines[start].text):
        return []
    below = [SpacedLine(line.number, line.text, line.new_page) for line in lines[start:]]
    rows = below[: spaced_table_lines(below)]
    return rows if len(rows) > 1 else []


def _is_tab_row(text: str) -> bool:
    return "\t" in text


def _table(lines: list[_Raw], *, number: int, file: int) -> Table:
    rows: Iterable[Row]
    numbered = [(line.number, line.text) for line in lines]
    if "\t" in lines[0].text:
        rows = tab_table(numbered, table=number, file=file)
    else:
        rows = pipe_table(numbered, table=number, file=file)
    return Table(tuple(rows), span=Span(file=file, line=lines[0].number, table=number))


_LONG = 180.0  # wider than any printed line: such a file has a paragraph to each line


def _is_wrapped(widths: list[float]) -> bool:
    """Whether lines end where the paper ended; a dump of web text has whole paragraphs."""
    long = sum(width > _LONG for width in widths)
    return long < max(2, 0.03 * len(widths))


def _paragraphs(run: list[_Raw], *, spaced: bool, file: int) -> list[Paragraph]:
    if not run:
        return []
    widths = [text_width(line.bare) for line in run]
    full = _full_widths(widths) if _is_wrapped(widths) else [1e9] * len(run)
    groups = [[run[0]]]
    for place, line in enumerate(run[1:], 1):
        previous, width = run[place - 1], widths[place - 1]
        if _continues(previous, width, line, spaced=spaced, full=full[place]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        paragraph
        for group in groups
        if (paragraph := _paragraph(group, spaced=spaced, file=file)) is not None
    ]


_STRETCH = 16  # lines; the width of the text changes from the body to a table


def _full_widths(widths: list[float]) -> list[float]:
    """For each line the width that printed lines reach thereabouts: the second widest near it."""
    count = len(widths)
    if count < 5:
        return [1e9] * count
    reached = [
        sorted(widths[start : start + _STRETCH])[-2:][0] for start in range(0, count, _STRETCH)
    ]
    near = [max(reached[max(0, index - 1) : index + 2]) for index in range(len(reached))]
    return [near[index // _STRETCH] for index in range(count)]


# A line that ends so is not over, wherever it was broken.
_LEADS_ON = re.compile(
    r"\s(?:theo|của|tại|về|và|các|với|trong|cho|do|bởi|việc|ngày|từ|đến|là|những|để|bằng|"
    r"thuộc|trên|ban hành)$"
)
_LEADS_WITHIN = 10  # letters from the end


def _continues(previous: _Raw, width: float, line: _Raw, *, spaced: bool, full: float) -> bool:
    """Whether `line` goes on with the paragraph that `previous`, of that width, belongs to."""
    before, text = previous.bare, line.bare
    if (
        text[0] == "#"
        or before[0] == "#"
        or text.startswith("**")
        or starts_paragraph(before, text)
    ):
        return False
    if len(before) > 20 and _LEADS_ON.search(before, len(before) - _LEADS_WITHIN):
        return True
    apart = line.blanks_before > (1 if spaced else 0)
    wrapped = not apart and full < 1e9 and max(width, 60) <= full * 1.15
    if wrapped and (spaced or full < 130):
        if text[0].islower():
            return True
        first_word = text.split(None, 1)[0]
        fill = (width + text_width(" " + first_word)) / full
        in_the_middle = ends_open(before) and not before.endswith(")")
        return fill > (0.7 if in_the_middle else 0.9) and not before.endswith(";")
    if text[0].islower():
        return ends_open(before)
    # A paragraph cut by the end of a page goes on with a capital only if it plainly was not over.
    return apart and len(before) > 60 and ends_open(before) and not before.endswith((",", "…"))


def _paragraph(group: list[_Raw], *, spaced: bool, file: int) -> Paragraph | None:
    text = join_lines([line.bare for line in group])
    heading = None
    if text[0] == "#" and (found := _MARKDOWN_HEADING.match(text)):
        heading = len(found.group(1))
        text = found.group(2)
    if _RULE.fullmatch(text):
        return None  # a line drawn under a heading
    bare, bold = _without_markdown(text)
    if not bare:
        return None
    lines = tuple(
        Line(
            one_line(_without_markdown(_without_mark(line.bare))[0]),
            tight=spaced and line.blanks_before == 0,
            span=Span(file=file, line=line.number),
        )
        for line in group
    )
    return Paragraph(
        one_line(bare),
        lines,
        heading=heading,
        bold=bold or heading is not None,
        span=lines[0].span,
    )


def _without_mark(line: str) -> str:
    return _HEADING_MARK.sub("", line) if line[:1] == "#" else line


def _without_markdown(text: str) -> tuple[str, bool]:
    """Take emphasis, escapes and automatic links out; say whether all of it was bold."""
    bold = False
    if "**" in text or "__" in text:
        whole = _EMPHASIS.fullmatch(text.strip())
        bold = whole is not None
        text = _EMPHASIS.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
    return text.strip(), bold
