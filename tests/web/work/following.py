"""A followed plan for the tests of this room: the small plan of Tỉnh Mẫu, issued and followed."""

from __future__ import annotations

from cchc.web.plans.models import PlanVersion
from cchc.web.work.actions.planning import follow
from cchc.web.work.models import Occurrence
from tests.web.plans.drafts import PLAN, State, brought_to, draft
from tests.web.world import TODAY, World


def followed(world: World, plan: object = PLAN) -> PlanVersion:
    """The department's plan, issued by the right people and followed by An."""
    version = brought_to(world, State.ISSUED, draft(world, plan))  # type: ignore[arg-type]
    follow(by=world.an, on=TODAY, plan=version.plan)
    return version


def owed(text: str, **fields: object) -> Occurrence:
    """The one occurrence of the task that begins with these words."""
    rows = Occurrence.objects.select_related("plan__owner", "task__plan_version", "unit")
    return rows.get(task__text__startswith=text, **fields)
