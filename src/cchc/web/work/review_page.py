"""The monthly review: dated work of a month by unit or person, done in time, late, open. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cchc.web.work.display import Line
from cchc.web.work.models import Occurrence

State = Occurrence.State
NOBODY, NO_UNIT = "Chưa giao cho ai", "Chưa có đơn vị trong danh mục"
OUTCOMES = {
    "done": ("done", "Xong đúng hạn"),
    "done_late": ("done", "Xong muộn"),
    "proposed": ("going", "Chờ công nhận"),
    "late": ("late", "Quá hạn"),
    "open": ("idle", "Chưa đến hạn"),
}


@dataclass
class Tally:
    """How many of a group's occurrences came out how."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))

    def add(self, outcome: str) -> None:
        self.counts[outcome] += 1

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def cells(self) -> list[tuple[str, int]]:
        """Each outcome's word with its count, in the order of the table."""
        return [(OUTCOMES[key][1], count) for key, count in self.counts.items()]


@dataclass
class Group:
    """The month of one unit or one person."""

    title: str
    tally: Tally = field(default_factory=Tally)
    lines: list[tuple[Line, str, bool]] = field(default_factory=list)  # outcome, carried over


def outcome_of(row: Occurrence, on: date) -> str:
    """How an occurrence came out, as it stands on a day."""
    if row.state == State.DONE:
        is_late = row.done_on is not None and row.due_on is not None and row.done_on > row.due_on
        return "done_late" if is_late else "done"
    if row.state == State.PROPOSED:
        return "proposed"
    return "late" if row.due_on is not None and row.due_on < on else "open"


def by_unit(line: Line) -> list[str]:
    return [line.row.unit.name if line.row.unit else NO_UNIT]


def by_person(line: Line) -> list[str]:
    return list(line.people) or [f"{NOBODY}: {by_unit(line)[0]}"]


def groups_of(
    lines: Iterable[Line], keys: Callable[[Line], Sequence[str]], first: date, on: date
) -> list[Group]:
    """Lines under each unit or person; what was due before the month is carried over."""
    found: dict[str, Group] = {}
    for line in lines:
        outcome = outcome_of(line.row, on)
        is_carried = line.row.due_on is not None and line.row.due_on < first
        for key in keys(line):
            group = found.setdefault(key, Group(key))
            group.tally.add(outcome)
            group.lines.append((line, outcome, is_carried))
    return list(found.values())


def counted_groups(counts: Iterable[Mapping[str, Any]]) -> list[Group]:
    """Groups of units with their counts only."""
    return [
        Group(one["unit__name"] or NO_UNIT, Tally({key: one[key] for key in OUTCOMES}))
        for one in counts
    ]


def sum_of(groups: Iterable[Group]) -> Tally:
    """The whole of groups that have no row in common."""
    whole = Tally()
    for group in groups:
        for key, count in group.tally.counts.items():
            whole.counts[key] += count
    return whole


def total_of(lines: Iterable[Line], on: date) -> Tally:
    """The whole, each occurrence once, however many people see to it."""
    whole = Tally()
    for line in lines:
        whole.add(outcome_of(line.row, on))
    return whole
