"""Reading people: lists of a day, a person's positions, who stands in for whom."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Position, Role, Unit, in_force
from cchc.web.ui.vietnamese import searchable


def find_people(
    people: QuerySet[User],
    positions: QuerySet[Position],
    *,
    on: date,
    words: str = "",
    unit: Unit | None = None,
    role: str = "",
    everyone: bool = False,
) -> QuerySet[User]:
    """People by words without marks, unit (with all below) and role, who hold a position on a day.

    `everyone` also finds those without a position that day. Each person brings `shown`, the
    visible positions of the day; 2 queries and one for the count, at any size.
    """
    for word in searchable(words).split():
        people = people.filter(folded__contains=word)
    held = positions.filter(in_force(on))
    asked = held.filter(user=OuterRef("pk"))
    if unit is not None:
        asked = asked.filter(unit__path__startswith=unit.path)
    if role:
        asked = asked.filter(role=role)
    if unit is not None or role or not everyone:
        people = people.filter(Exists(asked))
    shown = held.select_related("unit", "stands_for").order_by("unit__path", "role")
    return people.order_by("sort_key", "pk").prefetch_related(
        Prefetch("positions", queryset=shown, to_attr="shown")
    )


def positions_of(person: User, visible: QuerySet[Position]) -> list[Position]:
    """A person's positions that may be seen, the latest first. 1 query."""
    mine = visible.filter(user=person).select_related("unit", "stands_for")
    return list(mine.order_by("-valid_from", "-pk"))


def stood_for(person: User, visible: QuerySet[Position]) -> list[Position]:
    """Positions in which others act for the person, the latest first. 1 query."""
    theirs = visible.filter(stands_for=person).select_related("unit", "user")
    return list(theirs.order_by("-valid_from", "-pk"))


def people_of(unit: Unit, visible: QuerySet[Position]) -> list[Position]:
    """Positions in a unit itself, of any time, by person. 1 query."""
    here = visible.filter(unit=unit).select_related("user", "stands_for")
    return list(here.order_by("-valid_from", "user__sort_key", "pk"))


def paths_held(person: User, on: date) -> list[str]:
    """Paths of the units where a person has a position that is not over. 1 query."""
    going = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    held = Position.objects.filter(going, user=person, archived_at=None)
    return list(held.values_list("unit__path", flat=True).distinct().order_by())


def is_always_administered(root: Unit, on: date) -> bool:
    """Whether, from a day on without end, somebody who may sign in administers a unit. 1 query.

    Leave cover does not count: it is there for another.
    """
    held = Position.objects.filter(
        unit=root,
        role=Role.ADMINISTRATOR,
        archived_at=None,
        user__is_active=True,
        user__archived_at=None,
    ).exclude(capacity=Position.Capacity.COVER)
    needed = on
    for start, end in held.order_by("valid_from").values_list("valid_from", "valid_to"):
        if start > needed:
            break
        if end is None:
            return True
        needed = max(needed, end + timedelta(days=1))
    return False


def clashing(
    *, user: User, unit: Unit, role: str, start: date, end: date | None, but: Collection[int] = ()
) -> QuerySet[Position]:
    """Positions of a person with the same role in the same unit at some of the same time."""
    same = Position.objects.filter(user=user, unit=unit, role=role, archived_at=None)
    same = same.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=start)).exclude(pk__in=but)
    return same.filter(valid_from__lte=end) if end else same


def for_register(
    units: QuerySet[Unit], positions: QuerySet[Position], on: date
) -> tuple[list[Unit], list[Position]]:
    """Units that go on, the upper ones first, and the positions in them that are not over.

    2 queries. What the workbook leaves out are ended units and former positions.
    """
    going = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    chosen = list(units.filter(going).select_related("parent").order_by("path"))
    held = positions.filter(going, unit__in=[unit.pk for unit in chosen])
    rows = held.select_related("user", "stands_for", "unit")
    return chosen, list(rows.order_by("unit__path", "user__sort_key", "role", "valid_from", "pk"))
