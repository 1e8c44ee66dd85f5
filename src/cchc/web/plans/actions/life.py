"""The life of a version: submitted, returned or approved, issued, amended, closed, discarded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cchc.plan import model as values
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.intake.files import KeptFile
from cchc.web.plans.actions.attaching import attach
from cchc.web.plans.actions.contents import copy
from cchc.web.plans.models import PlanVersion, SigningCapacity
from cchc.web.plans.policy import (
    may_amend,
    may_approve,
    may_close,
    may_discard,
    may_issue,
    may_return,
    may_submit,
)
from cchc.web.plans.queries.versions import next_ordinal, under_way
from cchc.web.plans.reasons import PlanReason
from cchc.web.plans.rows import frame_of, header_json
from cchc.web.ui.refusals import permit, refuse

State = PlanVersion.State


def submit(*, by: User, on: date, version: PlanVersion, expected: int | None = None) -> None:
    """Lay a draft before the leader. Raises RuleViolation where it has no task."""
    permit(may_submit(by, version, on=on))
    if not version.tasks.filter(archived_at=None).exists():
        refuse(PlanReason.NO_TASKS)
    with acting("plans.submit", by=by, place=version.plan.owner.path) as act:
        act.change(version, expected=expected, state=State.SUBMITTED, return_note="")


def return_for_changes(
    *, by: User, on: date, version: PlanVersion, note: str, expected: int | None = None
) -> None:
    """Give a submitted plan back with what is to be changed."""
    permit(may_return(by, version, on=on))
    if not note.strip():
        refuse(PlanReason.REASON_NEEDED)
    with acting("plans.return", by=by, place=version.plan.owner.path, reason=note) as act:
        act.change(version, expected=expected, state=State.RETURNED, return_note=note.strip())


def approve(*, by: User, on: date, version: PlanVersion, expected: int | None = None) -> None:
    """Agree to a submitted plan; it may be issued."""
    permit(may_approve(by, version, on=on))
    with acting("plans.approve", by=by, place=version.plan.owner.path) as act:
        act.change(version, expected=expected, state=State.APPROVED)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the clerk enters when the signed paper is numbered."""

    number: str
    symbol: str
    issued_on: date
    signer_name: str
    signer_title: str
    capacity: SigningCapacity = SigningCapacity.OWN
    file: KeptFile | None = None  # on the disk already


def issue(
    *, by: User, on: date, version: PlanVersion, imprint: Imprint, expected: int | None = None
) -> None:
    """Enter number, date and signer of an approved version; it takes the old one's place.

    1. the version in force becomes superseded; 2. this one is issued. Raises RuleViolation for a
    day to come and for a number that the same office used in that year.
    """
    permit(may_issue(by, version, on=on))
    _check_imprint(version, imprint, on)
    owner = version.plan.owner
    with acting("plans.issue", by=by, place=owner.path) as act:
        old = version.plan.versions.filter(state=State.ISSUED, archived_at=None).first()
        if old is not None:
            act.change(old, state=State.SUPERSEDED)
        act.change(
            version,
            expected=expected,
            state=State.ISSUED,
            number=imprint.number,
            symbol=imprint.symbol,
            issued_on=imprint.issued_on,
            signer_name=imprint.signer_name,
            signer_title=imprint.signer_title,
            signing_capacity=imprint.capacity,
            issued_file=imprint.file and attach(act, imprint.file, office=owner, by=by),
            header=header_json(_signed(frame_of(version).header, imprint)),
        )


def _check_imprint(version: PlanVersion, imprint: Imprint, on: date) -> None:
    if imprint.issued_on > on:
        refuse(PlanReason.ISSUED_BEFORE_DRAFTED, day=f"{imprint.issued_on:%d/%m/%Y}")
    same_number = PlanVersion.objects.filter(
        plan__owner=version.plan.owner,
        number=imprint.number,
        symbol=imprint.symbol,
        issued_on__year=imprint.issued_on.year,
        archived_at=None,
    )
    taken = same_number.exclude(pk=version.pk).select_related("plan").first()
    if taken is not None:
        told = {"number": imprint.number, "symbol": imprint.symbol, "plan": taken.plan}
        refuse(PlanReason.NUMBER_TAKEN, year=imprint.issued_on.year, **told)


def _signed(header: values.Header, imprint: Imprint) -> values.Header:
    day = imprint.issued_on
    authority = None if imprint.capacity == SigningCapacity.OWN else str(imprint.capacity.label)
    return replace(
        header,
        number=imprint.number,
        symbol=imprint.symbol,
        date=values.PartialDate(day.year, day.month, day.day),
        signer=values.Signer(authority, imprint.signer_title or None, imprint.signer_name or None),
    )


def close(*, by: User, on: date, version: PlanVersion, expected: int | None = None) -> None:
    """End the year of an issued plan: nothing of it changes any more."""
    permit(may_close(by, version, on=on, under_way=under_way(version.plan)))
    with acting("plans.close", by=by, place=version.plan.owner.path) as act:
        act.change(version, expected=expected, state=State.CLOSED)


def amend(
    *, by: User, on: date, version: PlanVersion, reason: str, expected: int | None = None
) -> PlanVersion:
    """Begin the next version of an issued plan: a full copy with the same keys, to be edited."""
    permit(may_amend(by, version, on=on, under_way=under_way(version.plan)))
    if not reason.strip():
        refuse(PlanReason.REASON_NEEDED)
    with acting("plans.amend", by=by, place=version.plan.owner.path, reason=reason) as act:
        act.change(version, expected=expected)  # so that of two who amend at once one is told
        frame = frame_of(version).header
        header = replace(frame, number=None, date=values.PartialDate(), signer=values.Signer())
        new = act.create(
            PlanVersion(
                plan=version.plan,
                ordinal=next_ordinal(version.plan),
                amends=version,
                reason=reason.strip(),
                symbol=version.symbol,
                signer_name=version.signer_name,
                signer_title=version.signer_title,
                signing_capacity=version.signing_capacity,
                header=header_json(header),
                sections=version.sections,
            )
        )
        copy(act, version, new)
        return new


def discard(
    *, by: User, on: date, version: PlanVersion, reason: str, expected: int | None = None
) -> None:
    """Put a draft away with the reason; a plan without another version goes with it."""
    permit(may_discard(by, version, on=on))
    with acting("plans.discard", by=by, place=version.plan.owner.path, reason=reason) as act:
        act.archive(version, reason=reason, expected=expected)
        if not version.plan.versions.filter(archived_at=None).exists():
            act.archive(version.plan, reason=reason)
