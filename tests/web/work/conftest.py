"""What the tests of reminding share: the office's clock, a mail server, people to write to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.work.following import followed
from tests.web.work.reminding import Clock, MailServer, give_addresses
from tests.web.world import World


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings) -> Clock:  # type: ignore[no-untyped-def]
    return Clock(monkeypatch, settings)


@pytest.fixture
def server(settings) -> Iterator[type[MailServer]]:  # type: ignore[no-untyped-def]
    """A mail server that is up and has taken nothing yet."""
    settings.EMAIL_BACKEND = "tests.web.work.reminding.MailServer"
    MailServer.is_down, MailServer.refuses = False, ""
    MailServer.taken.clear()
    yield MailServer
    MailServer.taken.clear()


@pytest.fixture
def reachable(world: World) -> World:
    """The cast with addresses, and a plan whose work is followed."""
    give_addresses(world)
    followed(world)
    return world
