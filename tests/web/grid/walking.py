"""Walking through the grid: rows of the tables, sending what a row says, naming the answer."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django_otp.oath import TOTP

from cchc.web.accounts import second_factor
from cchc.web.accounts.models import User
from tests.web.grid.people import COLUMNS, PASSWORD, STRANGER

# What an answer is called in the tables.
SHOWN, WRITTEN_AND_SHOWN = "o", "+"
DONE, SENT_ON, TO_SIGN_IN = ">", "~", "s"
TOLD_WHAT_IS_WRONG, REFUSED, UNKNOWN = "?", "x", "."
NOT_THIS_METHOD, CHANGED_MEANWHILE, NOTHING_NEW = "-", "!", "n"
_BY_STATUS = {422: "?", 403: "x", 404: ".", 405: "-", 409: "!", 204: "n"}
# What signing in and the machine keep for themselves; no facts of the office.
_NO_FACTS = ("django_session", "axes_", "accounts_knownsession")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a method, an address, what it is about, the answer for each column.

    GET looks; POST sends nothing; DO sends the smallest body that is right.
    """

    method: str
    name: str
    about: str
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.method} {self.name} {self.about}"


def rows_of(table: str) -> list[Row]:
    """Read a table. A line without a method goes on with the method and address above it."""
    rows = []
    for line in table.splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        method, name, about, *cells = words
        assert len(cells) == len(COLUMNS), line
        rows.append(Row(method, name, about, dict(zip(COLUMNS, cells, strict=True))))
    return rows


def addresses() -> dict[str, URLPattern]:
    """Every address of the office by its name, as Django resolves them."""
    return dict(_named(get_resolver(), ""))


def _named(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _named(one, f"{one.namespace}:" if one.namespace else space)
        else:
            assert one.name, f"an address without a name: {one.pattern}"
            yield f"{space}{one.name}", one


@dataclass
class Written:
    """The statements that wrote facts of the office while somebody was answered."""

    statements: list[str] = field(default_factory=list)

    def watch(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        words = sql.split(None, 3)
        is_write = words[0].upper() in ("INSERT", "UPDATE", "DELETE")
        if is_write and not any(table in " ".join(words[:3]) for table in _NO_FACTS):
            self.statements.append(sql)
        return execute(sql, params, many, context)


class Browsers:
    """A browser for each column, signed in as a person signs in."""

    def __init__(self, usernames: dict[str, str]) -> None:
        self.clients = {STRANGER: Client()}
        for letter, username in usernames.items():
            client = Client()
            told = {"username": username, "password": PASSWORD}
            answer = client.post(reverse("accounts:sign_in"), told)
            assert answer.status_code == 302, username
            self.clients[letter] = client

    @contextmanager
    def send(
        self, letter: str, method: str, address: str, body: dict[str, Any]
    ) -> Iterator[tuple[HttpResponse, str, Written]]:
        """Send and name the answer; afterwards the office is as it was."""
        client, written = self.clients[letter], Written()
        cookies = copy.deepcopy(client.cookies)
        with transaction.atomic():
            with connection.execute_wrapper(written.watch):
                answer = client.get(address) if method == "GET" else client.post(address, body)
            yield answer, _named_answer(answer, written), written
            transaction.set_rollback(True)
        client.cookies = cookies


def turn_on_second_factor(user: User, client: Client) -> None:
    """As the person does it on their own page, with the code of their app."""
    key = second_factor.new_key()
    code = f"{TOTP(bytes.fromhex(key)).token():06d}"
    session = client.session.session_key
    second_factor.turn_on(by=user, key=key, code=code, session_key=session)


def _named_answer(answer: HttpResponse, written: Written) -> str:
    status = answer.status_code
    if status == 302 and answer["Location"].startswith(reverse("accounts:sign_in")):
        return DONE if written.statements else TO_SIGN_IN
    if status == 302:
        return DONE if written.statements else SENT_ON
    if status == 200:
        return WRITTEN_AND_SHOWN if written.statements else SHOWN
    return _BY_STATUS.get(status, str(status))


def files_of_the_office() -> set[tuple[str, int]]:
    """Every file that is kept, by its size; pictures of pages may be drawn anew at any time."""
    folder = Path(settings.DATA)
    kept = (path for path in folder.rglob("*") if path.is_file() and "cache" not in path.parts)
    return {(str(path), path.stat().st_size) for path in kept if "sqlite3" not in path.name}
