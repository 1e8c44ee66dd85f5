"""How each piece of work stood on a day, from the facts that are kept; and its bucket.

Of today the rows say it themselves, and so they do of a past day where nothing was said or moved
since; the database puts them into buckets. Of the others, what came after the day is taken back
(`past.py`). There was work of a plan from the day on which it is followed, of a task added by an
amendment from the day of issue of that version, of an event from the day on which it happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When

from cchc.web.dashboards.figures import ALL, NEAR, Bucket, Buckets, bucket_of
from cchc.web.dashboards.past import SHIFTS, TURNS, Grant, Now, Then, Word, as_it_stood
from cchc.web.plans.models import PlanVersion, Task
from cchc.web.plans.policy import OFFICIAL
from cchc.web.ui.among import among
from cchc.web.work.models import Event, Extension, Following, Occurrence, Update

_MOST_ASKED = 5_000  # numbers in one question: a database takes only so many
State, Kind, Said = Occurrence.State, Occurrence.Kind, Update.Kind


Plain = QuerySet[Any]  # occurrences whose own columns say how they stood


class Moved(NamedTuple):
    """A piece of work of which something was said or moved since, as it stood on the day."""

    pk: int
    unit_id: int | None
    plan_id: int
    area: str
    task_key: UUID
    due: date | None
    done: date | None
    bucket: Bucket
    by_columns: Bucket | None  # where its present columns would put it
    due_now: date | None


@dataclass(frozen=True, slots=True)
class Work:
    """All work of a day: rows that stand as they did then, and those that were taken back.

    `both` are all of them by their present columns: counting these, and then putting right the
    few that were taken back, is quicker than asking of each row whether it was.
    """

    day: date
    plain: Plain
    moved: tuple[Moved, ...] = ()
    both: Plain | None = None

    @property
    def counted(self) -> Plain:
        return self.plain if self.both is None else self.both


def facts_on(
    rows: QuerySet[Occurrence],
    day: date,
    today: date,
    *,
    is_few: bool = True,
    with_areas: bool = True,
) -> Work:
    """The work that there was on a day, each with its bucket. No query of today, else 5.

    Of few rows each is looked up; of very many, all that was said since is read once. Areas stand
    with the tasks: whoever counts no areas need not have all tasks read.
    """
    if day >= today:
        return Work(day, rows.exclude(state=State.WITHDRAWN))
    there, changed = _there_on(rows, day), _changed_after(day, is_few=is_few)
    both = there.exclude(state=State.WITHDRAWN)
    area = F("task__area") if with_areas else Value("")
    columns = ("pk", "unit_id", "plan_id", "area", "task_key")
    told = (
        there.filter(changed)
        .order_by()
        .annotate(area=area)
        .values_list(*columns, "kind", "state", "due_on", "done_on")
    )
    found = [(line[:5], Now(*line[5:])) for line in told]
    stood = _taken_back({row[0]: now for row, now in found}, day)
    moved = []
    for (pk, unit, plan, area, key), now in found:
        then = stood[pk]
        if then.state != State.WITHDRAWN:
            bucket = bucket_of(then.state, then.due, then.done, day)
            is_there = now.state != State.WITHDRAWN
            by_columns = bucket_of(now.state, now.due, now.done, day) if is_there else None
            moved.append(
                Moved(pk, unit, plan, area, key, then.due, then.done, bucket, by_columns, now.due)
            )
    return Work(day, both.exclude(changed), tuple(moved), both)


def _taken_back(found: Mapping[int, Now], day: date) -> dict[int, Then]:
    """How each of these rows stood, by what was said of them. 2 queries for some thousands."""
    said: dict[int, list[Word]] = {}
    grants: dict[int, list[Grant]] = {}
    keys = list(found)
    turns = Q(kind__in=(*TURNS, *SHIFTS))
    for start in range(0, len(keys), _MOST_ASKED):
        asked = keys[start : start + _MOST_ASKED]
        notes = [pk for pk in asked if found[pk].kind == Kind.NOTE]
        about = turns & among("occurrence_id", asked)
        if notes:
            about |= Q(kind=Said.NOTE) & among("occurrence_id", notes)
        words = Update.objects.filter(about).order_by("at", "pk")
        for pk, kind, on, text in words.values_list("occurrence_id", "kind", "on", "text"):
            said.setdefault(pk, []).append(Word(kind, on, text))
    granted = [pk for pk, all_of in said.items() if any(_is_grant(one, day) for one in all_of)]
    if granted:
        given = Extension.objects.filter(
            among("occurrence_id", granted), state=Extension.State.GRANTED, decided_on__gt=day
        )
        columns = ("occurrence_id", "decided_on", "due_before")
        for pk, decided_on, due in given.order_by("decided_on", "pk").values_list(*columns):
            grants.setdefault(pk, []).append(Grant(decided_on, due))
    return {
        pk: as_it_stood(now, said.get(pk, ()), grants.get(pk, ()), day) for pk, now in found.items()
    }


def _is_grant(word: Word, day: date) -> bool:
    return word.kind == Said.GRANTED and word.on > day


def in_buckets(rows: Plain, day: date) -> Plain:
    """`figures.bucket_of` in the words of the database, to count by."""
    is_done, is_said = Q(state=State.DONE), Q(state=State.PROPOSED)
    bucket = Case(
        _if(Q(state=State.WAITING), Bucket.WAITING),
        _if(Q(state=State.UNCLEAR), Bucket.UNCLEAR),
        _if(is_done & Q(done_on__gt=F("due_on")), Bucket.LATE),
        _if(is_done & Q(due_on__gt=day), Bucket.EARLY),
        _if(is_done, Bucket.IN_TIME),
        _if(is_said & Q(due_on__gt=day), Bucket.PROPOSED_AHEAD),
        _if(is_said, Bucket.PROPOSED),
        _if(Q(due_on__lt=day), Bucket.OVERDUE),
        _if(Q(due_on=day), Bucket.TODAY),
        _if(Q(due_on__lte=day + timedelta(days=NEAR)), Bucket.SOON),
        default=Value(Bucket.LATER.value),
        output_field=CharField(),
    )
    found: Plain = rows.annotate(bucket=bucket)
    return found


def only_in(rows: Plain, wanted: Buckets, day: date) -> Plain:
    """Rows in these buckets."""
    return rows if wanted == ALL else rows.filter(within(wanted, day))


def within(wanted: Buckets, day: date) -> Q:
    """That a row is in one of these buckets, said by state and days, which the indexes know."""
    found = Q(pk__in=())
    for state, conditions in _conditions(day).items():
        chosen = wanted & conditions.keys()
        if chosen == conditions.keys():
            found |= Q(state=state)
        elif chosen:
            some = Q(pk__in=())
            for bucket in sorted(chosen):
                some |= conditions[bucket]
            found |= Q(state=state) & some
    return found


def _conditions(day: date) -> dict[Occurrence.State, dict[Bucket, Q]]:
    """What tells the buckets of one state apart."""
    near = day + timedelta(days=NEAR)
    come, ahead = Q(due_on__lte=day), Q(due_on__gt=day)
    return {
        State.DONE: {
            Bucket.EARLY: ahead,
            Bucket.IN_TIME: come & Q(done_on__lte=F("due_on")),
            Bucket.LATE: come & Q(done_on__gt=F("due_on")),
        },
        State.PROPOSED: {Bucket.PROPOSED: come, Bucket.PROPOSED_AHEAD: ahead},
        State.OPEN: {
            Bucket.OVERDUE: Q(due_on__lt=day),
            Bucket.TODAY: Q(due_on=day),
            Bucket.SOON: Q(due_on__gt=day, due_on__lte=near),
            Bucket.LATER: Q(due_on__gt=near),
        },
        State.WAITING: {Bucket.WAITING: Q()},
        State.UNCLEAR: {Bucket.UNCLEAR: Q()},
    }


def _if(condition: Q, bucket: Bucket) -> When:
    return When(condition, then=Value(bucket.value))


def _there_on(rows: QuerySet[Occurrence], day: date) -> QuerySet[Occurrence]:
    """Work of plans followed by then, of events and versions of then. 2 queries at once.

    What came after the day is little, and is asked for first: without it nothing keeps the
    database from counting by an index alone.
    """
    rows = rows.filter(
        plan_id__in=Following.objects.filter(since__lte=day).order_by().values("plan_id")
    )
    events = list(Event.objects.filter(happened_on__gt=day).values_list("pk", flat=True))
    if events:
        rows = rows.filter(Q(event=None) | ~Q(event_id__in=events))
    amended = list(
        PlanVersion.objects.filter(ordinal__gt=1, issued_on__gt=day, state__in=OFFICIAL)
        .order_by()
        .values_list("plan_id", flat=True)
    )
    if amended:
        asked_before = Task.objects.filter(
            key=OuterRef("task_key"),
            plan_version__plan=OuterRef("plan"),
            plan_version__state__in=OFFICIAL,
            plan_version__issued_on__lte=day,
        )
        rows = rows.filter(~Q(plan_id__in=amended) | Exists(asked_before))
    return rows


def _later(day: date) -> QuerySet[Update]:
    """What was said after the day that made a state or moved a due day."""
    return Update.objects.filter(on__gt=day, kind__in=(*TURNS, *SHIFTS)).order_by()


def _changed_after(day: date, *, is_few: bool) -> Q:
    """Of which something was said or moved after the day; a note is done by being written."""
    noted = Q(kind=Kind.NOTE, answered_on__gt=day)
    if is_few:
        return noted | Q(Exists(_later(day).filter(occurrence=OuterRef("pk"))))
    return noted | Q(pk__in=_later(day).values("occurrence"))
