"""Whole plans against their gold: the reference plans, the project's own, and freshly made ones.

Floors stand a little below what is reached, so that a change that costs accuracy is seen at once.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cchc.commands.plan_files import Reading, read_here
from cchc.deadlines import understand
from cchc.documents.limits import Limits
from cchc.plan.interchange import plan_from_json, plan_to_json
from cchc.plan.model import Doubt, Plan
from cchc.plan.schedule_json import schedule_to_json
from cchc.plan.workbook_reading import plan_from_workbook
from cchc.plan.workbook_writing import plan_to_workbook
from tests.conftest import ROOT, SHARED, require
from tests.plans.make import WORD, make
from tests.plans.recipes import RECIPES
from tests.plans.stock import STOCKS

FLOOR, MEAN_FLOOR, SCAN_FLOOR = 97.0, 98.0, 92.0
OWN_SCAN_FLOOR = 90.0
FRESH_SEED, FRESH_FLOOR, FRESH_MEAN_FLOOR = 7, 90.0, 96.0
PHRASES_FLOOR = 0.98

Score = Callable[[dict[str, Any], dict[str, Any]], dict[str, float]]


def gold_files(folder: Path) -> list[Path]:
    """The gold of a folder; empty where the folder is not there."""
    return sorted(folder.glob("*.json"))


def files_of(gold: Path) -> tuple[Path, ...]:
    """The files of one plan: all that bear the name of its gold, the text before its appendix."""
    return tuple(sorted(p for p in gold.parent.glob(f"{gold.stem}.*") if p.suffix != ".json"))


def is_scan(gold: Path) -> bool:
    return "scan" in gold.stem or gold.stem.startswith("d06_")


SAMPLES = gold_files(SHARED / "reading" / "samples")
REAL = gold_files(SHARED / "reading" / "plans")
OWN = gold_files(ROOT / "samples")


@cache
def reading_of(gold: Path) -> Reading:
    """Read the files of one plan once for all tests of the session."""
    if is_scan(gold):
        require("tesseract", "tesseract-ocr-vie")
    return read_here(files_of(gold), Limits())


def plan_of(gold: Path) -> Plan:
    return reading_of(gold).plan


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"scorer_of_{path.parent.name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def score(shared: Path) -> Score:
    """The scorer of the interchange format."""
    scorer: Score = _loaded(shared / "reading" / "score.py").score
    return scorer


def overall(score: Score, gold: Path) -> float:
    said = json.loads(gold.read_text(encoding="utf-8"))
    return score(said, plan_to_json(plan_of(gold)))["overall"]


def named(paths: list[Path], *, scans: bool = False) -> list[Any]:
    return [pytest.param(path, id=path.stem) for path in paths if is_scan(path) is scans]


def test_the_reference_plans_are_all_there(shared: Path) -> None:
    assert len(SAMPLES) >= 12
    assert len(REAL) >= 4
    assert all(files_of(path) for path in SAMPLES + REAL)


@pytest.mark.parametrize("gold", named(SAMPLES))
def test_a_sample_plan_is_read_as_its_gold_says(score: Score, gold: Path) -> None:
    assert overall(score, gold) >= FLOOR


def test_the_samples_are_read_well_on_the_whole(score: Score) -> None:
    reached = [overall(score, path) for path in SAMPLES if not is_scan(path)]
    assert sum(reached) / len(reached) >= MEAN_FLOOR


@pytest.mark.parametrize("gold", named(REAL))
def test_a_real_plan_is_read_as_its_gold_says(score: Score, gold: Path) -> None:
    assert overall(score, gold) >= FLOOR


@pytest.mark.parametrize("gold", named(OWN))
def test_a_plan_of_our_own_is_read_as_its_gold_says(score: Score, gold: Path) -> None:
    assert overall(score, gold) >= FLOOR


@pytest.mark.parametrize("gold", named(OWN))
def test_every_task_of_our_own_plans_is_found_word_for_word(gold: Path) -> None:
    said = json.loads(gold.read_text(encoding="utf-8"))["tasks"]
    read = plan_to_json(plan_of(gold))["tasks"]
    for key in ("label", "task", "activity", "lead", "deadline"):
        assert [task[key] for task in read] == [task[key] for task in said], key


@pytest.mark.parametrize("gold", named(SAMPLES + OWN, scans=True))
def test_a_scanned_plan_is_read_and_says_that_it_was_recognised(score: Score, gold: Path) -> None:
    assert overall(score, gold) >= (SCAN_FLOOR if gold in SAMPLES else OWN_SCAN_FLOOR)
    plan = plan_of(gold)
    survives(plan)
    tells_its_places(plan)
    for task in plan.tasks:
        assert task.traces["task"].doubt is Doubt.OCR, task.task


# What needs LibreOffice or poppler to be written is left to those who measure by hand.
FRESH = [
    at + 1
    for at, style in enumerate(RECIPES)
    if style.medium in (*WORD, "xlsx", "tsv", "pipes", "bullets")
]


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Plans that nobody has read before, in other words than the samples' own."""
    folder = tmp_path_factory.mktemp("fresh")
    make(folder, len(RECIPES), FRESH_SEED, set(FRESH), STOCKS["second"])
    return gold_files(folder)


def test_plans_that_nobody_has_read_before_are_read_well(score: Score, fresh: list[Path]) -> None:
    assert len(fresh) >= 20
    reached = {path.stem: overall(score, path) for path in fresh}
    assert {name: value for name, value in reached.items() if value < FRESH_FLOOR} == {}
    assert sum(reached.values()) / len(reached) >= FRESH_MEAN_FLOOR


def survives(plan: Plan) -> None:
    """Both forms that can be read again give the plan back, value for value."""
    assert plan_from_workbook(plan_to_workbook(plan)) == plan
    again = plan_from_json(json.loads(json.dumps(plan_to_json(plan), ensure_ascii=False)))
    assert again == plan
    assert again.findings == plan.findings


def tells_its_places(plan: Plan) -> None:
    """Each value that a screen shows beside the original names its place there."""
    for task in plan.tasks:
        assert "task" in task.traces, task.task
        for name in ("lead", "support", "outputs", "deadline"):
            if getattr(task, name):
                assert name in task.traces, (name, task.task)
    for part in (*plan.citations, *plan.sections, *plan.targets, *plan.report_windows):
        assert part.traces, part


@pytest.mark.parametrize("gold", named(SAMPLES + REAL + OWN))
def test_a_read_plan_survives_excel_and_json(gold: Path) -> None:
    survives(plan_of(gold))


@pytest.mark.parametrize("gold", named(SAMPLES + REAL + OWN))
def test_every_value_says_where_it_was_printed(gold: Path) -> None:
    tells_its_places(plan_of(gold))


@pytest.mark.parametrize(
    "name", ["shared", "held back"], ids=["worked phrases", "phrases held back"]
)
def test_deadlines_are_understood_as_the_scorer_of_phrases_counts(shared: Path, name: str) -> None:
    same = _loaded(shared / "deadlines" / "score.py").same
    path = {
        "shared": shared / "deadlines" / "phrases.json",
        "held back": ROOT / "tests" / "deadlines" / "heldout.json",
    }[name]
    items = json.loads(path.read_text(encoding="utf-8"))
    right = 0
    for item in items:
        read = [schedule_to_json(one) for one in understand(item["phrase"], item["year"])]
        said = item["schedule"]
        right += len(said) == len(read) and all(map(same, said, read))
    assert right >= PHRASES_FLOOR * len(items)
