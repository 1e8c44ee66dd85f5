"""A stock of wording: what one family of plans says. A second family judges the first's readers."""

from __future__ import annotations

from dataclasses import dataclass

from tests.plans import goals, headings, second, second_works, works
from tests.plans.goals import Goal
from tests.plans.work import Work

TargetRow = tuple[str, str, str, tuple[str, str, float, str, float | None]]


@dataclass(frozen=True, slots=True)
class Stock:
    """All the wording that a plan draws from."""

    works: dict[str, tuple[Work, ...]]
    area_titles: dict[str, tuple[str, ...]]
    objectives: dict[str, tuple[str, ...]]
    goals: tuple[Goal, ...]
    demands: tuple[str, ...]
    closing: tuple[str, ...]
    target_rows: tuple[TargetRow, ...]
    subjects: tuple[str, ...]
    columns: tuple[dict[str, str], ...]


FIRST = Stock(
    works.STOCK,
    works.HEADINGS,
    headings.OBJECTIVES,
    goals.GOALS,
    goals.DEMANDS,
    goals.CLOSING,
    goals.TARGET_ROWS,
    headings.SUBJECTS,
    headings.TITLES,
)
SECOND = Stock(
    second_works.WORKS,
    second.AREA_TITLES,
    second.OBJECTIVES,
    second.GOALS,
    second.DEMANDS,
    second.CLOSING,
    second.TARGET_ROWS,
    second.SUBJECTS,
    second.COLUMNS,
)
STOCKS = {"first": FIRST, "second": SECOND}
