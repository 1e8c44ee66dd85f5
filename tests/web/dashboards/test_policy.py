"""Whose overview opens for whom, and of what it is: closed by default."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.dashboards.figures import FIGURES
from cchc.web.dashboards.policy import visible_boards
from cchc.web.dashboards.queries.boards import board_of
from cchc.web.dashboards.queries.rows import besides, work_of
from cchc.web.dashboards.scope import asked_of
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.models import Extension, Occurrence
from cchc.web.work.policy import may_answer, may_decide_deadline, may_decide_extension
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
# Whose overview each may open: the province, the department, its technology unit, justice.
OPENS = {
    "An": (False, True, True, False),
    "Bình": (False, True, True, False),
    "Châu": (False, True, True, False),
    "Dũng": (False, False, False, True),
    "Giang": (False, True, True, False),
    "Hạnh": (True, True, True, True),
    "Quỳnh": (True, True, True, True),
}
# How many of the nine pieces of work each counts on the first page they see.
COUNTS = {
    "An": 9,
    "Bình": 1,  # their own unit's
    "Châu": 4,
    "Dũng": 0,
    "Giang": 9,
    "Hạnh": 9,
    "Quỳnh": 0,  # administers, and does not watch over the plans below
}


def test_who_opens_which_overview_and_what_each_counts_first(world: World) -> None:
    followed(world)
    units = (world.province, world.department, world.technology, world.justice)
    for who, opens in OPENS.items():
        user, found = world.cast[who], []
        for unit in units:
            try:
                board_of(user, asked_of({"don-vi": str(unit.pk)}, TODAY))
                found.append(True)
            except Http404:
                found.append(False)
        assert tuple(found) == opens, who
        board = board_of(user, asked_of({}, TODAY))
        assert work_of(board).plain.count() == COUNTS[who], who


@pytest.mark.parametrize("part", ["", "viec/", "viec/in/", "viec/excel/", "excel/"])
def test_another_departments_pages_are_not_there(
    world: World, signed_in: SignedIn, part: str
) -> None:
    followed(world)
    address = f"/tong-quan/{part}?don-vi={world.department.pk}"
    assert signed_in(world.dung).get(address).status_code == 404
    assert signed_in(world.an).get(address).status_code == 200


def test_staff_see_the_whole_of_their_office_where_they_ask_for_it(world: World) -> None:
    followed(world)
    board = board_of(world.chau, asked_of({"don-vi": str(world.department.pk)}, TODAY))
    assert work_of(board).plain.count() == 9


def test_nobody_sees_anything_without_a_position(world: World) -> None:
    followed(world)
    stranger = User(username="nguoi-la", full_name="Người Lạ")
    for person in (stranger, AnonymousUser()):
        assert not visible_boards(person, TODAY).exists()
    with pytest.raises(Http404):
        board_of(stranger, asked_of({}, TODAY))


@pytest.mark.django_db
def test_a_stranger_is_led_to_the_sign_in(world: World) -> None:
    for part in ("", "viec/", "viec/in/", "viec/excel/", "excel/", "bao-cao-nhanh/"):
        assert Client().get(f"/tong-quan/{part}").status_code == 302


def test_what_waits_for_me_is_what_the_rules_let_me_decide(world: World) -> None:
    followed(world)
    progress.propose(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Đủ", share_done=2)
    progress.propose(by=world.an, on=TODAY, row=owed("Ban hành"), text="Xong")
    row = owed("Giải quyết", name="Quý I")
    deadlines.ask_extension(
        by=world.chau, on=TODAY, row=row, wanted_on=date(2026, 4, 30), reason="Chờ"
    )
    for who, person in world.cast.items():
        board = board_of(person, asked_of({}, TODAY))
        rows = work_of(board).plain
        found = set(rows.filter(besides(FIGURES["mine"], board)).values_list("pk", flat=True))
        assert found == _decidable(person), who


def _decidable(person: User) -> set[int]:
    """What the rules of the daily work let a person decide, asked row by row."""
    wanted = set()
    for one in Occurrence.objects.select_related("plan__owner", "unit"):
        asked = Extension.objects.filter(occurrence=one)
        if (
            may_answer(person, one, on=TODAY)
            or may_decide_deadline(person, one, on=TODAY)
            or any(may_decide_extension(person, each, on=TODAY) for each in asked)
        ):
            wanted.add(one.pk)
    return wanted
