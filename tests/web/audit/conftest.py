"""What the tests of the record share: a small record with every kind of change."""

from __future__ import annotations

import pytest

from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Unit, UnitKind
from tests.web.world import World


@pytest.fixture
def recorded(world: World) -> World:
    """The cast, and acts of the department's office, of another department, and of an account."""
    with acting(
        "units.rename", by=world.an, place=world.office.path, reason="Sửa lỗi chính tả", number=3
    ) as act:
        act.change(world.office, name="Văn phòng", kind=UnitKind.OTHER)
        act.touch(world.department, note="liên quan")
    with acting("units.create", by=world.dung, place=world.justice.path) as act:
        made = act.create(Unit(parent=world.justice, kind=UnitKind.DIVISION, name="Phòng Bổ trợ"))
        act.change(made, path=f"{world.justice.path}{made.pk}/")
    with acting("units.archive", by=world.giang, place=world.quality.path) as act:
        spare = act.create(Unit(parent=world.quality, kind=UnitKind.DIVISION, name="Phòng Thừa"))
        act.archive(spare, reason="Sáp nhập")
    with acting("accounts.change_password", by=world.chau) as act:
        act.touch(world.chau, address="10.0.0.1")
    return world
