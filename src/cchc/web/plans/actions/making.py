"""Making a plan: from a reading that was confirmed, from nothing, or from last year's plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cchc.deadlines import understand
from cchc.plan import model as values
from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.intake.models import Reading
from cchc.web.organisation.models import Unit
from cchc.web.plans.actions.contents import Extras, store
from cchc.web.plans.likeness import same_tasks
from cchc.web.plans.models import Plan, PlanKind, PlanVersion, Task
from cchc.web.plans.policy import may_amend, may_start
from cchc.web.plans.queries.names import meant_by
from cchc.web.plans.queries.versions import (
    next_ordinal,
    plan_of_version,
    tasks_of,
    under_way,
)
from cchc.web.plans.reasons import PlanReason
from cchc.web.plans.rows import NO_NAMES, Names, header_json, sections_json
from cchc.web.ui.refusals import permit, refuse
from cchc.web.ui.vietnamese import searchable


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a person says of a plan that its text does not: whose, of which kind and year."""

    owner: Unit
    kind: PlanKind
    year: int
    title: str
    parent: Plan | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What was read and decided: the value, whom names mean, who confirmed which value."""

    plan: values.Plan
    names: Names
    confirmations: Sequence[Mapping[str, Any]] = ()
    reading: Reading | None = None


def make_plan(*, by: User, on: date, facts: PlanFacts, read: Read | None = None) -> PlanVersion:
    """Make a plan with its first version, a draft; without `read` an empty one."""
    with acting("plans.make", by=by, place=facts.owner.path) as act:
        nothing = Read(values.Plan(header=_empty_header(facts)), NO_NAMES)
        return make_version_from(act, by=by, on=on, facts=facts, read=read or nothing)


def _empty_header(facts: PlanFacts) -> values.Header:
    return values.Header(
        issuer=facts.owner.name, doc_type="Kế hoạch", subject=facts.title, year=facts.year
    )


def make_version_from(
    act: Act, *, by: User, on: date, facts: PlanFacts, read: Read, last: PlanVersion | None = None
) -> PlanVersion:
    """Store a plan value as the first version of a new plan, within an act.

    Raises Forbidden for who does not coordinate the owner.
    """
    permit(may_start(by, facts.owner, on=on))
    version = act.create(_version(act.create(_plan(facts, last)), 1, read))
    extras = Extras(names=read.names, confirmations=read.confirmations)
    store(act, version, read.plan, extras, facts.year)
    return version


def _plan(facts: PlanFacts, last: PlanVersion | None = None) -> Plan:
    return Plan(
        owner=facts.owner,
        kind=facts.kind,
        year=facts.year,
        title=facts.title,
        parent=facts.parent,
        carried_from=last.plan if last else None,
    )


def amend_from(
    act: Act, *, by: User, on: date, old: PlanVersion, reason: str, read: Read
) -> PlanVersion:
    """Store a plan value as the next version of an issued plan, within an act.

    A task that is the old one, with some words changed, keeps its key, and with it its history
    and the people assigned to it.
    """
    permit(may_amend(by, old, on=on, under_way=under_way(old.plan)))
    if not reason.strip():
        refuse(PlanReason.REASON_NEEDED)
    act.change(old)  # so that of two who amend at once one is told
    version = _version(old.plan, next_ordinal(old.plan), read)
    version.amends, version.reason = old, reason.strip()
    act.create(version)
    tasks = {task.key: task.folded for task in tasks_of(old)}
    texts = [searchable(one.label, one.task, one.activity, *one.outputs) for one in read.plan.tasks]
    keys = same_tasks(tasks, texts)
    extras = Extras(names=read.names, confirmations=read.confirmations, keys=keys)
    store(act, version, read.plan, extras, old.plan.year)
    return version


def _version(plan: Plan, ordinal: int, read: Read) -> PlanVersion:
    header = read.plan.header
    return PlanVersion(
        plan=plan,
        ordinal=ordinal,
        reading=read.reading,
        number=(header.number or "")[:40],
        symbol=(header.symbol or "")[:120],
        signer_name=(header.signer.name or "")[:120],
        signer_title=(header.signer.position or "")[:120],
        header=header_json(header),
        sections=sections_json(read.plan.sections),
    )


@dataclass(frozen=True, slots=True)
class Carried:
    """A task of last year's plan that goes on, and why it was not finished."""

    task: Task
    reason: str = ""


def copy_from_last_year(
    *,
    by: User,
    on: date,
    facts: PlanFacts,
    last: PlanVersion,
    carried: Sequence[Carried],
    common_reason: str = "",
) -> PlanVersion:
    """Make this year's draft from a plan of another year.

    1. take the chosen tasks with their units; 2. read their deadline words anew for the new year;
    3. keep the keys, so that a task's history goes on; 4. keep why each was carried. Targets and
    bases come along; number, date, signer and reporting periods do not.
    """
    permit(may_start(by, facts.owner, on=on))
    reasons = {one.task.pk: _reason(one, common_reason) for one in carried}
    rows = tasks_of(last).filter(pk__in=reasons)
    tasks = list(rows)
    value = _for_year(plan_of_version(last, rows), last.plan.year, facts)
    words = {words for task in value.tasks for words in (*task.lead, *task.support)}
    names = meant_by(words, facts.owner, on)
    with acting("plans.copy", by=by, place=facts.owner.path) as act:
        plan = act.create(_plan(facts, last))
        version = act.create(_version(plan, 1, Read(value, names)))
        extras = Extras(
            names=names,
            keys=[task.key for task in tasks],
            carry_reasons=[reasons[task.pk] for task in tasks],
        )
        store(act, version, value, extras, plan.year)
        return version


def _reason(carried: Carried, common: str) -> str:
    reason = carried.reason.strip() or common.strip()
    if not reason:
        refuse(PlanReason.CARRY_NEEDS_REASON, task=str(carried.task)[:80])
    return reason


def _for_year(plan: values.Plan, last_year: int, facts: PlanFacts) -> values.Plan:
    header = replace(
        plan.header,
        number=None,
        date=values.PartialDate(),
        year=facts.year,
        signer=values.Signer(),
        subject=facts.title,
        traces={},
    )
    tasks = tuple(_task_for_year(task, last_year, facts.year) for task in plan.tasks)
    return replace(plan, header=header, tasks=tasks, report_windows=())


def _task_for_year(task: values.Task, last_year: int, year: int) -> values.Task:
    """The task with this year's number for last year's, its deadline understood anew."""
    words = task.deadline and task.deadline.replace(str(last_year), str(year))
    return replace(
        task,
        task=task.task.replace(str(last_year), str(year)),
        deadline=words,
        schedule=understand(words, year) if words else (),
        traces={},
    )
