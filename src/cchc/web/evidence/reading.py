"""A file of evidence read in a process of its own: what its letterhead and closing say.

Called by the job only: the process that reads is a fork, bounded in time and memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from cchc.commands.paper_files import PaperRead, read_paper_file
from cchc.commands.plan_files import CRASHED, Given
from cchc.documents.confinement import Crashed, run_confined
from cchc.documents.errors import UnreadableFile, sentence
from cchc.documents.formats import Format
from cchc.documents.limits import Limits
from cchc.documents.signatures import Signature, read_signatures
from cchc.web.evidence.actions import machine
from cchc.web.evidence.formats import PICTURED
from cchc.web.intake.files import path_of


def read_version(version_pk: int) -> str:
    """Read one file and keep the proposals; what cannot be read says why."""
    version = machine.start(version_pk)
    if version is None:
        return "nothing to do"
    given, limits = Given(path_of(version.sha256), version.name), Limits.from_environment()
    try:
        seen, signatures = run_confined(
            look_into,
            given,
            limits,
            version.format,
            seconds=limits.seconds,
            memory_bytes=limits.memory_bytes,
        )
    except UnreadableFile as error:
        return machine.fail(version, sentence(error))
    except Crashed:
        return machine.fail(version, CRASHED)
    told = None if signatures is None else [_plain(one) for one in signatures]
    if seen.sentence:
        more: dict[str, Any] = {"page_sizes": seen.page_sizes, "signatures": told}
        return machine.fail(version, seen.sentence, **more)
    return machine.finish(
        version,
        proposed=asdict(seen.paper),
        text=seen.text,
        page_sizes=seen.page_sizes,
        signatures=told,
    )


def look_into(
    given: Given, limits: Limits, form: str
) -> tuple[PaperRead, Sequence[Signature] | None]:
    """In the confined process: what one file says, and of a PDF its signatures."""
    signatures = read_signatures(given.path.read_bytes()) if form == Format.PDF else None
    return read_paper_file(given, limits, has_pages=form in PICTURED), signatures


def _plain(signature: Signature) -> dict[str, Any]:
    """A signature as the row keeps it: texts, moments as ISO texts."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else str(value or "")
        for name, value in asdict(signature).items()
    }
