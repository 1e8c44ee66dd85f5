"""The list of evidence as an Excel table: what the filter shows, the count printed and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.plan.sheets import Value
from cchc.web.evidence.display import Line
from cchc.web.ui.sheets import Table, as_workbook

MOST = 20_000
_HEADS = (
    *("Số thứ tự", "Trích yếu", "Loại văn bản", "Số, ký hiệu", "Ngày văn bản"),
    *("Cơ quan ban hành", "Người ký", "Đơn vị cung cấp", "Hình thức", "Tệp", "SHA-256"),
    *("Phục vụ (số việc)", "Thông tin", "Người xác nhận", "Đường dẫn"),
)
_WIDTHS = (8, 50, 16, 18, 12, 30, 20, 32, 18, 30, 66, 10, 16, 22, 40)


def evidence_as_workbook(lines: Iterable[Line], *, count: int, about: str) -> bytes:
    """Write the table. Raises `ValueError` where it holds other than `count` pieces."""
    rows = [(number, *_cells(line)) for number, line in enumerate(lines, start=1)]
    if len(rows) != count:
        raise ValueError(f"the table holds {len(rows)} pieces, not {count}")
    table = Table(
        name="Minh chứng",
        title="Danh sách minh chứng",
        heads=_HEADS,
        rows=rows,
        widths=_WIDTHS,
        count=f"Số minh chứng: {count}",
    )
    return as_workbook([table], about)


def _cells(line: Line) -> Iterator[Value]:
    row = line.evidence
    yield from (row.subject, row.doc_type, row.code, row.dated_on)
    yield from (row.issuer, row.signer, str(row.unit), line.file_kind or "Không kèm tệp")
    yield from (line.file.name, line.file.sha256) if line.file else ("", "")
    yield from (line.serves, line.word, str(row.confirmed_by or ""), row.link)
