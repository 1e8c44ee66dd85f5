"""What a row keeps as JSON, said as a person reads it: deadlines, headings, who decided.

In: a value as the record kept it, of whatever age; out: words. What is not known here is said
field by field, never as braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime

from cchc.deadlines.explain import explain
from cchc.plan.json_values import MalformedPlan
from cchc.plan.model import ReformArea
from cchc.plan.schedule_json import ScheduleKind, schedule_from_json
from cchc.plan.sentences import AREA_NAMES, FIELD_NAMES
from cchc.web.ui.templatetags.office import day, moment

# Where a value stood in the source: pages show that beside the source itself.
_UNTOLD = frozenset(("sources", "traces", "by", "page_sizes"))
_KEYS = {
    **FIELD_NAMES,
    "authority": "quyền ký",
    "position": "chức vụ",
    "name": "tên",
    "sheet": "trang tính",
    "row": "dòng",
    "column": "ô",
    "sentence": "cần sửa",
    "was": "trước đó",
    "task": "Nhiệm vụ",
}


def only_differing(before: Any, after: Any) -> tuple[Any, Any]:
    """Two kept values without what both say alike; texts and lists stay as they are."""
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return before, after
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return (
        {key: before[key] for key in keys if key in before},
        {key: after[key] for key in keys if key in after},
    )


def plain_words(value: Any, name: str = "") -> str:
    """A kept value in words; `name` is the field it stands in, where that helps."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return "; ".join(words for one in value if (words := plain_words(one, name)))
    if isinstance(value, dict):
        return _object_words(value)
    if name == "area" and value in list(ReformArea):
        return AREA_NAMES[ReformArea(value)]
    return _day_words(str(value))


def _object_words(value: Mapping[str, Any]) -> str:
    if value.get("kind") in list(ScheduleKind):
        return _deadline_words(value)
    if value.keys() == {"day", "month", "year"}:
        return "/".join(f"{part:02d}" for part in _date_parts(value))
    if "at" in value and "name" in value:
        return ", ".join(part for part in (str(value["name"]), _moment_words(value["at"])) if part)
    said = (
        (key, plain_words(one, key))
        for key, one in value.items()
        if key not in _UNTOLD and one not in (None, "", [], {})
    )
    return "; ".join(f"{_KEYS.get(key, key)}: {words}" for key, words in said if words)


def _date_parts(value: Mapping[str, Any]) -> list[int]:
    return [int(value[key]) for key in ("day", "month", "year") if value[key] is not None]


def _deadline_words(value: Mapping[str, Any]) -> str:
    """A schedule as the desk says it back; one of an older form by its parts."""
    try:
        return explain((schedule_from_json(value),))
    except MalformedPlan:
        return "; ".join(str(one) for key, one in value.items() if key != "kind" and one)


def _moment_words(text: Any) -> str:
    at = parse_datetime(str(text))
    return moment(at) if isinstance(at, datetime) else str(text)


def _day_words(text: str) -> str:
    """«2026-11-30» → «30/11/2026»; any other text as it is."""
    try:
        return day(text) if len(text) == 10 and parse_date(text) else text
    except ValueError:
        return text
