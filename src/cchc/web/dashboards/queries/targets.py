"""The targets of the page's plans with the tasks that serve each, and how these stand."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Prefetch

from cchc.web.dashboards.figures import Tally
from cchc.web.dashboards.queries.boards import Board
from cchc.web.dashboards.queries.counts import by_task
from cchc.web.dashboards.queries.facts import Work
from cchc.web.plans.models import PlanVersion, Target, Task
from cchc.web.plans.policy import visible_versions

MOST = 30


def targets_on(board: Board) -> list[Target]:
    """Targets of the plans in force that the page is about, in their order. 2 queries."""
    versions = visible_versions(board.user, board.asked.today).filter(
        plan__owner_id__in=list(board.grouping.unit_ids),
        plan__year=board.asked.year,
        state__in=PlanVersion.IN_FORCE,
    )
    if board.asked.plan is not None:
        versions = versions.filter(plan_id=board.asked.plan)
    tasks = Prefetch("tasks", Task.objects.only("pk", "key", "text").order_by("place", "pk"))
    rows = Target.objects.filter(
        plan_version__in=versions.order_by().values("pk"), archived_at=None
    )
    rows = rows.select_related("plan_version").prefetch_related(tasks)
    return list(rows.order_by("plan_version__plan", "place", "pk")[:MOST])


def tallies_of(work: Work, targets: list[Target]) -> Mapping[UUID, Tally]:
    """How the work of their tasks stands, by the task's key. 1 query, none without tasks."""
    keys = {task.key for target in targets for task in target.tasks.all()}
    if not keys:
        return {}
    return by_task(work, keys)
