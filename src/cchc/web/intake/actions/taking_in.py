"""Taking a plan in: files kept, a reading begun, cancelled, begun again, put away."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile

from cchc.documents.errors import UnreadableFile, sentence
from cchc.documents.formats import format_of
from cchc.documents.limits import Limits
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.intake import files, jobs
from cchc.web.intake.actions.machine import AFRESH
from cchc.web.intake.files import KeptFile
from cchc.web.intake.job_state import is_lost
from cchc.web.intake.models import Reading, ReadingFile, SourceFile
from cchc.web.intake.policy import may_archive, may_cancel, may_read_again, may_upload
from cchc.web.intake.reasons import IntakeReason
from cchc.web.organisation.models import Unit
from cchc.web.ui.clock import now, today
from cchc.web.ui.refusals import permit, refuse

State = Reading.State


def keep_files(uploads: Sequence[UploadedFile[bytes]], *, most: int) -> list[KeptFile]:
    """Look at uploaded files and put them on the disk: all of them, or none where one is bad.

    1. count and size, 2. what each is by its bytes, 3. kept under its hash. Refuses with the
    sentence that the command line has for the same file.
    """
    if not uploads:
        refuse(IntakeReason.NO_FILES)
    if len(uploads) > most:
        refuse(IntakeReason.TOO_MANY_FILES, most=most, count=len(uploads))
    limits = Limits.from_environment()
    looked_at = []
    for upload in uploads:
        name = files.safe_name(upload.name or "")
        try:
            looked_at.append((upload, name, _format_of(upload, name, limits)))
        except UnreadableFile as error:
            named = f"«{name}»: " if len(uploads) > 1 else ""
            refuse(IntakeReason.UNREADABLE, sentence=named + sentence(error))
    kept = []
    for upload, name, form in looked_at:
        upload.seek(0)
        sha256 = files.hash_of(upload.chunks())
        upload.seek(0)
        files.keep(upload.chunks(), sha256)
        kept.append(KeptFile(sha256, name, upload.size or 0, form))
    return kept


def _format_of(upload: UploadedFile[bytes], name: str, limits: Limits) -> str:
    files.check_size(upload.size or 0, limits)
    upload.seek(0)
    return str(format_of(upload.read(), name, limits))


def take_in(*, by: User, office: Unit, kept: Sequence[KeptFile]) -> Reading:
    """Begin the reading of one plan from files that are on the disk already."""
    permit(may_upload(by, office, on=today()))
    with acting("intake.upload", by=by, place=office.path) as act:
        reading = act.create(
            Reading(
                office=office,
                title=", ".join(one.name for one in kept)[:300],
                state=State.WAITING,
                started_by=by,
                started_at=now(),
            )
        )
        for place, one in enumerate(kept, start=1):
            source = act.create(
                SourceFile(
                    sha256=one.sha256,
                    name=one.name,
                    size=one.size,
                    format=one.format,
                    office=office,
                    uploaded_by=by,
                    uploaded_at=now(),
                )
            )
            act.create(ReadingFile(reading=reading, file=source, place=place))
        jobs.ask_for(reading)
    return reading


def cancel(*, by: User, reading: Reading) -> Reading:
    """Stop a reading: at once where it waits, within a second where the machine reads."""
    permit(may_cancel(by, reading, on=today()))
    with acting("intake.cancel", by=by, place=reading.office.path) as act:
        if reading.state == State.WAITING:
            return act.change(reading, state=State.CANCELLED, finished_at=now())
        return act.change(reading, is_cancel_asked=True)


def read_again(*, by: User, reading: Reading) -> Reading:
    """Read the same files again, after a failure, a cancellation or a job that was lost."""
    permit(may_read_again(by, reading, on=today()))
    if reading.state in (State.WAITING, State.READING) and not is_lost(reading):
        refuse(IntakeReason.STILL_READING)
    with acting("intake.read_again", by=by, place=reading.office.path) as act:
        act.change(reading, **AFRESH, attempts=0)
        jobs.ask_for(reading)
    return reading


def archive(*, by: User, reading: Reading, reason: str) -> Reading:
    """Put a reading away with its reason; its files and its record stay."""
    permit(may_archive(by, reading, on=today()))
    with acting("intake.archive", by=by, place=reading.office.path, reason=reason) as act:
        return act.archive(reading, reason=reason)
