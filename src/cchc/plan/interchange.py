"""The plan interchange format, version 1: a `Plan` as one JSON object and back.

All keys of the format are written, in its order, absent values as null; the reader's own keys
(`sources`, `doubts`, `findings`, `notices`, `announces_appendix`) stand beside them. Reading the
object again gives an equal plan with the same traces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cchc.plan.json_values import Malformed, MalformedPlan, Node
from cchc.plan.model import (
    Citation,
    Comparator,
    Header,
    Origin,
    PartialDate,
    Plan,
    ReformArea,
    ReportWindow,
    Section,
    Signer,
    Target,
    TargetKind,
    Task,
)
from cchc.plan.schedule_json import schedule_from_json, schedule_to_json
from cchc.plan.source_json import (
    finding_from_json,
    finding_to_json,
    traces_from_json,
    traces_to_json,
)

__all__ = [
    "SCHEMA_VERSION",
    "Malformed",
    "MalformedPlan",
    "plan_from_json",
    "plan_to_json",
    "schedule_from_json",
    "schedule_to_json",
]

SCHEMA_VERSION = 1


def plan_to_json(plan: Plan, notices: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """Write a plan in the interchange format; `notices` come from who read the files."""
    return {
        "schema": SCHEMA_VERSION,
        "header": _header_to_json(plan.header),
        "citations": [_citation_to_json(citation) for citation in plan.citations],
        "sections": [_section_to_json(section) for section in plan.sections],
        "targets": [_target_to_json(target) for target in plan.targets],
        "tasks": [_task_to_json(task) for task in plan.tasks],
        "report_windows": [_window_to_json(window) for window in plan.report_windows],
        "announces_appendix": plan.announces_appendix,
        "findings": [finding_to_json(finding) for finding in plan.findings],
        "notices": [dict(notice) for notice in notices],
    }


def plan_from_json(value: object) -> Plan:
    """Read a plan in the interchange format; unknown keys are ignored, own keys may be absent.

    Raises MalformedPlan (a ValueError) with a code and the JSON path of the first wrong value.
    """
    node = Node(value)
    version = node.must("schema")
    if version.value != SCHEMA_VERSION:
        raise MalformedPlan(Malformed.BAD_VERSION, version.path, version.value)
    announces = node.get("announces_appendix")
    windows = node.get("report_windows")
    return Plan(
        header=_header_from_json(node.must("header")),
        citations=tuple(_citation_from_json(item) for item in node.get("citations").items()),
        sections=tuple(_section_from_json(item) for item in node.get("sections").items()),
        targets=tuple(_target_from_json(item) for item in node.get("targets").items()),
        tasks=tuple(_task_from_json(item) for item in node.get("tasks").items()),
        report_windows=tuple(_window_from_json(item) for item in windows.items()),
        findings=tuple(finding_from_json(item) for item in node.get("findings").items()),
        announces_appendix=False if announces.value is None else announces.truth(),
    )


def _header_to_json(header: Header) -> dict[str, Any]:
    return {
        "parent_authority": header.parent_authority,
        "issuer": header.issuer,
        "number": header.number,
        "symbol": header.symbol,
        "place": header.place,
        "date": {
            "year": header.date.year,
            "month": header.date.month,
            "day": header.date.day,
        },
        "doc_type": header.doc_type,
        "subject": header.subject,
        "year": header.year,
        "signer": {
            "authority": header.signer.authority,
            "position": header.signer.position,
            "name": header.signer.name,
        },
        "recipients": list(header.recipients),
        **traces_to_json(header.traces),
    }


def _header_from_json(node: Node) -> Header:
    day, signer = node.get("date"), node.get("signer")
    day = day if day.value is not None else Node({}, day.path)
    signer = signer if signer.value is not None else Node({}, signer.path)
    return Header(
        parent_authority=node.get("parent_authority").text_or_none(),
        issuer=node.get("issuer").text_or_none(),
        number=node.get("number").text_or_none(),
        symbol=node.get("symbol").text_or_none(),
        place=node.get("place").text_or_none(),
        date=PartialDate(
            year=day.get("year").whole_or_none(),
            month=day.get("month").whole_or_none(),
            day=day.get("day").whole_or_none(),
        ),
        doc_type=node.get("doc_type").text_or_none(),
        subject=node.get("subject").text_or_none(),
        year=node.get("year").whole_or_none(),
        signer=Signer(
            authority=signer.get("authority").text_or_none(),
            position=signer.get("position").text_or_none(),
            name=signer.get("name").text_or_none(),
        ),
        recipients=node.get("recipients").texts(),
        traces=traces_from_json(node),
    )


def _citation_to_json(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "doc_type": citation.doc_type,
        "date": citation.date.isoformat() if citation.date else None,
        "issuer": citation.issuer,
        **traces_to_json(citation.traces),
    }


def _citation_from_json(node: Node) -> Citation:
    return Citation(
        number=node.must("number").text(),
        doc_type=node.get("doc_type").text_or_none(),
        date=node.get("date").day_or_none(),
        issuer=node.get("issuer").text_or_none(),
        traces=traces_from_json(node),
    )


def _section_to_json(section: Section) -> dict[str, Any]:
    return {
        "label": section.label,
        "level": section.level,
        "title": section.title,
        **traces_to_json(section.traces),
    }


def _section_from_json(node: Node) -> Section:
    return Section(
        label=node.get("label").text_or_none(),
        level=node.must("level").whole(),
        title=node.must("title").text(),
        traces=traces_from_json(node),
    )


def _target_to_json(target: Target) -> dict[str, Any]:
    keys: dict[str, Any] = {
        "text": target.text,
        "kind": target.kind.value,
        "comparator": target.comparator.value,
        "value": target.value,
    }
    if target.value_to is not None:
        keys["value_to"] = target.value_to
    return {**keys, "unit": target.unit, **traces_to_json(target.traces)}


def _target_from_json(node: Node) -> Target:
    return Target(
        text=node.must("text").text(),
        kind=node.must("kind").choice(TargetKind),
        comparator=node.must("comparator").choice(Comparator),
        value=node.must("value").number(),
        unit=node.get("unit").text_or_none(),
        value_to=node.get("value_to").number_or_none(),
        traces=traces_from_json(node),
    )


def _task_to_json(task: Task) -> dict[str, Any]:
    return {
        "area": task.area.value,
        "group": task.group,
        "label": task.label,
        "objective": task.objective,
        "task": task.task,
        "activity": task.activity,
        "outputs": list(task.outputs),
        "lead": list(task.lead),
        "support": list(task.support),
        "deadline": task.deadline,
        "schedule": [schedule_to_json(part) for part in task.schedule],
        "budget": task.budget,
        "from": task.origin.value,
        **traces_to_json(task.traces),
    }


def _task_from_json(node: Node) -> Task:
    return Task(
        task=node.must("task").text(),
        area=node.must("area").choice(ReformArea),
        group=node.get("group").text_or_none(),
        label=node.get("label").text_or_none(),
        objective=node.get("objective").text_or_none(),
        activity=node.get("activity").text_or_none(),
        outputs=node.get("outputs").texts(),
        lead=node.get("lead").texts(),
        support=node.get("support").texts(),
        deadline=node.get("deadline").text_or_none(),
        schedule=tuple(
            schedule_from_json(part.value, part.path) for part in node.get("schedule").items()
        ),
        budget=node.get("budget").text_or_none(),
        origin=node.must("from").choice(Origin),
        traces=traces_from_json(node),
    )


def _window_to_json(window: ReportWindow) -> dict[str, Any]:
    return {
        "name": window.name,
        "from": window.data_from.isoformat() if window.data_from else None,
        "to": window.data_to.isoformat() if window.data_to else None,
        "due": window.due_on.isoformat() if window.due_on else None,
        **traces_to_json(window.traces),
    }


def _window_from_json(node: Node) -> ReportWindow:
    return ReportWindow(
        name=node.must("name").text(),
        data_from=node.get("from").day_or_none(),
        data_to=node.get("to").day_or_none(),
        due_on=node.get("due").day_or_none(),
        traces=traces_from_json(node),
    )
