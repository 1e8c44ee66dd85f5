"""The work of one plan: its occurrences in the order of the plan, counted by how they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from cchc.web.organisation.models import Unit
from cchc.web.plans.models import Plan
from cchc.web.work.models import Following, Occurrence
from cchc.web.work.queries.owed import SOON, listed

State = Occurrence.State


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """How the work of a plan stands."""

    all: int = 0
    done: int = 0
    late: int = 0
    soon: int = 0
    open: int = 0
    proposed: int = 0
    waiting: int = 0
    unclear: int = 0


def parts_of(on: date) -> dict[str, Q]:
    """The parts that a plan's work is counted and filtered by."""
    is_open = Q(state=State.OPEN)
    until = on + timedelta(days=SOON)
    return {
        "done": Q(state=State.DONE),
        "late": is_open & Q(due_on__lt=on),
        "soon": is_open & Q(due_on__gte=on, due_on__lte=until),
        "open": is_open,
        "proposed": Q(state=State.PROPOSED),
        "waiting": Q(state=State.WAITING),
        "unclear": Q(state=State.UNCLEAR),
    }


def of_plan(visible: QuerySet[Occurrence], plan: Plan) -> QuerySet[Occurrence]:
    return visible.filter(plan=plan).exclude(state=State.WITHDRAWN)


def counts_of(rows: QuerySet[Occurrence], on: date) -> PlanCounts:
    """1 query."""
    asked: dict[str, Any] = {name: Count("pk", filter=one) for name, one in parts_of(on).items()}
    return PlanCounts(**rows.order_by().aggregate(all=Count("pk"), **asked))


def in_plan_order(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """By the place of the task, then by day."""
    return listed(rows).order_by("task__place", "task_id", "unit__sort_key", "due_on", "pk")


def following_of(plan: Plan) -> Following | None:
    return Following.objects.filter(plan=plan).select_related("plan_version").first()


def unit_names(numbers: Iterable[int]) -> dict[int, str]:
    """Names of units by their number. 1 query."""
    rows = Unit.objects.filter(pk__in=list(numbers)).order_by()
    return dict(rows.values_list("pk", "name"))


def units_of(rows: QuerySet[Occurrence]) -> list[tuple[str, str]]:
    """Units that owe something of a plan, for its filter. 1 query."""
    named = rows.filter(unit__isnull=False).order_by("unit__sort_key")
    found = dict.fromkeys(named.values_list("unit_id", "unit__name"))
    return [(str(pk), name) for pk, name in found]
