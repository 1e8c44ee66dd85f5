"""Lay work out in running text: dash items, task cards, duties by unit, report windows."""

from __future__ import annotations

from datetime import date, timedelta

from tests.plans.blocks import Cell, Para, Row, Table
from tests.plans.compose import Composer, item
from tests.plans.duties import Duty, Group, record
from tests.plans.goals import GENERAL, PARTY
from tests.plans.phrases import NO_DEADLINE, Deadline, by, months, quarter
from tests.plans.tables import join


def prose_deadline(c: Composer) -> tuple[str, Deadline]:
    """Draw the words that end a sentence and the deadline that they name."""
    rng, span = c.rng, c.span
    y = span.year
    month = rng.randint(span.first + 1, 11)
    day = date(y, month, rng.choice((10, 15, 20, 25)))
    number = rng.choice(span.quarters())
    roman = ("I", "II", "III", "IV")[number - 1]
    before = [by(day, inclusive=False)]
    d, m = day.day, day.month
    return rng.choice(
        (
            (f", hoàn thành trước ngày {d}/{m}/{y}", Deadline(f"trước ngày {d}/{m}/{y}", before)),
            (f", trước ngày {d}/{m}", Deadline(f"trước ngày {d}/{m}", before)),
            (f", xong trong quý {roman}/{y}", Deadline(f"quý {roman}/{y}", [quarter(y, number)])),
            (f" trong tháng {m}/{y}", Deadline(f"tháng {m}/{y}", [months(y, m, m)])),
            (f", hoàn thành trong quý {roman}", Deadline(f"quý {roman}", [quarter(y, number)])),
        )
    )


def narrative(c: Composer, groups: list[Group]) -> None:
    """Add the areas as headings with items under them; the items are the tasks."""
    style, rng = c.style, c.rng
    sources = [s for s in GENERAL + PARTY if s.on and s.on < date(style.year, 1, 1)]
    for group in groups:
        c.sub_heading(group.title)
        if style.bullets == "plus":  # the dash only introduces: it is no task of its own
            c.draft.add(Para("Tập trung làm tốt những việc sau:", "item", "-", 1))
        for at, duty in enumerate(group.duties):
            text = duty.task
            printed = {"task"}
            if duty.work.promise is None or duty.work.promise.field == "activity":
                text += f"; {duty.activity[0].lower()}{duty.activity[1:]}"
            if duty.work.promise is not None and duty.work.promise.field == "activity":
                c.promise(duty.work.promise)
            if rng.random() < 0.2:
                text += f" theo {c.cite(rng.choice(sources), dated=rng.random() < 0.8)}"
            duty.deadline = NO_DEADLINE
            if style.inline_duties:
                text, printed = inline(c, duty, text)
            elif rng.random() < 0.35:
                tail, duty.deadline = prose_deadline(c)
                text += tail
                printed.add("deadline")
            para = item(c, f"{text}.", at)
            if style.bullets == "plus":
                para = Para(f"{text}.", "item", "+", 2)
            c.draft.add(para)
            duty.task = para.text + para.inserted
            duty.group = group.title
            duty.label = para.label.rstrip(").") if style.bullets == "letters" else None
            record(c, duty, printed, "body")


def inline(c: Composer, duty: Duty, text: str) -> tuple[str, set[str]]:
    """Print who leads, who helps, the product and the date inside the sentence."""
    rng = c.rng
    text += f"; do {duty.lead[0]} chủ trì"
    printed = {"task", "lead"}
    if duty.support:
        duty.support = [
            s.replace("Các ", "các ", 1) if s.startswith("Các ") else s for s in duty.support
        ]
        text += f", phối hợp với {' và '.join(duty.support)}"
        printed.add("support")
    if rng.random() < 0.5 and duty.work.promise is None:
        text += f"; sản phẩm: {', '.join(o[0].lower() + o[1:] for o in duty.outputs)}"
        printed.add("outputs")
    if rng.random() < 0.7:
        y = c.span.year
        day = date(y, rng.randint(c.span.first + 1, 11), rng.choice((10, 20, 25)))
        words = f"trước ngày {day.day}/{day.month}/{y}"
        text += f"; thời gian hoàn thành: {words}"
        duty.deadline = Deadline(words, [by(day, inclusive=False)])
        printed.add("deadline")
    return text, printed


def cards(c: Composer, groups: list[Group]) -> None:
    """Add each task as a card: a line for the task, a line for each of its fields."""
    number = 0
    names = c.rng.choice(
        (
            {
                "task": "Nhiệm vụ {n}",
                "lead": "Chủ trì",
                "support": "Phối hợp",
                "outputs": "Sản phẩm",
                "deadline": "Thời hạn",
            },
            {
                "task": "Nhiệm vụ số {n}",
                "lead": "Đơn vị chủ trì",
                "support": "Đơn vị phối hợp",
                "outputs": "Kết quả, sản phẩm",
                "deadline": "Thời gian hoàn thành",
            },
        )
    )
    for group in groups:
        c.sub_heading(group.title)
        for duty in group.duties:
            number += 1
            duty.label, duty.group = str(number), group.title
            c.draft.add(Para(f"{names['task'].format(n=number)}: {duty.task}", "card"))
            if duty.deadline.words.startswith("- "):
                plain = "; ".join(
                    line.removeprefix("- ").rstrip(";") for line in duty.deadline.words.split("\n")
                )
                duty.deadline = Deadline(plain, duty.deadline.schedule)
            commas = "; " if any("," in unit for unit in duty.support) else ", "
            fields = {
                "lead": join(duty.lead, ", "),
                "support": join(duty.support, commas),
                "outputs": join(duty.outputs, "; "),
                "deadline": duty.deadline.words,
            }
            for key, text in fields.items():
                if text:
                    c.draft.add(Para(f"{names[key]}: {text}", "field", "-"))
            record(c, duty, set(fields) | {"task"}, "body")


def unit_body(c: Composer, groups: list[Group]) -> None:
    """Add the work unit by unit, after a sentence that says the units lead («chủ trì»)."""
    c.draft.add(Para("Các đơn vị chủ trì thực hiện những nhiệm vụ sau đây:"))
    by_unit: dict[str, list[Duty]] = {}
    for group in groups:
        for duty in group.duties:
            by_unit.setdefault(duty.lead[0], []).append(duty)
    for unit, duties in by_unit.items():
        c.sub_heading(unit)
        for at, duty in enumerate(duties):
            tail, duty.deadline = ("", NO_DEADLINE)
            if c.rng.random() < 0.6:
                tail, duty.deadline = prose_deadline(c)
            para = item(c, f"{duty.task}{tail}.", at)
            c.draft.add(para)
            duty.task, duty.group, duty.label = para.text + para.inserted, unit, None
            duty.lead = [unit]
            record(c, duty, {"task", "lead", "deadline"}, "body")


# Report windows ------------------------------------------------------------------------------


Period = tuple[str, date, date, date]  # name, first and last day of the data, due


def _periods(c: Composer) -> list[tuple[str, date, date]]:
    y = c.style.year
    start = date(y - 1, 12, 15)
    return [
        ("quý I", start, date(y, 3, 14)),
        ("6 tháng", start, date(y, 6, 14)),
        ("9 tháng", start, date(y, 9, 14)),
        ("năm", start, date(y, 12, 14)),
    ]


def report_windows(c: Composer) -> None:
    """Add the section on reporting in the plan's way, and the windows of the gold."""
    kind = c.style.windows
    office = c.office.units["office"]
    if kind != "appendix":
        c.top_heading("Chế độ báo cáo")
    wait = c.rng.choice((1, 2, 3))
    rows: list[Period] = [
        (name, start, end, end + timedelta(days=wait)) for name, start, end in _periods(c)
    ]
    names = [name for name, *_ in rows]
    if kind == "rule":
        c.draft.add(Para(_rule(office, rows[0][3].day)))
    elif kind == "sentence":
        parts = "; ".join(
            f"{n} từ ngày {_d(a)} đến ngày {_d(b)}, gửi trước ngày {_d(due)}"
            for n, a, b, due in rows
        )
        c.draft.add(Para(f"Số liệu báo cáo định kỳ gửi {office} được lấy như sau: {parts}."))
    else:
        names = [f"Báo cáo {n}" for n in names]
        rows = [(name, *rest) for name, (_, *rest) in zip(names, rows, strict=True)]
        if kind != "appendix":
            c.draft.add(Para(f"Báo cáo gửi về {office} theo các mốc sau:"))
        c.draft.add(*(_window_items(c, rows) if kind == "list" else [_window_table(rows)]))
    for name, (_, a, b, due) in zip(names, rows, strict=True):
        c.draft.gold["report_windows"].append(
            {"name": name, "from": a.isoformat(), "to": b.isoformat(), "due": due.isoformat()}
        )


def _rule(office: str, due: int) -> str:
    return (
        f"Các đơn vị gửi báo cáo quý I, 6 tháng, 9 tháng và năm về {office}; số liệu lấy "
        f"từ ngày 15 tháng 12 năm trước đến ngày 14 của tháng cuối kỳ; hạn gửi chậm nhất "
        f"là ngày {due} của tháng cuối kỳ báo cáo."
    )


def _window_table(rows: list[Period]) -> Table:
    titles = ("TT", "Kỳ báo cáo", "Số liệu từ ngày", "Đến ngày", "Hạn gửi")
    body: list[Row] = [
        [Cell(text) for text in (str(number), name, _d(a), _d(b), _d(due))]
        for number, (name, a, b, due) in enumerate(rows, start=1)
    ]
    return Table([[Cell(title, bold=True) for title in titles]], body, [1, 4, 3, 3, 3])


def _window_items(c: Composer, rows: list[Period]) -> list[Para]:
    mark = "-" if c.style.scheme == "roman" else "+"
    return [
        Para(
            f"{name}: Số liệu từ ngày {_d(a)} đến ngày {_d(b)}, gửi chậm nhất ngày {_d(due)}.",
            "item",
            mark,
            1,
        )
        for name, a, b, due in rows
    ]


def _d(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
