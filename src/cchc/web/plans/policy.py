"""Who may see which plans, and who may do what to them in which state.

An issued plan is an official paper: its owner's people, the units it names and those who watch
over the whole plan see it. Before that only those who prepare it do.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from cchc.web.organisation.models import Role, Unit, in_force
from cchc.web.organisation.standing import Person, Standing, standing_of
from cchc.web.plans.models import (
    Assignment,
    LegalDocument,
    Plan,
    PlanVersion,
    Task,
    TaskUnit,
)
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.refusals import ALLOWED, Decision, Refused

State = PlanVersion.State
WHOLE_PLAN = (Role.COORDINATOR, Role.LEADER, Role.VIEWER, Role.INSPECTOR, Role.APPRAISER)
OFFICIAL = (State.ISSUED, State.SUPERSEDED, State.CLOSED)
SHOWN_TO_LEADER = (State.SUBMITTED, State.RETURNED, State.APPROVED)


def visible_versions(user: Person, on: date) -> QuerySet[PlanVersion]:
    """The versions of plans that a person may read: closed by default."""
    standing = standing_of(user, on)
    if not standing.holdings:
        return PlanVersion.objects.none()
    official = Q(state__in=OFFICIAL) & (
        Q(plan__owner_id__in=standing.with_ancestors)
        | _below(standing.paths(WHOLE_PLAN))
        | _naming(standing)
    )
    drafts = Q(state__in=PlanVersion.IN_PREPARATION) & _below(standing.paths((Role.COORDINATOR,)))
    shown = Q(state__in=SHOWN_TO_LEADER) & _below(standing.paths((Role.LEADER,)))
    return PlanVersion.objects.filter(
        official | drafts | shown, archived_at=None, plan__archived_at=None
    )


def waiting_versions(user: Person, on: date) -> QuerySet[PlanVersion]:
    """Versions whose next step is the person's: to approve, to issue, to mend and submit again."""
    standing = standing_of(user, on)
    approves = Q(state=State.SUBMITTED) & _below(standing.paths((Role.LEADER,)))
    prepares = Q(state__in=(State.RETURNED, State.APPROVED)) & _below(
        standing.paths((Role.COORDINATOR,))
    )
    return PlanVersion.objects.filter(approves | prepares, archived_at=None, plan__archived_at=None)


def coordinated_plans(user: Person, on: date) -> QuerySet[Plan]:
    """Plans of the offices that a person coordinates, who sees all of them."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return Plan.objects.filter(_below(paths, "owner__path"), archived_at=None)


def visible_plans(user: Person, on: date) -> QuerySet[Plan]:
    """Plans of which the person may read at least one version."""
    versions = visible_versions(user, on)
    return Plan.objects.filter(archived_at=None, pk__in=versions.order_by().values("plan_id"))


def visible_tasks(user: Person, on: date) -> QuerySet[Task]:
    """Tasks of all versions that the person may read. 1 query at once, for the versions."""
    versions = list(visible_versions(user, on).order_by().values_list("pk", flat=True))
    return Task.objects.filter(plan_version_id__in=versions, archived_at=None)


def visible_documents(user: Person, on: date) -> QuerySet[LegalDocument]:
    """Legal documents are published papers: everybody with a position sees the list."""
    if not standing_of(user, on).holdings:
        return LegalDocument.objects.none()
    return LegalDocument.objects.filter(archived_at=None)


def visible_assignments(user: Person, on: date) -> QuerySet[Assignment]:
    """Who sees to which task: shown with the plan."""
    plans = visible_plans(user, on).order_by().values("pk")
    return Assignment.objects.filter(archived_at=None, plan_id__in=plans)


def startable_units(user: Person, on: date) -> QuerySet[Unit]:
    """Units for which a person may begin a plan: their own office and the units below it."""
    paths = standing_of(user, on).paths((Role.COORDINATOR,))
    return Unit.objects.filter(_below(paths, "path"), in_force(on), archived_at=None)


def headed_units(user: Person, on: date) -> QuerySet[Unit]:
    """Units whose people the person may assign."""
    paths = standing_of(user, on).paths((Role.UNIT_HEAD,))
    return Unit.objects.filter(_below(paths, "path"), archived_at=None)


def _below(paths: tuple[str, ...], column: str = "plan__owner__path") -> Q:
    within = Q(pk__in=())
    for path in paths:
        within |= Q(**{f"{column}__startswith": path})
    return within


def _naming(standing: Standing) -> Q:
    """Plans that name the person's unit, or a unit above it that is not above the owner too.

    A plan of one department that names its province is not thereby everybody's.
    """
    named = Q(pk__in=_versions_naming(standing.unit_ids))
    above = (unit for holding in standing.holdings for unit in _above(holding.path))
    for unit_id, path in dict.fromkeys(above):
        naming_it = Q(pk__in=_versions_naming(frozenset((unit_id,))))
        named |= naming_it & ~Q(plan__owner__path__startswith=path)
    return named


def _above(path: str) -> tuple[tuple[int, str], ...]:
    """The units above one with this path, each with its own path."""
    parts = path.strip("/").split("/")[:-1]
    return tuple(
        (int(part), "/" + "/".join(parts[: place + 1]) + "/")
        for place, part in enumerate(parts)
        if part
    )


def _versions_naming(unit_ids: frozenset[int]) -> QuerySet[TaskUnit, int]:
    rows = TaskUnit.objects.filter(unit_id__in=unit_ids, task__archived_at=None)
    return rows.order_by().values_list("task__plan_version_id", flat=True)


def watches_over(user: Person, unit: Unit, on: date) -> bool:
    """Whether the person sees every issued plan of the unit and of all below it."""
    return standing_of(user, on).has_any(WHOLE_PLAN, unit)


def may_start(user: Person, owner: Unit, *, on: date) -> Decision:
    """Begin a plan of a unit that has not ended."""
    if not standing_of(user, on).has(Role.COORDINATOR, owner):
        return Refused(PlanReason.WRONG_OWNER, {"unit": owner})
    if owner.valid_to and owner.valid_to < on:
        day = f"{owner.valid_to:%d/%m/%Y}"
        return Refused(PlanReason.OWNER_HAS_ENDED, {"unit": owner, "day": day})
    return ALLOWED


def may_start_any(user: Person, *, on: date) -> Decision:
    """Begin a plan of some unit: for the button on the list."""
    if not standing_of(user, on).paths((Role.COORDINATOR,)):
        return Refused(PlanReason.ONLY_SOME_COORDINATOR)
    return ALLOWED


may_keep_documents = may_start_any


def may_describe(user: Person, version: PlanVersion, *, on: date) -> Decision:
    """Change what a plan is called and which plan it carries out; until it is closed."""
    return _unless(_not_coordinator(user, version, on), _over(version))


def may_edit(user: Person, version: PlanVersion, *, on: date) -> Decision:
    """Change what a draft says, lay it before the leader or put it away."""
    return _unless(_not_coordinator(user, version, on), _not_in_hand(version))


may_submit = may_discard = may_edit


def may_approve(user: Person, version: PlanVersion, *, on: date) -> Decision:
    """Approve a submitted plan, or return it: one right for both."""
    owner = version.plan.owner
    if not standing_of(user, on).has(Role.LEADER, owner):
        return Refused(PlanReason.ONLY_LEADER, {"unit": owner})
    return _unless(_not_in(version, State.SUBMITTED, PlanReason.NOT_SUBMITTED))


may_return = may_approve


def may_issue(user: Person, version: PlanVersion, *, on: date) -> Decision:
    """Enter number, date and signer of an approved plan: the clerk's work of the coordinator."""
    already = Refused(PlanReason.ALREADY_ISSUED) if version.state == State.ISSUED else None
    return _unless(
        _not_coordinator(user, version, on),
        already,
        _not_in(version, State.APPROVED, PlanReason.NOT_APPROVED),
    )


def may_amend(
    user: Person, version: PlanVersion, *, on: date, under_way: PlanVersion | None = None
) -> Decision:
    """Begin another version of an issued plan, or close it; not while one is `under_way`."""
    waiting = None
    if under_way is not None:
        waiting = Refused(PlanReason.AMENDMENT_UNDER_WAY, {"ordinal": under_way.ordinal})
    return _unless(
        _not_coordinator(user, version, on),
        _not_in(version, State.ISSUED, PlanReason.NOT_ISSUED),
        waiting,
    )


may_close = may_amend


def may_link(user: Person, version: PlanVersion, *, on: date) -> Decision:
    """Say which task of the parent plan a task carries out; also after issue."""
    orphan = Refused(PlanReason.NOTHING_ABOVE) if version.plan.parent_id is None else None
    return _unless(_not_coordinator(user, version, on), _over(version), orphan)


def may_assign(user: Person, version: PlanVersion, unit: Unit, *, on: date) -> Decision:
    """Give a task of an issued plan to a person of a unit."""
    return _unless(_not_head(user, unit, on), _not_in(version, State.ISSUED, PlanReason.NOT_ISSUED))


def may_assign_some(user: Person, task: Task, *, on: date) -> Decision:
    """Give a task of an issued plan to a person of one of the units that it names."""
    heads = headed_units(user, on).filter(pk__in=task.units.order_by().values("unit_id"))
    is_head = None if heads.exists() else Refused(PlanReason.ONLY_HEAD_OF_NAMED)
    return _unless(is_head, _not_in(task.plan_version, State.ISSUED, PlanReason.NOT_ISSUED))


def may_hand_over(user: Person, unit: Unit, *, on: date) -> Decision:
    """Move a person's open work in a unit to another person."""
    return _unless(_not_head(user, unit, on))


def _unless(*refusals: Refused | None) -> Decision:
    """The first refusal, or yes. A refusal counts as false, so `or` would pass it over."""
    return next((one for one in refusals if one is not None), ALLOWED)


def _not_coordinator(user: Person, version: PlanVersion, on: date) -> Refused | None:
    if standing_of(user, on).has(Role.COORDINATOR, version.plan.owner):
        return None
    return Refused(PlanReason.ONLY_COORDINATOR, {"unit": version.plan.owner})


def _not_head(user: Person, unit: Unit, on: date) -> Refused | None:
    if standing_of(user, on).has(Role.UNIT_HEAD, unit):
        return None
    return Refused(PlanReason.ONLY_UNIT_HEAD, {"unit": unit})


def _not_in_hand(version: PlanVersion) -> Refused | None:
    """Refuse unless those who prepare the plan have it: a draft, or one that was returned."""
    reasons = {
        State.SUBMITTED: PlanReason.ALREADY_SUBMITTED,
        State.APPROVED: PlanReason.ALREADY_APPROVED,
        State.ISSUED: PlanReason.ALREADY_ISSUED,
    }
    reason = reasons.get(State(version.state))
    return _over(version) if reason is None else Refused(reason)


def _not_in(version: PlanVersion, state: State, reason: PlanReason) -> Refused | None:
    if version.state == state:
        return None
    over = _over(version)
    return Refused(reason, {"state": version.get_state_display()}) if over is None else over


def _over(version: PlanVersion) -> Refused | None:
    """Refuse what is over: closed, or replaced by another version."""
    if version.state == State.CLOSED:
        return Refused(PlanReason.ALREADY_CLOSED)
    if version.state == State.SUPERSEDED:
        return Refused(PlanReason.ALREADY_SUPERSEDED)
    return None
