"""Who may see which evidence and do what with it: closed by default, downloads as the page.

Evidence is seen by those who watch over the office that owns it, by the people of the unit that
gave it, and by the people of units that are named by a task which it serves, where they may see
that task. Linking it to a task therefore shows it to the task's units.
"""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from cchc.web.evidence.models import Evidence, EvidenceLink, EvidenceVersion, HashCheck
from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.organisation.models import Role, Unit, in_force
from cchc.web.organisation.standing import Person, Standing, below_any, standing_of
from cchc.web.plans.models import Task, TaskUnit
from cchc.web.plans.policy import visible_versions
from cchc.web.ui.among import among
from cchc.web.ui.refusals import ALLOWED, Decision, Refused

WATCHING = (Role.COORDINATOR, Role.LEADER, Role.VIEWER, Role.INSPECTOR, Role.APPRAISER)
KEEPERS = (Role.COORDINATOR, Role.ADMINISTRATOR)
_HEADING = (Role.COORDINATOR, Role.UNIT_HEAD)
_NOT_MUCH = 2_000  # pieces of evidence


def visible_evidence(user: Person, on: date) -> QuerySet[Evidence]:
    """Evidence that a person may read, archived too. 2 to 5 queries at once: units, tasks, links.

    The numbers of what is linked stand in the question: of a question within it PostgreSQL thinks
    that half of all evidence fits, and looks through all of it. Where all that a person may read
    is not very much, its numbers do, and a search need not open each piece that it finds.
    """
    standing = standing_of(user, on)
    if not standing.holdings:
        return Evidence.objects.none()
    giving = _giving(standing)
    offices = _units_below(standing.paths(WATCHING))
    keys = _tasks_of(user, standing, on)
    links = EvidenceLink.objects.filter(archived_at=None, task_key__in=keys).order_by()
    linked = links.values_list("evidence_id", flat=True)
    given = among("unit_id", giving)
    if not offices:
        own = Evidence.objects.filter(given).order_by().values_list("pk", flat=True)
        numbers = list(own.union(linked)[: _NOT_MUCH + 1])
        if len(numbers) <= _NOT_MUCH:
            return Evidence.objects.filter(among("pk", numbers))
    visible = among("office_id", offices) | given
    if keys:
        visible |= among("pk", linked.distinct())
    return Evidence.objects.filter(visible)


def giving_units(user: Person, on: date) -> QuerySet[Unit]:
    """Units whose evidence the person sees whatever it serves: for the filter of the list."""
    return Unit.objects.filter(pk__in=_giving(standing_of(user, on))).order_by("sort_key", "pk")


def _giving(standing: Standing) -> list[int]:
    """Units watched over, headed, and the person's own. 1 query."""
    paths = standing.paths((*WATCHING, Role.UNIT_HEAD))
    return [*_units_below(paths), *_own_units(standing)]


def _units_below(paths: tuple[str, ...]) -> list[int]:
    if not paths:
        return []
    return list(Unit.objects.filter(below_any(paths)).order_by().values_list("pk", flat=True))


def _own_units(standing: Standing) -> frozenset[int]:
    """The person's units, without those that they only administer."""
    administered = {h.unit_id for h in standing.holdings if h.role is Role.ADMINISTRATOR}
    served = {h.unit_id for h in standing.holdings if h.role is not Role.ADMINISTRATOR}
    return standing.unit_ids - (administered - served)


def _tasks_of(user: Person, standing: Standing, on: date) -> list[uuid.UUID]:
    """Keys of tasks that name the person's units, in versions that the person may read. 1 query.

    As a list: a subquery over all tasks would be made again for each count and page.
    """
    own = _own_units(standing)
    if not own:
        return []
    named = TaskUnit.objects.filter(unit_id__in=own).order_by()
    tasks = Task.objects.filter(
        pk__in=named.values("task_id"),
        plan_version_id__in=visible_versions(user, on).order_by().values("pk"),
        archived_at=None,
    )
    return list(tasks.order_by().values_list("key", flat=True).distinct())


def visible_versions_of_evidence(user: Person, on: date) -> QuerySet[EvidenceVersion]:
    """Files that the person may download and see pictured: those of what they may read."""
    visible = visible_evidence(user, on).order_by().values("pk")
    return EvidenceVersion.objects.filter(evidence_id__in=visible)


def visible_links(user: Person, on: date) -> QuerySet[EvidenceLink]:
    visible = visible_evidence(user, on).order_by().values("pk")
    return EvidenceLink.objects.filter(evidence_id__in=visible)


def visible_checks(user: Person, on: date) -> QuerySet[HashCheck]:
    """Results of the checks of all files: for those who answer for the office or keep it going."""
    if not standing_of(user, on).has_somewhere(KEEPERS):
        return HashCheck.objects.none()
    return HashCheck.objects.all()


def addable_units(user: Person, on: date) -> QuerySet[Unit]:
    """Units for which the person may add evidence: their own first, then by name."""
    standing = standing_of(user, on)
    own = [h.unit_id for h in standing.holdings if h.role is Role.STAFF]
    below = below_any(standing.paths(_HEADING))
    units = Unit.objects.filter(Q(pk__in=own) | below, in_force(on), archived_at=None)
    return units.order_by("path")


def may_add_some(user: Person, *, on: date) -> Decision:
    """Add evidence for some unit: for the buttons of the list."""
    if standing_of(user, on).has_somewhere((Role.STAFF, *_HEADING)):
        return ALLOWED
    return Refused(EvidenceReason.NOT_OF_SOME_UNIT)


def may_add(user: Person, unit: Unit, *, on: date) -> Decision:
    """Add evidence that a unit gives: its staff and head, and who coordinates there."""
    standing = standing_of(user, on)
    is_staff = any(h.role is Role.STAFF and h.unit_id == unit.pk for h in standing.holdings)
    took_over = any(
        number == unit.pk and h.path == path and h.role in (Role.STAFF, *_HEADING)
        for number, path in standing.former
        for h in standing.holdings
    )
    if is_staff or took_over or standing.has_any(_HEADING, unit):
        return ALLOWED
    return Refused(EvidenceReason.NOT_OF_UNIT, {"unit": unit})


def may_change(user: Person, evidence: Evidence, *, on: date) -> Decision:
    """Confirm or correct its facts, tie it to a task or untie it."""
    decision = may_add(user, evidence.unit, on=on)
    if decision and evidence.is_archived:
        return Refused(EvidenceReason.ARCHIVED)
    return decision


may_confirm = may_link = may_unlink = may_change


def may_add_version(user: Person, evidence: Evidence, *, on: date) -> Decision:
    """Give a newer file of the same paper."""
    decision = may_change(user, evidence, on=on)
    if decision and evidence.kind != Evidence.Kind.FILE:
        return Refused(EvidenceReason.NO_FILE)
    return decision


def may_archive(user: Person, evidence: Evidence, *, on: date) -> Decision:
    """Put it away with a reason: who answers for the unit that gave it, or coordinates."""
    if not standing_of(user, on).has_any(_HEADING, evidence.unit):
        return Refused(EvidenceReason.ONLY_HEAD, {"unit": evidence.unit})
    return Refused(EvidenceReason.ARCHIVED) if evidence.is_archived else ALLOWED


def may_see_checks(user: Person, *, on: date) -> Decision:
    if standing_of(user, on).has_somewhere(KEEPERS):
        return ALLOWED
    return Refused(EvidenceReason.ONLY_KEEPERS)
