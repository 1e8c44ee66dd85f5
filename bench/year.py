"""`python -m bench.year`: the daily work and the overview on `DATABASE_URL`'s database, as JSON."""

from __future__ import annotations

from bench.databases import run_with_django

if __name__ == "__main__":
    run_with_django("bench.year_pages")
