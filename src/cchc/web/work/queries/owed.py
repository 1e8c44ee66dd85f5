"""What a person or a unit owes, as their list, board and calendar show it.

Every question begins with the units, so that the index on unit, state and due day bounds it
however many years the office has kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Role, Unit
from cchc.web.organisation.standing import Person, below_any, standing_of
from cchc.web.plans.models import Assignment, PlanVersion, TaskUnit
from cchc.web.ui.vietnamese import searchable
from cchc.web.work.models import Occurrence

State = Occurrence.State
SOON = 14  # days ahead that count as soon
_WORKS = (Role.STAFF, Role.UNIT_HEAD)
# What a list needs of a task; its source and confirmations would be most of the bytes.
_OF_TASK = ("text", "label", "deadline", "outputs", "area", "plan_version_id", "key")
_LISTED = (
    *("plan__title", "plan__year", "plan__owner__name", "plan__owner__path"),
    *("unit__name", "unit__path"),
    *(f"task__{name}" for name in _OF_TASK),
    *(field.attname for field in Occurrence._meta.concrete_fields),
)

# Plan, task and unit → the number and name of each person it is given to.
Given = dict[tuple[int, UUID, int | None], list[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of a scope's occurrences stand where."""

    late: int = 0
    soon: int = 0
    later: int = 0
    returned: int = 0
    proposed: int = 0
    waiting: int = 0
    unclear: int = 0

    @property
    def open(self) -> int:
        return self.late + self.soon + self.later


def working_units(user: Person, on: date) -> list[int]:
    """Units whose work is the person's: their own, those below one they head, what became them.

    The office that a coordinator stands for counts as theirs where a plan names it itself.
    1 query, none where the person heads nothing.
    """
    standing = standing_of(user, on)
    own = [h for h in standing.holdings if h.role in (*_WORKS, Role.COORDINATOR)]
    paths = {h.path for h in own}
    found = {h.unit_id for h in own} | {pk for pk, path in standing.former if path in paths}
    headed = standing.paths((Role.UNIT_HEAD,))
    if headed:
        found |= set(Unit.objects.filter(below_any(headed)).values_list("pk", flat=True))
    return sorted(found)


def choosable_units(user: Person, on: date) -> QuerySet[Unit]:
    """Units whose work a person may look at as a unit's: their own, and all below their office
    for those who watch over it."""
    standing = standing_of(user, on)
    whole = (Role.COORDINATOR, Role.LEADER, Role.VIEWER, Role.INSPECTOR, Role.APPRAISER)
    within = below_any(standing.paths(whole)) | Q(pk__in=working_units(user, on))
    return Unit.objects.filter(within, archived_at=None)


def live(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """Without what belongs to plans that are over."""
    issued = PlanVersion.objects.filter(
        plan=OuterRef("plan"), state=PlanVersion.State.ISSUED, archived_at=None
    )
    return rows.filter(Exists(issued))


def given_to(user: User | None = None) -> QuerySet[Assignment]:
    """Open assignments of an occurrence's task in its unit, of one person or of anybody."""
    rows = Assignment.objects.filter(
        plan=OuterRef("plan"),
        task_key=OuterRef("task_key"),
        unit=OuterRef("unit"),
        ended_on=None,
        archived_at=None,
    )
    return rows if user is None else rows.filter(user=user)


def of_person(
    visible: QuerySet[Occurrence], user: User, units: Iterable[int]
) -> QuerySet[Occurrence]:
    """What is given to the person, and what their units owe that is given to nobody. 1 query."""
    own = list(units)
    held = Assignment.objects.filter(user=user, ended_on=None, archived_at=None)
    where = {*own, *held.order_by().values_list("unit_id", flat=True)}
    mine = Exists(given_to(user)) | Q(unit_id__in=own) & ~Exists(given_to())
    return visible.filter(mine, unit_id__in=where)


def of_units(visible: QuerySet[Occurrence], units: Iterable[int]) -> QuerySet[Occurrence]:
    return visible.filter(unit_id__in=list(units))


def worded(rows: QuerySet[Occurrence], words: str) -> QuerySet[Occurrence]:
    """Keep those whose task has all the words."""
    for word in searchable(words).split():
        rows = rows.filter(task__folded__contains=word)
    return rows


def counted(rows: QuerySet[Occurrence], on: date) -> Counts:
    """Count a scope in one go. 1 query."""
    until = on + timedelta(days=SOON)
    is_open = Q(state=State.OPEN)
    asked: dict[str, Any] = {
        "late": is_open & Q(due_on__lt=on),
        "soon": is_open & Q(due_on__gte=on, due_on__lte=until),
        "later": is_open & Q(due_on__gt=until),
        "returned": is_open & ~Q(returned_note=""),
        "proposed": Q(state=State.PROPOSED),
        "waiting": Q(state=State.WAITING),
        "unclear": Q(state=State.UNCLEAR),
    }
    states = (State.OPEN, State.PROPOSED, State.WAITING, State.UNCLEAR)
    named = {name: Count("pk", filter=one) for name, one in asked.items()}
    return Counts(**rows.filter(state__in=states).order_by().aggregate(**named))


def listed(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """With what a list shows of each: task, plan, unit."""
    return rows.select_related("task", "plan__owner", "unit").only(*_LISTED)


def page_of(rows: QuerySet[Occurrence], start: int, size: int) -> list[Occurrence]:
    """Some rows in order of their days. 2 queries: which, then the rows as a list shows them."""
    keys = list(rows.order_by("due_on", "pk").values_list("pk", flat=True)[start : start + size])
    found = {row.pk: row for row in listed(Occurrence.objects.filter(pk__in=keys))}
    return [found[key] for key in keys]


def assigned_people(rows: Iterable[Occurrence]) -> Given:
    """Who sees to each occurrence, by plan, task and unit. 1 query."""
    keys = {row.task_key for row in rows}
    found: Given = {}
    if not keys:
        return found
    given = Assignment.objects.filter(task_key__in=keys, ended_on=None, archived_at=None)
    named = given.values_list("plan_id", "task_key", "unit_id", "user_id", "user__full_name")
    for plan, key, unit, user, name in named.order_by("given_on", "pk"):
        found.setdefault((plan, key, unit), []).append((user, name))
    return found


def supported(
    visible: QuerySet[Occurrence], units: Iterable[int], on: date
) -> QuerySet[Occurrence]:
    """Open work of others that these units support, late or due within a month."""
    own = list(units)
    tasks = TaskUnit.objects.filter(unit_id__in=own, part=TaskUnit.Part.SUPPORT)
    rows = visible.filter(state=State.OPEN, due_on__lte=on + timedelta(days=30))
    return rows.filter(task_id__in=tasks.order_by().values("task_id")).exclude(unit_id__in=own)


def not_over(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """All that is still owed, waited for or to be answered, by its days: for paper and Excel."""
    states = (State.OPEN, State.PROPOSED, State.WAITING, State.UNCLEAR)
    return listed(rows.filter(state__in=states)).order_by(F("due_on").asc(nulls_last=True), "pk")


def due_in(rows: QuerySet[Occurrence], first: date, last: date) -> QuerySet[Occurrence]:
    """What is due in a stretch of days, done or not."""
    owed = (State.OPEN, State.PROPOSED, State.DONE)
    return rows.filter(state__in=owed, due_on__gte=first, due_on__lte=last)


def reviewed(rows: QuerySet[Occurrence], first: date, last: date, on: date) -> QuerySet[Occurrence]:
    """What the review of a month is about: due in it, or due before it and late by now."""
    due = Q(due_on__gte=first, state__in=(State.OPEN, State.PROPOSED, State.DONE))
    carried = Q(due_on__lt=min(first, on), state__in=(State.OPEN, State.PROPOSED))
    found = rows.filter(due | carried, due_on__lte=last)
    return found.order_by("unit__sort_key", "unit_id", "due_on", "pk")


def review_counts(rows: QuerySet[Occurrence], on: date) -> list[dict[str, Any]]:
    """How the work of each unit came out, without its rows: for a whole province. 1 query."""
    is_done, is_late = Q(state=State.DONE), Q(done_on__gt=F("due_on"))
    asked: dict[str, Any] = {
        "done": is_done & ~is_late,
        "done_late": is_done & is_late,
        "proposed": Q(state=State.PROPOSED),
        "late": Q(state=State.OPEN, due_on__lt=on),
        "open": Q(state=State.OPEN, due_on__gte=on),
    }
    counts = {name: Count("pk", filter=one) for name, one in asked.items()}
    by_unit = rows.order_by("unit__sort_key", "unit_id").values("unit__name", "unit_id")
    return [dict(one) for one in by_unit.annotate(**counts)]


def lately_done(rows: QuerySet[Occurrence], on: date, days: int = 30) -> QuerySet[Occurrence]:
    return rows.filter(state=State.DONE, answered_on__gt=on - timedelta(days=days))
