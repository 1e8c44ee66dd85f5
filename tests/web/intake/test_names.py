"""Unit names of a reading: decided by themselves, by a person, and learnt for the next plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.intake.actions import naming
from cchc.web.intake.models import NameDecision, Reading
from cchc.web.intake.queries import names_of, open_questions
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.models import CollectiveName, Unit, UnitAlias, UnitKind
from cchc.web.ui.refusals import Forbidden, RuleViolation
from tests.web.intake.conftest import TakeIn, item
from tests.web.world import World

SignedIn = Callable[[User], Client]
Kind = NameDecision.Kind
SET = fold_name("Các phòng, đơn vị thuộc Sở")
LIKE = fold_name("Phòng Quản lý Khoa học")


def units_of(reading: Reading, folded: str) -> list[str]:
    return [unit.name for unit in names_of(reading)[folded].units.all()]


def test_names_that_need_nobody_are_decided_when_the_plan_is_read(
    world: World, desk: Reading
) -> None:
    found = names_of(desk)
    assert units_of(desk, "van phong so") == ["Văn phòng Sở"]
    assert found["van phong so"].source == "exact"
    asked = {question.name for question in open_questions(desk) if question.kind == "name"}
    assert {"Các phòng, đơn vị thuộc Sở", "Phòng Quản lý Khoa học"} <= asked
    assert "Văn phòng Sở" not in asked


def test_what_a_person_decides_is_learnt_for_the_next_plan(
    world: World, desk: Reading, read: TakeIn, samples: Path
) -> None:
    decided = naming.decide_name(
        by=world.an, reading=desk, folded=LIKE, kind=Kind.UNIT, unit_ids=[world.technology.pk]
    )
    assert (decided.by, decided.source) == (world.an, "person")
    naming.decide_name(
        by=world.an,
        reading=desk,
        folded=SET,
        kind=Kind.SET,
        unit_ids=[world.office.pk, world.quality.pk],
    )
    alias = UnitAlias.objects.get()
    assert (alias.unit, alias.office, alias.is_learnt) == (
        world.technology,
        world.department,
        True,
    )
    following = read(samples / "skhcn_2026.docx")
    assert names_of(following)[LIKE].source == "alias"
    assert names_of(following)[SET].source == "collective"
    assert set(units_of(following, SET)) == {
        "Văn phòng Sở",
        "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    }


def test_what_is_not_to_be_remembered_is_not(world: World, desk: Reading) -> None:
    naming.decide_name(
        by=world.an,
        reading=desk,
        folded=LIKE,
        kind=Kind.UNIT,
        unit_ids=[world.technology.pk],
        remember=False,
    )
    naming.decide_name(by=world.an, reading=desk, folded=SET, kind=Kind.OUTSIDE)
    assert not UnitAlias.objects.exists()
    assert not CollectiveName.objects.exists()
    assert names_of(desk)[SET].kind == Kind.OUTSIDE


def test_a_name_may_be_decided_anew_and_taken_back(world: World, desk: Reading) -> None:
    for unit in (world.technology, world.office):
        naming.decide_name(
            by=world.an, reading=desk, folded=LIKE, kind=Kind.UNIT, unit_ids=[unit.pk]
        )
    assert units_of(desk, LIKE) == ["Văn phòng Sở"]
    assert UnitAlias.objects.get().unit == world.office
    both = [world.office.pk, world.technology.pk]
    naming.decide_name(by=world.an, reading=desk, folded=LIKE, kind=Kind.SET, unit_ids=both)
    assert not UnitAlias.objects.exists()
    assert CollectiveName.objects.get().units.count() == 2
    naming.decide_name(
        by=world.an, reading=desk, folded=LIKE, kind=Kind.UNIT, unit_ids=[world.office.pk]
    )
    assert [unit.name for unit in CollectiveName.objects.get().units.all()] == ["Văn phòng Sở"]
    naming.forget_name(by=world.an, reading=desk, folded=LIKE)
    assert LIKE not in names_of(desk)
    assert "Phòng Quản lý Khoa học" in {question.name for question in open_questions(desk)}


def test_only_units_of_the_register_and_names_of_the_plan_are_taken(
    world: World, desk: Reading
) -> None:
    with acting("tests.units", by=None) as act:
        stranger = act.create(
            Unit(parent=world.justice, kind=UnitKind.DIVISION, name="Phòng Công chứng")
        )
        act.change(stranger, path=f"{world.justice.path}{stranger.pk}/")
    for folded, kind, units in (
        (LIKE, Kind.UNIT, [stranger.pk]),
        (LIKE, Kind.UNIT, []),
        (LIKE, Kind.SET, []),
        ("vien nghien cuu sao hoa", Kind.UNIT, [world.office.pk]),
    ):
        with pytest.raises(RuleViolation):
            naming.decide_name(by=world.an, reading=desk, folded=folded, kind=kind, unit_ids=units)
    with pytest.raises(Forbidden):
        naming.decide_name(
            by=world.giang, reading=desk, folded=LIKE, kind=Kind.UNIT, unit_ids=[world.office.pk]
        )
    assert LIKE not in names_of(desk)


def test_the_page_of_names_preselects_and_learns(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    client = signed_in(world.an)
    page = client.get(f"/ban-ra-soat/{desk.pk}/ten-don-vi/").content.decode()
    section = page.split(f'id="ten-{SET.replace(", ", "-").replace(" ", "-")}"')[1].split(
        "</section>"
    )[0]
    ticked = [
        world.cast and unit
        for unit in (world.office, world.technology, world.quality)
        if f'name="units" value="{unit.pk}" checked' in section
    ]
    assert len(ticked) == 3
    assert "Nhớ cho kế hoạch sau" in section
    sent = {
        "name": SET,
        "kind": "set",
        "units": [world.office.pk, world.quality.pk],
        "remember": "1",
    }
    answer = client.post(f"/ban-ra-soat/{desk.pk}/ten-don-vi/quyet-dinh/", sent, follow=True)
    assert "Đã ghi nghĩa của «Các phòng, đơn vị thuộc Sở»" in answer.content.decode()
    wrong = client.post(
        f"/ban-ra-soat/{desk.pk}/ten-don-vi/quyet-dinh/", {"name": LIKE, "kind": "unit"}
    )
    assert (wrong.status_code, "ít nhất một đơn vị" in wrong.content.decode()) == (422, True)
    client.post(f"/ban-ra-soat/{desk.pk}/ten-don-vi/bo/", {"name": SET})
    assert SET not in names_of(desk)


def test_a_suggestion_is_taken_on_the_desk_itself(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    row = item(desk, "task", 1)
    sent = {
        "name": LIKE,
        "kind": "unit",
        "unit": world.technology.pk,
        "remember": "1",
        "back": "desk",
        "muc": row.pk,
        "o": "lead",
    }
    path = f"/ban-ra-soat/{desk.pk}/ten-don-vi/quyet-dinh/"
    part = signed_in(world.an).post(
        path, sent, headers={"HX-Request": "true", "HX-Target": f"item-{row.pk}"}
    )
    assert part.content.decode().lstrip().startswith("<article")
    whole = signed_in(world.an).post(path, sent)
    assert whole["Location"] == f"/ban-ra-soat/{desk.pk}/?muc={row.pk}&o=lead#item-{row.pk}"
