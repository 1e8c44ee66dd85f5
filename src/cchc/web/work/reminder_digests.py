"""A day's reminders put together: which stages are due, who is told, one digest a person.

In: what the queries read. Out: digests and what is then told. It writes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from cchc.deadlines import WorkingCalendar
from cchc.deadlines.reminders import Audience, Rules, Stage, furthest_day, reached, untold
from cchc.web.work.models import ReminderRule
from cchc.web.work.queries import reminder_work as read
from cchc.web.work.queries.reminder_work import OpenWork, Places
from cchc.web.work.reminder_words import ROLES, Line, summary

MOST_LINES = 50
USUAL = Rules()
_NEAREST = {role: place for place, role in enumerate(ROLES)}


@dataclass(slots=True)
class Digest:
    """What one person is told on one day; `total` counts also what has no room in `lines`."""

    user_id: int
    office_id: int
    office_path: str
    text: str
    lines: list[Line]
    total: int


@dataclass(slots=True)
class Found:
    """A day's reminders: digests by person, and how far each audience is then told."""

    digests: list[Digest] = field(default_factory=list)
    told: list[tuple[int, date, dict[Audience, int]]] = field(default_factory=list)


def reminders_of(on: date, calendar: WorkingCalendar, last_run: date | None) -> Found:
    """Everything to be told on a day. At most 10 queries at any size."""
    rules = _RulesOf(read.rules_by_path())
    until = max(furthest_day(one, calendar, on) for one in rules.all())
    before = read.told_so_far(until)
    due = list(_due(read.open_work(until), rules, before, calendar, on))
    fresh = read.newly_assigned(last_run, on) if last_run else []
    if not due and not fresh:
        return Found()
    whom = _Whom(on, due, rules)
    told = []
    people: dict[int, dict[int, tuple[OpenWork, str, str]]] = defaultdict(dict)
    for work, stages in due:
        is_told = False
        for user, role, unit in whom.of(work, stages):
            is_told = True
            kept = people[user].get(work.pk)
            if kept is None or _NEAREST[role] < _NEAREST[kept[1]]:
                people[user][work.pk] = (work, role, unit)
        if is_told:  # where there is nobody yet it is told once there is
            ranks = before.get((work.pk, work.due_on), {})
            ranks = {**ranks, **{one.audience: one.rank for one in stages}}
            told.append((work.pk, work.due_on, ranks))
    for user, work in fresh:
        people[user].setdefault(work.pk, (work, "assigned", work.unit_name))
    digests = [_digest(user, rows.values(), on) for user, rows in people.items()]
    return Found(digests, told)


class _RulesOf:
    """The rules that hold for each plan's owner: its own, those of the next above, the usual."""

    def __init__(self, rows: Mapping[str, ReminderRule]) -> None:
        self.rows = rows
        self._known: dict[str, tuple[Rules, bool]] = {}

    def all(self) -> list[Rules]:
        return [USUAL, *(row.rules for row in self.rows.values())]

    def of(self, path: str) -> tuple[Rules, bool]:
        """The rules, and whether the coordinator gets a digest."""
        if path not in self._known:
            row = read.nearest(path, self.rows)
            self._known[path] = (row.rules, row.tells_coordinator) if row else (USUAL, True)
        return self._known[path]


def _due(
    work: Iterable[OpenWork],
    rules: _RulesOf,
    told: Mapping[tuple[int, date], Mapping[Audience, int]],
    calendar: WorkingCalendar,
    on: date,
) -> Iterator[tuple[OpenWork, tuple[Stage, ...]]]:
    """Occurrences with the stages to be told; the days are reckoned once for each due day."""
    if not calendar.is_working_day(on):
        return
    known: dict[tuple[Rules, date, date], tuple[Stage, ...]] = {}
    for one in work:
        key = (rules.of(one.owner_path)[0], one.due_on, one.work_by)
        if key not in known:
            known[key] = reached(*key, calendar, on)
        stages = untold(known[key], told.get((one.pk, one.due_on), {}))
        if stages:
            yield one, stages


class _Whom:
    """Who is told of what: read once, asked for each occurrence."""

    def __init__(
        self,
        on: date,
        due: list[tuple[OpenWork, tuple[Stage, ...]]],
        rules: _RulesOf,
    ) -> None:
        self.places: Places = read.places_on(on)
        self.assigned = read.assigned_people()
        self.supporting = read.missing_parts(work.task_id for work, _ in due)
        self.given = read.parts_given()
        self.rules = rules

    def of(self, work: OpenWork, stages: Iterable[Stage]) -> Iterator[tuple[int, str, str]]:
        """(person, role, unit) of everybody to be told; a person may come more than once."""
        audiences = {one.audience for one in stages}
        if Audience.DOER in audiences:
            for user in self._doers(work):
                yield user, "doer", work.unit_name
            yield from self._supporting(work)
        if Audience.HEAD in audiences and work.unit_path:
            for user in self.places.answering_for(work.unit_path):
                yield user, "head", work.unit_name
        if Audience.LEADER in audiences:
            for user in self.places.leading(work.owner_path):
                yield user, "leader", work.unit_name
        _, tells_coordinator = self.rules.of(work.owner_path)
        if tells_coordinator or not work.unit_path:
            for user in self.places.coordinating(work.owner_path):
                yield user, "coordinator", work.unit_name

    def _doers(self, work: OpenWork) -> list[int]:
        """Those it is given to and who still work there, with their stand-ins; else the heads."""
        if not work.unit_path:
            return []
        given = self.assigned.get(work.given, ())
        still = [one for one in given if self.places.works_in(one, work.unit_path)]
        return self.places.with_stand_ins(still or self.places.answering_for(work.unit_path))

    def _supporting(self, work: OpenWork) -> Iterator[tuple[int, str, str]]:
        """Heads of the supporting units whose part has not come."""
        for unit, path, name in self.supporting.get(work.task_id, ()):
            if unit != work.unit_id and (work.pk, unit) not in self.given:
                for user in self.places.answering_for(path):
                    yield user, "support", name


def _digest(user: int, rows: Iterable[tuple[OpenWork, str, str]], on: date) -> Digest:
    """One's own work first, then what one watches over; each the earliest due first."""
    ordered = sorted(rows, key=lambda row: (_NEAREST[row[1]], row[0].due_on, row[0].pk))
    text = summary(((role, work.due_on, work.work_by) for work, role, _ in ordered), on)
    lines = [_line(*row) for row in ordered[:MOST_LINES]]
    first = ordered[0][0]
    return Digest(user, first.owner_id, first.owner_path, text, lines, len(ordered))


def _line(work: OpenWork, role: str, unit: str) -> Line:
    return {
        "occurrence": work.pk,
        "text": work.text[:300],
        "unit": unit,
        "role": role,
        "due": work.due_on.isoformat(),
        "work_by": work.work_by.isoformat(),
    }
