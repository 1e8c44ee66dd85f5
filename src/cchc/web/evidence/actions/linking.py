"""Tying evidence to what it serves, for a period, and untying it with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.evidence.models import Evidence, EvidenceLink
from cchc.web.evidence.policy import may_link, may_unlink
from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.evidence.subjects import Subject
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse


@dataclass(frozen=True, slots=True)
class Claim:
    """What evidence is said to serve, and for which period."""

    subject: Subject
    period_from: date | None = None
    period_to: date | None = None
    note: str = ""


def link(*, by: User, on: date, evidence: Evidence, claim: Claim) -> EvidenceLink:
    """Tie evidence to something that the person may see. Raises RuleViolation."""
    permit(may_link(by, evidence, on=on))
    with acting("evidence.link", by=by, place=evidence.unit.path) as act:
        return link_within(act, by=by, evidence=evidence, claim=claim)


def link_within(act: Act, *, by: User, evidence: Evidence, claim: Claim) -> EvidenceLink:
    """The row of a link, checked: not twice, and no period that ends before it begins."""
    if claim.period_from and claim.period_to and claim.period_to < claim.period_from:
        refuse(EvidenceReason.PERIOD_TURNED)
    subject = claim.subject
    same = EvidenceLink.objects.filter(
        evidence=evidence,
        subject_label=subject.label,
        subject_key=subject.key,
        archived_at=None,
    )
    if same.exists():
        refuse(EvidenceReason.ALREADY_LINKED, name=subject.name)
    return act.create(
        EvidenceLink(
            evidence=evidence,
            subject_label=subject.label,
            subject_key=subject.key,
            subject_name=subject.name,
            task_key=subject.task_key,
            period_from=claim.period_from,
            period_to=claim.period_to,
            note=claim.note,
            linked_by=by,
            linked_at=now(),
        )
    )


def unlink(
    *, by: User, on: date, tie: EvidenceLink, reason: str, expected: int | None = None
) -> None:
    """End a link with a reason; it stays on the page of the evidence as ended."""
    permit(may_unlink(by, tie.evidence, on=on))
    if tie.archived_at is not None:
        refuse(EvidenceReason.LINK_ENDED)
    if not reason.strip():
        refuse(EvidenceReason.REASON_NEEDED)
    with acting("evidence.unlink", by=by, place=tie.evidence.unit.path, reason=reason) as act:
        act.archive(tie, reason=reason, expected=expected)
