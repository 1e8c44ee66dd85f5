"""Write a composed plan as DOCX, in the ways that offices make Word files."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tests.plans import word_xml
from tests.plans.blocks import Block, Cell, Letterhead, NewPage, Para, Signature, Table
from tests.plans.old_fonts import tcvn3, vni
from tests.plans.plan import printed
from tests.plans.style import Style

CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


class WordWriter:
    """Writes blocks into one document; the style says how."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.document: WordDocument = Document()
        self.footnotes = word_xml.Footnotes(self.document)
        self._set_page(landscape=False)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(13)
        normal.paragraph_format.space_after = Pt(3)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
        self.numbers = (0, 0)
        if style.automatic:
            self.numbers = word_xml.outline_numbering(
                self.document, roman=style.scheme == "roman", bullet="-"
            )

    def write(self, blocks: list[Block], path: Path) -> None:
        """Write all blocks and save with fixed dates, so that the same plan is the same file."""
        for block in blocks:
            match block:
                case Para():
                    self._paragraph(block)
                case Table():
                    self._table(block)
                case NewPage():
                    self._new_page(landscape=block.landscape)
                case Letterhead():
                    self._letterhead(block)
                case Signature():
                    self._signature(block)
        if self.style.running_head:
            self._running_head()
        self.footnotes.save()
        self.document.save(str(path))

    # Text ----------------------------------------------------------------------------------

    def run(
        self,
        paragraph: Paragraph,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        size: float | None = None,
    ) -> Run:
        """Add text in the plan's encoding and font."""
        font = None
        if self.style.encoding == "tcvn3":
            text, font = tcvn3(text)
        elif self.style.encoding == "vni":
            text, font = vni(text)
        else:
            text = printed(text, self.style.encoding)
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        if size:
            run.font.size = Pt(size)
        if font:
            run.font.name = font
            for kind in ("w:hAnsi", "w:cs", "w:eastAsia"):
                run._r.rPr.rFonts.set(qn(kind), font)
        return run

    def _paragraph(self, para: Para) -> None:
        style, document = self.style, self.document
        if para.role in ("doc_type", "subject", "appendix", "notice"):
            made = document.add_paragraph()
            made.alignment = CENTRE
            self.run(
                made,
                para.text,
                bold=para.role != "notice",
                italic=para.role == "notice",
                size=14 if para.role == "doc_type" else None,
            )
            return
        if para.role == "heading" and style.marking == "style":
            made = document.add_paragraph(style=f"Heading {para.level}")
            made.style.font.name = "Times New Roman"
        else:
            made = document.add_paragraph()
        automatic = style.automatic and self._numbered_by_word(made, para)
        bold = para.role in ("heading", "card") and style.marking != "caps"
        made.paragraph_format.first_line_indent = None if automatic else Cm(1)
        made.alignment = JUSTIFY if para.role != "heading" else None
        text = para.text if automatic else f"{para.label} {para.text}".strip()
        if para.role == "card":
            name, _, rest = text.partition(":")
            self.run(made, f"{name}:", bold=True)
            self.run(made, rest)
        else:
            self.run(made, text, bold=bold)
        if para.deleted:
            word_xml.deleted_run(made, printed(para.deleted, style.encoding))
        if para.inserted:
            word_xml.inserted_run(made, printed(para.inserted, style.encoding))
        if para.footnote:
            self.footnotes.refer(made, printed(para.footnote, style.encoding))

    def _numbered_by_word(self, made: Paragraph, para: Para) -> bool:
        headings, bullets = self.numbers
        if para.role == "heading":
            word_xml.number_paragraph(made, headings, para.level - 1)
        elif para.label == "-":
            word_xml.number_paragraph(made, bullets, 0)
        else:
            return False
        return True

    # Tables --------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        rows = table.head + table.body
        made = self.document.add_table(rows=len(rows), cols=len(table.widths))
        if table.borders:
            made.style = "Table Grid"
        made.autofit = False
        section = self.document.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        share = room / sum(table.widths)
        for column, width in zip(made.columns, table.widths, strict=True):
            column.width = int(share * width)
        grid = [list(row.cells) for row in made.rows]
        for at, row in enumerate(rows):
            for col, cell in enumerate(row):
                grid[at][col].width = int(share * table.widths[col])
                if cell is None:
                    continue
                target = grid[at][col]
                if cell.rows > 1 or cell.cols > 1:
                    target = target.merge(grid[at + cell.rows - 1][col + cell.cols - 1])
                self._fill(target, cell, centred=at < len(table.head) or cell.text == "x")
                if cell.open_top:
                    word_xml.set_borders(target, {"top": False})
                    word_xml.set_borders(grid[at - 1][col], {"bottom": False})
        if table.repeat_head:
            for row in made.rows[: len(table.head)]:
                word_xml.repeat_row(row)
        self.document.add_paragraph()

    def _fill(self, target: object, cell: Cell, *, centred: bool) -> None:
        size = 12 if len(self.style.columns) <= 7 else 11
        for at, line in enumerate(cell.text.split("\n")):
            paragraphs = target.paragraphs  # type: ignore[attr-defined]
            made = paragraphs[0] if at == 0 else target.add_paragraph()  # type: ignore[attr-defined]
            made.paragraph_format.space_after = Pt(0)
            if centred:
                made.alignment = CENTRE
            self.run(made, line, bold=cell.bold, size=size)

    # Pages ---------------------------------------------------------------------------------

    def _set_page(self, *, landscape: bool) -> None:
        section = self.document.sections[-1]
        short, long = Cm(21), Cm(29.7)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (long, short) if landscape else (short, long)
        section.left_margin, section.right_margin = Cm(3), Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        if landscape:
            section.left_margin = Cm(2)

    def _new_page(self, *, landscape: bool) -> None:
        self.document.add_section(WD_SECTION.NEW_PAGE)
        self._set_page(landscape=landscape)

    def _running_head(self) -> None:
        header = self.document.sections[0].header.paragraphs[0]
        header.alignment = CENTRE
        word_xml.page_field(header)
        footer = self.document.sections[0].footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.run(footer, "Bản lưu hành nội bộ", italic=True, size=9)

    # Letterhead and signature --------------------------------------------------------------

    def _letterhead(self, head: Letterhead) -> None:
        left = [*([head.parent] if head.parent else []), *head.issuer_lines]
        if head.kind in ("textbox", "drawing"):
            anchor = self.document.add_paragraph()
            box = word_xml.text_box if head.kind == "textbox" else word_xml.drawn_box
            box(anchor, [*left, head.number_line], left=-20, width=200)
            box(anchor, [*MOTTO, head.date_line], left=190, width=300)
            for _ in range(5):
                self.document.add_paragraph()
            return
        if head.kind == "plain":
            for text in (*MOTTO, *left, head.number_line, head.date_line):
                made = self.document.add_paragraph()
                made.alignment = CENTRE
                self.run(made, text, bold=text.isupper())
            return
        table = self.document.add_table(rows=2, cols=2)
        table.autofit = False
        table.columns[0].width, table.columns[1].width = Cm(6.2), Cm(10.2)
        self._letterhead_cell(table, 0, 0, left)
        self._letterhead_cell(table, 0, 1, list(MOTTO))
        self._letterhead_cell(table, 1, 0, [head.number_line])
        self._letterhead_cell(table, 1, 1, [head.date_line])
        self.document.add_paragraph()

    def _letterhead_cell(self, table: WordTable, row: int, col: int, lines: list[str]) -> None:
        cell = table.cell(row, col)
        cell.width = Cm(6.2 if col == 0 else 10.2)
        for at, line in enumerate(lines):
            made = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            made.alignment = CENTRE
            made.paragraph_format.space_after = Pt(0)
            self.run(made, line, bold=row == 0, italic=row == 1 and col == 1, size=12)

    def _signature(self, block: Signature) -> None:
        table = self.document.add_table(rows=1, cols=2)
        word_xml.keep_row(table.rows[0])
        left, right = table.cell(0, 0), table.cell(0, 1)
        self.run(left.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=12)
        for name in block.recipients:
            end = "." if name == block.recipients[-1] else ";"
            made = left.add_paragraph()
            made.paragraph_format.space_after = Pt(0)
            self.run(made, f"- {name}{end}", size=11)
        for at, line in enumerate((*block.lines, "", "", "", block.name)):
            made = right.paragraphs[0] if at == 0 else right.add_paragraph()
            made.alignment = CENTRE
            self.run(made, line, bold=True)


def write_word(style: Style, blocks: list[Block], path: Path) -> None:
    """Write a plan as DOCX."""
    WordWriter(style).write(blocks, path)
