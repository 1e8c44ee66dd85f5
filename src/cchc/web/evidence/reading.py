"""A file of evidence read in a process of its own: what its letterhead and closing say.

Called by the job only: the process that reads is a fork.
"""

from __future__ import annotations

from cchc.web.evidence.actions import machine


def read_version(version_pk: int) -> str:
    """Read one file and keep the proposals; what cannot be read says why."""
    version = machine.start(version_pk)
    if version is None:
        return "nothing to do"
    return machine.finish(version, proposed={}, text="", page_sizes=(), signatures=None)
