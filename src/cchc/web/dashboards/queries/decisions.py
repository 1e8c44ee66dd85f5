"""What waits for a person's own decision, and what a coordinator sees to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cchc.web.dashboards.policy import coordinated
from cchc.web.dashboards.queries.boards import Board
from cchc.web.organisation.models import Role
from cchc.web.organisation.standing import below_any, standing_of
from cchc.web.plans.models import Plan, PlanVersion
from cchc.web.plans.policy import visible_plans, visible_versions
from cchc.web.work.models import Extension, Following, Occurrence
from cchc.web.work.policy import visible_followings
from cchc.web.work.queries.followed import amended_since, plans_to_follow

_MOST = 8


@dataclass(frozen=True, slots=True)
class ForTheCoordinator:
    """Plans whose work nobody follows yet, and those amended since their days were reckoned."""

    to_follow: tuple[Plan, ...]
    amended: tuple[Following, ...]


def asked_for(rows: Iterable[Occurrence]) -> dict[int, Extension]:
    """The request for more time that each of these visible rows has, by its number. 1 query."""
    asked = Extension.objects.filter(
        occurrence__in=[row.pk for row in rows], state=Extension.State.ASKED, archived_at=None
    )
    return {one.occurrence_id: one for one in asked}


def plans_to_approve(board: Board) -> list[PlanVersion]:
    """Plans submitted to the person. 1 query."""
    leads = standing_of(board.user, board.asked.today).paths((Role.LEADER,))
    rows = visible_versions(board.user, board.asked.today).filter(
        below_any(leads, "plan__owner__"),
        plan__owner_id__in=list(board.grouping.unit_ids),
        state=PlanVersion.State.SUBMITTED,
    )
    return list(rows.select_related("plan__owner").order_by("pk")[:_MOST])


def for_the_coordinator(board: Board) -> ForTheCoordinator:
    """Plans of the page's unit that the person coordinates and should look at. 2 queries."""
    ids = list(board.grouping.unit_ids)
    within = below_any(coordinated(standing_of(board.user, board.asked.today)), "owner__")
    plans = visible_plans(board.user, board.asked.today).filter(within, owner_id__in=ids)
    followed = visible_followings(board.user, board.asked.today).filter(plan__owner_id__in=ids)
    return ForTheCoordinator(
        tuple(plans_to_follow(plans).order_by("-year", "sort_key")[:_MOST]),
        tuple(amended_since(followed)[:_MOST]),
    )
