"""Who sees which units and people, and who may change them.

Units are no secret: whoever works in the tree sees its units. People are shown to those who work
in the same office, and to whole-office roles of the units above. Aliases and collective names are
shown within their office.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import (
    CollectiveName,
    HandOver,
    Position,
    Reorganisation,
    Role,
    Unit,
    UnitAlias,
)
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.organisation.standing import Person, Standing, below_any, standing_of
from cchc.web.ui.refusals import ALLOWED, Decision, Refused

# Roles that a coordinator gives and takes in the office.
GIVEN_BY_COORDINATOR = frozenset((Role.STAFF, Role.UNIT_HEAD, Role.VIEWER))
# Roles whose work is with everyone below their unit.
_WITH_ALL_BELOW = frozenset(
    (Role.COORDINATOR, Role.LEADER, Role.APPRAISER, Role.INSPECTOR, Role.ADMINISTRATOR)
)
_READS_THE_RECORD = frozenset((Role.COORDINATOR, Role.LEADER, Role.ADMINISTRATOR))
_WORKS_AT_THE_DESK = frozenset((Role.COORDINATOR,))


# What is seen.


def visible_units(user: Person, on: date) -> QuerySet[Unit]:
    """All units of the trees that the person works in, ended ones too."""
    roots = {h.path[: h.path.index("/", 1) + 1] for h in standing_of(user, on).holdings}
    if not roots:
        return Unit.objects.none()
    return Unit.objects.filter(below_any(sorted(roots)), archived_at=None)


def visible_here(user: Person, unit: Unit, on: date) -> bool:
    """Whether `visible_units` has the unit, without asking the database."""
    root = unit.path[: unit.path.index("/", 1) + 1]
    return any(h.path.startswith(root) for h in standing_of(user, on).holdings)


def visible_positions(user: Person, on: date) -> QuerySet[Position]:
    """Positions, of any time, in the units whose people the person works with."""
    standing = standing_of(user, on)
    if not standing.holdings:
        return Position.objects.none()
    return Position.objects.filter(_with_whom(standing, "unit__"), archived_at=None)


def visible_people(user: Person, on: date) -> QuerySet[User]:
    """People who hold or held a position that is visible, and oneself.

    An administrator of a whole tree also sees those who have no position yet.
    """
    standing = standing_of(user, on)
    if not standing.holdings:
        return User.objects.none()
    placed = Position.objects.filter(user=OuterRef("pk"), archived_at=None)
    seen = Q(Exists(placed.filter(_with_whom(standing, "unit__")))) | Q(pk=user.pk)
    if any(path.count("/") == 2 for path in standing.paths((Role.ADMINISTRATOR,))):
        seen |= ~Q(Exists(placed))
    return User.objects.filter(seen, archived_at=None)


def works_with(user: Person, unit: Unit, on: date) -> bool:
    """Whether the people of a unit are shown to the person."""
    whole, exact = _reach(standing_of(user, on))
    return unit.path in exact or any(unit.path.startswith(path) for path in whole)


def visible_aliases(user: Person, on: date) -> QuerySet[UnitAlias]:
    standing = standing_of(user, on)
    if not standing.holdings:
        return UnitAlias.objects.none()
    return UnitAlias.objects.filter(_with_whom(standing, "office__"))


def visible_collective_names(user: Person, on: date) -> QuerySet[CollectiveName]:
    standing = standing_of(user, on)
    if not standing.holdings:
        return CollectiveName.objects.none()
    return CollectiveName.objects.filter(_with_whom(standing, "office__"), archived_at=None)


def visible_reorganisations(user: Person, on: date) -> QuerySet[Reorganisation]:
    """Minutes name people, so they are for those who work with the unit."""
    standing = standing_of(user, on)
    if not standing.holdings:
        return Reorganisation.objects.none()
    return Reorganisation.objects.filter(_with_whom(standing, "unit__"))


def visible_hand_overs(user: Person, on: date) -> QuerySet[HandOver]:
    """Minutes of one's own hand-overs, and of the units that one coordinates or administers.

    Whoever has handed over everything still has the minute of it.
    """
    if not isinstance(user, User):
        return HandOver.objects.none()
    standing = standing_of(user, on)
    paths = standing.paths((Role.COORDINATOR, Role.LEADER, Role.ADMINISTRATOR))
    return HandOver.objects.filter(
        below_any(paths, "unit__") | Q(giver_id=user.pk) | Q(taker_id=user.pk)
    )


def _reach(standing: Standing) -> tuple[set[str], set[str]]:
    """Paths whose whole subtree one works with, and paths of single units.

    At the province itself, staff work with the province's own people, not with all departments.
    """
    whole: set[str] = set()
    exact: set[str] = set()
    for h in standing.holdings:
        office = h.office.path if h.office else h.path
        if h.office and h.office.is_province and h.role not in _WITH_ALL_BELOW:
            exact.add(office)
        else:
            whole.add(office)
    return whole, exact


def _with_whom(standing: Standing, prefix: str) -> Q:
    whole, exact = _reach(standing)
    return below_any(sorted(whole), prefix) | Q(**{f"{prefix}path__in": sorted(exact)})


# What may be done.


def may_come_in(user: Person, *, on: date) -> Decision:
    """Open any page beyond one's own account: who has a position today."""
    if standing_of(user, on).holdings:
        return ALLOWED
    return Refused(Why.NO_POSITION)


def may_manage_unit(by: Person, unit: Unit, *, on: date) -> Decision:
    """Add below, edit, move, archive, rename, merge, split, dissolve."""
    if standing_of(by, on).has(Role.ADMINISTRATOR, unit):
        return ALLOWED
    return Refused(Why.NOT_ADMINISTRATOR)


def may_reorganise(by: Person, unit: Unit, *, on: date) -> Decision:
    """Rename, merge, split or dissolve: only a unit that has not ended."""
    return _unless_ended(may_manage_unit(by, unit, on=on), unit, on)


def may_name(by: Person, office: Unit, *, on: date) -> Decision:
    """Say how plans of an office call units: aliases and collective names.

    An office that has ended writes no more plans.
    """
    if not standing_of(by, on).has_any((Role.COORDINATOR, Role.ADMINISTRATOR), office):
        return Refused(Why.NOT_COORDINATOR)
    return _unless_ended(ALLOWED, office, on)


def _unless_ended(decision: Decision, unit: Unit, on: date) -> Decision:
    """The decision, but for a unit that has ended no."""
    if decision and unit.valid_to and unit.valid_to < on:
        return Refused(Why.UNIT_HAS_ENDED, {"day": f"{unit.valid_to:%d/%m/%Y}"})
    return decision


def may_place(by: Person, unit: Unit, role: Role | None = None, *, on: date) -> Decision:
    """Give, change or end positions with a role in a unit; without a role, any at all."""
    standing = standing_of(by, on)
    if standing.has(Role.ADMINISTRATOR, unit):
        return ALLOWED
    if not standing.has(Role.COORDINATOR, unit):
        return Refused(Why.NOT_COORDINATOR)
    if role is not None and role not in GIVEN_BY_COORDINATOR:
        return Refused(Why.ROLE_BEYOND, {"role": role.label})
    return ALLOWED


def may_change_position(by: Person, position: Position, *, on: date) -> Decision:
    """End a position, let another stand in for it, put it away: only one that is not over."""
    decision = may_place(by, position.unit, Role(position.role), on=on)
    if decision and position.valid_to and position.valid_to < on:
        return Refused(Why.POSITION_HAS_ENDED, {"day": f"{position.valid_to:%d/%m/%Y}"})
    return decision


def positions_to_place(by: Person, on: date) -> QuerySet[Position]:
    """Positions that are not over and that the person may end or hand over."""
    standing = standing_of(by, on)
    going = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    mine = below_any(standing.paths((Role.ADMINISTRATOR,)), "unit__")
    office = below_any(standing.paths((Role.COORDINATOR,)), "unit__")
    allowed = mine | (office & Q(role__in=GIVEN_BY_COORDINATOR))
    return Position.objects.filter(going, allowed, archived_at=None)


def may_hand_over(by: Person, giver: User, on: date) -> Decision:
    """Pass a person's positions to another: where there is one that `by` gives and takes."""
    if positions_to_place(by, on).filter(user=giver).exists():
        return ALLOWED
    return Refused(Why.NOTHING_TO_HAND_OVER)


def may_enter_provinces(by: Person, *, on: date) -> Decision:
    """Open the page of the provinces' reorganisation; each province is asked for again."""
    if standing_of(by, on).has_somewhere((Role.ADMINISTRATOR,)):
        return ALLOWED
    return Refused(Why.NOT_ADMINISTRATOR)


def may_give_roles(by: Person, unit: Unit, on: date) -> list[Role]:
    """The roles that the person may give in a unit."""
    return [role for role in Role if may_place(by, unit, role, on=on)]


def may_add_person(by: Person, unit: Unit, *, on: date) -> Decision:
    """Enter a new person with a sign-in of their own, in a unit that has not ended."""
    return may_reorganise(by, unit, on=on)


def may_manage_person(by: Person, paths: Iterable[str], *, on: date) -> Decision:
    """Edit a person, reset the password, lock the sign-in.

    `paths`: of the units where the person has a position that is not over. An administrator of a
    part can so never take over the sign-in of an administrator of the whole.
    """
    mine = standing_of(by, on).paths((Role.ADMINISTRATOR,))
    if not mine:
        return Refused(Why.NOT_ADMINISTRATOR)
    theirs = list(paths)
    if not theirs and not any(path.count("/") == 2 for path in mine):
        return Refused(Why.PERSON_WITHOUT_POSITION)
    if all(any(path.startswith(reach) for reach in mine) for path in theirs):
        return ALLOWED
    return Refused(Why.PERSON_BEYOND)


def may_enter_register(by: Person, *, on: date) -> Decision:
    """Enter units and people from a workbook; each row is asked for again."""
    if standing_of(by, on).has_somewhere((Role.ADMINISTRATOR,)):
        return ALLOWED
    return Refused(Why.NOT_ADMINISTRATOR)


def sees_the_desk(user: Person, on: date) -> bool:
    """Whether the review desk is a part of this person's office."""
    return standing_of(user, on).has_somewhere(_WORKS_AT_THE_DESK)


def sees_the_record(user: Person, on: date) -> bool:
    """Whether the record of acts is a part of this person's office."""
    return standing_of(user, on).has_somewhere(_READS_THE_RECORD)
