"""Opening an empty office: the root unit and the first administrator, once."""

from __future__ import annotations

from django.db import connection

from cchc.web.accounts.actions import create_first_user
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.actions.structure import add_below
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import refuse


def is_empty() -> bool:
    """Whether nobody is there yet. 1 query."""
    return not User.objects.exists()


def open_office(
    *, unit_name: str, kind: UnitKind, full_name: str, username: str, password: str
) -> User:
    """Make the root unit and its administrator; refused as soon as anybody is there.

    Steps: only one at a time; nobody is there; root; administrator; position.
    """
    with acting("organisation.first", by=None) as act:
        _one_at_a_time()
        if not is_empty():
            refuse(Why.ALREADY_OPEN)
        root = Unit.objects.filter(parent=None, name=unit_name, valid_to=None).first()
        root = root or add_below(act, Unit(kind=kind, name=unit_name))
        user = create_first_user(act, username=username, full_name=full_name, password=password)
        act.create(Position(user=user, unit=root, role=Role.ADMINISTRATOR, valid_from=today()))
    return user


def _one_at_a_time() -> None:
    """On PostgreSQL two could pass the check together; SQLite lets one writer in anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE accounts_user IN SHARE ROW EXCLUSIVE MODE")
