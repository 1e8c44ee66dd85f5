"""`python -m bench.evidence`: list and search of evidence on `DATABASE_URL`'s database, as JSON.

A process of its own for each database, with a test database that it makes and drops.
"""

from __future__ import annotations

import importlib
import os

import django


def main() -> None:
    """Set Django up, measure, print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web.settings"
    django.setup()
    importlib.import_module("bench.evidence_pages").main()


if __name__ == "__main__":
    main()
