"""Jobs that ask for themselves again: asked for once, and found again when the clock is put right.

Every job of the office may run early or twice without harm. By the worker's own clock, not by the
office's day, which a demonstration may set.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

_NEAR = timedelta(seconds=30)


def ask_for(job: Task[Any, Any], at: datetime) -> bool:
    """Ask for a job at a time unless one waits that is hardly later; say whether it was asked for.

    One that waits for much later does not count: a clock that was ahead may have asked for it.
    """
    with transaction.atomic():
        waiting = DBTaskResult.objects.filter(
            task_path=job.module_path, status=TaskResultStatus.READY, run_after__lte=at + _NEAR
        )
        if waiting.exists():
            return False
        job.using(run_after=at).enqueue()
        return True


def wake_all() -> int:
    """Let every job that waits for a later time run now; return how many.

    For when the machine's clock was put back: what was asked for by the wrong time would wait
    until that time comes.
    """
    moment = timezone.now()
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, run_after__gt=moment)
    return waiting.update(run_after=moment)
