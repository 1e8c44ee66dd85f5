"""What waits for a person's own decision, and what a coordinator sees to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.web.dashboards.queries.boards import Board
from cchc.web.plans.models import Plan, PlanVersion
from cchc.web.plans.policy import coordinated_plans, waiting_versions
from cchc.web.work.models import Extension, Following, Message, Occurrence
from cchc.web.work.queries.followed import amended_since, plans_to_follow
from cchc.web.work.queries.messages import counts_of
from cchc.web.work.reminder_policy import visible_messages

_MOST = 8
LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ForTheCoordinator:
    """Plans whose work nobody follows yet, and those amended since their days were reckoned."""

    to_follow: tuple[Plan, ...]
    amended: tuple[Following, ...]


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many reminders went out since a day, and how many could not."""

    since: date
    sent: int
    failed: int


def asked_for(rows: Iterable[Occurrence]) -> dict[int, Extension]:
    """The request for more time that each of these visible rows has, by its number. 1 query."""
    asked = Extension.objects.filter(
        occurrence__in=[row.pk for row in rows], state=Extension.State.ASKED, archived_at=None
    )
    return {one.occurrence_id: one for one in asked}


def plans_to_approve(board: Board) -> list[PlanVersion]:
    """Plans submitted to the person. 1 query."""
    rows = waiting_versions(board.user, board.asked.today).filter(
        plan__owner__path__startswith=board.root.path, state=PlanVersion.State.SUBMITTED
    )
    return list(rows.select_related("plan__owner").order_by("pk")[:_MOST])


def for_the_coordinator(board: Board) -> ForTheCoordinator:
    """Plans of the page's unit that the person coordinates and should look at. 2 queries."""
    plans = coordinated_plans(board.user, board.asked.today)
    plans = plans.filter(owner__path__startswith=board.root.path)
    followed = Following.objects.filter(plan__in=plans.order_by().values("pk"))
    return ForTheCoordinator(
        tuple(plans_to_follow(plans).order_by("-year", "sort_key")[:_MOST]),
        tuple(amended_since(followed)[:_MOST]),
    )


def reminded_lately(board: Board) -> Reminded:
    """Messages of the page's units in the last month, by what became of them. 1 query."""
    since = board.asked.today - LATELY
    rows = visible_messages(board.user, board.asked.today).filter(
        office__path__startswith=board.root.path, on__gte=since
    )
    count = counts_of(rows)
    sent, failed = (count.get(state, 0) for state in (Message.State.SENT, Message.State.FAILED))
    return Reminded(since, sent, failed)
