"""Where a person stands: the roles they hold on a day, and over which units.

Every policy of the office asks here, so that unit and role mean the same on all pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from cchc.web.organisation.models import Position, Role, Unit, in_force

Person = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True, slots=True)
class Holding:
    """One role in one unit: it reaches the unit and all below it."""

    role: Role
    unit_id: int
    path: str


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a person's positions of a day amount to."""

    holdings: tuple[Holding, ...] = ()

    def has(self, role: Role, unit: Unit) -> bool:
        """Whether the person holds the role in the unit or in one above it."""
        return any(h.role is role and unit.path.startswith(h.path) for h in self.holdings)

    def has_any(self, roles: Collection[Role], unit: Unit) -> bool:
        return any(self.has(role, unit) for role in roles)

    def belongs_to(self, unit: Unit) -> bool:
        """Whether the person has a position in the unit or below it."""
        return any(h.path.startswith(unit.path) for h in self.holdings)

    def paths(self, roles: Collection[Role]) -> tuple[str, ...]:
        """Paths of the units where the person holds one of the roles."""
        return tuple(dict.fromkeys(h.path for h in self.holdings if h.role in roles))

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset(h.unit_id for h in self.holdings)

    @property
    def with_ancestors(self) -> frozenset[int]:
        """Numbers of the person's units and of all units above them."""
        return frozenset(
            int(part) for h in self.holdings for part in h.path.strip("/").split("/") if part
        )


NOWHERE = Standing()


def standing_of(person: Person, on: date) -> Standing:
    """Read a person's standing. 1 query, kept on the person for the rest of the request."""
    if not isinstance(person, AbstractBaseUser) or not person.is_active:
        return NOWHERE
    kept: dict[date, Standing] = person.__dict__.setdefault("_standing", {})
    if on not in kept:
        rows = (
            Position.objects.filter(in_force(on), user_id=person.pk, archived_at=None)
            .filter(unit__archived_at=None)
            .values_list("role", "unit_id", "unit__path")
        )
        kept[on] = Standing(tuple(Holding(Role(role), unit, path) for role, unit, path in rows))
    return kept[on]


def forget_standing(person: AbstractBaseUser) -> None:
    """Drop what was kept, after the person's positions changed."""
    person.__dict__.pop("_standing", None)


def below_any(paths: Iterable[str], prefix: str = "") -> Q:
    """Units at or below any of the paths; none where there are no paths."""
    within = Q(pk__in=())
    for path in paths:
        within |= Q(**{f"{prefix}path__startswith": path})
    return within
