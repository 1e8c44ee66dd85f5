"""What the tests of the office share: the cast, a set day, somebody signed in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.test import Client

from cchc.web.accounts.models import User
from tests.conftest import ROOT
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


@pytest.fixture
def office(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The settings of an office of its own, on the database that the tests run on."""
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cchc.web.settings",
        "CCHC_DATA": str(tmp_path / "office"),
        "CCHC_TODAY": "2026-03-02",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
    }
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield env
        return
    name = f"kill_{os.getpid()}"
    with psycopg.connect(url.rsplit("/", 1)[0] + "/postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield env | {"DATABASE_URL": f"{url.rsplit('/', 1)[0]}/{name}"}
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
