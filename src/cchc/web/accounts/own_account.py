"""What a person does to their own account: password, how to be reached, open sessions."""

from __future__ import annotations

from django.contrib.auth.tokens import default_token_generator

from cchc.web.accounts import known_sessions
from cchc.web.accounts.models import KnownSession, User
from cchc.web.accounts.passwords import demand_good
from cchc.web.accounts.reasons import AccountReason
from cchc.web.audit.acting import Act, acting
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import refuse


def change_password(*, by: User, password: str, session_key: str | None) -> None:
    """Set one's own password; the page has asked for the old one. Other sessions end."""
    demand_good(password, by)
    with acting("accounts.change_password", by=by) as act:
        _set(act, by, password)
        known_sessions.end_all(by, keep=session_key)


def set_password_by_link(*, user: User, token: str, password: str) -> None:
    """Set the password of the person to whom the link was written; every session ends."""
    if not default_token_generator.check_token(user, token):
        refuse(AccountReason.LINK_IS_OVER)
    demand_good(password, user)
    with acting("accounts.set_password_by_link", by=user) as act:
        _set(act, user, password)
        known_sessions.end_all(user)


def change_own_facts(*, by: User, email: str, phone: str, expected: int) -> User:
    """Correct how one can be reached."""
    with acting("accounts.change_own_facts", by=by) as act:
        return act.change(by, expected=expected, email=email.strip(), phone=phone.strip())


def end_session(*, by: User, session: KnownSession) -> None:
    """End one of one's own sessions."""
    with acting("accounts.end_session", by=by) as act:
        act.touch(by, device=session.device, address=session.address)
        known_sessions.end(session)


def end_other_sessions(*, by: User, session_key: str | None) -> int:
    """End all one's sessions but the present one; return how many."""
    with acting("accounts.end_other_sessions", by=by) as act:
        ended = known_sessions.end_all(by, keep=session_key)
        if ended:
            act.touch(by, sessions=ended)
        return ended


def _set(act: Act, user: User, password: str) -> None:
    user.set_password(password)
    act.change(user, password=user.password, must_change_password=False, password_changed_at=now())
