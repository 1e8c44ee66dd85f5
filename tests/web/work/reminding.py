"""What the tests of reminding share: people with addresses, a day in office time, a run of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from smtplib import SMTPRecipientsRefused
from threading import Thread
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.work import notice_rows, reminder_jobs, reminder_sending
from cchc.web.work.actions import notices, reminder_settings, reminding
from cchc.web.work.models import Notice, ReminderRun
from tests.web.world import BEGAN, World

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_WITH_A_CLOCK = (
    notice_rows,
    reminder_jobs,
    reminder_sending,
    notices,
    reminder_settings,
    reminding,
)


class Clock:
    """The office's clock in the hand of a test: a day and the time of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, settings) -> None:  # type: ignore[no-untyped-def]
        self.settings, self.at = settings, datetime(2026, 3, 2, 8, 0, tzinfo=ZONE)
        for module in _WITH_A_CLOCK:
            monkeypatch.setattr(module, "now", lambda: self.at)

    def set(self, day: date | str, time: str = "08:00") -> date:
        on = date.fromisoformat(day) if isinstance(day, str) else day
        self.at = datetime.fromisoformat(f"{on.isoformat()}T{time}").replace(tzinfo=ZONE)
        self.settings.TODAY = on
        return on

    def run(self, day: date | str) -> ReminderRun | None:
        """What the run of a day does."""
        return reminding.remind(on=self.set(day))


def person(username: str, name: str, unit: Unit, role: Role, **position: object) -> User:
    """Another person with a position."""
    with acting("tests.person", by=None) as act:
        user = act.create(User(username=username, full_name=name, password="!"))
        facts = {"valid_from": BEGAN} | position
        act.create(Position(user=user, unit=unit, role=role, **facts))
        return user


def give_addresses(world: World) -> None:
    """Everybody of the cast can be written to."""
    for user in world.cast.values():
        with acting("tests.address", by=None) as act:
            act.change(user, email=f"{user.username}@mau.gov.vn", phone="0912000000")


def told(user: User) -> list[tuple[str, list[tuple[str, str]]]]:
    """(summary, [(first word of the task, role)]) of each digest of a person, the oldest first."""
    rows = Notice.objects.filter(user=user, kind=Notice.Kind.DIGEST).order_by("on")
    return [
        (row.text, [(one["text"].split()[0], one["role"]) for one in row.lines]) for row in rows
    ]


def lines_on(user: User, day: str) -> list[tuple[str, str]]:
    """The lines of one day's digest; none where there is no digest."""
    rows = Notice.objects.filter(user=user, kind=Notice.Kind.DIGEST, on=day)
    return [(one["text"].split()[0], one["role"]) for row in rows for one in row.lines]


def rule_facts(**changes: object) -> reminder_settings.RuleFacts:
    """The usual rules with some changes."""
    usual: dict[str, object] = {
        "days_before": (5, 1),
        "on_the_day": True,
        "day_after": True,
        "weekly": True,
        "head_after": 3,
        "leader_after": 10,
        "tells_coordinator": True,
    }
    return reminder_settings.RuleFacts(**(usual | changes))  # type: ignore[arg-type]


class MailServer(BaseEmailBackend):
    """A mail server that can be down, or refuse one recipient; what it took is kept."""

    is_down = False
    refuses = ""
    taken: ClassVar[list[EmailMessage]] = []

    def open(self) -> bool:
        if MailServer.is_down:
            raise ConnectionRefusedError("no server")
        return True

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        for one in messages:
            if MailServer.refuses in one.to:
                raise SMTPRecipientsRefused({one.to[0]: (550, b"no such user")})
            MailServer.taken.append(one)
        return len(messages)


@contextmanager
def gateway(status: int = 200, **headers: str) -> Iterator[tuple[str, list[tuple[dict, bytes]]]]:  # type: ignore[type-arg]
    """A gateway on this machine: its address and (headers, body) of everything it was sent."""
    heard: list[tuple[dict[str, str], bytes]] = []

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((dict(self.headers), body))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *told: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/tin", heard
    server.shutdown()
    server.server_close()
