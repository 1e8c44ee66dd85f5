"""Findings on deadlines against the plan's own date and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from cchc.plan.findings.codes import Problem, finding
from cchc.plan.findings.places import named, place
from cchc.plan.model import Finding, Header, PartialDate, Plan
from cchc.plan.schedule import By, Recurring, Schedule, Window

_YEARS = re.compile(r"\b(20\d\d)\s*(?:[-–]|đến(?:\s+năm)?)\s*(20\d\d)\b")


def plan_years(header: Header) -> range | None:
    """The years a plan is for: its year, or the span its subject names («giai đoạn 2021 - 2025»).

    None where the plan says no year.
    """
    span = _YEARS.search(header.subject or "")
    if span is not None:
        first, last = int(span.group(1)), int(span.group(2))
        if first <= last and (header.year is None or first <= header.year <= last):
            return range(first, last + 1)
    return None if header.year is None else range(header.year, header.year + 1)


def before_plan(plan: Plan) -> Iterator[Finding]:
    """A deadline that had passed on the day the plan is dated.

    A plan whose day is left blank is taken as of the first of its month, one without a month is
    not judged: what is not printed is never held against a deadline.
    """
    issued = _earliest(plan.header.date)
    if issued is None:
        return
    for task in plan.tasks:
        for part in task.schedule:
            last = _last_day(part)
            if last is not None and last < issued:
                yield finding(
                    Problem.DEADLINE_BEFORE_PLAN,
                    place(task.traces, "deadline", "task"),
                    task=named(task),
                    deadline=task.deadline or _written(last),
                    issued=_written(issued),
                )


def outside_year(plan: Plan) -> Iterator[Finding]:
    """A deadline in no year of the plan, or (a note) a window that begins or ends outside it.

    Source: dates left over from the year before; phases of several years in plans of one.
    """
    years = plan_years(plan.header)
    if years is None:
        return
    for task in plan.tasks:
        for part in task.schedule:
            code = _against(part, years)
            if code is not None:
                yield finding(
                    code,
                    place(task.traces, "deadline", "task"),
                    task=named(task),
                    deadline=task.deadline,
                    year=str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}",
                )


def _against(part: Schedule, years: range) -> Problem | None:
    match part:
        case By(date=day):
            return None if day.year in years else Problem.DEADLINE_OUTSIDE_YEAR
        case Window(start=start, end=end):
            first = start.year if start is not None else min(years[0], end.year)
            if end.year < years[0] or first > years[-1]:
                return Problem.DEADLINE_OUTSIDE_YEAR
            if first < years[0] or end.year > years[-1]:
                return Problem.DEADLINE_SPANS_YEARS
            return None
        case Recurring(dates=dates) if dates:
            inside = any(day.year in years for day in dates)
            return None if inside else Problem.DEADLINE_OUTSIDE_YEAR
        case _:
            return None


def _last_day(part: Schedule) -> date | None:
    match part:
        case By(date=day, inclusive=inclusive):
            return day if inclusive else day - timedelta(days=1)
        case Window(end=end):
            return end
        case Recurring(dates=dates) if dates:
            return max(dates)
        case _:
            return None


def _earliest(issued: PartialDate) -> date | None:
    if issued.year is None or issued.month is None:
        return None
    try:
        return date(issued.year, issued.month, issued.day or 1)
    except ValueError:
        return None


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")
