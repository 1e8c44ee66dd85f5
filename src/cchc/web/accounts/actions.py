"""Making accounts, handing out initial passwords, opening and closing accounts.

Who may do so to whom is decided by `organisation`, which knows who administers which unit; its
policy hands the decision in, and nothing is done without one. `place` is the path of the unit in
whose affairs it is done, for the record.
"""

from __future__ import annotations

import re

from cchc.web.accounts import known_sessions
from cchc.web.accounts.models import User
from cchc.web.accounts.passwords import initial_password
from cchc.web.accounts.reasons import AccountReason
from cchc.web.audit.acting import Act, acting
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import Decision, permit, refuse

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")


def create_user(
    act: Act,
    *,
    username: str,
    full_name: str,
    email: str = "",
    phone: str = "",
    can_sign_in: bool = True,
) -> tuple[User, str]:
    """Make an account within an act; return it with its initial password, to be shown once.

    The person must change that password at the first sign-in. With `can_sign_in=False` the person
    is only known: no password exists and the second value is empty. Raises `RuleViolation` where
    the name is taken or malformed. 2 queries and the act's.
    """
    name = clean_username(username)
    if User.objects.filter(username__iexact=name).exists():
        refuse(AccountReason.USERNAME_TAKEN, name=name)
    user = User(username=name, full_name=full_name.strip(), email=email.strip(), phone=phone)
    password = initial_password() if can_sign_in else ""
    if can_sign_in:
        user.set_password(password)
        user.must_change_password = True
    else:
        user.set_unusable_password()
    return act.create(user), password


def create_first_user(act: Act, *, username: str, full_name: str, password: str) -> User:
    """Make the account of an empty office's administrator, who chooses the password at once.

    For the first page of an empty office only: the caller makes sure that nobody is there yet.
    """
    name = clean_username(username)
    user = User(username=name, full_name=full_name.strip(), password_changed_at=now())
    user.set_password(password)
    return act.create(user)


def clean_username(username: str) -> str:
    """Return a sign-in name in its one form (lower case); refuse what is none."""
    name = username.strip().lower()
    if not _USERNAME.fullmatch(name):
        refuse(AccountReason.USERNAME_SHAPE, name=username.strip())
    return name


def change_user(
    *,
    by: User,
    user: User,
    full_name: str,
    email: str,
    phone: str,
    decision: Decision,
    expected: int | None = None,
    place: str = "",
) -> User:
    """Correct a person's name and how to reach them, as an administrator."""
    permit(decision)
    with acting("accounts.change_user", by=by, place=place) as act:
        return act.change(
            user, expected=expected, full_name=full_name.strip(), email=email, phone=phone
        )


def reset_password(*, by: User, user: User, decision: Decision, place: str = "") -> str:
    """Give a person a new initial password; return it, to be shown once and handed over.

    Every session of the person ends, and the next sign-in leads to a change of the password.
    """
    permit(decision)
    if not user.is_active:
        refuse(AccountReason.CANNOT_SIGN_IN, name=str(user))
    password = initial_password()
    with acting("accounts.reset_password", by=by, place=place) as act:
        user.set_password(password)
        hashed = user.password
        act.change(user, password=hashed, must_change_password=True, password_changed_at=now())
        known_sessions.end_all(user)
    return password


def set_active(
    *,
    by: User,
    user: User,
    is_active: bool,
    decision: Decision,
    reason: str = "",
    expected: int | None = None,
    place: str = "",
) -> User:
    """Open an account, or close it with a reason and end its sessions."""
    permit(decision)
    if is_active:
        with acting("accounts.open", by=by, place=place, reason=reason) as act:
            return act.change(user, expected=expected, is_active=True)
    if by.pk == user.pk:
        refuse(AccountReason.NOT_YOURSELF)
    if not reason.strip():
        refuse(AccountReason.REASON_NEEDED, name=str(user))
    with acting("accounts.close", by=by, place=place, reason=reason) as act:
        act.change(user, expected=expected, is_active=False)
        known_sessions.end_all(user)
    return user
