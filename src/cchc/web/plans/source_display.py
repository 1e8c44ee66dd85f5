"""Where a task's values were printed and who stands for them, in words."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.plan.json_values import Node
from cchc.plan.sentences import DOUBTS, FIELD_NAMES, place_in_words
from cchc.plan.source_json import traces_from_json
from cchc.web.plans.models import Task


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one value in the source, and why a person had to look at it."""

    name: str
    words: str
    doubt: str


def places_of(task: Task) -> list[Place]:
    """Each value's place as a person would look it up; equal places are told once."""
    told: dict[tuple[str, str], list[str]] = {}
    for name, trace in traces_from_json(Node(task.source)).items():
        doubt = DOUBTS[trace.doubt] if trace.doubt else ""
        key = (place_in_words(trace.span), doubt)
        told.setdefault(key, []).append(FIELD_NAMES.get(name, name))
    return [Place(", ".join(names), *key) for key, names in told.items()]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Who confirmed or changed a value, and on which day."""

    name: str
    by: str
    at: str
    is_changed: bool


def confirmed_by(task: Task) -> list[Confirmed]:
    return [
        Confirmed(
            FIELD_NAMES.get(name, name),
            str(one.get("name", "")),
            str(one.get("at", ""))[:10],
            one.get("did") == "changed",
        )
        for name, one in task.confirmations.items()
        if isinstance(one, dict)
    ]
