"""The office's figures: pages in a province at full size, on SQLite and on PostgreSQL.

`python -m bench.office` measures on the database of `DATABASE_URL` and prints JSON.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.databases import on_both, run_with_django
from bench.measure import Figure

# Milliseconds, as an ordinary clerk; None where the issue sets no bound.
_PLANS: dict[str, int | None] = {
    "list of 50 tasks": 80,
    "plan page of 60 tasks": 120,
    "search": 100,
    "500 tasks to Excel": 400,
    "desk edit": 60,
}
_EVIDENCE: dict[str, int | None] = {
    "evidence list": 150,
    "evidence by number": 150,
    "evidence by subject": 150,
    "evidence by words of all files": 150,
    "evidence by one word of a file": 150,
    "evidence by nothing that is there": 150,
}
_YEAR: dict[str, int | None] = {
    "my work": 100,
    "my unit's work": 100,
    "my board": 100,
    "my month": 100,
    "overview of a department": 200,
    "overview of a province": 300,
    "overview of a unit": 200,
    "department as on 30/4": None,
    "province as on 30/4": None,
    "briefing of a department": None,
    "rows behind a figure": None,
    "rows behind a province's figure": None,
    "preview of 60 tasks re-planned": 500,
    "60 tasks re-planned": 500,
}
# How much slower one may be who sees everything; where a clerk sees next to nothing of it, as of
# evidence, the bound in milliseconds holds for both.
_ABOVE = 1.2
_ALIKE = "bench.office"


def office_figures() -> Iterator[Figure]:
    """Plans, tasks and the desk."""
    yield from _figures_of("bench.office", _PLANS)


def evidence_figures() -> Iterator[Figure]:
    """The list and the search of 100,000 records of evidence."""
    yield from _figures_of("bench.evidence", _EVIDENCE)


def year_figures() -> Iterator[Figure]:
    """The daily work and the overview, with five years of it kept."""
    yield from _figures_of("bench.year", _YEAR)


def _figures_of(module: str, bounds: dict[str, int | None]) -> Iterator[Figure]:
    for database, found in on_both(module):
        if found is None:
            yield Figure(f"{module}, {database}", "", "no server", "", "", "", None)
            continue
        for name, times in found.items():
            bound = bounds[name]
            yield from _lines(f"{name}, {database}", times, bound, is_alike=module == _ALIKE)


def _lines(
    name: str, times: dict[str, float], bound: int | None, *, is_alike: bool
) -> Iterator[Figure]:
    clerk, raw, above = times["clerk"], times.get("raw"), times.get("above")
    yield Figure(
        name,
        f"{times['queries']:.0f} queries",
        f"{clerk:.0f} ms",
        f"{raw:.1f} ms (raw SQL)" if raw else "",
        f"{clerk / raw:.1f}" if raw else "",
        f"<= {bound} ms" if bound else "",
        clerk <= bound if bound else None,
    )
    if above:
        yield Figure(
            f"{name}, sees all",
            "",
            f"{above:.0f} ms",
            f"{clerk:.0f} ms (clerk)",
            f"{above / clerk:.2f}",
            f"<= {_ABOVE:g} x" if is_alike else f"<= {bound} ms",
            above <= _ABOVE * clerk if is_alike else bound is None or above <= bound,
        )


if __name__ == "__main__":
    run_with_django("bench.office_pages")
