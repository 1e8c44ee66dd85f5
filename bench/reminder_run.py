"""Times a day's reminders in a province at full size: what `bench.reminders` runs for a database.

3,000 people with an address, 40,000 open occurrences. The first run finds everything late and is
the worst there can be; the second, a day later, is like any other. Beside them the same rows read
and written with raw SQL: occurrences, positions and assignments in, notices and messages out.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.test import utils
from tests.web.big_office import YEAR, make_big_office

from cchc.deadlines import default_calendar
from cchc.deadlines.occurrences import last_working_day
from cchc.web.accounts.models import User
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.plans.models import Assignment, Plan, Task, TaskUnit
from cchc.web.work.actions.reminding import remind
from cchc.web.work.models import Following, Message, Notice, Occurrence, ReminderTold

OCCURRENCES = 40_000
FIRST, SECOND = date(YEAR, 10, 14), date(YEAR, 10, 15)
_CALENDAR = default_calendar()


def main() -> None:
    """Build the office, make two days' reminders, print one JSON object."""
    utils.setup_test_environment()
    databases = utils.setup_databases(verbosity=0, interactive=False)
    try:
        make_big_office()
        _give_everybody_work()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("analyze")
        raw = _timed_raw()
        found = {
            "first reminders, all late": {**_timed(FIRST), "raw": raw},
            "reminders of the next day": _timed(SECOND),
        }
        json.dump(found, sys.stdout)
    finally:
        utils.teardown_databases(databases, verbosity=0)


def _give_everybody_work() -> None:
    chance = random.Random(4)
    people = list(User.objects.order_by("pk"))
    for user in people:
        user.email = f"{user.username}@mau.gov.vn"
    User.objects.bulk_update(people, ["email"], batch_size=500)
    _posts(people)
    plans = list(Plan.objects.all())
    Following.objects.bulk_create(
        Following(plan=plan, plan_version=plan.versions.get(), since=date(YEAR, 1, 5))
        for plan in plans
    )
    Occurrence.objects.bulk_create(_occurrences(chance), batch_size=1_000)
    Assignment.objects.bulk_create(_assignments(chance), batch_size=1_000)


def _posts(people: list[User]) -> None:
    """A head in every division; a coordinator and a leader in every department."""
    held = []
    spare = iter(people[500:])
    for unit in Unit.objects.exclude(parent=None):
        roles = [Role.UNIT_HEAD]
        if unit.path.count("/") == 3:
            roles = [Role.COORDINATOR, Role.LEADER]
        held += [
            Position(user=next(spare), unit=unit, role=role, valid_from=date(2020, 1, 1))
            for role in roles
        ]
    Position.objects.bulk_create(held, batch_size=500)


def _occurrences(chance: random.Random) -> Iterator[Occurrence]:
    leads = dict(TaskUnit.objects.filter(part=TaskUnit.Part.LEAD).values_list("task_id", "unit_id"))
    tasks = list(Task.objects.select_related("plan_version"))
    for number in range(OCCURRENCES):
        task = tasks[number % len(tasks)]
        due = date(YEAR, 1, 31) + timedelta(days=chance.randrange(260))
        yield Occurrence(
            plan_id=task.plan_version.plan_id,
            task=task,
            task_key=task.key,
            unit_id=leads[task.pk],
            slot=f"bench {number}",
            kind=Occurrence.Kind.DATED,
            planned_due_on=due,
            due_on=due,
            work_by=last_working_day(due, _CALENDAR),
            state=Occurrence.State.OPEN,
        )


def _assignments(chance: random.Random) -> Iterator[Assignment]:
    """Half of the tasks are given to two people of the lead unit."""
    staff: dict[int, list[int]] = {}
    for unit, user in Position.objects.filter(role=Role.STAFF).values_list("unit_id", "user_id"):
        staff.setdefault(unit, []).append(user)
    rows = TaskUnit.objects.filter(part=TaskUnit.Part.LEAD).select_related("task__plan_version")
    for row in rows:
        there = staff.get(row.unit_id or 0, [])
        if len(there) > 1 and chance.random() < 0.5:
            for user in chance.sample(there, 2):
                yield Assignment(
                    plan_id=row.task.plan_version.plan_id,
                    task_key=row.task.key,
                    unit_id=row.unit_id,
                    user_id=user,
                    given_on=date(YEAR, 1, 10),
                )


def _timed(on: date) -> dict[str, Any]:
    settings.TODAY = on
    told = ReminderTold.objects.count()
    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):  # a captured query is written out, which takes long
        start, busy = time.perf_counter(), time.process_time()
        run = remind(on=on)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
    assert run is not None
    mails = Message.objects.filter(on=on).count()
    assert mails == Notice.objects.filter(on=on).count() == run.people
    reads = sum(sql.startswith("SELECT") for sql in asked)
    return {
        "seconds": seconds,
        "busy": busy,
        "queries": len(asked),
        "reads": reads,
        "people": run.people,
        "told": ReminderTold.objects.count() - told,
    }


_RAW_READS = (
    "select o.id, o.plan_id, o.task_id, o.unit_id, u.path, o.due_on, o.work_by, t.text from"
    " work_occurrence o join plans_task t on t.id = o.task_id"
    " join organisation_unit u on u.id = o.unit_id where o.state = 'open' order by o.due_on",
    "select p.user_id, p.role, u.path from organisation_position p"
    " join organisation_unit u on u.id = p.unit_id",
    "select plan_id, task_key, unit_id, user_id from plans_assignment where ended_on is null",
    "select task_id, unit_id from plans_taskunit where part = 'support'",
    "select id, full_name, email from accounts_user",
)
_RAW_TOLD = (
    'insert into work_remindertold (occurrence_id, due_on, doer, "on")'
    " select id, due_on, 1, due_on from work_occurrence where state = 'open'"
)


def _timed_raw() -> float:
    """The rows that a first run reads and writes, with nothing decided of them; taken back."""
    start = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        for sql in _RAW_READS:
            cursor.execute(sql)
            cursor.fetchall()
        cursor.execute(_RAW_TOLD)
        seconds = time.perf_counter() - start
        transaction.set_rollback(True)
    return seconds
