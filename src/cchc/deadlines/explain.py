"""A schedule said back in Vietnamese, in the deadline language itself.

In: schedules. Out: words that `understand` reads as the same schedules in the same plan year; the
tests hold it to that. So whatever is shown to a person can also be typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.days import Picker, PickerKind, dates_in_year, last_days
from cchc.deadlines.stretches import last_of_month
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Every,
    Recurring,
    Schedule,
    Unclear,
    Window,
)

_RHYTHMS = {
    Every.WEEK: "Hàng tuần",
    Every.MONTH: "Hàng tháng",
    Every.QUARTER: "Hàng quý",
    Every.HALF_YEAR: "Hàng 6 tháng",
    Every.NINE_MONTHS: "Hàng 9 tháng",
    Every.YEAR: "Hàng năm",
    Every.PERIOD: "Định kỳ",
}
_QUARTERS = ("I", "II", "III", "IV")
_NO_HOLIDAYS = WorkingCalendar()


def explain(schedules: Sequence[Schedule], year: int | None = None) -> str:
    """Say schedules back: (Window(1 Jan, 31 Mar),) → «Quý I/2026».

    Several are one item each, as plans print them: «- Thường xuyên; - Báo cáo: Hàng quý». `year` is
    the plan year: the days of a rhythm in another year are then listed one by one.
    """
    said = [_with_note(schedule, year) for schedule in schedules]
    if len(said) == 1:
        return said[0]
    return "; ".join(f"- {one}" for one in said)


def in_words(day: date) -> str:
    """Write a date as plans do: 05/12/2026."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _with_note(schedule: Schedule, year: int | None) -> str:
    words = _explain_one(schedule, year)
    return words if schedule.note is None else f"{schedule.note}: {words}"


def _explain_one(schedule: Schedule, year: int | None) -> str:
    match schedule:
        case By(date=day, inclusive=inclusive):
            return f"{'Chậm nhất' if inclusive else 'Trước'} ngày {in_words(day)}"
        case Window(start=start, end=end):
            return _window(start, end)
        case Recurring(every=every, dates=dates):
            return _recurring(every, dates, year)
        case Continuous():
            return "Thường xuyên"
        case Conditional(trigger=trigger):
            return trigger
        case Unclear(text=text):
            return text
        case _:
            assert_never(schedule)


def _window(start: date | None, end: date) -> str:
    if start is None:
        return f"Từ ngày ký đến ngày {in_words(end)}"
    opens = start.day == 1
    closes = end == last_of_month(end.year, end.month)
    if not opens or not closes:
        return f"Từ ngày {in_words(start)} đến ngày {in_words(end)}"
    if start.month == 1 and end.month == 12:
        if start.year == end.year:
            return f"Năm {start.year}"
        return f"Năm {start.year} - {end.year}"
    if start.month % 3 == 1 and end.month % 3 == 0:
        first, last = _quarter(start), _quarter(end)
        return f"Quý {first}" if first == last else f"Từ quý {first} đến quý {last}"
    first, last = _month(start), _month(end)
    return f"Tháng {first}" if first == last else f"Từ tháng {first} đến tháng {last}"


def _quarter(day: date) -> str:
    return f"{_QUARTERS[(day.month - 1) // 3]}/{day.year}"


def _month(day: date) -> str:
    return f"{day.month}/{day.year}"


def _recurring(every: Every, dates: tuple[date, ...] | None, plan_year: int | None) -> str:
    rhythm = _RHYTHMS[every]
    if not dates:
        return rhythm
    elsewhere = plan_year is not None and dates[0].year != plan_year
    if dates == last_days(every, dates[0].year) and not elsewhere:
        return rhythm
    day = None if elsewhere else _same_day(every, dates)
    if day is None:
        listed = ", ".join(f"ngày {in_words(one)}" for one in dates)
        return f"{rhythm} ({listed})"
    match every:
        case Every.MONTH:
            return f"Ngày {day:02} hàng tháng"
        case Every.QUARTER:
            return f"Hàng quý, ngày {day:02} của tháng cuối quý"
        case Every.PERIOD:
            return f"Định kỳ, ngày {day:02} của tháng cuối kỳ báo cáo"
        case _:
            return f"{rhythm}, ngày {day:02} của tháng cuối kỳ"


def _same_day(every: Every, dates: tuple[date, ...]) -> int | None:
    """Return the day of the month that all have in the last month of their period, or None."""
    for day in {dates[0].day, max(one.day for one in dates)}:
        picker = Picker(PickerKind.DAY, day)
        if dates == dates_in_year(picker, every, -1, 0, dates[0].year, _NO_HOLIDAYS):
            return day
    return None
