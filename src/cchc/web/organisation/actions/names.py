"""How plans of an office call units: aliases of one unit, names that mean several."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import CollectiveName, Unit, UnitAlias
from cchc.web.organisation.policy import may_name
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import permit, refuse
from cchc.web.ui.vietnamese import searchable


def add_alias(*, by: User, office: Unit, unit: Unit, text: str) -> UnitAlias:
    """Say that the plans of an office mean a unit when they write so."""
    permit(may_name(by, office, on=today()))
    folded = searchable(text)
    with acting("units.add_alias", by=by, place=office.path) as act:
        taken = UnitAlias.objects.filter(office=office, folded=folded).select_related("unit")
        other = taken.first()
        if other is not None:
            refuse(Why.ALIAS_TAKEN, text=text, office=office.name, unit=other.unit.name)
        return act.create(UnitAlias(office=office, unit=unit, text=text.strip(), folded=folded))


def remove_alias(*, by: User, alias: UnitAlias) -> None:
    """Forget an alias."""
    permit(may_name(by, alias.office, on=today()))
    with acting("units.remove_alias", by=by, place=alias.office.path) as act:
        act.remove(alias)


def set_collective(
    *,
    by: User,
    office: Unit,
    text: str,
    units: Sequence[Unit],
    name: CollectiveName | None = None,
    expected: int | None = None,
) -> CollectiveName:
    """Say which units a collective name means in the plans of an office: a new name, or one known.

    Steps: the name is free; the row written; its units tied to it.
    """
    permit(may_name(by, office, on=today()))
    if not units:
        refuse(Why.COLLECTIVE_EMPTY, text=text)
    with acting(
        "units.add_collective" if name is None else "units.change_collective",
        by=by,
        place=office.path,
    ) as act:
        same = CollectiveName.objects.filter(office=office, folded=searchable(text))
        if same.exclude(pk=name.pk if name else 0).exists():
            refuse(Why.COLLECTIVE_TAKEN, text=text, office=office.name)
        if name is None:
            name = act.create(CollectiveName(office=office, text=text.strip()))
        else:
            act.change(name, text=text.strip(), expected=expected)
        act.link(name, "units", units)
    return name


def remove_collective(*, by: User, name: CollectiveName) -> None:
    """Forget a collective name; plans that were confirmed with it keep their units."""
    permit(may_name(by, name.office, on=today()))
    with acting("units.remove_collective", by=by, place=name.office.path) as act:
        act.remove(name)
