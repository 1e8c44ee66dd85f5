"""Reading for a run of reminders: what is open and near or late, and who answers for it.

Everything is read at once in a number of queries that does not grow with the office, and joined in
memory: a run looks at tens of thousands of occurrences and thousands of people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from cchc.deadlines.reminders import Audience
from cchc.web.accounts.models import User
from cchc.web.organisation.models import Position, Role, in_force
from cchc.web.plans.models import Assignment, TaskUnit
from cchc.web.work.models import (
    Message,
    Occurrence,
    ReminderRule,
    ReminderTold,
    ReminderWish,
    Update,
    WebhookTarget,
)
from cchc.web.work.queries.followed import followed_plans

State = Occurrence.State
Given = tuple[int, UUID, int | None]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One open occurrence with what a reminder says of it."""

    pk: int
    plan_id: int
    task_id: int
    task_key: UUID
    unit_id: int | None
    unit_path: str
    unit_name: str
    owner_id: int
    owner_path: str
    due_on: date
    work_by: date
    task: str
    product: str
    name: str

    @property
    def given(self) -> Given:
        """What assignments are made of."""
        return self.plan_id, self.task_key, self.unit_id

    @property
    def text(self) -> str:
        more = self.product or self.name
        return f"{self.task} ({more})" if more else self.task


_COLUMNS = (
    *("pk", "plan_id", "task_id", "task_key", "unit_id", "unit__path", "unit__name"),
    *("plan__owner_id", "plan__owner__path", "due_on", "work_by"),
    *("task__text", "product", "name"),
)


def open_work(until: date) -> list[OpenWork]:
    """What is open in followed plans and to be done by a day, the earliest first. 1 query."""
    rows = Occurrence.objects.filter(
        state=State.OPEN,
        work_by__lte=until,
        plan__in=followed_plans().select_related(None).order_by().values("pk"),
    )
    return [_work(*row) for row in rows.order_by("due_on", "pk").values_list(*_COLUMNS).iterator()]


def _work(
    pk: int,
    plan_id: int,
    task_id: int,
    task_key: UUID,
    unit_id: int | None,
    unit_path: str | None,
    unit_name: str | None,
    *rest: object,
) -> OpenWork:
    values = (pk, plan_id, task_id, task_key, unit_id, unit_path or "", unit_name or "", *rest)
    return OpenWork(*values)  # type: ignore[arg-type]


def rules_by_path() -> dict[str, ReminderRule]:
    """The rules that offices set, by the path of the office. 1 query."""
    rows = ReminderRule.objects.filter(archived_at=None).select_related("office")
    return {one.office.path: one for one in rows}


def nearest(path: str, table: Mapping[str, Row]) -> Row | None:
    """What holds for a unit: its own, else that of the next one above which has one."""
    return next((table[above] for above in _upwards(path) if above in table), None)


def told_so_far(until: date) -> dict[tuple[int, date], dict[Audience, int]]:
    """How far each audience was told of what is open, for each due day it had. 1 query."""
    rows = ReminderTold.objects.filter(
        occurrence__state=State.OPEN, occurrence__work_by__lte=until
    ).order_by()
    columns = ("occurrence_id", "due_on", *(one.value for one in Audience))
    return {
        (pk, due_on): {
            audience: rank
            for audience, rank in zip(Audience, ranks, strict=True)
            if rank is not None
        }
        for pk, due_on, *ranks in rows.values_list(*columns).iterator()
    }


def assigned_people() -> dict[Given, list[int]]:
    """Who sees to which task in which unit. 1 query."""
    found: dict[Given, list[int]] = defaultdict(list)
    rows = Assignment.objects.filter(ended_on=None, archived_at=None).order_by("given_on", "pk")
    for plan, key, unit, user in rows.values_list("plan_id", "task_key", "unit_id", "user_id"):
        found[plan, key, unit].append(user)
    return found


def newly_assigned(since: date, before: date) -> list[tuple[int, OpenWork]]:
    """(person, their next open occurrence) of what was given in these days. 2 queries at most."""
    rows = Assignment.objects.filter(
        given_on__gte=since, given_on__lt=before, ended_on=None, archived_at=None
    ).order_by("pk")
    given = list(rows.values_list("user_id", "plan_id", "task_key", "unit_id"))
    if not given:
        return []
    work = Occurrence.objects.filter(
        state=State.OPEN,
        plan__in={plan for _, plan, _, _ in given},
        task_key__in={key for _, _, key, _ in given},
    )
    nearest: dict[Given, OpenWork] = {}
    for row in work.order_by("due_on", "pk").values_list(*_COLUMNS):
        one = _work(*row)
        nearest.setdefault(one.given, one)
    found = ((user, nearest.get((plan, key, unit))) for user, plan, key, unit in given)
    return [(user, one) for user, one in found if one is not None]


def missing_parts(tasks: Iterable[int]) -> dict[int, list[tuple[int, str, str]]]:
    """(number, path, name) of the registered units that support each of these tasks. 1 query."""
    found: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    wanted = set(tasks)
    rows = TaskUnit.objects.filter(
        part=TaskUnit.Part.SUPPORT,
        unit__isnull=False,
        task__occurrences__state=State.OPEN,
    ).order_by()
    columns = ("task_id", "unit_id", "unit__path", "unit__name")
    for task, unit, path, name in rows.values_list(*columns).distinct():
        if task in wanted:
            found[task].append((unit, path, name))
    return found


def parts_given() -> set[tuple[int, int]]:
    """(occurrence, unit) of the parts that supporting units gave to what is open. 1 query."""
    rows = Update.objects.filter(
        kind=Update.Kind.PART, occurrence__state=State.OPEN, unit__isnull=False
    ).order_by()
    return set(rows.values_list("occurrence_id", "unit_id"))


@dataclass(slots=True)
class Places:
    """Who holds which post on a day, by the path of its unit, and who stands in for whom."""

    heads: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    coordinators: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    leaders: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    paths: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    stand_ins: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _answering: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def works_in(self, user: int, path: str) -> bool:
        """Whether the person holds a post in the unit, below it, or in what took it over."""
        return any(own.startswith(path) or path.startswith(own) for own in self.paths.get(user, ()))

    def answering_for(self, path: str) -> tuple[int, ...]:
        """The heads of a unit; without one the coordinator there; else of the unit above.

        A unit that ended stands below the one that took it over, whose head answers then.
        """
        if path not in self._answering:
            found: list[int] = []
            for above in _upwards(path):
                found = self.heads.get(above) or self.coordinators.get(above) or []
                if found:
                    break
            self._answering[path] = tuple(dict.fromkeys(found))
        return self._answering[path]

    def coordinating(self, path: str) -> tuple[int, ...]:
        """The nearest coordinators of an office."""
        for above in _upwards(path):
            if self.coordinators.get(above):
                return tuple(dict.fromkeys(self.coordinators[above]))
        return ()

    def leading(self, path: str) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.leaders.get(path, ())))

    def with_stand_ins(self, users: Iterable[int]) -> list[int]:
        """The people and those who stand in for them."""
        found: dict[int, None] = {}
        for user in users:
            found[user] = None
            found.update(dict.fromkeys(self.stand_ins.get(user, ())))
        return list(found)


def _upwards(path: str) -> Iterator[str]:
    """The path of a unit and of those above, itself first."""
    parts = path.strip("/").split("/")
    for count in range(len(parts), 0, -1):
        yield f"/{'/'.join(parts[:count])}/"


def places_on(on: date) -> Places:
    """Who holds which post on a day. 1 query."""
    places = Places()
    tables = {
        Role.UNIT_HEAD: places.heads,
        Role.COORDINATOR: places.coordinators,
        Role.LEADER: places.leaders,
    }
    rows = Position.objects.filter(
        in_force(on), archived_at=None, unit__archived_at=None, user__is_active=True
    ).order_by("pk")
    for user, role, path, stands_for in rows.values_list(
        "user_id", "role", "unit__path", "stands_for_id"
    ).iterator():
        if Role(role) in tables:
            tables[Role(role)][path].append(user)
        places.paths[user].append(path)
        if stands_for is not None:
            places.stand_ins[stands_for].append(user)
    return places


@dataclass(frozen=True, slots=True)
class Reach:
    """How a person can be reached besides in the office; empty where they cannot or will not."""

    name: str
    email: str
    phone: str


def reach_of(users: Iterable[int]) -> dict[int, Reach]:
    """How to reach these people. 2 queries."""
    wanted = set(users)
    wishes = {
        user: (by_mail, by_phone)
        for user, by_mail, by_phone in ReminderWish.objects.filter(archived_at=None)
        .order_by()
        .values_list("user_id", "by_mail", "by_phone")
    }
    found = {}
    people = User.objects.filter(is_active=True, archived_at=None).order_by()
    for pk, name, email, phone in people.values_list("pk", "full_name", "email", "phone"):
        if pk in wanted:
            by_mail, by_phone = wishes.get(pk, (True, True))
            found[pk] = Reach(name, email if by_mail else "", phone if by_phone else "")
    return found


def webhooks_by_path() -> dict[str, WebhookTarget]:
    """The gateway that each office has turned on, by the path of the office. 1 query."""
    rows = WebhookTarget.objects.filter(is_on=True, archived_at=None).select_related("office")
    return {one.office.path: one for one in rows}


def digests_waiting(before: date) -> dict[tuple[int, str], list[Message]]:
    """Digests of earlier days that could not be sent yet, by person and channel. 1 query."""
    found: dict[tuple[int, str], list[Message]] = defaultdict(list)
    rows = Message.objects.filter(
        state=Message.State.QUEUED, on__lt=before, key__startswith="digest "
    ).order_by("on", "pk")
    for one in rows:
        if one.user_id is not None:
            found[one.user_id, one.channel].append(one)
    return found
