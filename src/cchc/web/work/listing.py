"""Lists of work as Excel tables: one line for each occurrence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc.plan.sheets import Value
from cchc.web.ui.sheets import Table, as_workbook
from cchc.web.work.display import Line

_HEADS = (
    *("Nhiệm vụ", "Lần, sản phẩm", "Thời hạn trong kế hoạch", "Đơn vị", "Người thực hiện"),
    *("Hạn", "Ngày làm việc cuối", "Hạn theo kế hoạch", "Tình trạng", "Xong ngày", "Kế hoạch"),
)
_WIDTHS = (60, 30, 26, 32, 26, 12, 12, 12, 22, 12, 40)


def work_as_workbook(lines: Sequence[Line], *, title: str, on: date) -> bytes:
    """The list of somebody's work."""
    table = Table("Việc", title, _HEADS, [_values(one) for one in lines], _WIDTHS)
    return as_workbook([table], f"Ngày {on:%d/%m/%Y}")


def _values(line: Line) -> tuple[Value, ...]:
    row = line.row
    return (
        row.task.text,
        line.owes,
        row.task.deadline,
        row.unit.name if row.unit else "(ngoài danh mục)",
        ", ".join(line.people),
        row.due_on,
        row.work_by,
        row.planned_due_on,
        line.word,
        row.done_on,
        row.plan.title,
    )
