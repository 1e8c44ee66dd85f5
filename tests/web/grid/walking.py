"""Walking through the grid: sending what a row says as a person of a column, naming the answer."""

from __future__ import annotations

import copy
import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP

from cchc.web.accounts import second_factor
from cchc.web.accounts.models import User
from cchc.web.organisation import standing
from cchc.web.ui.refusals import Reason
from tests.web.grid.answers import (
    BY_STATUS,
    DONE,
    NOT_NOW,
    NOT_YOU,
    REFUSED,
    SENT_BACK,
    SENT_ON,
    SHOWN,
    TO_SIGN_IN,
    WRITTEN_AND_SHOWN,
    about_the_person,
    reason_in,
)
from tests.web.grid.people import PASSWORD, STRANGER

# What signing in and the machine keep for themselves; no facts of the office.
_NO_FACTS = ("django_session", "axes_", "accounts_knownsession")


@dataclass
class Written:
    """The statements that wrote facts of the office while somebody was answered.

    What was taken back in the same answer, as an act is that a rule stops half-way, does not count.
    """

    statements: list[str] = field(default_factory=list)
    savepoints: dict[str, int] = field(default_factory=dict)

    def watch(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        words = sql.split()
        match words[0].upper():
            case "INSERT" | "UPDATE" | "DELETE":
                if not any(table in " ".join(words[:3]) for table in _NO_FACTS):
                    self.statements.append(sql)
            case "SAVEPOINT":
                self.savepoints[words[-1]] = len(self.statements)
            case "ROLLBACK":
                del self.statements[self.savepoints[words[-1]] :]
        return execute(sql, params, many, context)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody got: its name in the tables, its text, what was written, why not."""

    name: str
    status: int
    text: str
    statements: list[str]
    reason: Reason | None


class Browsers:
    """A browser for each column, signed in as a person signs in."""

    def __init__(self, usernames: dict[str, str]) -> None:
        self.clients = {STRANGER: Client()}
        self._standings: dict[int, standing.Standing] = {}
        for letter, username in usernames.items():
            client = Client()
            told = {"username": username, "password": PASSWORD}
            answer = client.post(reverse("accounts:sign_in"), told)
            assert answer.status_code == 302, username
            self.clients[letter] = client

    def send(self, letter: str, method: str, address: str, body: dict[str, Any]) -> Answer:
        """Send and name the answer; afterwards the office is as it was."""
        client, written = self.clients[letter], Written()
        cookies = copy.deepcopy(client.cookies)
        with transaction.atomic():
            with connection.execute_wrapper(written.watch), self._standing_kept(written):
                ask = client.get if method == "GET" else client.post
                response = ask(address, body)
            answer = _named(response, written.statements)
            transaction.set_rollback(True)
        client.cookies = cookies
        return answer

    @contextmanager
    def _standing_kept(self, written: Written) -> Iterator[None]:
        """Read where each person stands once, not on every request; anew after a write.

        It is a third of what an answer costs, and the office is the same before each request.
        """
        read = standing._read

        def known(person: Any, on: Any) -> standing.Standing:
            if written.statements:
                return read(person, on)
            return self._standings.get(person.pk) or self._standings.setdefault(
                person.pk, read(person, on)
            )

        standing._read = known
        try:
            yield
        finally:
            standing._read = read


def turn_on_second_factor(user: User, client: Client) -> None:
    """As the person does it on their own page, with the code of their app."""
    key = second_factor.new_key()
    code = f"{TOTP(bytes.fromhex(key)).token():06d}"
    session = client.session.session_key
    second_factor.turn_on(by=user, key=key, code=code, session_key=session)


def _named(response: Any, statements: list[str]) -> Answer:
    status, text = response.status_code, _text_of(response)
    reason = reason_in(_sentence(response)) if status == 403 else None
    return Answer(_name(response, statements, reason), status, text, statements, reason)


def _name(response: Any, statements: list[str], reason: Reason | None) -> str:
    status = response.status_code
    if status == 302:
        if statements:
            return DONE
        if response["Location"].startswith(reverse("accounts:sign_in")):
            return TO_SIGN_IN
        return SENT_BACK if _has_error(response) else SENT_ON
    if status == 200:
        return WRITTEN_AND_SHOWN if statements else SHOWN
    if status == 403:
        if reason is None:
            return REFUSED
        return NOT_YOU if about_the_person(reason) else NOT_NOW
    return BY_STATUS.get(status, str(status))


def _has_error(response: Any) -> bool:
    told = getattr(response.wsgi_request, "_messages", ())
    return any(one.level >= messages.ERROR for one in getattr(told, "_queued_messages", ()))


def _sentence(response: Any) -> str:
    """The sentence of a refusal, as the page of it says."""
    told = response.context or {}
    for name in ("sentence", "wrong"):
        if name in told:
            return str(told[name])
    return ""


def _text_of(response: Any) -> str:
    """What a person can read of an answer; of files, nothing."""
    if response.streaming or "html" not in response.get("Content-Type", ""):
        return response.get("Content-Disposition", "")
    return re.sub(r"\s+", " ", html.unescape(response.content.decode()))


def files_of_the_office() -> set[tuple[str, int]]:
    """Every file that is kept, by its size; pictures of pages may be drawn anew at any time."""
    folder = Path(settings.DATA)
    kept = (path for path in folder.rglob("*") if path.is_file() and "cache" not in path.parts)
    return {(str(path), path.stat().st_size) for path in kept if "sqlite3" not in path.name}
