"""Telling people in the office of an event of the work, within the act that is the event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act
from cchc.web.organisation.models import Position, Role, Unit, in_force
from cchc.web.ui.clock import now
from cchc.web.work import notice_rows
from cchc.web.work.models import Notice, Occurrence


def notify(act: Act, users: Iterable[User | None], *, on: date, row: Occurrence, text: str) -> None:
    """Tell these people, each once, but not the one who acts. 1 query; the act must be open."""
    people = {user.pk: user for user in users if user is not None and user.is_active}
    if act.by is not None:
        people.pop(act.by.pk, None)
    if not people:
        return
    at = now()
    notice_rows.keep_notices(
        Notice(user=user, kind=Notice.Kind.EVENT, on=on, at=at, text=text, occurrence=row)
        for user in people.values()
    )


def coordinators_of(office: Unit, on: date) -> list[User]:
    """Those who coordinate in the office itself; without any, those right above. 1 query."""
    ids = (*office.ancestor_ids, office.pk)
    rows = Position.objects.filter(
        in_force(on),
        unit_id__in=ids,
        role=Role.COORDINATOR,
        archived_at=None,
        user__is_active=True,
    ).select_related("user", "unit")
    found = sorted(rows, key=lambda one: len(one.unit.path), reverse=True)
    nearest = found[0].unit_id if found else None
    return [one.user for one in found if one.unit_id == nearest]
