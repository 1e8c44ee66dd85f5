"""Units end and others take over: names, people, children, papers, and lists read both ways."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.organisation.actions.names import add_alias, set_collective
from cchc.web.organisation.actions.passing_on import Shares
from cchc.web.organisation.actions.succession import (
    Decided,
    dissolve_unit,
    merge_units,
    rename_unit,
    split_unit,
)
from cchc.web.organisation.actions.units import UnitFacts, add_unit, archive_unit, move_unit
from cchc.web.organisation.models import CollectiveName, Position, Reorganisation, Unit, UnitKind
from cchc.web.organisation.queries import former_units, present_units, tree_on
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.organisation.standing import forget_standing, standing_of
from cchc.web.ui.refusals import Forbidden, RuleViolation
from tests.web.world import BEGAN, TODAY, World

DAY = date(2026, 1, 1)
DECIDED = Decided(on=DAY, decision="Quyết định số 12/QĐ-UBND ngày 20/12/2025")
EVE = DAY - timedelta(days=1)


def facts(name: str, code: str = "") -> UnitFacts:
    return UnitFacts(kind=UnitKind.DIVISION, name=name, code=code)


def renamed(world: World) -> Unit:
    done = rename_unit(
        by=world.quynh, unit=world.technology, facts=facts("Phòng Công nghệ số"), decided=DECIDED
    )
    world.technology.refresh_from_db()
    return done.unit


def test_a_renamed_unit_ends_the_day_before_and_another_begins(world: World) -> None:
    new = renamed(world)
    assert (world.technology.valid_to, new.valid_from) == (EVE, DAY)
    assert world.technology.name == "Phòng Quản lý Công nghệ và Đổi mới sáng tạo"
    assert present_units(world.technology, TODAY) == [new]
    assert present_units(world.technology, EVE) == [world.technology]
    assert former_units(new) == [world.technology]


def test_positions_go_on_in_the_new_unit_and_the_old_ones_stay_readable(world: World) -> None:
    new = renamed(world)
    held = Position.objects.filter(user=world.binh).order_by("valid_from")
    assert [(one.unit, one.valid_from, one.valid_to) for one in held] == [
        (world.technology, BEGAN, EVE),
        (new, DAY, None),
    ]


def test_people_of_the_new_unit_still_stand_for_the_old_one(world: World) -> None:
    new = renamed(world)
    forget_standing(world.binh)
    standing = standing_of(world.binh, TODAY)
    assert {new.pk, world.technology.pk} <= standing.unit_ids
    assert standing.belongs_to(world.technology)
    assert world.technology.pk in standing.with_ancestors
    forget_standing(world.chau)
    assert not standing_of(world.chau, TODAY).belongs_to(world.technology)


def test_everybody_below_a_renamed_office_still_belongs_to_the_old_one(world: World) -> None:
    office = UnitFacts(kind=UnitKind.DEPARTMENT, name="Sở Khoa học, Công nghệ và Số")
    done = rename_unit(by=world.quynh, unit=world.department, facts=office, decided=DECIDED)
    world.department.refresh_from_db()
    for user in (world.an, world.binh, world.chau):
        forget_standing(user)
        standing = standing_of(user, TODAY)
        assert standing.belongs_to(world.department)
        assert standing.offices[0].name == done.unit.name
    assert standing_of(world.an, TODAY).paths(("coordinator",)) == (done.unit.path,)  # type: ignore[arg-type]
    # Twice renamed: the oldest is still theirs.
    again = Decided(on=DAY + timedelta(days=30))
    newest = rename_unit(
        by=world.quynh,
        unit=done.unit,
        facts=UnitFacts(kind=UnitKind.DEPARTMENT, name="Sở Số"),
        decided=again,
    ).unit
    forget_standing(world.chau)
    assert standing_of(world.chau, TODAY).belongs_to(world.department)
    assert present_units(world.department, TODAY) == [newest]
    assert set(former_units(newest)) == {done.unit, world.department}


def test_the_standing_is_read_in_one_question(world: World, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    renamed(world)
    forget_standing(world.binh)
    with django_assert_num_queries(1):
        standing_of(world.binh, TODAY).belongs_to(world.technology)


def test_the_tree_of_a_day_before_shows_the_old_name_in_the_old_place(world: World) -> None:
    new = renamed(world)
    before, after = tree_on(Unit.objects.all(), EVE), tree_on(Unit.objects.all(), TODAY)
    assert world.technology.pk in before.nodes and new.pk not in before.nodes
    assert before.nodes[world.technology.pk].line == [world.province, world.department]
    assert new.pk in after.nodes and world.technology.pk not in after.nodes


def test_a_moved_unit_stood_elsewhere_the_day_before(world: World) -> None:
    move_unit(
        by=world.quynh, unit=world.quality, to=world.justice, on=DAY, expected=world.quality.version
    )
    before, after = tree_on(Unit.objects.all(), EVE), tree_on(Unit.objects.all(), TODAY)
    assert before.nodes[world.quality.pk].line[-1] == world.department
    assert after.nodes[world.quality.pk].line[-1] == world.justice


def test_the_new_unit_may_keep_the_code_and_no_other_may_take_it(world: World) -> None:
    unit = rename_unit(
        by=world.quynh, unit=world.technology, facts=facts("Phòng A", "P1"), decided=DECIDED
    ).unit
    later = Decided(on=DAY + timedelta(days=9))
    again = rename_unit(by=world.quynh, unit=unit, facts=facts("Phòng B", "P1"), decided=later)
    assert again.unit.code == "P1"
    with pytest.raises(RuleViolation) as told:
        rename_unit(by=world.quynh, unit=world.office, facts=facts("C", "P1"), decided=DECIDED)
    assert told.value.reason is Why.CODE_TAKEN


def test_several_merge_into_a_new_unit_with_their_children_people_and_names(world: World) -> None:
    add_alias(by=world.an, office=world.department, unit=world.quality, text="Chi cục TĐC")
    named = set_collective(
        by=world.an,
        office=world.department,
        text="Các phòng",
        units=[world.office, world.technology, world.quality],
    )
    merged = merge_units(
        by=world.quynh,
        units=[world.technology, world.quality],
        into=facts("Phòng Công nghệ và Chất lượng"),
        decided=DECIDED,
    )
    new = merged.unit
    assert set(former_units(new)) == {world.technology, world.quality}
    assert {one.unit for one in Position.objects.filter(valid_to=None, user=world.chau)} == {new}
    assert [alias.text for alias in new.aliases.all()] == ["Chi cục TĐC"]
    assert set(CollectiveName.objects.get(pk=named.pk).units.all()) == {world.office, new}
    assert merged.minute["before"] == [world.technology.name, world.quality.name]
    assert any("Lê Minh Châu" in line for line in merged.minute["positions"])


def test_units_may_merge_into_one_that_goes_on(world: World) -> None:
    merge_units(by=world.quynh, units=[world.technology], into=world.quality, decided=DECIDED)
    world.quality.refresh_from_db()
    assert world.quality.valid_to is None
    assert former_units(world.quality) == [world.technology]


def test_a_split_gives_each_new_unit_its_share_and_the_first_the_papers(world: World) -> None:
    position = Position.objects.get(user=world.an)
    parts = [
        UnitFacts(kind=UnitKind.DEPARTMENT, name="Sở Khoa học"),
        UnitFacts(kind=UnitKind.DEPARTMENT, name="Sở Công nghệ"),
    ]
    done = split_unit(
        by=world.quynh,
        unit=world.department,
        into=parts,
        decided=DECIDED,
        shares=Shares(children={world.technology.pk: 1}, positions={position.pk: 1}),
    )
    first, second = (step.after for step in done.successions.order_by("after_id"))
    for unit in (world.department, world.office, world.technology):
        unit.refresh_from_db()
    assert world.department.parent == first
    assert (world.office.parent, world.technology.parent) == (first, second)
    assert Position.objects.get(user=world.an, valid_to=None).unit == second
    assert set(present_units(world.department, TODAY)) == {first, second}


def test_a_dissolved_unit_ends_its_positions_and_nothing_takes_over(world: World) -> None:
    dissolve_unit(by=world.quynh, unit=world.quality, decided=DECIDED)
    world.quality.refresh_from_db()
    assert world.quality.valid_to == EVE
    assert Position.objects.get(user=world.chau).valid_to == EVE
    with pytest.raises(RuleViolation) as told:
        dissolve_unit(by=world.quynh, unit=world.department, decided=DECIDED)
    assert told.value.reason is Why.HAS_CHILDREN


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ("a day to come", Why.NOT_YET),
        ("the same name", Why.SAME_NAME),
        ("one alone", Why.NEEDS_TWO),
        ("a unit and the one above", Why.UNIT_OF_ANOTHER),
        ("before it began", Why.ENDS_BEFORE_IT_BEGAN),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason_and_writes_nothing(
    world: World, case: str, reason: Why
) -> None:
    entries = Entry.objects.count()
    new = renamed(world) if case == "before it began" else world.technology
    entries = Entry.objects.count()
    tomorrow = Decided(on=TODAY + timedelta(days=1))
    with pytest.raises(RuleViolation) as told:
        if case == "a day to come":
            rename_unit(by=world.quynh, unit=new, facts=facts("X"), decided=tomorrow)
        elif case == "the same name":
            rename_unit(by=world.quynh, unit=new, facts=facts(new.name), decided=DECIDED)
        elif case == "one alone":
            merge_units(by=world.quynh, units=[new, new], into=facts("X"), decided=DECIDED)
        elif case == "a unit and the one above":
            pair = [world.department, world.quality]
            merge_units(by=world.quynh, units=pair, into=facts("X"), decided=DECIDED)
        else:
            rename_unit(by=world.quynh, unit=new, facts=facts("X"), decided=DECIDED)
    assert told.value.reason is reason
    assert Entry.objects.count() == entries


def test_a_succession_is_one_entry_of_the_record(world: World) -> None:
    before = Entry.objects.count()
    renamed(world)
    assert Entry.objects.count() == before + 1
    assert Entry.objects.first().verb == "units.rename"  # type: ignore[union-attr]


def test_only_the_administrator_reorganises(world: World) -> None:
    with pytest.raises(Forbidden):
        rename_unit(by=world.an, unit=world.office, facts=facts("X"), decided=DECIDED)


def test_the_page_shows_what_will_pass_before_anything_is_written(
    world: World, signed_in: Callable[[User], Client]
) -> None:
    browser = signed_in(world.quynh)
    address = reverse("organisation:merge", args=(world.technology.pk,))
    typed = {
        "units": [],
        "others": "Chi cục TĐC",
        "into": "new",
        "name": "Phòng Công nghệ và Chất lượng",
        "kind": "division",
        "on": "01/01/2026",
        "decision": DECIDED.decision,
    }
    look = browser.post(address, typed)
    assert "Sẽ chuyển đi" in look.content.decode()
    assert not Reorganisation.objects.exists()
    done = browser.post(address, {**typed, "xac-nhan": "1"}, follow=True)
    page = done.content.decode()
    assert "BIÊN BẢN" in page and DECIDED.decision in page
    unit = browser.get(reverse("organisation:unit", args=(world.quality.pk,))).content.decode()
    assert "Đã kết thúc" in unit and "Phòng Công nghệ và Chất lượng" in unit


def test_a_past_day_is_read_with_the_names_of_then_or_of_today(
    world: World, signed_in: Callable[[User], Client]
) -> None:
    new = renamed(world)
    browser = signed_in(world.chau)
    then = browser.get(reverse("organisation:units"), {"ngay": "31/12/2025"}).content.decode()
    assert world.technology.name in then and new.name not in then
    now = browser.get(
        reverse("organisation:units"), {"ngay": "31/12/2025", "ten": "nay"}
    ).content.decode()
    assert world.technology.name in now and f'nay là <a href="/don-vi/{new.pk}/">' in now


def test_a_unit_that_was_put_away_does_not_stand_in_the_way(world: World) -> None:
    mistaken = add_unit(by=world.quynh, parent=world.technology, facts=facts("Tổ nhập nhầm"))
    archive_unit(by=world.quynh, unit=mistaken, reason="Nhập nhầm", expected=mistaken.version)
    move_unit(
        by=world.quynh,
        unit=world.technology,
        to=world.office,
        on=TODAY,
        expected=world.technology.version,
    )
    world.technology.refresh_from_db()
    mistaken.refresh_from_db()
    assert mistaken.path == f"{world.technology.path}{mistaken.pk}/"
    rename_unit(
        by=world.quynh,
        unit=world.province,
        facts=UnitFacts(kind=UnitKind.PROVINCE, name="Tỉnh Mẫu mới"),
        decided=Decided(on=TODAY),
    )
    mistaken.refresh_from_db()
    assert mistaken.path.startswith(Unit.objects.get(name="Tỉnh Mẫu mới").path)
