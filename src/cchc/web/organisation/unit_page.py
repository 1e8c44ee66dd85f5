"""What the page of a unit shows."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.organisation import policy, queries
from cchc.web.organisation.directory import people_of
from cchc.web.organisation.models import Position, Unit, UnitKind
from cchc.web.organisation.who_may import VERBS, who_may

_MOST_CHILDREN = 30


def unit_page(by: User, unit: Unit, on: date) -> dict[str, Any]:
    """Everything about a unit that the person may see; a pinned number of queries."""
    works_with = policy.works_with(by, unit, on)
    positions = people_of(unit, policy.visible_positions(by, on)) if works_with else []
    children = list(
        queries.children_of(unit, on).order_by("place", "sort_key", "pk")[: _MOST_CHILDREN + 1]
    )
    aliases = policy.visible_aliases(by, on).select_related("office", "unit")
    collective = policy.visible_collective_names(by, on)
    became = list(unit.successions.select_related("after", "reorganisation"))
    # One that was taken over now stands below the one that has its papers; shown is where it was.
    above = queries.last_parent(unit) if became else unit.parent
    return {
        "unit": unit,
        "on": on,
        "above": above,
        "line": [*queries.line_of(above), above] if above else [],
        "has_ended": unit.valid_to is not None and unit.valid_to < on,
        "children": children[:_MOST_CHILDREN],
        "has_more_children": len(children) > _MOST_CHILDREN,
        "present": [one for one in queries.present_units(unit, on) if one != unit],
        "became": became,
        "came_from": list(unit.origins.select_related("before", "reorganisation")),
        "former": queries.former_units(unit),
        "is_province": unit.kind == UnitKind.PROVINCE,
        "called": list(aliases.filter(unit=unit)),
        "calls": list(aliases.filter(office=unit).exclude(unit=unit)),
        "collective": list(
            collective.filter(office=unit).prefetch_related("units").select_related("office")
        ),
        "works_with": works_with,
        "people_now": [one for one in positions if _is_on(one, on)],
        "people_later": [one for one in positions if one.valid_from > on],
        "people_before": [one for one in positions if one.valid_to and one.valid_to < on],
        "verbs": VERBS,
        "roles": who_may(unit, on) if works_with else [],
        "sees_record": policy.sees_the_record(by, on) and works_with,
        "may_manage": policy.may_manage_unit(by, unit, on=on),
        "may_reorganise": policy.may_reorganise(by, unit, on=on),
        "may_name": policy.may_name(by, unit, on=on),
        "may_place": policy.may_place(by, unit, on=on),
        "may_add_person": policy.may_add_person(by, unit, on=on),
    }


def _is_on(position: Position, on: date) -> bool:
    return position.valid_from <= on and (position.valid_to is None or on <= position.valid_to)
