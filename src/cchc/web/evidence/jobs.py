"""What a worker does for evidence: reads new files, and looks at all of them once a day.

A job that reads is asked for in the act that adds the file; the daily look asks for the next one
itself, and `cchc serve` asks for the first.
"""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

from django.utils import timezone
from django_tasks import task

from cchc.web.evidence.models import EvidenceVersion
from cchc.web.ui import jobs

_LOOK_AGAIN = timedelta(minutes=6)
_EACH = timedelta(days=1)


def ask_for(version_pk: int) -> None:
    """Ask a worker to read a file, and somebody to look after it; call it inside the act."""
    read.enqueue(version_pk)
    look_after.using(run_after=timezone.now() + _LOOK_AGAIN).enqueue(version_pk)


@task()
def read(version_pk: int) -> str:
    """Read one file of evidence. Running it twice does no harm: only one that waits is begun."""
    reading = import_module("cchc.web.evidence.reading")  # the readers are slow to load
    return str(reading.read_version(version_pk))


@task()
def look_after(version_pk: int) -> str:
    """See whether a reading was lost with its worker; begin it again."""
    machine = import_module("cchc.web.evidence.actions.machine")
    state = str(machine.look_after(version_pk, read.enqueue))
    if state in (EvidenceVersion.State.WAITING, EvidenceVersion.State.READING):
        look_after.using(run_after=timezone.now() + _LOOK_AGAIN).enqueue(version_pk)
    return state


@task()
def check_files() -> str:
    """Look at every file, record the result, and ask for the next look in a day."""
    checking = import_module("cchc.web.evidence.actions.checking")
    check = checking.check_all()
    ask_for_checks()
    return f"{check.files} files, {len(check.broken)} broken"


def ask_for_checks() -> bool:
    """Ask for a look at all files, unless one waits already; called at each start of the office."""
    return jobs.ask_for(check_files, timezone.now() + _EACH)
