"""Plan values → rows that are not stored yet, and rows → plan values. Asks no database.

What goes in comes out: `actions.making` stores what is made here, and `queries.plan_of_version`
reads the same plan back, value for value, with the traces of its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from cchc.deadlines import default_calendar
from cchc.deadlines.due import due_on_working_days
from cchc.plan import model as values
from cchc.plan.interchange import SCHEMA_VERSION, plan_from_json, plan_to_json
from cchc.plan.json_values import Node
from cchc.plan.schedule import Continuous, Schedule, Window
from cchc.plan.schedule_json import schedule_from_json, schedule_to_json
from cchc.plan.source_json import traces_from_json, traces_to_json
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.models import Unit
from cchc.web.plans.models import (
    Basis,
    DeadlinePart,
    LegalDocument,
    PlanVersion,
    ReportWindow,
    Target,
    Task,
    TaskUnit,
)

STEP = 1000  # between two places, so that a row fits between


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name of a plan means: units of the register, or nobody there."""

    units: tuple[Unit, ...] = ()
    is_collective: bool = False


Names = Mapping[str, Meant]  # by `matching.fold_name` of the words
NO_NAMES: Names = {}
OUTSIDE = Meant()


def header_json(header: values.Header) -> dict[str, Any]:
    """A header as it is kept in `PlanVersion.header`, with its traces."""
    keys: dict[str, Any] = plan_to_json(values.Plan(header=header))["header"]
    return keys


def sections_json(sections: tuple[values.Section, ...]) -> list[dict[str, Any]]:
    keys: list[dict[str, Any]] = plan_to_json(values.Plan(sections=sections))["sections"]
    return keys


def frame_of(version: PlanVersion) -> values.Plan:
    """The header and sections of a version as values."""
    keys = {"schema": SCHEMA_VERSION, "header": version.header or {}, "sections": version.sections}
    return plan_from_json(keys)


def schedule_of(task: Task) -> tuple[Schedule, ...]:
    return tuple(schedule_from_json(part) for part in task.schedule)


def task_row(version: PlanVersion, place: int, task: values.Task, year: int) -> Task:
    """A task as a row, with the days that follow from its schedule."""
    days = [part.due_on for part in deadline_rows(None, task.schedule, year) if part.due_on]
    return Task(
        plan_version=version,
        place=place,
        area=task.area.value,
        group=task.group or "",
        label=task.label or "",
        text=task.task,
        objective=task.objective or "",
        activity=task.activity or "",
        outputs=list(task.outputs),
        deadline=task.deadline or "",
        schedule=[schedule_to_json(part) for part in task.schedule],
        budget=task.budget or "",
        origin=task.origin.value,
        source=traces_to_json(task.traces),
        first_due_on=min(days, default=None),
        last_due_on=max(days, default=None),
    )


def unit_rows(
    task: Task, part: TaskUnit.Part, words: Iterable[str], names: Names
) -> list[TaskUnit]:
    """The units of one part of a task; a collective name gives a row for each unit it means."""
    rows = []
    for place, name in enumerate(words):
        meant = names.get(fold_name(name), OUTSIDE)
        for unit in meant.units or (None,):
            row = TaskUnit(task=task, part=part, place=place, words=name, unit=unit)
            row.is_collective = meant.is_collective
            rows.append(row)
    return rows


def deadline_rows(task: Task | None, schedule: Sequence[Schedule], year: int) -> list[DeadlinePart]:
    """One row for each due day; one without a day for a part that has none."""
    calendar = default_calendar()
    rows = []
    for part in schedule:
        kind = DeadlinePart.Kind(schedule_to_json(part)["kind"])
        days = due_on_working_days(part, year, calendar)
        opens = part.start if isinstance(part, Window) else None
        if isinstance(part, Continuous):
            opens = date(year, 1, 1)
        for day in days:
            rows.append(DeadlinePart(task=task, kind=kind, opens_on=opens, due_on=day.last_day))
        if not days:
            rows.append(DeadlinePart(task=task, kind=kind))
    return rows


def target_row(
    version: PlanVersion, place: int, target: values.Target, area: values.ReformArea
) -> Target:
    to = target.value_to
    return Target(
        plan_version=version,
        place=place,
        area=area.value,
        text=target.text,
        kind=target.kind.value,
        comparator=target.comparator.value,
        value=Decimal(str(target.value)),
        value_to=None if to is None else Decimal(str(to)),
        unit=target.unit or "",
        source=traces_to_json(target.traces),
    )


def window_row(version: PlanVersion, place: int, window: values.ReportWindow) -> ReportWindow:
    return ReportWindow(
        plan_version=version,
        place=place,
        name=window.name,
        data_from=window.data_from,
        data_to=window.data_to,
        due_on=window.due_on,
    )


def basis_row(
    version: PlanVersion, place: int, citation: values.Citation, document: LegalDocument
) -> Basis:
    return Basis(
        plan_version=version,
        document=document,
        place=place,
        number=citation.number,
        doc_type=citation.doc_type or "",
        cited_on=citation.date,
        issuer=citation.issuer or "",
        source=traces_to_json(citation.traces),
    )


def task_value(
    task: Task, lead: tuple[str, ...] | None = None, support: tuple[str, ...] | None = None
) -> values.Task:
    """A stored task as a value; its units are given or at hand (prefetched)."""
    return values.Task(
        task=task.text,
        area=values.ReformArea(task.area),
        group=task.group or None,
        label=task.label or None,
        objective=task.objective or None,
        activity=task.activity or None,
        outputs=tuple(task.outputs),
        lead=words_of(task, TaskUnit.Part.LEAD) if lead is None else lead,
        support=words_of(task, TaskUnit.Part.SUPPORT) if support is None else support,
        deadline=task.deadline or None,
        schedule=schedule_of(task),
        budget=task.budget or None,
        origin=values.Origin(task.origin),
        traces=traces_from_json(Node(task.source)),
    )


def words_of(task: Task, part: TaskUnit.Part) -> tuple[str, ...]:
    """The names by which the plan calls the units of one part, in its order."""
    return tuple({u.place: u.words for u in task.units.all() if u.part == part}.values())


def target_value(target: Target) -> values.Target:
    return values.Target(
        text=target.text,
        kind=values.TargetKind(target.kind),
        comparator=values.Comparator(target.comparator),
        value=_number(target.value),
        unit=target.unit or None,
        value_to=None if target.value_to is None else _number(target.value_to),
        traces=traces_from_json(Node(target.source)),
    )


def citation_value(basis: Basis) -> values.Citation:
    return values.Citation(
        number=basis.number,
        doc_type=basis.doc_type or None,
        date=basis.cited_on,
        issuer=basis.issuer or None,
        traces=traces_from_json(Node(basis.source)),
    )


def window_value(window: ReportWindow) -> values.ReportWindow:
    return values.ReportWindow(window.name, window.data_from, window.data_to, window.due_on)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
