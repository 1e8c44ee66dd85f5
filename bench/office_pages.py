"""Times the office's pages in a province at full size: what `bench.office` runs for a database.

Every page is timed as a unit's clerk and as one who sees everything, in turns with the same rows
by raw SQL and a bare template.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.template import Context, Engine
from django.test import Client, utils
from django.test.utils import CaptureQueriesContext
from tests.web.big_office import BigOffice, make_big_office

from cchc.plan.interchange import plan_to_json
from cchc.web.accounts.models import User
from cchc.web.intake import jobs
from cchc.web.intake.actions.taking_in import keep_files, take_in
from cchc.web.intake.models import Part, Reading
from cchc.web.intake.queries import items_of
from cchc.web.plans.models import Plan
from cchc.web.plans.queries.versions import plan_of_version

_RUNS = 25
_ROWS = """
select t.id, t.label, t.text, t.outputs, t.deadline, t.last_due_on, u.part, u.words
from plans_task t join plans_taskunit u on u.task_id = t.id
where t.id in (select id from plans_task where {rows} order by id limit {most})
order by t.id, u.id
"""
BARE = Engine().from_string(
    "<table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>"
    "{% endfor %}</table>"
)


def main() -> None:
    """Build the office, time each page, print one JSON object."""
    utils.setup_test_environment()
    databases = utils.setup_databases(verbosity=0, interactive=False)
    try:
        office = make_big_office()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("analyze")
        json.dump({**_pages(office), **_desk(office)}, sys.stdout)
    finally:
        utils.teardown_databases(databases, verbosity=0)


def _pages(office: BigOffice) -> dict[str, Any]:
    plan, large = office.plan, office.large_plan
    asked = {
        "list of 50 tasks": ("/ke-hoach/nhiem-vu/", "1 = 1", 50),
        "plan page of 60 tasks": (f"/ke-hoach/{plan.pk}/", _of(plan), 60),
        "search": ("/ke-hoach/tim/?tim=so+hoa+ho+so", "folded like '%so hoa ho so%'", 50),
        "500 tasks to Excel": (f"/ke-hoach/{large.pk}/ban/1/excel/", _of(large), 500),
    }
    found = {}
    for name, (address, rows, most) in asked.items():
        people = [office.clerk, office.province_coordinator]
        if "Excel" in name:
            people = [_clerk_of(large), office.province_coordinator]
        clerk, above = (browser(person) for person in people)
        times = of_both(
            lambda clerk=clerk, address=address: get(clerk, address),
            lambda above=above, address=address: get(above, address),
            lambda rows=rows, most=most: _raw(rows, most),
        )
        with CaptureQueriesContext(connection) as queries:
            get(clerk, address)
        found[name] = {**times, "queries": len(queries)}
    return found


def _of(plan: Plan) -> str:
    return f"plan_version_id = {plan.versions.get().pk}"


def _clerk_of(plan: Plan) -> User:
    return User.objects.filter(positions__unit__path__startswith=plan.owner.path).order_by("pk")[0]


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def get(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    if answer.streaming:
        b"".join(answer.streaming_content)


def _raw(rows: str, most: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(rows=rows, most=most))
        BARE.render(Context({"rows": cursor.fetchall()}))


def _desk(office: BigOffice) -> dict[str, Any]:
    """An edit on the desk of a plan of 60 tasks: the deadline of another task each time."""
    value = plan_to_json(plan_of_version(office.plan.versions.get()))
    upload = SimpleUploadedFile("ke_hoach.json", json.dumps(value).encode())
    by, owner = office.coordinator, office.plan.owner
    reading = take_in(by=by, office=owner, kept=keep_files([upload], most=1))
    jobs.read.call(reading.pk)
    reading = Reading.objects.get(pk=reading.pk)
    assert reading.state == Reading.State.READY, reading.sentence
    client = browser(by)
    tasks = items_of(reading, Part.TASK)
    waiting = iter(tasks)

    def edit() -> None:
        item = next(waiting)
        sent = {"name": "deadline", "value": "Trước ngày 15/10", "version": str(item.version)}
        headers = {"HX-Request": "true", "HX-Target": f"item-{item.pk}"}
        answer = client.post(f"/ban-ra-soat/muc/{item.pk}/sua/", sent, headers=headers)
        assert answer.status_code == 200, answer.content[:500]

    edit()
    times = [timed(edit) for _ in range(_RUNS)]
    with CaptureQueriesContext(connection) as queries:
        edit()
    return {"desk edit": {"clerk": statistics.median(times), "queries": len(queries)}}


def of_both(*works: Callable[[], None]) -> dict[str, float]:
    """Medians of a clerk's page, of the page of one who sees all, and of the raw rows."""
    return dict(zip(("clerk", "above", "raw"), in_turns(*works), strict=True))


def in_turns(*works: Callable[[], None]) -> list[float]:
    """Medians of several works done in turns, so that a busy machine slows them alike."""
    for work in works:
        work()
    rounds = [[timed(work) for work in works] for _ in range(_RUNS)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
