"""Items of the desk ↔ a plan: each item holds the interchange JSON of one thing of the plan.

In: a plan as it was read, or items as they stand. Out: rows to make items of, or the plan they
say. Values and traces are kept apart, so that a person's edit never touches where a value came
from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from cchc.plan.interchange import SCHEMA_VERSION, plan_from_json, plan_to_json
from cchc.plan.model import Plan
from cchc.web.intake.models import Part

STEP = 1000  # between two places, so that a row fits between
# Each part and its key in the interchange format, in the order of a document.
LISTS: Mapping[str, str] = {
    Part.CITATION: "citations",
    Part.SECTION: "sections",
    Part.TARGET: "targets",
    Part.TASK: "tasks",
    Part.WINDOW: "report_windows",
}
_OWN_KEYS = frozenset(("sources", "doubts"))


class Holder(Protocol):
    """What is asked of an item here; a row of the table, or one that is only being tried."""

    part: str
    values: dict[str, Any]
    traces: dict[str, Any]
    decisions: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """One thing of a plan as it was read, ready to become an item."""

    part: str
    place: int
    values: dict[str, Any]
    traces: dict[str, Any]


def parts_of(plan: Plan) -> list[Read]:
    """Take a plan apart: its header, then each list in the order of the document."""
    keys = plan_to_json(plan)
    found = [_taken_apart(Part.HEADER, 0, keys["header"])]
    for part, key in LISTS.items():
        found.extend(
            _taken_apart(part, place * STEP, value) for place, value in enumerate(keys[key], 1)
        )
    return found


def _taken_apart(part: str, place: int, keys: Mapping[str, Any]) -> Read:
    values = {name: value for name, value in keys.items() if name not in _OWN_KEYS}
    doubts = keys.get("doubts", {})
    traces = {
        name: {
            "span": span,
            "confidence": doubts.get(name, {}).get("confidence"),
            "doubt": doubts.get(name, {}).get("code"),
        }
        for name, span in keys.get("sources", {}).items()
    }
    return Read(part, place, values, traces)


def plan_from(items: Iterable[Holder], *, announces_appendix: bool = False) -> Plan:
    """Put items together again, in their order. A value that a person decided is in no doubt.

    Raises MalformedPlan where a value is none of the interchange format.
    """
    keys: dict[str, Any] = {
        "schema": SCHEMA_VERSION,
        "header": {},
        "announces_appendix": announces_appendix,
        **{key: [] for key in LISTS.values()},
    }
    for item in items:
        whole = {**item.values, **_own_keys(item)}
        if item.part == Part.HEADER:
            keys["header"] = whole
        else:
            keys[LISTS[item.part]].append(whole)
    return plan_from_json(keys)


def _own_keys(item: Holder) -> dict[str, Any]:
    traces = item.traces
    return {
        "sources": {name: trace["span"] for name, trace in traces.items()},
        "doubts": {
            name: {"confidence": trace["confidence"], "code": trace["doubt"]}
            for name, trace in traces.items()
            if name not in item.decisions
            and (trace["confidence"] is not None or trace["doubt"] is not None)
        },
    }
