"""Giving and ending positions, acting heads and leave cover, with the tree never unadministered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.directory import clashing, is_always_administered
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.organisation.policy import may_change_position, may_place
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.organisation.standing import forget_standing
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import permit, refuse


@dataclass(frozen=True, slots=True)
class PositionFacts:
    """What a person enters of a position."""

    role: Role
    title: str = ""
    capacity: Position.Capacity = Position.Capacity.HOLDER
    valid_from: date | None = None
    valid_to: date | None = None


def add_position(*, by: User, user: User, unit: Unit, facts: PositionFacts) -> Position:
    """Give a person a position in a unit."""
    permit(may_place(by, unit, facts.role, on=today()))
    with acting("positions.add", by=by, place=unit.path) as act:
        return place(act, user=user, unit=unit, facts=facts)


def place(act: Act, *, user: User, unit: Unit, facts: PositionFacts) -> Position:
    """Store a position within an act, after its rules."""
    start = facts.valid_from or today()
    _require_unit_then(unit, start, facts.valid_to)
    if facts.valid_to and facts.valid_to < start:
        refuse(Why.ENDS_BEFORE_START, day=f"{start:%d/%m/%Y}")
    _require_once(user, unit, facts.role, start, facts.valid_to)
    position = act.create(
        Position(
            user=user,
            unit=unit,
            role=facts.role,
            title=facts.title,
            capacity=facts.capacity,
            valid_from=start,
            valid_to=facts.valid_to,
        )
    )
    forget_standing(user)
    return position


def stand_in(
    *,
    by: User,
    position: Position,
    user: User,
    capacity: Position.Capacity,
    valid_from: date,
    valid_to: date | None,
    reason: str = "",
) -> Position:
    """Let another act for the holder of a position: leave cover for some days, or acting head.

    The one who stands in holds the same role in the same unit for those days only.
    """
    role, unit = Role(position.role), position.unit
    permit(may_change_position(by, position, on=today()))
    if user.pk == position.user_id:
        refuse(Why.STANDS_FOR_ONESELF)
    if capacity == Position.Capacity.COVER and valid_to is None:
        refuse(Why.COVER_NEEDS_END)
    if valid_to and valid_to < valid_from:
        refuse(Why.ENDS_BEFORE_START, day=f"{valid_from:%d/%m/%Y}")
    if capacity == Position.Capacity.COVER:
        _require_held(position, valid_from, valid_to or valid_from)
    _require_unit_then(unit, valid_from, valid_to)
    _require_once(user, unit, role, valid_from, valid_to)
    with acting("positions.stand_in", by=by, place=unit.path, reason=reason) as act:
        stand_in_position = act.create(
            Position(
                user=user,
                unit=unit,
                role=role,
                title=position.title,
                capacity=capacity,
                stands_for=position.user,
                valid_from=valid_from,
                valid_to=valid_to,
            )
        )
    forget_standing(user)
    return stand_in_position


def end_position(
    *, by: User, position: Position, last_day: date, expected: int, reason: str = ""
) -> Position:
    """Set the last day of a position; those who stand in for it end no later."""
    permit(may_change_position(by, position, on=today()))
    if last_day < position.valid_from:
        refuse(Why.ENDS_BEFORE_START, day=f"{position.valid_from:%d/%m/%Y}")
    with acting("positions.end", by=by, place=position.unit.path, reason=reason) as act:
        act.change(position, expected=expected, valid_to=last_day)
        keep_administered(position)
    forget_standing(position.user)
    return position


def archive_position(*, by: User, position: Position, reason: str, expected: int) -> Position:
    """Put away a position that was entered by mistake."""
    permit(may_change_position(by, position, on=today()))
    with acting("positions.archive", by=by, place=position.unit.path, reason=reason) as act:
        act.archive(position, reason=reason, expected=expected)
        keep_administered(position)
    forget_standing(position.user)
    return position


def keep_administered(position: Position) -> None:
    """After a write: refuse it where the root of the tree is left without an administrator.

    The root's row is held, so that of two who leave at once the second is refused.
    """
    if position.role != Role.ADMINISTRATOR or position.unit.parent_id is not None:
        return
    root = Unit.objects.select_for_update().get(pk=position.unit_id)
    if root.valid_to is not None:
        return
    if not is_always_administered(root, today()):
        refuse(Why.LAST_ADMINISTRATOR, name=root.name)


def _require_unit_then(unit: Unit, start: date, end: date | None) -> None:
    if not unit.existed_on(start) or (unit.valid_to and (end is None or end > unit.valid_to)):
        refuse(Why.UNIT_NOT_THEN, name=unit.name)


def _require_once(user: User, unit: Unit, role: Role, start: date, end: date | None) -> None:
    if clashing(user=user, unit=unit, role=role, start=start, end=end).exists():
        refuse(Why.POSITION_TWICE, person=str(user), role=role.label, unit=unit.name)


def _require_held(position: Position, start: date, end: date) -> None:
    ends = position.valid_to
    if start < position.valid_from or (ends is not None and end > ends):
        refuse(
            Why.COVER_OUTSIDE,
            person=str(position.user),
            start=f"{start:%d/%m/%Y}",
            end=f"{end:%d/%m/%Y}",
        )
