"""The figures of a day counted from the account of the year alone: plain Python, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from tests.web.work.year import Department, Key, Line

Account = dict[Key, Line]
Counts = dict[str, int]  # by figure; nothing of it is no entry


def _is_owed(line: Line) -> bool:
    return line.state != "withdrawn"


def _is_done_in_time(line: Line) -> bool:
    assert line.done_on is None or line.due is not None
    return line.state == "done" and line.done_on is not None and line.done_on <= _due(line)


def _is_overdue(line: Line, on: date) -> bool:
    return line.state == "open" and _due(line) < on


def _has_come_due(line: Line, on: date) -> bool:
    return _is_owed(line) and line.due is not None and line.due <= on


def _due(line: Line) -> date:
    assert line.due is not None
    return line.due


# What each figure counts, as its sentence on the page says it.
FIGURES: dict[str, Callable[[Line, date], bool]] = {
    "all": lambda line, on: _is_owed(line),
    "done": lambda line, on: line.state == "done",
    "proposed": lambda line, on: line.state == "proposed",
    "overdue": _is_overdue,
    "soon": lambda line, on: line.state == "open" and on <= _due(line) <= on + timedelta(days=14),
    "ahead": lambda line, on: line.state == "open" and _due(line) >= on,
    "waiting": lambda line, on: line.state == "waiting",
    "unclear": lambda line, on: False,
    "undated": lambda line, on: _is_owed(line) and line.due is None,
    "completion": lambda line, on: line.state == "done" and _has_come_due(line, on),
    "on_time": lambda line, on: _is_done_in_time(line),
    "year": lambda line, on: line.state == "done",
}
WHOLES: dict[str, Callable[[Line, date], bool]] = {
    "completion": _has_come_due,
    "on_time": lambda line, on: line.state == "done" or _is_overdue(line, on),
    "year": lambda line, on: _is_owed(line) and line.due is not None,
}
# Known of the day itself alone, of An: nobody asks for more time without an answer the same day.
OF_TODAY: dict[str, Callable[[Line, date], bool]] = {
    "mine": lambda line, on: line.state == "proposed",
    "returned": lambda line, on: line.state == "open" and line.returned,
    "given_to_me": lambda line, on: False,
    "asked": lambda line, on: False,
}


def counted(
    lines: Iterable[Line], on: date, figures: dict[str, Callable[[Line, date], bool]] = FIGURES
) -> Counts:
    """How many lines each figure counts on a day."""
    return dict(
        Counter(code for line in lines for code, counts in figures.items() if counts(line, on))
    )


def by_unit(
    made: Department, account: Account, on: date, *, is_as_then: bool = False
) -> dict[str, Counts]:
    """By the number of the unit, or of the one that it became; units without work are left out."""
    rows: dict[str, list[Line]] = {}
    for (_, unit, _), line in account.items():
        row = unit if is_as_then else made.became.get(unit, unit)
        rows.setdefault(str(row), []).append(line)
    found = {row: counted(lines, on) for row, lines in rows.items()}
    return {row: counts for row, counts in found.items() if counts.get("all")}


def by_month(account: Account, on: date) -> dict[str, Counts]:
    """By the month of the due day, «2026-03»; months in which nothing is due are left out."""
    months: dict[str, list[Line]] = {}
    for line in account.values():
        if line.due is not None and line.state != "withdrawn":
            months.setdefault(f"{line.due:%Y-%m}", []).append(line)
    return {month: counted(lines, on) for month, lines in months.items()}
