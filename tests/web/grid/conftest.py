"""The office of the grid: built once for all of its tables, inside one transaction."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from cchc.web.evidence.actions import machine
from cchc.web.intake import job_state
from tests.web.grid.checking import Walk
from tests.web.grid.hidden import hidden_from
from tests.web.grid.office import Office, make_office
from tests.web.grid.office_evidence import add_evidence
from tests.web.grid.office_reminders import add_reminders
from tests.web.grid.office_work import add_work
from tests.web.grid.people import COLUMNS
from tests.web.grid.rows import Asked
from tests.web.grid.walking import Browsers, turn_on_second_factor
from tests.web.world import TODAY


@pytest.fixture(scope="package")
def whole_office(django_db_setup: None, django_db_blocker: Any) -> Iterator[Office]:
    """Everything that rows are about. Each request is taken back, so nobody sees another's."""
    with django_db_blocker.unblock(), override_settings(TODAY=TODAY), transaction.atomic():
        office = make_office()
        add_work(office)
        add_reminders(office)
        add_evidence(office)
        gc.freeze()  # what is there stays, and need not be gone through at every collection
        yield office
        gc.unfreeze()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file under way when the office was built stays so, however long the tables take."""
    ever = timedelta(days=36_500)
    monkeypatch.setattr(job_state, "LOST_AFTER", ever)
    monkeypatch.setattr(machine, "LOST_AFTER", ever)


@pytest.fixture(scope="package")
def browsers(whole_office: Office) -> Iterator[Browsers]:
    """Everybody of the columns, signed in; Kiên has turned the second factor on."""
    people = whole_office.people.by_letter
    signed_in = Browsers({letter: people[letter].username for letter in COLUMNS if letter != "*"})
    turn_on_second_factor(people["K"], signed_in.clients["K"])
    logging.disable(logging.WARNING)  # of every refusal
    yield signed_in
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="package")
def walk(whole_office: Office, browsers: Browsers) -> Callable[[Sequence[Asked]], None]:
    """Send what some rows say and hold the answers against them: `walk(rows)`."""
    hidden = {letter: hidden_from(whole_office, letter) for letter in COLUMNS}
    return Walk(whole_office, browsers, hidden).walk
