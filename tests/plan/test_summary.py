"""The readable summary: everything a person asks first, at any width, with no markup eaten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cchc.documents.model import Span
from cchc.plan.findings import Problem, finding
from cchc.plan.model import Header, PartialDate, Plan, Task
from cchc.plan.schedule import Schedule
from cchc.plan.summary import plain_summary
from tests.plan.test_workbook import PLAN


def said(parts: Sequence[Schedule]) -> str:
    return f"{len(parts)} phần"


def test_every_part_of_the_plan_is_shown_with_its_count() -> None:
    text = plain_summary(PLAN, said)
    for heading in (
        "KẾ HOẠCH: Cải cách A & B",
        "Chỉ tiêu (1)",
        "Nhiệm vụ (2)",
        "Kỳ báo cáo (0)",
        "Văn bản được dẫn (1)",
        "Phát hiện (1)",
    ):
        assert heading in text


def test_a_deadline_is_shown_as_printed_and_as_understood() -> None:
    text = plain_summary(PLAN, said, width=200)
    assert "→ 2 phần" in text
    assert "Trước 30/11; hàng quý" in text


def test_a_deadline_that_says_itself_is_not_said_twice() -> None:
    task = replace(PLAN.tasks[0], deadline="2 phần")
    assert "→" not in plain_summary(Plan(tasks=(task,)), said)


@pytest.mark.parametrize("width", [40, 60, 80, 109, 110, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = plain_summary(PLAN, said, width=width)
    assert max(len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize(("width", "times"), [(80, 0), (140, 1)])
def test_products_and_support_are_shown_where_there_is_room(width: int, times: int) -> None:
    assert plain_summary(PLAN, said, width=width).count("Sản phẩm") == times


def test_blank_parts_of_number_and_date_are_shown_as_dots() -> None:
    header = Header(symbol="KH-SM", place="Mẫu", date=PartialDate(2026, 1), year=2026)
    text = plain_summary(Plan(header=header), said)
    assert "…/KH-SM" in text
    assert "Mẫu, …/01/2026" in text


def test_brackets_in_a_plan_are_text_and_not_markup() -> None:
    task = Task(task="Rà soát [bold]danh mục[/bold] [1]")
    assert "[bold]danh mục[/bold] [1]" in plain_summary(Plan(tasks=(task,)), said)


def test_a_finding_is_shown_with_severity_sentence_and_place() -> None:
    found = finding(Problem.APPENDIX_MISSING, Span(page=2, line=5))
    text = plain_summary(Plan(findings=(found,)), said, width=200)
    line = next(line for line in text.splitlines() if line.startswith("Lỗi"))
    assert "phụ lục" in line
    assert line.endswith("Trang 2, dòng 5")
