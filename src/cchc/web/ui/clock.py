"""What day and time it is: read here and nowhere else; rules take the day as an argument."""

from __future__ import annotations

from datetime import date, datetime

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
