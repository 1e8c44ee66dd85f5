"""Editing a draft: its name and parent, tasks, targets, bases and reporting periods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cchc.deadlines import understand
from cchc.plan import model as values
from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.plans.actions.contents import store_bases
from cchc.web.plans.models import Basis, Plan, PlanKind, PlanVersion, ReportWindow, Target, Task
from cchc.web.plans.models import TaskUnit as Named
from cchc.web.plans.policy import may_describe, may_edit
from cchc.web.plans.queries.names import meant_by
from cchc.web.plans.reasons import PlanReason
from cchc.web.plans.rows import STEP, deadline_rows, schedule_of, task_row, unit_rows, words_of
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse

_FIELDS = (
    *("area", "group", "label", "text", "objective", "activity", "outputs", "deadline"),
    *("schedule", "budget", "first_due_on", "last_due_on"),
)
_TOLD = _FIELDS[:8]
_READ_AS = {"text": "task"}  # as the interchange format calls it


def describe(
    *,
    by: User,
    on: date,
    version: PlanVersion,
    title: str,
    kind: PlanKind,
    parent: Plan | None,
    expected: int | None = None,
) -> None:
    """Set what a plan is called, its kind and the plan that it carries out.

    A paper that was issued keeps its name: then only the parent may be set. Raises RuleViolation.
    """
    permit(may_describe(by, version, on=on))
    is_renamed = (title, kind) != (version.plan.title, version.plan.kind)
    if is_renamed and not may_edit(by, version, on=on):
        refuse(PlanReason.NAME_IS_ISSUED)
    above = parent
    while above is not None:
        if above.pk == version.plan_id:
            refuse(PlanReason.PARENT_IS_ITSELF)
        above = above.parent
    with acting("plans.describe", by=by, place=version.plan.owner.path) as act:
        act.change(version.plan, expected=expected, title=title, kind=kind, parent=parent)


def add_task(*, by: User, on: date, version: PlanVersion, value: values.Task) -> Task:
    """Write a new task, at the end of its area."""
    permit(may_edit(by, version, on=on))
    value = _understood(value, version.plan.year)
    with acting("plans.add_task", by=by, place=version.plan.owner.path) as act:
        row = task_row(version, _end_of(act, version, value.area.value), value, version.plan.year)
        task = act.create(row)
        _name_units(act, task, value, on)
        act.create_all(deadline_rows(task, value.schedule, version.plan.year))
        act.change(version)
        return task


def edit_task(
    *, by: User, on: date, task: Task, value: values.Task, expected: int | None = None
) -> None:
    """Change what a task says. Its deadline is understood anew only where its words changed.

    A task that goes to another area stands at the end of it. Raises ChangedMeanwhile.
    """
    version = task.plan_version
    permit(may_edit(by, version, on=on))
    year = version.plan.year
    if (value.deadline or "") == task.deadline:
        value = replace(value, schedule=schedule_of(task))
    else:
        value = _understood(value, year)
    new = task_row(version, task.place, value, year)
    with acting("plans.edit_task", by=by, place=version.plan.owner.path) as act:
        fields: dict[str, Any] = {name: getattr(new, name) for name in _FIELDS}
        fields["confirmations"] = _confirmed(task, fields, by)
        if value.area.value != task.area:
            fields["place"] = _end_of(act, version, value.area.value)
        is_due_anew = new.schedule != task.schedule
        act.change(task, expected=expected, **fields)
        _name_units(act, task, value, on)
        if is_due_anew:
            for part in list(task.deadline_parts.all()):
                act.remove(part)
            act.create_all(deadline_rows(task, value.schedule, year))


def _confirmed(task: Task, fields: dict[str, Any], by: User) -> dict[str, Any]:
    """Who stands for each value: the person who changed it takes it over."""
    at = now().isoformat(timespec="seconds")
    taken = {
        _READ_AS.get(name, name): {"by": by.pk, "name": by.full_name, "at": at, "did": "changed"}
        for name in _TOLD
        if fields[name] != getattr(task, name)
    }
    return {**task.confirmations, **taken}


def _understood(value: values.Task, year: int) -> values.Task:
    return replace(value, schedule=understand(value.deadline, year) if value.deadline else ())


def _name_units(act: Act, task: Task, value: values.Task, on: date) -> None:
    """Write the units of a task where they are not as they were; known names keep their units."""
    said = ((Named.Part.LEAD, value.lead), (Named.Part.SUPPORT, value.support))
    changed = [(part, names) for part, names in said if words_of(task, part) != names]
    if not changed:
        return
    owner = task.plan_version.plan.owner
    meant = meant_by({name for _, names in changed for name in names}, owner, on)
    for part, names in changed:
        for row in [row for row in task.units.all() if row.part == part]:
            act.remove(row)
        act.create_all(unit_rows(task, part, names, meant))


def remove_task(
    *, by: User, on: date, task: Task, reason: str = "", expected: int | None = None
) -> None:
    """Take a task out of a draft; what it said stays in the record."""
    permit(may_edit(by, task.plan_version, on=on))
    owner = task.plan_version.plan.owner
    with acting("plans.remove_task", by=by, place=owner.path, reason=reason) as act:
        act.change(task, expected=expected)
        for row in (*task.units.all(), *task.deadline_parts.all(), *task.parent_links.all()):
            act.remove(row)
        for target in task.targets.all():
            act.link(target, "tasks", target.tasks.exclude(pk=task.pk))
        act.remove(task)


def move_task(*, by: User, on: date, task: Task, is_up: bool) -> None:
    """Change places with the task before or after in the same area; nothing where there is none."""
    version = task.plan_version
    permit(may_edit(by, version, on=on))
    same = version.tasks.filter(area=task.area, archived_at=None)
    if is_up:
        other = same.filter(place__lt=task.place).order_by("-place", "-pk").first()
    else:
        other = same.filter(place__gt=task.place).order_by("place", "pk").first()
    if other is None:
        return
    with acting("plans.move_task", by=by, place=version.plan.owner.path) as act:
        place = task.place
        act.change(task, place=other.place)
        act.change(other, place=place)


def _end_of(act: Act, version: PlanVersion, area: str) -> int:
    """The place after the last task of an area; others make room where there is none."""
    rows = list(version.tasks.filter(archived_at=None).order_by("place", "pk"))
    before = max((n for n, row in enumerate(rows) if row.area == area), default=len(rows) - 1)
    if before == len(rows) - 1:
        return (rows[-1].place if rows else 0) + STEP
    gap = rows[before + 1].place - rows[before].place
    if gap > 1:
        return rows[before].place + gap // 2
    for row in rows[before + 1 :]:
        act.change(row, place=row.place + STEP)
    return rows[before].place + STEP // 2


def save_target(
    *,
    by: User,
    on: date,
    version: PlanVersion,
    target: Target | None,
    fields: dict[str, Any],
    serving: Iterable[Task],
    expected: int | None = None,
) -> Target:
    """Write or change a number to reach, its area and the tasks that serve it."""
    permit(may_edit(by, version, on=on))
    to = fields.get("value_to")
    if to is not None and to <= fields["value"]:
        refuse(PlanReason.TARGET_VALUES)
    with acting("plans.save_target", by=by, place=version.plan.owner.path) as act:
        if target is None:
            last = version.targets.order_by("-place").values_list("place", flat=True).first()
            target = act.create(Target(plan_version=version, place=(last or 0) + STEP, **fields))
        else:
            act.change(target, expected=expected, **fields)
        act.link(target, "tasks", serving)
        return target


def remove_target(*, by: User, on: date, target: Target, expected: int | None = None) -> None:
    permit(may_edit(by, target.plan_version, on=on))
    place = target.plan_version.plan.owner.path
    with acting("plans.remove_target", by=by, place=place) as act:
        act.change(target, expected=expected)
        act.remove(target)


def cite(*, by: User, on: date, version: PlanVersion, citation: values.Citation) -> None:
    """Add a document to the bases of a draft; one that the register lacks is added to it."""
    permit(may_edit(by, version, on=on))
    last = version.bases.order_by("-place").values_list("place", flat=True).first()
    with acting("plans.cite", by=by, place=version.plan.owner.path) as act:
        store_bases(act, version, [citation], first=0 if last is None else last + 1)


def remove_basis(*, by: User, on: date, basis: Basis) -> None:
    permit(may_edit(by, basis.plan_version, on=on))
    with acting("plans.remove_basis", by=by, place=basis.plan_version.plan.owner.path) as act:
        act.remove(basis)


def save_windows(
    *, by: User, on: date, version: PlanVersion, windows: Sequence[values.ReportWindow]
) -> None:
    """Set all reporting periods of a draft at once."""
    permit(may_edit(by, version, on=on))
    with acting("plans.save_windows", by=by, place=version.plan.owner.path) as act:
        before = list(version.windows.all())
        now = [(w.name, w.data_from, w.data_to, w.due_on) for w in windows]
        if [(w.name, w.data_from, w.data_to, w.due_on) for w in before] == now:
            return
        act.change(version)
        for row in before:
            act.remove(row)
        act.create_all(
            ReportWindow(
                plan_version=version,
                place=place,
                name=name,
                data_from=start,
                data_to=end,
                due_on=due,
            )
            for place, (name, start, end, due) in enumerate(now)
        )
