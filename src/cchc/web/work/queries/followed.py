"""Plans whose work is followed, and those that wait for it."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, QuerySet

from cchc.web.plans.models import Plan, PlanVersion
from cchc.web.work.models import Following

State = PlanVersion.State


def followed_plans() -> QuerySet[Plan]:
    """Plans that are followed and not closed."""
    issued = PlanVersion.objects.filter(plan=OuterRef("pk"), state=State.ISSUED, archived_at=None)
    return Plan.objects.filter(
        Exists(issued), following__isnull=False, archived_at=None
    ).select_related("owner")


def plans_to_follow(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Issued plans that nobody follows yet."""
    issued = PlanVersion.objects.filter(plan=OuterRef("pk"), state=State.ISSUED, archived_at=None)
    return plans.filter(Exists(issued), following__isnull=True).select_related("owner")


def amended_since(followings: QuerySet[Following]) -> QuerySet[Following]:
    """Followed plans of which another version is in force than the one reckoned from."""
    issued = PlanVersion.objects.filter(
        plan=OuterRef("plan"), state=State.ISSUED, archived_at=None
    ).exclude(pk=OuterRef("plan_version"))
    return followings.filter(Exists(issued)).select_related("plan__owner", "plan_version")


def reckoned_from(followings: QuerySet[Following]) -> QuerySet[Following]:
    return followings.select_related("plan__owner", "plan_version").order_by(
        "-plan__year", F("plan__sort_key")
    )
