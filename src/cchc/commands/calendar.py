"""`cchc calendar`: the rest days and make-up days of a year, and which table decides.

The tables: shipped seed, shipped corrections, and a person's own (`--calendar FILE`, else the
environment's `CCHC_CALENDAR`) over both.
"""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from cchc.commands.refusal import Refusal
from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.calendar_tables import (
    CalendarFault,
    CalendarTableError,
    calendar_from,
    default_calendar,
)

_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def chosen_calendar(path: Path | None) -> WorkingCalendar:
    """Return the calendar with the operator's own table over the shipped ones.

    Raises Refusal naming line and column of a row that cannot be used.
    """
    chosen = path or os.environ.get("CCHC_CALENDAR")
    if not chosen:
        return default_calendar()
    try:
        return calendar_from(_content(Path(chosen)), default_calendar())
    except CalendarTableError as error:
        raise Refusal(error.sentence) from error


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CalendarTableError(CalendarFault.NOT_FOUND, name=path.name) from error


def run(arguments: argparse.Namespace) -> int:
    """Print the decided days of a year, by default this year."""
    calendar = chosen_calendar(arguments.calendar)
    year = date.today().year if arguments.year is None else arguments.year
    decided = calendar.decided_in(year)
    if not decided:
        print(f"Chưa có bảng ngày nghỉ của năm {year}: chỉ biết thứ Bảy và Chủ nhật.")
        return 0
    for day in decided:
        weekday = _WEEKDAYS[day.date.weekday()]
        basis = f" ({day.legal_basis})" if day.legal_basis else ""
        print(f"{day.date:%d/%m/%Y} {weekday}  {day.type.value:7}  {day.name}{basis}")
    return 0
