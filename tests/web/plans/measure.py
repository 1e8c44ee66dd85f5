"""How fast the pages are in a province at full size: `python -m tests.web.plans.measure`.

Prints the median milliseconds and queries of each page, as a clerk and as a coordinator. Wants an
empty database; it makes and drops a test database of its own.
"""

from __future__ import annotations

import os
import statistics
import time

import django

_RUNS = 15


def main() -> None:
    """Build the office once and time each page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.web.settings")
    django.setup()
    connection, utils, made = _database()
    try:
        for line in _measured(connection, made):
            print(line)
    finally:
        utils.teardown_databases(connection, verbosity=0)


def _database():  # type: ignore[no-untyped-def]
    from django.test import utils  # noqa: PLC0415  # after setup

    from tests.web.big_office import make_big_office  # noqa: PLC0415  # after setup

    utils.setup_test_environment()
    made_databases = utils.setup_databases(verbosity=0, interactive=False)
    started = time.monotonic()
    made = make_big_office()
    print(f"the office was made in {time.monotonic() - started:.1f} s")
    return made_databases, utils, made


def _measured(_databases, office):  # type: ignore[no-untyped-def]
    from django.db import connection  # noqa: PLC0415  # after setup
    from django.test import Client  # noqa: PLC0415  # after setup
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415  # after setup

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    pages = {
        "plans": "/ke-hoach/",
        "tasks": "/ke-hoach/nhiem-vu/",
        "tasks, filtered": "/ke-hoach/nhiem-vu/?linh-vuc=procedures&ky=q2&xep=han",
        "plan of 60": f"/ke-hoach/{office.plan.pk}/",
        "search": "/ke-hoach/tim/?tim=so+hoa+ho+so",
        "Excel of 500": f"/ke-hoach/{office.large_plan.pk}/ban/1/excel/",
    }
    for name in ("clerk", "coordinator", "province_coordinator"):
        client = Client()
        client.force_login(
            getattr(office, name), backend="django.contrib.auth.backends.ModelBackend"
        )
        for page, address in pages.items():
            with CaptureQueriesContext(connection) as queries:
                status = client.get(address).status_code
            count = len(queries)
            times = []
            for _ in range(_RUNS):
                started = time.perf_counter()
                client.get(address)
                times.append((time.perf_counter() - started) * 1000)
            median = statistics.median(times)
            yield f"{name:22}{page:18}{status}{median:8.0f} ms {count:4} queries"


if __name__ == "__main__":
    main()
