"""Units are added, corrected, moved and put away; names mean one unit or several."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.actions.names import add_alias, remove_collective, set_collective
from cchc.web.organisation.actions.units import (
    UnitFacts,
    add_unit,
    archive_unit,
    edit_unit,
    move_unit,
)
from cchc.web.organisation.models import Unit, UnitKind
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.organisation.standing import standing_of
from cchc.web.plans.models import Plan, PlanKind
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]


def facts(name: str, code: str = "") -> UnitFacts:
    return UnitFacts(kind=UnitKind.DIVISION, name=name, code=code)


def test_a_unit_is_added_with_its_path_and_found_without_marks(world: World) -> None:
    unit = add_unit(by=world.quynh, parent=world.department, facts=facts("Phòng Đổi mới", "DM"))
    assert unit.path == f"{world.department.path}{unit.pk}/"
    assert Unit.objects.get(folded__contains="phong doi moi dm") == unit


@pytest.mark.parametrize(
    ("name", "code", "reason"),
    [("Văn phòng Sở", "", Why.NAME_TAKEN), ("Phòng khác", "DM", Why.CODE_TAKEN)],
)
def test_names_beside_each_other_and_codes_are_there_once(
    world: World, name: str, code: str, reason: Why
) -> None:
    add_unit(by=world.quynh, parent=world.justice, facts=facts("Phòng Đổi mới", "DM"))
    with pytest.raises(RuleViolation) as told:
        add_unit(by=world.quynh, parent=world.department, facts=facts(name, code))
    assert told.value.reason is reason


def test_a_moved_unit_takes_all_below_it_and_those_above_reach_it(world: World) -> None:
    below = add_unit(by=world.quynh, parent=world.quality, facts=facts("Phòng Đo lường"))
    assert standing_of(world.an, TODAY).belongs_to(world.department)
    move_unit(
        by=world.quynh,
        unit=world.quality,
        to=world.justice,
        on=TODAY,
        expected=world.quality.version,
    )
    below.refresh_from_db()
    assert below.path.startswith(f"{world.justice.path}{world.quality.pk}/")


@pytest.mark.parametrize(
    ("what", "where", "reason"),
    [
        ("department", "quality", Why.WOULD_CIRCLE),
        ("department", "department", Why.WOULD_CIRCLE),
        ("province", "department", Why.ROOT_STAYS),
        ("quality", "department", Why.ALREADY_THERE),
    ],
)
def test_a_unit_never_comes_to_stand_below_itself(
    world: World, what: str, where: str, reason: Why
) -> None:
    unit, to = getattr(world, what), getattr(world, where)
    with pytest.raises(RuleViolation) as told:
        move_unit(by=world.quynh, unit=unit, to=to, on=TODAY, expected=unit.version)
    assert told.value.reason is reason


def test_a_move_of_a_day_to_come_waits_for_its_day(world: World) -> None:
    with pytest.raises(RuleViolation) as told:
        move_unit(
            by=world.quynh,
            unit=world.quality,
            to=world.justice,
            on=TODAY + timedelta(days=1),
            expected=world.quality.version,
        )
    assert told.value.reason is Why.NOT_YET


def test_the_second_of_two_who_correct_a_unit_is_told(world: World) -> None:
    seen = Unit.objects.get(pk=world.quality.pk)
    edit_unit(by=world.quynh, unit=seen, facts=facts(seen.name), expected=seen.version)
    late = Unit.objects.get(pk=world.quality.pk)
    with pytest.raises(ChangedMeanwhile):
        edit_unit(by=world.quynh, unit=late, facts=facts("Chi cục"), expected=world.quality.version)


def test_a_unit_entered_by_mistake_is_put_away_and_nothing_else_is(world: World) -> None:
    unit = add_unit(by=world.quynh, parent=world.department, facts=facts("Phòng nhầm"))
    archive_unit(by=world.quynh, unit=unit, reason="Nhập nhầm", expected=unit.version)
    unit.refresh_from_db()
    assert unit.archived_at is not None
    for kept, reason in (
        (world.department, Why.HAS_CHILDREN),
        (world.quality, Why.HAS_PEOPLE),
        (world.province, Why.ROOT_STAYS),
    ):
        with pytest.raises(RuleViolation) as told:
            archive_unit(by=world.quynh, unit=kept, reason="x", expected=kept.version)
        assert told.value.reason is reason


def test_a_unit_that_a_plan_speaks_of_is_not_put_away(world: World) -> None:
    with acting("tests.plan", by=None) as act:
        act.create(Plan(owner=world.office, kind=PlanKind.ANNUAL, year=2026, title="Kế hoạch"))
    with pytest.raises(RuleViolation) as told:
        archive_unit(by=world.quynh, unit=world.office, reason="x", expected=world.office.version)
    assert told.value.reason is Why.IS_USED


def test_an_alias_means_one_unit_in_the_plans_of_an_office(world: World) -> None:
    add_alias(by=world.an, office=world.department, unit=world.office, text="VP Sở")
    with pytest.raises(RuleViolation) as told:
        add_alias(by=world.an, office=world.department, unit=world.quality, text="vp  sơ")
    assert told.value.reason is Why.ALIAS_TAKEN
    add_alias(by=world.quynh, office=world.justice, unit=world.justice, text="VP Sở")
    with pytest.raises(Forbidden):
        add_alias(by=world.an, office=world.justice, unit=world.justice, text="STP")


def test_a_collective_name_is_set_changed_and_forgotten(world: World) -> None:
    units = [world.office, world.quality]
    name = set_collective(by=world.an, office=world.department, text="Các phòng", units=units)
    with pytest.raises(RuleViolation) as told:
        set_collective(by=world.an, office=world.department, text="các phòng", units=units)
    assert told.value.reason is Why.COLLECTIVE_TAKEN
    set_collective(
        by=world.an,
        office=world.department,
        text="Các phòng, đơn vị",
        units=[world.office],
        name=name,
        expected=name.version,
    )
    name.refresh_from_db()
    assert (name.text, list(name.units.all())) == ("Các phòng, đơn vị", [world.office])
    remove_collective(by=world.an, name=name)
    set_collective(by=world.an, office=world.department, text="Các phòng, đơn vị", units=units)


def test_a_form_that_breaks_a_rule_comes_back_with_what_was_typed(
    world: World, signed_in: SignedIn
) -> None:
    typed = {"name": "Văn phòng Sở", "kind": "division", "place": "7"}
    page = signed_in(world.quynh).post(
        reverse("organisation:add_unit", args=(world.department.pk,)), typed
    )
    assert page.status_code == 422
    assert "đã có đơn vị tên «Văn phòng Sở»" in page.content.decode()
    assert 'value="7"' in page.content.decode()


def test_names_of_an_office_are_not_shown_to_another(world: World, signed_in: SignedIn) -> None:
    add_alias(by=world.an, office=world.department, unit=world.office, text="VP Sở KHCN")
    address = reverse("organisation:unit", args=(world.department.pk,))
    assert "VP Sở KHCN" in signed_in(world.chau).get(address).content.decode()
    page = signed_in(world.dung).get(address)
    assert page.status_code == 200
    assert "VP Sở KHCN" not in page.content.decode()
    assert "Nguyễn Thị An" not in page.content.decode()
