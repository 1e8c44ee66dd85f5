"""The record as an Excel table: one line for each field that changed.

The number of acts and lines stands on the sheet and is checked while writing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import timezone

from cchc.web.audit.words import ToldEntry
from cchc.web.ui.sheets import Table, as_workbook

MOST_ENTRIES = 20_000
HEADS = (
    *("Số", "Lúc", "Người thực hiện", "Việc", "Phạm vi", "Lý do"),
    *("Thay đổi", "Loại bản ghi", "Bản ghi", "Thông tin", "Trước", "Sau"),
)
_WIDTHS = (8, 17, 24, 30, 30, 30, 11, 18, 40, 24, 40, 40)
Line = tuple[str | int, ...]


def lines_of(told: ToldEntry) -> Iterator[Line]:
    """One line for each field; one for an act or a row that has none to tell."""
    entry = told.entry
    start: Line = (
        entry.number,
        f"{timezone.localtime(entry.at):%d/%m/%Y %H:%M:%S}",
        entry.by_name,
        told.words,
        told.place,
        entry.reason,
    )
    facts = [(*start, "", "", "", fact.name, "", fact.after) for fact in told.facts]
    yield from facts
    for change in told.changes:
        row = (change.kind, change.what, change.name)
        if not change.fields:
            yield (*start, *row, "", "", "")
        for one in change.fields:
            yield (*start, *row, one.name, one.before, one.after)
    if not facts and not told.changes:
        yield (*start, "", "", "", "", "", "")


def record_as_workbook(entries: Iterable[ToldEntry], *, count: int, about: str) -> bytes:
    """Write the table. Raises `ValueError` where it holds other than `count` acts."""
    lines: list[Line] = []
    acts = 0
    for told in entries:
        acts += 1
        lines.extend(lines_of(told))
    if acts != count:
        raise ValueError(f"the table holds {acts} acts, not {count}")
    table = Table(
        name="Nhật ký",
        title="Nhật ký cải cách hành chính",
        heads=HEADS,
        rows=lines,
        widths=_WIDTHS,
        count=f"Số việc: {acts}; số dòng: {len(lines)}",
    )
    return as_workbook([table], about)
