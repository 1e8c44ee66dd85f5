"""Who sees which notices, messages, gateways, feeds and letters, and who may set what.

Notices are their owner's alone. What an office sent is for its coordinators and administrators;
its rules and letters are the coordinator's, its gateways the administrator's.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Role, Unit
from cchc.web.organisation.standing import OFFICE_KINDS, Person, below_any, standing_of
from cchc.web.plans.models import Plan
from cchc.web.ui.refusals import ALLOWED, Decision, Refused
from cchc.web.work.models import ChasingLetter, FeedKey, Message, Notice, WebhookTarget
from cchc.web.work.reminder_reasons import ReminderReason as Why

_KEEPERS = (Role.COORDINATOR, Role.ADMINISTRATOR)


# What is seen.


def visible_notices(user: Person) -> QuerySet[Notice]:
    """One's own, and nobody else's."""
    if not isinstance(user, User):
        return Notice.objects.none()
    return Notice.objects.filter(user_id=user.pk)


def visible_messages(user: Person, on: date) -> QuerySet[Message]:
    """What was sent in the name of the offices that one coordinates or administers."""
    paths = standing_of(user, on).paths(_KEEPERS)
    return Message.objects.filter(below_any(paths, "office__"))


def visible_webhooks(user: Person, on: date) -> QuerySet[WebhookTarget]:
    paths = standing_of(user, on).paths((Role.ADMINISTRATOR,))
    return WebhookTarget.objects.filter(below_any(paths, "office__"), archived_at=None)


def visible_feeds(user: Person, on: date) -> QuerySet[FeedKey]:
    """One's own feeds, and those of the units that one coordinates or heads."""
    if not isinstance(user, User):
        return FeedKey.objects.none()
    paths = standing_of(user, on).paths((Role.COORDINATOR, Role.UNIT_HEAD))
    return FeedKey.objects.filter(
        Q(made_by_id=user.pk) | below_any(paths, "unit__"), archived_at=None
    )


def visible_letters(user: Person, on: date) -> QuerySet[ChasingLetter]:
    """Letters of the offices that one coordinates or leads."""
    paths = standing_of(user, on).paths((Role.COORDINATOR, Role.LEADER))
    return ChasingLetter.objects.filter(below_any(paths, "office__"), archived_at=None)


def ruled_offices(user: Person, on: date) -> QuerySet[Unit]:
    """Offices whose reminders the person sets: where they coordinate, and offices below."""
    return _offices(standing_of(user, on).paths((Role.COORDINATOR,)))


def administered_offices(user: Person, on: date) -> QuerySet[Unit]:
    return _offices(standing_of(user, on).paths((Role.ADMINISTRATOR,)))


def _offices(paths: tuple[str, ...]) -> QuerySet[Unit]:
    """Offices at or below these paths, units with plans of their own, and those of the paths."""
    plans = Plan.objects.filter(owner=OuterRef("pk"), archived_at=None)
    kinds = Q(kind__in=[kind.value for kind in OFFICE_KINDS]) | Q(path__in=paths) | Exists(plans)
    return Unit.objects.filter(below_any(paths), kinds, archived_at=None).order_by("path")


# What may be done.


def may_set_rules(user: Person, office: Unit, *, on: date) -> Decision:
    """Say when the people of an office are told."""
    return _coordinates(user, office, on)


def may_chase(user: Person, office: Unit, *, on: date) -> Decision:
    """Prepare a letter that chases a unit, in the name of the office."""
    return _coordinates(user, office, on)


def may_see_rules(user: Person, *, on: date) -> Decision:
    """Open the rules of some office."""
    return _answers_as(user, (Role.COORDINATOR,), on)


def may_see_letters(user: Person, *, on: date) -> Decision:
    """Look at whom some office chases."""
    return _answers_as(user, (Role.COORDINATOR, Role.LEADER), on)


def may_see_messages(user: Person, *, on: date) -> Decision:
    """Look at what was sent, for any office at all."""
    return _answers_as(user, _KEEPERS, on)


def may_see_webhooks(user: Person, *, on: date) -> Decision:
    """Look at the gateways of some office."""
    return _answers_as(user, (Role.ADMINISTRATOR,), on)


def may_retry(user: Person, message: Message, *, on: date) -> Decision:
    """Send again what failed."""
    if message.office is None or not standing_of(user, on).has_any(_KEEPERS, message.office):
        return Refused(Why.ANSWERS_FOR_NO_OFFICE)
    if message.state != Message.State.FAILED:
        return Refused(Why.NOT_FAILED)
    return ALLOWED


def may_keep_webhooks(user: Person, office: Unit, *, on: date) -> Decision:
    """Enter, change, try and put away the gateways of an office."""
    if standing_of(user, on).has(Role.ADMINISTRATOR, office):
        return ALLOWED
    return Refused(Why.ONLY_ADMINISTRATOR, {"unit": office})


def may_make_feed(user: Person, unit: Unit, *, on: date) -> Decision:
    """Make a calendar of a unit's due days: who works in it, and the office's coordinator."""
    standing = standing_of(user, on)
    if unit.pk in standing.unit_ids or standing.has(Role.COORDINATOR, unit):
        return ALLOWED
    if standing.has(Role.UNIT_HEAD, unit):
        return ALLOWED
    return Refused(Why.ONLY_OF_UNIT, {"unit": unit})


def may_revoke_feed(user: Person, feed: FeedKey, *, on: date) -> Decision:
    """Stop a feed: who made it, and who answers for its unit."""
    is_own = feed.made_by_id == getattr(user, "pk", None)
    roles = (Role.COORDINATOR, Role.UNIT_HEAD)
    answers = feed.unit is not None and standing_of(user, on).has_any(roles, feed.unit)
    if not is_own and not answers:
        return Refused(Why.ONLY_OF_UNIT, {"unit": feed.unit or feed.name})
    return Refused(Why.FEED_REVOKED) if feed.revoked_on is not None else ALLOWED


def _coordinates(user: Person, office: Unit, on: date) -> Decision:
    if standing_of(user, on).has(Role.COORDINATOR, office):
        return ALLOWED
    return Refused(Why.ONLY_COORDINATOR, {"unit": office})


def _answers_as(user: Person, roles: tuple[Role, ...], on: date) -> Decision:
    if standing_of(user, on).paths(roles):
        return ALLOWED
    return Refused(Why.ANSWERS_FOR_NO_OFFICE)
