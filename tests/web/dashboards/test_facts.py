"""How work stood on a past day is found again as it was written down on that day."""

from __future__ import annotations

from datetime import date, timedelta

from cchc.web.dashboards.figures import Bucket
from cchc.web.dashboards.queries.facts import facts_on
from cchc.web.dashboards.queries.rows import Selection
from cchc.web.work.models import Occurrence
from tests.web.dashboards.history import gone_through
from tests.web.world import World

LAST = date(2026, 12, 31)


def found_on(day: date, today: date = LAST) -> dict[int, tuple[Bucket, date | None, date | None]]:
    rows = Selection(facts_on(Occurrence.objects.all(), day, today)).page(0, 1_000)
    return {row.pk: (Bucket(row.bucket), row.told_due, row.told_done) for row in rows}


def test_every_day_of_the_year_is_found_again(world: World, settings) -> None:  # type: ignore[no-untyped-def]
    year = gone_through(world, settings)
    for day, kept in year.kept.items():
        found = found_on(day)
        # A recurring task that is asked for in another rhythm: new times count from the start.
        added = found.keys() - kept.keys()
        names = {Occurrence.objects.get(pk=pk).task.text[:10] for pk in added}
        assert names <= ({"Giải quyết"} if day < date(2026, 7, 1) else set()), day
        for pk, (state, due, done) in kept.items():
            bucket, told_due, told_done = found[pk]
            assert bucket is wanted_bucket(state, due, done, day), day
            assert told_due == due, day
            if done is not None:
                assert told_done == done, day


def test_before_a_plan_is_followed_there_is_nothing(world: World, settings) -> None:  # type: ignore[no-untyped-def]
    gone_through(world, settings)
    assert found_on(date(2026, 3, 1)) == {}


def test_of_today_the_rows_themselves_are_told(world: World, settings) -> None:  # type: ignore[no-untyped-def]
    gone_through(world, settings)
    for day in (date(2026, 3, 2), date(2026, 7, 1), LAST):
        for row in Selection(facts_on(Occurrence.objects.all(), day, day)).page(0, 1_000):
            done = row.done_on if row.state in Occurrence.OVER else None
            assert Bucket(row.bucket) is wanted_bucket(row.state, row.due_on, done, day)


def wanted_bucket(state: str, due: date | None, done: date | None, day: date) -> Bucket:
    """The same rule in plain words."""
    if state in ("waiting", "unclear"):
        return Bucket(state)
    assert due is not None
    if state == "done":
        assert done is not None
        if done > due:
            return Bucket.LATE
        return Bucket.EARLY if due > day else Bucket.IN_TIME
    if state == "proposed":
        return Bucket.PROPOSED_AHEAD if due > day else Bucket.PROPOSED
    if due < day:
        return Bucket.OVERDUE
    if due == day:
        return Bucket.TODAY
    return Bucket.SOON if due <= day + timedelta(days=14) else Bucket.LATER
