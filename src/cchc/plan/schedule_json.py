"""Schedule objects of the interchange format, both ways.

In and out: one `Schedule` and one JSON object. A key whose value is absent is left out, as in the
format's own examples (a weekly rhythm has no `dates`); only a window's `start` is written as null,
because null there says «from the day of issue».
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, assert_never

from cchc.plan.json_values import Node
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Every,
    Offset,
    OffsetUnit,
    Recurring,
    Schedule,
    Unclear,
    Window,
)


class ScheduleKind(StrEnum):
    """The word of the key `kind`."""

    BY = "by"
    WINDOW = "window"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    CONDITIONAL = "conditional"
    UNCLEAR = "unclear"


def schedule_to_json(schedule: Schedule) -> dict[str, Any]:
    """Write one schedule object; keys in the order of the interchange format."""
    keys: dict[str, Any]
    match schedule:
        case By(date=day, inclusive=inclusive):
            keys = {"kind": "by", "date": day.isoformat(), "inclusive": inclusive}
        case Window(start=start, end=end):
            keys = {
                "kind": "window",
                "start": start.isoformat() if start else None,
                "end": end.isoformat(),
            }
        case Recurring(every=every, dates=dates):
            keys = {"kind": "recurring", "every": every.value}
            if dates is not None:
                keys["dates"] = [day.isoformat() for day in dates]
        case Continuous():
            keys = {"kind": "continuous"}
        case Conditional(trigger=trigger, offset=offset):
            keys = {"kind": "conditional", "trigger": trigger}
            if offset is not None:
                keys["offset"] = {"amount": offset.amount, "unit": offset.unit.value}
        case Unclear(text=text):
            keys = {"kind": "unclear", "text": text}
        case _:
            assert_never(schedule)
    if schedule.note is not None:
        keys["note"] = schedule.note
    return keys


def schedule_from_json(value: object, path: str = "$") -> Schedule:
    """Read one schedule object. Raises MalformedPlan saying where and why."""
    node = Node(value, path)
    note = node.get("note").text_or_none()
    kind = node.must("kind").choice(ScheduleKind)
    match kind:
        case ScheduleKind.BY:
            return By(node.must("date").day(), node.must("inclusive").truth(), note)
        case ScheduleKind.WINDOW:
            return Window(node.get("start").day_or_none(), node.must("end").day(), note)
        case ScheduleKind.RECURRING:
            dates = node.get("dates")
            days = None if dates.value is None else tuple(day.day() for day in dates.items())
            return Recurring(node.must("every").choice(Every), days, note)
        case ScheduleKind.CONTINUOUS:
            return Continuous(note)
        case ScheduleKind.CONDITIONAL:
            return Conditional(node.must("trigger").text(), _offset(node.get("offset")), note)
        case ScheduleKind.UNCLEAR:
            return Unclear(node.must("text").text(), note)
        case _:
            assert_never(kind)


def _offset(node: Node) -> Offset | None:
    if node.value is None:
        return None
    return Offset(node.must("amount").whole(), node.must("unit").choice(OffsetUnit))
