"""Counting the work of a page, grouped by the database; sums are made of the groups."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count

from cchc.web.dashboards.figures import Tally
from cchc.web.dashboards.queries.facts import Work
from cchc.web.dashboards.scope import Grouping

Cells = dict[tuple[str, str], Tally]


def _counted(work: Work, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Values of the columns, a bucket, how many. 1 query."""
    rows = work.plain.order_by().values_list(*columns, "bucket").annotate(count=Count("pk"))
    return iter(rows)


def by_unit_and_area(work: Work, grouping: Grouping) -> Cells:
    """For each row of the units' table and each area. 1 query."""
    found: Cells = {}
    columns = ("unit_id", "plan__owner_id", "task__area")
    for unit, owner, area, bucket, count in _counted(work, *columns):
        key = grouping.key_of(unit, owner)
        found.setdefault((key, area), Tally()).add(bucket, count)
    for one in work.moved:
        key = grouping.key_of(one.unit_id, one.owner_id)
        found.setdefault((key, one.area), Tally()).add(one.bucket, 1)
    return found


def in_all(work: Work) -> Tally:
    """Of everything. 1 query."""
    found = Tally()
    for bucket, count in _counted(work):
        found.add(bucket, count)
    for one in work.moved:
        found.add(one.bucket, 1)
    return found


def by_due_day(work: Work) -> dict[date, Tally]:
    """For each due day. 1 query; days are put into months by whoever draws them."""
    found: dict[date, Tally] = {}
    for day, bucket, count in _counted(work, "due_on"):
        if day is not None:
            found.setdefault(day, Tally()).add(bucket, count)
    for one in work.moved:
        if one.due is not None:
            found.setdefault(one.due, Tally()).add(one.bucket, 1)
    return found


def by_task(work: Work, keys: Collection[UUID]) -> dict[UUID, Tally]:
    """For each of these tasks. 1 query."""
    found: dict[UUID, Tally] = {}
    asked = Work(work.day, work.plain.filter(task_key__in=list(keys)))
    for key, bucket, count in _counted(asked, "task_key"):
        found.setdefault(key, Tally()).add(bucket, count)
    for one in work.moved:
        if one.task_key in keys:
            found.setdefault(one.task_key, Tally()).add(one.bucket, 1)
    return found
