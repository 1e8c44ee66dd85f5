"""Tasks as lists show them: one filter for page, print, export, count and search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from cchc.web.plans.models import (
    AREA_NAMES,
    Assignment,
    DeadlinePart,
    ParentLink,
    Plan,
    PlanVersion,
    Task,
    TaskUnit,
)
from cchc.web.plans.queries.versions import UNITS
from cchc.web.ui.vietnamese import searchable

_QUARTERS = {"q1": 1, "q2": 4, "q3": 7, "q4": 10}


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks a person asks to see. Empty texts ask for all.

    `unit` is the number of a unit or, for one outside the register, the plan's own words;
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
            units = units.filter(unit_id=int(self.unit))
        elif self.unit:
            units = units.filter(words=self.unit)
        if self.role in TaskUnit.Part.values:
            units = units.filter(part=self.role)
        return units

    def _due(self, tasks: QuerySet[Task], year: int | None) -> QuerySet[Task]:
        months = months_of(self.period)
        if months is None:
            return tasks
        parts = DeadlinePart.objects.filter(
            task=OuterRef("pk"), due_on__month__gte=months[0], due_on__month__lte=months[1]
        ).exclude(kind=DeadlinePart.Kind.CONTINUOUS)
        if year is not None:
            parts = parts.filter(
                due_on__gte=date(year, months[0], 1), due_on__lte=_end(year, months)
            )
        else:
            parts = parts.filter(due_on__year=OuterRef("plan_version__plan__year"))
        return tasks.filter(Exists(parts))


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


def listed(tasks: QuerySet[Task], order: str = "") -> QuerySet[Task]:
    """Tasks of many plans for one list: only of the versions that stand, with plan and owner."""
    forced = PlanVersion.objects.filter(
        plan_id=OuterRef("plan_version__plan_id"),
        state__in=PlanVersion.IN_FORCE,
        archived_at=None,
    )
    standing = tasks.filter(
        Q(plan_version__state__in=PlanVersion.IN_FORCE)
        | (Q(plan_version__state__in=PlanVersion.IN_PREPARATION) & ~Exists(forced))
    )
    by = {
        "ten": ("sort_key", "pk"),
        "": ("-plan_version__plan__year", "plan_version", "place", "pk"),
    }
    if order == "han":
        return standing.order_by(F("last_due_on").asc(nulls_last=True), "pk")
    return standing.order_by(*by.get(order, by[""]))


def named_units(version: PlanVersion) -> list[tuple[str, str]]:
    """Units that a version names, for its filter: (value, name), registered ones first. 1 query."""
    rows = (
        TaskUnit.objects.filter(task__plan_version=version, task__archived_at=None)
        .order_by()
        .values_list("unit_id", "unit__name", "unit__sort_key", "words")
        .distinct()
    )
    known = {row[0]: (row[2], row[1]) for row in rows if row[0] is not None}
    outside = {row[3] for row in rows if row[0] is None}
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


def parent_tasks_of(task: Task) -> QuerySet[Task]:
    """The tasks of the parent plan that a task carries out."""
    parent = task.plan_version.plan.parent
    if parent is None:
        return Task.objects.none()
    keys = task.parent_links.values("parent_key")
    return tasks_in_force(parent).filter(key__in=keys)


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
