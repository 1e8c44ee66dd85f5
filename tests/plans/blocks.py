"""What a held-out plan file is made of before a writer puts it into a format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. `label` is printed before the text unless numbering is automatic."""

    text: str
    role: str = "plain"  # plain, heading, item, doc_type, subject, appendix, notice
    label: str = ""  # «I.», «1.», «a)», «-», «+», «Điều 1.»
    level: int = 0  # of a heading, from 1; of an item, its depth
    footnote: str = ""
    inserted: str = ""  # words that a tracked change added at the end
    deleted: str = ""  # words that a tracked change took away at the end

    @property
    def line(self) -> str:
        return f"{self.label} {self.text}{self.inserted}".strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; line breaks as `\\n`. Spans count rows and columns."""

    text: str = ""
    rows: int = 1
    cols: int = 1
    bold: bool = False
    open_top: bool = False  # its top border is removed: it says what the cell above says


Row = list[Cell | None]  # None where a span from above or from the left covers the place


@dataclass(frozen=True, slots=True)
class Table:
    """A table: heading rows, body rows, relative widths."""

    head: list[Row]
    body: list[Row]
    widths: list[float]
    borders: bool = True
    repeat_head: bool = True


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break into a section of its own."""

    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The heading block of Decree 30/2020/NĐ-CP, in one of the ways offices make it."""

    parent: str | None
    issuer_lines: tuple[str, ...]
    number_line: str
    date_line: str
    kind: str = "table"  # table, textbox, plain


@dataclass(frozen=True, slots=True)
class Signature:
    """The recipients on the left, the signer on the right."""

    recipients: tuple[str, ...]
    lines: tuple[str, ...]  # «TM. ỦY BAN NHÂN DÂN», «CHỦ TỊCH»
    name: str


Block = Para | Table | NewPage | Letterhead | Signature


@dataclass(slots=True)
class Draft:
    """The blocks written so far and the gold that says what they mean."""

    blocks: list[Block] = field(default_factory=list)
    gold: Gold = field(default_factory=dict)

    def add(self, *blocks: Block) -> None:
        self.blocks.extend(blocks)
