"""Figures are what they say: parts of a whole, sums of units, lists of the same length."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.web.accounts.models import User
from cchc.web.dashboards import display
from cchc.web.dashboards.figures import (
    AHEAD,
    ALL,
    DONE,
    FIGURES,
    OVERDUE,
    SAID_DONE,
    UNDATED,
    Bucket,
    Tally,
    rate,
    together,
)
from cchc.web.dashboards.queries.boards import board_of
from cchc.web.dashboards.queries.counts import counted
from cchc.web.dashboards.queries.rows import rows_behind, work_of
from cchc.web.dashboards.scope import UnitRow, asked_of, grouped
from tests.web.dashboards.history import Year, gone_through
from tests.web.dashboards.test_facts import LAST, wanted_bucket
from tests.web.world import World

TALLIES = st.builds(Tally, st.fixed_dictionaries({one: st.integers(0, 99) for one in Bucket}))


@given(st.lists(TALLIES, max_size=4))
def test_tallies_add_up_and_no_rate_leaves_0_to_100(tallies: list[Tally]) -> None:
    whole = together(tallies)
    assert whole.total == sum(one.total for one in tallies)
    for code, figure in FIGURES.items():
        assert whole.part(code) == sum(one.part(code) for one in tallies)
        if figure.whole is not None:
            value = whole.rate(code)
            assert value is None or Decimal(0) <= value <= Decimal(100)
            assert whole.part(code) <= whole.whole(code)


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_rate_is_100_only_when_all_and_0_only_when_nothing_is(part: int, whole: int) -> None:
    part = min(part, whole)
    value = rate(part, whole)
    assert value is not None
    assert (value == 100) is (part == whole)
    assert (value == 0) is (part == 0)


def test_the_columns_of_the_tables_share_all_work_between_them() -> None:
    split = (DONE, SAID_DONE, OVERDUE, AHEAD, UNDATED)
    assert frozenset().union(*split) == ALL
    assert sum(map(len, split)) == len(ALL)
    assert all(figure.part <= (figure.whole or ALL) for figure in FIGURES.values())
    assert all(figure.sentence.endswith(".") for figure in FIGURES.values())


PATHS = st.lists(st.integers(2, 30), min_size=1, max_size=4, unique=True)


@given(st.lists(PATHS, max_size=12), st.sets(st.integers(2, 30)), st.booleans())
def test_every_unit_is_counted_in_one_row(
    paths: list[list[int]], ended: set[int], is_as_then: object
) -> None:
    units = {1: UnitRow(1, "/1/", "Sở", None, (0, ""))}
    for path in paths:
        line, parent = "/1/", 1
        for pk in path:
            line += f"{pk}/"
            if pk in units:
                line, parent = units[pk].path, pk
                continue
            end = date(2026, 6, 30) if pk in ended else None
            units[pk] = UnitRow(pk, line, f"Phòng {pk}", end, (0, str(pk)), parent)
            parent = pk
    found = grouped(units[1], units.values(), is_as_then=bool(is_as_then))
    shown = [pk for row in found.rows.values() for pk in row.unit_ids]
    assert sorted(shown) == sorted(units)
    for key, row in found.rows.items():
        assert all(found.key_of(pk, 1) == key for pk in row.unit_ids)


DAYS = [date(2026, 3, 30), date(2026, 4, 21), date(2026, 5, 20), date(2026, 12, 31)]


def test_figures_are_those_of_the_days_as_they_were_kept(world: World, settings) -> None:  # type: ignore[no-untyped-def]
    year = gone_through(world, settings)
    for day in DAYS:
        for who in ("an", "chau", "hanh"):
            wanted, found = _wanted(year, who, day), _found(getattr(world, who), day)
            # What an amendment of July adds counts from the start: said so on the page.
            assert {k: n for k, n in found.counts.items() if n and k not in AHEAD} == {
                k: n for k, n in wanted.counts.items() if k not in AHEAD
            }
            assert found.total - wanted.total == (1 if day < date(2026, 7, 1) else 0)


def _wanted(year: Year, who: str, day: date) -> Tally:
    """The buckets of a day's kept facts; of Châu those of the own unit."""
    own = set(year.world.quality.occurrences.values_list("pk", flat=True))
    tally = Tally()
    for pk, (state, due, done) in year.kept[day].items():
        if who != "chau" or pk in own:
            tally.add(wanted_bucket(state, due, done, day), 1)
    return tally


def _found(user: User, day: date) -> Tally:
    board = board_of(user, asked_of({"ngay": day.isoformat()}, LAST))
    rows = work_of(board)
    return together(counted(board, rows, with_areas=True, with_days=False).cells.values())


@pytest.mark.parametrize(
    ("who", "day"), [("an", DAYS[2]), ("hanh", DAYS[3]), ("binh", DAYS[2])], ids=str
)
def test_every_number_is_as_long_as_its_list(world: World, settings, who: str, day: date) -> None:  # type: ignore[no-untyped-def]
    gone_through(world, settings)
    user = getattr(world, who)
    board = board_of(user, asked_of({"ngay": day.isoformat()}, LAST))
    cells = counted(board, work_of(board), with_areas=True, with_days=False).cells
    to = display.Links("/tong-quan/viec/", board.asked.query())
    lines = [
        *display.unit_lines(cells, board.grouping, to),
        *display.area_lines(cells, to),
        display.total_line(together(cells.values()), to),
    ]
    numbers = {one.url: one.count for line in lines for one in line.numbers}
    numbers |= {one.url: line.tally.whole(one.code) for line in lines for one in line.rates}
    days = counted(board, work_of(board), with_areas=False, with_days=True).days
    for month in display.months(days, board.asked, to):
        numbers |= {one.url: one.count for one in month.numbers if one.count}
    assert len(numbers) >= 27
    for url, count in numbers.items():
        query = dict(pair.split("=") for pair in url.partition("?")[2].split("&"))
        asked = replace(asked_of(query, LAST), unit=board.root.pk)
        assert rows_behind(board, asked).count() == count, url
