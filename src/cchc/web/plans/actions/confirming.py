"""Confirming a reading: what stands on the desk becomes a plan, or the next version of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cchc.deadlines import understand
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.intake.models import Part, Reading
from cchc.web.intake.policy import may_confirm
from cchc.web.intake.queries import items_of, plan_of
from cchc.web.plans.actions.making import PlanFacts, Read, amend_from, make_version_from
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.queries.names import meant_in
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse


def confirm_reading(
    *,
    by: User,
    on: date,
    reading: Reading,
    facts: PlanFacts | None = None,
    amends: PlanVersion | None = None,
    reason: str = "",
    expected: int | None = None,
) -> PlanVersion:
    """Make the plan of a reading, all in one act; who confirmed which value stays with the tasks.

    Either `facts` of a new plan or the version that it `amends` with the reason. Raises Forbidden,
    RuleViolation, and ChangedMeanwhile where the reading was confirmed or edited meanwhile.
    """
    if reading.state == Reading.State.CONFIRMED:
        refuse(PlanReason.ALREADY_CONFIRMED)
    permit(may_confirm(by, reading, on))
    place = (facts.owner if facts else reading.office).path
    with acting("plans.confirm", by=by, place=place, reason=reason) as act:
        act.change(
            reading,
            expected=expected,
            state=Reading.State.CONFIRMED,
            confirmed_at=now(),
            confirmed_by=by,
        )
        read = what_was_read(reading)
        if amends is not None:
            read = _in_year(read, amends.plan.year)
            return amend_from(act, by=by, on=on, old=amends, reason=reason, read=read)
        assert facts is not None, "a reading becomes a new plan or amends one"
        read = _in_year(read, facts.year)
        return make_version_from(act, by=by, on=on, facts=facts, read=read)


def what_was_read(reading: Reading) -> Read:
    """The plan on the desk, whom its names mean, and who decided which value of each task."""
    decisions = [item.decisions for item in items_of(reading, Part.TASK)]
    return Read(plan_of(reading), meant_in(reading), decisions, reading)


def _in_year(read: Read, year: int) -> Read:
    """What was read, as a plan of the year that a person gave; the paper may say another.

    Deadlines mean other days in another year: those that nobody decided on are understood anew.
    """
    plan, before = read.plan, read.plan.header.year
    if before == year:
        return read
    tasks = tuple(
        replace(task, schedule=understand(task.deadline, year))
        if task.deadline
        and "deadline" not in who
        and (before is None or task.schedule == understand(task.deadline, before))
        else task
        for task, who in zip(plan.tasks, read.confirmations, strict=True)
    )
    header = replace(plan.header, year=year)
    return replace(read, plan=replace(plan, header=header, tasks=tasks))
