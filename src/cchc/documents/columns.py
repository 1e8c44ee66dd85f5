from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc.documents.model import Table
from cchc.documents.page_lines import PrintedLine
from cchc.documents.page_model import Page


@dataclass(frozen=True, slots=True)
class Columned:
    top: float
    table: Table

def find_columned(lines: Sequence[PrintedLine], page: Page) -> list[PrintedLine | Columned]:
    return list(lines)
