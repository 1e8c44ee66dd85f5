"""One person's positions and open work go to another, with a minute that both can sign."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.actions.positions import keep_administered
from cchc.web.organisation.directory import clashing
from cchc.web.organisation.models import HandOver, Position, Role, Unit
from cchc.web.organisation.policy import may_place
from cchc.web.organisation.queries import day_before
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.organisation.standing import forget_standing
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import permit, refuse

POSITION, WORK = "position", "work"


def hand_over(
    *,
    by: User,
    giver: User,
    taker: User,
    unit: Unit,
    on: date,
    positions: Sequence[Position] = (),
    items: Sequence[dict[str, Any]] = (),
    note: str = "",
) -> HandOver:
    """Pass positions to another from a day on, and write the minute.

    `items`: open work that the caller passes on itself, each `{"kind": "work", "text": …}` and
    whatever else finds the row again. Steps: may the person, for each position; end; give; minute.
    """
    permit(may_place(by, unit, on=today()))
    for position in positions:
        permit(may_place(by, position.unit, Role(position.role), on=today()))
    with acting("people.hand_over", by=by, place=unit.path, reason=note) as act:
        return pass_on(
            act,
            giver=giver,
            taker=taker,
            unit=unit,
            on=on,
            positions=positions,
            items=items,
            note=note,
        )


def pass_on(
    act: Act,
    *,
    giver: User,
    taker: User,
    unit: Unit,
    on: date,
    positions: Sequence[Position] = (),
    items: Sequence[dict[str, Any]] = (),
    note: str = "",
) -> HandOver:
    """The hand-over within an act of the caller, who has asked the policies."""
    if giver.pk == taker.pk:
        refuse(Why.HAND_OVER_TO_SELF)
    if not positions and not items:
        refuse(Why.HAND_OVER_NOTHING)
    told: list[dict[str, Any]] = []
    for position in positions:
        told.append(_told(position))
        _pass_position(act, position, taker, on)
    forget_standing(giver)
    forget_standing(taker)
    return act.create(
        HandOver(
            giver=giver,
            taker=taker,
            unit=unit,
            on=on,
            note=note,
            items=[*told, *({"kind": WORK, **item} for item in items)],
        )
    )


def _pass_position(act: Act, position: Position, taker: User, on: date) -> None:
    if position.valid_to is not None and position.valid_to < on:
        refuse(Why.POSITION_HAS_ENDED, day=f"{position.valid_to:%d/%m/%Y}")
    if position.valid_from >= on:
        day = f"{position.valid_from:%d/%m/%Y}"
        refuse(Why.HAND_OVER_BEFORE_START, position=str(position), day=day)
    role, last = Role(position.role), position.valid_to
    if clashing(user=taker, unit=position.unit, role=role, start=on, end=last).exists():
        refuse(Why.POSITION_TWICE, person=str(taker), role=role.label, unit=position.unit.name)
    act.create(
        Position(
            user=taker,
            unit=position.unit,
            role=role,
            title=position.title,
            capacity=position.capacity,
            stands_for=position.stands_for,
            valid_from=on,
            valid_to=last,
        )
    )
    act.change(position, valid_to=day_before(on))
    keep_administered(position)


def _told(position: Position) -> dict[str, Any]:
    words = f"{position.title or position.get_role_display()}, {position.unit.name}"
    return {"kind": POSITION, "id": position.pk, "text": words}
