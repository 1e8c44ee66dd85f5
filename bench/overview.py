"""The overview's figures: pages over a year of daily work, on SQLite and on PostgreSQL.

`python -m bench.overview` prints a table; with `--here` it measures on the database of
`DATABASE_URL` alone and prints JSON, in a process of its own.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from typing import Any

import django
from tests.on_postgresql import server

# Milliseconds for the pages that are bound.
_BOUNDS = {"overview of a department": 200, "overview of a province": 300}


def main() -> None:
    """Measure on SQLite, then on PostgreSQL where there is one."""
    if "--here" in sys.argv:
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web.settings"
        django.setup()
        importlib.import_module("bench.office_overview").main()
        return
    _print("SQLite", _measured(None))
    with server() as address:
        if address is not None:
            _print("PostgreSQL", _measured(address))


def _measured(address: str | None) -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if address:
        environment["DATABASE_URL"] = address
    command = [sys.executable, "-m", "bench.overview", "--here"]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout.decode().splitlines()[-1])
    return found


def _print(database: str, found: dict[str, Any]) -> None:
    for name, times in found.items():
        bound = _BOUNDS.get(name)
        print(
            f"{database:11} {name:27} {times['page']:6.0f} ms"
            f"  raw SQL {times['raw']:6.1f} ms  {times['queries']:3} queries"
            f"  {f'<= {bound} ms' if bound else ''}"
        )


if __name__ == "__main__":
    main()
