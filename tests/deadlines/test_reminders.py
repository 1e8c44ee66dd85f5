"""When somebody is told of what is owed: each rule's day, and what holds whatever happens."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.deadlines import default_calendar
from cchc.deadlines.calendar import DayType, DecidedDay
from cchc.deadlines.occurrences import last_working_day
from cchc.deadlines.reminders import (
    Audience,
    Owed,
    Rules,
    Stage,
    Step,
    days_late,
    days_left,
    furthest_day,
    reminders,
)

CALENDAR = default_calendar()
DUE = date(2026, 3, 31)  # a Tuesday
RULES = Rules()


def _owed(due: date = DUE, *, is_open: bool = True) -> Owed:
    return Owed(due, last_working_day(due, CALENDAR), is_open)


def _run(
    rules: Rules, due: date, days: list[date], told: dict[Audience, int] | None = None
) -> list[tuple[date, Stage]]:
    """What a run on each of these days tells, each remembering what was told before."""
    told = {} if told is None else told
    found = []
    for day in sorted(days):
        for one in reminders(rules, _owed(due), told, CALENDAR, day):
            told[one.audience] = one.rank
            found.append((day, one))
    return found


def _every_day(since: date, until: date) -> list[date]:
    return [since + timedelta(days=n) for n in range((until - since).days + 1)]


def test_each_rule_has_its_day() -> None:
    told = _run(RULES, DUE, _every_day(date(2026, 3, 1), date(2026, 4, 22)))
    assert [(f"{day:%d/%m}", one.audience.value, one.step.value) for day, one in told] == [
        ("24/03", "doer", "before"),
        ("30/03", "doer", "before"),
        ("31/03", "doer", "on_day"),
        ("01/04", "doer", "after"),
        ("03/04", "head", "escalated"),
        ("08/04", "doer", "weekly"),
        ("14/04", "leader", "escalated"),
        ("15/04", "doer", "weekly"),
        ("22/04", "doer", "weekly"),
    ]


@pytest.mark.parametrize(
    ("rules", "steps"),
    [
        (Rules(days_before=()), {"on_day", "after", "weekly", "escalated"}),
        (Rules(on_the_day=False), {"before", "after", "weekly", "escalated"}),
        (Rules(day_after=False), {"before", "on_day", "weekly", "escalated"}),
        (Rules(weekly=False), {"before", "on_day", "after", "escalated"}),
        (Rules(head_after=None, leader_after=None), {"before", "on_day", "after", "weekly"}),
    ],
    ids=["not before", "not on the day", "not the day after", "not weekly", "not escalated"],
)
def test_a_rule_that_is_off_tells_nothing(rules: Rules, steps: set[str]) -> None:
    told = _run(rules, DUE, _every_day(date(2026, 3, 1), date(2026, 4, 30)))
    assert {one.step.value for _, one in told} == steps


def test_a_due_day_on_a_sunday_is_told_on_the_friday_before() -> None:
    told = _run(Rules(days_before=()), date(2026, 11, 29), _every_day(DUE, date(2026, 11, 30)))
    assert [(day, one.step) for day, one in told] == [
        (date(2026, 11, 27), Step.ON_DAY),
        (date(2026, 11, 30), Step.AFTER),
    ]


def test_a_week_that_ends_on_a_holiday_is_told_on_the_next_working_day() -> None:
    # 7 days after 23/04/2026 is 30/04, a holiday, as is 01/05; a weekend follows.
    told = _run(RULES, date(2026, 4, 22), _every_day(date(2026, 4, 24), date(2026, 5, 6)))
    weekly = [day for day, one in told if one.step is Step.WEEKLY]
    assert weekly == [date(2026, 5, 4)]


def test_a_made_up_saturday_is_a_working_day_for_telling() -> None:
    saturday = date(2026, 4, 4)
    calendar = CALENDAR.with_days([DecidedDay(saturday, DayType.MADE_UP, "Làm bù")])
    owed = Owed(date(2026, 4, 3), date(2026, 4, 3))
    assert not reminders(RULES, owed, {}, CALENDAR, saturday)
    assert reminders(RULES, owed, {}, calendar, saturday)[0].step is Step.AFTER


def test_after_days_without_a_run_the_last_step_stands_for_those_missed() -> None:
    told = _run(RULES, DUE, [date(2026, 3, 20), date(2026, 4, 16), date(2026, 4, 17)])
    assert [(day.day, one.audience, one.step) for day, one in told] == [
        (16, Audience.DOER, Step.WEEKLY),
        (16, Audience.HEAD, Step.ESCALATED),
        (16, Audience.LEADER, Step.ESCALATED),
    ]


def test_days_are_counted_as_working_days() -> None:
    assert days_left(DUE, CALENDAR, date(2026, 3, 27)) == 2
    assert days_left(DUE, CALENDAR, DUE) == 0
    assert days_late(DUE, CALENDAR, date(2026, 4, 6)) == 4
    assert days_late(DUE, CALENDAR, DUE) == 0


# What holds whatever the rules, the due day and the days on which the job ran.

_DAYS = st.dates(date(2026, 1, 1), date(2027, 6, 30))
_RULES = st.builds(
    Rules,
    days_before=st.lists(st.integers(1, 30), max_size=4).map(tuple),
    on_the_day=st.booleans(),
    day_after=st.booleans(),
    weekly=st.booleans(),
    head_after=st.none() | st.integers(1, 40),
    leader_after=st.none() | st.integers(1, 60),
)


@given(_RULES, _DAYS, st.sets(_DAYS, max_size=40))
def test_nothing_is_told_twice_nor_on_a_rest_day(rules: Rules, due: date, days: set[date]) -> None:
    told = _run(rules, due, [*days, *days])
    stages = [(one.audience, one.rank) for _, one in told]
    assert len(set(stages)) == len(stages)
    assert all(CALENDAR.is_working_day(day) for day, _ in told)
    per_day = [(day, one.audience) for day, one in told]
    assert len(set(per_day)) == len(per_day), "one step a day for each audience"


@given(_RULES, _DAYS, _DAYS)
def test_nothing_is_told_after_it_is_proposed_or_done(rules: Rules, due: date, day: date) -> None:
    assert reminders(rules, _owed(due, is_open=False), {}, CALENDAR, day) == ()


@given(_RULES, _DAYS, st.sets(_DAYS, max_size=25))
def test_a_job_that_was_down_ends_where_one_that_ran_every_day_does(
    rules: Rules, due: date, days: set[date]
) -> None:
    working = sorted(day for day in days if CALENDAR.is_working_day(day))
    if not working:
        return
    daily: dict[Audience, int] = {}
    _run(rules, due, _every_day(date(2025, 10, 1), working[-1]), daily)
    seldom: dict[Audience, int] = {}
    _run(rules, due, working, seldom)
    assert seldom == daily, "each audience has heard the last that it was to hear"


@given(_RULES, _DAYS, _DAYS, st.integers(1, 60))
def test_what_is_told_has_come_and_nothing_comes_before_the_furthest_day(
    rules: Rules, due: date, day: date, moved: int
) -> None:
    owed = _owed(due)
    for one in reminders(rules, owed, {}, CALENDAR, day):
        assert one.on <= day
        assert owed.work_by <= furthest_day(rules, CALENDAR, day)
    told = {one.audience: one.rank for one in reminders(rules, owed, {}, CALENDAR, day)}
    shifted = CALENDAR.with_days([DecidedDay(due + timedelta(days=moved), DayType.REST, "Nghỉ")])
    again = reminders(rules, owed, told, shifted, day)
    assert all(one.rank > told.get(one.audience, -999) for one in again), "a moved calendar"
