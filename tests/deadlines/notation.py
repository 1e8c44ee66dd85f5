"""Schedules written short, so that a table of deadlines reads as a specification.

    < 30/11/2026             before the day, the day excluded
    <= 30/11/2026            by the day, the day included
    01/01/2026..31/03/2026   a window; «issue..31/12/2026» opens on the day of issue
    every quarter            a rhythm, due on the last day of each period
    every quarter 10/03 …    a rhythm with its days
    every month 15           a rhythm on the same day of each month
    always                   continuous
    when «…» [+5 working_day]
    unclear «…»

Several are joined by « & »; a note stands before, as «Kế hoạch: …».
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import assert_never

import pytest

from cchc.deadlines.days import last_days
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Every,
    Recurring,
    Schedule,
    Unclear,
    Window,
)

Case = tuple[str, str]


def cases(table: Sequence[Case]) -> list[object]:
    """Make pytest cases whose ids are the phrases. No phrase may stand twice in a table."""
    phrases = [phrase for phrase, _ in table]
    twice = {phrase for phrase in phrases if phrases.count(phrase) > 1}
    assert not twice, f"in the table twice: {twice}"
    return [pytest.param(phrase, expected, id=phrase) for phrase, expected in table]


def written(schedules: Sequence[Schedule]) -> str:
    return " & ".join(_noted(schedule) for schedule in schedules) or "nothing"


def _noted(schedule: Schedule) -> str:
    words = _one(schedule)
    return words if schedule.note is None else f"{schedule.note}: {words}"


def _one(schedule: Schedule) -> str:
    match schedule:
        case By(date=day, inclusive=inclusive):
            return f"{'<=' if inclusive else '<'} {day:%d/%m/%Y}"
        case Window(start=start, end=end):
            return f"{f'{start:%d/%m/%Y}' if start else 'issue'}..{end:%d/%m/%Y}"
        case Recurring(every=every, dates=dates):
            return _rhythm(every, dates)
        case Continuous():
            return "always"
        case Conditional(trigger=trigger, offset=offset):
            far = f" {offset.amount:+} {offset.unit.value}" if offset else ""
            return f"when «{trigger}»{far}"
        case Unclear(text=text):
            return f"unclear «{text}»"
        case _:
            assert_never(schedule)


def _rhythm(every: Every, dates: tuple[date, ...] | None) -> str:
    name = f"every {every.value}"
    if dates is None or dates == last_days(every, dates[0].year):
        return name
    numbers = {day.day for day in dates}
    if every is Every.MONTH and len(dates) == 12 and len(numbers) == 1:
        shifted = "" if dates[0].month == 1 else " from " + f"{dates[0]:%m/%Y}"
        return f"{name} {numbers.pop()}{shifted}"
    years = {day.year for day in dates}
    form = "%d/%m" if len(years) == 1 else "%d/%m/%Y"
    return " ".join([name, *(f"{day:{form}}" for day in dates)])
