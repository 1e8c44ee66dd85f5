"""Units are merged in the middle of the year: their open work goes on with those who took over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.organisation.actions.succession import Decided, merge_units
from cchc.web.organisation.actions.units import UnitFacts
from cchc.web.organisation.models import UnitKind
from cchc.web.organisation.standing import forget_standing
from cchc.web.work.actions import progress
from cchc.web.work.models import Occurrence
from tests.web.work.following import followed, owed
from tests.web.world import World

SignedIn = Callable[[User], Client]
JULY = date(2026, 7, 1)


def _merged(world: World, settings: Any) -> None:
    """The units for technology and quality become one on 1 July."""
    followed(world)
    settings.TODAY = JULY
    merge_units(
        by=world.quynh,
        units=[world.technology, world.quality],
        into=UnitFacts(kind=UnitKind.DIVISION, name="Phòng Công nghệ và Chất lượng"),
        decided=Decided(on=JULY, decision="Quyết định 40/QĐ-SKHCN"),
    )
    for person in (world.binh, world.chau, world.quynh):
        forget_standing(person)


def test_people_of_the_merged_unit_see_the_work_of_both(
    world: World, signed_in: SignedIn, settings: Any
) -> None:
    _merged(world, settings)
    for person in (world.binh, world.chau):
        text = signed_in(person).get("/cong-viec/").content.decode()
        assert "Đề xuất sáng kiến" in text, "of the unit for technology"
        assert "Giải quyết hồ sơ" in text, "of the unit for quality"


def test_they_report_what_the_former_units_owe(world: World, settings: Any) -> None:
    _merged(world, settings)
    progress.report(by=world.chau, on=JULY, row=owed("Đề xuất"), text="Đang làm tiếp")
    progress.propose(
        by=world.binh, on=JULY, row=owed("Giải quyết", name="Quý II"), text="Đã xong quý II"
    )
    assert owed("Giải quyết", name="Quý II").state == Occurrence.State.PROPOSED


def test_the_old_name_stays_on_what_was_owed_under_it(
    world: World, signed_in: SignedIn, settings: Any
) -> None:
    _merged(world, settings)
    text = signed_in(world.an).get(f"/cong-viec/{owed('Đề xuất').pk}/").content.decode()
    assert "Phòng Quản lý Công nghệ và Đổi mới sáng tạo" in text
