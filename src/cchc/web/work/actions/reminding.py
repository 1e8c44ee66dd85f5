"""The reminders of a day: made once, told in the office at once and queued for mail and phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from cchc.web.audit.acting import acting
from cchc.web.ui.clock import now
from cchc.web.work import notice_rows
from cchc.web.work.models import Message, Notice, ReminderRun, WebhookTarget
from cchc.web.work.queries import reminder_work as read
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.queries.reminder_work import Reach
from cchc.web.work.reminder_digests import MOST_LINES, Digest, reminders_of
from cchc.web.work.reminder_words import Line

Channel = Message.Channel
_JOINED = "Đã gộp vào tin ngày {day}."


def remind(*, on: date) -> ReminderRun | None:
    """Tell everybody what a day's rules ask for; None where the day is no working day or is made.

    1. read and put together, outside of any lock; 2. in one transaction: the run, notices, how
    far each was told; 3. messages, with what earlier days could not send. Raises IntegrityError
    where two runs of one day meet: one of them stands.
    """
    calendar = working_calendar()
    if not calendar.is_working_day(on) or ReminderRun.objects.filter(on=on).exists():
        return None
    last = ReminderRun.objects.filter(on__lt=on).values_list("on", flat=True).first()
    found = reminders_of(on, calendar, last)
    reach = read.reach_of(one.user_id for one in found.digests)
    digests = [one for one in found.digests if one.user_id in reach]
    run = ReminderRun(on=on, at=now(), people=len(digests), lines=len(found.told))
    with acting("work.remind", by=None) as act:
        notice_rows.keep_run(run, (_notice(one, run) for one in digests), found.told)
        _queue(digests, reach, on)
        if digests:
            act.note(people=run.people, occurrences=run.lines)
    return run


def _notice(digest: Digest, run: ReminderRun) -> Notice:
    return Notice(
        user_id=digest.user_id,
        kind=Notice.Kind.DIGEST,
        on=run.on,
        at=run.at,
        text=digest.text,
        lines=digest.lines,
        line_count=digest.total,
    )


def _queue(digests: Iterable[Digest], reach: dict[int, Reach], on: date) -> None:
    """Queue one message a person for each channel; what still waits from before goes with it."""
    webhooks = read.webhooks_by_path()
    waiting = read.digests_waiting(on)
    messages, joined = [], []
    for digest in digests:
        for message in _messages(digest, reach[digest.user_id], webhooks, on):
            before = waiting.get((digest.user_id, message.channel), ())
            message.lines = _joined(digest.lines, (line for one in before for line in one.lines))
            message.line_count += len(message.lines) - len(digest.lines)
            joined += [one.pk for one in before]
            messages.append(message)
    notice_rows.queue(messages)
    if joined:
        why = _JOINED.format(day=f"{on:%d/%m/%Y}")
        notice_rows.drop(Message.objects.filter(pk__in=joined), why)


def _messages(
    digest: Digest, reach: Reach, webhooks: dict[str, WebhookTarget], on: date
) -> Iterator[Message]:
    webhook = read.nearest(digest.office_path, webhooks)
    wanted: list[tuple[Message.Channel, str, WebhookTarget | None]] = [
        (Channel.MAIL, reach.email, None)
    ]
    if webhook is not None:
        wanted.append((Channel.WEBHOOK, reach.phone, webhook))
    for channel, recipient, target in wanted:
        if recipient:
            yield Message(
                channel=channel,
                user_id=digest.user_id,
                office_id=digest.office_id,
                webhook=target,
                recipient=recipient,
                subject=f"Nhắc việc cải cách hành chính ngày {on:%d/%m/%Y}",
                line_count=digest.total,
                key=f"digest {on.isoformat()} {digest.user_id} {channel.value}",
                on=on,
                made_at=now(),
                next_try_at=now(),
            )


def _joined(lines: list[Line], before: Iterable[Line]) -> list[Line]:
    """Today's lines, then those of before that are not said again today."""
    said = {line["occurrence"] for line in lines}
    found = list(lines)
    for line in before:
        if line["occurrence"] not in said:
            said.add(line["occurrence"])
            found.append(line)
    return found[:MOST_LINES]
