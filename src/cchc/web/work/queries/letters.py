"""What is overdue by unit, for a letter that chases it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, QuerySet

from cchc.deadlines import WorkingCalendar
from cchc.deadlines.reminders import days_late
from cchc.web.organisation.models import Unit
from cchc.web.work.models import ChasingLetter, Occurrence
from cchc.web.work.queries.followed import followed_plans


@dataclass(frozen=True, slots=True)
class OverdueUnit:
    """A unit with overdue work of one office's plans, and the last letter to it."""

    office_id: int
    office: str
    unit_id: int
    unit: str
    count: int
    oldest: date
    last_letter: date | None


def overdue(on: date) -> QuerySet[Occurrence]:
    """What is open past its day in followed plans."""
    return Occurrence.objects.filter(
        state=Occurrence.State.OPEN,
        due_on__lt=on,
        unit__isnull=False,
        plan__in=followed_plans().select_related(None).order_by().values("pk"),
    )


def overdue_units(offices: QuerySet[Unit], on: date) -> list[OverdueUnit]:
    """Units with overdue work of these offices' plans, most first. 2 queries."""
    columns = ("plan__owner_id", "plan__owner__name", "unit_id", "unit__name")
    rows = (
        overdue(on)
        .filter(plan__owner__in=offices.order_by().values("pk"))
        .order_by()
        .values(*columns)
        .annotate(count=Count("pk"), oldest=Min("due_on"))
    )
    letters = ChasingLetter.objects.filter(archived_at=None).order_by("on", "pk")
    last = {
        (office, unit): day for office, unit, day in letters.values_list("office", "unit", "on")
    }
    found = [
        OverdueUnit(
            office_id=row["plan__owner_id"],
            office=row["plan__owner__name"],
            unit_id=row["unit_id"],
            unit=row["unit__name"],
            count=row["count"],
            oldest=row["oldest"],
            last_letter=last.get((row["plan__owner_id"], row["unit_id"])),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.count, one.unit))


def overdue_of(office: Unit, unit: Unit, on: date) -> list[Occurrence]:
    """What a unit is late with in an office's plans, the oldest first. 1 query."""
    rows = overdue(on).filter(plan__owner=office, unit=unit).select_related("task", "plan")
    return list(rows.order_by("due_on", "pk"))


def letter_rows(
    rows: Collection[Occurrence], calendar: WorkingCalendar, on: date
) -> list[dict[str, Any]]:
    """What a letter says of each, as it keeps it."""
    return [
        {
            "task": row.task.text,
            "product": row.product or row.name,
            "plan": row.plan.title,
            "deadline": row.task.deadline,
            "due": row.due_on.isoformat(),
            "late": days_late(row.due_on, calendar, on),
        }
        for row in rows
        if row.due_on is not None
    ]


def letters_made(letters: QuerySet[ChasingLetter]) -> QuerySet[ChasingLetter]:
    return letters.select_related("office", "unit", "by").order_by("-on", "-pk")
