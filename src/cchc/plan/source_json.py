"""Where values were printed and how far to trust them, as JSON: `sources`, `doubts`, `findings`.

These are the reader's own keys beside the interchange format; a reader of the bare format may
ignore them all. Only what is known of a place is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cchc.documents.model import Span
from cchc.plan.json_values import Malformed, MalformedPlan, Node
from cchc.plan.model import Doubt, Finding, Severity, Trace, Traces
from cchc.plan.sentences import doubt_sentence, finding_sentence


def span_to_json(span: Span) -> dict[str, Any]:
    """Write a place: only the parts that this format of file knows."""
    keys: dict[str, Any] = {}
    for name, value in span._asdict().items():
        if value is not None:
            keys[name] = list(value) if name == "box" else value
    return keys


def span_from_json(node: Node) -> Span:
    """Read a place. Raises MalformedPlan saying where and why."""
    file = node.get("file").whole_or_none()
    return Span(
        file=1 if file is None else file,
        page=node.get("page").whole_or_none(),
        line=node.get("line").whole_or_none(),
        paragraph=node.get("paragraph").whole_or_none(),
        table=node.get("table").whole_or_none(),
        row=node.get("row").whole_or_none(),
        cell=node.get("cell").whole_or_none(),
        sheet=node.get("sheet").text_or_none(),
        box=_box(node.get("box")),
    )


def _box(node: Node) -> tuple[float, float, float, float] | None:
    if node.value is None:
        return None
    sides = [float(side.number()) for side in node.items()]
    if len(sides) != 4:
        raise MalformedPlan(Malformed.WRONG_TYPE, node.path, node.value)
    return sides[0], sides[1], sides[2], sides[3]


def traces_to_json(traces: Traces) -> dict[str, Any]:
    """Write `sources`, and `doubts` for the fields that a person should look at."""
    sources = {name: span_to_json(trace.span) for name, trace in traces.items()}
    doubts = {
        name: {
            "confidence": trace.confidence,
            "code": trace.doubt.value if trace.doubt else None,
            "reason": doubt_sentence(trace.doubt) if trace.doubt else None,
        }
        for name, trace in traces.items()
        if trace.confidence is not None or trace.doubt is not None
    }
    keys: dict[str, Any] = {}
    if sources:
        keys["sources"] = sources
    if doubts:
        keys["doubts"] = doubts
    return keys


def traces_from_json(node: Node) -> dict[str, Trace]:
    """Read `sources` and `doubts` of one object back into traces."""
    doubts: Mapping[str, Node] = dict(node.get("doubts").pairs())
    traces: dict[str, Trace] = {}
    for name, place in node.get("sources").pairs():
        doubt = doubts.get(name, Node({}))
        code = doubt.get("code")
        traces[name] = Trace(
            span=span_from_json(place),
            confidence=doubt.get("confidence").number_or_none(),
            doubt=None if code.value is None else code.choice(Doubt),
        )
    return traces


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """Write a finding with its Vietnamese sentence."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "source": span_to_json(finding.span) if finding.span else None,
        "message": finding_sentence(finding),
        "data": dict(finding.data),
    }


def finding_from_json(node: Node) -> Finding:
    """Read a finding; the sentence is made again from the code and is not read."""
    source = node.get("source")
    return Finding(
        code=node.must("code").text(),
        severity=node.must("severity").choice(Severity),
        span=None if source.value is None else span_from_json(source),
        data=tuple((key, value.text()) for key, value in node.get("data").pairs()),
    )
