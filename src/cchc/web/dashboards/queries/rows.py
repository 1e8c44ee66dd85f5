"""The work that a page speaks of: one filter for the figure, its list, the print and the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from cchc.web.accounts.models import User
from cchc.web.dashboards.figures import FIGURES, Only
from cchc.web.dashboards.policy import coordinated, decided
from cchc.web.dashboards.queries.facts import Moved, Plain, Work, facts_on
from cchc.web.dashboards.scope import ELSEWHERE, NOBODY, OWN, Asked, Grouping
from cchc.web.organisation.standing import below_any, standing_of
from cchc.web.plans.models import AREA_PLACES, Assignment
from cchc.web.work.models import Extension, Occurrence
from cchc.web.work.policy import visible_occurrences

State = Occurrence.State
_ORDER = (F("due_on").asc(nulls_last=True), "pk")


def work_of(user: User, asked: Asked, grouping: Grouping) -> Work:
    """All work of the page as it stood on its day, each with its bucket.

    What a unit at or below the root leads, and all of the plans that one of these issued.
    """
    ids = list(grouping.unit_ids)
    rows = visible_occurrences(user, asked.today).filter(
        Q(unit_id__in=ids) | Q(plan__owner_id__in=ids), plan__year=asked.year
    )
    if asked.plan is not None:
        rows = rows.filter(plan_id=asked.plan)
    return facts_on(rows, asked.day, asked.today)


@dataclass(frozen=True, slots=True)
class Selection:
    """The very rows that a figure counts, in the order of their due days."""

    work: Work

    def count(self) -> int:
        """How many. 1 query."""
        return self.work.plain.count() + len(self.work.moved)

    def page(self, start: int, most: int) -> list[Any]:
        """Some of the rows with `bucket`, `told_due`, `told_done`. 2 queries of today, else 3."""
        plain, moved = self.work.plain, {one.pk: one for one in self.work.moved}
        if moved:
            keys = self._merged()[start : start + most]
        else:
            keys = list(plain.order_by(*_ORDER).values_list("pk", flat=True)[start : start + most])
        shown = ("task", "unit", "plan__owner")
        found = {row.pk: row for row in plain.filter(pk__in=keys).select_related(*shown)}
        others = [key for key in keys if key in moved]
        if others:
            found |= Occurrence.objects.select_related(*shown).in_bulk(others)
        return [_told(found[key], moved.get(key)) for key in keys if key in found]

    def _merged(self) -> list[int]:
        dated = list(self.work.plain.order_by().values_list("due_on", "pk"))
        dated += [(one.due, one.pk) for one in self.work.moved]
        return [pk for _, pk in sorted(dated, key=lambda one: (one[0] or date.max, one[1]))]


def _told(row: Any, moved: Moved | None) -> Any:
    row.told_due, row.told_done = row.due_on, row.done_on
    if moved is not None:
        row.bucket, row.told_due, row.told_done = moved.bucket, moved.due, moved.done
    return row


def rows_behind(user: User, asked: Asked, grouping: Grouping) -> Selection:
    """What a figure counts, narrowed to a row of the table, an area, a task, a month."""
    figure = FIGURES[asked.figure]
    work = work_of(user, asked, grouping)
    wanted = figure.buckets(of_whole=asked.is_of_whole)
    plain = work.plain.filter(bucket__in=[bucket.value for bucket in wanted])
    moved = [one for one in work.moved if one.bucket in wanted]
    if asked.row:
        plain = plain.filter(_in_row(asked.row, grouping))
        moved = [one for one in moved if grouping.key_of(one.unit_id, one.owner_id) == asked.row]
    if asked.area in AREA_PLACES:
        plain = plain.filter(task__area=asked.area)
        moved = [one for one in moved if one.area == asked.area]
    if days := asked.month_days:
        plain = plain.filter(due_on__range=days)
        moved = [one for one in moved if one.due and days[0] <= one.due <= days[1]]
    if asked.task:
        plain = plain.filter(task_key=asked.task)
        moved = [one for one in moved if str(one.task_key) == asked.task]
    if figure.only is not None:
        plain, moved = only(plain, figure.only, user, asked), []
    return Selection(Work(work.day, plain, tuple(moved)))


def _in_row(key: str, grouping: Grouping) -> Q:
    ids = list(grouping.unit_ids)
    if key == ELSEWHERE:
        return Q(unit__isnull=False) & ~Q(unit_id__in=ids)
    if key == OWN:
        return Q(unit_id=grouping.root.pk)
    if key == NOBODY:
        below = [pk for pk in ids if pk != grouping.root.pk]
        return Q(unit=None) & ~Q(plan__owner_id__in=below)
    row = grouping.rows.get(key)
    own = list(row.unit_ids) if row else []
    return Q(unit_id__in=own) | Q(unit=None, plan__owner_id__in=own)


def only(rows: Plain, which: Only, user: User, asked: Asked) -> Plain:
    """Rows that are so besides; of a past day it is not known of any."""
    if not asked.is_today:
        return rows.none()
    under_way = Extension.objects.filter(
        occurrence=OuterRef("pk"), state=Extension.State.ASKED, archived_at=None
    )
    match which:
        case Only.ASKED:
            return rows.filter(Exists(under_way))
        case Only.RETURNED:
            return rows.exclude(returned_note="")
        case Only.GIVEN_TO_ME:
            given = Assignment.objects.filter(
                user=user, ended_on=None, archived_at=None, plan=OuterRef("plan")
            )
            return rows.filter(
                Exists(given.filter(task_key=OuterRef("task_key"), unit=OuterRef("unit")))
            )
        case Only.MINE:
            standing = standing_of(user, asked.today)
            proposed = Q(state=State.PROPOSED) & ~Q(proposed_by=user)
            answers = (proposed | Q(state=State.UNCLEAR)) & below_any(
                coordinated(standing), "plan__owner__"
            )
            grants = Exists(under_way) & below_any(decided(standing), "plan__owner__")
            return rows.filter(answers | grants)
