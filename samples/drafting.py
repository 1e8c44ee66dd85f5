"""How a sample plan is written down: rows, headings, targets, and the gold beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from tests.plans.blocks import Cell, Letterhead, Para, Row, Signature, Table
from tests.plans.compose import Composer, Source, start
from tests.plans.phrases import by
from tests.plans.style import Style
from tests.plans.work import Promise

ABOVE = "^"  # the cell is merged with the one above it
YEAR = 2026
CONTINUOUS: list[dict[str, object]] = [{"kind": "continuous"}]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a task table as the office wrote it; products and units split by «;»."""

    task: str
    outputs: str
    lead: str
    support: str
    deadline: str
    schedule: list[dict[str, Any]]
    objective: str = ""
    activity: str = ""
    budget: str = ""
    area: str = ""  # where the row is of another area than its heading
    promises: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading row of a task table and the rows under it."""

    area: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead, title and signature of a plan."""

    parent: str | None
    issuer: str
    issuer_lines: tuple[str, ...]
    number: str
    symbol: str
    place: str
    day: date
    subject: str
    recipients: tuple[str, ...]
    signer_lines: tuple[str, ...]
    authority: str | None
    position: str
    name: str


def before(month: int, day: int) -> list[dict[str, object]]:
    """The schedule of «trước ngày 20/3/2026»."""
    return [by(date(YEAR, month, day), inclusive=False)]


def waits(trigger: str) -> list[dict[str, object]]:
    """The schedule of «khi UBND tỉnh giao»."""
    return [{"kind": "conditional", "trigger": trigger}]


def promise(
    text: str, kind: str, comparator: str, value: float, unit: str, value_to: float | None = None
) -> Promise:
    """Write down a number that a sentence commits to."""
    return Promise("", text, kind, comparator, value, unit, value_to)


def begin(style: Style, head: Head) -> Composer:
    """Begin a plan with its letterhead."""
    c = start(style, 0)
    c.rng = Random(0)
    c.draft.gold["header"] = {
        "parent_authority": head.parent,
        "issuer": head.issuer,
        "number": head.number,
        "symbol": head.symbol,
        "place": head.place,
        "date": {"year": head.day.year, "month": head.day.month, "day": head.day.day},
        "doc_type": "Kế hoạch",
        "subject": head.subject,
        "year": YEAR,
        "signer": {"authority": head.authority, "position": head.position, "name": head.name},
        "recipients": list(head.recipients),
    }
    day = head.day
    c.draft.add(
        Letterhead(
            head.parent.upper() if head.parent else None,
            head.issuer_lines,
            f"Số: {head.number}/{head.symbol}",
            f"{head.place}, ngày {day.day:02d} tháng {day.month:02d} năm {day.year}",
        ),
        Para("KẾ HOẠCH", "doc_type"),
        Para(head.subject, "subject"),
    )
    return c


def cited(c: Composer, doc_type: str, number: str, on: date | None, issuer: str) -> str:
    """Print a citation with «của …» and record it."""
    return c.cite(Source(doc_type, number, on, issuer, issuer), dated=on is not None)


def says(c: Composer, text: str, *promises: Promise, label: str = "-") -> None:
    """Add an item of the goals and the numbers it commits to."""
    c.draft.add(Para(text, "item", label, 1))
    for made in promises:
        c.promise(made)


def task_item(
    c: Composer,
    area: str,
    group: str,
    text: str,
    *promises: Promise,
    deadline: str | None = None,
    schedule: list[dict[str, Any]] | None = None,
    lead: str = "",
    support: str = "",
) -> None:
    """Add a dash item of a task section: it is a task."""
    c.draft.add(Para(text, "item", "-", 1))
    c.draft.gold["tasks"].append(
        {
            "area": area,
            "group": group,
            "label": None,
            "objective": None,
            "task": text,
            "activity": None,
            "outputs": [],
            "lead": parts(lead),
            "support": parts(support),
            "deadline": deadline,
            "schedule": schedule or [],
            "budget": None,
            "from": "body",
        }
    )
    for made in promises:
        c.promise(made)


def parts(text: str) -> list[str]:
    """Split products or units at «;»."""
    return [piece.strip() for piece in text.split(";") if piece.strip()]


ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def task_rows(
    c: Composer,
    columns: dict[str, str],
    table: Iterable[Part],
    *,
    origin: str,
    widths: list[float],
    level: int = 1,
    running: bool = False,
) -> None:
    """Add a task table (`columns`: field → heading) and its gold; `^` merges with above."""
    keys = list(columns)
    head: list[Row] = [[Cell(title, bold=True) for title in columns.values()]]
    body: list[Row] = []
    total = 0
    for at, part in enumerate(table):
        c.section(ROMANS[at], level, part.title)
        body.append(
            [
                Cell(ROMANS[at], bold=True),
                Cell(part.title, cols=len(keys) - 1, bold=True),
                *[None] * (len(keys) - 2),
            ]
        )
        above: dict[str, str] = {}
        first = len(body)
        for number, line in enumerate(part.lines, start=1):
            total += 1
            label = str(total if running else number)
            values = {key: str(getattr(line, key)) for key in keys if key != "no"} | {"no": label}
            printed = dict(values)
            for key, value in values.items():
                if value == ABOVE:
                    values[key] = above[key]
            above = values
            body.append([None if printed[k] == ABOVE else Cell(printed[k]) for k in keys])
            c.draft.gold["tasks"].append(_gold(part, line, values, label, origin))
            for made in line.promises:
                c.promise(made)
        _stretch(body, first)
    c.draft.add(Table(head, body, widths))


def _stretch(body: list[Row], first: int) -> None:
    for col in range(len(body[first])):
        at = first
        while at < len(body):
            cell = body[at][col]
            run = 1
            while at + run < len(body) and body[at + run][col] is None:
                run += 1
            if cell is not None and run > 1:
                body[at][col] = Cell(cell.text, rows=run)
            at += run


def _gold(
    part: Part, line: Line, values: dict[str, str], label: str, origin: str
) -> dict[str, Any]:
    return {
        "area": line.area or part.area,
        "group": part.title,
        "label": label,
        "objective": values.get("objective") or None,
        "task": values["task"],
        "activity": values.get("activity") or None,
        "outputs": parts(values.get("outputs", "")),
        "lead": parts(values.get("lead", "")),
        "support": parts(values.get("support", "")),
        "deadline": " ".join(values["deadline"].split("\n")) or None,
        "schedule": line.schedule,
        "budget": values.get("budget") or None,
        "from": origin,
    }


def windows(c: Composer, rows: list[tuple[str, date, date, date]]) -> None:
    """Add a table of report windows and its gold."""
    head: list[Row] = [
        [Cell(t, bold=True) for t in ("TT", "Kỳ báo cáo", "Số liệu từ ngày", "Đến ngày", "Hạn gửi")]
    ]
    body: list[Row] = []
    for number, (name, first, last, due) in enumerate(rows, start=1):
        body.append(
            [Cell(t) for t in (str(number), name, *(f"{d:%d/%m/%Y}" for d in (first, last, due)))]
        )
        _window(c, name, first, last, due)
    c.draft.add(Table(head, body, [1, 4, 3, 3, 3]))


def window_items(c: Composer, rows: list[tuple[str, date, date, date]]) -> None:
    """Add report windows as dash items and their gold."""
    for name, first, last, due in rows:
        text = f"{name}: số liệu từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}, gửi trước ngày"
        c.draft.add(Para(f"{text} {due:%d/%m/%Y}.", "item", "-", 1))
        _window(c, name, first, last, due)


def _window(c: Composer, name: str, first: date, last: date, due: date) -> None:
    c.draft.gold["report_windows"].append(
        {
            "name": name,
            "from": first.isoformat(),
            "to": last.isoformat(),
            "due": due.isoformat(),
        }
    )


def finish(c: Composer, head: Head) -> None:
    """Add recipients and signature."""
    c.draft.add(Signature(head.recipients, head.signer_lines, head.name))
