"""An office of its own in processes of its own: for several at once, for kills, for commands.

Making all tables takes seconds. So they are made once in each process of tests, for the tests that
share a database; a copy is laid by before anybody writes, and each such office begins as one of it.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connection, connections

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def copy_laid_by() -> Iterator[None]:
    """While it lasts, the tables as they have just been made can be copied."""
    let_go_of_the_database()
    if connection.vendor != "postgresql":
        with closing(sqlite3.connect(_shared())) as made, closing(sqlite3.connect(_kept())) as kept:
            made.backup(kept)
        yield
        return
    with _database(_laid_by(), _shared()):
        yield


@contextmanager
def own_office(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a new office with nothing in it: its files in `folder`, its own database.

    Needs `copy_laid_by`, which the session of tests does.
    """
    env = bare_environment() | {"CCHC_DATA": str(folder), "CCHC_TODAY": "2026-03-02"}
    folder.mkdir(parents=True, exist_ok=True)
    if connection.vendor != "postgresql":
        env.pop("DATABASE_URL", None)
        with (
            closing(sqlite3.connect(_kept())) as kept,
            closing(sqlite3.connect(folder / "office.sqlite3")) as office,
        ):
            kept.backup(office)
        yield env
        return
    name = f"own_{uuid.uuid4().hex}"
    with _database(name, _laid_by()):
        yield env | {"DATABASE_URL": f"{_server()}/{name}"}


def let_go_of_the_database() -> None:
    """Close every connection of this process, those waiting in a pool as well."""
    connections.close_all()
    for alias in connections:
        close_pool = getattr(connections[alias], "close_pool", None)
        if close_pool is not None:
            close_pool()


def bare_environment() -> dict[str, str]:
    """The environment of a process that finds the source and has no office yet."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "cchc.web.settings",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }


def run(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in that office and wait; a fault fails the test."""
    done = answer(env, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def answer(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in that office and wait, whatever it answers."""
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True
    )


def start(env: dict[str, str], *words: str) -> subprocess.Popen[str]:
    """Start Python in that office."""
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _shared() -> str:
    """The database that the tests of this process share."""
    return str(connection.settings_dict["NAME"])


def _kept() -> Path:
    return Path(settings.DATA) / "laid-by.sqlite3"


def _laid_by() -> str:
    return f"{_shared()}_laid_by"


def _server() -> str:
    return os.environ["DATABASE_URL"].rpartition("/")[0]


@contextmanager
def _database(name: str, template: str) -> Iterator[None]:
    """A PostgreSQL database like the one to which nobody is connected, and gone afterwards."""
    with psycopg.connect(f"{_server()}/postgres", autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield
    finally:
        with psycopg.connect(f"{_server()}/postgres", autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
