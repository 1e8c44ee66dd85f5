"""What a calendar address shows: whose it is now, and the occurrences that it holds."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from cchc.web.organisation.models import Role, Unit
from cchc.web.organisation.standing import Person, below_any, standing_of
from cchc.web.plans.models import Assignment
from cchc.web.work.actions.feeds import hash_of
from cchc.web.work.models import FeedKey, Occurrence
from cchc.web.work.reminder_policy import may_make_feed

# What was due longer ago than this has left every calendar.
_KEPT = timedelta(days=400)
State = Occurrence.State


def feed_of(token: str, on: date) -> FeedKey | None:
    """The feed of a secret, where it still stands and its maker still works there. 2 queries."""
    rows = FeedKey.objects.select_related("made_by", "unit")
    feed = rows.filter(token_hash=hash_of(token), revoked_on=None, archived_at=None).first()
    if feed is None or not standing_of(feed.made_by, on).holdings:
        return None
    if feed.unit is not None and not may_make_feed(feed.made_by, feed.unit, on=on):
        return None
    return feed


def feed_occurrences(feed: FeedKey, on: date) -> QuerySet[Occurrence]:
    """Occurrences with a due day; done and withdrawn ones too, so that calendars hear of it.

    A unit's: what it and the units below lead. A person's: what is given to them, and what the
    units lead that they head.
    """
    rows = Occurrence.objects.filter(
        due_on__gte=on - _KEPT,
        state__in=(State.OPEN, State.PROPOSED, State.DONE, State.WITHDRAWN),
        plan__archived_at=None,
    )
    if feed.unit is not None:
        rows = rows.filter(unit__path__startswith=feed.unit.path)
    else:
        given = Assignment.objects.filter(
            plan=OuterRef("plan"),
            task_key=OuterRef("task_key"),
            unit=OuterRef("unit"),
            user=feed.made_by,
            ended_on=None,
            archived_at=None,
        )
        headed = standing_of(feed.made_by, on).paths((Role.UNIT_HEAD,))
        rows = rows.filter(Q(Exists(given)) | below_any(headed, "unit__"))
    return (
        rows.select_related("task", "unit", "plan__following")
        .annotate(said_at=Max("updates__at"))
        .order_by("due_on", "pk")
    )


def feed_rows(feeds: QuerySet[FeedKey]) -> QuerySet[FeedKey]:
    """Feeds for the page of them, those in use first."""
    return feeds.select_related("made_by", "unit").order_by("-made_on", "-pk")


def own_units(user: Person, on: date) -> QuerySet[Unit]:
    """Units whose calendar a person is offered: those where they have a position."""
    ids = standing_of(user, on).unit_ids
    return Unit.objects.filter(pk__in=ids, archived_at=None).order_by("sort_key", "pk")
