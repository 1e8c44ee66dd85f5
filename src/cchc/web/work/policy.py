"""Who sees the daily work, and who may do what to an occurrence in which state.

Whoever belongs to the plan's office, or watches over it, sees how its work stands; another unit
sees the tasks that name it. The lead unit reports, the coordinator accepts, leaders grant time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from cchc.web.organisation.models import Role, Unit
from cchc.web.organisation.standing import Person, Standing, below_any, standing_of
from cchc.web.plans.models import Assignment, Plan, PlanVersion, Target, TaskUnit
from cchc.web.plans.policy import WHOLE_PLAN, visible_versions
from cchc.web.ui.among import among
from cchc.web.ui.refusals import ALLOWED, Decision, Refused
from cchc.web.work.models import (
    BulkAct,
    DecidedDay,
    Event,
    Extension,
    Following,
    Occurrence,
    Update,
)
from cchc.web.work.reasons import WorkReason

State = Occurrence.State
Key = tuple[int, UUID, int | None]  # plan, task, unit


# What is seen.


def visible_occurrences(user: Person, on: date) -> QuerySet[Occurrence]:
    """Occurrences whose state a person may know: closed by default."""
    standing = standing_of(user, on)
    if not standing.holdings:
        return Occurrence.objects.none()
    named = TaskUnit.objects.filter(unit_id__in=standing.unit_ids).order_by().values("task_id")
    return Occurrence.objects.filter(
        Q(plan__owner_id__in=standing.with_ancestors)
        | below_any(standing.paths(WHOLE_PLAN), "plan__owner__")
        | Q(task_id__in=named),
        plan__archived_at=None,
    )


def visible_work_of_year(
    user: Person, on: date, year: int, plans: Collection[int]
) -> QuerySet[Occurrence]:
    """`visible_occurrences` of a year, for who has its followed plans at hand. 1 query at once.

    `plans` are those of `visible_followings` in the year: the database then need not find out for
    each of very many rows who owns its plan, nor whether its task names the person's unit.
    """
    standing = standing_of(user, on)
    if not standing.holdings:
        return Occurrence.objects.none()
    named = TaskUnit.objects.filter(
        unit_id__in=standing.unit_ids,
        task__occurrences__plan__year=year,
        task__occurrences__plan__archived_at=None,
    )
    shown = set(plans)
    others = named.order_by().values_list("task__occurrences", "task__occurrences__plan").distinct()
    beside = [pk for pk, plan in others if plan not in shown]
    of_plans = among("plan_id", shown)
    return Occurrence.objects.filter(of_plans | among("pk", beside) if beside else of_plans)


def visible_followings(user: Person, on: date) -> QuerySet[Following]:
    """Followed plans of the person's office and of those that the person watches over."""
    standing = standing_of(user, on)
    if not standing.holdings:
        return Following.objects.none()
    return Following.objects.filter(
        Q(plan__owner_id__in=standing.with_ancestors)
        | below_any(standing.paths(WHOLE_PLAN), "plan__owner__"),
        plan__archived_at=None,
    )


def visible_extensions(user: Person, on: date) -> QuerySet[Extension]:
    seen = visible_occurrences(user, on).order_by().values("pk")
    return Extension.objects.filter(occurrence__in=seen, archived_at=None)


def visible_updates(user: Person, on: date) -> QuerySet[Update]:
    return Update.objects.filter(
        occurrence__in=visible_occurrences(user, on).order_by().values("pk")
    )


def visible_events(user: Person, on: date) -> QuerySet[Event]:
    """Events that called forth work which the person sees."""
    seen = visible_occurrences(user, on).order_by().values("event_id")
    return Event.objects.filter(pk__in=seen, archived_at=None)


def visible_days(user: Person, on: date) -> QuerySet[DecidedDay]:
    """The calendar is everybody's who works in the office."""
    if not standing_of(user, on).holdings:
        return DecidedDay.objects.none()
    return DecidedDay.objects.filter(archived_at=None)


def visible_targets(user: Person, on: date) -> QuerySet[Target]:
    """Targets of the versions of plans that a person may read."""
    versions = visible_versions(user, on).order_by().values("pk")
    return Target.objects.filter(plan_version__in=versions, archived_at=None)


# What may be done.


def may_follow(user: Person, plan: Plan, *, on: date) -> Decision:
    """Reckon the due days of a plan that is not closed, and apply what moves them."""
    stranger = _not_coordinator(user, plan.owner, on)
    if stranger is None and _is_over(plan):
        return Refused(WorkReason.PLAN_IS_OVER)
    return _unless(stranger)


def may_report(
    user: Person, row: Occurrence, *, on: date, assigned: QuerySet[Assignment] | None = None
) -> Decision:
    """Say how an open occurrence stands: the lead unit's head, who it is given to, or the office.

    Where it is given to nobody, everyone of the unit may. `assigned` are those given to, at hand.
    """
    return _unless(_not_reporter(user, row, on), _not_in(row, State.OPEN, WorkReason.NOT_OPEN))


may_propose = may_ask_extension = may_report


def reportable(
    user: Person, rows: Iterable[Occurrence], given: Mapping[Key, Collection[Any]], *, on: date
) -> set[int]:
    """Which open occurrences of a list the person may report: `may_report` without asking again.

    `given` says to whom each is given (number and name), by plan, task and unit; their plans are
    in force.
    """
    standing, own = standing_of(user, on), getattr(user, "pk", None)
    found = set()
    for row in rows:
        if row.state != State.OPEN:
            continue
        people = given.get((row.plan_id, row.task_key, row.unit_id), ())
        is_ones_own = not people or any(number == own for number, _ in people)
        if standing.has(Role.COORDINATOR, row.plan.owner) or (
            row.unit is not None
            and (
                standing.has(Role.UNIT_HEAD, row.unit)
                or (_is_of(standing, row.unit) and is_ones_own)
            )
        ):
            found.add(row.pk)
    return found


def may_take_back(user: Person, row: Occurrence, *, on: date) -> Decision:
    """Take a proposal back before it is answered."""
    return _unless(
        _not_reporter(user, row, on), _not_in(row, State.PROPOSED, WorkReason.NOT_PROPOSED)
    )


def may_contribute(user: Person, row: Occurrence, *, on: date) -> Decision:
    """Give the part of a supporting unit."""
    if not supporting_units_of(user, row, on).exists():
        return Refused(WorkReason.ONLY_SUPPORTING)
    return _unless(_not_in(row, State.OPEN, WorkReason.NOT_OPEN))


def supporting_units_of(user: Person, row: Occurrence, on: date) -> QuerySet[Unit]:
    """The person's units that support the task."""
    supporting = row.task.units.filter(part=TaskUnit.Part.SUPPORT).order_by().values("unit_id")
    return Unit.objects.filter(pk__in=supporting).filter(pk__in=standing_of(user, on).unit_ids)


def may_answer(user: Person, row: Occurrence, *, on: date) -> Decision:
    """Accept a proposed completion, or return it with a reason: one right for both."""
    own = None
    if row.proposed_by_id is not None and row.proposed_by_id == getattr(user, "pk", None):
        own = Refused(WorkReason.NOT_ONES_OWN)
    return _unless(
        _not_coordinator(user, row.plan.owner, on),
        _not_in(row, State.PROPOSED, WorkReason.NOT_PROPOSED),
        own,
    )


def may_reopen(user: Person, row: Occurrence, *, on: date) -> Decision:
    """Open again what was accepted by mistake."""
    return _unless(
        _not_coordinator(user, row.plan.owner, on), _not_in(row, State.DONE, WorkReason.NOT_DONE)
    )


def may_decide_extension(user: Person, extension: Extension, *, on: date) -> Decision:
    """Grant more time, or not."""
    plan, decided = extension.occurrence.plan, None
    if _is_over(plan):
        decided = Refused(WorkReason.PLAN_IS_OVER)
    elif extension.state != Extension.State.ASKED:
        decided = Refused(WorkReason.EXTENSION_DECIDED)
    return _unless(_not_decider(user, plan.owner, on), decided)


def may_record_event(user: Person, row: Occurrence, *, on: date) -> Decision:
    """Say that what a conditional deadline waits for has happened."""
    return _unless(
        _not_reporter(user, row, on), _not_in(row, State.WAITING, WorkReason.NOT_WAITING)
    )


def may_decide_deadline(user: Person, row: Occurrence, *, on: date) -> Decision:
    """Say what an unclear deadline means."""
    return _unless(
        _not_coordinator(user, row.plan.owner, on),
        _not_in(row, State.UNCLEAR, WorkReason.NOT_UNCLEAR),
    )


def may_comment(user: Person, row: Occurrence, *, on: date) -> Decision:
    """Talk about an occurrence: who works in the plan's office or in a unit that it names."""
    standing = standing_of(user, on)
    named = row.task.units.filter(unit_id__in=standing.unit_ids).exists()
    if named or row.plan.owner_id in standing.with_ancestors:
        return ALLOWED
    if standing.has_any(WHOLE_PLAN, row.plan.owner):
        return ALLOWED
    return Refused(WorkReason.ONLY_INVOLVED)


def visible_bulk_acts(user: Person, on: date) -> QuerySet[BulkAct]:
    """What the person did to many at once; each has their own."""
    if not standing_of(user, on).holdings:
        return BulkAct.objects.none()
    return BulkAct.objects.filter(by_id=getattr(user, "pk", None), archived_at=None)


def may_undo(user: Person, bulk: BulkAct, *, on: date) -> Decision:
    """Take back what one did to many at once."""
    if bulk.by_id != getattr(user, "pk", None) or not standing_of(user, on).holdings:
        return Refused(WorkReason.ONLY_WHO_DID_IT)
    if bulk.undone_at is not None:
        return Refused(WorkReason.ALREADY_UNDONE)
    return ALLOWED


def may_measure(user: Person, target: Target, *, on: date) -> Decision:
    """Write down how far a target of an issued plan is, and take a wrong number back."""
    version = target.plan_version
    outdated = None
    if version.state == PlanVersion.State.CLOSED:
        outdated = Refused(WorkReason.PLAN_IS_OVER)
    elif version.state != PlanVersion.State.ISSUED:
        outdated = Refused(WorkReason.NOT_IN_FORCE)
    return _unless(_not_coordinator(user, version.plan.owner, on), outdated)


def may_settle(user: Person, *, on: date) -> Decision:
    """See what waits for decisions: for those who coordinate or lead some office."""
    if standing_of(user, on).has_somewhere((Role.COORDINATOR, Role.LEADER)):
        return ALLOWED
    return Refused(WorkReason.ONLY_SOME_DECIDER)


def may_keep_calendar(user: Person, *, on: date) -> Decision:
    """Decide holidays and swapped days, which hold for all: administrators of a whole tree."""
    paths = standing_of(user, on).paths((Role.ADMINISTRATOR,))
    if any(path.count("/") == 2 for path in paths):
        return ALLOWED
    return Refused(WorkReason.ONLY_ADMINISTRATOR)


def is_reporter(user: Person, row: Occurrence, on: date) -> bool:
    """Whether the person answers for an occurrence, whatever its state."""
    return _not_reporter(user, row, on) is None


def _not_reporter(user: Person, row: Occurrence, on: date) -> Refused | None:
    standing = standing_of(user, on)
    if standing.has(Role.COORDINATOR, row.plan.owner):
        return None
    if row.unit is None:
        return Refused(WorkReason.NO_LEAD_UNIT)
    if standing.has(Role.UNIT_HEAD, row.unit):
        return None
    if not _is_of(standing, row.unit):
        return Refused(WorkReason.ONLY_LEAD_UNIT, {"unit": row.unit})
    given = list(
        Assignment.objects.filter(
            plan_id=row.plan_id,
            task_key=row.task_key,
            unit=row.unit,
            ended_on=None,
            archived_at=None,
        ).select_related("user")
    )
    if given and not any(one.user_id == getattr(user, "pk", None) for one in given):
        names = ", ".join(str(one.user) for one in given)
        return Refused(WorkReason.ONLY_ASSIGNED, {"names": names})
    return None


def _is_of(standing: Standing, unit: Unit) -> bool:
    """Whether the person is staff or head in the unit itself, or in what it became."""
    works = (Role.STAFF, Role.UNIT_HEAD)
    if any(h.unit_id == unit.pk and h.role in works for h in standing.holdings):
        return True
    became = {path for number, path in standing.former if number == unit.pk}
    return any(h.path in became and h.role in works for h in standing.holdings)


def _unless(*refusals: Refused | None) -> Decision:
    return next((one for one in refusals if one is not None), ALLOWED)


def _not_coordinator(user: Person, owner: Unit, on: date) -> Refused | None:
    if standing_of(user, on).has(Role.COORDINATOR, owner):
        return None
    return Refused(WorkReason.ONLY_COORDINATOR, {"unit": owner})


def _not_decider(user: Person, owner: Unit, on: date) -> Refused | None:
    if standing_of(user, on).has_any((Role.COORDINATOR, Role.LEADER), owner):
        return None
    return Refused(WorkReason.ONLY_DECIDER, {"unit": owner})


def _not_in(row: Occurrence, state: State, reason: WorkReason) -> Refused | None:
    if _is_over(row.plan):
        return Refused(WorkReason.PLAN_IS_OVER)
    if row.state == state:
        return None
    return Refused(reason, {"state": row.get_state_display()})


def _is_over(plan: Plan) -> bool:
    return plan.versions.filter(state=PlanVersion.State.CLOSED, archived_at=None).exists()
