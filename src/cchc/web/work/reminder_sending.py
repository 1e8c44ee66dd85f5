"""Sending what waits: claimed first, sent, then told; again later where it did not go.

A worker that is killed between sending and telling leaves a claim that another frees after ten
minutes: such a message may go twice, with the same Message-ID and Idempotency-Key (decision 0035).
No network is asked inside a transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Max, Min, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from cchc.deadlines import WorkingCalendar
from cchc.web.ui.clock import now, today
from cchc.web.work import notice_rows
from cchc.web.work.models import Message, Occurrence
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.reminder_channels import NotSent, mail_connection, post, send_mail
from cchc.web.work.reminder_words import Line, more_words, says, summary_of

State, Channel = Message.State, Message.Channel
AT_ONCE = 50
MOST_TRIES = 12
# Minutes until the next try; the last holds for all that follow.
_WAITS = (1, 5, 15, 30, 60, 120)
# Nothing waits longer; what does was put off by a clock that was ahead, and is due.
_LONGEST_WAIT = timedelta(minutes=_WAITS[-1])
_ALL_DONE = "Các việc trong tin đã xong trước khi gửi."


def send_due() -> int:
    """Send everything that is due; return how many went. Asks office hours of nobody."""
    notice_rows.free_lost_claims()
    return _send_mails() + _send_posts()


def next_try_at() -> datetime | None:
    """When something waits to be tried; None where nothing waits. 1 query."""
    waiting = Message.objects.filter(state__in=(State.QUEUED, State.SENDING))
    found = waiting.aggregate(first=Min("next_try_at"), last=Max("next_try_at"))
    first: datetime | None = found["first"]
    return now() if first is not None and found["last"] > now() + _LONGEST_WAIT else first


def _due(channel: Message.Channel) -> QuerySet[Message]:
    is_due = Q(next_try_at__lte=now()) | Q(next_try_at__gt=now() + _LONGEST_WAIT)
    rows = Message.objects.filter(is_due, state=State.QUEUED, channel=channel)
    return rows.order_by("next_try_at", "pk")


def _send_mails() -> int:
    """Send mails over one connection for each lot; where it cannot be opened, the lot waits."""
    sent = 0
    while lot := notice_rows.claim(_due(Channel.MAIL), most=AT_ONCE):
        try:
            with mail_connection() as connection:
                for message, body in _with_bodies(lot):
                    try:
                        send_mail(message, body, connection)
                    except NotSent as not_sent:
                        _failed(message, not_sent)
                    else:
                        notice_rows.tell_sent(message, body)
                        sent += 1
        except NotSent as no_server:
            for message in lot:
                _failed(message, no_server)
            return sent
    return sent


def _send_posts() -> int:
    sent = 0
    while lot := notice_rows.claim(_due(Channel.WEBHOOK), most=AT_ONCE):
        for message, body in _with_bodies(lot):
            assert message.webhook is not None
            told = {"to": message.recipient, "name": str(message.user or ""), "text": body}
            try:
                if not message.webhook.is_on:
                    raise NotSent("Cổng tin nhắn đã tắt.", is_final=True)
                post(message.webhook, message.key, told)
            except NotSent as not_sent:
                _failed(message, not_sent)
            else:
                notice_rows.tell_sent(message, body)
                sent += 1
    return sent


def _failed(message: Message, why: NotSent) -> None:
    """Put a message back to wait, or give it up."""
    if why.is_final or message.tries >= MOST_TRIES:
        notice_rows.tell_failed(message, why.why, again_at=None)
        return
    minutes = _WAITS[min(message.tries, len(_WAITS)) - 1]
    notice_rows.tell_failed(message, why.why, again_at=now() + timedelta(minutes=minutes))


def _with_bodies(lot: list[Message]) -> Iterator[tuple[Message, str]]:
    """Each message with the text of what is still open; one of which nothing is, is dropped."""
    calendar, day = working_calendar(), today()
    is_open = _still_open(line["occurrence"] for one in lot for line in one.lines)
    for message in lot:
        lines: list[Line] = [one for one in message.lines if one["occurrence"] in is_open]
        if message.lines and not lines:
            notice_rows.tell_dropped(message, _ALL_DONE)
            continue
        yield message, body_of(message, lines, calendar, day) if lines else message.body


def _still_open(occurrences: Iterable[int]) -> set[int]:
    """Which of these still wait for somebody to do them. 1 query."""
    rows = Occurrence.objects.filter(pk__in=set(occurrences), state=Occurrence.State.OPEN)
    return set(rows.values_list("pk", flat=True))


def body_of(message: Message, lines: list[Line], calendar: WorkingCalendar, day: date) -> str:
    """The text of a digest: a whole mail, or the few words of a telephone."""
    more = message.line_count - len(message.lines)
    if message.channel == Channel.WEBHOOK:
        return f"CCHC {day:%d/%m}: {summary_of(lines, day)} Xem: {address(reverse('home'))}"
    told = {
        "user": message.user,
        "summary": summary_of(lines, day),
        "lines": [
            {**one, "says": says(one, calendar, day), "link": _link(one["occurrence"])}
            for one in lines
        ],
        "more": more_words(more),
        "notices": address(reverse("reminders:notices")),
        "settings": address(reverse("reminders:mine")),
    }
    return render_to_string("work/reminder_mail.txt", told)


def _link(occurrence: int) -> str:
    return address(reverse("reminders:work", args=(occurrence,)))


def address(path: str) -> str:
    """A page's whole address, for texts that are read outside of the office."""
    return f"{settings.OFFICE_ADDRESS.rstrip('/')}{path}"
