"""Who may read the record of the office: those who answer for its units.

Coordinators, leaders and administrators read what was done in the affairs of their units and of
all below. Administrators also read what happened to the accounts of the people there, which
`audit` keeps without a place.
"""

from __future__ import annotations

from datetime import date

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast

from cchc.web.audit.models import Entry
from cchc.web.audit.queries import about, at_places
from cchc.web.organisation.models import Position, Role
from cchc.web.organisation.standing import Person, standing_of
from cchc.web.ui.refusals import ALLOWED, Decision, Reason, Refused

READERS = (Role.COORDINATOR, Role.LEADER, Role.ADMINISTRATOR)


class RecordReason(Reason):
    ANSWERS_FOR_NO_UNIT = (
        "Nhật ký của cơ quan dành cho đầu mối CCHC, lãnh đạo và người quản trị của đơn vị; lịch sử "
        "của từng bản ghi có trên trang của bản ghi đó, việc của riêng bạn ở trang tài khoản."
    )


def may_read_record(user: Person, *, on: date) -> Decision:
    """Whether a person reads the record of any unit at all."""
    if standing_of(user, on).paths(READERS):
        return ALLOWED
    return Refused(RecordReason.ANSWERS_FOR_NO_UNIT)


def visible_entries(user: Person, on: date) -> QuerySet[Entry]:
    """The acts that a person may read; lists, counts, print and export start here."""
    standing = standing_of(user, on)
    paths = standing.paths(READERS)
    if not paths:
        return Entry.objects.none()
    visible = at_places(paths)
    administered = standing.paths((Role.ADMINISTRATOR,))
    if administered:
        visible |= Q(place="", verb__startswith="accounts.") & Q(_about_people_of(administered))
    return Entry.objects.filter(visible)


def _about_people_of(paths: tuple[str, ...]) -> Q:
    """Acts about the accounts of all who have, or once had, a position there."""
    within = Q(pk__in=())
    for path in paths:
        within |= Q(unit__path__startswith=path)
    people = (
        Position.objects.filter(within, archived_at=None)
        .annotate(number=Cast("user_id", CharField()))
        .order_by()
        .values("number")
    )
    return Q(about("accounts.user", people))
