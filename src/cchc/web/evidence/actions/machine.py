"""What the office does by itself with a file of evidence: begins to read it, and ends it.

Each step is compared and set under the lock of the version, so that of two jobs only one counts.
What the machine read is a proposal: it fills what nobody typed, and never what a person confirmed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cchc.web.audit.acting import acting
from cchc.web.evidence.models import Evidence, EvidenceVersion
from cchc.web.evidence.search_words import remember, remember_text
from cchc.web.ui.clock import is_long_ago, now

State = EvidenceVersion.State
LOST_AFTER = timedelta(minutes=5)  # longer than any reading may take
_MOST_ATTEMPTS = 3
_GIVEN_UP = "Máy đã thử đọc nhiều lần nhưng lần nào cũng bị ngắt; hãy tự ghi số, ngày, trích yếu."
FIELDS = ("number", "symbol", "doc_type", "issuer", "subject", "signer", "dated_on")


def start(version_pk: int) -> EvidenceVersion | None:
    """Begin a file that waits; None where it was begun or read meanwhile."""
    with acting("evidence.read", by=None) as act:
        row = _locked(version_pk)
        if row is None or row.state != State.WAITING:
            return None
        act.place = row.evidence.unit.path
        return act.change(row, state=State.READING, attempts=row.attempts + 1, begun_at=now())


def finish(
    version: EvidenceVersion,
    *,
    proposed: Mapping[str, Any],
    text: str,
    page_sizes: Sequence[Sequence[float]],
    signatures: Sequence[Mapping[str, Any]] | None,
) -> str:
    """Keep what was read: pages, signatures, words to find it by, and the proposals."""
    with acting("evidence.read_done", by=None) as act:
        row = _mine(version)
        if row is None:
            return version.state
        act.place = row.evidence.unit.path
        act.change(
            row,
            state=State.READ,
            sentence="",
            page_sizes=[list(size) for size in page_sizes],
            signatures=None if signatures is None else [dict(one) for one in signatures],
        )
        if _is_newest(row):
            values = _proposals(row.evidence, proposed)
            if values:
                act.change(row.evidence, **values)
            remember(row.evidence, row.name)
            remember_text(row.evidence_id, text)
    return State.READ


def fail(
    version: EvidenceVersion,
    sentence: str,
    *,
    page_sizes: Sequence[Sequence[float]] = (),
    signatures: Sequence[Mapping[str, Any]] | None = None,
) -> str:
    """Say why the machine could not read it; a person writes the facts."""
    with acting("evidence.read_failed", by=None) as act:
        row = _mine(version)
        if row is None:
            return version.state
        act.place = row.evidence.unit.path
        act.change(
            row,
            state=State.UNREAD,
            sentence=sentence,
            page_sizes=[list(size) for size in page_sizes],
            signatures=None if signatures is None else [dict(one) for one in signatures],
        )
    return State.UNREAD


def look_after(version_pk: int, read: Callable[[int], object]) -> str:
    """Put a file whose job was lost back to wait, and ask again; give up after some attempts."""
    with acting("evidence.read_again", by=None) as act:
        row = _locked(version_pk)
        if row is None:
            return State.READ
        if row.state != State.READING or not _is_lost(row.begun_at):
            return row.state
        act.place = row.evidence.unit.path
        if row.attempts >= _MOST_ATTEMPTS:
            act.change(row, state=State.UNREAD, sentence=_GIVEN_UP)
        else:
            act.change(row, state=State.WAITING)
            read(row.pk)
        return row.state


def _is_lost(begun_at: datetime | None) -> bool:
    return begun_at is None or is_long_ago(begun_at, now=now(), after=LOST_AFTER)


def _proposals(evidence: Evidence, read: Mapping[str, Any]) -> dict[str, Any]:
    """Fields to fill, and all that the machine read beside them; nothing once it is confirmed."""
    said = {name: read[name] for name in FIELDS if read.get(name)}
    if not said or evidence.confirmed_at is not None or evidence.is_archived:
        return {}
    told = {name: _plain(value) for name, value in said.items()}
    free = {
        name: value
        for name, value in said.items()
        if not getattr(evidence, name) or name in evidence.proposed
    }
    return {**free, "proposed": {**evidence.proposed, **told}}


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_newest(version: EvidenceVersion) -> bool:
    return not EvidenceVersion.objects.filter(
        evidence_id=version.evidence_id, ordinal__gt=version.ordinal
    ).exists()


def _mine(version: EvidenceVersion) -> EvidenceVersion | None:
    """The row under its lock, where this job is still the one that counts."""
    row = _locked(version.pk)
    if row is None or row.state != State.READING or row.attempts != version.attempts:
        return None
    return row


def _locked(version_pk: int) -> EvidenceVersion | None:
    rows = EvidenceVersion.objects.select_related("evidence__unit")
    return rows.select_for_update(of=("self",)).filter(pk=version_pk).first()
