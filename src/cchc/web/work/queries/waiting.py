"""What waits for a person: returned work, mentions, answers to give, decisions to take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Role
from cchc.web.organisation.standing import below_any, standing_of
from cchc.web.plans.policy import coordinated_plans
from cchc.web.work.models import Extension, Following, Occurrence, Update
from cchc.web.work.policy import (
    visible_extensions,
    visible_followings,
    visible_occurrences,
    visible_updates,
)
from cchc.web.work.queries.followed import amended_since, plans_to_follow
from cchc.web.work.queries.owed import listed, live

State = Occurrence.State
_MOST = 20
_LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ToFix:
    """How many things of followed plans wait for a coordinator's decision."""

    unclear: int = 0
    without_unit: int = 0
    proposed: int = 0
    extensions: int = 0
    to_follow: int = 0
    amended: int = 0

    @property
    def total(self) -> int:
        return (
            self.unclear
            + self.without_unit
            + self.proposed
            + self.extensions
            + self.to_follow
            + self.amended
        )


@dataclass(frozen=True, slots=True)
class WaitingForMe:
    """Everything that a person is asked for."""

    returned: Sequence[Occurrence] = ()
    mentions: Sequence[Update] = ()
    answered: Sequence[Extension] = ()
    to_fix: ToFix = field(default_factory=ToFix)

    @property
    def is_empty(self) -> bool:
        return not (self.returned or self.mentions or self.answered or self.to_fix.total)


def waiting_for(
    user: User, mine: QuerySet[Occurrence], on: date, *, is_returned: bool
) -> WaitingForMe:
    """2 queries, 1 more for what `is_returned`, and for mentions; 4 more for a coordinator."""
    returned = mine.filter(state=State.OPEN).exclude(returned_note="")
    return WaitingForMe(
        returned=list(listed(returned)[:_MOST]) if is_returned else (),
        mentions=mentions_of(user, on),
        answered=list(_answered(user, on)),
        to_fix=to_fix_of(user, on),
    )


def mentions_of(user: User, on: date) -> list[Update]:
    """Where the person was named of late and has said nothing since. 1 query, 2 where named."""
    named = Update.mentions.through.objects.filter(user=user, update__on__gt=on - _LATELY)
    keys = list(named.values_list("update_id", flat=True))
    if not keys:
        return []
    since = Update.objects.filter(by=user, occurrence=OuterRef("occurrence"), at__gt=OuterRef("at"))
    rows = visible_updates(user, on).filter(~Exists(since), pk__in=keys)
    return list(rows.select_related("occurrence__task", "by").order_by("-at")[:_MOST])


def _answered(user: User, on: date) -> QuerySet[Extension]:
    """Extensions that the person asked for and that were decided in these days."""
    rows = Extension.objects.filter(
        asked_by=user, archived_at=None, decided_on__gt=on - timedelta(days=14)
    )
    return rows.select_related("occurrence__task", "decided_by").order_by("-decided_on", "-pk")[:10]


def answerable(user: User, on: date) -> QuerySet[Occurrence]:
    """Proposed completions that the person may answer: not those they proposed themselves."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    rows = live(visible_occurrences(user, on)).filter(below_any(paths, "plan__owner__"))
    return rows.filter(state=State.PROPOSED).exclude(proposed_by=user)


def decidable_extensions(user: User, on: date) -> QuerySet[Extension]:
    """Extensions that wait for the person's decision."""
    paths = standing_of(user, on).paths((Role.COORDINATOR, Role.LEADER))
    return visible_extensions(user, on).filter(
        below_any(paths, "occurrence__plan__owner__"), state=Extension.State.ASKED
    )


def coordinated(user: User, on: date) -> QuerySet[Occurrence]:
    """Occurrences of followed plans that the person coordinates."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return live(visible_occurrences(user, on)).filter(below_any(paths, "plan__owner__"))


def coordinated_followings(user: User, on: date) -> QuerySet[Following]:
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return visible_followings(user, on).filter(below_any(paths, "plan__owner__"))


def unfollowed(user: User, on: date) -> QuerySet:  # type: ignore[type-arg]
    """Issued plans that the person could begin to follow."""
    return plans_to_follow(coordinated_plans(user, on))


def to_fix_of(user: User, on: date) -> ToFix:
    """4 queries for a coordinator, 1 for a leader, none for anybody else."""
    standing = standing_of(user, on)
    if not standing.has_somewhere((Role.COORDINATOR, Role.LEADER)):
        return ToFix()
    extensions = decidable_extensions(user, on).count()
    if not standing.has_somewhere((Role.COORDINATOR,)):
        return ToFix(extensions=extensions)
    owing = (State.OPEN, State.PROPOSED, State.WAITING)
    counts = (
        coordinated(user, on)
        .order_by()
        .aggregate(
            unclear=Count("pk", filter=Q(state=State.UNCLEAR)),
            without_unit=Count("task_key", filter=Q(unit=None, state__in=owing), distinct=True),
            proposed=Count("pk", filter=Q(state=State.PROPOSED) & ~Q(proposed_by=user)),
        )
    )
    return ToFix(
        **counts,
        extensions=extensions,
        to_follow=unfollowed(user, on).count(),
        amended=amended_since(coordinated_followings(user, on)).count(),
    )
