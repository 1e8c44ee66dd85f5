"""The office's working calendar: the table that comes with the program, people's table over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cchc.deadlines import WorkingCalendar, default_calendar
from cchc.deadlines.calendar import DayType
from cchc.deadlines.calendar import DecidedDay as Decided
from cchc.web.work.models import DecidedDay

Type = DecidedDay.Type


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the calendar as it holds: what the office decided, else the shipped table.

    `shipped` is what the shipped table says where the office says otherwise.
    """

    date: date
    type: str
    name: str
    legal_basis: str
    own: DecidedDay | None = None
    shipped: str = ""


def own_days() -> QuerySet[DecidedDay]:
    """The office's own table, in order."""
    return DecidedDay.objects.filter(archived_at=None)


def versions_of(dates: Iterable[date]) -> dict[date, int]:
    """The version of the office's row for each of these days; 0 where there is none. 1 query."""
    asked = list(dates)
    known = dict(own_days().filter(date__in=asked).values_list("date", "version"))
    return {one: known.get(one, 0) for one in asked}


def working_calendar() -> WorkingCalendar:
    """The calendar that due days are reckoned by today. 1 query."""
    return calendar_with(own_days())


def calendar_with(days: Iterable[DecidedDay]) -> WorkingCalendar:
    """The calendar with these of the office's days over the shipped table."""
    rows = list(days)
    ordinary = [one.date for one in rows if one.type == Type.ORDINARY]
    decided = [
        Decided(one.date, DayType(one.type), one.name, one.legal_basis)
        for one in rows
        if one.type != Type.ORDINARY
    ]
    return default_calendar().without_days(ordinary).with_days(decided)


def rows_of_year(own: QuerySet[DecidedDay], year: int) -> list[DayRow]:
    """Both tables of a year together, in order. 1 query."""
    found: dict[date, DayRow] = {}
    for day in default_calendar().decided_in(year):
        label = Type(day.type.value).label
        found[day.date] = DayRow(day.date, label, day.name, day.legal_basis)
    for row in own.filter(date__year=year):
        known = found.get(row.date)
        said = f"{known.type}: {known.name}" if known else ""
        label = row.get_type_display()
        found[row.date] = DayRow(row.date, label, row.name, row.legal_basis, row, said)
    return [found[day] for day in sorted(found)]


def years_known(own: QuerySet[DecidedDay], on: date) -> list[int]:
    """Years of which any day is decided, with this one and the next. 1 query."""
    years = {day.date.year for day in default_calendar().decided}
    years |= {day.year for day in own.dates("date", "year")}
    return sorted(years | {on.year, on.year + 1})
