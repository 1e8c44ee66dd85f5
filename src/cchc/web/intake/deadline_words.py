"""A deadline for the desk: the sentence it was understood as, its due days, and choosing by hand.

In: schedule objects and the plan year, or what the form of choices sent. Out: words and days to
show, or the schedule objects. The language itself is in `cchc.deadlines`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from cchc.deadlines import default_calendar, explain, understand
from cchc.deadlines.days import last_days
from cchc.deadlines.due import due_on_working_days
from cchc.plan.interchange import schedule_from_json, schedule_to_json
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
from cchc.text.normal import nfc, one_line
from cchc.web.intake.item_fields import day_from
from cchc.web.intake.reasons import IntakeReason
from cchc.web.ui.refusals import refuse

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
KINDS = {
    "by": "Trước hoặc chậm nhất một ngày",
    "window": "Trong một khoảng",
    "recurring": "Định kỳ",
    "continuous": "Thường xuyên",
    "conditional": "Khi có việc",
}
RHYTHMS = {
    Every.MONTH.value: "Hàng tháng",
    Every.QUARTER.value: "Hàng quý",
    Every.HALF_YEAR.value: "6 tháng một lần",
    Every.NINE_MONTHS.value: "9 tháng",
    Every.YEAR.value: "Hàng năm",
    Every.WEEK.value: "Hàng tuần",
    Every.PERIOD.value: "Định kỳ (không nói rõ)",
}
_MOST_DAYS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Due:
    """A due day in words; `working_day` only where the day itself is a rest day."""

    on: str
    working_day: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What a deadline means, for a person to agree with."""

    sentence: str
    due: tuple[Due, ...]
    more: int
    is_unclear: bool


def understood(schedule: Sequence[Mapping[str, Any]], year: int | None) -> Understood | None:
    """Say a schedule back with its days; None where there is no deadline."""
    parts = [schedule_from_json(part) for part in schedule]
    if not parts:
        return None
    in_year = year or _year_of(parts)
    due = [due for part in parts for due in _due(part, in_year)]
    return Understood(
        explain(parts, year),
        tuple(due[:_MOST_DAYS_SHOWN]),
        max(0, len(due) - _MOST_DAYS_SHOWN),
        any(isinstance(part, Unclear) for part in parts),
    )


def schedule_of_words(words: str | None, year: int | None) -> list[dict[str, Any]]:
    """What a deadline's words mean in the plan year; nothing without a year or words."""
    if not words or year is None:
        return []
    return [schedule_to_json(part) for part in understand(words, year)]


def schedule_of_choice(posted: Mapping[str, str], year: int | None) -> dict[str, Any]:
    """The schedule object that was chosen instead of typed. Refuses what is left out."""
    note = one_line(nfc(posted.get("note", ""))) or None
    made: Schedule
    match posted.get("kind"):
        case "by":
            made = By(_day(posted, "date", "Ngày"), posted.get("bound") != "before", note)
        case "window":
            start = _day(posted, "start", "Từ ngày") if posted.get("start") else None
            made = Window(start, _day(posted, "end", "Đến ngày"), note)
            if start and start > made.end:
                _wrong("Ngày bắt đầu phải trước ngày kết thúc.")
        case "recurring":
            made = _recurring(posted, year, note)
        case "continuous":
            made = Continuous(note)
        case "conditional":
            trigger = one_line(nfc(posted.get("trigger", "")))
            if not trigger:
                _wrong("Hãy ghi việc phải chờ, ví dụ «Khi UBND tỉnh giao».")
            made = Conditional(trigger, None, note)
        case _:
            _wrong("Hãy chọn loại thời hạn.")
    return schedule_to_json(made)


def _recurring(posted: Mapping[str, str], year: int | None, note: str | None) -> Recurring:
    if posted.get("every") not in RHYTHMS:
        _wrong("Hãy chọn nhịp của việc định kỳ.")
    every = Every(posted["every"])
    lines = [line.strip(" ;,") for line in posted.get("dates", "").splitlines()]
    days = tuple(sorted(day_from("Các ngày", line) for line in lines if line))
    return Recurring(every, days or (last_days(every, year) if year else None), note)


def _due(part: Schedule, year: int) -> list[Due]:
    if isinstance(part, Continuous):
        return []
    found = []
    for one in due_on_working_days(part, year, default_calendar()):
        moved = one.working_day != one.last_day
        found.append(Due(_in_words(one.last_day), _in_words(one.working_day) if moved else ""))
    return found


def _in_words(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def _year_of(parts: Sequence[Schedule]) -> int:
    days = [part.date for part in parts if isinstance(part, By)]
    days += [part.end for part in parts if isinstance(part, Window)]
    days += [day for part in parts if isinstance(part, Recurring) for day in part.dates or ()]
    return min((day.year for day in days), default=date.min.year)


def _day(posted: Mapping[str, str], key: str, label: str) -> date:
    return day_from(label, posted.get(key, ""))


def _wrong(sentence: str) -> NoReturn:
    refuse(IntakeReason.VALUE_IS_WRONG, sentence=sentence)
