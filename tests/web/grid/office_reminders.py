"""What the office of the grid tells its people: notices, messages, gateways, calendars, letters."""

from __future__ import annotations

from datetime import date

from cchc.web.organisation.models import Unit
from cchc.web.ui.clock import now
from cchc.web.work import notice_rows
from cchc.web.work.actions import feeds
from cchc.web.work.actions.chasing import chase
from cchc.web.work.actions.reminder_settings import (
    WebhookFacts,
    archive_webhook,
    save_webhook,
)
from cchc.web.work.models import Message, Notice
from tests.web.grid.office import Office
from tests.web.world import TODAY


def add_reminders(office: Office) -> None:
    """A notice of everybody, messages and gateways of both departments, feeds, a letter of each."""
    notice_rows.keep_notices(
        Notice(user=user, kind=Notice.Kind.EVENT, on=TODAY, at=now(), text="Được nhắc tới")
        for user in office.people.by_letter.values()
    )
    notice_rows.mark_read(Notice.objects.filter(user=office.who("B")))
    _messages(office)
    _webhooks(office)
    _feeds(office)
    world, on = office.world, date(2026, 3, 9)
    office.letters["department"] = chase(
        by=world.an, on=TODAY, office=world.department, unit=world.technology, answer_by=on
    )
    office.letters["justice"] = chase(
        by=office.who("T"), on=TODAY, office=world.justice, unit=world.justice, answer_by=on
    )


def _messages(office: Office) -> None:
    world, states = office.world, Message.State
    wanted: dict[str, tuple[Unit | None, Message.State]] = {
        "failed": (world.department, states.FAILED),
        "sent": (world.department, states.SENT),
        "justice": (world.justice, states.FAILED),
        "nobody's": (None, states.FAILED),
    }
    notice_rows.queue(
        Message(
            channel=Message.Channel.MAIL,
            user=world.chau,
            office=unit,
            recipient="chau@mau.gov.vn",
            subject="Nhắc việc",
            key=key,
            on=TODAY,
            made_at=now(),
            state=state,
            next_try_at=now(),
        )
        for key, (unit, state) in wanted.items()
    )
    office.messages = {key: Message.objects.get(key=key) for key in wanted}


def _webhooks(office: Office) -> None:
    quynh, world = office.world.quynh, office.world
    for key, unit in (("department", world.department), ("justice", world.justice)):
        facts = WebhookFacts(f"Cổng {key}", "https://tin.mau.gov.vn/gui", is_on=True)
        office.webhooks[key] = save_webhook(by=quynh, on=TODAY, office=unit, facts=facts)
    facts = WebhookFacts("Cổng cũ", "https://cu.mau.gov.vn/gui", is_on=False)
    gone = save_webhook(by=quynh, on=TODAY, office=world.department, facts=facts)
    archive_webhook(by=quynh, on=TODAY, row=gone, reason="Thôi dùng")
    office.webhooks["archived"] = gone


def _feeds(office: Office) -> None:
    """Calendars of a person, of units, one revoked, and one whose maker has left."""
    world, chau = office.world, office.world.chau
    made = {
        "chau": (chau, None),
        "revoked": (chau, None),
        "technology": (world.binh, world.technology),
        "justice": (office.who("D"), world.justice),
        "left": (office.who("S"), None),
    }
    for key, (by, unit) in made.items():
        feed, token = feeds.make_feed(by=by, on=TODAY, name=f"Lịch {key}", unit=unit)
        office.feeds[key], office.tokens[key] = feed, token
    feeds.revoke_feed(by=chau, on=TODAY, feed=office.feeds["revoked"])
    office.tokens["wrong"] = "x" * 43
