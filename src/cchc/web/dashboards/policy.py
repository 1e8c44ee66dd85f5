"""Whose overview a person may open. What it counts is what `work` lets them see.

Everybody opens their own unit and all of the office that it is part of; who watches over a unit
opens everything below it.
"""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from cchc.web.organisation.models import Role, Unit
from cchc.web.organisation.standing import Person, Standing, below_any, standing_of
from cchc.web.plans.policy import WHOLE_PLAN

# Who is asked for decisions, and who is given work.
DECIDING = frozenset((Role.COORDINATOR, Role.LEADER))
WORKING = frozenset((Role.UNIT_HEAD, Role.STAFF))


def visible_boards(user: Person, on: date) -> QuerySet[Unit]:
    """Units of which the person may see an overview: closed by default."""
    paths = board_paths(standing_of(user, on))
    if not paths:
        return Unit.objects.none()
    return Unit.objects.filter(below_any(paths), archived_at=None)


def board_paths(standing: Standing) -> tuple[str, ...]:
    """Paths at and below which every unit has an overview for the person."""
    offices = tuple(one.path for one in standing.offices)
    return tuple(dict.fromkeys((*offices, *standing.paths(WHOLE_PLAN))))


def is_coordinator_of(user: Person, unit: Unit, on: date) -> bool:
    """Whether the person sees to the answers and dates of this unit's plans."""
    return any(unit.path.startswith(path) for path in coordinated(standing_of(user, on)))


def coordinated(standing: Standing) -> tuple[str, ...]:
    """Paths of the units whose plans the person coordinates."""
    return standing.paths((Role.COORDINATOR,))


def decided(standing: Standing) -> tuple[str, ...]:
    """Paths of the units for whose plans the person grants more time."""
    return standing.paths((Role.COORDINATOR, Role.LEADER))


def first_board(standing: Standing) -> int | None:
    """The unit whose overview a person sees first: what they watch over, else their own unit."""
    watched = [one for one in standing.holdings if one.role in WHOLE_PLAN]
    mine = watched or list(standing.holdings)
    return min(mine, key=lambda one: (one.path.count("/"), one.path)).unit_id if mine else None
