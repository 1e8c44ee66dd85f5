"""The tables of the pages as plain lines, for Excel. Pure: the same values as on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cchc.plan.sheets import Value
from cchc.web.dashboards.board_page import TargetLine
from cchc.web.dashboards.display import COUNTS, MONTH_COUNTS, RATES, HeatMap, Line, Month
from cchc.web.dashboards.figures import FIGURES
from cchc.web.dashboards.lines import WorkLine
from cchc.web.ui.sheets import Table

_NUMBERS = tuple(FIGURES[code].name for code in COUNTS)
_RATES = tuple(f"{FIGURES[code].name} (%)" for code in RATES)


def of_lines(name: str, title: str, head: str, lines: Iterable[Line], total: Line) -> Table:
    """Units or areas, with the sum below."""
    told = tuple(_numbers(line) for line in (*lines, total))
    return Table(name, title, (head, *_NUMBERS, *_RATES), told)


def _numbers(line: Line) -> tuple[Value, ...]:
    name = f"{line.name} ({line.note})" if line.note else line.name
    counts = (one.count for one in line.numbers)
    return (name, *counts, *(one.value for one in line.rates))


def of_heat(heat: HeatMap) -> Table:
    heads = ("Đơn vị", *heat.areas)
    lines = []
    for row, cells in heat.rows:
        line: tuple[Value, ...] = (row.name, *(one.value for one in cells))
        lines.append(line)
    title = f"Đơn vị × lĩnh vực: {heat.figure.name}"
    return Table("Đơn vị x lĩnh vực", title, heads, tuple(lines))


def of_months(months: Sequence[Month]) -> Table:
    heads = ("Tháng", *(FIGURES[code].name for code in MONTH_COUNTS))
    lines = []
    for one in months:
        line: tuple[Value, ...] = (one.label, *(number.count for number in one.numbers))
        lines.append(line)
    return Table("Theo tháng", "Việc đến hạn theo tháng", heads, tuple(lines))


def of_targets(targets: Iterable[TargetLine]) -> Table:
    heads = (
        "Chỉ tiêu",
        "Giá trị cam kết",
        "Hiện đạt",
        "Đánh giá",
        "Nhiệm vụ phục vụ",
        "Số việc",
        "Đã hoàn thành",
        "Quá hạn",
    )
    lines = tuple(
        (
            one.target.text,
            one.standing.promised,
            one.standing.said,
            one.standing.state,
            "; ".join(task.text for task in one.tasks),
            one.tally.total,
            one.tally.part("done"),
            one.tally.part("overdue"),
        )
        for one in targets
    )
    return Table("Chỉ tiêu", "Chỉ tiêu và việc phục vụ", heads, lines)


def of_work(lines: Sequence[WorkLine], title: str) -> Table:
    heads = (
        *("TT", "Nhiệm vụ", "Kỳ, sản phẩm", "Lĩnh vực", "Đơn vị chủ trì", "Hạn"),
        *("Hạn theo kế hoạch", "Ngày xong", "Tình trạng", "Kế hoạch", "Cơ quan"),
    )
    told = tuple(
        (
            *(one.number, one.row.task.text, one.what, one.row.task.get_area_display(), one.unit),
            *(one.due, one.row.planned_due_on, one.done, one.state),
            *(one.row.plan.title, one.row.plan.owner.name),
        )
        for one in lines
    )
    return Table("Việc", title, heads, told)
