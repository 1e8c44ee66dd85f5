"""Reading units: the tree of a day, where a unit stands, what became of it and what it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from cchc.web.organisation.models import (
    FormerParent,
    Position,
    Role,
    Succession,
    Unit,
    UnitKind,
    in_force,
)
from cchc.web.organisation.standing import OFFICE_KINDS, below_any
from cchc.web.ui.vietnamese import searchable

_KIND_ORDER = {kind.value: place for place, kind in enumerate(UnitKind)}


@dataclass(slots=True)
class Node:
    """A unit in the tree of a day, with the units below it."""

    unit: Unit
    children: list[Node] = field(default_factory=list)
    above: Node | None = None

    @property
    def line(self) -> list[Unit]:
        """The units above, the root first."""
        return [] if self.above is None else [*self.above.line, self.above.unit]


@dataclass(slots=True)
class Tree:
    """The units that existed on a day, as they stood under each other then."""

    roots: list[Node]
    nodes: dict[int, Node]


def tree_on(visible: QuerySet[Unit], on: date) -> Tree:
    """Read the tree of a day. 2 queries at any size.

    A unit whose unit above did not exist then stands under the next one above that did.
    """
    units = {unit.pk: unit for unit in visible.order_by("place", "sort_key", "pk")}
    then = _parents_on(units.values(), on)
    nodes = {pk: Node(unit) for pk, unit in units.items() if unit.existed_on(on)}
    roots: list[Node] = []
    for pk, node in nodes.items():
        parent = then[pk]
        while parent is not None and parent not in nodes:
            parent = then.get(parent)
        if parent is None:
            roots.append(node)
        else:
            node.above = nodes[parent]
            nodes[parent].children.append(node)
    for node in nodes.values():
        node.children.sort(key=_by_kind)
    return Tree(sorted(roots, key=_by_kind), nodes)


def _by_kind(node: Node) -> tuple[int, int, str]:
    unit = node.unit
    return _KIND_ORDER.get(unit.kind, 99), unit.place, unit.sort_key


def _parents_on(units: Iterable[Unit], on: date) -> dict[int, int | None]:
    then = {unit.pk: unit.parent_id for unit in units}
    former = FormerParent.objects.filter(until__gte=on).order_by("-until")
    # The earliest «until» from that day on wins: it is written last.
    then.update((pk, parent) for pk, parent in former.values_list("unit_id", "parent_id"))
    return then


def find_units(
    visible: QuerySet[Unit], *, words: str = "", kind: str = "", on: date, which: str = "now"
) -> QuerySet[Unit]:
    """Units by words without marks, kind, and whether they existed on the day (`now`, `ended`,
    `all`)."""
    found = visible.select_related("parent")
    for word in searchable(words).split():
        found = found.filter(folded__contains=word)
    if kind:
        found = found.filter(kind=kind)
    if which == "now":
        found = found.filter(in_force(on))
    elif which == "ended":
        found = found.filter(valid_to__lt=on)
    return found.order_by("sort_key", "pk")


def line_of(unit: Unit) -> list[Unit]:
    """The units above a unit, the root first. 1 query."""
    above = Unit.objects.in_bulk(unit.ancestor_ids)
    return [above[pk] for pk in unit.ancestor_ids if pk in above]


def last_parent(unit: Unit) -> Unit | None:
    """The unit under which a unit stood until it ended. 1 query."""
    rows = unit.former_parents.select_related("parent").order_by("-until")
    return next((row.parent for row in rows[:1]), unit.parent)


def office_of(unit: Unit) -> Unit:
    """The office that a unit is part of, as `standing` reckons it. 1 query."""
    chain = [unit, *reversed(line_of(unit))]
    place = next((i for i, one in enumerate(chain) if one.kind in OFFICE_KINDS), len(chain) - 1)
    if chain[place].kind == UnitKind.PROVINCE and place > 0:
        place -= 1
    return chain[place]


def children_of(unit: Unit, on: date) -> QuerySet[Unit]:
    """The units right below a unit on a day (as they stand now); former units are no children."""
    return unit.children.filter(in_force(on), archived_at=None)


def subtree_of(unit: Unit) -> QuerySet[Unit]:
    """The unit and all below it, those put away excepted."""
    return Unit.objects.filter(path__startswith=unit.path, archived_at=None)


def holders_on(unit: Unit, on: date) -> dict[Role, list[Position]]:
    """Who holds each role that reaches a unit on a day: in it or in a unit above. 1 query."""
    reaching = Position.objects.filter(
        in_force(on),
        unit_id__in=(*unit.ancestor_ids, unit.pk),
        archived_at=None,
        user__is_active=True,
    ).select_related("user", "unit", "stands_for")
    found: dict[Role, list[Position]] = {role: [] for role in Role}
    for position in reaching.order_by("-unit__path", "user__sort_key"):
        found[Role(position.role)].append(position)
    return found


# What became of units, and what they were.


def present_units(unit: Unit, on: date) -> list[Unit]:
    """What a unit had become by a day: itself, or those that took over, over all steps."""
    return present_by_unit((unit,), on)[unit.pk]


def former_units(unit: Unit) -> list[Unit]:
    """All units that became this one, over all steps, the latest first."""
    found: dict[int, Unit] = {}
    asked = {unit.pk}
    while asked:
        steps = Succession.objects.filter(after__in=asked).select_related("before")
        fresh = {step.before_id: step.before for step in steps.order_by("-on", "pk")}
        asked = set(fresh) - set(found) - {unit.pk}
        found.update((pk, fresh[pk]) for pk in fresh if pk in asked)
    return list(found.values())


def own_and_former(number: int) -> set[int]:
    """The number of a unit and of all that became it. 1 query where nothing did."""
    found, asked = {number}, {number}
    while asked:
        before = Succession.objects.filter(after__in=asked).values_list("before_id", flat=True)
        asked = set(before) - found
        found |= asked
    return found


def people_of(unit: Unit, on: date) -> Q:
    """Positions of the people who do a unit's work: in it and below, or in what it has become."""
    if unit.valid_to is None or unit.valid_to >= on:
        return below_any((unit.path,), "unit__")
    return below_any([one.path for one in present_units(unit, on)], "unit__")


def present_by_unit(units: Collection[Unit], on: date) -> dict[int, list[Unit]]:
    """`present_units` of many at once: one query for each step of succession, few at any size."""
    known = {unit.pk: unit for unit in units}
    onward: dict[int, list[int]] = {}
    asked = set(known)
    while asked:
        steps = Succession.objects.filter(before__in=asked, on__lte=on).select_related("after")
        grouped: dict[int, list[int]] = defaultdict(list)
        for step in steps.order_by("on", "pk"):
            grouped[step.before_id].append(step.after_id)
            known[step.after_id] = step.after
        onward.update(grouped)
        asked = {pk for after in grouped.values() for pk in after} - set(onward)
    return {unit.pk: [known[pk] for pk in _ends(unit.pk, onward)] for unit in units}


def _ends(start: int, onward: dict[int, list[int]]) -> list[int]:
    ends: dict[int, None] = {}
    waiting, seen = [start], {start}
    while waiting:
        here = waiting.pop(0)
        if here not in onward:
            ends[here] = None
        for after in onward.get(here, ()):
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return list(ends)


def day_before(on: date) -> date:
    return on - timedelta(days=1)


def positions_from(unit: Unit, on: date) -> QuerySet[Position]:
    """Positions in a unit that last to a day or beyond, or begin after it."""
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    return (
        unit.positions.filter(lasting, archived_at=None)
        .select_related("user", "stands_for")
        .order_by("valid_from", "pk")
    )
