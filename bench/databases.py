"""Measuring on both databases: a process of its own for each, which prints JSON as its last line.

Each such module is run by `python -m bench.<name>`, on the database of `DATABASE_URL`; it makes and
drops a test database.
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

Found = dict[str, Any]


def on_both(module: str) -> Iterator[tuple[str, Found | None]]:
    """What a module measured on SQLite, then on PostgreSQL: None where there is no server."""
    yield "SQLite", _measured(module, None)
    with server() as address:
        yield "PostgreSQL", _measured(module, address) if address else None


def _measured(module: str, address: str | None) -> Found:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if address:
        environment["DATABASE_URL"] = address
    command = [sys.executable, "-m", module]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    found: Found = json.loads(done.stdout.decode().splitlines()[-1])
    return found


def run_with_django(module: str) -> None:
    """Set Django up as the tests do, then run a module that could not be imported before."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web.settings"
    django.setup()
    importlib.import_module(module).main()
