"""Small documents made by hand, as every format is read into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from cchc.documents.model import (
    Block,
    Cell,
    Document,
    Kind,
    Line,
    Merge,
    Paragraph,
    Row,
    Span,
    Table,
)
from cchc.plan.model import Plan
from cchc.reading.parts import Entry, entry_of
from cchc.reading.plan_reading import read_plan

YEAR = 2026


class Mark(Enum):
    """What a place of the grid shows instead of a text of its own."""

    ABOVE = Merge.FROM_ABOVE
    LEFT = Merge.FROM_LEFT
    OPEN = Merge.OPEN_TOP


ABOVE, LEFT, OPEN = Mark.ABOVE, Mark.LEFT, Mark.OPEN

LETTERHEAD = (
    "UBND TỈNH MẪU",
    "SỞ XÂY DỰNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 15/KH-SXD",
    "Mẫu, ngày 12 tháng 01 năm 2026",
)
TITLE = ("KẾ HOẠCH", "Cải cách hành chính năm 2026 của Sở Xây dựng")
OPENING = "Căn cứ nhiệm vụ được giao, Sở Xây dựng ban hành Kế hoạch như sau:"
CLOSING = (
    "Nơi nhận:",
    "- Sở Nội vụ (báo cáo);",
    "- Các phòng, đơn vị thuộc Sở;",
    "- Lưu: VT, VP.",
    "GIÁM ĐỐC",
    "Trần Văn Mẫu",
)
HEAD = ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn")


def paragraph(
    text: str,
    *,
    bold: bool = False,
    heading: int | None = None,
    label: str | None = None,
    confidence: float | None = None,
    in_text_box: bool = False,
) -> Paragraph:
    """One paragraph; its printed lines where the text breaks."""
    lines = tuple(Line(line) for line in text.split("\n"))
    return Paragraph(
        " ".join(text.split()),
        lines,
        label=label,
        heading=heading,
        bold=bold,
        confidence=confidence,
        in_text_box=in_text_box,
    )


def bold(text: str) -> Paragraph:
    return paragraph(text, bold=True)


def table(*rows: Sequence[str | Mark], bold_rows: Sequence[int] = ()) -> Table:
    """A grid; `bold_rows` counts from 0. A mark takes the text it repeats from its neighbour."""
    grid: list[Row] = []
    for at, texts in enumerate(rows):
        cells: list[Cell] = []
        for place, text in enumerate(texts):
            if isinstance(text, str):
                cell = Cell(text, bold=at in bold_rows)
            elif text is ABOVE:
                cell = replace(grid[-1].cells[place], merge=Merge.FROM_ABOVE)
            elif text is LEFT:
                cell = replace(cells[-1], merge=Merge.FROM_LEFT)
            else:
                cell = Cell("", merge=Merge.OPEN_TOP)
            cells.append(cell)
        grid.append(Row(tuple(cells)))
    return Table(tuple(grid))


def document(
    *blocks: str | Block, kind: Kind = Kind.DOCX, footnotes: Sequence[str] = (), file: int = 1
) -> Document:
    """A file whose paragraphs and tables know their places."""
    placed: list[Block] = []
    tables = 0
    for number, block in enumerate(blocks, 1):
        made = paragraph(block) if isinstance(block, str) else block
        if isinstance(made, Paragraph):
            span = Span(file=file, paragraph=number)
            lines = tuple(replace(line, span=span) for line in made.lines)
            placed.append(replace(made, span=span, lines=lines))
        else:
            tables += 1
            placed.append(_placed(made, tables, file))
    notes = tuple(
        replace(paragraph(note), span=Span(file=file, paragraph=9000 + at))
        for at, note in enumerate(footnotes)
    )
    return Document(kind, "ke_hoach", tuple(placed), notes)


def _placed(made: Table, number: int, file: int) -> Table:
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, span=Span(file=file, table=number, row=at, cell=place))
                for place, cell in enumerate(row.cells, 1)
            ),
            span=Span(file=file, table=number, row=at),
        )
        for at, row in enumerate(made.rows, 1)
    )
    return replace(made, rows=rows, span=Span(file=file, table=number))


def plan_document(
    *body: str | Block, after: Sequence[str | Block] = (), kind: Kind = Kind.DOCX
) -> Document:
    """A whole plan with letterhead and closing around a body; `after` follows the closing."""
    return document(*LETTERHEAD, *TITLE, OPENING, *body, *CLOSING, *after, kind=kind)


def read(*body: str | Block, after: Sequence[str | Block] = ()) -> Plan:
    """Read a plan with this body and, behind its closing, these appendices."""
    return read_plan([plan_document(*body, after=after)])


def read_appendix(*rows: Sequence[str | Mark], bold_rows: Sequence[int] = ()) -> Plan:
    """Read a plan whose only appendix is this table."""
    return read(
        "I. MỤC ĐÍCH",
        "Nâng cao chất lượng phục vụ người dân.",
        after=["PHỤ LỤC", "DANH MỤC NHIỆM VỤ", table(*rows, bold_rows=bold_rows)],
    )


def entries(*texts: str | Paragraph) -> list[Entry]:
    """Paragraphs with their labels split off."""
    return [entry_of(t if isinstance(t, Paragraph) else paragraph(t)) for t in texts]
