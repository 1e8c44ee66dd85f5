"""Lay work out as tables: task tables, unit tables, target tables, window tables."""

from __future__ import annotations

from tests.plans.blocks import Cell, Para, Row, Table
from tests.plans.compose import ROMANS, Composer
from tests.plans.duties import Duty, Group, record
from tests.plans.work import Promise

DUTY_TITLE = "Đơn vị thực hiện"  # over two columns, or one with «Chủ trì: …», «Phối hợp: …»
WIDTHS = {
    "duty": 4.4,
    "no": 1.4,
    "objective": 3.2,
    "task": 5.2,
    "activity": 4.4,
    "outputs": 3.2,
    "lead": 2.8,
    "support": 3.0,
    "deadline": 2.8,
    "budget": 2.2,
    "note": 1.6,
    "q": 1.6,
    "m": 0.9,
}


def task_table(c: Composer, groups: list[Group], *, level: int, origin: str) -> None:
    """Add a table of tasks, one heading row for each group, and its gold."""
    style = c.style
    columns = expand(c)
    head = heading_rows(c, columns)
    body: list[Row] = []
    running = 0
    printed = set(style.columns) | {"deadline"}
    if "duty" in printed:
        printed |= {"lead", "support"}
    for at, group in enumerate(groups):
        inherit(c, group)
        if style.groups != "none":
            body.append(group_row(c, group, at, columns, level))
        rows: list[tuple[Duty, dict[str, Cell | None]]] = []
        if style.nested:
            body += nested_rows(c, group, columns, printed, origin)
            continue
        for number, duty in enumerate(group.duties, start=1):
            running += 1
            duty.label = {
                "restart": str(number),
                "running": str(running),
                "dotted": f"{at + 1}.{number}",
            }[style.labels]
            headed = style.groups != "none" or style.shape == "part_tables"
            duty.group = group.title if headed else None
            rows.append((duty, cells(c, duty)))
            record(c, duty, printed, origin)
        join_cells(c, rows)
        body += [[made[key] for key in columns] for _, made in rows]
    widths = [WIDTHS[key[0] if key[1:].isdigit() else key] for key in columns]
    c.draft.add(Table(head, body, widths, style.borders))


def nested_rows(
    c: Composer, group: Group, columns: list[str], printed: set[str], origin: str
) -> list[Row]:
    """Make heading rows of a second level, one for each objective, and the tasks under them."""
    by_objective: dict[str, list[Duty]] = {}
    for duty in group.duties:
        by_objective.setdefault(duty.objective, []).append(duty)
    body: list[Row] = []
    for at, (title, duties) in enumerate(by_objective.items(), start=1):
        c.section(str(at), 2, title)
        rest: list[Cell | None] = [None] * (len(columns) - 2)
        heading = Cell(title, cols=len(columns) - 1, bold=True)
        body.append([Cell(str(at), bold=True), heading, *rest])
        for number, duty in enumerate(duties, start=1):
            duty.label, duty.group = f"{at}.{number}", title
            made = cells(c, duty)
            body.append([made[key] for key in columns])
            record(c, duty, printed, origin)
    return body


def expand(c: Composer) -> list[str]:
    """Return the columns of the grid: the deadline column may be quarters or months."""
    columns: list[str] = []
    for key in c.style.columns:
        if key == "deadline" and c.style.two_row == "quarters":
            columns += [f"q{n}" for n in (1, 2, 3, 4)]
        elif key == "deadline" and c.style.two_row == "months":
            columns += [f"m{n}" for n in range(1, 13)]
        else:
            columns.append(key)
    return columns


def heading_rows(c: Composer, columns: list[str]) -> list[Row]:
    """Make one heading row, or two where columns are grouped."""
    titles = c.stock.columns[c.style.headings % len(c.stock.columns)]
    if not c.style.two_row:
        return [[Cell(titles.get(key, DUTY_TITLE), bold=True) for key in columns]]
    first: Row = []
    second: Row = []
    for at, key in enumerate(columns):
        previous = columns[at - 1] if at else ""
        if key in ("lead", "support") and c.style.two_row == "units":
            first.append(None if previous == "lead" else Cell(DUTY_TITLE, cols=2, bold=True))
            second.append(Cell("Chủ trì" if key == "lead" else "Phối hợp", bold=True))
        elif key[1:].isdigit():
            count = 4 if key[0] == "q" else 12
            word, shown = tick_words(c, key)
            first.append(Cell(word, cols=count, bold=True) if key[1:] == "1" else None)
            second.append(Cell(shown, bold=True))
        else:
            first.append(Cell(titles[key], rows=2, bold=True))
            second.append(None)
    return [first, second]


def tick_words(c: Composer, key: str) -> tuple[str, str]:
    """Return the words over all ticked columns and over this one."""
    if key[0] == "m":
        return "Tháng", key[1:]
    roman = ROMANS[int(key[1:]) - 1]
    if c.style.headings % 2:
        return f"Thời gian thực hiện (năm {c.style.year})", f"Quý {roman}"
    return "Thời gian thực hiện (quý)", roman


def inherit(c: Composer, group: Group) -> None:
    """Let the heading row carry one deadline for the rows under it, save perhaps the last."""
    if c.style.groups != "deadline" or len(group.duties) < 2:
        return
    group.deadline = group.duties[0].deadline
    kept = group.duties[-1] if c.rng.random() < 0.5 else None
    for duty in group.duties:
        if duty is not kept:
            duty.deadline, duty.deadline_above = group.deadline, True


def group_row(c: Composer, group: Group, at: int, columns: list[str], level: int) -> Row:
    """Make the heading row of a group in the style of the plan, and record its section."""
    style, count = c.style, len(columns)
    label = str(at + 1) if style.labels == "dotted" else ROMANS[at]
    title = group.title if style.labels == "dotted" else group.title.upper()
    group.title = title
    if style.groups == "plain":  # bold and unnumbered: a heading, not a section
        return [Cell(title, cols=count, bold=True), *[None] * (count - 1)]
    c.section(label, level, title)
    if style.groups == "merged":
        return [Cell(f"{label}. {title}", cols=count, bold=True), *[None] * (count - 1)]
    if style.groups == "deadline":
        row: Row = [Cell("") for _ in columns]
        row[0], row[columns.index("task")] = Cell(label, bold=True), Cell(title, bold=True)
        row[columns.index("deadline")] = Cell(group.deadline.words, bold=True)
        return row
    return [Cell(label, bold=True), Cell(title, cols=count - 1, bold=True), *[None] * (count - 2)]


def cells(c: Composer, duty: Duty) -> dict[str, Cell | None]:
    """Make the cells of a duty by column key."""
    style = c.style
    unit_joiner = "\n" if style.spaced_units else _unit_joiner(style.joiner)
    made: dict[str, Cell | None] = {
        "no": Cell(duty.label or ""),
        "objective": Cell(duty.objective),
        "task": Cell(duty.task),
        "activity": Cell(duty.activity),
        "outputs": Cell(join(duty.outputs, style.joiner)),
        "lead": Cell(join(duty.lead, unit_joiner)),
        "support": Cell(join(duty.support, unit_joiner)),
        "deadline": Cell("" if duty.deadline_above else duty.deadline.words),
        "budget": Cell(duty.budget),
        "note": Cell(""),
        "duty": Cell(
            "\n".join(
                f"{name}: {join(units, '; ')}"
                for name, units in (("Chủ trì", duty.lead), ("Phối hợp", duty.support))
                if units
            )
        ),
    }
    made |= {f"q{n}": Cell("x" if n in duty.quarters else "") for n in (1, 2, 3, 4)}
    made |= {f"m{n}": Cell("x" if n in duty.months else "") for n in range(1, 13)}
    return made


def _unit_joiner(joiner: str) -> str:
    return ", " if joiner == "/" else joiner


def join(parts: list[str], joiner: str) -> str:
    """Join products or units the way the office does."""
    if joiner == "- ":
        return "\n".join(f"- {p}" for p in parts) if len(parts) > 1 else "".join(parts)
    if joiner == "-; ":
        marked = [f"- {p};" for p in parts[:-1]] + [f"- {p}." for p in parts[-1:]]
        return "\n".join(marked) if len(parts) > 1 else "".join(parts)
    return joiner.join(parts)


def join_cells(c: Composer, rows: list[tuple[Duty, dict[str, Cell | None]]]) -> None:
    """Merge, open or mark as ditto the cells that repeat the one above."""
    style = c.style
    for key in style.merged:
        _spread(c, rows, key)
        at = 0
        while at < len(rows):
            run = _run(rows, at, key)
            cell = rows[at][1][key]
            assert cell is not None
            rows[at][1][key] = Cell(cell.text, rows=run)
            for _, made in rows[at + 1 : at + run]:
                made[key] = None
            at += run
    for key, text in ((style.open_top, ""), (style.ditto_in if style.ditto else "", style.ditto)):
        if not key:
            continue
        for at in range(len(rows) - 1, 0, -1):
            above, here = rows[at - 1][1][key], rows[at][1][key]
            assert above is not None and here is not None
            if above.text == here.text and here.text:
                rows[at][1][key] = Cell(text, open_top=key == style.open_top)


def _spread(c: Composer, rows: list[tuple[Duty, dict[str, Cell | None]]], key: str) -> None:
    """Make neighbours share a value, so that there is something to merge."""
    tasks = c.draft.gold["tasks"][-len(rows) :]
    for at in range(1, len(rows)):
        if c.rng.random() < 0.5:
            continue
        (above, _), (here, made) = rows[at - 1], rows[at]
        setattr(here, key, getattr(above, key))
        source = rows[at - 1][1][key]
        made[key] = source
        tasks[at][key] = tasks[at - 1][key]
        if key == "deadline":
            tasks[at]["schedule"] = tasks[at - 1]["schedule"]


def _run(rows: list[tuple[Duty, dict[str, Cell | None]]], at: int, key: str) -> int:
    first = rows[at][1][key]
    length = 1
    while at + length < len(rows) and rows[at + length][1][key] == first:
        length += 1
    return length


def unit_table(c: Composer, groups: list[Group], *, origin: str) -> None:
    """Add a table whose heading rows are units: each leads the rows under it."""
    by_unit: dict[str, list[Duty]] = {}
    for group in groups:
        for duty in group.duties:
            by_unit.setdefault(duty.lead[0], []).append(duty)
    columns = [key for key in c.style.columns if key != "lead"]
    titles = c.stock.columns[c.style.headings % len(c.stock.columns)]
    body: list[Row] = []
    printed = {*columns, "lead", "deadline"}
    for at, (unit, duties) in enumerate(by_unit.items()):
        title, count = unit.upper(), len(columns)
        c.section(ROMANS[at], 1, title)
        body.append(
            [
                Cell(ROMANS[at], bold=True),
                Cell(title, cols=count - 1, bold=True),
                *[None] * (count - 2),
            ]
        )
        for number, duty in enumerate(duties, start=1):
            duty.label, duty.group = str(number), title
            duty.lead = [unit]
            made = cells(c, duty)
            body.append([made[key] for key in columns])
            record(c, duty, printed, origin)
    head: list[Row] = [[Cell(titles[key], bold=True) for key in columns]]
    c.draft.add(Table(head, body, [WIDTHS[key] for key in columns]))


def target_table(c: Composer) -> None:
    """Add a table of targets and their gold: «name value»."""
    chosen = c.rng.sample(c.stock.target_rows, 6)
    head: list[Row] = [
        [
            Cell(t, bold=True)
            for t in ("TT", "Tên chỉ tiêu", "Đơn vị tính", f"Kế hoạch năm {c.style.year}")
        ]
    ]
    body: list[Row] = []
    for number, (name, unit, value, promise) in enumerate(chosen, start=1):
        kind, comparator, amount, of, to = promise
        body.append([Cell(str(number)), Cell(name), Cell(unit), Cell(value)])
        c.promise(Promise("row", f"{name} {value}", kind, comparator, amount, of, to))
    c.draft.add(Table(head, body, [1, 7, 2.5, 3.5]))


def appendix_title(c: Composer, number: str, title: str) -> None:
    """Add the heading of an appendix; neither line is a section."""
    header = c.draft.gold["header"]
    name = f"PHỤ LỤC {number}".strip()
    c.draft.add(Para(name, "appendix"), Para(title, "appendix"))
    date_ = header["date"]
    known = header["number"] and date_["year"]
    issuer = c.office.issuer
    symbol = f"KH-{c.office.code}"
    when = (
        f"ngày {date_['day']:02d}/{date_['month']}/{date_['year']}"
        if known and date_["day"]
        else f"ngày      tháng      năm {c.style.year}"
    )
    printed = header["number"] if known else "      "
    c.draft.add(Para(f"(Kèm theo Kế hoạch số {printed}/{symbol} {when} của {issuer})", "notice"))
