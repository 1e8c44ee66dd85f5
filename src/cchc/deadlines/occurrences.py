"""A schedule as the times it is owed in a year: one occurrence for each period, product or event.

In: the parts of a task's deadline, the plan year, the working calendar, the reporting periods.
Out: occurrences in order, each with a slot that stays the same when the plan is amended. Nothing
here knows today; what has no day (a condition, unclear words) has an occurrence without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypedDict, assert_never

from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.due import due_on_working_days
from cchc.deadlines.stretches import add_months, last_of_month
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Every,
    OffsetUnit,
    Recurring,
    Schedule,
    Unclear,
    Window,
)
from cchc.text.folding import fold

_ROMAN = ("I", "II", "III", "IV")
_LONGEST_NOTE = 60


class OccurrenceKind(StrEnum):
    """What is owed: by a day, in a stretch, again and again, all year, on an event; or a note."""

    DATED = "dated"
    WINDOWED = "windowed"
    RECURRING = "recurring"
    ALL_YEAR = "all_year"
    NOTE = "note"  # what an all-year task owes in a reporting period
    CONDITIONAL = "conditional"
    UNCLEAR = "unclear"


class _Days(TypedDict):
    named_on: date
    due_on: date
    work_by: date


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """A period in which all-year tasks owe a note, and the last day for it."""

    name: str
    data_from: date | None
    data_to: date | None
    due_on: date


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a task is owed.

    `slot` names it within its task: «0», «0 2026-Q1», «bao cao», «note 2026-03-14». `named_on` is
    the date in the words, `due_on` the last day that is in time, `work_by` the last working day
    that is. Without days it waits for an event or for a person's decision.
    """

    slot: str
    kind: OccurrenceKind
    name: str = ""
    product: str = ""
    opens_on: date | None = None
    named_on: date | None = None
    due_on: date | None = None
    work_by: date | None = None


def occurrences_of(
    schedule: Sequence[Schedule],
    year: int,
    calendar: WorkingCalendar,
    *,
    periods: Iterable[ReportingPeriod] = (),
    issued_on: date | None = None,
    keys: Sequence[str] | None = None,
) -> tuple[Occurrence, ...]:
    """Return every time that a task with this deadline is owed in the plan year.

    `issued_on` opens a stretch that begins on the day of signing («Từ ngày ký đến 31/12»).
    «Thường xuyên» and «Trong năm» are due on the last day of the year and owe a note in each of
    `periods`; of all parts together each period is noted once. `keys` begin the slots of each part,
    where they are not those of `part_keys`.
    """
    found: list[Occurrence] = []
    for key, part in zip(keys or part_keys(schedule), schedule, strict=True):
        found.extend(_of_part(key, part, year, calendar, issued_on))
    if any(one.kind is OccurrenceKind.ALL_YEAR for one in found):
        found.extend(_notes(periods, calendar))
    return tuple(found)


def due_after(condition: Conditional, happened_on: date, calendar: WorkingCalendar) -> date | None:
    """Return the last day in time once the event has happened; None where no distance is said.

    «Sau 05 ngày làm việc kể từ ngày nhận được văn bản» counts from the day after (Civil Code 2015,
    art. 147); «trước khi trình HĐND tỉnh 15 ngày» counts back.
    """
    offset = condition.offset
    if offset is None:
        return None
    match offset.unit:
        case OffsetUnit.WORKING_DAY:
            return calendar.add_working_days(happened_on, offset.amount)
        case OffsetUnit.DAY:
            return happened_on + timedelta(days=offset.amount)
        case OffsetUnit.MONTH:
            year, month = add_months(happened_on.year, happened_on.month, offset.amount)
            last = last_of_month(year, month)
            return last.replace(day=min(happened_on.day, last.day))
        case _:
            assert_never(offset.unit)


def last_working_day(on: date, calendar: WorkingCalendar) -> date:
    """The last working day that is not after `on`."""
    return on if calendar.is_working_day(on) else calendar.previous_working_day(on)


def is_all_year(part: Schedule, year: int) -> bool:
    """Whether a part names the whole plan year and so no day of its own («Trong năm»)."""
    if isinstance(part, Continuous):
        return True
    whole = (date(year, 1, 1), date(year, 12, 31))
    return isinstance(part, Window) and (part.start, part.end) == whole


def part_keys(schedule: Sequence[Schedule]) -> list[str]:
    """A name for each part that outlives a change of its days: its product, else its place."""
    keys: list[str] = []
    for place, part in enumerate(schedule):
        note = fold(part.note)[:_LONGEST_NOTE].strip() if part.note else ""
        keys.append(note if note and note not in keys else str(place))
    return keys


def _of_part(
    key: str, part: Schedule, year: int, calendar: WorkingCalendar, issued_on: date | None
) -> Iterator[Occurrence]:
    product = part.note or ""
    if is_all_year(part, year):
        yield Occurrence(
            key,
            OccurrenceKind.ALL_YEAR,
            product=product,
            opens_on=date(year, 1, 1),
            **_days(date(year, 12, 31), date(year, 12, 31), calendar),
        )
        return
    match part:
        case By() | Window():
            (day,) = due_on_working_days(part, year, calendar)
            windowed = isinstance(part, Window)
            yield Occurrence(
                key,
                OccurrenceKind.WINDOWED if windowed else OccurrenceKind.DATED,
                product=product,
                opens_on=(part.start or issued_on) if isinstance(part, Window) else None,
                **_days(day.named, day.last_day, calendar),
            )
        case Recurring(every=Every.WEEK, dates=None):
            yield from _weeks(key, product, year, calendar)
        case Recurring(every=every, dates=dates) if dates:
            yield from _each(key, product, every, sorted(dates), year, calendar)
        case Conditional():
            yield Occurrence(key, OccurrenceKind.CONDITIONAL, part.trigger, product)
        case Recurring():
            # «Định kỳ»: how often is not said, so a person decides.
            yield Occurrence(key, OccurrenceKind.UNCLEAR, "Định kỳ", product)
        case Unclear():
            yield Occurrence(key, OccurrenceKind.UNCLEAR, part.text, product)
        case Continuous():  # all year, above
            raise AssertionError(part)
        case _:
            assert_never(part)


def _days(named: date, last: date, calendar: WorkingCalendar) -> _Days:
    return _Days(named_on=named, due_on=last, work_by=last_working_day(last, calendar))


def _each(
    key: str,
    product: str,
    every: Every,
    dates: Sequence[date],
    year: int,
    calendar: WorkingCalendar,
) -> Iterator[Occurrence]:
    """One occurrence for each day of a rhythm; it opens when the one before it is over."""
    opens = min(date(year, 1, 1), dates[0])
    names = [_period(every, day) for day in dates]
    for place, day in enumerate(dates):
        code, name = names[place]
        if names.count(names[place]) > 1:  # «ngày 05 và 20 hàng tháng»
            code, name = f"{code}-{day.day:02}", f"{name} (hạn {day:%d/%m})"
        yield Occurrence(
            f"{key} {code}",
            OccurrenceKind.RECURRING,
            name,
            product,
            opens_on=opens,
            **_days(day, day, calendar),
        )
        opens = day + timedelta(days=1)


def _period(every: Every, day: date) -> tuple[str, str]:
    """The code and name of the period that a due day belongs to."""
    quarter = (day.month - 1) // 3
    match every:
        case Every.MONTH:
            return f"{day:%Y-%m}", f"Tháng {day.month}"
        case Every.QUARTER | Every.PERIOD:
            return f"{day.year}-Q{quarter + 1}", f"Quý {_ROMAN[quarter]}"
        case Every.HALF_YEAR:
            half = (day.month - 1) // 6
            return f"{day.year}-H{half + 1}", ("6 tháng đầu năm", "6 tháng cuối năm")[half]
        case Every.NINE_MONTHS:
            return f"{day.year}-9M", "9 tháng"
        case Every.YEAR:
            return str(day.year), f"Năm {day.year}"
        case Every.WEEK:
            week = day.isocalendar()
            return f"{week.year}-W{week.week:02}", f"Tuần {week.week}"
        case _:
            assert_never(every)


def _weeks(key: str, product: str, year: int, calendar: WorkingCalendar) -> Iterator[Occurrence]:
    """Every week of the year in which anybody works, due on its Sunday."""
    monday = date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())
    while monday <= date(year, 12, 31):
        first = max(monday, date(year, 1, 1))
        last = min(monday + timedelta(days=6), date(year, 12, 31))
        if last_working_day(last, calendar) >= first:
            week = monday.isocalendar()
            yield Occurrence(
                f"{key} {week.year}-W{week.week:02}",
                OccurrenceKind.RECURRING,
                f"Tuần {week.week}",
                product,
                opens_on=first,
                **_days(last, last, calendar),
            )
        monday += timedelta(days=7)


def _notes(periods: Iterable[ReportingPeriod], calendar: WorkingCalendar) -> Iterator[Occurrence]:
    for period in sorted(periods, key=lambda one: one.due_on):
        until = period.data_to or period.due_on
        yield Occurrence(
            f"note {until.isoformat()}",
            OccurrenceKind.NOTE,
            period.name,
            opens_on=period.data_from,
            **_days(period.due_on, period.due_on, calendar),
        )
