"""What is to be told of an open occurrence on a day, and whom it concerns.

In: an office's rules, the due day, how far each audience was told, the working calendar, today.
Out: at most one step for each audience. The steps of an audience have a fixed order of ranks, and
whoever was told a later one needs no earlier one: nothing is told twice, whatever moves, and after
days without a run the last step reached stands for all that were missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cchc.deadlines.calendar import WorkingCalendar

_WEEK = timedelta(days=7)


class Audience(StrEnum):
    """Who is told: those who do it, the head of their unit, the leader of the office."""

    DOER = "doer"
    HEAD = "head"
    LEADER = "leader"


class Step(StrEnum):
    """One rule's turn."""

    BEFORE = "before"
    ON_DAY = "on_day"
    AFTER = "after"
    WEEKLY = "weekly"
    ESCALATED = "escalated"


@dataclass(frozen=True, slots=True)
class Rules:
    """When an office wants its people told. Days are working days; None turns a rule off."""

    days_before: tuple[int, ...] = (5, 1)
    on_the_day: bool = True
    day_after: bool = True
    weekly: bool = True
    head_after: int | None = 3
    leader_after: int | None = 10


@dataclass(frozen=True, slots=True)
class Owed:
    """What the rules need to know of an occurrence; `is_open` is not yet proposed nor done."""

    due_on: date
    work_by: date
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Stage:
    """A step with its rank among those of its audience and the working day it falls on."""

    audience: Audience
    step: Step
    rank: int
    on: date


def reminders(
    rules: Rules,
    owed: Owed,
    told: Mapping[Audience, int],
    calendar: WorkingCalendar,
    today: date,
) -> tuple[Stage, ...]:
    """Return what is to be told today. `told`: the highest rank told so far of this due day.

    Nothing on a rest day and nothing once completion is proposed; what fell on days without a run
    is told on the next working day, once.
    """
    if not owed.is_open or not calendar.is_working_day(today):
        return ()
    return untold(reached(rules, owed.due_on, owed.work_by, calendar, today), told)


def untold(last: tuple[Stage, ...], told: Mapping[Audience, int]) -> tuple[Stage, ...]:
    """Keep the stages that go beyond what was told."""
    return tuple(one for one in last if one.audience not in told or told[one.audience] < one.rank)


def reached(
    rules: Rules, due_on: date, work_by: date, calendar: WorkingCalendar, today: date
) -> tuple[Stage, ...]:
    """Return for each audience the last stage that has come by today.

    It depends on nothing but the days, so that a run asks once for all that is due on one day.
    """
    last: dict[Audience, Stage] = {}
    for one in _stages(rules, due_on, work_by, calendar, today):
        if one.on <= today:
            last[one.audience] = one
    return tuple(last.values())


def _stages(
    rules: Rules, due_on: date, work_by: date, calendar: WorkingCalendar, today: date
) -> Iterator[Stage]:
    """The stages of each audience in the order of their ranks; of the weekly ones the last."""
    doer = Audience.DOER
    for days in sorted(set(rules.days_before), reverse=True):
        yield Stage(doer, Step.BEFORE, -days, calendar.add_working_days(work_by, -days))
    if rules.on_the_day:
        # A due day that is a rest day is told on the last working day before it.
        yield Stage(doer, Step.ON_DAY, 0, work_by)
    after = calendar.next_working_day(due_on)
    if rules.day_after:
        yield Stage(doer, Step.AFTER, 1, after)
    if rules.weekly:
        weeks = max(0, (today - after) // _WEEK)
        for week in (weeks - 1, weeks):
            if week >= 1:
                on = calendar.due_after_shift(after + week * _WEEK)
                yield Stage(doer, Step.WEEKLY, 1 + week, on)
    for audience, days_late in (
        (Audience.HEAD, rules.head_after),
        (Audience.LEADER, rules.leader_after),
    ):
        if days_late is not None and today > due_on:
            on = calendar.add_working_days(due_on, max(1, days_late))
            yield Stage(audience, Step.ESCALATED, 1, on)


def days_left(work_by: date, calendar: WorkingCalendar, today: date) -> int:
    """Working days from tomorrow to the last that is in time; 0 on that day itself."""
    return max(0, calendar.count_working_days(today, work_by))


def days_late(due_on: date, calendar: WorkingCalendar, today: date) -> int:
    """Working days since the due day, today counted."""
    return max(0, calendar.count_working_days(due_on, today))


def furthest_day(rules: Rules, calendar: WorkingCalendar, today: date) -> date:
    """The last working day in time of which anything can be told today."""
    return calendar.add_working_days(today, max((*rules.days_before, 0)))
