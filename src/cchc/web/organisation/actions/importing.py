"""Entering a checked workbook of units and people: all of it in one act, or nothing."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.actions.positions import keep_administered
from cchc.web.organisation.actions.structure import hold_the_trees, put_below
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.organisation.policy import may_enter_register
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.organisation.register_checking import plan_register
from cchc.web.organisation.register_plan import Place, PlannedPosition, RegisterPlan
from cchc.web.organisation.register_reading import read_register
from cchc.web.organisation.standing import standing_of
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import permit, refuse


def check_register(*, by: User, data: bytes) -> RegisterPlan:
    """Say what a workbook would do, and what is wrong with it. Writes nothing."""
    permit(may_enter_register(by, on=today()))
    return plan_register(read_register(data), by=by, on=today())


def enter_register(*, by: User, data: bytes, fingerprint: str, name: str) -> RegisterPlan:
    """Carry out what a check of the same bytes has shown.

    Steps: the trees are held; the workbook is checked anew; it must do what was shown; units from
    the root down; moves; people; positions. Raises `RuleViolation`: faults, or a changed office.
    """
    on = today()
    permit(may_enter_register(by, on=on))
    place = min(standing_of(by, on).paths((Role.ADMINISTRATOR,)))
    with acting("organisation.import", by=by, place=place, file=name) as act:
        hold_the_trees()
        plan = plan_register(read_register(data), by=by, on=on)
        if plan.register.faults:
            refuse(Why.FILE_HAS_FAULTS)
        if plan.fingerprint != fingerprint:
            refuse(Why.OFFICE_CHANGED)
        _enter_units(act, plan)
        for moved in plan.moved_units:
            assert moved.unit is not None and moved.parent is not None
            put_below(act, _now(moved.unit), moved.parent.unit, on=on)
        _enter_people(act, plan)
        _enter_positions(act, plan)
    return plan


def _now(unit: Unit) -> Unit:
    """The row as it is now: moves before it may have rewritten its path."""
    return Unit.objects.select_related("parent").get(pk=unit.pk)


def _enter_units(act: Act, plan: RegisterPlan) -> None:
    """Store new units level by level, since a path needs the number of the unit above."""
    for changed, values in plan.changed_units:
        assert changed.unit is not None
        act.change(changed.unit, **values)
    waiting = list(plan.new_units)
    while waiting:
        level = [place for place in waiting if place.parent and place.parent.unit]
        assert level, "the check refuses units without a way to a root"
        made = act.create_all(_unit(place) for place in level)
        for place, unit in zip(level, made, strict=True):
            assert unit.parent is not None
            place.unit = act.change(unit, path=f"{unit.parent.path}{unit.pk}/")
        waiting = [place for place in waiting if place.unit is None]


def _unit(place: Place) -> Unit:
    row = place.row
    assert row is not None and place.parent is not None
    return Unit(
        parent=place.parent.unit,
        kind=row.kind,
        code=row.code,
        name=row.name,
        short_name=row.short_name,
        valid_from=row.valid_from,
        place=100 if row.place is None else row.place,
    )


def _enter_people(act: Act, plan: RegisterPlan) -> None:
    """Store new people, known but without a password, and correct those that changed."""
    made = act.create_all(
        User(
            username=one.row.username,
            full_name=one.row.full_name,
            email=one.row.email,
            phone=one.row.phone,
            password=make_password(None),
        )
        for one in plan.new_people
    )
    for one, user in zip(plan.new_people, made, strict=True):
        one.user = user
    for one in plan.changed_people:
        assert one.user is not None
        act.change(one.user, **one.values)


def _enter_positions(act: Act, plan: RegisterPlan) -> None:
    people = {one.user.username.lower(): one.user for one in plan.new_people if one.user}
    named = {one.row.stands_for for one in plan.new_positions if one.row.stands_for} - set(people)
    people |= {
        user.username.lower(): user for user in User.objects.filter(username__in=sorted(named))
    }
    act.create_all(_position(one, people) for one in plan.new_positions)
    for one in plan.changed_positions:
        assert one.existing is not None
        act.change(one.existing, **one.values)
        keep_administered(one.existing)


def _position(one: PlannedPosition, people: dict[str, User]) -> Position:
    row = one.row
    return Position(
        user=one.person.user,
        unit=one.place.unit,
        role=row.role,
        title=row.title,
        capacity=row.capacity or Position.Capacity.HOLDER,
        stands_for=people.get(row.stands_for),
        valid_from=row.valid_from or today(),
        valid_to=row.valid_to,
    )
