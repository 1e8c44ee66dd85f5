"""Five kept years of daily work in the province at full size: 40,000 pieces, 200,000 updates.

On top of `big_office`, always the same, with few statements. The day is in the middle of the last
year, whose 8,000 tasks are owed twice each; of the four years before, each department kept a plan
that is closed.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from cchc.web.accounts.models import User
from cchc.web.evidence.models import Evidence, EvidenceLink
from cchc.web.evidence.subjects import OCCURRENCE
from cchc.web.organisation.models import Unit, UnitKind
from cchc.web.plans.models import Plan, PlanKind, PlanVersion, Task, TaskUnit
from cchc.web.ui.clock import now
from cchc.web.work.models import Extension, Following, Occurrence, Update
from tests.web.big_office import YEAR

DAY = date(YEAR, 6, 17)
_YEARS_BEFORE = (2022, 2023, 2024, 2025)
_TASKS_BEFORE, _TIMES_BEFORE = 35, 5  # of each department in each year, and of each task
_TIMES = 2  # of each task in this year
State, Kind = Occurrence.State, Occurrence.Kind


def make_big_year(by: User, seed: int = 2) -> None:
    """Follow every plan of the big office up to the day, and what came before; some seconds."""
    chance = random.Random(seed)
    present = list(PlanVersion.objects.select_related("plan"))
    before = _plans_before()
    for versions, times in ((before, _TIMES_BEFORE), (present, _TIMES)):
        _followed(versions, times, by, chance)
    late = Occurrence.objects.filter(plan__year=YEAR, state=State.OPEN).order_by("pk")[::29]
    Extension.objects.bulk_create(
        Extension(
            occurrence=row,
            asked_by=by,
            asked_on=DAY - timedelta(days=5),
            due_before=row.due_on,
            wanted_on=row.due_on + timedelta(days=20),
            reason="Chờ cơ quan phối hợp góp ý",
        )
        for row in late
    )


def _plans_before() -> list[PlanVersion]:
    """A closed plan of each department in each year before, with its tasks and their units."""
    departments = list(Unit.objects.filter(kind=UnitKind.DEPARTMENT).order_by("pk"))
    divisions: dict[int | None, list[Unit]] = {}
    for unit in Unit.objects.filter(kind=UnitKind.DIVISION).order_by("pk"):
        divisions.setdefault(unit.parent_id, []).append(unit)
    plans = Plan.objects.bulk_create(
        Plan(owner=one, kind=PlanKind.ANNUAL, year=year, title=f"Kế hoạch CCHC năm {year}")
        for year in _YEARS_BEFORE
        for one in departments
    )
    versions = PlanVersion.objects.bulk_create(
        PlanVersion(
            plan=plan,
            ordinal=1,
            state=PlanVersion.State.CLOSED,
            number="1",
            symbol="KH-S",
            issued_on=date(plan.year, 1, 5),
        )
        for plan in plans
    )
    tasks = Task.objects.bulk_create(
        (
            Task(
                plan_version=version,
                key=uuid.uuid5(uuid.NAMESPACE_OID, f"{version.plan_id} {place}"),
                place=(place + 1) * 1000,
                text=f"Nhiệm vụ {place + 1} của năm {version.plan.year}",
                area="institutional_reform",
            )
            for version in versions
            for place in range(_TASKS_BEFORE)
        ),
        batch_size=2_000,
    )
    units = [divisions[one.plan_version.plan.owner_id] for one in tasks]
    TaskUnit.objects.bulk_create(
        (
            TaskUnit(
                task=task, part=TaskUnit.Part.LEAD, place=0, unit=own[n % len(own)], words="Phòng"
            )
            for n, (task, own) in enumerate(zip(tasks, units, strict=True))
        ),
        batch_size=2_000,
    )
    return versions


def _followed(versions: Iterable[PlanVersion], times: int, by: User, chance: random.Random) -> None:
    chosen = list(versions)
    Following.objects.bulk_create(
        Following(plan=one.plan, plan_version=one, since=_since(one.plan.year)) for one in chosen
    )
    lead = TaskUnit.objects.filter(part=TaskUnit.Part.LEAD)
    leads = dict(lead.values_list("task_id", "unit_id"))
    tasks = Task.objects.filter(plan_version__in=chosen).order_by("pk")
    rows = [
        _occurrence(task, key, plan, year, leads[task], place, chance)
        for task, key, plan, year in tasks.values_list(
            "pk", "key", "plan_version__plan_id", "plan_version__plan__year"
        )
        for place in range(times)
    ]
    made = Occurrence.objects.bulk_create(rows, batch_size=2_000)
    years = {one.plan_id: one.plan.year for one in chosen}
    Update.objects.bulk_create(
        (one for row in made for one in _updates(row, years[row.plan_id], by, chance)),
        batch_size=5_000,
    )
    _proofs([row for row in made if row.state in Occurrence.OVER and chance.random() < 0.8], by)


def _since(year: int) -> date:
    return date(year, 1, 10)


def _proofs(rows: list[Occurrence], by: User) -> None:
    """A paper on record for most of what is done."""
    offices = dict(Unit.objects.values_list("pk", "parent_id"))
    moment = now()
    made = Evidence.objects.bulk_create(
        (
            Evidence(
                office_id=offices[row.unit_id],
                unit_id=row.unit_id,
                kind=Evidence.Kind.RECORD,
                subject="Báo cáo kết quả",
                number=str(n + 1),
                symbol="BC-S",
                dated_on=row.done_on,
                added_by=by,
                added_at=moment,
            )
            for n, row in enumerate(rows)
        ),
        batch_size=2_000,
    )
    EvidenceLink.objects.bulk_create(
        (
            EvidenceLink(
                evidence=one,
                subject_label=OCCURRENCE,
                subject_key=str(row.pk),
                subject_name="Việc",
                task_key=row.task_key,
                linked_by=by,
                linked_at=moment,
            )
            for one, row in zip(made, rows, strict=True)
        ),
        batch_size=2_000,
    )


def _occurrence(
    task: int, key: object, plan: int, year: int, unit: int, place: int, chance: random.Random
) -> Occurrence:
    due = date(year, 1, 20) + timedelta(days=chance.randrange(340))
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


def _updates(row: Occurrence, year: int, by: User, chance: random.Random) -> Iterator[Update]:
    """What was said of a row, five times: notes since it began, and what its state stands for."""
    since, end = _since(year), row.done_on or min(DAY, date(year, 12, 31))
    days = sorted(
        since + timedelta(days=chance.randrange(max((end - since).days, 1))) for _ in range(5)
    )
    said = [(Update.Kind.NOTE, max(day, since)) for day in days]
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
