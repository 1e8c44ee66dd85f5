"""Adding evidence: a file looked at and kept, or a document on record; a newer file of the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile

from cchc.documents.errors import UnreadableFile, sentence
from cchc.documents.limits import Limits
from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.evidence import jobs
from cchc.web.evidence.actions.linking import Claim, link_within
from cchc.web.evidence.formats import NOT_READ, READABLE, format_of_evidence
from cchc.web.evidence.models import Evidence, EvidenceVersion
from cchc.web.evidence.policy import may_add, may_add_version
from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.evidence.search_words import remember
from cchc.web.intake import files
from cchc.web.intake.files import KeptFile
from cchc.web.organisation.models import Unit
from cchc.web.organisation.queries import office_of
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person says of evidence. Empty texts leave it to the machine, then to a person."""

    subject: str = ""
    number: str = ""
    symbol: str = ""
    doc_type: str = ""
    issuer: str = ""
    signer: str = ""
    dated_on: date | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """An upload that may be evidence: its safe name, what it is, its hash. Nothing is kept yet."""

    upload: UploadedFile[bytes]
    name: str
    format: str
    sha256: str


def look_at(upload: UploadedFile[bytes] | None) -> Looked:
    """Say what an upload is. Refuses with one sentence what cannot be evidence."""
    if upload is None:
        refuse(EvidenceReason.NO_UPLOAD)
    name, limits = files.safe_name(upload.name or ""), Limits.from_environment()
    try:
        files.check_size(upload.size or 0, limits)
        upload.seek(0)
        form = format_of_evidence(upload.read(), name, limits)
    except UnreadableFile as error:
        refuse(EvidenceReason.UNREADABLE, sentence=sentence(error))
    upload.seek(0)
    return Looked(upload, name, form, files.hash_of(upload.chunks()))


def keep(looked: Looked) -> KeptFile:
    """Put the bytes on the disk; no row speaks of them yet."""
    looked.upload.seek(0)
    files.keep(looked.upload.chunks(), looked.sha256)
    return KeptFile(looked.sha256, looked.name, looked.upload.size or 0, looked.format)


def add(
    *,
    by: User,
    on: date,
    unit: Unit,
    facts: Facts,
    file: KeptFile | None,
    claim: Claim | None = None,
) -> Evidence:
    """Add one piece of evidence, tied to what it serves where a claim is given.

    `file` is on the disk already; without one it is a document on record, which a person vouches
    for at once. Raises RuleViolation.
    """
    permit(may_add(by, unit, on=on))
    check_facts(facts, on, has_file=file is not None)
    with acting("evidence.add", by=by, place=unit.path) as act:
        row = add_within(act, by=by, unit=unit, facts=facts, file=file)
        if claim is not None:
            link_within(act, by=by, evidence=row, claim=claim)
    return row


def add_within(act: Act, *, by: User, unit: Unit, facts: Facts, file: KeptFile | None) -> Evidence:
    """The rows of one piece of evidence: itself, its file, its words, and the job that reads it."""
    given = _given(facts, file)
    confirmed = {"confirmed_by": by, "confirmed_at": now()} if file is None else {}
    row = act.create(
        Evidence(
            office=office_of(unit),
            unit=unit,
            kind=Evidence.Kind.FILE if file else Evidence.Kind.RECORD,
            added_by=by,
            added_at=now(),
            **given,
            **confirmed,
        )
    )
    remember(row, file.name if file else "")
    if file is not None:
        _create_version(act, row, file, by=by, ordinal=1)
    return row


def check_facts(facts: Facts, on: date, *, has_file: bool) -> None:
    """Refuse facts that cannot be. Raises RuleViolation."""
    if facts.dated_on is not None and facts.dated_on > on:
        refuse(EvidenceReason.DATED_LATER, day=f"{facts.dated_on:%d/%m/%Y}")
    if facts.link and not facts.link.startswith("https://"):
        refuse(EvidenceReason.LINK_NOT_HTTPS)
    if has_file:
        return
    if not facts.subject:
        refuse(EvidenceReason.SUBJECT_NEEDED)
    if not ((facts.number or facts.symbol) and facts.dated_on and facts.issuer):
        refuse(EvidenceReason.CODE_NEEDED)


def _given(facts: Facts, file: KeptFile | None) -> dict[str, object]:
    """The fields as they are first; without a subject the file's name stands as a proposal."""
    given: dict[str, object] = {name: getattr(facts, name) for name in Facts.__slots__}
    if not facts.subject and file is not None:
        given["subject"] = PurePath(file.name).stem or file.name
        given["proposed"] = {"subject": given["subject"]}
    return given


def add_version(
    *,
    by: User,
    on: date,
    evidence: Evidence,
    file: KeptFile,
    note: str = "",
    expected: int | None = None,
) -> EvidenceVersion:
    """Give a newer file of the same paper; the older ones stay, and the facts wait for a person.

    Raises RuleViolation, also where the evidence has these very bytes already.
    """
    permit(may_add_version(by, evidence, on=on))
    same = evidence.versions.filter(sha256=file.sha256).first()
    if same is not None:
        refuse(EvidenceReason.SAME_BYTES, ordinal=same.ordinal)
    last = evidence.versions.order_by("-ordinal").first()
    ordinal = last.ordinal + 1 if last else 1
    with acting("evidence.add_version", by=by, place=evidence.unit.path) as act:
        act.change(evidence, expected=expected, confirmed_by=None, confirmed_at=None)
        row = _create_version(act, evidence, file, by=by, ordinal=ordinal, note=note)
        remember(evidence, file.name)
    return row


def _create_version(
    act: Act, evidence: Evidence, file: KeptFile, *, by: User, ordinal: int, note: str = ""
) -> EvidenceVersion:
    states = EvidenceVersion.State
    is_read = file.format in READABLE
    row = act.create(
        EvidenceVersion(
            evidence=evidence,
            ordinal=ordinal,
            sha256=file.sha256,
            name=file.name,
            size=file.size,
            format=file.format,
            note=note,
            uploaded_by=by,
            uploaded_at=now(),
            state=states.WAITING if is_read else states.UNREAD,
            sentence="" if is_read else NOT_READ,
        )
    )
    if is_read:
        jobs.ask_for(row.pk)
    return row
