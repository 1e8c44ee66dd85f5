"""Plans after units were renamed or merged: old names stay, lists read both ways, work goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.organisation.actions.succession import Decided, merge_units
from cchc.web.organisation.actions.units import UnitFacts
from cchc.web.organisation.models import Unit, UnitKind
from cchc.web.organisation.standing import forget_standing
from cchc.web.plans.actions import assigning
from cchc.web.plans.models import PlanVersion
from tests.web.plans.drafts import State, brought_to
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
OLD = "Phòng Quản lý Công nghệ và Đổi mới sáng tạo"
NEW = "Phòng Công nghệ và Tiêu chuẩn"


@pytest.fixture
def issued(world: World) -> PlanVersion:
    """An issued plan, after which two of the units that it names became one."""
    return brought_to(world, State.ISSUED)


@pytest.fixture
def merged(world: World, issued: PlanVersion) -> Unit:
    done = merge_units(
        by=world.quynh,
        units=[world.technology, world.quality],
        into=UnitFacts(kind=UnitKind.DIVISION, name=NEW),
        decided=Decided(on=date(2026, 3, 1), decision="Quyết định số 5/QĐ-UBND"),
    )
    for person in (world.binh, world.chau):
        forget_standing(person)
    world.technology.refresh_from_db()
    return done.unit


def test_a_plan_is_filtered_by_the_old_unit_and_by_what_became_of_it(
    world: World, issued: PlanVersion, merged: Unit, signed_in: SignedIn
) -> None:
    client = signed_in(world.an)
    address = reverse("plans:version", args=(issued.plan_id, 1))
    text = client.get(address).content.decode()
    assert OLD in text, "an old plan keeps the old name"
    assert f"{NEW} (tên hiện nay)" in text
    for unit, count in ((world.technology, 2), (merged, 3)):
        filtered = client.get(f"{address}?don-vi={unit.pk}").content.decode()
        assert f"{count} trên 5 nhiệm vụ" in filtered
    everywhere = client.get(f"{reverse('plans:tasks')}?don-vi={merged.pk}").content.decode()
    assert "3 nhiệm vụ" in everywhere


def test_the_head_of_the_new_unit_assigns_the_tasks_of_the_old_one(
    world: World, issued: PlanVersion, merged: Unit, signed_in: SignedIn
) -> None:
    task = issued.tasks.get(text__startswith="Đề xuất")
    client = signed_in(world.binh)
    address = reverse("plans:task", args=(task.pk,))
    assert "Lê Minh Châu" in client.get(address).content.decode()
    given = {"unit": world.technology.pk, "user": world.chau.pk}
    assert client.post(reverse("plans:assign", args=(task.pk,)), given).status_code == 302
    assert "Lê Minh Châu" in client.get(address).content.decode()


def test_work_given_before_a_merger_is_handed_over_after_it(
    world: World, issued: PlanVersion, merged: Unit
) -> None:
    task = issued.tasks.get(text__startswith="Đề xuất")
    binh = {"by": world.binh, "on": TODAY, "unit": world.technology}
    assigning.assign(task=task, user=world.binh, **binh)
    minute = assigning.hand_over(giver=world.binh, taker=world.chau, **binh)
    assert minute.items[0]["task"] == task.text
