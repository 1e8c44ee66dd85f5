"""A file of evidence read in a process of its own: what its letterhead and closing say.

Called by the job only: the process that reads is a fork, bounded in time and memory.
"""

from __future__ import annotations

from dataclasses import asdict

from cchc.commands.paper_files import PaperRead, read_paper_file
from cchc.commands.plan_files import CRASHED, Given
from cchc.documents.confinement import Crashed, run_confined
from cchc.documents.errors import UnreadableFile, sentence
from cchc.documents.limits import Limits
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
        seen: PaperRead = run_confined(
            look_into,
            given,
            limits,
            version.format in PICTURED,
            seconds=limits.seconds,
            memory_bytes=limits.memory_bytes,
        )
    except UnreadableFile as error:
        return machine.fail(version, sentence(error))
    except Crashed:
        return machine.fail(version, CRASHED)
    if seen.sentence:
        return machine.fail(version, seen.sentence, page_sizes=seen.page_sizes)
    return machine.finish(
        version,
        proposed=asdict(seen.paper),
        text=seen.text,
        page_sizes=seen.page_sizes,
        signatures=None,
    )


def look_into(given: Given, limits: Limits, has_pages: bool) -> PaperRead:  # noqa: FBT001
    """In the confined process: all that is to be known of one file."""
    return read_paper_file(given, limits, has_pages=has_pages)
