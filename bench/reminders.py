"""The daily reminders' figures: a run for 3,000 people on SQLite and on PostgreSQL.

`python -m bench.reminders` measures on the database of `DATABASE_URL` and prints JSON.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.databases import Found, on_both, run_with_django
from bench.measure import Figure

_MOST_SECONDS = 20


def reminder_figures() -> Iterator[Figure]:
    """Measure on SQLite, then on PostgreSQL where there is one."""
    for database, found in on_both("bench.reminders"):
        if found is None:
            yield Figure(f"reminders, {database}", "", "no server", "", "", "", None)
        else:
            yield from _figures(database, found)


def _figures(database: str, found: Found) -> Iterator[Figure]:
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


if __name__ == "__main__":
    run_with_django("bench.reminder_run")
