"""What was sent to people, for those who answer for it."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Unit
from cchc.web.ui.vietnamese import searchable
from cchc.web.work.models import Message, ReminderRule, ReminderRun, ReminderWish, WebhookTarget
from cchc.web.work.reminder_digests import USUAL

LOOKS: dict[str, str] = {
    Message.State.QUEUED: "wait",
    Message.State.SENDING: "going",
    Message.State.SENT: "done",
    Message.State.FAILED: "late",
    Message.State.DROPPED: "idle",
}


def message_rows(
    messages: QuerySet[Message],
    *,
    state: str = "",
    channel: str = "",
    since: date | None = None,
    words: str = "",
) -> QuerySet[Message]:
    """Messages by state, channel, day and recipient, the latest first."""
    rows = messages.select_related("user", "office").defer("body", "lines")
    if state:
        rows = rows.filter(state=state)
    if channel:
        rows = rows.filter(channel=channel)
    if since:
        rows = rows.filter(on__gte=since)
    for word in searchable(words).split():
        rows = rows.filter(user__folded__contains=word)
    return rows.order_by("-made_at", "-pk")


def counts_of(messages: QuerySet[Message]) -> dict[str, int]:
    """How many there are in each state. 1 query."""
    return dict(messages.order_by().values_list("state").annotate(count=Count("pk")))


def last_run() -> ReminderRun | None:
    return ReminderRun.objects.order_by("-on").first()


def rule_of(office: Unit) -> ReminderRule:
    """An office's rules; the usual ones, not stored, where it set none."""
    known = ReminderRule.objects.filter(office=office).first()
    return known or ReminderRule(
        office=office,
        version=0,
        days_before=list(USUAL.days_before),
        on_the_day=USUAL.on_the_day,
        day_after=USUAL.day_after,
        weekly=USUAL.weekly,
        head_after=USUAL.head_after,
        leader_after=USUAL.leader_after,
    )


def wish_of(user: User) -> ReminderWish:
    """How a person wants to be reached; by all means where they never said."""
    return ReminderWish.objects.filter(user=user).first() or ReminderWish()


def webhook_rows(webhooks: QuerySet[WebhookTarget]) -> QuerySet[WebhookTarget]:
    return webhooks.select_related("office").order_by("office__path", "pk")
