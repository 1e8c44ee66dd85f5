"""A whole year of a department, day by day, against an account that is kept apart."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cchc.web.dashboards import display
from cchc.web.dashboards.figures import Tally, together
from cchc.web.dashboards.queries.boards import Board, board_of
from cchc.web.dashboards.queries.counts import Counted, counted
from cchc.web.dashboards.queries.rows import rows_behind, work_of
from cchc.web.dashboards.scope import asked_of
from cchc.web.organisation.standing import forget_standing
from cchc.web.plans.actions import life
from cchc.web.plans.models import Plan
from cchc.web.ui.refusals import Forbidden
from cchc.web.work.actions import progress
from cchc.web.work.models import Notice, Occurrence, ReminderRun, ReminderTold
from tests.web.work import year as told
from tests.web.work import year_figures as figures
from tests.web.work.reminding import Clock
from tests.web.work.year import YEAR, Department
from tests.web.work.year_acts import AMENDED, BEGUN, MERGED, SWAPPED, begin, happens
from tests.web.work.year_figures import Account, Counts
from tests.web.work.year_reminders import Mornings
from tests.web.world import World

State = Occurrence.State
LAST = date(YEAR, 12, 31)
# Days that are looked back to at the end, before and after the amendment and the merger; the last
# is a rest day by then. What may differ then (decision 0038): units are today's, so that the
# account is counted by what they became. The day done of work opened again since cannot differ
# here, as all is proposed on the day when it is done; and no known task gets a new rhythm.
LOOKED_BACK_TO = (date(YEAR, 3, 31), date(YEAR, 6, 30), date(YEAR, 9, 30))
# Days on which every number of the tables is held against the length of its list.
LISTED = (date(YEAR, 2, 27), MERGED, LAST)
# Days that change the year, after which everything is compared, as after those of a month's end.
TURNS = (BEGUN, AMENDED, SWAPPED, MERGED)


@pytest.fixture
def account_of(world: World, settings: Any) -> Department:
    settings.TODAY = BEGUN
    return told.make_department(world)


def _agrees(made: Department, plan: Plan, on: date) -> None:
    """Every occurrence is as the account says, none more and none less."""
    rows = Occurrence.objects.filter(plan=plan).select_related("task")
    said = {
        (row.task.text, row.unit_id, row.slot): (row.due_on, row.state, row.done_on) for row in rows
    }
    kept = {key: (line.due, line.state, line.done_on) for key, line in made.account.items()}
    assert said == kept, on
    for row in rows:
        if row.due_on is not None and row.state in Occurrence.OWED:
            assert row.work_by == told.last_worked(row.due_on), (on, row)


# The figures of the overview.


def _board(world: World, day: date, today: date, **more: str) -> tuple[Board, Counted]:
    """What An's overview of a day counts, opened today."""
    board = board_of(world.an, asked_of({"ngay": day.isoformat(), **more}, today))
    return board, counted(board, work_of(board), with_areas=False, with_days=True)


def _figures_agree(world: World, made: Department, account: Account, day: date, on: date) -> None:
    """The figures of a day as they are shown `on` a day: of everything, by unit, by month."""
    board, shown = _board(world, day, on)
    to = display.links("", board.asked)
    whole, lines = together(shown.cells.values()), account.values()
    assert _all_of(whole) == figures.counted(lines, day), day
    wholes = {code: whole.whole(code) for code in figures.WHOLES if whole.whole(code)}
    assert wholes == figures.counted(lines, day, figures.WHOLES), day

    units = display.unit_lines(shown.cells, board.grouping, to)
    assert {one.key: _all_of(one.tally) for one in units} == figures.by_unit(made, account, day)
    assert _numbers_of(units) == _only(display.COUNTS, figures.by_unit(made, account, day))
    assert _all_of(together(one.tally for one in units)) == _all_of(whole), "units add up"
    then, shown_then = _board(world, day, on, gop="khi-do")
    units = display.unit_lines(shown_then.cells, then.grouping, to)
    wanted = figures.by_unit(made, account, day, is_as_then=True)
    assert {one.key: _all_of(one.tally) for one in units} == wanted, "units as they were then"

    months = display.months(shown.days, board.asked, to)
    numbers = {one.numbers[0].url[-7:]: _counts(one.numbers) for one in months}
    by_month = _only(display.MONTH_COUNTS, figures.by_month(account, day))
    assert {month: one for month, one in numbers.items() if one} == by_month, day


def _all_of(tally: Tally) -> Counts:
    """Every figure of a tally that counts anything."""
    return {code: count for code in figures.FIGURES if (count := tally.part(code))}


def _counts(numbers: Iterable[display.Number]) -> Counts:
    return {one.code: one.count for one in numbers if one.count}


def _numbers_of(lines: Iterable[display.Line]) -> dict[str, Counts]:
    return {one.key: _counts(one.numbers) for one in lines}


def _only(codes: Iterable[str], rows: dict[str, Counts]) -> dict[str, Counts]:
    wanted = set(codes)
    return {row: {c: n for c, n in counts.items() if c in wanted} for row, counts in rows.items()}


def _lists_agree(world: World, made: Department, on: date) -> None:
    """The list behind each figure is as long as the account says, for the whole office."""
    board, _ = _board(world, on, on)
    work, lines = work_of(board), made.account.values()
    for told_of in (figures.FIGURES, figures.OF_TODAY):
        wanted = figures.counted(lines, on, told_of)
        for code in told_of:
            asked = replace(board.asked, figure=code)
            assert rows_behind(board, asked, work).count() == wanted.get(code, 0), (on, code)
    for code, count in figures.counted(lines, on, figures.WHOLES).items():
        asked = replace(board.asked, figure=code, is_of_whole=True)
        assert rows_behind(board, asked, work).count() == count, (on, code)


def _every_list_agrees(world: World, made: Department, on: date) -> None:
    """The list behind each number of the tables of units and months is as long as it says."""
    board, _ = _board(world, on, on)
    work = work_of(board)
    for row, counts in figures.by_unit(made, made.account, on).items():
        for code in display.COUNTS:
            asked = replace(board.asked, figure=code, row=row)
            assert rows_behind(board, asked, work).count() == counts.get(code, 0), (on, row, code)
    for month, counts in figures.by_month(made.account, on).items():
        for code in display.MONTH_COUNTS:
            asked = replace(board.asked, figure=code, month=month)
            assert rows_behind(board, asked, work).count() == counts.get(code, 0), (on, month, code)


# The reminders of the mornings.


def _reminders_agree(world: World, wanted: Mornings) -> None:
    """Everybody was told on each morning of just what the account says, in one digest."""
    rows = Occurrence.objects.values_list("pk", "task__text", "unit_id", "slot")
    keys = {pk: (text, unit, slot) for pk, text, unit, slot in rows}
    runs = ReminderRun.objects.values_list("on", flat=True)
    said: dict[date, dict[int, Any]] = {on: {} for on in runs}
    for one in Notice.objects.filter(kind=Notice.Kind.DIGEST):
        assert one.user_id not in said[one.on], "one digest a person a day"
        said[one.on][one.user_id] = {keys[line["occurrence"]]: line["role"] for line in one.lines}
        assert one.line_count == len(one.lines) == len(said[one.on][one.user_id])
    assert said.keys() == wanted.days.keys(), "on every working day, and on no other"
    for on, told_then in wanted.days.items():
        assert said[on] == told_then, on
    ranks = {
        (keys[one.occurrence_id], one.due_on): (one.doer, one.head, one.leader)
        for one in ReminderTold.objects.all()
    }
    assert ranks == {about: _ranks(*steps) for about, steps in wanted.told.items()}


def _ranks(doer: int, head: int, leader: int) -> tuple[int | None, ...]:
    """Steps as the office keeps them: days before, the day, the day after, the week then."""
    return ((None, -5, -1, 0, 1, *range(2, 60))[doer], head or None, leader or None)


def _day_agrees(world: World, made: Department, plan: Plan, on: date) -> None:
    """At the end of a day: each occurrence, the figures of the overview, the lists behind them."""
    if on.day > 24 or on in TURNS:
        _agrees(made, plan, on)
    if on.day > 28 or on in (*TURNS, *LISTED):
        _figures_agree(world, made, made.account, on, on)
    if on.day > 29 or on in (*TURNS, *LISTED):
        _lists_agree(world, made, on)
    if on in LISTED:
        _every_list_agrees(world, made, on)


def test_a_year_is_as_the_account_of_it(
    world: World, account_of: Department, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, chance, clock = account_of, random.Random(2026), Clock(monkeypatch, settings)
    told.REST.discard(told.ADDED_REST)
    told.MADE_UP.discard(told.ADDED_MADE_UP)
    mornings, kept = Mornings(made, world.an, world.giang), dict[date, Account]()
    plan = None
    for on in told.days_of_the_year():
        if on < BEGUN:
            continue
        if told.is_worked(on):
            for person in (*world.cast.values(), *made.heads.values(), *made.staff.values()):
                forget_standing(person)
        clock.run(on)
        mornings.comes(on)
        if plan is None:
            plan = begin(world, made)
        elif told.is_worked(on):
            happens(world, made, plan, chance, on)
        if on in LOOKED_BACK_TO:
            kept[on] = made.kept()
        if told.is_worked(on):
            _day_agrees(world, made, plan, on)
    assert plan is not None
    states = [line.state for line in made.account.values()]
    assert states.count("done") > 100
    assert states.count("open") > 5, "some work is never done"
    _reminders_agree(world, mornings)
    for day, account in kept.items():
        _figures_agree(world, made, account, day, LAST)
    version = plan.versions.get(state="issued")
    life.close(by=world.an, on=LAST, version=version)
    row = Occurrence.objects.filter(plan=plan, state=State.OPEN).select_related("plan__owner")[0]
    with pytest.raises(Forbidden, match="plan_is_over"):
        progress.report(by=world.an, on=LAST, row=row, text="Muộn rồi")
