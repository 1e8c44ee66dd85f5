"""Storing what a version says, in few statements: from a plan value or from another version.

Used inside the acts of the other modules; asks no permission and opens no act of its own.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cchc.plan import model as values
from cchc.plan.findings.coverage import serving_tasks
from cchc.web.audit.acting import Act
from cchc.web.plans.models import (
    Basis,
    DeadlinePart,
    LegalDocument,
    ParentLink,
    PlanVersion,
    ReportWindow,
    Target,
    Task,
    TaskUnit,
)
from cchc.web.plans.models.plan import document_key
from cchc.web.plans.rows import (
    NO_NAMES,
    STEP,
    Names,
    basis_row,
    deadline_rows,
    target_row,
    task_row,
    unit_rows,
    window_row,
)

_MOST_SERVING = 5
_PARTS = (TaskUnit.Part.LEAD, TaskUnit.Part.SUPPORT)


@dataclass(frozen=True, slots=True)
class Extras:
    """What a person decided about tasks, each list as long as the plan's tasks or empty."""

    names: Names = field(default_factory=lambda: NO_NAMES)
    keys: Sequence[uuid.UUID | None] = ()
    confirmations: Sequence[Mapping[str, Any]] = ()
    carry_reasons: Sequence[str] = ()


def store(act: Act, version: PlanVersion, plan: values.Plan, extras: Extras, year: int) -> None:
    """Store tasks, units, deadlines, targets, windows and bases of a plan value."""
    tasks = act.create_all(_tasks(version, plan, extras, year))
    pairs = list(zip(tasks, plan.tasks, strict=True))
    act.create_all(
        row
        for task, value in pairs
        for part, words in zip(_PARTS, (value.lead, value.support), strict=True)
        for row in unit_rows(task, part, words, extras.names)
    )
    act.create_all(
        row for task, value in pairs for row in deadline_rows(task, value.schedule, year)
    )
    _store_targets(act, version, plan, tasks)
    act.create_all(
        window_row(version, place, window) for place, window in enumerate(plan.report_windows)
    )
    store_bases(act, version, plan.citations)


def _tasks(version: PlanVersion, plan: values.Plan, extras: Extras, year: int) -> Iterable[Task]:
    for place, value in enumerate(plan.tasks):
        row = task_row(version, (place + 1) * STEP, value, year)
        if extras.keys and (key := extras.keys[place]) is not None:
            row.key = key
        if extras.confirmations:
            row.confirmations = dict(extras.confirmations[place])
        if extras.carry_reasons:
            row.carry_reason = extras.carry_reasons[place]
        yield row


def _store_targets(
    act: Act, version: PlanVersion, plan: values.Plan, tasks: Sequence[Task]
) -> None:
    """Targets with the area and the tasks that their words propose; people correct them."""
    serving = [served[:_MOST_SERVING] for served in serving_tasks(plan)]
    targets = act.create_all(
        target_row(version, (place + 1) * STEP, value, _area(plan, serving[place]))
        for place, value in enumerate(plan.targets)
    )
    ties = Target.tasks.through
    act.create_all(
        ties(target_id=target.pk, task_id=tasks[task].pk)
        for target, served in zip(targets, serving, strict=True)
        for task in served
    )


def _area(plan: values.Plan, served: Sequence[int]) -> values.ReformArea:
    return plan.tasks[served[0]].area if served else values.ReformArea.OTHER


def store_bases(
    act: Act, version: PlanVersion, citations: Sequence[values.Citation], first: int = 0
) -> None:
    """Cite documents: those of the register by number and type, new ones added to it."""
    documents = documents_for(act, citations)
    act.create_all(
        basis_row(version, place, citation, document)
        for place, (citation, document) in enumerate(
            zip(citations, documents, strict=True), start=first
        )
    )


def documents_for(act: Act, citations: Sequence[values.Citation]) -> list[LegalDocument]:
    """The register's document of each citation; a new one where it is not known. 1 query."""
    keys = [document_key(one.number, one.doc_type or "") for one in citations]
    known = {one.key: one for one in LegalDocument.objects.filter(key__in=keys, archived_at=None)}
    new: dict[str, LegalDocument] = {}
    for key, one in zip(keys, citations, strict=True):
        if key not in known and key not in new:
            new[key] = LegalDocument(
                number=one.number,
                doc_type=one.doc_type or "",
                issued_on=one.date,
                issuer=one.issuer or "",
            )
    act.create_all(new.values())
    return [known.get(key) or new[key] for key in keys]


def copy(act: Act, old: PlanVersion, new: PlanVersion) -> None:
    """Copy all that a version says into another of the same plan; keys stay the same."""
    made = {
        row.pk: _again(row, plan_version=new)
        for row in old.tasks.filter(archived_at=None).order_by("place", "pk")
    }
    act.create_all(made.values())
    for model in (TaskUnit, DeadlinePart, ParentLink):
        rows = model._default_manager.filter(task__in=list(made)).order_by("pk")
        act.create_all(_again(row, task=made[row.task_id]) for row in rows)
    targets = {
        row.pk: _again(row, plan_version=new)
        for row in old.targets.filter(archived_at=None).order_by("place", "pk")
    }
    act.create_all(targets.values())
    ties = Target.tasks.through
    act.create_all(
        ties(target_id=targets[tie.target_id].pk, task_id=made[tie.task_id].pk)
        for tie in ties._default_manager.filter(target__in=list(targets)).order_by("pk")
        if tie.task_id in made
    )
    for other in (Basis, ReportWindow):
        kept = other._default_manager.filter(plan_version=old).order_by("place", "pk")
        act.create_all(_again(row, plan_version=new) for row in kept)


def _again(row: Any, **others: Any) -> Any:
    """The same row once more, not stored yet, with other fields."""
    fields = {
        one.attname: getattr(row, one.attname)
        for one in row._meta.concrete_fields
        if not one.primary_key
    }
    if "version" in fields:
        fields["version"] = 1
    copied = type(row)(**fields)
    for name, value in others.items():
        setattr(copied, name, value)
    return copied
