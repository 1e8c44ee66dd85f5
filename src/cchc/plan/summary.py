"""A plan as a readable text: header, targets, tasks, windows, citations and findings in tables.

In: a plan and how to say a schedule. Out: text for a terminal (as wide as it is, with colours) or
plain text for a pipe or a file. This module alone loads `rich`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cchc.plan.model import Finding, Header, PartialDate, Plan, Severity, Task
from cchc.plan.schedule import Schedule
from cchc.plan.sentences import (
    SEVERITY_NAMES,
    area_name,
    finding_sentence,
    place_in_words,
)

Explain = Callable[[Sequence[Schedule]], str]

_PLAIN_WIDTH = 120
_NARROW = 110  # below it the tasks leave out products and support
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def terminal_summary(plan: Plan, explain: Explain) -> str:
    """The summary for standard output: wide and coloured on a terminal, plain on a pipe."""
    console = Console()
    if not console.is_terminal:
        return plain_summary(plan, explain)
    with console.capture() as captured:
        console.print(_summary(plan, explain, console.width))
    return captured.get()


def plain_summary(plan: Plan, explain: Explain, width: int = _PLAIN_WIDTH) -> str:
    """The summary as plain text, without colours, `width` characters wide."""
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False)
    console.print(_summary(plan, explain, width))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _summary(plan: Plan, explain: Explain, width: int) -> RenderableType:
    parts: list[RenderableType] = [*_header(plan.header)]
    parts += _part("Chỉ tiêu", _targets(plan), len(plan.targets))
    parts += _part("Nhiệm vụ", _tasks(plan.tasks, explain, width), len(plan.tasks))
    parts += _part("Kỳ báo cáo", _windows(plan), len(plan.report_windows))
    parts += _part("Văn bản được dẫn", _citations(plan), len(plan.citations))
    parts += _part("Phát hiện", _findings(plan.findings), len(plan.findings))
    return Group(*parts)


def _part(title: str, table: Table, count: int) -> list[RenderableType]:
    heading = Padding(Text(f"{title} ({count})", style="bold"), (1, 0, 0, 0))
    return [heading, table] if count else [heading]


def _header(header: Header) -> Iterable[RenderableType]:
    kind = (header.doc_type or "Kế hoạch").upper()
    yield Text(f"{kind}: {header.subject or '(chưa rõ trích yếu)'}", style="bold")
    issuer = " - ".join(part for part in (header.parent_authority, header.issuer) if part)
    number = f"{header.number or '…'}/{header.symbol}" if header.symbol else header.number
    signer = header.signer
    signed = " ".join(part for part in (signer.authority, signer.position) if part)
    facts = (
        ("Cơ quan", issuer),
        ("Số, ký hiệu", number),
        ("Ngày", _partial(header.place, header.date)),
        ("Năm kế hoạch", str(header.year) if header.year else None),
        ("Người ký", ": ".join(part for part in (signed, signer.name) if part)),
        ("Nơi nhận", "; ".join(header.recipients)),
    )
    table = Table.grid(padding=(0, 2))
    for label, fact in facts:
        if fact:
            table.add_row(Text(label, style="dim"), Text(fact))
    yield table


def _partial(place: str | None, day: PartialDate) -> str | None:
    if day == PartialDate() and place is None:
        return None
    known = (
        f"{day.day:02d}" if day.day else "…",
        f"{day.month:02d}" if day.month else "…",
        str(day.year) if day.year else "…",
    )
    return ", ".join(part for part in (place, "/".join(known)) if part)


def _table(*headings: str, ratios: Sequence[int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, expand=True, pad_edge=False)
    for heading, ratio in zip(headings, ratios, strict=True):
        table.add_column(heading, ratio=ratio, overflow="fold", vertical="top")
    return table


def _targets(plan: Plan) -> Table:
    table = _table("Chỉ tiêu", "Giá trị", ratios=(8, 2))
    for target in plan.targets:
        upper = f"-{_figure(target.value_to)}" if target.value_to is not None else ""
        value = f"{target.comparator.value} {_figure(target.value)}{upper} {target.unit or ''}"
        table.add_row(Text(target.text), Text(value.strip()))
    return table


def _tasks(tasks: Sequence[Task], explain: Explain, width: int) -> Table:
    wide = width >= _NARROW
    headings = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    ratios = [2, 20, 8, 10]
    if wide:
        headings[2:2] = ["Sản phẩm"]
        headings[4:4] = ["Phối hợp"]
        ratios[2:2] = [7]
        ratios[4:4] = [7]
    table = _table(*headings, ratios=ratios)
    area, group = None, None
    for number, task in enumerate(tasks, start=1):
        if (task.area, task.group) != (area, group):
            area, group = task.area, task.group
            title = f"{area_name(area)}: {group}" if group else area_name(area)
            table.add_row("", Text(title, style="bold"))
        cells = [Text(str(number)), Text(_numbered(task)), _units(task.lead), _when(task, explain)]
        if wide:
            cells[2:2] = [_units(task.outputs)]
            cells[4:4] = [_units(task.support)]
        table.add_row(*cells)
    return table


def _numbered(task: Task) -> str:
    words = f"{task.label}. {task.task}" if task.label else task.task
    return f"{words}\n→ {task.activity}" if task.activity else words


def _units(names: Sequence[str]) -> Text:
    return Text("\n".join(names))


def _when(task: Task, explain: Explain) -> Text:
    """The printed words, and under them what they were understood to mean."""
    text = Text(task.deadline or "")
    meaning = explain(task.schedule) if task.schedule else ""
    if meaning and meaning != task.deadline:
        text.append(f"\n→ {meaning}" if task.deadline else meaning, style="dim")
    return text


def _windows(plan: Plan) -> Table:
    table = _table("Kỳ báo cáo", "Số liệu", "Hạn gửi", ratios=(5, 5, 2))
    for window in plan.report_windows:
        span = f"{_day(window.data_from)} đến {_day(window.data_to)}"
        table.add_row(Text(window.name), Text(span), Text(_day(window.due_on)))
    return table


def _citations(plan: Plan) -> Table:
    table = _table("Loại", "Số, ký hiệu", "Ngày", "Cơ quan", ratios=(3, 4, 2, 5))
    for one in plan.citations:
        day = _day(one.date) if one.date else ""
        table.add_row(Text(one.doc_type or ""), Text(one.number), Text(day), Text(one.issuer or ""))
    return table


def _findings(findings: Sequence[Finding]) -> Table:
    table = _table("Mức độ", "Nội dung", "Vị trí", ratios=(2, 12, 5))
    for finding in findings:
        table.add_row(
            Text(SEVERITY_NAMES[finding.severity], style=_STYLES[finding.severity]),
            Text(finding_sentence(finding)),
            Text(place_in_words(finding.span) if finding.span else ""),
        )
    return table


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day is not None else "…"


def _figure(number: int | float | None) -> str:
    """A number with the Vietnamese decimal comma."""
    return "" if number is None else str(number).replace(".", ",")
