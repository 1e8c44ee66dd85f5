"""Who is to be told of what on each morning of the year, from the account alone.

By the usual rules: those who do it 5 and 1 working days before the last working day in time, on
that day, on the working day after the due day and every week from then on; the head when it is 3
working days late, the leader when it is 10. A step whose day went by while nothing was owed, or
while there was no run, is told with the next run, and of several only the last. A new due day
begins the steps again. Whoever is told of it, An is too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from cchc.web.accounts.models import User
from tests.web.work.year import Department, Key, Line, is_worked, last_worked, worked_after

# A person who is told of the same work for several causes is told the first of these.
CAUSES = ("doer", "assigned", "support", "head", "leader", "coordinator")
Day = dict[int, dict[Key, str]]  # person → occurrence → cause
Step = tuple[int, int, int]  # how many steps the doers, the head, the leader have behind them


@dataclass
class Mornings:
    """What was told on each morning so far, and how far everybody was told of each due day."""

    made: Department
    coordinator: User
    leader: User
    days: dict[date, Day] = field(default_factory=dict)
    told: dict[tuple[Key, date], Step] = field(default_factory=dict)
    last: date | None = None

    def comes(self, on: date) -> None:
        """Tell what is to be told on a morning, before anybody does anything."""
        if not is_worked(on):
            return
        told: Day = {}
        for key, line in self.made.account.items():
            if line.state == "open":
                for person, cause in self._of(key, line, on):
                    _tell(told, person, key, cause)
        for person, key in self._newly_given(on):
            if key not in told.get(person.pk, {}):
                _tell(told, person, key, "assigned")
        self.days[on], self.last = told, on

    def _of(self, key: Key, line: Line, on: date) -> Iterator[tuple[User, str]]:
        """Whom the steps that have come since the last telling concern."""
        assert line.due is not None
        before = self.told.get((key, line.due), (0, 0, 0))
        reached = _reached(line.due, on)
        if not any(now > then for now, then in zip(reached, before, strict=True)):
            return
        doer, head, leader = map(max, reached, before)
        self.told[key, line.due] = (doer, head, leader)
        text, unit, _ = key
        yield self.coordinator, "coordinator"
        if doer > before[0]:
            given = self.made.given.get((text, unit))
            for person in [given[0]] if given else self._heads(unit):
                yield person, "doer"
            support = self.made.supports.get(text)
            if support and key not in self.made.parts:
                for person in self._heads(support.pk):
                    yield person, "support"
        if head > before[1]:
            for person in self._heads(unit):
                yield person, "head"
        if leader > before[2]:
            yield self.leader, "leader"

    def _heads(self, unit: int) -> list[User]:
        """Its head; of units that became one, the heads of all of them."""
        became = self.made.became
        return [
            self.made.heads[one.pk]
            for one in self.made.units
            if one.pk == unit or (unit in became and became.get(one.pk) == became[unit])
        ]

    def _newly_given(self, on: date) -> Iterator[tuple[User, Key]]:
        """What was given since the last morning: the task's next open occurrence."""
        for task, (person, day) in self.made.given.items():
            if self.last is not None and self.last <= day < on:
                lines = self.made.account.items()
                owed = [
                    (line.due, key)
                    for key, line in lines
                    if key[:2] == task and line.state == "open" and line.due is not None
                ]
                if owed:
                    yield person, min(owed)[1]


def _tell(told: Day, person: User, key: Key, cause: str) -> None:
    causes = told.setdefault(person.pk, {})
    if key not in causes or CAUSES.index(cause) < CAUSES.index(causes[key]):
        causes[key] = cause


def _reached(due: date, on: date) -> Step:
    """How many steps of each audience have come by a day."""
    if (due - on).days > 30:
        return 0, 0, 0
    in_time, after = last_worked(due), worked_after(due, 1)
    days = [_worked_before(in_time, 5), _worked_before(in_time, 1), in_time, after]
    while days[-1] <= on:
        week = after + timedelta(weeks=len(days) - 3)
        days.append(week if is_worked(week) else worked_after(week, 1))
    return (
        sum(day <= on for day in days),
        int(worked_after(due, 3) <= on),
        int(worked_after(due, 10) <= on),
    )


def _worked_before(day: date, count: int) -> date:
    while count:
        day -= timedelta(days=1)
        count -= is_worked(day)
    return day
