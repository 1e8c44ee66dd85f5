"""Pages of long task lists, as quick for who sees eight thousand tasks as for who sees fifty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from cchc.web.plans.models import Task
from cchc.web.plans.queries.tasks import ACROSS_PLANS, listed, with_plan


class TaskPages(Paginator[Task]):
    """Pages of the tasks in `versions`, which are numbers of versions in the order of the list.

    In the plans' own order («») the database counts the tasks of each version, and only those of
    the few versions on the page are sorted; in other orders it sorts numbers only. Sorting every
    visible task with its plan and owner took four times as long on PostgreSQL.
    """

    def __init__(
        self, tasks: QuerySet[Task], per_page: int, *, versions: Sequence[int], order: str = ""
    ) -> None:
        super().__init__(tasks, per_page)
        self.tasks, self.versions, self.order = tasks, versions, order

    @cached_property
    def counts(self) -> list[tuple[int, int]]:
        """(version, how many of the tasks), in the order of the list. 1 query."""
        rows = self.tasks.order_by().values_list("plan_version_id").annotate(count=Count("pk"))
        found = dict(rows)
        return [(version, found[version]) for version in self.versions if version in found]

    @cached_property
    def count(self) -> int:
        return sum(count for _, count in self.counts)

    def page(self, number: Any) -> Page[Task]:
        """One page; 4 queries: how many, which, the rows, their units."""
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        if self.order in ACROSS_PLANS:
            rows: Any = listed(self.tasks, self.order).values_list("pk", flat=True)
            keys = [*rows[start : start + self.per_page]]
        else:
            keys = [*self._in_plans(start, start + self.per_page)]
        found = {task.pk: task for task in with_plan(Task.objects.filter(pk__in=keys))}
        return Page([found[key] for key in keys], number, self)

    def _in_plans(self, start: int, end: int) -> Iterator[int]:
        """Numbers of the tasks from `start` to before `end`, read from their versions only."""
        before, first = 0, 0
        on_page: list[int] = []
        for version, count in self.counts:
            if before < end and before + count > start:
                first = first if on_page else before
                on_page.append(version)
            before += count
        rows = self.tasks.filter(plan_version_id__in=on_page).order_by("place", "pk")
        of_version: dict[int, list[int]] = {version: [] for version in on_page}
        for version, key in rows.values_list("plan_version_id", "pk"):
            of_version[version].append(key)
        found = [key for keys in of_version.values() for key in keys]
        yield from found[start - first : end - first]
