"""The interchange format says everything a plan says, and nothing is lost on the way back."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cchc.documents.model import Span
from cchc.plan.interchange import (
    MalformedPlan,
    plan_from_json,
    plan_to_json,
    schedule_from_json,
    schedule_to_json,
)
from cchc.plan.model import Doubt, Finding, Plan, Severity, Task, Trace
from cchc.plan.sentences import malformed_sentence
from tests.plan.strategies import plans

OWN_KEYS = {"announces_appendix", "findings", "notices", "sources", "doubts"}

PARTS = [
    pytest.param({"kind": "by", "date": "2026-11-30", "inclusive": False}, id="by"),
    pytest.param({"kind": "window", "start": None, "end": "2026-12-31"}, id="window-from-issue"),
    pytest.param({"kind": "recurring", "every": "week"}, id="recurring-without-dates"),
    pytest.param(
        {"kind": "recurring", "every": "half_year", "dates": ["2026-06-30", "2026-12-31"]},
        id="recurring",
    ),
    pytest.param({"kind": "continuous"}, id="continuous"),
    pytest.param(
        {
            "kind": "conditional",
            "trigger": "Sau 05 ngày kể từ ngày có kết luận",
            "offset": {"amount": 5, "unit": "day"},
            "note": "Báo cáo",
        },
        id="conditional-with-offset-and-note",
    ),
    pytest.param({"kind": "unclear", "text": "Kịp thời"}, id="unclear"),
]


@pytest.mark.parametrize("written", PARTS)
def test_a_schedule_object_is_written_as_it_was_read(written: dict[str, Any]) -> None:
    assert schedule_to_json(schedule_from_json(written)) == written


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(plans)
def test_a_plan_comes_back_equal_with_its_traces_and_findings(plan: Plan) -> None:
    again = plan_from_json(json.loads(json.dumps(plan_to_json(plan))))
    assert again == plan
    assert again.findings == plan.findings
    assert [one.span for one in again.findings] == [one.span for one in plan.findings]
    assert again.announces_appendix == plan.announces_appendix
    assert again.header.traces == plan.header.traces
    for part in ("citations", "sections", "targets", "tasks", "report_windows"):
        for one, other in zip(getattr(again, part), getattr(plan, part), strict=True):
            assert one.traces == other.traces


def _without_own_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_own_keys(one) for key, one in value.items() if key not in OWN_KEYS}
    return [_without_own_keys(one) for one in value] if isinstance(value, list) else value


def test_every_gold_plan_is_written_back_key_for_key(shared: Path) -> None:
    gold = [*shared.glob("reading/samples/*.json"), *shared.glob("reading/plans/*.json")]
    assert len(gold) >= 16
    for path in gold:
        wanted = json.loads(path.read_text(encoding="utf-8"))
        written = _without_own_keys(plan_to_json(plan_from_json(wanted)))
        assert json.dumps(written) == json.dumps(wanted), path.name


def test_sources_name_only_what_is_known_of_a_place() -> None:
    task = Task(task="Rà soát", traces={"lead": Trace(Span(page=3, table=1, row=12))})
    written = plan_to_json(Plan(tasks=(task,)))["tasks"][0]
    assert written["sources"] == {"lead": {"file": 1, "page": 3, "table": 1, "row": 12}}
    assert "doubts" not in written


def test_a_doubt_says_its_confidence_and_its_reason_in_words() -> None:
    trace = Trace(Span(page=1), confidence=0.62, doubt=Doubt.OCR)
    written = plan_to_json(Plan(tasks=(Task(task="Rà soát", traces={"task": trace}),)))
    assert written["tasks"][0]["doubts"] == {
        "task": {"confidence": 0.62, "code": "ocr", "reason": "nhận dạng từ ảnh quét"}
    }


def test_a_finding_is_written_with_its_sentence() -> None:
    found = Finding("task_without_lead", Severity.WARNING, Span(page=2), (("task", "Rà soát"),))
    written = plan_to_json(Plan(findings=(found,)))["findings"][0]
    assert written["severity"] == "warning"
    assert written["source"] == {"file": 1, "page": 2}
    assert written["message"] == "Nhiệm vụ chưa ghi đơn vị chủ trì: «Rà soát»."


def test_the_keys_of_a_task_are_all_written_in_the_order_of_the_format() -> None:
    written = plan_to_json(Plan(tasks=(Task(task="Rà soát"),)))
    assert list(written)[:7] == [
        "schema",
        "header",
        "citations",
        "sections",
        "targets",
        "tasks",
        "report_windows",
    ]
    # `traces` becomes sources and doubts, everything else has a key of its own.
    assert len(written["tasks"][0]) == len(fields(Task)) - 1


def _plan(**changed: Any) -> dict[str, Any]:
    return {**plan_to_json(Plan(tasks=(Task(task="Rà soát"),))), **changed}


def _task(**changed: Any) -> dict[str, Any]:
    return _plan(tasks=[{"task": "Rà soát", "area": "other", "from": "body", **changed}])


@pytest.mark.parametrize(
    ("value", "code", "path"),
    [
        pytest.param([], "wrong_type", "$", id="a list"),
        pytest.param({}, "missing", "$.schema", id="an empty object"),
        pytest.param(_plan(schema=2), "bad_version", "$.schema", id="another version"),
        pytest.param(_plan(header=None), "missing", "$.header", id="no header"),
        pytest.param(_plan(tasks={}), "wrong_type", "$.tasks", id="tasks no list"),
        pytest.param(_task(area="kiểm tra"), "unknown_choice", "$.tasks[0].area", id="area"),
        pytest.param(_task(lead=["a", 1]), "wrong_type", "$.tasks[0].lead[1]", id="lead"),
        pytest.param(
            _task(schedule=[{"kind": "by", "date": "30/11/2026", "inclusive": True}]),
            "bad_date",
            "$.tasks[0].schedule[0].date",
            id="date",
        ),
        pytest.param(
            _task(schedule=[{"kind": "by", "date": "2026-02-30", "inclusive": True}]),
            "bad_date",
            "$.tasks[0].schedule[0].date",
            id="day that is not",
        ),
        pytest.param(
            _task(schedule=[{"kind": "someday"}]),
            "unknown_choice",
            "$.tasks[0].schedule[0].kind",
            id="kind",
        ),
        pytest.param(
            _task(sources={"task": {"box": [0, 1]}}),
            "wrong_type",
            "$.tasks[0].sources.task.box",
            id="box",
        ),
        pytest.param(
            _plan(targets=[{"text": "a", "kind": "rate", "comparator": "=", "value": True}]),
            "wrong_type",
            "$.targets[0].value",
            id="a truth is no number",
        ),
    ],
)
def test_malformed_json_says_where_and_why(value: object, code: str, path: str) -> None:
    with pytest.raises(MalformedPlan) as caught:
        plan_from_json(value)
    assert (caught.value.code, caught.value.path) == (code, path)
    assert path in malformed_sentence(caught.value)
