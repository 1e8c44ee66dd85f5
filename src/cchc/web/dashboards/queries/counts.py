"""Counting the work of a page, grouped by the database; sums are made of the groups."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count

from cchc.web.dashboards.figures import Bucket, Tally
from cchc.web.dashboards.queries.facts import Moved, Work, in_buckets
from cchc.web.dashboards.scope import Grouping

Cells = dict[tuple[str, str], Tally]


def by_unit(work: Work, grouping: Grouping) -> Cells:
    """For each row of the units' table; all areas as one, «». 1 query."""
    found: Cells = {}
    for unit, owner, bucket, count in _counted(work, "unit_id", "plan__owner_id"):
        found.setdefault((grouping.key_of(unit, owner), ""), Tally()).add(bucket, count)
    for one, bucket, count in _put_right(work):
        key = grouping.key_of(one.unit_id, one.owner_id)
        found.setdefault((key, ""), Tally()).add(bucket, count)
    return found


def by_unit_and_area(work: Work, grouping: Grouping) -> Cells:
    """For each row of the units' table and each area. 1 query."""
    found: Cells = {}
    columns = ("unit_id", "plan__owner_id", "task__area")
    for unit, owner, area, bucket, count in _counted(work, *columns):
        key = grouping.key_of(unit, owner)
        found.setdefault((key, area), Tally()).add(bucket, count)
    for one, bucket, count in _put_right(work):
        key = grouping.key_of(one.unit_id, one.owner_id)
        found.setdefault((key, one.area), Tally()).add(bucket, count)
    return found


def in_all(work: Work) -> Tally:
    """Of everything. 1 query."""
    found = Tally()
    for bucket, count in _counted(work):
        found.add(bucket, count)
    for _, bucket, count in _put_right(work):
        found.add(bucket, count)
    return found


def by_due_day(work: Work) -> dict[date, Tally]:
    """For each due day. 1 query; days are put into months by whoever draws them."""
    found: dict[date, Tally] = {}
    for day, bucket, count in _counted(work, "due_on"):
        if day is not None:
            found.setdefault(day, Tally()).add(bucket, count)
    for one, bucket, count in _put_right(work):
        day = one.due if count > 0 else one.due_now
        if day is not None:
            found.setdefault(day, Tally()).add(bucket, count)
    return found


def by_task(work: Work, keys: Collection[UUID]) -> dict[UUID, Tally]:
    """For each of these tasks. 1 query."""
    found: dict[UUID, Tally] = {}
    asked = Work(work.day, work.counted.filter(task_key__in=list(keys)))
    for key, bucket, count in _counted(asked, "task_key"):
        found.setdefault(key, Tally()).add(bucket, count)
    for one, bucket, count in _put_right(work):
        if one.task_key in keys:
            found.setdefault(one.task_key, Tally()).add(bucket, count)
    return found


def _counted(work: Work, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Values of the columns, a bucket, how many. 1 query."""
    rows = in_buckets(work.counted, work.day).order_by()
    return iter(rows.values_list(*columns, "bucket").annotate(count=Count("pk")))


def _put_right(work: Work) -> Iterator[tuple[Moved, Bucket, int]]:
    """What was taken back: out of the bucket of its present columns, into that of then."""
    for one in work.moved:
        yield one, one.bucket, 1
        if one.by_columns is not None:
            yield one, one.by_columns, -1
