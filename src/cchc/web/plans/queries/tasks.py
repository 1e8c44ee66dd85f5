"""Tasks as lists show them: one filter for page, print, export, count and search."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import HandOver, Position, Unit, in_force
from cchc.web.organisation.queries import own_and_former, people_of, present_units
from cchc.web.organisation.standing import Person, below_any, standing_of
from cchc.web.plans.likeness import suggested
from cchc.web.plans.models import (
    AREA_NAMES,
    Assignment,
    Basis,
    DeadlinePart,
    ParentLink,
    Plan,
    PlanVersion,
    Target,
    Task,
    TaskUnit,
)
from cchc.web.plans.queries.versions import UNITS
from cchc.web.ui.among import among
from cchc.web.ui.vietnamese import searchable

_MOST_OFFERED = 120
ACROSS_PLANS = ("ten", "han")  # orders of a list in which the plans mix
_QUARTERS = {"q1": 1, "q2": 4, "q3": 7, "q4": 10}


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks a person asks to see. Empty texts ask for all.

    `unit` is the number of a unit, which stands for those that became it too, or, for one outside
    the register, the plan's own words;
    `period` is «q1»…«q4» or «m1»…«m12» of the plan's year.
    """

    words: str = ""
    unit: str = ""
    role: str = ""
    area: str = ""
    kind: str = ""
    period: str = ""

    @property
    def asks(self) -> bool:
        return self != TaskFilter()

    def of(self, tasks: QuerySet[Task], year: int | None = None) -> QuerySet[Task]:
        """Keep the tasks that are asked for."""
        for word in searchable(self.words).split():
            tasks = tasks.filter(folded__contains=word)
        if self.area in AREA_NAMES:
            tasks = tasks.filter(area=self.area)
        if self.unit or self.role in TaskUnit.Part.values:
            tasks = tasks.filter(Exists(self._units()))
        if self.kind in DeadlinePart.Kind.values:
            kinds = DeadlinePart.objects.filter(task=OuterRef("pk"), kind=self.kind)
            tasks = tasks.filter(Exists(kinds))
        return self._due(tasks, year)

    def _units(self) -> QuerySet[TaskUnit]:
        units = TaskUnit.objects.filter(task=OuterRef("pk"))
        if self.unit.isdigit():
            units = units.filter(unit_id__in=own_and_former(int(self.unit)))
        elif self.unit:
            units = units.filter(words=self.unit)
        if self.role in TaskUnit.Part.values:
            units = units.filter(part=self.role)
        return units

    def _due(self, tasks: QuerySet[Task], year: int | None) -> QuerySet[Task]:
        months = months_of(self.period)
        if months is None:
            return tasks
        parts = DeadlinePart.objects.exclude(kind=DeadlinePart.Kind.CONTINUOUS).order_by()
        if year is not None:
            first, last = date(year, months[0], 1), _end(year, months)
            parts = parts.filter(task=OuterRef("pk"), due_on__gte=first, due_on__lte=last)
            return tasks.filter(Exists(parts))
        # Over many plans: the same months of each year that has plans, as ranges of days that an
        # index finds; months taken out of dates make PostgreSQL guess wrongly, for seconds.
        due = Q(pk__in=())
        for one in years():
            due |= Q(due_on__gte=date(one, months[0], 1), due_on__lte=_end(one, months))
        return tasks.filter(pk__in=parts.filter(due).values("task_id"))


def months_of(period: str) -> tuple[int, int] | None:
    """The first and last month of «q2» or «m5»; None where no period is named."""
    if first := _QUARTERS.get(period):
        return first, first + 2
    if period[:1] == "m" and period[1:].isdigit() and 1 <= int(period[1:]) <= 12:
        return int(period[1:]), int(period[1:])
    return None


def _end(year: int, months: tuple[int, int]) -> date:
    following = date(year + months[1] // 12, months[1] % 12 + 1, 1)
    return following - timedelta(days=1)


def ordered(tasks: QuerySet[Task], order: str) -> QuerySet[Task]:
    """In the plan's order, by the Vietnamese alphabet («ten») or by the last due day («han»)."""
    if order == "ten":
        return tasks.order_by("sort_key", "pk")
    if order == "han":
        return tasks.order_by(F("last_due_on").asc(nulls_last=True), "place", "pk")
    return tasks.order_by("place", "pk")


def with_units(tasks: QuerySet[Task]) -> QuerySet[Task]:
    return tasks.prefetch_related(UNITS)


def tasks_in(versions: Iterable[int]) -> QuerySet[Task]:
    """Tasks of many plans for one list, whose versions `listed_versions` names."""
    return Task.objects.filter(among("plan_version_id", versions), archived_at=None)


def listed(tasks: QuerySet[Task], order: str = "") -> QuerySet[Task]:
    """Tasks of many plans in the order of their plans, of the alphabet or of the last due day."""
    if order == "ten":
        return tasks.order_by("sort_key", "pk")
    if order == "han":
        return tasks.order_by(F("last_due_on").asc(nulls_last=True), "pk")
    return tasks.order_by("plan_version", "place", "pk")


def named_units(version: PlanVersion, on: date) -> list[tuple[str, str]]:
    """Units that a version names, for its filter: (value, name), registered ones first. 1 query.

    What has become of units that are no more is offered too, so that a list reads both ways.
    """
    rows = (
        TaskUnit.objects.filter(task__plan_version=version, task__archived_at=None)
        .order_by()
        .values_list("unit_id", "unit__name", "unit__sort_key", "words", "unit__valid_to")
        .distinct()
    )
    known = {row[0]: (row[2], row[1]) for row in rows if row[0] is not None}
    outside = {row[3] for row in rows if row[0] is None}
    ended = {row[0] for row in rows if row[4] is not None and row[4] < on}
    for old in Unit.objects.filter(pk__in=ended) if ended else ():
        for new in present_units(old, on):
            known.setdefault(new.pk, (new.sort_key, f"{new.name} (tên hiện nay)"))
    first = [(str(pk), name) for pk, (key, name) in sorted(known.items(), key=lambda one: one[1])]
    return first + [(words, words) for words in sorted(outside, key=searchable)]


def versions_with(task: Task, versions: QuerySet[PlanVersion]) -> QuerySet[Task]:
    """The same task in the other visible versions of its plan, newest first."""
    same = Task.objects.filter(
        key=task.key, plan_version__in=versions.filter(plan_id=task.plan_version.plan_id)
    )
    return same.select_related("plan_version").order_by("-plan_version__ordinal")


def assignments_of(task: Task, assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    rows = assignments.filter(plan_id=task.plan_version.plan_id, task_key=task.key)
    return rows.select_related("user", "unit").order_by("ended_on", "given_on", "pk")


def tasks_in_force(plan: Plan) -> QuerySet[Task]:
    """Tasks of the version of a plan that is in force, in its order."""
    return Task.objects.filter(
        plan_version__plan=plan,
        plan_version__state__in=PlanVersion.IN_FORCE,
        plan_version__archived_at=None,
        archived_at=None,
    ).order_by("place", "pk")


def parent_tasks_of(task: Task, visible: QuerySet[Task]) -> QuerySet[Task]:
    """The visible tasks of the parent plan that a task carries out."""
    parent = task.plan_version.plan.parent
    if parent is None:
        return Task.objects.none()
    keys = task.parent_links.values("parent_key")
    forced = visible.filter(
        plan_version__plan=parent, plan_version__state__in=PlanVersion.IN_FORCE, key__in=keys
    )
    return forced.select_related("plan_version__plan__owner")


def taken_up(parent: Plan, versions: QuerySet[PlanVersion]) -> dict[str, list[Task]]:
    """Which tasks of visible child plans carry out each task of a plan, by its key. 1 query."""
    links = ParentLink.objects.filter(
        task__plan_version__in=versions,
        task__plan_version__plan__parent=parent,
        task__archived_at=None,
    ).exclude(task__plan_version__state=PlanVersion.State.SUPERSEDED)
    found: dict[str, list[Task]] = {}
    for link in links.select_related("task__plan_version__plan__owner").order_by("task__place"):
        found.setdefault(str(link.parent_key), []).append(link.task)
    return found


def linked_keys(tasks: Iterable[Task]) -> Mapping[int, set[str]]:
    """For each task the keys of the parent's tasks it is linked to. 1 query."""
    rows = ParentLink.objects.filter(task__in=[task.pk for task in tasks])
    found: dict[int, set[str]] = {}
    for task_id, key in rows.values_list("task_id", "parent_key"):
        found.setdefault(task_id, set()).add(str(key))
    return found


def open_assignments(unit: Unit, user: User) -> QuerySet[Assignment]:
    """What a person sees to in a unit now."""
    rows = Assignment.objects.filter(unit=unit, user=user, ended_on=None, archived_at=None)
    return rows.select_related("plan").order_by("plan", "given_on", "pk")


def texts_of(assignments: Iterable[Assignment]) -> dict[uuid.UUID, str]:
    """The words of assigned tasks by their key, from the newest version of each. 1 query."""
    keys = [one.task_key for one in assignments]
    rows = Task.objects.filter(key__in=keys).order_by("plan_version__ordinal")
    return dict(rows.values_list("key", "text"))


def people_rows(unit: Unit, on: date) -> QuerySet[User]:
    """People who do a unit's work, in the order of names."""
    positions = Position.objects.filter(people_of(unit, on), in_force(on), archived_at=None)
    return User.objects.filter(pk__in=positions.values("user_id")).order_by("sort_key", "pk")


def people_in(units: Iterable[Unit], on: date) -> list[tuple[int, str]]:
    """People of several units, as choices."""
    found = {one.pk: str(one) for unit in units for one in people_rows(unit, on)}
    return list(found.items())


def assignable_units(task: Task, headed: QuerySet[Unit]) -> list[Unit]:
    """Units of a task whose people the person may assign, where the plan is issued. 1 query."""
    if task.plan_version.state != PlanVersion.State.ISSUED:
        return []
    named = {row.unit_id for row in task.units.all() if row.unit_id is not None}
    return list(headed.filter(pk__in=named).order_by("sort_key", "pk"))


def assigned_people(unit: Unit) -> QuerySet[User]:
    """People with open work in a unit, whether they still hold a position or not."""
    rows = Assignment.objects.filter(unit=unit, ended_on=None, archived_at=None)
    return User.objects.filter(pk__in=rows.values("user_id")).order_by("sort_key", "pk")


def assigned_in(unit: Unit) -> list[tuple[int, str]]:
    """The same with how much work each has, as choices. 1 query."""
    people = assigned_people(unit).annotate(
        open_count=Count(
            "assignments",
            filter=Q(
                assignments__unit=unit,
                assignments__ended_on=None,
                assignments__archived_at=None,
            ),
        )
    )
    return [(one.pk, f"{one} ({one.open_count} nhiệm vụ)") for one in people]


def minutes_of(units: QuerySet[Unit]) -> QuerySet[HandOver]:
    """The minutes of hand-over in these units, the newest first."""
    rows = HandOver.objects.filter(unit__in=units)
    return rows.select_related("giver", "taker", "unit")[:_MOST_OFFERED]


def with_plan(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """Tasks of a list over many plans, with plan, owner and units. 2 queries."""
    return tasks.select_related("plan_version__plan__owner").prefetch_related(UNITS)


def own_units(user: Person, on: date) -> list[tuple[str, str]]:
    """The person's own units and those below: what the filter of the task list offers."""
    standing = standing_of(user, on)
    below = below_any(tuple(holding.path for holding in standing.holdings))
    units = Unit.objects.filter(below, archived_at=None).order_by("sort_key", "pk")
    return [(str(pk), name) for pk, name in units.values_list("pk", "name")[:_MOST_OFFERED]]


def years() -> list[int]:
    """Years for which there are plans, the newest first. 1 query."""
    return list(Plan.objects.order_by("-year").values_list("year", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class TakenUp:
    """One task of a plan, and the tasks of plans below that carry it out."""

    task: Task
    carried: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class TakingUp:
    """How a plan's tasks are taken up: overall, and by each plan below it."""

    rows: tuple[TakenUp, ...]
    children: tuple[tuple[Plan, int], ...]

    @property
    def open_count(self) -> int:
        return sum(not row.carried for row in self.rows)


def taking_up(version: PlanVersion, visible: QuerySet[PlanVersion]) -> TakingUp:
    """Which tasks of a version the visible plans below it carry out. 4 queries."""
    found = taken_up(version.plan, visible)
    tasks = version.tasks.filter(archived_at=None).prefetch_related(UNITS)
    rows = tuple(TakenUp(task, tuple(found.get(str(task.key), ()))) for task in tasks)
    children = Plan.objects.filter(
        parent=version.plan, archived_at=None, pk__in=visible.order_by().values("plan_id")
    ).select_related("owner")
    counts = [
        (
            child,
            sum(any(one.plan_version.plan_id == child.pk for one in row.carried) for row in rows),
        )
        for child in children
    ]
    return TakingUp(rows, tuple(counts))


def targets_in(versions: QuerySet[PlanVersion]) -> QuerySet[Target]:
    rows = Target.objects.filter(plan_version__in=versions, archived_at=None)
    return rows.select_related("plan_version__plan__owner").prefetch_related("tasks")


def bases_in(versions: QuerySet[PlanVersion]) -> QuerySet[Basis]:
    rows = Basis.objects.filter(plan_version__in=versions)
    return rows.select_related("plan_version__plan__owner", "document")


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A task, the tasks of the parent plan to choose from, which are linked and which suggested."""

    line: Any
    offered: tuple[tuple[str, str, bool], ...]  # key, words, linked
    suggestions: tuple[tuple[str, str], ...]

    @property
    def linked(self) -> list[tuple[str, str]]:
        return [(key, words) for key, words, is_linked in self.offered if is_linked]


def link_rows(version: PlanVersion, lines: Iterable[Any], visible: QuerySet[Plan]) -> list[LinkRow]:
    """For each task what it may be linked to, where the parent is visible. 3 queries."""
    parent = version.plan.parent
    if parent is None or not visible.filter(pk=parent.pk).exists():
        return []
    above = {str(task.key): task for task in tasks_in_force(parent)}
    texts = {key: task.folded for key, task in above.items()}
    shown = {key: f"{task.label} {task.text}".strip() for key, task in above.items()}
    rows = []
    linked = linked_keys(line.task for line in lines)
    for line in lines:
        mine = linked.get(line.task.pk, set())
        near = () if mine else suggested(line.task.folded, texts)
        offered = tuple((key, words, key in mine) for key, words in shown.items())
        rows.append(LinkRow(line, offered, tuple((key, shown[key]) for key in near)))
    return rows
