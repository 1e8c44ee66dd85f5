"""What the tests of the office share: the cast, a set day, somebody signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from cchc.web.accounts.models import User
from tests.web.world import TODAY, World, make_world


@pytest.fixture(autouse=True)
def _the_day_is_set(settings) -> None:  # type: ignore[no-untyped-def]
    settings.TODAY = TODAY


@pytest.fixture
def world(db: None) -> World:
    """The cast in Tỉnh Mẫu."""
    return make_world()


@pytest.fixture
def signed_in() -> Iterator[Callable[[User], Client]]:
    """Sign somebody in: `signed_in(world.an).get(…)`."""

    def client(user: User) -> Client:
        browser = Client()
        browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return browser

    return client
