"""Occurrences as a calendar (RFC 5545): one all-day event on each due day. Values in, bytes out.

An event keeps its UID for ever; its SEQUENCE grows with every edit of the row, so that a moved due
day moves in every calendar, what is withdrawn is cancelled and what is done says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time, timedelta
from uuid import uuid5

from django.utils import timezone
from icalendar import Calendar, Event

from cchc.web.work.models import Occurrence

State = Occurrence.State
_STARTS = {State.PROPOSED: "Chờ công nhận: ", State.DONE: "Đã xong: ", State.WITHDRAWN: "Đã bỏ: "}
_REFRESH = timedelta(hours=4)


def as_calendar(name: str, rows: Iterable[Occurrence], link: Callable[[Occurrence], str]) -> bytes:
    """Write the calendar. `link` gives the address of an occurrence's page."""
    calendar = Calendar()
    calendar.add("prodid", "-//CCHC//Nhac viec//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    for row in rows:
        calendar.add_component(_event(row, link(row)))
    return bytes(calendar.to_ical())


def _event(row: Occurrence, link: str) -> Event:
    assert row.due_on is not None  # the query asks for it
    event = Event()
    event.add("uid", f"{_uid(row)}@cchc")
    event.add("sequence", row.version - 1)
    event.add("dtstamp", _changed_at(row))
    event.add("last-modified", _changed_at(row))
    event.add("dtstart", row.due_on)
    event.add("dtend", row.due_on + timedelta(days=1))
    event.add("summary", _STARTS.get(State(row.state), "") + _text(row))
    event.add("description", _description(row, link))
    event.add("url", link)
    event.add("status", "CANCELLED" if row.state == State.WITHDRAWN else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _uid(row: Occurrence) -> str:
    """Of what it is and not of where it is stored: the same after a move to another database."""
    return str(uuid5(row.task_key, f"{row.plan_id} {row.unit_id} {row.slot}"))


def _changed_at(row: Occurrence) -> datetime:
    """When something was last said of it; else when the plan began to be followed."""
    said: datetime | None = getattr(row, "said_at", None)
    if said is not None:
        return said.astimezone(UTC).replace(microsecond=0)
    midnight = datetime.combine(row.plan.following.since, time())
    return timezone.make_aware(midnight).astimezone(UTC)


def _text(row: Occurrence) -> str:
    more = row.product or row.name
    return f"{row.task.text} ({more})" if more else row.task.text


def _description(row: Occurrence, link: str) -> str:
    lines = [f"Chủ trì: {row.unit}" if row.unit else "", f"Hạn: hết ngày {row.due_on:%d/%m/%Y}"]
    if row.work_by is not None and row.work_by != row.due_on:
        lines.append(f"Ngày làm việc cuối: {row.work_by:%d/%m/%Y}")
    if row.extended_to is not None and row.planned_due_on is not None:
        lines.append(f"Hạn theo kế hoạch: {row.planned_due_on:%d/%m/%Y}, đã gia hạn")
    return "\n".join([*(line for line in lines if line), link])
