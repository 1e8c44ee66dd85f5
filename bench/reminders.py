"""The daily reminders' figures: a run for 3,000 people on SQLite and on PostgreSQL.

`python -m bench.reminders` measures on the database of `DATABASE_URL` and prints JSON: a process
of its own for each database, with a test database that it makes and drops.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import django
from tests.on_postgresql import server

from bench.measure import Figure

_MOST_SECONDS = 20


def reminder_figures() -> Iterator[Figure]:
    """Measure on SQLite, then on PostgreSQL where there is one."""
    yield from _figures("SQLite", _measured(None))
    with server() as address:
        if address is None:
            yield Figure("reminders, PostgreSQL", "", "no server", "", "", "", None)
        else:
            yield from _figures("PostgreSQL", _measured(address))


def _measured(address: str | None) -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if address:
        environment["DATABASE_URL"] = address
    command = [sys.executable, "-m", "bench.reminders"]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout.decode().splitlines()[-1])
    return found


def _figures(database: str, found: dict[str, Any]) -> Iterator[Figure]:
    for name, run in found.items():
        seconds, raw = run["seconds"], run.get("raw")
        yield Figure(
            f"{name}, {database}",
            f"{run['people']} people, {run['told']} told, {run['reads']} reads",
            f"{seconds:.1f} s ({run['busy']:.1f} s of processor)",
            f"{raw:.1f} s (raw SQL)" if raw else "",
            f"{seconds / raw:.1f}" if raw else "",
            f"<= {_MOST_SECONDS} s",
            seconds <= _MOST_SECONDS,
        )


def main() -> None:
    """Set Django up, measure, print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web.settings"
    django.setup()
    importlib.import_module("bench.reminder_run").main()


if __name__ == "__main__":
    main()
