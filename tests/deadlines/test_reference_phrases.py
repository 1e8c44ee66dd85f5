"""The worked phrases of the interchange format, and deadlines held back while the grammar grew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cchc.deadlines import understand
from cchc.plan.schedule_json import schedule_to_json

COMPARED = ("kind", "date", "inclusive", "start", "end", "every", "dates", "offset")
HELD_BACK = json.loads((Path(__file__).parent / "heldout.json").read_text(encoding="utf-8"))


def agrees(gold: dict[str, Any], read: dict[str, Any]) -> bool:
    """Compare as the format's own scorer does; a trigger must be the printed words."""
    if any(gold[key] != read.get(key) for key in COMPARED if key in gold):
        return False
    return "trigger" not in gold or gold["trigger"] == read.get("trigger")


def misread(items: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    wrong = []
    for item in items:
        read = [schedule_to_json(one) for one in understand(item["phrase"], item["year"])]
        gold = item["schedule"]
        if len(gold) != len(read) or not all(map(agrees, gold, read)):
            wrong.append((item["phrase"], read))
    return wrong


def test_every_worked_phrase_of_the_format_is_understood(shared: Path) -> None:
    items = json.loads((shared / "deadlines" / "phrases.json").read_text(encoding="utf-8"))
    assert misread(items) == []


def test_every_deadline_of_the_reference_plans_is_understood(shared: Path) -> None:
    gold = [*shared.glob("reading/plans/*.json"), *shared.glob("reading/samples/*.json")]
    assert gold
    for path in gold:
        plan = json.loads(path.read_text(encoding="utf-8"))
        items = [
            {"phrase": task["deadline"], "year": plan["header"]["year"]} | task
            for task in plan["tasks"]
            if task["deadline"]
        ]
        assert misread(items) == [], path.name


@pytest.mark.parametrize("item", HELD_BACK, ids=lambda item: f"{item['phrase']} {item['year']}")
def test_a_phrase_that_was_held_back_is_understood(item: dict[str, Any]) -> None:
    assert misread([item]) == []
