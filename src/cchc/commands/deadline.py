"""`cchc deadline`: one phrase or a list of them → what it asks, said back and with its due days.

Reads the arguments, asks `deadlines`, prints. Exit 0, or 2 with one sentence on standard error
where a file that was given cannot be used.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from cchc.commands.calendar import chosen_calendar
from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.calendar_tables import CalendarTableError
from cchc.deadlines.due import due_on_working_days
from cchc.deadlines.explain import explain, in_words
from cchc.deadlines.grammar import understand
from cchc.plan.schedule import Conditional, Recurring, Schedule, Unclear
from cchc.plan.schedule_json import schedule_to_json

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_NO_YEAR = "Thiếu năm của kế hoạch: thêm --year, ví dụ --year 2026."
_NO_PHRASE = "Thiếu cụm từ thời hạn, ví dụ: cchc deadline «Trước ngày 30/11» --year 2026."
_BAD_YEAR = "Năm {year} không hợp lệ: phải từ {first} đến {last}."


class UnusableList(Exception):
    """A list of phrases cannot be read; the argument is the sentence."""


def run(arguments: argparse.Namespace) -> int:
    """Print what a phrase means, or a list with `schedule` added (`--from`)."""
    try:
        calendar = chosen_calendar(arguments.calendar)
        if arguments.source is not None:
            items = _read_list(Path(arguments.source), arguments.year)
            print(json.dumps(_understood(items, calendar), ensure_ascii=False, indent=1))
            return 0
        problem = _problem(arguments)
        if problem is not None:
            return _refuse(problem)
    except (UnusableList, CalendarTableError) as error:
        return _refuse(error.sentence if isinstance(error, CalendarTableError) else str(error))
    schedules = understand(arguments.phrase, arguments.year, calendar=calendar)
    if arguments.format == "json":
        objects = [schedule_to_json(schedule) for schedule in schedules]
        print(json.dumps(objects, ensure_ascii=False, indent=1))
        return 0
    for line in _lines(schedules, arguments.year, calendar, explained=arguments.explain):
        print(line)
    return 0


def _problem(arguments: argparse.Namespace) -> str | None:
    if arguments.phrase is None:
        return _NO_PHRASE
    if arguments.year is None:
        return _NO_YEAR
    return _year_problem(arguments.year)


def _year_problem(year: int) -> str | None:
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return _BAD_YEAR.format(year=year, first=_FIRST_YEAR, last=_LAST_YEAR)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def _read_list(path: Path, year: int | None) -> list[dict[str, Any]]:
    """Read `[{phrase, year}]`; `year` serves the items that have none. Raises UnusableList."""
    try:
        items = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UnusableList(f"Không mở được tệp {path.name}: hãy kiểm tra lại tên tệp.") from error
    except (ValueError, RecursionError) as error:
        raise UnusableList(
            f"Tệp {path.name} không phải là JSON (UTF-8): hãy kiểm tra lại nội dung."
        ) from error
    if not isinstance(items, list):
        raise UnusableList(f"Tệp {path.name} phải là một danh sách [{{phrase, year}}].")
    for place, item in enumerate(items, start=1):
        if not isinstance(item, dict) or not isinstance(item.get("phrase"), str):
            raise UnusableList(f"Mục {place} của tệp {path.name} thiếu «phrase» là chuỗi ký tự.")
        item.setdefault("year", year)
        if type(item["year"]) is not int:
            raise UnusableList(f"Mục {place} của tệp {path.name} thiếu «year» là số nguyên.")
        problem = _year_problem(item["year"])
        if problem is not None:
            raise UnusableList(f"Mục {place} của tệp {path.name}: {problem}")
    return items


def _understood(items: list[dict[str, Any]], calendar: WorkingCalendar) -> list[dict[str, Any]]:
    return [
        item
        | {
            "schedule": [
                schedule_to_json(schedule)
                for schedule in understand(item["phrase"], item["year"], calendar=calendar)
            ]
        }
        for item in items
    ]


def _lines(
    schedules: tuple[Schedule, ...], year: int, calendar: WorkingCalendar, *, explained: bool
) -> list[str]:
    if not schedules:
        return ["Không có thời hạn."]
    if not explained:
        return [explain([schedule]) for schedule in schedules]
    lines: list[str] = []
    for schedule in schedules:
        lines.append(explain([schedule]))
        lines += [f"  {line}" for line in _due_lines(schedule, year, calendar)]
    return lines


def _due_lines(schedule: Schedule, year: int, calendar: WorkingCalendar) -> list[str]:
    if isinstance(schedule, Unclear):
        return ["Chưa hiểu được: cần người xem và quyết định."]
    if isinstance(schedule, Conditional):
        return ["Chưa phát sinh: hạn chỉ có khi sự việc nêu trên xảy ra."]
    if isinstance(schedule, Recurring) and not schedule.dates:
        return ["Lặp lại, không có ngày cố định."]
    lines = []
    for due in due_on_working_days(schedule, year, calendar):
        words = f"Hạn {_day(due.named)}"
        if due.last_day != due.named:
            words += f", xong chậm nhất {_day(due.last_day)}"
        if due.working_day != due.last_day:
            words += f"; không phải ngày làm việc, nên xong trước: {_day(due.working_day)}"
        lines.append(words + ".")
    return lines


def _day(day: date) -> str:
    return f"{in_words(day)} ({_WEEKDAYS[day.weekday()]})"
