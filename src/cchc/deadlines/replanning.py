"""What becomes of planned occurrences when the plan, a decision or the calendar changes.

In: what is planned and what is wanted now, each by its slot. Out: what is made, moved, taken away
and kept. Nothing that is done moves, nothing is lost and nothing doubled: every slot of either
side is in exactly one of the lists.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Planned = TypeVar("Planned")
Wanted = TypeVar("Wanted")


@dataclass(frozen=True, slots=True)
class Replanned(Generic[Planned, Wanted]):
    """The lists, each in the order of what was given."""

    made: list[Wanted] = field(default_factory=list)
    moved: list[tuple[Planned, Wanted]] = field(default_factory=list)
    same: list[tuple[Planned, Wanted]] = field(default_factory=list)
    taken_away: list[Planned] = field(default_factory=list)
    kept: list[Planned] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return not (self.made or self.moved or self.taken_away)


def replan(
    planned: Iterable[Planned],
    wanted: Iterable[Wanted],
    *,
    slot_planned: Callable[[Planned], Hashable],
    slot_wanted: Callable[[Wanted], Hashable],
    is_done: Callable[[Planned], bool],
    says_the_same: Callable[[Planned, Wanted], bool],
) -> Replanned[Planned, Wanted]:
    """Match by slot: what is done is kept as it is, what is open follows the new plan.

    A slot that is planned and done is not made again, whatever day it would have now. Raises
    ValueError where a side names a slot twice.
    """
    now = _by_slot(wanted, slot_wanted)
    result: Replanned[Planned, Wanted] = Replanned()
    for slot, row in _by_slot(planned, slot_planned).items():
        new = now.pop(slot, None)
        if is_done(row):
            result.kept.append(row)
        elif new is None:
            result.taken_away.append(row)
        elif says_the_same(row, new):
            result.same.append((row, new))
        else:
            result.moved.append((row, new))
    result.made.extend(now.values())
    return result


_Row = TypeVar("_Row")


def _by_slot(rows: Iterable[_Row], slot: Callable[[_Row], Hashable]) -> dict[Hashable, _Row]:
    found: dict[Hashable, _Row] = {}
    for row in rows:
        if slot(row) in found:
            raise ValueError(f"slot twice: {slot(row)}")
        found[slot(row)] = row
    return found
