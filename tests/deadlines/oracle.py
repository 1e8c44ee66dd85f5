"""What a reading may not do, reckoned from the printed text alone and not from the grammar.

Every number of the text must be found in what was understood, and every day and month that was
understood must be found in the text or be a convention of the interchange format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from cchc.deadlines.days import last_days
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

ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
NUMBER = re.compile(r"\d+|\b(?:I{1,3}|IV|V)\b")
A_YEAR = {Every.WEEK: 52, Every.MONTH: 12, Every.QUARTER: 4, Every.HALF_YEAR: 2, Every.YEAR: 1}
MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.NINE_MONTHS: 9,
          Every.YEAR: 12}  # fmt: skip
TIMES = re.compile(r"(\d+)\s*(?:lần|đợt)(?!\s*\d)")
WEEKS = ("tuần", "thứ")
FIRST_YEAR = 1900
ONE_DAY = timedelta(days=1)


def numbers(text: str) -> set[int]:
    return {ROMANS.get(one) or int(one) for one in NUMBER.findall(text)}


def _months(start: date, end: date) -> list[date]:
    found: list[date] = []
    first = start.replace(day=1)
    while first <= end and len(found) < 1_200:
        found.append(first)
        first = (first + 31 * ONE_DAY).replace(day=1)
    return found


def _of_date(day: date) -> set[int]:
    last = (day + ONE_DAY).day == 1
    return {day.day, day.month, day.year, day.year % 100, (day.month + 2) // 3} | (
        {29, 30, 31, day.month} if last else set()
    )


def explained(schedules: Sequence[Schedule], text: str, year: int = 0) -> set[int]:
    """Return every number that the schedules answer for."""
    found: set[int] = set()
    if any(isinstance(one, Continuous | Recurring) for one in schedules):
        found.add(year)
    for schedule in schedules:
        found |= numbers(schedule.note or "")
        if isinstance(schedule, Unclear):
            found |= numbers(schedule.text)
        elif isinstance(schedule, Conditional):
            found |= numbers(schedule.trigger)
        elif isinstance(schedule, By):
            found |= _of_date(schedule.date) | {13 - schedule.date.month}
        elif isinstance(schedule, Window):
            start = schedule.start or schedule.end
            months = _months(start, schedule.end)
            found |= _of_date(start) | _of_date(schedule.end) | {len(months), len(months) // 3}
            found |= {number for month in months for number in (month.month, month.year)}
            found |= {(month.month + 2) // 3 for month in months}
        elif isinstance(schedule, Recurring):
            found |= _of_rhythm(schedule, text)
    if any(word in text for word in WEEKS):
        found |= set(range(1, 8))
    return found


def _of_rhythm(schedule: Recurring, text: str) -> set[int]:
    found = {1, MONTHS.get(schedule.every, 1)}
    if "lần" in text or "đợt" in text:
        often = A_YEAR.get(schedule.every, 1)
        found |= {often} | {count for count in (2, 3, 4) if (often, count) in OFTEN}
    dates = schedule.dates or ()
    usual = dates and dates == last_days(schedule.every, dates[0].year)
    found |= {day.year for day in dates}
    found |= set() if usual else {day.day for day in dates}
    if any(day.day in (28, 29, 30) for day in dates) and not usual:
        found |= {29, 30, 31}
    if usual and schedule.every is Every.MONTH:
        found |= {31}
    if len(dates) < 12:
        found |= {number for day in dates for number in _of_date(day)}
        if schedule.every is Every.YEAR and dates:
            found |= set(range(1, max(dates).month + 1))
    return found


# (times a year of the rhythm, the printed count): «3 lần/quý», «2 lần/6 tháng», «2 quý/lần»
OFTEN = {(12, 3), (4, 2), (2, 2)}


def unanswered(schedules: Sequence[Schedule], text: str, year: int) -> set[int]:
    """Return the numbers of the text that nothing answers for."""
    return numbers(text) - explained(schedules, text, year)


def miscounted(schedules: Sequence[Schedule], text: str) -> bool:
    """Say whether a rhythm stands beside a count of times that is not its own."""
    counts = [int(count) for count in TIMES.findall(text)]
    rhythms = [one for one in schedules if isinstance(one, Recurring)]
    kept = explained([one for one in schedules if not isinstance(one, Recurring)], "")
    for count in counts:
        if count in kept or not rhythms or count == 1 or count >= FIRST_YEAR:
            continue
        told = {A_YEAR.get(one.every, 0) for one in rhythms}
        if not any(often % count == 0 and often // count in (1, 2, 4, 12) for often in told):
            return True
    return False


def invented(schedules: Sequence[Schedule], text: str, year: int) -> set[date]:
    """Return the days that neither a number, a period word nor a convention explains."""
    printed = numbers(text) | ({6, 12} if "giữa" in text or "nửa" in text else set())
    found = set()
    for schedule in schedules:
        if isinstance(schedule, Conditional | Continuous | Unclear):
            continue
        if isinstance(schedule, By):
            days: tuple[date, ...] = (schedule.date,)
        elif isinstance(schedule, Window):
            days = (schedule.start or schedule.end, schedule.end)
        else:
            days = schedule.dates or ()
        recurs = isinstance(schedule, Recurring)
        for day in days:
            if not _day_is_said(day, printed, text) or not (
                recurs or _month_is_said(day.month, printed, text)
            ):
                found.add(day)
            years = printed | {2000 + number for number in printed} | {year, year + 1}
            if day.year not in years and "năm trước" not in text:
                found.add(day)
    return found


def _day_is_said(day: date, printed: set[int], text: str) -> bool:
    edge = day.day == 1 or (day + ONE_DAY).day == 1
    return edge or day.day in printed or (day.day == 15 and "giữa" in text)


def _month_is_said(month: int, printed: set[int], text: str) -> bool:
    if month in printed or (month + 2) // 3 in printed or 13 - month in printed:
        return True
    of_year = any(words in text for words in ("năm", "tháng đầu", "tháng cuối")) or any(
        one >= FIRST_YEAR or one in (3, 6, 9) for one in printed
    )
    return (of_year and month in (1, 6, 12)) or month in {3 * one for one in printed}
