"""Who may see and do what with accounts: here, each person with their own.

What administrators may do to others is decided in `organisation`, which knows the units.
"""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from cchc.web.accounts import queries
from cchc.web.accounts.models import KnownSession, User


def visible_sessions(user: AbstractBaseUser | AnonymousUser) -> QuerySet[KnownSession]:
    """One's own open sessions, nobody else's."""
    if not isinstance(user, User):
        return KnownSession.objects.none()
    return queries.open_sessions(user)
