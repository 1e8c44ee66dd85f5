"""What was recognised from a picture is never certain."""

from __future__ import annotations

from dataclasses import replace

from cchc.documents.model import Block, Document, Kind, Paragraph, Span
from cchc.plan.model import Doubt, Plan
from cchc.reading.plan_reading import read_plan
from tests.reading.making import HEAD, plan_document, table

ROW = ("1", "Rà soát văn bản", "Văn phòng Sở", "Các phòng", "Báo cáo", "Quý I")
BODY = (
    "I. MỤC TIÊU",
    "- 100% hồ sơ đúng hạn theo Quyết định số 9/QĐ-UBND.",
    "- Báo cáo quý I: số liệu từ ngày 15/12/2025 đến ngày 14/3/2026.",
)


def scanned(*, pages: tuple[int, ...] = (1,)) -> Document:
    """The same plan, recognised: each line of the named pages with a confidence of its own."""
    made = plan_document(*BODY, after=["PHỤ LỤC", table(HEAD, ROW)], kind=Kind.SCAN)
    return replace(made, blocks=tuple(_recognised(b, n, pages) for n, b in enumerate(made.blocks)))


def _recognised(block: Block, line: int, pages: tuple[int, ...]) -> Block:
    page = 1 if line < 10 else 2
    confidence = 0.9 if page in pages else None
    if isinstance(block, Paragraph):
        span = Span(page=page, line=line)
        lines = tuple(replace(one, span=span) for one in block.lines)
        return replace(block, confidence=confidence, span=span, lines=lines)
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, confidence=confidence, span=cell.span._replace(page=page))
                for cell in row.cells
            ),
            span=row.span._replace(page=page),
        )
        for row in block.rows
    )
    return replace(block, rows=rows)


def doubts(plan: Plan) -> set[Doubt | None]:
    parts = (
        plan.header,
        *plan.citations,
        *plan.sections,
        *plan.targets,
        *plan.tasks,
        *plan.report_windows,
    )
    return {trace.doubt for part in parts for trace in part.traces.values()}


def test_every_value_of_a_scan_carries_its_doubt() -> None:
    plan = read_plan([scanned(pages=(1, 2))])
    assert plan.citations
    assert plan.targets
    assert plan.tasks
    assert plan.report_windows
    assert Doubt.OCR in doubts(plan)
    assert None not in doubts(plan)


def test_pages_that_had_text_stay_certain() -> None:
    plan = read_plan([scanned(pages=(2,))])
    assert plan.header.traces["issuer"].doubt is None
    assert plan.tasks[0].traces["task"].doubt is Doubt.OCR
    assert plan.tasks[0].traces["task"].confidence == 0.9


def test_a_plan_that_was_not_recognised_is_certain() -> None:
    assert Doubt.OCR not in doubts(read_plan([plan_document(*BODY)]))
