"""`cchc deadline`: one phrase or a list of them → what it asks, said back and with its due days.

Reads the arguments, asks `deadlines`, prints. Exit 0, or 2 with one sentence on standard error
where a file that was given cannot be used.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from cchc.commands.calendar import chosen_calendar
from cchc.commands.refusal import Refusal
from cchc.deadlines.calendar import WorkingCalendar
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


def run(arguments: argparse.Namespace) -> int:
    """Print what a phrase means, or a list with `schedule` added (`--from`).

    Raises Refusal where the phrase, the year or a file that was given cannot be used.
    """
    calendar = chosen_calendar(arguments.calendar)
    if arguments.source is not None:
        items = _read_list(Path(arguments.source), arguments.year)
        print(json.dumps(_understood(items, calendar), ensure_ascii=False, indent=1))
        return 0
    if arguments.phrase is None:
        raise Refusal(_NO_PHRASE)
    if arguments.year is None:
        raise Refusal(_NO_YEAR)
    _check_year(arguments.year)
    schedules = understand(arguments.phrase, arguments.year, calendar=calendar)
    if arguments.format == "json":
        objects = [schedule_to_json(schedule) for schedule in schedules]
        print(json.dumps(objects, ensure_ascii=False, indent=1))
        return 0
    for line in _lines(schedules, arguments.year, calendar, explained=arguments.explain):
        print(line)
    return 0


def _check_year(year: int, where: str = "") -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Refusal(where + _BAD_YEAR.format(year=year, first=_FIRST_YEAR, last=_LAST_YEAR))


def _read_list(path: Path, year: int | None) -> list[dict[str, Any]]:
    """Read `[{phrase, year}]`; `year` serves the items that have none. Raises Refusal."""
    try:
        items = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise Refusal(f"Không mở được tệp {path.name}: hãy kiểm tra lại tên tệp.") from error
    except (ValueError, RecursionError) as error:
        raise Refusal(
            f"Tệp {path.name} không phải là JSON (UTF-8): hãy kiểm tra lại nội dung."
        ) from error
    if not isinstance(items, list):
        raise Refusal(f"Tệp {path.name} phải là một danh sách [{{phrase, year}}].")
    for place, item in enumerate(items, start=1):
        if not isinstance(item, dict) or not isinstance(item.get("phrase"), str):
            raise Refusal(f"Mục {place} của tệp {path.name} thiếu «phrase» là chuỗi ký tự.")
        item.setdefault("year", year)
        if type(item["year"]) is not int:
            raise Refusal(f"Mục {place} của tệp {path.name} thiếu «year» là số nguyên.")
        _check_year(item["year"], f"Mục {place} của tệp {path.name}: ")
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
        return [explain([schedule], year) for schedule in schedules]
    lines: list[str] = []
    for schedule in schedules:
        lines.append(explain([schedule], year))
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
