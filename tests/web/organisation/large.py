"""A province as it is: 34 departments, 124 communes, 400 units in all and 3,000 people."""

from __future__ import annotations

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from cchc.web.ui.vietnamese import searchable, sortable
from tests.web.world import BEGAN, World

DEPARTMENTS, COMMUNES, UNITS, PEOPLE = 34, 124, 400, 3_000


def enlarge(world: World) -> None:
    """Fill the cast's province; straight into the tables, since only the size matters here."""
    there = Unit.objects.count()
    offices = [_unit(world.province, UnitKind.DEPARTMENT, f"Sở số {n}") for n in range(31)]
    communes = [_unit(world.province, UnitKind.COMMUNE, f"Xã số {n}") for n in range(COMMUNES)]
    above = _store([*offices, *communes])
    rest = UNITS - there - len(above)
    divisions = _store(
        [_unit(above[n % 31], UnitKind.DIVISION, f"Phòng Nghiệp vụ số {n}") for n in range(rest)]
    )
    units = [*above, *divisions]
    names = [f"Nguyễn Văn Người {n}" for n in range(PEOPLE - User.objects.count())]
    people = User.objects.bulk_create(
        [
            User(
                username=f"nguoi{n}",
                full_name=name,
                password="!",
                folded=searchable(name, f"nguoi{n}"),
                sort_key=sortable(name),
            )
            for n, name in enumerate(names)
        ],
        batch_size=500,
    )
    Position.objects.bulk_create(
        [
            Position(user=one, unit=units[n % len(units)], role=Role.STAFF, valid_from=BEGAN)
            for n, one in enumerate(people)
        ],
        batch_size=500,
    )


def _unit(parent: Unit, kind: UnitKind, name: str) -> Unit:
    return Unit(
        parent=parent, kind=kind, name=name, folded=searchable(name), sort_key=sortable(name)
    )


def _store(units: list[Unit]) -> list[Unit]:
    made = Unit.objects.bulk_create(units, batch_size=200)
    for unit in made:
        assert unit.parent is not None
        unit.path = f"{unit.parent.path}{unit.pk}/"
    Unit.objects.bulk_update(made, ["path"], batch_size=200)
    return made
