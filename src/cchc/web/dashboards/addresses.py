"""Where the pages of other rooms about a piece of work are, by the names of their addresses."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from cchc.web.work.models import Occurrence


def of_work(row: Occurrence) -> str:
    """The page of a piece of work; in an office without one, the page of its task."""
    try:
        return reverse("work:occurrence", args=(row.pk,))
    except NoReverseMatch:
        return reverse("plans:task", args=(row.task_id,))


def of_following(plan_id: int) -> str:
    """Where the due days of a plan are reckoned; in an office without one, the plan's page."""
    try:
        return reverse("work:plan", args=(plan_id,))
    except NoReverseMatch:
        return reverse("plans:plan", args=(plan_id,))
