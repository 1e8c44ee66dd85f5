"""Rename, merge, split and dissolve units: one act each, with its minute.

A unit that ends stays in the record under its old name; what stood below it, its positions from
the day on and its names pass to the unit that takes over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.actions.passing_on import Minute, Shares, end_positions, take_over
from cchc.web.organisation.actions.structure import (
    add_below,
    hold_the_trees,
    require_free_code,
    require_free_name,
)
from cchc.web.organisation.actions.units import UnitFacts, new_unit
from cchc.web.organisation.models import Reorganisation, Succession, Unit
from cchc.web.organisation.policy import may_reorganise
from cchc.web.organisation.queries import day_before
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.ui.clock import now, today
from cchc.web.ui.refusals import permit, refuse
from cchc.web.ui.vietnamese import searchable

Kind = Reorganisation.Kind


@dataclass(frozen=True, slots=True)
class Decided:
    """From which day, by which document, and what else should stand in the minute."""

    on: date
    decision: str = ""
    note: str = ""


def rename_unit(*, by: User, unit: Unit, facts: UnitFacts, decided: Decided) -> Reorganisation:
    """Let a unit go on under another name: the old record ends the day before, a new one begins.

    Steps: may the person; is it a change; new record; succession; everything passes on; minute.
    """
    permit(may_reorganise(by, unit, on=today()))
    if searchable(facts.name) == searchable(unit.name) and facts.kind == unit.kind:
        refuse(Why.SAME_NAME)
    with acting("units.rename", by=by, place=unit.path, reason=decided.note) as act:
        hold_the_trees()
        (unit,) = fresh((unit,), decided.on)
        new = _begin(act, facts, unit.parent, decided.on, instead_of=(unit,))
        return succeed(act, by, Kind.RENAMED, (unit,), (new,), decided)


def merge_units(
    *, by: User, units: Sequence[Unit], into: UnitFacts | Unit, decided: Decided
) -> Reorganisation:
    """Let several units become one: a new one of these facts, or one of the units that goes on.

    Steps: may the person, for each; the one that takes over; successions; pass on; minute.
    """
    units = list({unit.pk: unit for unit in units}.values())
    ending = [unit for unit in units if not (isinstance(into, Unit) and unit.pk == into.pk)]
    for unit in units:
        permit(may_reorganise(by, unit, on=today()))
    if isinstance(into, Unit):
        permit(may_reorganise(by, into, on=today()))
    if not ending or (not isinstance(into, Unit) and len(ending) < 2):
        refuse(Why.NEEDS_TWO)
    with acting("units.merge", by=by, place=ending[0].path, reason=decided.note) as act:
        hold_the_trees()
        ending = fresh(ending, decided.on)
        if isinstance(into, Unit):
            (new,) = fresh((into,), decided.on)
            for one in ending:
                if new.is_within(one):
                    refuse(Why.GOES_INTO_ITSELF, name=new.name)
        else:
            new = _begin(act, into, ending[0].parent, decided.on, instead_of=ending)
        return succeed(act, by, Kind.MERGED, ending, (new,), decided)


def split_unit(
    *,
    by: User,
    unit: Unit,
    into: Sequence[UnitFacts],
    decided: Decided,
    shares: Shares | None = None,
) -> Reorganisation:
    """Let one unit become several; the first takes over papers, names and all not shared out."""
    permit(may_reorganise(by, unit, on=today()))
    if len(into) < 2:
        refuse(Why.SPLIT_NEEDS_TWO)
    with acting("units.split", by=by, place=unit.path, reason=decided.note) as act:
        hold_the_trees()
        (unit,) = fresh((unit,), decided.on)
        new = [
            _begin(act, facts, unit.parent, decided.on, instead_of=(unit,) if at == 0 else ())
            for at, facts in enumerate(into)
        ]
        return succeed(act, by, Kind.SPLIT, (unit,), new, decided, shares or Shares())


def dissolve_unit(*, by: User, unit: Unit, decided: Decided) -> Reorganisation:
    """End a unit that nothing takes over; its positions end with it."""
    permit(may_reorganise(by, unit, on=today()))
    with acting("units.dissolve", by=by, place=unit.path, reason=decided.note) as act:
        hold_the_trees()
        (unit,) = fresh((unit,), decided.on)
        if unit.parent_id is None:
            refuse(Why.ROOT_STAYS, name=unit.name)
        going_on = [
            child
            for child in unit.children.filter(archived_at=None)
            if child.valid_to is None or child.valid_to >= decided.on
        ]
        if going_on:
            refuse(Why.HAS_CHILDREN, name=unit.name, count=len(going_on))
        minute = Minute(before=[unit.name])
        end_positions(act, unit, decided.on, minute)
        act.change(unit, valid_to=day_before(decided.on))
        return _write_minute(act, by, Kind.DISSOLVED, unit, decided, minute)


def succeed(
    act: Act,
    by: User,
    kind: Reorganisation.Kind,
    before: Sequence[Unit],
    after: Sequence[Unit],
    decided: Decided,
    shares: Shares | None = None,
) -> Reorganisation:
    """Tie the units that end to those that begin, and pass everything on; within an act."""
    minute = Minute(before=[one.name for one in before], after=[one.name for one in after])
    for old in before:
        take_over(act, old, after, decided.on, minute, shares or Shares())
    written = _write_minute(act, by, kind, after[0], decided, minute)
    act.create_all(
        Succession(
            before=old,
            after=new,
            kind=kind.value,
            on=decided.on,
            decision=decided.decision,
            reorganisation=written,
        )
        for old in before
        for new in after
    )
    return written


def fresh(units: Sequence[Unit], on: date) -> list[Unit]:
    """The rows as they are now that the trees are held; refuse those that cannot end that day.

    A day to come is refused too: until it came, the unit would stand in two places.
    """
    if on > today():
        refuse(Why.NOT_YET)
    rows = Unit.objects.select_related("parent").in_bulk([unit.pk for unit in units])
    found = [rows[unit.pk] for unit in units]
    for one in found:
        if one.valid_to is not None:
            refuse(Why.HAS_ENDED, name=one.name, day=f"{one.valid_to:%d/%m/%Y}")
        if one.valid_from and one.valid_from >= on:
            day = f"{one.valid_from:%d/%m/%Y}"
            refuse(Why.ENDS_BEFORE_IT_BEGAN, name=one.name, day=day)
        for other in found:
            if one.pk != other.pk and one.is_within(other):
                refuse(Why.UNIT_OF_ANOTHER, name=one.name, other=other.name)
    return found


def _begin(
    act: Act, facts: UnitFacts, parent: Unit | None, on: date, *, instead_of: Sequence[Unit]
) -> Unit:
    """Store the unit that takes over; it may keep a code of those that end, who keep it too."""
    for unit in instead_of:
        # Ended first, so that the code is free for the one that takes over.
        act.change(unit, valid_to=day_before(on))
    require_free_code(facts.code)
    require_free_name(facts.name, parent, on=on)
    new = new_unit(facts, parent)
    new.valid_from = on
    return add_below(act, new)


def _write_minute(
    act: Act,
    by: User,
    kind: Reorganisation.Kind,
    unit: Unit,
    decided: Decided,
    minute: Minute,
) -> Reorganisation:
    return act.create(
        Reorganisation(
            kind=kind,
            unit=unit,
            on=decided.on,
            decision=decided.decision,
            note=decided.note,
            minute=minute.kept(),
            by=by,
            at=now(),
        )
    )
