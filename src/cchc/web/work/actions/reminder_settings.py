"""What people set about reminders: an office's rules, one's own channels, gateways, retries."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Unit
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse
from cchc.web.work import notice_rows
from cchc.web.work.models import Message, ReminderRule, ReminderWish, WebhookTarget
from cchc.web.work.reminder_channels import NotSent, post, webhook_address
from cchc.web.work.reminder_jobs import keep_up
from cchc.web.work.reminder_policy import may_keep_webhooks, may_retry, may_set_rules
from cchc.web.work.reminder_reasons import ReminderReason

_MOST_DAYS = 30


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What a person says of an office's reminders."""

    days_before: tuple[int, ...]
    on_the_day: bool
    day_after: bool
    weekly: bool
    head_after: int | None
    leader_after: int | None
    tells_coordinator: bool

    @property
    def fields(self) -> dict[str, Any]:
        return {
            "days_before": sorted(set(self.days_before), reverse=True),
            "on_the_day": self.on_the_day,
            "day_after": self.day_after,
            "weekly": self.weekly,
            "head_after": self.head_after,
            "leader_after": self.leader_after,
            "tells_coordinator": self.tells_coordinator,
        }


def set_rules(
    *, by: User, on: date, office: Unit, facts: RuleFacts, expected: int | None = None
) -> ReminderRule:
    """Say when the people of an office are told; it holds from the next run. Raises RuleViolation.

    `expected` is 0 where the person saw the usual rules: two who set them first are told apart.
    What was told already is not told again under the new rules.
    """
    permit(may_set_rules(by, office, on=on))
    if any(not 1 <= days <= _MOST_DAYS for days in facts.days_before):
        refuse(ReminderReason.DAYS_TOO_MANY)
    with acting("work.set_reminders", by=by, place=office.path) as act:
        known = ReminderRule.objects.filter(office=office).first()
        if known is None:
            return act.create(ReminderRule(office=office, **facts.fields))
        return act.change(known, expected=expected, **facts.fields)


def choose_channels(*, by: User, by_mail: bool, by_phone: bool) -> ReminderWish:
    """Say how one wants to be reached; in the office one always is."""
    with acting("work.choose_channels", by=by) as act:
        known = ReminderWish.objects.filter(user=by).first()
        if known is None:
            return act.create(ReminderWish(user=by, by_mail=by_mail, by_phone=by_phone))
        return act.change(known, by_mail=by_mail, by_phone=by_phone)


def retry(*, by: User, on: date, message: Message) -> None:
    """Send again what failed, at once in office time. Raises Forbidden."""
    permit(may_retry(by, message, on=on))
    place = message.office.path if message.office else ""
    with acting("work.retry_message", by=by, place=place) as act:
        act.touch(message)
        notice_rows.queue_again(Message.objects.filter(pk=message.pk))
        keep_up()


@dataclass(frozen=True, slots=True)
class WebhookFacts:
    """A gateway as an administrator enters it."""

    name: str
    url: str
    is_on: bool


def save_webhook(
    *,
    by: User,
    on: date,
    office: Unit,
    facts: WebhookFacts,
    row: WebhookTarget | None = None,
    expected: int | None = None,
) -> WebhookTarget:
    """Enter or change a gateway; a new one gets a key to sign with. Raises RuleViolation."""
    permit(may_keep_webhooks(by, office, on=on))
    try:
        webhook_address(facts.url)
    except ValueError:
        refuse(ReminderReason.BAD_ADDRESS)
    on_already = WebhookTarget.objects.filter(office=office, is_on=True, archived_at=None)
    if facts.is_on and any(one != row for one in on_already):
        refuse(ReminderReason.WEBHOOK_ON_ALREADY)
    fields: dict[str, Any] = {
        "name": facts.name.strip(),
        "url": facts.url.strip(),
        "is_on": facts.is_on,
    }
    with acting("work.save_webhook", by=by, place=office.path) as act:
        if row is None:
            return act.create(WebhookTarget(office=office, key=secrets.token_urlsafe(32), **fields))
        return act.change(row, expected=expected, **fields)


def archive_webhook(
    *, by: User, on: date, row: WebhookTarget, reason: str, expected: int | None = None
) -> None:
    """Put a gateway away; nothing is sent to it any more."""
    permit(may_keep_webhooks(by, row.office, on=on))
    with acting("work.archive_webhook", by=by, place=row.office.path, reason=reason) as act:
        act.change(row, expected=expected, is_on=False)
        act.archive(row, reason=reason)


def try_webhook(*, by: User, on: date, row: WebhookTarget) -> str:
    """Send oneself a message through a gateway; return why it did not go, or nothing.

    The gateway is asked before the act is written: no network inside a transaction.
    """
    permit(may_keep_webhooks(by, row.office, on=on))
    if not by.phone:
        refuse(ReminderReason.NO_PHONE)
    why = ""
    told = {"to": by.phone, "name": str(by), "text": "CCHC: tin gửi thử, không cần trả lời."}
    try:
        post(row, f"try {row.pk} {by.pk} {now():%Y%m%d%H%M%S}", told)
    except NotSent as not_sent:
        why = not_sent.why
    with acting("work.try_webhook", by=by, place=row.office.path) as act:
        act.touch(row)
    return why
