"""Whom the unit names of a plan mean in the register, judged by exact words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cchc.web.organisation.models import CollectiveName, Unit, UnitAlias, in_force
from cchc.web.plans.rows import Meant
from cchc.web.ui.vietnamese import searchable


def units_for_choice(office: Unit, on: date) -> list[Unit]:
    """Units of the office first, then all others in force: what a name field offers. 1 query."""
    units = Unit.objects.filter(in_force(on), archived_at=None).order_by("sort_key", "pk")
    return sorted(units, key=lambda unit: not unit.is_within(office))


def meant_by(words: Iterable[str], office: Unit, on: date) -> dict[str, Meant]:
    """Whom each name means: a unit by name or alias, a set by a collective name. 4 queries.

    A name that two units bear means the one of the office; else nobody, since no rule may guess.
    """
    wanted = {searchable(word) for word in words}
    found: dict[str, Meant] = {}
    for name in CollectiveName.objects.filter(
        office=office, folded__in=wanted, archived_at=None
    ).prefetch_related("units"):
        found[name.folded] = Meant(tuple(name.units.all()), is_collective=True)
    for alias in UnitAlias.objects.filter(office=office, folded__in=wanted).select_related("unit"):
        found.setdefault(alias.folded, Meant((alias.unit,)))
    if wanted - found.keys():
        for folded, unit in _by_name(office, on).items():
            if folded in wanted:
                found.setdefault(folded, Meant((unit,)))
    return found


def _by_name(office: Unit, on: date) -> dict[str, Unit]:
    bearing: dict[str, list[Unit]] = {}
    for unit in Unit.objects.filter(in_force(on), archived_at=None):
        for name in {searchable(unit.name), searchable(unit.short_name)} - {""}:
            bearing.setdefault(name, []).append(unit)
    meant = {}
    for name, units in bearing.items():
        own = [unit for unit in units if unit.is_within(office)]
        chosen = own or units
        if len(chosen) == 1:
            meant[name] = chosen[0]
    return meant
