"""The office's figures: pages in a province at full size, on SQLite and on PostgreSQL.

`python -m bench.office` measures on the database of `DATABASE_URL` and prints JSON: a process of
its own for each database, with a test database that it makes and drops.
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

# Milliseconds, as an ordinary clerk; and how much slower one may be who sees everything.
_BOUNDS = {
    "list of 50 tasks": 80,
    "plan page of 60 tasks": 120,
    "search": 100,
    "500 tasks to Excel": 400,
    "desk edit": 60,
}
_EVIDENCE_BOUNDS = {
    "evidence list": 150,
    "evidence by number": 150,
    "evidence by subject": 150,
    "evidence by words of all files": 150,
    "evidence by one word of a file": 150,
    "evidence by nothing that is there": 150,
}
_ABOVE = 1.2


def office_figures() -> Iterator[Figure]:
    """Measure on SQLite, then on PostgreSQL where there is one."""
    yield from _on_both("bench.office", _BOUNDS)


def evidence_figures() -> Iterator[Figure]:
    """The list and the search of 100,000 records of evidence, on both databases."""
    yield from _on_both("bench.evidence", _EVIDENCE_BOUNDS)


def _on_both(module: str, bounds: dict[str, int]) -> Iterator[Figure]:
    yield from _figures("SQLite", _measured(None, module), bounds)
    with server() as address:
        if address is None:
            yield Figure("PostgreSQL", "", "no server", "", "", "", None)
        else:
            yield from _figures("PostgreSQL", _measured(address, module), bounds)


def _measured(address: str | None, module: str) -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if address:
        environment["DATABASE_URL"] = address
    done = subprocess.run(
        [sys.executable, "-m", module],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.decode().splitlines()[-1])
    return found


def _figures(database: str, found: dict[str, Any], bounds: dict[str, int]) -> Iterator[Figure]:
    for name, times in found.items():
        clerk, raw, above = times["clerk"], times.get("raw"), times.get("above")
        bound = bounds[name]
        yield Figure(
            f"{name}, {database}",
            f"{times['queries']} queries",
            f"{clerk:.0f} ms",
            f"{raw:.1f} ms (raw SQL)" if raw else "",
            f"{clerk / raw:.1f}" if raw else "",
            f"<= {bound} ms",
            clerk <= bound,
        )
        if above:
            yield Figure(
                f"{name}, {database}, sees all",
                "",
                f"{above:.0f} ms",
                f"{clerk:.0f} ms (clerk)",
                f"{above / clerk:.2f}",
                f"<= {_ABOVE:g} x",
                above <= _ABOVE * clerk,
            )


def main() -> None:
    """Set Django up, measure, print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web.settings"
    django.setup()
    importlib.import_module("bench.office_pages").main()


if __name__ == "__main__":
    main()
