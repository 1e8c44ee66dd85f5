"""Times the overview in a year of daily work: what `bench.overview` runs for a database.

Each page in turns with the same groups by raw SQL.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client, utils
from django.test.utils import CaptureQueriesContext
from tests.web.big_office import BigOffice, make_big_office
from tests.web.big_year import DAY, make_big_year

from cchc.web.accounts.models import User

_RUNS = 15
_GROUPS = """
select o.unit_id, t.area, o.state, o.due_on < '{day}', o.done_on > o.due_on, count(*)
from work_occurrence o join plans_task t on t.id = o.task_id join plans_plan p on p.id = o.plan_id
where p.year = 2026 {within}
group by 1, 2, 3, 4, 5
"""


def main() -> None:
    """Build the office and its year, time each page, print one JSON object."""
    utils.setup_test_environment()
    databases = utils.setup_databases(verbosity=0, interactive=False)
    try:
        settings.TODAY = DAY
        office = make_big_office()
        make_big_year(office.coordinator)
        with connection.cursor() as cursor:
            cursor.execute("analyze")
        json.dump(_pages(office), sys.stdout)
    finally:
        utils.teardown_databases(databases, verbosity=0)


def _pages(office: BigOffice) -> dict[str, Any]:
    department = office.plan.owner
    own = f"and p.owner_id = {department.pk}"
    asked = {
        "overview of a department": (office.coordinator, "/tong-quan/", own),
        "overview of a province": (office.province_coordinator, "/tong-quan/", ""),
        "overview of a unit": (office.clerk, "/tong-quan/", own),
        "overview as on 30/4": (office.coordinator, "/tong-quan/?ngay=2026-04-30", own),
        "province as on 30/4": (office.province_coordinator, "/tong-quan/?ngay=2026-04-30", ""),
        "briefing": (office.coordinator, "/tong-quan/bao-cao-nhanh/", own),
        "list behind a figure": (office.coordinator, "/tong-quan/viec/?so=overdue", own),
        "list of a province": (office.province_coordinator, "/tong-quan/viec/?so=overdue", ""),
    }
    found = {}
    for name, (person, address, within) in asked.items():
        client = _browser(person)
        page = lambda client=client, address=address: _get(client, address)  # noqa: E731
        times = _in_turns(page, lambda within=within: _raw(within))
        with CaptureQueriesContext(connection) as queries:
            page()
        found[name] = {**times, "queries": len(queries)}
    return found


def _browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _get(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)


def _raw(within: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_GROUPS.format(day=DAY, within=within))
        cursor.fetchall()


def _in_turns(*works: Callable[[], None]) -> dict[str, float]:
    """Medians of the page and of the raw groups."""
    for work in works:
        work()
    rounds = [[_timed(work) for work in works] for _ in range(_RUNS)]
    medians = [statistics.median(column) for column in zip(*rounds, strict=True)]
    return dict(zip(("page", "raw"), medians, strict=True))


def _timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
