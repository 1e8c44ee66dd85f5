"""The work that a page speaks of: one filter for the figure, its list, the print and the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window

from cchc.web.dashboards.figures import ALL, FIGURES, Figure, Only, bucket_of
from cchc.web.dashboards.policy import coordinated, decided
from cchc.web.dashboards.queries.boards import Board, owners_of
from cchc.web.dashboards.queries.facts import Moved, Work, facts_on, only_in, within
from cchc.web.dashboards.scope import ELSEWHERE, NOBODY, OWN, Asked, Grouping
from cchc.web.evidence.queries import has_evidence
from cchc.web.organisation.standing import standing_of
from cchc.web.plans.models import AREA_PLACES, Assignment
from cchc.web.ui.among import among
from cchc.web.work.models import Extension, Occurrence

State = Occurrence.State
_ORDER = (F("due_on").asc(nulls_last=True), "pk")


def work_of(board: Board, asked: Asked | None = None, *, with_areas: bool = True) -> Work:
    """All work of a page as it stood on its day, each with its bucket.

    What a unit at or below the root leads, and all of the plans that one of these issued; of a
    whole tree that is everything in it. `asked` stands for what the page itself was asked.
    """
    asked = asked or board.asked
    rows = board.rows
    if not board.is_of_a_tree:
        rows = rows.filter(pk__in=_own(board))
    if asked.plan is not None:
        rows = rows.filter(plan_id=asked.plan)
    return facts_on(
        rows,
        asked.day,
        asked.today,
        is_few=not board.is_of_a_tree,
        with_areas=with_areas,
    )


def _own(board: Board) -> QuerySet[Any, Any]:
    """Work of the page's units and plans: two searches, each by its own index.

    Said as one condition it made the database read all work of the province.
    """
    led = Occurrence.objects.filter(among("unit_id", board.grouping.unit_ids))
    issued = Occurrence.objects.filter(among("plan_id", (one.plan_id for one in board.plans)))
    return led.order_by().values("pk").union(issued.order_by().values("pk"))


@dataclass(frozen=True, slots=True)
class Selection:
    """The very rows that a figure counts, in the order of their due days."""

    work: Work

    def count(self) -> int:
        """How many. 1 query."""
        return self.work.plain.count() + len(self.work.moved)

    def first(self, most: int) -> tuple[int, list[Any]]:
        """How many, and the first of them, of rows that stand as they did. 2 queries."""
        found = self.work.plain.order_by(*_ORDER).annotate(of_all=Window(Count("*")))
        keys = list(found.values_list("pk", "of_all")[:most])
        return keys[0][1] if keys else 0, self._read([pk for pk, _ in keys])

    def pressing(self, most: int) -> tuple[list[Any], list[Any]]:
        """The first of what is late, and the first of what is not yet. 2 queries."""
        dated = self._dated()
        late = [pk for due, pk in dated if due is not None and due < self.work.day][:most]
        ahead = [pk for due, pk in dated if due is not None and due >= self.work.day][:most]
        found = self._read([*late, *ahead])
        return found[: len(late)], found[len(late) :]

    def page(self, start: int, most: int) -> list[Any]:
        """Some of the rows with `bucket`, `told_due`, `told_done`. 2 queries of today, else 3."""
        if self.work.moved:
            return self._read(self._merged()[start : start + most])
        keys = self.work.plain.order_by(*_ORDER).values_list("pk", flat=True)
        return self._read(list(keys[start : start + most]))

    def _read(self, keys: list[int]) -> list[Any]:
        moved = {one.pk: one for one in self.work.moved}
        found = Occurrence.objects.select_related("task", "unit", "plan__owner").in_bulk(keys)
        return [_told(found[key], moved.get(key), self.work.day) for key in keys if key in found]

    def _merged(self) -> list[int]:
        return [pk for _, pk in self._dated()]

    def _dated(self) -> list[tuple[date | None, int]]:
        dated = list(self.work.plain.order_by().values_list("due_on", "pk"))
        dated += [(one.due, one.pk) for one in self.work.moved]
        return sorted(dated, key=lambda one: (one[0] or date.max, one[1]))


def _told(row: Any, moved: Moved | None, day: date) -> Any:
    row.told_due, row.told_done = row.due_on, row.done_on
    if moved is not None:
        row.bucket, row.told_due, row.told_done = moved.bucket, moved.due, moved.done
    else:
        row.bucket = bucket_of(row.state, row.due_on, row.done_on, day)
    return row


def pressing(work: Work) -> Selection:
    """What is late, and what falls due soon."""
    wanted = FIGURES["overdue"].part | FIGURES["soon"].part
    moved = tuple(one for one in work.moved if one.bucket in wanted)
    return Selection(Work(work.day, only_in(work.plain, wanted, work.day), moved))


def rows_behind(board: Board, asked: Asked, work: Work | None = None) -> Selection:
    """What a figure counts, narrowed to a row of the table, an area, a task, a month.

    `work` is that of the page, where it is at hand.
    """
    figure, grouping = FIGURES[asked.figure], board.grouping
    work = work or work_of(board, asked)
    wanted = figure.buckets(of_whole=asked.is_of_whole)
    plain, moved = only_in(work.plain, wanted, work.day), list(work.moved)
    if wanted != ALL:
        moved = [one for one in moved if one.bucket in wanted]
    if asked.row:
        plain = plain.filter(_in_row(asked.row, grouping))
        owners = owners_of(board, (one.plan_id for one in moved if one.unit_id is None))
        moved = [
            one
            for one in moved
            if grouping.key_of(one.unit_id, owners.get(one.plan_id)) == asked.row
        ]
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
        plain, moved = plain.filter(besides(figure, board)), []
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


def counts_of_today(board: Board, work: Work, codes: Iterable[str]) -> dict[str, int]:
    """How many rows of today each of these figures counts. 1 query."""
    asked = {
        code: Count(
            "pk", filter=within(FIGURES[code].part, work.day) & besides(FIGURES[code], board)
        )
        for code in codes
    }
    found: dict[str, int] = work.plain.order_by().aggregate(**asked)
    return found


def besides(figure: Figure, board: Board) -> Q:
    """What rows of the figure's buckets must be besides; of a past day it is known of none."""
    if figure.only is None:
        return Q()
    if not board.asked.is_today:
        return Q(pk__in=())
    asked_for = Extension.objects.filter(state=Extension.State.ASKED, archived_at=None)
    under_way = Q(pk__in=asked_for.order_by().values("occurrence"))
    match figure.only:
        case Only.ASKED:
            return under_way
        case Only.RETURNED:
            return ~Q(returned_note="")
        case Only.UNPROVED:
            return ~Q(has_evidence())
        case Only.GIVEN_TO_ME:
            given = Assignment.objects.filter(
                user=board.user, ended_on=None, archived_at=None, plan=OuterRef("plan")
            )
            return Q(Exists(given.filter(task_key=OuterRef("task_key"), unit=OuterRef("unit"))))
        case Only.MINE:
            standing = standing_of(board.user, board.asked.today)
            proposed = Q(state=State.PROPOSED) & ~Q(proposed_by=board.user)
            answered = proposed | Q(state=State.UNCLEAR)
            answers = board.plans_below(coordinated(standing))
            grants = board.plans_below(decided(standing))
            if answers == grants:  # a long list is said once
                return (answered | under_way) & among("plan_id", answers)
            return answered & among("plan_id", answers) | under_way & among("plan_id", grants)
