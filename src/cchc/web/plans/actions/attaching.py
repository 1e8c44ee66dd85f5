"""Files that people attach: the signed paper of a plan, the text of a legal document."""

from __future__ import annotations

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act
from cchc.web.intake.files import KeptFile
from cchc.web.intake.models import SourceFile
from cchc.web.organisation.models import Unit
from cchc.web.ui.clock import now


def attach(act: Act, file: KeptFile, *, office: Unit, by: User) -> SourceFile:
    """The row of an attached file, whose bytes are on the disk already."""
    return act.create(
        SourceFile(
            sha256=file.sha256,
            name=file.name,
            size=file.size,
            format=file.format,
            office=office,
            uploaded_by=by,
            uploaded_at=now(),
        )
    )
