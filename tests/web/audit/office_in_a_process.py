"""An office in a process of its own, for tests of several at once and of the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[3]


def bare_environment() -> dict[str, str]:
    """The environment of a process that finds the source and has no office yet."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "cchc.web.settings",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }


@contextmanager
def environment(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a new, migrated office: SQLite in `folder`, or a PostgreSQL database."""
    env = bare_environment() | {"CCHC_DATA": str(folder), "CCHC_TODAY": "2026-03-02"}
    if connection.vendor != "postgresql":
        env.pop("DATABASE_URL", None)
        _migrate(env)
        yield env
        return
    name = f"{connection.settings_dict['NAME']}_processes"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        base = env["DATABASE_URL"].rpartition("/")[0]
        env["DATABASE_URL"] = f"{base}/{name}"
        _migrate(env)
        yield env
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _migrate(env: dict[str, str]) -> None:
    run(env, "-m", "django", "migrate", "--verbosity", "0")


def run(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in that office and wait; a fault fails the test."""
    done = answer(env, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def answer(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in that office and wait, whatever it answers."""
    return subprocess.run([sys.executable, *words], env=env, capture_output=True, text=True)


def start(env: dict[str, str], *words: str) -> subprocess.Popen[str]:
    """Start Python in that office."""
    return subprocess.Popen(
        [sys.executable, *words],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
