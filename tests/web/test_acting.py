"""Every write goes through an act, which leaves a record and never overwrites another's edit."""

from __future__ import annotations

import pytest

from cchc.web.audit.acting import acting
from cchc.web.audit.models import ChainHead, Entry
from cchc.web.organisation.models import Unit
from cchc.web.ui.refusals import ChangedMeanwhile
from tests.web.world import World


def test_an_act_records_who_changed_what_from_what_to_what_and_why(world: World) -> None:
    with acting(
        "units.rename", by=world.an, place=world.office.path, reason="Sửa lỗi chính tả"
    ) as act:
        act.change(world.office, name="Văn phòng")
    entry = Entry.objects.first()
    assert entry is not None
    assert (entry.by, entry.by_name, entry.reason) == (
        world.an,
        "Nguyễn Thị An",
        "Sửa lỗi chính tả",
    )
    (change,) = entry.changes.all()
    assert (change.before, change.after) == ({"name": "Văn phòng Sở"}, {"name": "Văn phòng"})


def test_an_act_that_fails_leaves_neither_rows_nor_record(world: World) -> None:
    before = Entry.objects.count(), ChainHead.objects.get().hash
    with pytest.raises(RuntimeError), acting("units.rename", by=world.an) as act:
        act.change(world.office, name="Văn phòng")
        raise RuntimeError
    assert Unit.objects.get(pk=world.office.pk).name == "Văn phòng Sở"
    assert (Entry.objects.count(), ChainHead.objects.get().hash) == before


def test_the_second_of_two_who_edit_the_same_row_is_told_and_nothing_is_overwritten(
    world: World,
) -> None:
    seen = Unit.objects.get(pk=world.office.pk)
    with acting("units.rename", by=world.an) as act:
        act.change(world.office, name="Văn phòng Sở KH&CN")
    with pytest.raises(ChangedMeanwhile) as told, acting("units.rename", by=world.binh) as act:
        act.change(seen, name="Văn phòng")
    assert "Người khác vừa sửa" in told.value.sentence
    assert Unit.objects.get(pk=seen.pk).name == "Văn phòng Sở KH&CN"


def test_saving_without_an_edit_leaves_no_record(world: World) -> None:
    before = Entry.objects.count()
    with acting("units.rename", by=world.an) as act:
        act.change(world.office, name=world.office.name)
    assert Entry.objects.count() == before


def test_search_and_order_columns_follow_every_edit(world: World) -> None:
    with acting("units.rename", by=world.an) as act:
        act.change(world.office, name="Đội Hành chính")
    assert Unit.objects.get(folded__contains="doi hanh chinh") == world.office


def test_the_record_tells_what_was_stored_even_when_a_form_changed_the_row_before(
    world: World,
) -> None:
    world.office.name = "Văn phòng"
    with acting("units.rename", by=world.an) as act:
        act.change(world.office, name=world.office.name)
    (change,) = Entry.objects.all()[0].changes.all()
    assert change.before == {"name": "Văn phòng Sở"}


def test_a_row_that_points_to_another_is_recorded_with_the_name_it_had_then(world: World) -> None:
    with acting("units.move", by=world.quynh) as act:
        act.change(world.quality, parent=world.justice)
    (change,) = Entry.objects.all()[0].changes.all()
    assert change.before == {"parent": [world.department.pk, "Sở Khoa học và Công nghệ"]}
    assert change.after == {"parent": [world.justice.pk, "Sở Tư pháp"]}


def test_a_password_is_never_in_the_record(world: World) -> None:
    world.an.set_password("mot-mat-khau-khac")
    with acting("accounts.password", by=world.an) as act:
        act.change(world.an, password=world.an.password)
    (change,) = Entry.objects.all()[0].changes.all()
    assert (change.before, change.after) == ({"password": "•••"}, {"password": "•••"})


def test_many_rows_are_changed_at_once_and_each_is_told_as_by_itself(world: World) -> None:
    units = [world.office, world.technology, world.quality]
    versions = [unit.version for unit in units]
    with acting("units.rename", by=world.an) as act:
        act.change_all((unit, {"short_name": f"Đ{place}"}) for place, unit in enumerate(units))
    for place, unit in enumerate(units):
        stored = Unit.objects.get(pk=unit.pk)
        assert (stored.short_name, stored.version) == (f"Đ{place}", versions[place] + 1)
        assert f"d{place}" in stored.folded
    entry = Entry.objects.first()
    assert entry is not None
    assert {(one.subject_id, one.after["short_name"]) for one in entry.changes.all()} == {
        (str(unit.pk), f"Đ{place}") for place, unit in enumerate(units)
    }


def test_of_many_none_is_changed_where_one_was_edited_meanwhile(world: World) -> None:
    seen = [Unit.objects.get(pk=one.pk) for one in (world.technology, world.office)]
    with acting("units.rename", by=world.an) as act:
        act.change(world.office, name="Văn phòng Sở KH&CN")
    with pytest.raises(ChangedMeanwhile), acting("units.rename", by=world.binh) as act:
        act.change_all((unit, {"name": "Một tên"}) for unit in seen)
    assert not Unit.objects.filter(name="Một tên").exists()
