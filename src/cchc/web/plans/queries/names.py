"""Whom the unit names of a plan mean in the register, as matching decides or a person did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from cchc.web.intake.models import NameDecision, Reading
from cchc.web.intake.queries import names_of
from cchc.web.organisation.matching import fold_name, match, register_of
from cchc.web.organisation.models import Unit, in_force
from cchc.web.plans.rows import Meant
from cchc.web.ui.vietnamese import searchable


def units_for_choice(office: Unit, on: date) -> list[Unit]:
    """Units of the office first, then all others in force: what a name field offers. 1 query."""
    units = Unit.objects.filter(in_force(on), archived_at=None).order_by("sort_key", "pk")
    return sorted(units, key=lambda unit: not unit.is_within(office))


def meant_by(words: Iterable[str], office: Unit, on: date) -> dict[str, Meant]:
    """Whom each name surely means; a name that a person would have to decide on is left out.

    4 queries at any number of names; none without names.
    """
    wanted = {fold_name(word): word for word in words}
    if not wanted:
        return {}
    register = register_of(office, on)
    matches = {folded: match(word, register) for folded, word in wanted.items()}
    sure = {folded: one for folded, one in matches.items() if one.is_decided and one.units}
    units = Unit.objects.in_bulk({pk for one in sure.values() for pk in one.units})
    return {
        folded: Meant(tuple(units[pk] for pk in one.units), one.is_collective)
        for folded, one in sure.items()
    }


def meant_in(reading: Reading) -> dict[str, Meant]:
    """Whom each name of a reading means, as it was decided at the desk. 2 queries."""
    return {
        folded: Meant(tuple(one.units.all()), one.kind == NameDecision.Kind.SET)
        for folded, one in names_of(reading).items()
    }


def unit_named(units: QuerySet[Unit], name: str) -> Unit | None:
    """The one of `units` that bears this name, None where none or several do. 1 query."""
    if not name.strip():
        return None
    named = units.filter(folded__startswith=searchable(name))[:20]
    same = [unit for unit in named if searchable(unit.name) == searchable(name)]
    return same[0] if len(same) == 1 else None
