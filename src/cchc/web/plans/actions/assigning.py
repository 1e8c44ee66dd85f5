"""Who of a unit sees to a task: given, ended, handed over with a minute."""

from __future__ import annotations

from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import HandOver, Position, Unit, in_force
from cchc.web.organisation.queries import people_of
from cchc.web.plans.models import Assignment, Task
from cchc.web.plans.policy import may_assign, may_hand_over
from cchc.web.plans.queries.tasks import open_assignments, texts_of
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.refusals import permit, refuse


def assign(*, by: User, on: date, task: Task, unit: Unit, user: User) -> Assignment:
    """Give a task to a person of a unit that leads or supports it. Raises RuleViolation."""
    permit(may_assign(by, task.plan_version, unit, on=on))
    if not task.units.filter(unit=unit).exists():
        refuse(PlanReason.UNIT_NOT_NAMED, unit=unit)
    _check_works_in(user, unit, on)
    plan = task.plan_version.plan
    same = Assignment.objects.filter(task_key=task.key, unit=unit, user=user, plan=plan)
    if same.filter(ended_on=None, archived_at=None).exists():
        refuse(PlanReason.ALREADY_ASSIGNED, name=user)
    with acting("plans.assign", by=by, place=unit.path) as act:
        given = act.create(
            Assignment(plan=plan, task_key=task.key, unit=unit, user=user, given_on=on)
        )
        act.touch(task, assigned=str(user))
        return given


def end_assignment(
    *, by: User, on: date, assignment: Assignment, expected: int | None = None
) -> None:
    """Say that a person no longer sees to a task."""
    permit(may_hand_over(by, assignment.unit, on=on))
    if assignment.ended_on is not None:
        refuse(PlanReason.ALREADY_ENDED, day=f"{assignment.ended_on:%d/%m/%Y}")
    with acting("plans.end_assignment", by=by, place=assignment.unit.path) as act:
        act.change(assignment, expected=expected, ended_on=on)


def hand_over(
    *, by: User, on: date, unit: Unit, giver: User, taker: User, note: str = ""
) -> HandOver:
    """Move all open work of a person in a unit to another, with a minute that lists it.

    1. end the giver's assignments; 2. give the same tasks to the taker, who may have some already;
    3. write the minute. Raises RuleViolation.
    """
    permit(may_hand_over(by, unit, on=on))
    if giver.pk == taker.pk:
        refuse(PlanReason.SAME_PERSON)
    _check_works_in(taker, unit, on)
    given = list(open_assignments(unit, giver))
    if not given:
        refuse(PlanReason.NOTHING_TO_HAND_OVER, name=giver, unit=unit)
    texts = texts_of(given)
    had = set(open_assignments(unit, taker).values_list("plan_id", "task_key"))
    with acting("plans.hand_over", by=by, place=unit.path, reason=note) as act:
        for one in given:
            act.change(one, ended_on=on)
        act.create_all(
            Assignment(
                plan_id=one.plan_id, task_key=one.task_key, unit=unit, user=taker, given_on=on
            )
            for one in given
            if (one.plan_id, one.task_key) not in had
        )
        items = [
            {"key": str(one.task_key), "plan": one.plan.title, "task": texts.get(one.task_key, "")}
            for one in given
        ]
        return act.create(
            HandOver(giver=giver, taker=taker, unit=unit, on=on, note=note, items=items)
        )


def _check_works_in(user: User, unit: Unit, on: date) -> None:
    positions = Position.objects.filter(in_force(on), user=user, archived_at=None)
    if not positions.filter(people_of(unit, on)).exists():
        refuse(PlanReason.NOT_OF_UNIT, name=user, unit=unit)
