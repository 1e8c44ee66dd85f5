"""Adding many pieces of evidence at once: all of them in one act, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.evidence.actions.adding import Facts, add_within, check_facts
from cchc.web.evidence.actions.linking import Claim, link_within
from cchc.web.evidence.models import Evidence
from cchc.web.evidence.policy import may_add
from cchc.web.evidence.subjects import Subject
from cchc.web.intake.files import KeptFile
from cchc.web.organisation.models import Unit
from cchc.web.ui.refusals import permit


@dataclass(frozen=True, slots=True)
class Ready:
    """One piece to be added: its file is on the disk already."""

    file: KeptFile
    facts: Facts
    task: Subject | None = None
    note: str = ""


def add_many(*, by: User, on: date, unit: Unit, pieces: Sequence[Ready]) -> list[Evidence]:
    """Add every piece, tied to its task where it names one. Raises RuleViolation for all."""
    permit(may_add(by, unit, on=on))
    for one in pieces:
        check_facts(one.facts, on, has_file=True)
    rows = []
    with acting("evidence.add_many", by=by, place=unit.path, files=len(pieces)) as act:
        for one in pieces:
            row = add_within(act, by=by, unit=unit, facts=one.facts, file=one.file)
            if one.task is not None:
                link_within(act, by=by, evidence=row, claim=Claim(one.task, note=one.note))
            rows.append(row)
    return rows
