"""What a page is about: its unit with those above and below, years and plans to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.http import Http404

from cchc.web.accounts.models import User
from cchc.web.dashboards.figures import FIGURES
from cchc.web.dashboards.policy import board_paths, first_board, visible_boards
from cchc.web.dashboards.scope import Asked, Grouping, UnitRow, grouped
from cchc.web.organisation.models import Unit, UnitKind
from cchc.web.organisation.standing import standing_of
from cchc.web.plans.models import Plan
from cchc.web.ui.reach import reach
from cchc.web.work.models import Occurrence
from cchc.web.work.policy import visible_followings, visible_work_of_year


class Followed(NamedTuple):
    """A followed plan, to choose from."""

    plan_id: int
    year: int
    title: str
    owner_id: int
    owner: str
    owner_path: str


@dataclass(frozen=True, slots=True)
class Board:
    """One person's page: what was asked for, its unit, how work is grouped, what to choose.

    `rows` are all occurrences of its year that the person may see, of whatever unit.
    """

    user: User
    asked: Asked
    root: Unit
    grouping: Grouping
    above: tuple[UnitRow, ...]
    below: tuple[UnitRow, ...]
    followings: tuple[Followed, ...]
    rows: QuerySet[Occurrence]
    has_ended_units: bool

    @property
    def years(self) -> list[int]:
        known = {one.year for one in self.followings} | {self.asked.year}
        return sorted(known, reverse=True)

    @property
    def plans(self) -> list[Followed]:
        """Followed plans of the year that the unit's own office, or one below it, issued."""
        ids = self.grouping.unit_ids
        return [
            one for one in self.followings if one.year == self.asked.year and one.owner_id in ids
        ]

    @property
    def plan(self) -> Followed | None:
        return next((one for one in self.plans if one.plan_id == self.asked.plan), None)

    def plans_below(self, paths: tuple[str, ...]) -> list[int]:
        """Followed plans of the year of the units at and below these paths."""
        return [
            one.plan_id
            for one in self.followings
            if one.year == self.asked.year and one.owner_path.startswith(paths)
        ]

    @property
    def is_of_a_tree(self) -> bool:
        """Whether the page is of a whole tree of units, from its root on."""
        return self.root.parent_id is None

    @property
    def is_of_province(self) -> bool:
        return self.root.kind == UnitKind.PROVINCE

    @property
    def about(self) -> str:
        """Of which unit, plan and day the figures are, in words."""
        told = [self.root.name, self.plan.title if self.plan else f"năm {self.asked.year}"]
        told.append(f"số liệu đến {self.asked.day:%d/%m/%Y}")
        if self.asked.is_as_then:
            told.append("theo đơn vị khi giao việc")
        return " · ".join(told)


def board_of(user: User, asked: Asked) -> Board:
    """Find the page's unit among those whose overview the person may open. 5 queries.

    Raises Http404 for another unit, an unknown figure, and for who has no position.
    """
    standing = standing_of(user, asked.today)
    pk = asked.unit if asked.unit is not None else first_board(standing)
    if pk is None or asked.figure not in FIGURES:
        raise Http404("tổng quan")
    root = reach(visible_boards(user, asked.today), pk=pk)
    asked = replace(asked, unit=root.pk)
    units = [
        UnitRow(*line[:4], (line[4], line[5]), line[6])
        for line in Unit.objects.filter(Q(path__startswith=root.path) | Q(pk__in=root.ancestor_ids))
        .order_by()
        .values_list("pk", "path", "name", "valid_to", "place", "sort_key", "parent_id")
    ]
    inside = [one for one in units if one.path.startswith(root.path)]
    paths = board_paths(standing)
    here = next(one for one in inside if one.pk == root.pk)
    above = [one for one in units if one not in inside and one.path.startswith(paths)]
    below = [one for one in inside if one.parent_id == root.pk and one.valid_to is None]
    followings = visible_followings(user, asked.today).order_by("-plan__year", "plan__sort_key")
    of_plan = ("year", "title", "owner_id", "owner__name", "owner__path")
    columns = ("plan_id", *(f"plan__{name}" for name in of_plan))
    shown = tuple(Followed(*line) for line in followings.values_list(*columns))
    of_year = [one.plan_id for one in shown if one.year == asked.year]
    return Board(
        user,
        asked,
        root,
        grouped(here, inside, is_as_then=asked.is_as_then),
        tuple(sorted(above, key=lambda one: len(one.path))),
        tuple(sorted(below, key=lambda one: (one.place, one.pk))),
        shown,
        visible_work_of_year(user, asked.today, asked.year, of_year),
        any(one.valid_to is not None for one in inside),
    )


def owners_of(board: Board, plans: Iterable[int]) -> dict[int, int]:
    """Which unit's each plan is. No query where the page's own list knows them all, else 1."""
    known = {one.plan_id: one.owner_id for one in board.followings}
    unknown = set(plans) - known.keys()
    if unknown:
        known.update(Plan.objects.filter(pk__in=unknown).values_list("pk", "owner_id"))
    return known
