"""What day and time it is: read here and nowhere else; rules take the day as an argument."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The day in Vietnam; demonstrations and tests may set another."""
    return settings.TODAY or timezone.localdate()


def now() -> datetime:
    """The moment, aware of its zone; on a set day, its present time of day."""
    moment = timezone.localtime()
    if settings.TODAY is None:
        return moment
    return moment.replace(
        year=settings.TODAY.year, month=settings.TODAY.month, day=settings.TODAY.day
    )


def is_long_ago(at: datetime, *, now: datetime, after: timedelta) -> bool:
    """Whether a moment is further away than `after`, in whichever direction.

    What was noted further ahead than that was noted by a clock that was wrong: waiting until its
    time comes could take years.
    """
    return abs(now - at) > after
