"""Rows of the machine that tells people: notices, messages, how far each was told.

Thousands a day and no act of a person, so the record of acts does not list them one by one; what
made them is one act (`work.remind`, or the act that a notice tells of), in whose transaction they
are written. Besides `audit.acting` the only module of this room that writes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, QuerySet

from cchc.deadlines.reminders import Audience
from cchc.web.ui.clock import now
from cchc.web.work.models import Message, Notice, ReminderRun, ReminderTold

_BATCH = 400
State = Message.State
# A worker that was killed while it sent leaves its claim behind; then another tries again.
CLAIM_LASTS = timedelta(minutes=10)


def keep_run(
    run: ReminderRun,
    notices: Iterable[Notice],
    told: Iterable[tuple[int, date, Mapping[Audience, int]]],
) -> None:
    """Keep what a day's run told; `told` has all ranks of each due day.

    Raises IntegrityError where the day was made meanwhile.
    """
    run.save(force_insert=True)
    Notice.objects.bulk_create(notices, batch_size=_BATCH)
    audiences = [one.value for one in Audience]
    ReminderTold.objects.bulk_create(
        (
            ReminderTold(
                occurrence_id=pk,
                due_on=due_on,
                on=run.on,
                **{audience.value: rank for audience, rank in ranks.items()},
            )
            for pk, due_on, ranks in told
        ),
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=("occurrence", "due_on"),
        update_fields=(*audiences, "on"),
    )


def keep_notices(notices: Iterable[Notice]) -> None:
    Notice.objects.bulk_create(notices, batch_size=_BATCH)


def mark_read(notices: QuerySet[Notice]) -> int:
    """Say that a person has read these of their notices."""
    return notices.filter(read_at=None).update(read_at=now())


# Messages: wanted, claimed, sent.


def queue(messages: Iterable[Message]) -> None:
    """Keep messages to be sent; one that is wanted already is not wanted twice."""
    Message.objects.bulk_create(messages, batch_size=_BATCH, ignore_conflicts=True)


def drop(messages: QuerySet[Message], why: str) -> None:
    """Say that messages need not be sent any more."""
    messages.filter(state=State.QUEUED).update(state=State.DROPPED, last_error=why)


def claim(due: QuerySet[Message], *, most: int) -> list[Message]:
    """Take messages to send now, so that no other worker takes them."""
    mark = uuid.uuid4().hex
    wanted = list(due.filter(state=State.QUEUED).values_list("pk", flat=True)[:most])
    Message.objects.filter(pk__in=wanted, state=State.QUEUED).update(
        state=State.SENDING, claim=mark, claimed_at=now(), tries=F("tries") + 1
    )
    return list(Message.objects.filter(claim=mark).select_related("user", "webhook"))


def free_lost_claims() -> int:
    """Queue again what a worker had claimed and never said anything of."""
    # A claim far ahead is of a clock that was wrong; see `ui.clock.is_long_ago`.
    early, late = now() - CLAIM_LASTS, now() + CLAIM_LASTS
    lost = Message.objects.filter(state=State.SENDING).exclude(claimed_at__range=(early, late))
    return lost.update(state=State.QUEUED, claim="", last_error="Tiến trình gửi bị ngắt.")


def tell_sent(message: Message, body: str) -> None:
    _end(message, state=State.SENT, sent_at=now(), body=body, last_error="")


def tell_dropped(message: Message, why: str) -> None:
    _end(message, state=State.DROPPED, last_error=why)


def tell_failed(message: Message, error: str, *, again_at: datetime | None) -> None:
    """Say why a message did not go; try again at a time, or never where that is None."""
    told: dict[str, Any] = {"last_error": error[:500]}
    if again_at is None:
        _end(message, state=State.FAILED, **told)
    else:
        _end(message, state=State.QUEUED, next_try_at=again_at, **told)


def _end(message: Message, **values: Any) -> None:
    """End a claim; one that was freed and taken by another worker is no longer ours to end."""
    rows = Message.objects.filter(pk=message.pk, state=State.SENDING, claim=message.claim)
    rows.update(**values, claim="")


def queue_again(messages: QuerySet[Message]) -> int:
    """Try failed messages again from the beginning."""
    return messages.filter(state=State.FAILED).update(
        state=State.QUEUED, tries=0, next_try_at=now()
    )
