"""Adding a person, correcting what is known of one, closing and opening a sign-in."""

from __future__ import annotations

from django.db import transaction

from cchc.web.accounts.actions import change_user, create_user, set_active
from cchc.web.accounts.actions import reset_password as give_new_password
from cchc.web.accounts.models import User
from cchc.web.accounts.second_factor import clear
from cchc.web.audit.acting import acting
from cchc.web.organisation.actions.positions import PositionFacts, keep_administered, place
from cchc.web.organisation.directory import paths_held
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.organisation.policy import may_add_person, may_manage_person, may_place
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import Decision, permit


def add_person(
    *,
    by: User,
    unit: Unit,
    facts: PositionFacts,
    username: str,
    full_name: str,
    email: str = "",
    phone: str = "",
) -> tuple[User, str]:
    """Enter a person with a first position; return them with the password to be shown once."""
    on = today()
    permit(may_add_person(by, unit, on=on))
    permit(may_place(by, unit, facts.role, on=on))
    with acting("people.add", by=by, place=unit.path) as act:
        user, password = create_user(
            act, username=username, full_name=full_name, email=email, phone=phone
        )
        place(act, user=user, unit=unit, facts=facts)
    return user, password


def change_person(
    *, by: User, user: User, full_name: str, email: str, phone: str, expected: int
) -> User:
    """Correct a person's name and how to reach them."""
    decision, where = _asked(by, user)
    return change_user(
        by=by,
        user=user,
        full_name=full_name,
        email=email,
        phone=phone,
        decision=decision,
        expected=expected,
        place=where,
    )


def reset_password(*, by: User, user: User) -> str:
    """Give a person a new initial password, to be shown once."""
    decision, where = _asked(by, user)
    return give_new_password(by=by, user=user, decision=decision, place=where)


def clear_second_factor(*, by: User, user: User, reason: str) -> None:
    """Take away the second factor of a person who lost the phone and the recovery codes."""
    decision, where = _asked(by, user)
    clear(by=by, user=user, reason=reason, decision=decision, place=where)


def set_sign_in(*, by: User, user: User, is_active: bool, reason: str, expected: int) -> User:
    """Close a person's sign-in with a reason, or open it again.

    Refused where the tree would be left without an administrator who can sign in.
    """
    decision, where = _asked(by, user)
    with transaction.atomic():
        set_active(
            by=by,
            user=user,
            is_active=is_active,
            decision=decision,
            reason=reason,
            expected=expected,
            place=where,
        )
        if not is_active:
            held = Position.objects.filter(
                user=user, role=Role.ADMINISTRATOR, unit__parent=None, archived_at=None
            )
            for position in held.select_related("unit"):
                keep_administered(position)
    return user


def decide_person(by: User, user: User) -> Decision:
    """Whether `by` administers a person today. 2 queries."""
    return _asked(by, user)[0]


def _asked(by: User, user: User) -> tuple[Decision, str]:
    """The decision, and the unit in whose affairs it is done."""
    on = today()
    paths = paths_held(user, on)
    return may_manage_person(by, paths, on=on), min(paths, default="")
