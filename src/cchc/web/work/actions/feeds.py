"""Making and revoking the secret addresses of calendars."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Unit
from cchc.web.ui.refusals import permit, refuse
from cchc.web.work.models import FeedKey
from cchc.web.work.reminder_policy import may_make_feed, may_revoke_feed
from cchc.web.work.reminder_reasons import ReminderReason

MOST_FEEDS = 10


def hash_of(token: str) -> str:
    """What is kept of a secret: 256 random bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_feed(*, by: User, on: date, name: str, unit: Unit | None = None) -> tuple[FeedKey, str]:
    """Make an address for one's own due days or a unit's; the secret is returned this once.

    Raises RuleViolation.
    """
    if unit is not None:
        permit(may_make_feed(by, unit, on=on))
    in_use = FeedKey.objects.filter(made_by=by, revoked_on=None, archived_at=None).count()
    if in_use >= MOST_FEEDS:
        refuse(ReminderReason.FEEDS_TOO_MANY, count=in_use)
    token = secrets.token_urlsafe(32)
    with acting("work.make_feed", by=by, place=unit.path if unit else "") as act:
        feed = FeedKey(
            made_by=by, unit=unit, name=name.strip(), token_hash=hash_of(token), made_on=on
        )
        return act.create(feed), token


def revoke_feed(*, by: User, on: date, feed: FeedKey, expected: int | None = None) -> None:
    """Stop an address: whoever asks it is told that there is nothing. Raises RuleViolation."""
    permit(may_revoke_feed(by, feed, on=on))
    with acting("work.revoke_feed", by=by, place=feed.unit.path if feed.unit else "") as act:
        act.change(feed, expected=expected, revoked_on=on)
