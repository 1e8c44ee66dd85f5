"""How each piece of work stood on a day, from the facts that are kept; and its bucket.

Of today the rows say it themselves, and so they do of a past day where nothing was said or moved
since; the database puts them into buckets. Of the others, what came after the day is taken back:

- state: the last proposal, answer or note by that day;
- due day: what it was before the first move or grant of time after that day;
- day done: the row's; where it was opened again since, the day of the proposal of then;
- there was work of a plan from the day on which it is followed, of a task added by an amendment
  from the day of issue of that version, of an event from the day on which it happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, Substr
from django.db.models.lookups import Exact

from cchc.web.dashboards.figures import ALL, NEAR, Bucket, Buckets, bucket_of
from cchc.web.plans.models import PlanVersion, Task
from cchc.web.plans.policy import OFFICIAL
from cchc.web.work.models import Extension, Occurrence, Update

State, Kind, Said = Occurrence.State, Occurrence.Kind, Update.Kind
_TURNS = (Said.PROPOSED, Said.TAKEN_BACK, Said.ACCEPTED, Said.RETURNED, Said.REOPENED)
_OPENS_AGAIN = (Said.TAKEN_BACK, Said.RETURNED, Said.REOPENED)
_SHIFTS = (Said.MOVED, Said.GRANTED)
_TAKEN_AWAY = "Không còn phải làm"
_SAYS_A_DAY = r"^[0-9]{2}/[0-9]{2}/[0-9]{4} → "


Plain = QuerySet[Any]  # occurrences whose own columns say how they stood


class Moved(NamedTuple):
    """A piece of work of which something was said or moved since, as it stood on the day."""

    pk: int
    unit_id: int | None
    owner_id: int
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


def facts_on(rows: QuerySet[Occurrence], day: date, today: date, *, is_few: bool = True) -> Work:
    """The work that there was on a day, each with its bucket. No query of today, else 1."""
    if day >= today:
        return Work(day, rows.exclude(state=State.WITHDRAWN))
    there, changed = _there_on(rows, day), _changed_after(day, is_few=is_few)
    both = there.exclude(state=State.WITHDRAWN)
    told = (
        there.filter(changed)
        .order_by()
        .annotate(then_state=_state_on(day), then_due=_due_on(day), then_done=_done_on(day))
        .values_list(
            *("pk", "unit_id", "plan__owner_id", "task__area", "task_key"),
            *("then_due", "then_done", "then_state", "kind", "state", "due_on", "done_on"),
        )
    )
    moved = []
    for pk, unit, owner, area, key, due, done, then, kind, state, due_now, done_now in told:
        if then != State.WITHDRAWN:
            bucket = bucket_of(_state(then, kind), due, done, day)
            now = None if state == State.WITHDRAWN else bucket_of(state, due_now, done_now, day)
            moved.append(Moved(pk, unit, owner, area, key, due, done, bucket, now, due_now))
    return Work(day, both.exclude(changed), tuple(moved), both)


def _state(state: str, kind: str) -> str:
    """What had no day then, waited for an event or for a person: its kind says which."""
    return State.WAITING if kind == Kind.CONDITIONAL else state


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
    """Rows in these buckets, said by state and days, which the indexes know."""
    if wanted == ALL:
        return rows
    found = Q(pk__in=())
    for state, conditions in _conditions(day).items():
        chosen = wanted & conditions.keys()
        if chosen == conditions.keys():
            found |= Q(state=state)
        elif chosen:
            within = Q(pk__in=())
            for bucket in sorted(chosen):
                within |= conditions[bucket]
            found |= Q(state=state) & within
    return rows.filter(found)


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
    """Work of plans followed by then, of events and versions of then."""
    amended = PlanVersion.objects.filter(ordinal__gt=1, issued_on__gt=day, state__in=OFFICIAL)
    asked_before = Task.objects.filter(
        key=OuterRef("task_key"),
        plan_version__plan=OuterRef("plan"),
        plan_version__state__in=OFFICIAL,
        plan_version__issued_on__lte=day,
    )
    return rows.filter(
        Q(event=None) | Q(event__happened_on__lte=day),
        ~Q(plan_id__in=amended.order_by().values("plan_id")) | Exists(asked_before),
        plan__following__since__lte=day,
    )


def _later(day: date, *kinds: Update.Kind) -> QuerySet[Update]:
    return Update.objects.filter(on__gt=day, kind__in=kinds).order_by()


def _later_of_row(day: date, *kinds: Update.Kind) -> QuerySet[Update]:
    return _later(day, *kinds).filter(occurrence=OuterRef("pk"))


def _changed_after(day: date, *, is_few: bool) -> Q:
    """Of which something was said or moved after the day; a note is done by being written.

    Of few rows each is looked up; of very many, all that was said since is read once.
    """
    noted = Q(kind=Kind.NOTE, answered_on__gt=day)
    kinds = (*_TURNS, *_SHIFTS)
    if is_few:
        return noted | Q(Exists(_later_of_row(day, *kinds)))
    return noted | Q(pk__in=_later(day, *kinds).values("occurrence"))


def _last_turn(day: date) -> QuerySet[Update]:
    """What was last said by the day of the row at hand that made its state."""
    rows = Update.objects.filter(occurrence=OuterRef("pk"), on__lte=day)
    rows = rows.alias(of=ExpressionWrapper(OuterRef("kind"), output_field=CharField()))
    return rows.filter(Q(kind__in=_TURNS) | Q(kind=Said.NOTE, of=Kind.NOTE)).order_by("-at", "-pk")


def _state_on(day: date) -> Case:
    """What was last said by the day; open before anything was."""
    said = Subquery(
        _last_turn(day)
        .annotate(
            state=Case(
                When(kind=Said.PROPOSED, then=Value(State.PROPOSED.value)),
                When(kind__in=(Said.ACCEPTED, Said.NOTE), then=Value(State.DONE.value)),
                default=Value(State.OPEN.value),
                output_field=CharField(),
            )
        )
        .values("state")[:1]
    )
    taken_away = _later_of_row(day, Said.MOVED).filter(text__startswith=_TAKEN_AWAY)
    return Case(
        When(
            Q(state=State.WITHDRAWN) & ~Exists(taken_away),
            then=Value(State.WITHDRAWN.value),
        ),
        default=Coalesce(said, Value(State.OPEN.value)),
        output_field=CharField(),
    )


def _due_on(day: date) -> Case:
    """The due day: before the first move or grant after the day, where there was one."""
    shifts = _later_of_row(day, *_SHIFTS).exclude(text__startswith=_TAKEN_AWAY)
    first = shifts.order_by("at", "pk")
    granted = Extension.objects.filter(
        occurrence=OuterRef("pk"), state=Extension.State.GRANTED, decided_on__gt=day
    ).order_by("decided_on", "pk")
    told = first.annotate(
        before=Case(
            When(text__regex=_SAYS_A_DAY, then=Cast(_iso(), DateField())),
            default=None,
            output_field=DateField(),
        )
    )
    shift = Subquery(first.values("kind")[:1])
    return Case(
        When(Exact(shift, Value(Said.MOVED.value)), then=Subquery(told.values("before")[:1])),
        When(
            Exact(shift, Value(Said.GRANTED.value)),
            then=Subquery(granted.values("due_before")[:1]),
        ),
        default=F("due_on"),
        output_field=DateField(),
    )


def _iso() -> Concat:
    """«31/03/2026 → …» as 2026-03-31."""
    return Concat(
        Substr("text", 7, 4), Value("-"), Substr("text", 4, 2), Value("-"), Substr("text", 1, 2)
    )


def _done_on(day: date) -> Case:
    """The day it was done; where it was opened again since, that of the proposal of then."""
    reopened = Exists(_later_of_row(day, *_OPENS_AGAIN))
    said = _last_turn(day).filter(kind__in=(Said.PROPOSED, Said.NOTE))
    return Case(
        When(reopened, then=Subquery(said.values("on")[:1])),
        default=F("done_on"),
        output_field=DateField(),
    )
