"""What re-planning would do, as lines that a person reads before it is applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cchc.deadlines.occurrences import Occurrence as Reckoned
from cchc.deadlines.occurrences import OccurrenceKind
from cchc.web.plans.models import Task
from cchc.web.work.actions.planning import Preview, moved_to
from cchc.web.work.models import Occurrence
from cchc.web.work.queries.wanted import Wanted

_NO_UNIT = "(chưa có đơn vị trong danh mục)"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One due day that is made, moved or taken away."""

    task: Task
    unit: str
    owes: str
    before: str
    after: str
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A preview in words; `count` is what would be written."""

    plan: str
    made: Sequence[ChangeLine]
    moved: Sequence[ChangeLine]
    taken_away: Sequence[ChangeLine]
    same: int
    kept: int

    @property
    def count(self) -> int:
        return len(self.made) + len(self.moved) + len(self.taken_away)


def shown(found: Preview, names: dict[int, str]) -> Shown:
    """Put a preview into words; `names` are those of units by their number."""
    changes = found.changes
    return Shown(
        str(found.plan),
        [_made(one, names) for one in changes.made],
        [_moved(found, row, new, names) for row, new in changes.moved],
        [_taken(row) for row in changes.taken_away],
        len(changes.same),
        len(changes.kept),
    )


def units_in(found: Iterable[Preview]) -> set[int]:
    """Numbers of the units whose names a preview needs."""
    return {
        one.unit.pk
        for preview in found
        for one in (*preview.changes.made, *(new for _, new in preview.changes.moved))
        if one.unit is not None
    }


def _made(new: Wanted, names: dict[int, str]) -> ChangeLine:
    return ChangeLine(new.task, _unit(new, names), _owes(new.reckoned), "", _after(new.reckoned))


def _moved(found: Preview, row: Occurrence, new: Wanted, names: dict[int, str]) -> ChangeLine:
    fields = moved_to(row, new, found.calendar)
    before = "không còn phải làm" if row.state == Occurrence.State.WITHDRAWN else _day(row.due_on)
    if row.due_on == fields["due_on"] and row.work_by != fields["work_by"]:
        before += f", nên xong {_day(row.work_by)}"
    after = _after(new.reckoned)
    if fields["extended_to"]:
        after = f"{_day(fields['due_on'])} (đã gia hạn), nên xong {_day(fields['work_by'])}"
    return ChangeLine(new.task, _unit(new, names), _owes(new.reckoned), before, after)


def _taken(row: Occurrence) -> ChangeLine:
    unit = row.unit.name if row.unit else _NO_UNIT
    owes = " · ".join(one for one in (row.product, row.name) if one)
    return ChangeLine(row.task, unit, owes, _day(row.due_on), "không còn phải làm")


def _unit(new: Wanted, names: dict[int, str]) -> str:
    return names.get(new.unit.pk, "") if new.unit else _NO_UNIT


def _owes(one: Reckoned) -> str:
    if one.kind is OccurrenceKind.NOTE:
        return f"Ghi tiến độ kỳ {one.name}"
    if one.kind is OccurrenceKind.ALL_YEAR:
        return one.product or "Cả năm"
    return " · ".join(part for part in (one.product, one.name) if part)


def _after(one: Reckoned) -> str:
    if one.kind is OccurrenceKind.UNCLEAR:
        return "chưa rõ thời hạn, cần quyết định"
    if one.due_on is None:
        return "chờ sự việc"
    said = _day(one.due_on)
    if one.named_on and one.named_on > one.due_on:
        said = f"{said} (trước {_day(one.named_on)})"
    if one.work_by and one.work_by != one.due_on:
        said += f", nên xong {_day(one.work_by)}"
    return said


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "chưa có hạn"
