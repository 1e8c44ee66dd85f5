"""The provinces' reorganisation of 1 July 2025 in one act."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.audit.models import Entry
from cchc.web.organisation.actions.provinces import fingerprint, reorganise_provinces, steps_for
from cchc.web.organisation.actions.structure import add_below
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from cchc.web.organisation.province_table import RESOLUTION, bare, changes
from cchc.web.organisation.queries import former_units, present_units
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.ui.refusals import RuleViolation
from tests.web.world import BEGAN, TODAY, World


def test_the_table_has_63_provinces_that_became_34_of_which_11_stayed() -> None:
    assert sum(len(one.old) for one in changes()) == 63
    assert len(changes()) == 34
    stayed = [one for one in changes() if not one.is_merger]
    assert len(stayed) == 11
    assert all(one.old[0].name == one.new.name for one in stayed)


def test_the_table_says_what_the_shared_fact_table_says(shared: Path) -> None:
    columns = ("old_code", "old_province", "old_type", "new_code", "new_province")
    columns += ("new_type_2025_07_01", "effective")
    with (shared / "reference" / "provinces_2025.csv").open(encoding="utf-8", newline="") as lines:
        shared = {tuple(row[name] for name in columns) for row in csv.DictReader(lines)}
    ours = {
        (
            *(old.code, old.bare_name, old.type, one.new.code, one.new.bare_name),
            *(one.new.type, one.on.isoformat()),
        )
        for one in changes()
        for old in one.old
    }
    assert ours == shared


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tỉnh Hòa Bình", "hoa binh"),
        ("Thành phố Hải Phòng", "hai phong"),
        ("UBND tỉnh Bà Rịa - Vũng Tàu", "ba ria-vung tau"),
        ("Bà Rịa-Vũng Tàu", "ba ria-vung tau"),
        ("TP. Hồ Chí Minh", "ho chi minh"),
    ],
)
def test_a_province_is_known_however_it_is_written(name: str, expected: str) -> None:
    assert bare(name) == expected


def _country(world: World, *names: str) -> tuple[User, list[Unit]]:
    """An office of several provinces below one root, administered by Quỳnh."""
    with acting("tests.country", by=None) as act:
        root = add_below(act, Unit(kind=UnitKind.OTHER, name="Cả nước"))
        units = [
            add_below(act, Unit(kind=UnitKind.PROVINCE, name=name, parent=root)) for name in names
        ]
        act.create(Position(user=world.quynh, unit=root, role=Role.ADMINISTRATOR, valid_from=BEGAN))
    return world.quynh, units


def test_all_63_provinces_become_34_in_one_act_and_the_second_time_is_told(world: World) -> None:
    names = [old.name for one in changes() for old in one.old]
    by, units = _country(world, *names)
    entries = Entry.objects.count()
    steps = [step for step in steps_for(by) if step.is_due]
    assert len(steps) == 23
    seen = fingerprint(steps)
    everything = {step.key for step in steps}
    done = reorganise_provinces(by=by, chosen=everything, seen=seen, decision=RESOLUTION)
    assert len(done) == 23
    assert Entry.objects.count() == entries + 1
    going_on = Unit.objects.filter(kind=UnitKind.PROVINCE, valid_to=None)
    assert {bare(u.name) for u in going_on} - {bare(world.province.name)} == {
        bare(one.new.name) for one in changes()
    }
    gone = next(unit for unit in units if unit.name == "Tỉnh Hòa Bình")
    (now,) = present_units(gone, TODAY)
    assert now.name == "Tỉnh Phú Thọ"
    assert sorted(unit.name for unit in former_units(now)) == [
        "Tỉnh Hòa Bình",
        "Tỉnh Phú Thọ",
        "Tỉnh Vĩnh Phúc",
    ]
    with pytest.raises(RuleViolation) as told:
        reorganise_provinces(by=by, chosen=everything, seen=seen, decision=RESOLUTION)
    assert told.value.reason is Why.ALREADY_DONE


def test_one_old_province_alone_becomes_the_new_one_with_its_departments(world: World) -> None:
    by, (old,) = _country(world, "Tỉnh Yên Bái")
    with acting("tests.department", by=None) as act:
        below = add_below(act, Unit(kind=UnitKind.DEPARTMENT, name="Sở Y tế", parent=old))
    seen = fingerprint(steps_for(by))
    reorganise_provinces(by=by, chosen={"15"}, seen=seen, decision="")
    below.refresh_from_db()
    assert below.parent is not None and below.parent.name == "Tỉnh Lào Cai"


def test_a_province_entered_as_of_1_july_takes_the_old_ones_in(world: World) -> None:
    by, (old, new) = _country(world, "Tỉnh Thái Bình", "Tỉnh Hưng Yên")
    with acting("tests.began", by=None) as act:
        act.change(new, valid_from=changes()[0].on)
    reorganise_provinces(by=by, chosen={"33"}, seen=fingerprint(steps_for(by)), decision="")
    assert present_units(old, TODAY) == [new]


def test_the_page_shows_then_does_then_says_that_it_is_done(
    world: World, signed_in: Callable[[User], Client]
) -> None:
    by, _ = _country(world, "Tỉnh Hòa Bình", "Tỉnh Vĩnh Phúc", "Tỉnh Cao Bằng")
    browser = signed_in(by)
    address = reverse("organisation:provinces")
    page = browser.get(address)
    assert "Tỉnh Phú Thọ" in page.content.decode()
    assert "Cao Bằng" not in page.content.decode()
    typed = {"tinh": ["25"], "da-xem": page.context["seen"], "van-ban": RESOLUTION}
    done = browser.post(address, typed, follow=True)
    assert "Đã sắp xếp 1 tỉnh" in done.content.decode()
    again = browser.post(address, typed)
    assert again.status_code == 422
    assert "đã được thực hiện" in again.content.decode()


def test_an_office_without_such_provinces_is_told_so(
    world: World, signed_in: Callable[[User], Client]
) -> None:
    page = signed_in(world.quynh).get(reverse("organisation:provinces"))
    assert "không có việc gì để làm" in page.content.decode()
