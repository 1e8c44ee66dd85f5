"""Who may take plans in and review them: the coordinators of the office that owns the plan."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from cchc.web.intake.models import Item, Reading, ReadingFile, SourceFile
from cchc.web.intake.reasons import IntakeReason
from cchc.web.organisation.models import Role, Unit, in_force
from cchc.web.organisation.standing import Person, below_any, standing_of
from cchc.web.ui.refusals import ALLOWED, Decision, Refused

State = Reading.State
UNDER_WAY = (State.WAITING, State.READING)


def visible_offices(user: Person, on: date) -> QuerySet[Unit]:
    """Units whose plans the person may take in: where they coordinate, and below."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return Unit.objects.filter(below_any(paths), in_force(on), archived_at=None).order_by("path")


def visible_readings(user: Person, on: date) -> QuerySet[Reading]:
    """Readings of those units, archived ones too; none for anybody else."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return Reading.objects.filter(below_any(paths, "office__")).select_related(
        "office", "started_by"
    )


def visible_items(user: Person, on: date) -> QuerySet[Item]:
    """What stands on the desks of those readings."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return Item.objects.filter(
        below_any(paths, "reading__office__"), is_removed=False
    ).select_related("reading__office")


def visible_reading_files(user: Person, on: date) -> QuerySet[ReadingFile]:
    """The files of those readings, for the pictures of their pages."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return ReadingFile.objects.filter(below_any(paths, "reading__office__")).select_related("file")


def visible_files(user: Person, on: date) -> QuerySet[SourceFile]:
    """Files as uploaded for those units."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return SourceFile.objects.filter(below_any(paths, "office__"))


def may_upload_some(user: Person, *, on: date) -> Decision:
    """Take in plans of some office: for the list and the page of uploads."""
    if standing_of(user, on).paths((Role.COORDINATOR,)):
        return ALLOWED
    return Refused(IntakeReason.ONLY_SOME_COORDINATOR)


def may_upload(user: Person, office: Unit, *, on: date) -> Decision:
    return _coordinates(user, office, on)


def may_review(user: Person, reading: Reading, *, on: date) -> Decision:
    """Edit and decide on the desk: after the machine, before the plan is made."""
    decision = _coordinates(user, reading.office, on)
    if not decision:
        return decision
    if reading.archived_at is not None:
        return Refused(IntakeReason.ARCHIVED)
    if reading.state == State.CONFIRMED:
        return Refused(IntakeReason.CONFIRMED)
    if reading.state != State.READY:
        return Refused(IntakeReason.NOT_READY)
    return ALLOWED


def may_confirm(user: Person, reading: Reading, on: date) -> Decision:
    """Make the plan of what stands on the desk."""
    return may_review(user, reading, on=on)


def may_cancel(user: Person, reading: Reading, *, on: date) -> Decision:
    decision = _coordinates(user, reading.office, on)
    if not decision:
        return decision
    return ALLOWED if reading.state in UNDER_WAY else Refused(IntakeReason.NOT_UNDER_WAY)


def may_read_again(user: Person, reading: Reading, *, on: date) -> Decision:
    """Read the same files again: where the reading came to nothing."""
    decision = _coordinates(user, reading.office, on)
    if not decision:
        return decision
    if reading.archived_at is not None:
        return Refused(IntakeReason.ARCHIVED)
    if reading.state in (State.READY, State.CONFIRMED):
        return Refused(IntakeReason.CANNOT_READ_AGAIN)
    return ALLOWED


def may_archive(user: Person, reading: Reading, *, on: date) -> Decision:
    decision = _coordinates(user, reading.office, on)
    if not decision:
        return decision
    if reading.archived_at is not None:
        return Refused(IntakeReason.ARCHIVED)
    if reading.state in UNDER_WAY:
        return Refused(IntakeReason.STILL_READING)
    if reading.state == State.CONFIRMED:
        return Refused(IntakeReason.CONFIRMED)
    return ALLOWED


def _coordinates(user: Person, office: Unit, on: date) -> Decision:
    if standing_of(user, on).has(Role.COORDINATOR, office):
        return ALLOWED
    return Refused(IntakeReason.NOT_COORDINATOR, {"office": office.name})
