"""Reading as a job: asked for with the rows that need it, run by a worker, looked after.

`django-admin db_worker` is the process that runs these; a job that was lost with its worker is
noticed by the next look and begun again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import NoReturn

from django_tasks import task

from cchc.commands.plan_files import CRASHED, Given, read_with_sources
from cchc.commands.refusal import Refusal
from cchc.documents.limits import Limits
from cchc.documents.progress import Progress
from cchc.web.intake.actions import machine
from cchc.web.intake.files import path_of
from cchc.web.intake.job_state import beat
from cchc.web.intake.models import Reading
from cchc.web.ui.clock import now

_LOOK_EVERY = timedelta(seconds=45)


class _Stopped(Exception):
    """Somebody cancelled, or another job has taken the reading over."""


def ask_for(reading: Reading) -> None:
    """Ask a worker to read, and somebody to look after it; call it inside the act."""
    read.enqueue(reading.pk)
    look_after.using(run_after=now() + _LOOK_EVERY).enqueue(reading.pk)


@task()
def read(reading_pk: int) -> str:
    """Read the files of a reading; what comes of it stands in the reading. Returns its state.

    Running it twice does no harm: only one that waits is begun.
    """
    reading = machine.start(reading_pk)
    if reading is None:
        return "nothing to do"
    given = [
        Given(path_of(one.file.sha256), one.file.name)
        for one in reading.files.select_related("file")
    ]

    def watch(report: Progress | None) -> None:
        if not beat(reading, report):
            _stop()

    try:
        watch(None)
        outcome = read_with_sources(given, Limits.from_environment(), watch)
    except _Stopped:
        return machine.stop(reading)
    except Refusal as refusal:
        return machine.fail(reading, refusal.sentence, refusal.problems)
    except Exception:
        machine.fail(reading, CRASHED)
        raise
    return machine.finish(reading, outcome)


@task()
def look_after(reading_pk: int) -> str:
    """See whether the job that reads is still alive; begin again where it was lost."""
    state = machine.look_after(reading_pk, read.enqueue)
    if state in (Reading.State.WAITING, Reading.State.READING):
        look_after.using(run_after=now() + _LOOK_EVERY).enqueue(reading_pk)
    return state


def _stop() -> NoReturn:
    raise _Stopped
