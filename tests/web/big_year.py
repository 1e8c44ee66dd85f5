"""A year of daily work in the province at full size: 40,000 pieces of work, 200,000 updates.

On top of `big_office`, always the same, with few statements; the day is in the middle of the year.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from cchc.web.accounts.models import User
from cchc.web.plans.models import PlanVersion, Task, TaskUnit
from cchc.web.work.models import Extension, Following, Occurrence, Update

OCCURRENCES, UPDATES = 40_000, 200_000
DAY = date(2026, 6, 17)
_SINCE = date(2026, 1, 10)
_TIMES = 5  # of each task in its year
State, Kind = Occurrence.State, Occurrence.Kind


def make_big_year(by: User, seed: int = 2) -> None:
    """Follow every plan of the big office up to the day; some seconds."""
    chance = random.Random(seed)
    versions = PlanVersion.objects.select_related("plan")
    Following.objects.bulk_create(
        Following(plan=one.plan, plan_version=one, since=_SINCE) for one in versions
    )
    leads = dict(TaskUnit.objects.filter(part=TaskUnit.Part.LEAD).values_list("task_id", "unit_id"))
    tasks = Task.objects.order_by("pk").values_list("pk", "key", "plan_version__plan_id")
    rows = [
        _occurrence(task, key, plan, leads[task], place, chance)
        for task, key, plan in tasks
        for place in range(_TIMES)
    ]
    made = Occurrence.objects.bulk_create(rows, batch_size=2_000)
    Update.objects.bulk_create(
        (one for row in made for one in _updates(row, by, chance)), batch_size=5_000
    )
    Extension.objects.bulk_create(
        Extension(
            occurrence=row,
            asked_by=by,
            asked_on=DAY - timedelta(days=5),
            due_before=row.due_on,
            wanted_on=row.due_on + timedelta(days=20),
            reason="Chờ cơ quan phối hợp góp ý",
        )
        for row in made
        if row.state == State.OPEN and row.pk % 29 == 0
    )


def _occurrence(
    task: int, key: object, plan: int, unit: int, place: int, chance: random.Random
) -> Occurrence:
    due = date(2026, 1, 20) + timedelta(days=chance.randrange(340))
    values: dict[str, object] = {"kind": Kind.DATED, "state": State.OPEN, "due_on": due}
    if chance.random() < 0.04:
        state = chance.choice((State.WAITING, State.UNCLEAR))
        kind = Kind.CONDITIONAL if state == State.WAITING else Kind.UNCLEAR
        values = {"kind": kind, "state": state, "due_on": None}
    elif due < DAY + timedelta(days=10) and chance.random() < 0.85:
        done = min(due + timedelta(days=chance.randrange(-12, 6)), DAY)
        answered = done + timedelta(days=chance.randrange(8))
        is_answered = answered <= DAY
        values |= {"state": State.DONE if is_answered else State.PROPOSED, "done_on": done}
        values["answered_on"] = answered if is_answered else None
    return Occurrence(
        plan_id=plan,
        task_id=task,
        task_key=key,
        unit_id=unit,
        slot=str(place),
        name=f"Kỳ {place + 1}",
        planned_due_on=values["due_on"],
        work_by=values["due_on"],
        **values,
    )


def _updates(row: Occurrence, by: User, chance: random.Random) -> Iterator[Update]:
    """What was said of a row, five times: notes since it began, and what its state stands for."""
    end = row.done_on or DAY
    days = sorted(
        _SINCE + timedelta(days=chance.randrange(max((end - _SINCE).days, 1))) for _ in range(5)
    )
    said = [(Update.Kind.NOTE, max(day, _SINCE)) for day in days]
    if row.state in Occurrence.OVER:
        said[-1] = (Update.Kind.PROPOSED, end)
    if row.answered_on is not None:
        said[-2:] = [(Update.Kind.PROPOSED, end), (Update.Kind.ACCEPTED, row.answered_on)]
    if row.state == State.OPEN and chance.random() < 0.1:
        said[-1] = (Update.Kind.MOVED, days[-1])
    for place, (kind, on) in enumerate(said):
        text = "Đang thực hiện theo tiến độ"
        if kind == Update.Kind.MOVED and row.due_on is not None:
            before = row.due_on - timedelta(days=10)
            text = f"{before:%d/%m/%Y} → {row.due_on:%d/%m/%Y}: Bản sửa đổi"
        at = timezone.make_aware(datetime.combine(on, time(8 + place)))
        yield Update(occurrence=row, kind=kind, by=by, unit_id=row.unit_id, at=at, on=on, text=text)
