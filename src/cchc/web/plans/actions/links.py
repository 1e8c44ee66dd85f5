"""Which tasks of the parent plan a plan's tasks carry out."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.plans.models import ParentLink, PlanVersion, Task
from cchc.web.plans.policy import may_link
from cchc.web.plans.queries.tasks import tasks_in_force
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.refusals import permit, refuse


def link_to_parent(
    *, by: User, on: date, version: PlanVersion, chosen: Mapping[Task, set[uuid.UUID]]
) -> None:
    """Set for each task the keys of the parent's tasks it carries out. Raises RuleViolation."""
    permit(may_link(by, version, on=on))
    parent = version.plan.parent
    if parent is None:
        refuse(PlanReason.NOTHING_ABOVE)
    offered = set(tasks_in_force(parent).values_list("key", flat=True))
    rows = ParentLink.objects.filter(task__in=list(chosen)).select_related("task")
    before = {(row.task_id, row.parent_key): row for row in rows}
    wanted = {(task.pk, key): task for task, keys in chosen.items() for key in keys}
    if not {key for _, key in wanted} <= offered | {key for _, key in before}:
        refuse(PlanReason.LINK_NOT_IN_PARENT)
    with acting("plans.link", by=by, place=version.plan.owner.path) as act:
        for which, row in before.items():
            if which not in wanted:
                act.remove(row)
        act.create_all(
            ParentLink(task=task, parent_key=which[1])
            for which, task in wanted.items()
            if which not in before
        )
