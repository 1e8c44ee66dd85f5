"""Work of the night: plans that were issued and that nobody follows yet are followed.

The job asks for itself again; `begin` sees at each start of the office that one is waiting, and
never that two are.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from django_tasks import task

from cchc.web.plans.models import Plan
from cchc.web.ui.clock import today
from cchc.web.ui.jobs import ask_for
from cchc.web.ui.refusals import RuleViolation
from cchc.web.work.actions.planning import follow
from cchc.web.work.queries.followed import plans_to_follow

_AT = time(1, 30)  # by the worker's own clock, when nobody works


def begin() -> None:
    """Ask for the job unless one waits already; called at each start of the office."""
    ask_for(follow_new, _tonight())


def _tonight() -> datetime:
    now = timezone.localtime()
    at = timezone.make_aware(datetime.combine(now.date(), _AT))
    return at if at > now else at + timedelta(days=1)


@task()
def follow_new() -> int:
    """Follow every issued plan that nobody follows yet; return how many. Asks for itself again.

    A plan that somebody begins to follow at the same moment is left to them.
    """
    begin()
    return follow_all_new()


def follow_all_new() -> int:
    """The act of the job, for each plan by itself: what one refuses does not keep the others."""
    followed = 0
    for plan in plans_to_follow(Plan.objects.filter(archived_at=None)):
        try:
            follow(by=None, on=today(), plan=plan)
        except RuleViolation:
            continue
        followed += 1
    return followed
