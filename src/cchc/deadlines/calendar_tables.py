"""The tables of the working calendar: the shipped seed, the shipped corrections, a person's own.

In: CSV text. Out: decided days, or `CalendarTableError` naming line and column. The seed is made
by `cchc.deadlines.seed`; whoever knows better writes a row into a table of their own.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from cchc.deadlines.calendar import DayType, DecidedDay, WorkingCalendar
from cchc.text.normal import nfc, one_line

_TABLES = Path(__file__).parent / "tables"
COLUMNS = ("ngày", "loại", "tên", "căn cứ", "nguồn", "áp dụng")
_REQUIRED = 2
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_TYPES = {
    "nghỉ": DayType.REST,
    "nghỉ lễ": DayType.REST,
    "nghỉ bù": DayType.REST,
    "làm bù": DayType.MADE_UP,
    "làm việc": DayType.MADE_UP,
    "đi làm": DayType.MADE_UP,
}
_SWITCHES = {"": True, "có": True, "x": True, "không": False}


class CalendarFault(StrEnum):
    NOT_FOUND = "not_found"
    NOT_TEXT = "not_text"
    NO_COLUMN = "no_column"
    BAD_DATE = "bad_date"
    BAD_TYPE = "bad_type"
    BAD_SWITCH = "bad_switch"
    TWICE = "twice"


SENTENCES = {
    CalendarFault.NOT_FOUND: "Không mở được tệp lịch làm việc {name}: hãy kiểm tra lại tên tệp.",
    CalendarFault.NOT_TEXT: "Tệp lịch làm việc không phải là văn bản UTF-8; hãy lưu lại dưới dạng"
    " CSV UTF-8.",
    CalendarFault.NO_COLUMN: "Dòng {line} của tệp lịch làm việc thiếu cột «{column}»; dòng đầu phải"
    " là: " + ",".join(COLUMNS) + ".",
    CalendarFault.BAD_DATE: "Dòng {line}, cột «{column}» của tệp lịch làm việc: «{value}» không"
    " phải là ngày (viết như 02/01/2026).",
    CalendarFault.BAD_TYPE: "Dòng {line}, cột «{column}» của tệp lịch làm việc: «{value}» không"
    " phải là «nghỉ» hoặc «làm bù».",
    CalendarFault.BAD_SWITCH: "Dòng {line}, cột «{column}» của tệp lịch làm việc: «{value}» không"
    " phải là «có» hoặc «không».",
    CalendarFault.TWICE: "Dòng {line}, cột «{column}» của tệp lịch làm việc: ngày {value} đã có ở"
    " một dòng khác.",
}


class CalendarTableError(Exception):
    """A row that a person wrote cannot be used; `code` and `data` make the sentence."""

    def __init__(self, code: CalendarFault, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data

    @property
    def sentence(self) -> str:
        return SENTENCES[self.code].format(**self.data)


@lru_cache(maxsize=1)
def default_calendar() -> WorkingCalendar:
    """Return the shipped calendar: seed 2020–2031 with the shipped corrections over it."""
    calendar = WorkingCalendar()
    for name in ("working_days.csv", "corrections.csv"):
        calendar = calendar.with_days(parse_days((_TABLES / name).read_text(encoding="utf-8")))
    return calendar


def calendar_from(content: bytes, over: WorkingCalendar) -> WorkingCalendar:
    """Lay a person's table over a calendar. Raises CalendarTableError naming line and column."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CalendarTableError(CalendarFault.NOT_TEXT) from error
    return over.with_days(parse_days(text))


def parse_days(text: str) -> tuple[DecidedDay, ...]:
    """Read a table of decided days: comma or semicolon, columns as in `COLUMNS`.

    Lines that begin with # are remarks; a row whose «áp dụng» is «không» is switched off.
    Raises CalendarTableError.
    """
    lines = nfc(text).splitlines()
    kept = [
        (number, line)
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not kept:
        return ()
    delimiter = ";" if kept[0][1].count(";") > kept[0][1].count(",") else ","
    rows = [(number, next(csv.reader([line], delimiter=delimiter))) for number, line in kept]
    places = _places(*rows[0])
    found: dict[date, DecidedDay] = {}
    for line, row in rows[1:]:
        day = _day(line, row, places)
        if day is None:
            continue
        if day.date in found:
            raise CalendarTableError(
                CalendarFault.TWICE, line=line, column="ngày", value=f"{day.date:%d/%m/%Y}"
            )
        found[day.date] = day
    return tuple(found.values())


def _places(line: int, header: list[str]) -> dict[str, int]:
    names = [one_line(name).casefold() for name in header]
    for column in COLUMNS[:_REQUIRED]:
        if column not in names:
            raise CalendarTableError(CalendarFault.NO_COLUMN, line=line, column=column)
    return {column: names.index(column) for column in COLUMNS if column in names}


def _day(line: int, row: list[str], places: dict[str, int]) -> DecidedDay | None:
    def cell(column: str) -> str:
        place = places.get(column)
        return one_line(row[place]) if place is not None and place < len(row) else ""

    on = _date(cell("ngày"))
    if on is None:
        raise CalendarTableError(
            CalendarFault.BAD_DATE, line=line, column="ngày", value=cell("ngày")
        )
    kind = _TYPES.get(cell("loại").casefold())
    if kind is None:
        raise CalendarTableError(
            CalendarFault.BAD_TYPE, line=line, column="loại", value=cell("loại")
        )
    switch = _SWITCHES.get(cell("áp dụng").casefold())
    if switch is None:
        raise CalendarTableError(
            CalendarFault.BAD_SWITCH, line=line, column="áp dụng", value=cell("áp dụng")
        )
    if not switch:
        return None
    return DecidedDay(on, kind, cell("tên"), cell("căn cứ"), cell("nguồn"))


def _date(text: str) -> date | None:
    printed = _DATE.match(text)
    try:
        if printed is None:
            return date.fromisoformat(text)
        return date(int(printed[3]), int(printed[2]), int(printed[1]))
    except ValueError:
        return None
