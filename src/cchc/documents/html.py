"""A web page → `Document`: what sites of legal texts hand out under the name of a Word file.

Paragraphs, lists and tables; scripts and styles are left out, no picture or link is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from cchc.documents.budget import Budget
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import (
    Align,
    Block,
    Cell,
    Document,
    Kind,
    Line,
    Merge,
    Notice,
    Paragraph,
    Row,
    Span,
    Table,
)
from cchc.text.encodings import decode_text
from cchc.text.normal import nfc, one_line

_UNSEEN = frozenset(("head", "script", "style", "noscript", "template", "title", "object"))
_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "center", "section",
     "article", "header", "footer", "main", "blockquote", "pre", "hr", "dl", "dt", "dd", "form",
     "body", "html", "td", "th", "tr", "tbody", "thead", "tfoot", "table", "caption")
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong", "th", *_HEADINGS))
_ALIGNS = {
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "justify": Align.JUSTIFIED,
    "left": Align.LEFT,
}
_MOST_SPAN = 200


def read_html(data: bytes, name: str, *, limits: Limits, file: int = 1) -> Document:
    """Read an HTML file.

    Raises `UnreadableFile`: NOT_TEXT where its encoding is unknown, or a bound of `limits`.
    """
    decoded = decode_text(data)
    if decoded is None:
        raise UnreadableFile(Unreadable.NOT_TEXT)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(decoded.text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(Unreadable.NOT_TEXT) from error
    if root is None:
        raise UnreadableFile(Unreadable.BLANK_TEXT)
    page = _Page(Budget(limits), file)
    page.walk(root)
    page.end_paragraph()
    notices = (
        (Notice("reencoded", (("encoding", decoded.encoding),)),) if decoded.is_guessed else ()
    )
    return Document(Kind.TEXT, name, tuple(page.blocks), notices=notices)


@dataclass(slots=True)
class _Page:
    """Collects the text of one page block by block."""

    budget: Budget
    file: int
    blocks: list[Block] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _letters: int = 0
    _bold_letters: int = 0
    _label: str | None = None
    _heading: int | None = None
    _align: Align | None = None
    _paragraphs: int = 0
    _tables: int = 0

    def walk(self, element: etree._Element, *, bold: bool = False) -> None:
        """Add an element and all in it."""
        tag = str(element.tag).lower()
        if tag in _UNSEEN:
            return
        if tag == "br":
            self._text.append("\n")
            return
        if tag == "table" and element.find(".//table") is None:
            self.end_paragraph()
            self._add_table(element)
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.end_paragraph()
            self._heading = _HEADINGS.get(tag)
            self._align = _alignment(element) or self._align
            if tag == "li":
                self._label = _list_label(element)
        bold = bold or tag in _BOLD or _says_bold(element)
        self._add(element.text, bold=bold)
        for child in element:
            self.walk(child, bold=bold)
            self._add(child.tail, bold=bold)
        if is_block:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """Close the paragraph that is being collected."""
        lines = _lines("".join(self._text))
        if lines:
            self.budget.check_time()
            self.budget.spend_characters(sum(map(len, lines)))
            self._paragraphs += 1
            span = Span(file=self.file, paragraph=self._paragraphs)
            self.blocks.append(
                Paragraph(
                    one_line(" ".join(lines)),
                    tuple(Line(line, span=span) for line in lines),
                    label=self._label,
                    heading=self._heading,
                    bold=0 < self._letters == self._bold_letters,
                    align=self._align,
                    span=span,
                )
            )
            self._label = None
        self._text.clear()
        self._letters = self._bold_letters = 0
        self._heading = self._align = None

    def _add(self, text: str | None, *, bold: bool) -> None:
        if not text:
            return
        self._text.append(" ".join(text.splitlines()))
        letters = sum(map(str.isalnum, text))
        self._letters += letters
        self._bold_letters += letters if bold else 0

    def _add_table(self, table: etree._Element) -> None:
        grid = _grid(table, self.budget)
        if not grid:
            return
        self._tables += 1
        width = max(map(len, grid))
        rows = []
        for index, places in enumerate(grid, start=1):
            self.budget.check_time()
            cells = tuple(
                Cell(
                    text,
                    merge,
                    bold,
                    span=Span(file=self.file, table=self._tables, row=index, cell=column),
                )
                for column, (text, merge, bold) in enumerate(
                    [*places, *[_EMPTY] * (width - len(places))], start=1
                )
            )
            rows.append(Row(cells, span=Span(file=self.file, table=self._tables, row=index)))
        self.blocks.append(Table(tuple(rows), span=Span(file=self.file, table=self._tables)))


_Place = tuple[str, Merge | None, bool]
_EMPTY: _Place = ("", None, False)


_Running = dict[int, tuple[int, _Place]]  # column → rows still to cover, and what covers them


def _grid(table: etree._Element, budget: Budget) -> list[list[_Place]]:
    """Spread row and column spans over the places they cover."""
    grid: list[list[_Place]] = []
    running: _Running = {}
    for row in table.iter("tr"):
        places: list[_Place] = []
        following: _Running = {}
        for cell in row.iterchildren("td", "th"):
            _take_covered(places, running, following)
            text, bold = _cell_text(cell)
            budget.spend_characters(len(text))
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            budget.spend_cells(across)
            for offset in range(across):
                place: _Place = (text, Merge.FROM_LEFT if offset else None, bold)
                if down > 1:
                    following[len(places)] = (down - 1, place)
                places.append(place)
        _take_covered(places, running, following)
        running = following
        if places:
            grid.append(places)
    return grid


def _take_covered(places: list[_Place], running: _Running, following: _Running) -> None:
    """Fill the next places that cells of rows above reach down to."""
    while (column := len(places)) in running:
        left, (text, merge, bold) = running[column]
        places.append((text, merge or Merge.FROM_ABOVE, bold))
        if left > 1:
            following[column] = (left - 1, (text, merge, bold))


def _cell_text(cell: etree._Element) -> tuple[str, bool]:
    pieces: list[tuple[str, bool]] = []
    _collect(cell, pieces, bold=str(cell.tag) == "th")
    letters = bold = 0
    for text, is_bold in pieces:
        count = sum(map(str.isalnum, text))
        letters += count
        bold += count if is_bold else 0
    return "\n".join(_lines("".join(text for text, _ in pieces))), 0 < letters == bold


def _collect(element: etree._Element, pieces: list[tuple[str, bool]], *, bold: bool) -> None:
    """Gather the texts under a cell, line breaks where a block or `<br>` makes one."""
    pieces.append((" ".join((element.text or "").split("\n")), bold))
    for child in element:
        tag = str(child.tag).lower()
        if tag in _BLOCKS or tag == "br":
            pieces.append(("\n", bold))
        if tag not in _UNSEEN:
            if tag == "li":
                pieces.append((f"{_list_label(child)} ", bold))
            _collect(child, pieces, bold=bold or tag in _BOLD or _says_bold(child))
        if tag in _BLOCKS:
            pieces.append(("\n", bold))
        pieces.append((" ".join((child.tail or "").split("\n")), bold))


def _lines(text: str) -> tuple[str, ...]:
    lines = (one_line(line) for line in nfc(text).split("\n"))
    return tuple(line for line in lines if line)


def _span(cell: etree._Element, name: str) -> int:
    said = cell.get(name, "1").strip()
    return min(max(int(said), 1), _MOST_SPAN) if said.isdecimal() and len(said) < 9 else 1


def _alignment(element: etree._Element) -> Align | None:
    if element.tag == "center":
        return Align.CENTRE
    said = element.get("align", "").lower()
    style = element.get("style", "").lower().replace(" ", "")
    for name, align in _ALIGNS.items():
        if said == name or f"text-align:{name}" in style:
            return align
    return None


def _says_bold(element: etree._Element) -> bool:
    style = element.get("style", "").lower().replace(" ", "")
    return "font-weight:bold" in style or "font-weight:700" in style


def _list_label(item: etree._Element) -> str:
    """Number an item as a browser does; bullets are dashes."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "-"
    count = 1 + sum(1 for before in item.itersiblings("li", preceding=True))
    if parent.get("type") == "a" and count <= 26:
        return f"{chr(ord('a') + count - 1)})"
    return f"{count}."
