"""Counting the work of a page, grouped by the database; sums are made of the groups."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, Value, When
from django.db.models.functions import Coalesce

from cchc.web.dashboards.figures import Bucket, Tally
from cchc.web.dashboards.queries.boards import Board, owners_of
from cchc.web.dashboards.queries.facts import Moved, Work, in_buckets

Cells = dict[tuple[str, str], Tally]


@dataclass(frozen=True, slots=True)
class Counted:
    """A page's work by row of the units' table and area, and by due day where asked for."""

    cells: Cells = field(default_factory=dict)
    days: dict[date, Tally] = field(default_factory=dict)

    def add(self, cell: tuple[str, str], day: date | None, bucket: str, count: int) -> None:
        self.cells.setdefault(cell, Tally()).add(bucket, count)
        if day is not None:
            self.days.setdefault(day, Tally()).add(bucket, count)


def counted(board: Board, work: Work, *, with_areas: bool, with_days: bool) -> Counted:
    """Count all work of a page; without areas all stand in one, «». 1 query, 2 at the most.

    Days are put into months by whoever draws them.
    """
    found, grouping = Counted(), board.grouping
    columns = [*(["task__area"] if with_areas else []), *(["due_on"] if with_days else [])]
    rows = in_buckets(work.counted, work.day).order_by()
    # Not the bare unit: the database would walk all years of each for the sake of its order.
    rows = rows.annotate(
        orphan_of=Case(When(unit=None, then=F("plan_id"))), led_by=Coalesce("unit_id", Value(0))
    )
    groups = list(
        rows.values_list("orphan_of", "led_by", "bucket", *columns).annotate(count=Count("pk"))
    )
    orphans = [plan for plan, *_ in groups if plan is not None]
    owners = owners_of(board, [*orphans, *(one.plan_id for one in work.moved if not one.unit_id)])
    for plan, unit, bucket, *told, count in groups:
        area = told.pop(0) if with_areas else ""
        day = told.pop(0) if with_days else None
        found.add((grouping.key_of(unit or None, owners.get(plan)), area), day, bucket, count)
    for one, bucket, count in _put_right(work):
        area = one.area if with_areas else ""
        day = (one.due if count > 0 else one.due_now) if with_days else None
        owner = owners.get(one.plan_id)
        found.add((grouping.key_of(one.unit_id, owner), area), day, bucket, count)
    return found


def in_all(work: Work) -> Tally:
    """Of everything. 1 query."""
    found = Tally()
    for bucket, count in _counted(work):
        found.add(bucket, count)
    for _, bucket, count in _put_right(work):
        found.add(bucket, count)
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
