"""What a plan asks for now: every occurrence of its tasks, for each unit that leads one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from cchc.deadlines import WorkingCalendar
from cchc.deadlines.occurrences import (
    Occurrence as Reckoned,
)
from cchc.deadlines.occurrences import (
    OccurrenceKind,
    ReportingPeriod,
    last_working_day,
    occurrences_of,
    part_keys,
)
from cchc.periods import regime, windows_for
from cchc.plan.countable import counted_product
from cchc.plan.schedule import Recurring, Schedule, Unclear
from cchc.plan.schedule_json import schedule_from_json
from cchc.web.organisation.models import Unit
from cchc.web.plans.models import PlanVersion, Task, TaskUnit
from cchc.web.plans.queries.versions import tasks_of
from cchc.web.plans.rows import schedule_of
from cchc.web.work.models import DeadlineDecision, Event, Occurrence

Kind = Occurrence.Kind
State = Occurrence.State
# The reports of the reform where a plan sets no days of its own.
_REFORM_REPORTS, _BEFORE_IT, _SINCE = "bnv-581", "nd-09-2019", 2022
_PERIOD_NAMES = {
    "quarter_1": "Quý I",
    "half_year": "6 tháng",
    "quarter_3": "Quý III",
    "year": "Năm",
}
NO_DEADLINE = "(không ghi thời hạn)"
_COUNTED = (Kind.DATED, Kind.WINDOWED, Kind.ALL_YEAR)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One occurrence as the plan now asks for it."""

    task: Task
    unit: Unit | None
    reckoned: Reckoned
    event: Event | None = None
    share_whole: Decimal | None = None

    @property
    def key(self) -> tuple[UUID, int | None, str]:
        return self.task.key, self.unit.pk if self.unit else None, self.reckoned.slot

    @property
    def state(self) -> Occurrence.State:
        match self.reckoned.kind:
            case OccurrenceKind.CONDITIONAL:
                return State.WAITING
            case OccurrenceKind.UNCLEAR:
                return State.UNCLEAR
            case _:
                return State.OPEN

    @property
    def fields(self) -> dict[str, Any]:
        """What follows from the plan, as fields of the row."""
        one = self.reckoned
        return {
            "task": self.task,
            "kind": one.kind.value,
            "name": one.name,
            "product": one.product,
            "opens_on": one.opens_on,
            "named_on": one.named_on,
            "planned_due_on": one.due_on,
            "work_by": one.work_by,
            "share_whole": self.share_whole,
        }


def wanted_of(version: PlanVersion, calendar: WorkingCalendar) -> list[Wanted]:
    """Reckon everything that a version asks for. 6 queries at any size."""
    plan = version.plan
    decided = {
        (one.task_key, one.text): one
        for one in DeadlineDecision.objects.filter(plan=plan, archived_at=None)
    }
    events: dict[tuple[UUID, str], list[Event]] = {}
    for event in Event.objects.filter(plan=plan, archived_at=None):
        events.setdefault((event.task_key, event.slot), []).append(event)
    periods = reporting_periods(version, calendar)
    found: list[Wanted] = []
    for task in tasks_of(version).select_related("plan_version"):
        keys, schedule = decided_schedule(task, decided)
        reckoned = occurrences_of(
            schedule, plan.year, calendar, periods=periods, issued_on=version.issued_on, keys=keys
        )
        for unit in _leads(task):
            for one in reckoned:
                found.append(Wanted(task, unit, one, share_whole=_whole(task, one)))
                for event in events.get((task.key, one.slot), ()):
                    found.append(_of_event(task, unit, one, event, calendar))
    return found


def reporting_periods(version: PlanVersion, calendar: WorkingCalendar) -> list[ReportingPeriod]:
    """The plan's own reporting periods; where it sets no days, those of the reform's reports.

    Source: 581/BNV-CCHC (2022), before that Decree 09/2019/NĐ-CP art. 13.
    """
    own = [
        ReportingPeriod(one.name, one.data_from, one.data_to, due)
        for one in version.windows.all()
        if (due := one.due_on or (one.data_to and calendar.next_working_day(one.data_to)))
    ]
    if own:
        return list({one.data_to or one.due_on: one for one in own}.values())
    year = version.plan.year
    rule = regime(_REFORM_REPORTS if year >= _SINCE else _BEFORE_IT)
    return [
        ReportingPeriod(
            _PERIOD_NAMES.get(one.period.kind.value, one.period.kind.value),
            one.data_from,
            one.data_to,
            one.due_on,
        )
        for one in windows_for(year, rule, calendar)
    ]


def decided_schedule(
    task: Task, decided: dict[tuple[UUID, str], DeadlineDecision]
) -> tuple[list[str], list[Schedule]]:
    """A task's schedule, with what people decided in the place of what is unclear.

    Also the key of each part: one that stands for several keeps the first for itself, so that no
    other part's slots move.
    """
    parts = schedule_of(task) or (Unclear(task.deadline or NO_DEADLINE),)
    keys: list[str] = []
    schedule: list[Schedule] = []
    for key, part in zip(part_keys(parts), parts, strict=True):
        decision = decided.get((task.key, unclear_text(part) or ""))
        meant = [schedule_from_json(one) for one in decision.schedule] if decision else [part]
        schedule += meant
        keys += [f"{key}.{place}" if place else key for place in range(len(meant))]
    return keys, schedule


def unclear_text(part: Schedule) -> str | None:
    """The words of a part that a person has to decide; None where it is clear."""
    match part:
        case Unclear(text=text):
            return text
        case Recurring(dates=None, every=every) if every.value != "week":
            return "Định kỳ"
        case _:
            return None


def _leads(task: Task) -> list[Unit | None]:
    """Each registered unit that leads a task, once; none of them gives one without a unit."""
    leads = (one for one in task.units.all() if one.part == TaskUnit.Part.LEAD)
    units = dict.fromkeys(one.unit_id for one in leads if one.unit_id is not None)
    return [Unit(pk=pk) for pk in units] or [None]


def _whole(task: Task, one: Reckoned) -> Decimal | None:
    counted = counted_product(task.outputs) if one.kind.value in _COUNTED else None
    return counted[0] if counted else None


def _of_event(
    task: Task, unit: Unit | None, waiting: Reckoned, event: Event, calendar: WorkingCalendar
) -> Wanted:
    """The occurrence that an event called forth."""
    reckoned = Reckoned(
        slot=f"{waiting.slot[:80]} event {event.pk}",
        kind=OccurrenceKind.DATED,
        name=str(event),
        product=waiting.product,
        opens_on=event.happened_on,
        named_on=event.due_on,
        due_on=event.due_on,
        work_by=last_working_day(event.due_on, calendar),
    )
    return Wanted(task, unit, reckoned, event)


def first_day_of(version: PlanVersion) -> date:
    """The first day on which work of a plan can have been done."""
    start = date(version.plan.year - 1, 12, 15)  # evidence from 15/12 counts for the next year
    return min(start, version.issued_on or start)
