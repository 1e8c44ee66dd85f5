"""A plan as pages lay it out: lines, bands, bars of the year. Pure: rows in, values out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cchc.deadlines import default_calendar
from cchc.deadlines.due import due_on_working_days
from cchc.deadlines.explain import explain
from cchc.plan.schedule import Conditional, Continuous, Schedule, Unclear, Window
from cchc.web.plans.models import AREA_NAMES, Task, TaskUnit
from cchc.web.plans.rows import schedule_of

_ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)
_QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
_ALL_YEAR, _WAITING, _OPEN = "Thường xuyên, cả năm", "Khi có việc", "Chưa rõ hoặc chưa có thời hạn"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit as the plan names it, and its number where the name means just one."""

    words: str
    unit_id: int | None
    is_collective: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One task of a list: its running number, its units and when it is due."""

    task: Task
    number: int
    lead: tuple[NamedUnit, ...]
    support: tuple[NamedUnit, ...]
    last_day: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Tasks under one heading."""

    title: str
    lines: tuple[Line, ...]
    roman: str = ""


def lines_of(tasks: Iterable[Task]) -> list[Line]:
    """Tasks with what a list shows of them; their units must be at hand."""
    return [line_of(task, number) for number, task in enumerate(tasks, start=1)]


def line_of(task: Task, number: int = 1) -> Line:
    kinds = {part["kind"] for part in task.schedule}
    return Line(
        task,
        number,
        names_of(task, TaskUnit.Part.LEAD),
        names_of(task, TaskUnit.Part.SUPPORT),
        _last_day(task, kinds),
        "unclear" in kinds,
    )


def names_of(task: Task, part: TaskUnit.Part) -> tuple[NamedUnit, ...]:
    """The units of one part, each name once."""
    found: dict[int, NamedUnit] = {}
    for row in task.units.all():
        if row.part == part and row.place not in found:
            unit = None if row.is_collective else row.unit_id
            found[row.place] = NamedUnit(row.words, unit, row.is_collective)
    return tuple(found.values())


def _last_day(task: Task, kinds: set[str]) -> str:
    if kinds == {"continuous"}:
        return "cả năm"
    if task.last_due_on and kinds != {"conditional"}:
        return f"ngày cuối: {task.last_due_on:%d/%m/%Y}"
    if "conditional" in kinds:
        return "ngày cuối: khi có việc"
    if "recurring" in kinds:
        return "theo kỳ, không ghi ngày"
    return "chưa hiểu, cần xem lại" if "unclear" in kinds else "chưa ghi thời hạn"


def bands_of(lines: Sequence[Line], view: str, order: str) -> list[Band]:
    """Lay lines out: by area (the plan's own order), by unit, by quarter; sorted, in one list."""
    if view == "don-vi":
        return _by_unit(lines)
    if view == "quy":
        return _by_quarter(lines)
    if order:
        return [Band("", tuple(lines))] if lines else []
    grouped = _grouped(lines, lambda line: [line.task.area])
    return [
        Band(AREA_NAMES[area], tuple(found), _roman(place))  # type: ignore[index]
        for place, (area, found) in enumerate(grouped.items())
    ]


def _roman(place: int) -> str:
    return _ROMAN[place] if place < len(_ROMAN) else str(place + 1)


def _by_unit(lines: Sequence[Line]) -> list[Band]:
    nobody = "Chưa ghi đơn vị chủ trì"
    grouped = _grouped(lines, lambda line: [one.words for one in line.lead] or [nobody])
    ordered = sorted(grouped.items(), key=lambda one: (one[0] == nobody, -len(one[1])))
    return [Band(words, tuple(found)) for words, found in ordered]


def _by_quarter(lines: Sequence[Line]) -> list[Band]:
    grouped = _grouped(lines, _quarters)
    order = (*_QUARTERS, _ALL_YEAR, _WAITING, _OPEN)
    return [Band(title, tuple(grouped[title])) for title in order if title in grouped]


def _quarters(line: Line) -> list[str]:
    """The quarters in which a task has a due day; or why it has none."""
    found = []
    kinds = {part.kind for part in line.task.deadline_parts.all()}
    for part in line.task.deadline_parts.all():
        if part.due_on and part.kind != part.Kind.CONTINUOUS:
            found.append(_QUARTERS[(part.due_on.month - 1) // 3])
    if not found and "continuous" in kinds:
        return [_ALL_YEAR]
    if not found and "conditional" in kinds:
        return [_WAITING]
    return list(dict.fromkeys(found)) or [_OPEN]


def _grouped(lines: Iterable[Line], keys: Callable[[Line], list[str]]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        for key in keys(line):
            found.setdefault(key, []).append(line)
    return found


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar or a point on the year, in days from 1 January (0 to 365)."""

    start: int
    length: int
    look: str  # bar, day, all


def marks_of(task: Task, year: int) -> list[Mark]:
    """Where a task lies in its year: a bar for a stretch, a mark for each due day."""
    first = date(year, 1, 1)
    marks = []
    for part in task.deadline_parts.all():
        if part.due_on is None:
            continue
        end = min(max((part.due_on - first).days, 0), 364)
        if part.kind == part.Kind.CONTINUOUS:
            marks.append(Mark(0, 365, "all"))
            continue
        if part.opens_on is not None:
            start = min(max((part.opens_on - first).days, 0), end)
            marks.append(Mark(start, max(end - start, 2), "bar"))
        marks.append(Mark(max(end - 2, 0), 4, "day"))
    return marks


MONTH_STARTS = tuple(
    ((date(2026, month, 1) - date(2026, 1, 1)).days, f"T{month}") for month in range(1, 13)
)


@dataclass(frozen=True, slots=True)
class UnderstoodPart:
    """One part of a deadline: what it was understood as, and its last days in time."""

    sentence: str
    days: tuple[str, ...]
    is_unclear: bool = False


def understood(schedule: Sequence[Schedule], year: int) -> list[UnderstoodPart]:
    """A deadline as a person checks it: each part said back, with due and working days."""
    return [
        UnderstoodPart(
            _sentence(part, year),
            tuple(_days(part, year)),
            isinstance(part, Unclear),
        )
        for part in schedule
    ]


def _sentence(part: Schedule, year: int) -> str:
    said = explain([part], year)
    match part:
        case Unclear():
            return f"Chưa hiểu «{said}»: hãy ghi rõ hơn, hoặc để người phụ trách tự theo dõi."
        case Conditional():
            return f"Khi có việc: «{said}»; chưa tính được ngày."
        case Continuous():
            return f"{said}: làm suốt năm {year}."
        case Window(start=start, end=end) if start is not None and start != end:
            return f"{said}: từ {start:%d/%m/%Y} đến hết {end:%d/%m/%Y}"
        case _:
            return said


def _days(part: Schedule, year: int) -> Iterable[str]:
    if isinstance(part, Continuous):
        return
    for day in due_on_working_days(part, year, default_calendar()):
        told = f"hạn {WEEKDAYS[day.last_day.weekday()]} {day.last_day:%d/%m/%Y}"
        if day.working_day != day.last_day:
            told += f" (ngày nghỉ; ngày làm việc cuối: {day.working_day:%d/%m/%Y})"
        yield told


def task_understood(task: Task, year: int) -> list[UnderstoodPart]:
    return understood(schedule_of(task), year)
