"""What a reminder says: one sentence for each line, one for the whole. Values in, words out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from cchc.deadlines import WorkingCalendar
from cchc.deadlines.reminders import days_late, days_left


class Line(TypedDict):
    """One occurrence in somebody's digest, in values that a JSON column keeps."""

    occurrence: int
    text: str
    unit: str
    role: str
    due: str
    work_by: str


# In what part a person is told, the nearest first; and what stands before the sentence.
ROLES = {
    "doer": "",
    "assigned": "Mới giao cho bạn. ",
    "support": "Cần phần phối hợp của {unit}. ",
    "head": "Báo trưởng đơn vị. ",
    "leader": "Báo lãnh đạo, {unit}. ",
    "coordinator": "{unit}. ",
}
OWN = frozenset(("doer", "assigned", "support"))
NO_UNIT = "Chưa có đơn vị chủ trì"


def says(line: Line, calendar: WorkingCalendar, on: date) -> str:
    """«Quá hạn 3 ngày làm việc (hạn 31/03/2026)», with whose work it is before."""
    role = ROLES[line["role"]].format(unit=line["unit"] or NO_UNIT)
    return role + _time(line, calendar, on)


def _time(line: Line, calendar: WorkingCalendar, on: date) -> str:
    due, work_by = date.fromisoformat(line["due"]), date.fromisoformat(line["work_by"])
    day = f"{due:%d/%m/%Y}"
    if on > due:
        late = days_late(due, calendar, on)
        return f"Quá hạn {late} ngày làm việc (hạn {day})" if late else f"Quá hạn (hạn {day})"
    left = days_left(work_by, calendar, on)
    if left:
        return f"Còn {left} ngày làm việc (hạn hết {day})"
    if due == on:
        return "Hạn hôm nay"
    return f"Hôm nay là ngày làm việc cuối (hạn hết {day})"


def look_of(line: Line, on: date) -> str:
    """The look of its state: late, or soon."""
    return "late" if on > date.fromisoformat(line["due"]) else "soon"


def summary(rows: Iterable[tuple[str, date, date]], on: date) -> str:
    """«Việc của bạn: 1 quá hạn, 2 sắp đến hạn. Cần theo dõi: 5 quá hạn.»

    Of (role, due day, last working day in time) of each occurrence.
    """
    counts: Counter[tuple[bool, str]] = Counter()
    for role, due, work_by in rows:
        counts[role in OWN, _kind(role, due, work_by, on)] += 1
    parts = []
    for is_own, start in ((True, "Việc của bạn"), (False, "Cần theo dõi")):
        said = [f"{n} {words}" for kind, words in _KINDS if (n := counts[is_own, kind])]
        if said:
            parts.append(f"{start}: {', '.join(said)}")
    return ". ".join(parts) + "."


def summary_of(lines: Iterable[Line], on: date) -> str:
    """The same of lines as they are kept."""
    days = date.fromisoformat
    return summary(((one["role"], days(one["due"]), days(one["work_by"])) for one in lines), on)


_KINDS = (
    *(("late", "quá hạn"), ("today", "hạn hôm nay")),
    *(("soon", "sắp đến hạn"), ("new", "mới giao")),
)


def _kind(role: str, due: date, work_by: date, on: date) -> str:
    if on > due:
        return "late"
    if role == "assigned":
        return "new"
    return "today" if on >= work_by else "soon"


def more_words(count: int) -> str:
    """What a text says of the lines it has no room for."""
    return f"và {count} việc khác; xem đủ trong phần mềm." if count > 0 else ""
