"""What the page of a person shows."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.accounts.queries import authenticator_of
from cchc.web.organisation import directory, policy
from cchc.web.organisation.actions.people import decide_person
from cchc.web.organisation.models import Position, Role
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.ui.refusals import ALLOWED, Decision, Refused


def person_page(by: User, person: User, on: date) -> dict[str, Any]:
    """Everything about a person that `by` may see; a pinned number of queries."""
    visible = policy.visible_positions(by, on)
    rows = [_row(by, one, on) for one in directory.positions_of(person, visible)]
    stood_for = [_row(by, one, on) for one in directory.stood_for(person, visible)]
    hand_overs = policy.visible_hand_overs(by, on).select_related("giver", "taker", "unit")
    decision = decide_person(by, person)
    may_hand_over: Decision = ALLOWED
    if not any(row["may"] and row["when"] == "now" for row in rows):
        may_hand_over = Refused(Why.NOTHING_TO_HAND_OVER)
    return {
        "person": person,
        "on": on,
        "rows": rows,
        "stood_for": stood_for,
        "given": hand_overs.filter(giver=person),
        "taken": hand_overs.filter(taker=person),
        "can_sign_in": person.is_active and person.has_usable_password(),
        "has_password": person.has_usable_password(),
        "may_manage": decision,
        "has_second_factor": bool(decision) and authenticator_of(person) is not None,
        "may_hand_over": may_hand_over,
        "sees_account": bool(decision) or by.pk == person.pk,
        "sees_record": policy.sees_the_record(by, on),
    }


def _row(by: User, position: Position, on: date) -> dict[str, Any]:
    when = "now"
    if position.valid_from > on:
        when = "later"
    elif position.valid_to and position.valid_to < on:
        when = "before"
    may = policy.may_place(by, position.unit, Role(position.role), on=on)
    return {"position": position, "when": when, "may": may}
