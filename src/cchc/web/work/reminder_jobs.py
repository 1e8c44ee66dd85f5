"""Reminding as a job that asks for itself again: makes the day's reminders, sends what waits.

One look does everything that is due and leaves the next look in the queue; doing it twice does no
harm, and after days without a worker one look catches up. `keep_up` begins it, at every start of
the worker and where something new waits to be sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError
from django.utils import timezone
from django_tasks import task

from cchc.deadlines import WorkingCalendar
from cchc.deadlines.office_hours import Hours, hours_of, is_office_time, next_office_moment
from cchc.web.ui.clock import now, today
from cchc.web.ui.jobs import ask_for
from cchc.web.work.actions.reminding import remind
from cchc.web.work.models import ReminderRun
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.reminder_sending import next_try_at, send_due

_SOON = timedelta(seconds=30)
_AFTER_A_FAULT = timedelta(minutes=10)


def keep_up() -> None:
    """See to it that a look is in the queue and not far off."""
    _look_again_in(timedelta(0))


@task()
def look() -> str:
    """Make the day's reminders and send what waits, in office time; then ask to look again.

    A look is left in the queue before the work begins: a worker that is killed loses nothing.
    """
    calendar, hours = working_calendar(), hours_of(settings.OFFICE_HOURS)
    people = sent = 0
    if is_office_time(now(), hours, calendar) and _has_work():
        _look_again_in(_AFTER_A_FAULT)
        try:
            people = _remind_today()
        finally:  # what waits is sent though the day could not be made
            sent = send_due()
    _look_again(calendar, hours)
    return f"told {people}, sent {sent}"


def _has_work() -> bool:
    waits = next_try_at()
    return not _is_made() or (waits is not None and waits <= now())


def _is_made() -> bool:
    return ReminderRun.objects.filter(on=today()).exists()


def _remind_today() -> int:
    """Make today's reminders; return how many people they are for."""
    try:
        run = remind(on=today())
    except IntegrityError:  # another worker made the same day in this very moment
        return 0
    return run.people if run else 0


def _look_again(calendar: WorkingCalendar, hours: Sequence[Hours]) -> None:
    """Ask for the next look: when something waits to be sent, at the latest for the next day."""
    moment = now()
    following = moment
    if _is_made():
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        following = midnight + timedelta(days=1)
    waits = next_try_at()
    if waits is not None:
        following = min(following, max(waits, moment + _SOON))
    _look_again_in(next_office_moment(following, hours, calendar) - moment)


def _look_again_in(wait: timedelta) -> None:
    """Ask for a look after a while, unless one waits that is no later."""
    ask_for(look, timezone.now() + wait)
