"""What the tests of the office share: the cast, a set day, somebody signed in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from cchc.web.accounts.models import User
from tests.web.own_office import copy_laid_by, own_office
from tests.web.world import TODAY, World, make_world

_ASKS_IT = {"db", "transactional_db", "office"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On another database than the usual one, run only the tests that ask the database."""
    if not os.environ.get("DATABASE_URL"):
        return
    asking = [
        item
        for item in items
        if item.get_closest_marker("django_db") or _ASKS_IT & set(getattr(item, "fixturenames", ()))
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asking)])
    items[:] = asking


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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The tables that the tests share, with a copy laid by for those who need an own office."""
    with django_db_blocker.unblock():
        laid_by = copy_laid_by()
        laid_by.__enter__()
    yield
    with django_db_blocker.unblock():
        laid_by.__exit__(None, None, None)


@pytest.fixture
def office(tmp_path: Path, db: None) -> Iterator[dict[str, str]]:
    """The environment of an office of its own, on the kind of database that the tests run on."""
    with own_office(tmp_path / "office") as env:
        yield env
