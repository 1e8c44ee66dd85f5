"""Turn pieces of work into rows: who, when, which products, and the gold of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.plans.compose import Composer
from tests.plans.offices import PARTIES
from tests.plans.phrases import NO_DEADLINE, Deadline, draw, months, quarter
from tests.plans.work import Work

ORDERS = (
    (
        "leadership",
        "communication",
        "institutions",
        "procedures",
        "organisation",
        "civil_service",
        "public_finance",
        "digital_government",
    ),
    (
        "institutions",
        "procedures",
        "organisation",
        "civil_service",
        "public_finance",
        "digital_government",
        "leadership",
        "communication",
    ),
)


@dataclass(slots=True)
class Duty:
    """One task of a plan as printed: the texts of its fields and its deadline."""

    work: Work
    area: str
    group: str | None
    label: str | None
    task: str
    activity: str
    objective: str
    outputs: list[str]
    lead: list[str]
    support: list[str]
    deadline: Deadline
    budget: str
    quarters: list[int] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    deadline_above: bool = False  # printed on the heading row only


@dataclass(slots=True)
class Group:
    """The tasks under one heading."""

    area: str
    title: str
    duties: list[Duty]
    deadline: Deadline = NO_DEADLINE


BUDGETS = ("", "", "", "15 triệu đồng", "Dự toán giao", "30 triệu đồng", "Nguồn chi thường xuyên")


def group_work(c: Composer) -> list[Group]:
    """Draw the plan's work, area by area, in one of the usual orders."""
    rng, style = c.rng, c.style
    order = list(ORDERS[rng.randrange(2)])
    if c.office.boards and style.tasks < 20:
        order.remove("organisation")
    share = max(2, round(style.tasks / len(order)))
    groups: list[Group] = []
    for area in order:
        stock = c.stock.works[area]
        works = rng.sample(stock, min(len(stock), max(2, share + rng.randint(-1, 1))))
        if area == "communication" and style.joined_areas and groups:
            joined = next((g for g in groups if g.area == "leadership"), None)
            if joined is not None:
                joined.title += " và công tác tuyên truyền"
                joined.duties += [make_duty(c, w, joined.title) for w in works]
                for duty in joined.duties:
                    duty.group = joined.title
                continue
        title = rng.choice(c.stock.area_titles[area])
        groups.append(Group(area, title, [make_duty(c, w, title) for w in works]))
    return groups


def make_duty(c: Composer, work: Work, group: str | None) -> Duty:
    """Draw who does a piece of work and by when."""
    rng, style = c.rng, c.style
    names = c.office.heads if style.posts else c.office.units
    lead = [names[work.lead]]
    support: list[str] = []
    for role in work.support:
        name = names[role]
        parties = PARTIES.get(name, (name,))
        support += [p for p in parties if p not in support and p not in lead]
    when = rng.choice(("mid", "late")) if style.two_row in ("quarters", "months") else work.when
    deadline = draw(rng, c.span, when)
    duty = Duty(
        work=work,
        area=work.area,
        group=group,
        label=None,
        task=c.fill(work.task),
        activity=c.fill(work.activity),
        objective=rng.choice(c.stock.objectives[work.area]),
        outputs=list(work.outputs),
        lead=lead,
        support=support,
        deadline=deadline,
        budget=rng.choice(BUDGETS),
    )
    if style.two_row == "quarters":
        tick_quarters(c, duty)
    if style.two_row == "months":
        tick_months(c, duty)
    return duty


def tick_quarters(c: Composer, duty: Duty) -> None:
    """Give the duty ticked quarters instead of words: one, or two that do not adjoin."""
    open_quarters = c.span.quarters()
    first = c.rng.choice(open_quarters)
    ticks = [first]
    far = [q for q in open_quarters if q >= first + 2]
    if far and c.rng.random() < 0.3:
        ticks.append(c.rng.choice(far))
    romans = ("I", "II", "III", "IV")
    words = "; ".join(f"Quý {romans[q - 1]}" for q in ticks)
    duty.quarters = ticks
    duty.deadline = Deadline(words, [quarter(c.style.year, q) for q in ticks])


def tick_months(c: Composer, duty: Duty) -> None:
    """Give the duty one ticked month, or two that do not adjoin."""
    first = c.rng.randint(c.span.first, c.span.last)
    ticks = [first]
    if first + 3 <= c.span.last and c.rng.random() < 0.3:
        ticks.append(first + 3)
    duty.months = ticks
    words = "; ".join(f"Tháng {m}" for m in ticks)
    duty.deadline = Deadline(words, [months(c.style.year, m, m) for m in ticks])


def record(c: Composer, duty: Duty, printed: set[str], origin: str) -> None:
    """Put a duty into the gold with the fields that the layout prints, and its promise."""
    has = printed.__contains__
    deadline = duty.deadline if has("deadline") else NO_DEADLINE
    row: dict[str, Any] = {
        "area": duty.area,
        "group": duty.group,
        "label": duty.label,
        "objective": duty.objective if has("objective") else None,
        "task": duty.task,
        "activity": duty.activity if has("activity") else None,
        "outputs": list(duty.outputs) if has("outputs") else [],
        "lead": list(duty.lead) if has("lead") else [],
        "support": list(duty.support) if has("support") else [],
        "deadline": deadline.line or None,
        "schedule": deadline.schedule,
        "budget": (duty.budget or None) if has("budget") else None,
        "from": origin,
    }
    c.draft.gold["tasks"].append(row)
    promise = duty.work.promise
    if promise is not None and has(promise.field):
        c.promise(promise)
