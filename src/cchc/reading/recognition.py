"""What was recognised from a picture is never certain: every value from a scanned page says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median
from typing import TypeVar

from cchc.documents.model import Document, Kind, Span, Table
from cchc.plan.model import (
    Citation,
    Doubt,
    Header,
    Plan,
    ReportWindow,
    Section,
    Target,
    Task,
    Traces,
)

_Places = Mapping[tuple[int, int | None, int | None], float]
_Traced = TypeVar("_Traced", Header, Citation, Section, Target, Task, ReportWindow)


def with_recognition(plan: Plan, documents: Sequence[Document]) -> Plan:
    """Give each value read from a recognised page its confidence and the reason."""
    places = _confidences(documents)
    if not places:
        return plan
    usual = median(places.values())

    def doubted(value: _Traced) -> _Traced:
        return replace(value, traces=_doubted(value.traces, places, usual))

    return replace(
        plan,
        header=doubted(plan.header),
        citations=tuple(map(doubted, plan.citations)),
        sections=tuple(map(doubted, plan.sections)),
        targets=tuple(map(doubted, plan.targets)),
        tasks=tuple(map(doubted, plan.tasks)),
        report_windows=tuple(map(doubted, plan.report_windows)),
    )


def _confidences(documents: Sequence[Document]) -> dict[tuple[int, int | None, int | None], float]:
    """The confidence of each recognised line and cell, by file, page and line (or row)."""
    found: dict[tuple[int, int | None, int | None], float] = {}
    for document in documents:
        if document.kind not in (Kind.SCAN, Kind.PDF):
            continue
        for block in document.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        if cell.confidence is not None and not cell.restored:
                            found[_place(cell.span)] = cell.confidence
            elif block.confidence is not None:
                found[_place(block.span)] = block.confidence
    return found


def _place(span: Span) -> tuple[int, int | None, int | None]:
    return span.file, span.page, span.line if span.line is not None else span.row


def _doubted(traces: Traces, places: _Places, usual: float) -> Traces:
    pages = {(file, page) for file, page, _ in places}
    return {
        name: trace._replace(confidence=places.get(_place(trace.span), usual), doubt=Doubt.OCR)
        if trace.confidence is None and (trace.span.file, trace.span.page) in pages
        else trace
        for name, trace in traces.items()
    }
