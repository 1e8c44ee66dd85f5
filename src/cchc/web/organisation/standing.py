"""Where a person stands: the roles they hold on a day, and over which units.

Every policy of the office asks here, so that unit and role mean the same on all pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Q

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Role, Unit, UnitKind

Person = AbstractBaseUser | AnonymousUser

# Bodies that are an office of their own: with a seal, plans and people of their own.
OFFICE_KINDS = frozenset(
    (
        UnitKind.PROVINCE,
        UnitKind.DEPARTMENT,
        UnitKind.COMMUNE,
        UnitKind.PARTY,
        UnitKind.PEOPLE_BODY,
    )
)
_FORMER = "former"


@dataclass(frozen=True, slots=True)
class Office:
    """The body that a unit is part of: the department of a division, the commune itself."""

    unit_id: int
    path: str
    name: str
    is_province: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """One role in one unit: it reaches the unit and all below it."""

    role: Role
    unit_id: int
    path: str
    office: Office | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a person's positions of a day amount to.

    `former` are the units that are no more and whose papers a unit of the person's, or one above
    it, took over: their number, and the path of the unit that took over.
    """

    holdings: tuple[Holding, ...] = ()
    former: tuple[tuple[int, str], ...] = ()

    def has(self, role: Role, unit: Unit) -> bool:
        """Whether the person holds the role in the unit or in one above it."""
        return any(h.role is role and unit.path.startswith(h.path) for h in self.holdings)

    def has_any(self, roles: Collection[Role], unit: Unit) -> bool:
        return any(self.has(role, unit) for role in roles)

    def has_somewhere(self, roles: Collection[Role]) -> bool:
        """Whether the person holds one of the roles in any unit."""
        return any(h.role in roles for h in self.holdings)

    def belongs_to(self, unit: Unit) -> bool:
        """Whether the person has a position in the unit, below it, or in what it became."""
        if any(h.path.startswith(unit.path) for h in self.holdings):
            return True
        return any(number == unit.pk for number, _ in self.former)

    def paths(self, roles: Collection[Role]) -> tuple[str, ...]:
        """Paths of the units where the person holds one of the roles."""
        return tuple(dict.fromkeys(h.path for h in self.holdings if h.role in roles))

    @property
    def unit_ids(self) -> frozenset[int]:
        """Numbers of the person's units, and of those that became them."""
        own = {h.path for h in self.holdings}
        became = {number for number, path in self.former if path in own}
        return frozenset(h.unit_id for h in self.holdings) | became

    @property
    def with_ancestors(self) -> frozenset[int]:
        """Numbers of the person's units, of all units above them, and of those that became them."""
        above = frozenset(
            int(part) for h in self.holdings for part in h.path.strip("/").split("/") if part
        )
        return above | {number for number, _ in self.former}

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices that the person works in, each once."""
        found = {h.office.unit_id: h.office for h in self.holdings if h.office}
        return tuple(found.values())


NOWHERE = Standing()

_UNIT = """u.id, u.path, u.kind, u.name,
    a.id, a.kind, a.name, b.id, b.kind, b.name, c.id, c.kind, c.name"""
_ABOVE = """LEFT JOIN organisation_unit a ON a.id = u.parent_id
    LEFT JOIN organisation_unit b ON b.id = a.parent_id
    LEFT JOIN organisation_unit c ON c.id = b.parent_id"""
_HELD = """FROM organisation_position p JOIN organisation_unit {unit} ON {unit}.id = p.unit_id
    {more} WHERE p.user_id = %s AND p.valid_from <= %s
    AND (p.valid_to IS NULL OR p.valid_to >= %s)
    AND p.archived_at IS NULL AND {unit}.archived_at IS NULL"""
# Written out, since every request asks it: making it of models took 3 to 7 ms, this 0.1 to 1.5.
_QUESTION = f"""
SELECT p.role, {_UNIT} {_HELD.format(unit="u", more=_ABOVE)}
UNION ALL
SELECT '{_FORMER}', {_UNIT} FROM organisation_unit u {_ABOVE}
    WHERE u.archived_at IS NULL
    AND EXISTS (SELECT 1 FROM organisation_succession s WHERE s.before_id = u.id)
    AND EXISTS (SELECT 1 {_HELD.format(unit="h", more="")} AND h.path LIKE a.path || '%%')
"""


def standing_of(person: Person, on: date) -> Standing:
    """Read a person's standing. 1 query, kept on the person for the rest of the request."""
    if not isinstance(person, AbstractBaseUser) or not person.is_active:
        return NOWHERE
    kept: dict[date, Standing] = person.__dict__.setdefault("_standing", {})
    if on not in kept:
        kept[on] = _read(person, on)
    return kept[on]


def forget_standing(person: AbstractBaseUser) -> None:
    """Drop what was kept, after the person's positions changed."""
    person.__dict__.pop("_standing", None)


def only_with(role: Role, unit: Unit, on: date) -> User:
    """Somebody who holds one role in one unit and nothing else: to ask policies what it allows."""
    somebody = User(full_name=role.label, is_active=True)
    somebody.__dict__["_standing"] = {on: Standing((Holding(role, unit.pk, unit.path),))}
    return somebody


def below_any(paths: Iterable[str], prefix: str = "") -> Q:
    """Units at or below any of the paths; none where there are no paths."""
    within = Q(pk__in=())
    for path in paths:
        within |= Q(**{f"{prefix}path__startswith": path})
    return within


def _read(person: AbstractBaseUser, on: date) -> Standing:
    """Ask for positions and former units in one question."""
    day = connection.ops.adapt_datefield_value(on)
    with connection.cursor() as cursor:
        cursor.execute(_QUESTION, (person.pk, day, day) * 2)
        rows = cursor.fetchall()
    holdings: list[Holding] = []
    former: list[tuple[int, str]] = []
    for role, number, path, *line in rows:
        if role == _FORMER:
            former.append((number, path[: -len(f"{number}/")]))
        else:
            holdings.append(Holding(Role(role), number, path, _office(number, path, line)))
    return Standing(tuple(sorted(holdings, key=_in_order)), tuple(sorted(former)))


def _in_order(holding: Holding) -> tuple[str, str]:
    return holding.path, holding.role.value


def _office(number: int, path: str, line: list[Any]) -> Office:
    """The office of a unit, from the unit and the three above it.

    It is the first body that is an office by its kind; a unit right below a province that is none
    by its kind (a hospital, the province's news office) is one of its own.
    """
    chain = [(number, line[0], line[1]), *zip(line[2::3], line[3::3], line[4::3], strict=True)]
    chain = [level for level in chain if level[0] is not None]
    place = next((i for i, level in enumerate(chain) if level[1] in OFFICE_KINDS), len(chain) - 1)
    if chain[place][1] == UnitKind.PROVINCE and place > 0:
        place -= 1
    found, kind, name = chain[place]
    end = path.index(f"/{found}/") + len(f"/{found}/")
    return Office(found, path[:end], name, kind == UnitKind.PROVINCE)
