"""What the overview shows: its counts read, laid out, and the first rows of its lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.urls import reverse

from cchc.web.dashboards import display
from cchc.web.dashboards.figures import FIGURES, Figure, Tally, together
from cchc.web.dashboards.lines import WorkLine, work_lines
from cchc.web.dashboards.policy import DECIDING, WORKING, is_coordinator_of
from cchc.web.dashboards.queries import counts, decisions
from cchc.web.dashboards.queries.boards import Board
from cchc.web.dashboards.queries.facts import Work
from cchc.web.dashboards.queries.rows import counts_of_today, pressing, rows_behind, work_of
from cchc.web.dashboards.queries.targets import tallies_of, targets_on
from cchc.web.organisation.standing import standing_of
from cchc.web.plans.models import Target
from cchc.web.work.display import TargetStanding, standing_of_target
from cchc.web.work.models import TargetMeasure
from cchc.web.work.queries.measures import last_measures

DESK = ("returned", "asked", "unproved")
_SLOW = ("unproved",)  # of a whole province: each piece of done work looks for its evidence
HEATS = ("on_time", "completion", "overdue")
_FEW, _FEWEST = 6, 4


@dataclass(frozen=True, slots=True)
class ServingTask:
    """A task that serves a target, and how its work stands."""

    text: str
    url: str
    said: str


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target, how far it is, and the tasks that serve it with how their work stands."""

    target: Target
    standing: TargetStanding
    tasks: tuple[ServingTask, ...]
    tally: Tally


def count(
    board: Board, work: Work, *, with_areas: bool = True, with_days: bool = False
) -> counts.Counted:
    """The page's work by unit and, where asked for, by area and by due day. 1 query."""
    return counts.counted(board, work, with_areas=with_areas, with_days=with_days)


def list_links(board: Board) -> display.Links:
    return display.links(reverse("dashboards:work"), board.asked)


def tables(board: Board, cells: counts.Cells, order: str = "", heat: str = "") -> dict[str, Any]:
    """The tables of units and areas and the heat map; no query."""
    to = list_links(board)
    heat = heat if heat in HEATS else HEATS[0]
    query = replace(board.asked, unit=None, plan=None).query()
    boards = f"{reverse('dashboards:overview')}?{query}&don-vi="
    names = {str(one.pk): one.place[1] for one in board.below}
    total = together(cells.values())
    units = display.unit_lines(cells, board.grouping, to, boards)
    return {
        "units": display.in_order(units, order, names),
        "areas": display.area_lines(cells, to),
        "total": display.total_line(total, to),
        "soon_count": total.part("soon"),
        "overdue_count": total.part("overdue"),
        "heat": display.heat_map(cells, board.grouping, to, heat),
        "heat_choices": [(code, FIGURES[code].name) for code in HEATS],
        "columns": [FIGURES[code] for code in display.COUNTS],
        "rate_columns": [FIGURES[code] for code in display.RATES],
        "legend": display.legend(),
        "links": to,
    }


def cards(board: Board, tally: Tally) -> dict[str, Any]:
    """The figures with their change since the end of the month before. 1 query."""
    to, then = list_links(board), board.asked.on(board.asked.month_before)
    before = counts.in_all(work_of(board, then, with_areas=False))
    since = f"{then.day:%d/%m/%Y}"
    return {
        "cards": [display.card(code, tally, to, before, since) for code in display.CARDS],
        "small_cards": [
            display.card(code, tally, to, before, since) for code in display.SMALL_CARDS
        ],
        "since": then.day,
        "before": before,
    }


def pressing_rows(work: Work, most: int = _FEW) -> dict[str, list[WorkLine]]:
    """The first rows that are late and the first that fall due soon. 2 queries."""
    late, soon = pressing(work).pressing(most)
    return {"overdue": work_lines(late, work.day), "soon": work_lines(soon, work.day)}


def counted_rows(board: Board, work: Work, code: str, most: int) -> tuple[int, list[WorkLine]]:
    """How many rows a figure of today counts, and the first of them. 2 queries."""
    asked = replace(board.asked, figure=code)
    count, rows = rows_behind(board, asked, work).first(most)
    return count, work_lines(rows, asked.day)


def year(board: Board, counted: counts.Counted) -> dict[str, Any]:
    """The year's due days as bars and as a table; no query."""
    rows = display.months(counted.days, board.asked, list_links(board))
    return {
        "months": rows,
        "month_rows": display.turned(rows),
        "chart": display.months_chart(rows, board.asked),
    }


def target_lines(board: Board, work: Work) -> list[TargetLine]:
    """Targets, how far they were on the day, what serves them. 4 queries, 1 without targets."""
    targets = targets_on(board)
    found: Mapping[UUID, Tally] = tallies_of(work, targets)
    measured = last_measures(targets, board.asked.day)
    to = list_links(board)
    return [
        _target_line(one, measured.get((one.plan_version.plan_id, one.key)), found, to)
        for one in targets
    ]


def _target_line(
    target: Target, row: TargetMeasure | None, found: Mapping[UUID, Tally], to: display.Links
) -> TargetLine:
    serving = [(task, found.get(task.key, Tally())) for task in target.tasks.all()]
    tasks = tuple(
        ServingTask(task.text, f"{to.to('all')}&nhiem-vu={task.key}", display.in_words(tally))
        for task, tally in serving
    )
    return TargetLine(
        target,
        standing_of_target(target, row),
        tasks,
        together(tally for _, tally in serving),
    )


def own_affairs(board: Board, work: Work) -> dict[str, Any]:
    """What waits for the person: decisions, work given to them; of today alone."""
    asked = board.asked
    if not asked.is_today:
        return {}
    roles = {one.role for one in standing_of(board.user, asked.today).holdings}
    coordinates = is_coordinator_of(board.user, board.root, asked.today)
    found: dict[str, Any] = {}
    if roles & DECIDING:
        found["mine_count"], rows = counted_rows(board, work, "mine", _FEWEST)
        wishes = decisions.asked_for(one.row for one in rows)
        found["mine"] = [(one, wishes.get(one.row.pk)) for one in rows]
        found["to_approve"] = decisions.plans_to_approve(board)
    if roles & WORKING:
        found["given_count"], found["given"] = counted_rows(board, work, "given_to_me", _FEW)
    if coordinates:
        found["coordinator"] = decisions.for_the_coordinator(board)
        found["desk"] = _desk(board, work)
        found["reminded"] = decisions.reminded_lately(board)
    return found


def _desk(board: Board, work: Work) -> list[tuple[Figure, int | None]]:
    """What a coordinator looks after; not counted where counting takes too long to wait for."""
    codes = [code for code in DESK if code not in _SLOW or not board.is_of_a_tree]
    counted = counts_of_today(board, work, codes)
    return [(FIGURES[code], counted.get(code)) for code in DESK]
