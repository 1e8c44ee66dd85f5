"""Vouching for the facts of evidence, and putting it away."""

from __future__ import annotations

from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.evidence.actions.adding import Facts, check_facts
from cchc.web.evidence.models import Evidence, EvidenceVersion
from cchc.web.evidence.policy import may_archive, may_confirm
from cchc.web.evidence.queries import newest_version
from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.evidence.search_words import remember
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse

_STATES = EvidenceVersion.State


def confirm(
    *, by: User, on: date, evidence: Evidence, facts: Facts, expected: int | None = None
) -> Evidence:
    """Write the facts as the person confirms or corrects them; who and when is kept.

    Not while the machine still reads: it would propose after the person has decided.
    """
    permit(may_confirm(by, evidence, on=on))
    if not facts.subject:
        refuse(EvidenceReason.SUBJECT_NEEDED)
    version = newest_version(evidence)
    check_facts(facts, on, has_file=version is not None)
    if version is not None and version.state in (_STATES.WAITING, _STATES.READING):
        refuse(EvidenceReason.STILL_READING)
    with acting("evidence.confirm", by=by, place=evidence.unit.path) as act:
        # What the machine had proposed is settled; the record keeps it.
        given = {name: getattr(facts, name) for name in Facts.__slots__} | {"proposed": {}}
        act.change(evidence, expected=expected, **given, confirmed_by=by, confirmed_at=now())
        remember(evidence, version.name if version else "")
    return evidence


def archive(
    *, by: User, on: date, evidence: Evidence, reason: str, expected: int | None = None
) -> Evidence:
    """Put evidence away with a reason; its files, links and history stay."""
    permit(may_archive(by, evidence, on=on))
    with acting("evidence.archive", by=by, place=evidence.unit.path, reason=reason) as act:
        return act.archive(evidence, reason=reason, expected=expected)
