"""One occurrence with all that its page shows: the task, what was said, who may be named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Position, in_force
from cchc.web.organisation.policy import visible_people
from cchc.web.organisation.standing import below_any
from cchc.web.plans.models import Assignment, Task
from cchc.web.plans.queries.versions import UNITS
from cchc.web.work.models import Extension, Occurrence, Update


def whole(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """With plan, owner, task, version, unit, event and the person who proposed. 1 query."""
    return rows.select_related(
        "plan__owner", "task__plan_version__plan", "unit", "event__file", "proposed_by"
    )


def timeline_of(row: Occurrence) -> list[Update]:
    """Everything that was said, the last first. 2 queries."""
    said = row.updates.select_related("by", "unit").prefetch_related("mentions")
    return list(said.order_by("-at", "-pk"))


def said_last(row: Occurrence) -> Update | None:
    """The last thing that was said: what somebody who writes second is shown."""
    return row.updates.select_related("by").order_by("-at", "-pk").first()


def extensions_of(row: Occurrence) -> QuerySet[Extension]:
    return row.extensions.filter(archived_at=None).select_related("asked_by", "decided_by")


def assigned_in(row: Occurrence) -> QuerySet[Assignment]:
    """To whom of its unit the task is given now."""
    rows = Assignment.objects.filter(
        plan_id=row.plan_id,
        task_key=row.task_key,
        unit=row.unit,
        ended_on=None,
        archived_at=None,
    )
    return rows.select_related("user")


def siblings_of(row: Occurrence, visible: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """The other times of the same task in the same unit."""
    rows = visible.filter(plan_id=row.plan_id, task_key=row.task_key, unit=row.unit)
    rows = rows.exclude(state=Occurrence.State.WITHDRAWN).exclude(pk=row.pk)
    return rows.select_related("task", "unit")


def task_with_units(row: Occurrence) -> Task:
    """The task with its units at hand. 2 queries."""
    return Task.objects.prefetch_related(UNITS).get(pk=row.task_id)


def people_to_name(row: Occurrence, user: User, on: date) -> QuerySet[User]:
    """People of the units that the task names and of the plan's office itself.

    Only such as the person is shown at all.
    """
    near = Q(unit_id=row.plan.owner_id) | below_any(_named(row), "unit__")
    positions = Position.objects.filter(near, in_force(on), archived_at=None)
    seen = visible_people(user, on).filter(pk__in=positions.values("user_id"))
    return seen.exclude(pk=user.pk).order_by("sort_key", "pk")


def _named(row: Occurrence) -> Iterable[str]:
    named = (
        row.task.units.filter(unit__isnull=False).order_by().values_list("unit__path", flat=True)
    )
    return dict.fromkeys(path for path in named if path)


def of_task(rows: QuerySet[Occurrence], task: Task) -> QuerySet[Occurrence]:
    """All times that a task of a plan is owed."""
    found = rows.filter(plan_id=task.plan_version.plan_id, task_key=task.key)
    return found.exclude(state=Occurrence.State.WITHDRAWN).select_related("task", "unit")
