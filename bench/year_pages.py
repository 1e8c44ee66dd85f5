"""Times the daily work and the overview over five kept years: run by `bench.year`.

Each page in turns with the same rows by raw SQL; a plan of 60 tasks is previewed and re-planned.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.template import Context
from django.test import utils
from django.test.utils import CaptureQueriesContext
from tests.web.big_office import BigOffice, make_big_office
from tests.web.big_year import DAY, make_big_year

from bench.office_pages import BARE, browser, get, in_turns, timed
from cchc.deadlines.calendar import DayType, DecidedDay
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.work.actions.planning import Preview, preview, replan_within
from cchc.web.work.queries.calendar import working_calendar

_RUNS = 11
_OWED = """
select o.id, o.due_on, o.state, o.name, t.text, t.deadline, p.title, u.name
from work_occurrence o join plans_task t on t.id = o.task_id join plans_plan p on p.id = o.plan_id
join organisation_unit u on u.id = o.unit_id
where o.unit_id = {unit} and o.state = 'open' and p.year = 2026 order by o.due_on, o.id limit 50
"""
_GROUPS = """
select o.unit_id, t.area, o.state, o.due_on < '{day}', o.done_on > o.due_on, count(*)
from work_occurrence o join plans_task t on t.id = o.task_id join plans_plan p on p.id = o.plan_id
where p.year = 2026 {within}
group by 1, 2, 3, 4, 5
"""


def main() -> None:
    """Build the office and its years, time each page, print one JSON object."""
    utils.setup_test_environment()
    databases = utils.setup_databases(verbosity=0, interactive=False)
    try:
        settings.TODAY = DAY
        office = make_big_office()
        make_big_year(office.coordinator)
        with connection.cursor() as cursor:
            cursor.execute("analyze")
        json.dump({**_work(office), **_overview(office), **_replanning(office)}, sys.stdout)
    finally:
        utils.teardown_databases(databases, verbosity=0)


def _work(office: BigOffice) -> dict[str, Any]:
    unit = office.clerk.positions.get().unit_id
    asked = {
        "my work": "/cong-viec/",
        "my unit's work": "/cong-viec/?cua=don-vi",
        "my board": "/cong-viec/?kieu=bang",
        "my month": "/cong-viec/?kieu=lich",
    }
    raw = lambda: _raw(_OWED.format(unit=unit))  # noqa: E731
    return {name: _page(office.clerk, address, raw) for name, address in asked.items()}


def _overview(office: BigOffice) -> dict[str, Any]:
    leader, above = office.leader, office.province_coordinator
    own = _GROUPS.format(day=DAY, within=f"and p.owner_id = {office.plan.owner.pk}")
    whole = _GROUPS.format(day=DAY, within="")
    asked = {
        "overview of a department": (leader, "/tong-quan/", own),
        "overview of a province": (above, "/tong-quan/", whole),
        "overview of a unit": (office.clerk, "/tong-quan/", own),
        "department as on 30/4": (leader, "/tong-quan/?ngay=2026-04-30", own),
        "province as on 30/4": (above, "/tong-quan/?ngay=2026-04-30", whole),
        "briefing of a department": (leader, "/tong-quan/bao-cao-nhanh/", own),
        "rows behind a figure": (leader, "/tong-quan/viec/?so=overdue", own),
        "rows behind a province's figure": (above, "/tong-quan/viec/?so=overdue", whole),
    }
    return {
        name: _page(person, address, lambda sql=sql: _raw(sql))
        for name, (person, address, sql) in asked.items()
    }


def _page(person: User, address: str, raw: Callable[[], None]) -> dict[str, Any]:
    client = browser(person)
    page, rows = in_turns(lambda: get(client, address), raw)
    with CaptureQueriesContext(connection) as queries:
        get(client, address)
    return {"clerk": page, "raw": rows, "queries": len(queries)}


def _raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        BARE.render(Context({"rows": cursor.fetchall()}))


class _Undo(Exception):
    """Take back what was measured, so that the next run does the same."""


def _replanning(office: BigOffice) -> dict[str, Any]:
    """A swapped day moves due days of a plan of 60 tasks: looked at, and applied."""
    swapped = DecidedDay(date(2026, 11, 30), DayType.REST, "Nghỉ hoán đổi", "")
    calendar = working_calendar().with_days([swapped])

    def look() -> Preview:
        found = preview(office.plan, calendar=calendar)
        assert found is not None
        return found

    def apply() -> None:
        try:
            with transaction.atomic():
                found = look()
                with acting("work.replan", by=office.coordinator, reason="Đo") as act:
                    replan_within(act, by=office.coordinator, on=DAY, found=found, reason="Đo")
                raise _Undo
        except _Undo:
            pass

    found = {}
    for name, work in (("preview of 60 tasks re-planned", look), ("60 tasks re-planned", apply)):
        work()
        times = [timed(work) for _ in range(_RUNS)]
        with CaptureQueriesContext(connection) as queries:
            work()
        found[name] = {"clerk": statistics.median(times), "queries": len(queries)}
    return found
