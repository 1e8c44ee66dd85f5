"""How far targets are: what was measured, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from cchc.web.plans.models import Target
from cchc.web.work.models import TargetMeasure


def measures_of(target: Target) -> QuerySet[TargetMeasure]:
    """Everything measured for a target, in all versions of its plan."""
    rows = TargetMeasure.objects.filter(
        plan_id=target.plan_version.plan_id, target_key=target.key, archived_at=None
    )
    return rows.select_related("by").order_by("-measured_on", "-pk")


def last_measures(targets: Iterable[Target], day: date) -> dict[tuple[int, UUID], TargetMeasure]:
    """The last number of each up to a day, by plan and target; the targets' versions at hand. 1
    query."""
    keys = {one.key for one in targets}
    if not keys:
        return {}
    rows = TargetMeasure.objects.filter(
        target_key__in=keys, measured_on__lte=day, archived_at=None
    ).order_by("measured_on", "pk")
    return {(one.plan_id, one.target_key): one for one in rows}
