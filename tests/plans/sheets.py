"""Write a composed plan, or its appendices alone, as an Excel workbook."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.plans.blocks import Block, Letterhead, NewPage, Para, Signature, Table
from tests.plans.word import MOTTO

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


class SheetWriter:
    """Writes blocks down one sheet after another: each page break begins a sheet."""

    def __init__(self) -> None:
        self.book = Workbook()
        self.sheet: Worksheet = self.book.active
        self.sheet.title = "Ke hoach"
        self.at = 1

    def write(self, blocks: list[Block], path: Path) -> None:
        """Write the blocks and save."""
        for block in blocks:
            match block:
                case NewPage():
                    if self.at > 1:
                        self.sheet = self.book.create_sheet(f"Phu luc {len(self.book.worksheets)}")
                        self.at = 1
                    else:
                        self.sheet.title = "Phu luc"
                case Table():
                    self._table(block)
                case Para():
                    self._line(block.line, bold=block.role in ("heading", "appendix", "doc_type"))
                case Letterhead():
                    head = [block.parent or "", *block.issuer_lines]
                    for line in (*head, *MOTTO, block.number_line, block.date_line):
                        if line:
                            self._line(line, bold=line.isupper())
                case Signature():
                    self._signature(block)
        self.book.save(path)

    def _line(self, text: str, *, bold: bool) -> None:
        cell = self.sheet.cell(self.at, 1, text)
        cell.font = Font(name="Times New Roman", size=13, bold=bold)
        self.at += 1

    def _signature(self, block: Signature) -> None:
        self._line("Nơi nhận:", bold=True)
        for name in block.recipients:
            self._line(f"- {name}{'.' if name == block.recipients[-1] else ';'}", bold=False)
        for line in (*block.lines, block.name):
            self._line(line, bold=True)

    def _table(self, table: Table) -> None:
        top = self.at
        for row in table.head + table.body:
            for col, cell in enumerate(row, start=1):
                place = self.sheet.cell(self.at, col)
                place.border = BOX
                if cell is None:
                    continue
                number = cell.text.isdigit() and col == 1
                place.value = int(cell.text) if number else cell.text or None
                place.font = Font(name="Times New Roman", size=12, bold=cell.bold)
                place.alignment = Alignment(wrap_text=True, vertical="top")
                if cell.rows > 1 or cell.cols > 1:
                    self.sheet.merge_cells(
                        start_row=self.at,
                        start_column=col,
                        end_row=self.at + cell.rows - 1,
                        end_column=col + cell.cols - 1,
                    )
            self.at += 1
        for col, width in enumerate(table.widths, start=1):
            self.sheet.column_dimensions[get_column_letter(col)].width = 6 * width
        self.sheet.print_title_rows = f"{top}:{top + len(table.head) - 1}"
        self.at += 1


def write_sheets(blocks: list[Block], path: Path) -> None:
    """Write blocks as XLSX."""
    SheetWriter().write(blocks, path)
