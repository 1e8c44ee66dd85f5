"""Who may read the record of the office: those who answer for its units, each for their part.

Coordinators read all that was done in the affairs of their office and of all below, and what was
done to the register of legal documents, which belongs to no unit. Leaders read the same without
the work at the review desk, which they do not see. Administrators, who see no plans, read the acts
on accounts, units, people and positions, also what happened to the accounts of the people there,
which `audit` keeps without a place.
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
# By the first word of their verbs: acts on the desk, and those that administration consists of.
_DESK = ("intake",)
_ADMINISTRATION = ("accounts", "organisation", "people", "positions", "units")
_ON_DOCUMENTS = ("plans.save_document", "plans.archive_document")


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
    coordinated = standing.paths((Role.COORDINATOR,))
    led = standing.paths((Role.LEADER,))
    administered = standing.paths((Role.ADMINISTRATOR,))
    visible = at_places(coordinated) | at_places(led) & ~_of_parts(_DESK)
    if coordinated or led:
        visible |= Q(place="", verb__in=_ON_DOCUMENTS)
    if administered:
        visible |= at_places(administered) & _of_parts(_ADMINISTRATION)
        visible |= Q(place="", verb__startswith="accounts.") & Q(_about_people_of(administered))
    return Entry.objects.filter(visible)


def _of_parts(parts: tuple[str, ...]) -> Q:
    """Acts whose verb belongs to one of these parts of the office."""
    belongs = Q(pk__in=())
    for part in parts:
        belongs |= Q(verb__startswith=f"{part}.")
    return belongs


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
