"""Adding, correcting, moving and putting away a unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.actions.structure import (
    add_below,
    hold_the_trees,
    put_below,
    require_free_code,
    require_free_name,
)
from cchc.web.organisation.models import Unit, UnitKind
from cchc.web.organisation.policy import may_manage_unit, may_reorganise
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import permit, refuse


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What a person enters of a unit."""

    kind: UnitKind
    name: str
    short_name: str = ""
    code: str = ""
    valid_from: date | None = None
    place: int = 100


def add_unit(*, by: User, parent: Unit, facts: UnitFacts) -> Unit:
    """Add a unit below another."""
    on = today()
    permit(may_manage_unit(by, parent, on=on))
    if parent.valid_to and parent.valid_to < (facts.valid_from or on):
        day = facts.valid_from or on
        refuse(Why.PARENT_NOT_THEN, name=parent.name, day=f"{day:%d/%m/%Y}")
    with acting("units.add", by=by, place=parent.path) as act:
        hold_the_trees()
        require_free_code(facts.code)
        require_free_name(facts.name, parent, on=facts.valid_from or on)
        return add_below(act, new_unit(facts, parent))


def new_unit(facts: UnitFacts, parent: Unit | None) -> Unit:
    """A unit of these facts, not stored yet."""
    return Unit(
        parent=parent,
        kind=facts.kind,
        name=facts.name,
        short_name=facts.short_name,
        code=facts.code,
        valid_from=facts.valid_from,
        place=facts.place,
    )


def edit_unit(*, by: User, unit: Unit, facts: UnitFacts, expected: int) -> Unit:
    """Correct what was entered of a unit: a real change of name is a succession, not an edit."""
    on = today()
    permit(may_manage_unit(by, unit, on=on))
    with acting("units.edit", by=by, place=unit.path) as act:
        hold_the_trees()
        if unit.valid_to is None:
            require_free_code(facts.code, but=unit)
            require_free_name(facts.name, unit.parent, on=on, but=unit)
        return act.change(
            unit,
            expected=expected,
            kind=facts.kind,
            name=facts.name,
            short_name=facts.short_name,
            code=facts.code,
            valid_from=facts.valid_from,
            place=facts.place,
        )


def move_unit(*, by: User, unit: Unit, to: Unit, on: date, expected: int, reason: str = "") -> Unit:
    """Set a unit, with all below it, under another from a day on; its name stays.

    Steps: the trees are held; the rows read anew; the unit placed; its subtree's paths follow.
    """
    day = today()
    permit(may_reorganise(by, unit, on=day))
    permit(may_manage_unit(by, to, on=day))
    if unit.parent_id is None:
        refuse(Why.ROOT_STAYS, name=unit.name)
    if on > day:
        refuse(Why.NOT_YET)
    if not to.existed_on(on):
        refuse(Why.PARENT_NOT_THEN, name=to.name, day=f"{on:%d/%m/%Y}")
    if unit.valid_from and unit.valid_from > on:
        refuse(Why.ENDS_BEFORE_IT_BEGAN, name=unit.name, day=f"{unit.valid_from:%d/%m/%Y}")
    with acting("units.move", by=by, place=unit.path, reason=reason, on=on) as act:
        hold_the_trees()
        unit, to = (Unit.objects.select_related("parent").get(pk=one.pk) for one in (unit, to))
        if unit.parent_id == to.pk:
            refuse(Why.ALREADY_THERE, name=unit.name, parent=to.name)
        require_free_name(unit.name, to, on=on, but=unit)
        put_below(act, unit, to, on=on, expected=expected)
    return unit


def archive_unit(*, by: User, unit: Unit, reason: str, expected: int) -> Unit:
    """Put away a unit that was entered by mistake: nothing may hang on it."""
    permit(may_manage_unit(by, unit, on=today()))
    with acting("units.archive", by=by, place=unit.path, reason=reason) as act:
        hold_the_trees()
        if unit.parent_id is None:
            refuse(Why.ROOT_STAYS, name=unit.name)
        children = unit.children.filter(archived_at=None).count()
        if children:
            refuse(Why.HAS_CHILDREN, name=unit.name, count=children)
        positions = unit.positions.filter(archived_at=None).count()
        if positions:
            refuse(Why.HAS_PEOPLE, name=unit.name, count=positions)
        if _is_used(unit):
            refuse(Why.IS_USED, name=unit.name)
        return act.archive(unit, reason=reason, expected=expected)


def _is_used(unit: Unit) -> bool:
    """Whether rows of any part of the office, those below this one too, speak of the unit."""
    for relation in Unit._meta.get_fields(include_hidden=True):
        if not (relation.is_relation and relation.auto_created) or relation.concrete:
            continue
        rows = relation.related_model._default_manager.all()  # type: ignore[union-attr]
        if relation.related_model is Unit:
            continue
        if hasattr(relation.related_model, "archived_at"):
            rows = rows.filter(archived_at=None)
        if rows.filter(**{relation.field.name: unit}).exists():  # type: ignore[union-attr]
            return True
    return False
