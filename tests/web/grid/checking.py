"""Holding answers against the rows of a table, and against what is true of every answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web.grid.answers import REFUSALS, WRITES
from tests.web.grid.bodies import body_of
from tests.web.grid.hidden import Hidden
from tests.web.grid.office import Office
from tests.web.grid.rows import Asked, Row
from tests.web.grid.subjects import arguments_of
from tests.web.grid.walking import Answer, Browsers, files_of_the_office


@dataclass(frozen=True, slots=True)
class Walk:
    """The office, everybody in it, and what each must not read."""

    office: Office
    browsers: Browsers
    hidden: dict[str, Hidden]

    def walk(self, rows: Sequence[Asked]) -> None:
        """Send what each row says, as the columns that it asks; fail with all that is wrong."""
        wrong: list[str] = []
        for asked in rows:
            cache.clear()  # of how often somebody asked within a minute
            row, got = asked.row, dict(asked.row.cells)
            for letter in asked.letters:
                answer = self._answer(row, letter)
                got[letter] = answer.name
                wrong += (f"{row}, {letter}: {one}" for one in self._faults(row, letter, answer))
            if got != row.cells:
                wrong += ("the table: " + row.line(row.cells), "the office:" + row.line(got))
        assert not wrong, "\n" + "\n".join(wrong)

    def _answer(self, row: Row, letter: str) -> Answer:
        address = address_of(self.office, row, letter)
        if row.method == "GET":
            return self.browsers.send(letter, "GET", address, {})
        body = body_of(self.office, row.name, row.about, letter)
        if not _uploads(body):
            return self.browsers.send(letter, "POST", address, body)
        before = files_of_the_office()
        answer = self.browsers.send(letter, "POST", address, body)
        kept_all_the_same = answer.name in REFUSALS and files_of_the_office() != before
        assert not kept_all_the_same, f"{row}, {letter}: refused, and a file was kept"
        return answer

    def _faults(self, row: Row, letter: str, answer: Answer) -> Iterator[str]:
        """What is wrong with an answer whatever the table says."""
        if answer.statements and (row.method == "GET" or answer.name not in WRITES):
            yield f"wrote without being allowed to: {answer.statements[0][:120]}"
        if answer.status == 403 and answer.reason is None:
            yield "refused without a reason that is listed"
        is_refused = answer.name in REFUSALS
        hidden = self.hidden[letter]
        # The record keeps the names of what was put away since.
        told = hidden.all if is_refused else hidden.papers
        if is_refused or not row.name.startswith("audit:"):
            yield from (f"names what is hidden: «{name}»" for name in told if name in answer.text)


def address_of(office: Office, row: Row, letter: str) -> str:
    """The address that a row names; what begins with ? is asked of it."""
    if row.about.startswith("?"):
        return reverse(row.name) + row.about
    return reverse(row.name, kwargs=arguments_of(office, row.name, row.about, letter))


def _uploads(body: dict[str, Any]) -> bool:
    values = (one for value in body.values() for one in _each(value))
    return any(isinstance(one, SimpleUploadedFile) for one in values)


def _each(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]
