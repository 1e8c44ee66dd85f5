"""Who may take plans in and review them: the cast, the verbs, the states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.intake import policy
from cchc.web.intake.models import Edit, Item, Reading, ReadingFile, SourceFile
from cchc.web.intake.queries import listed
from tests.web.intake.conftest import item
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
State = Reading.State
# For each state, what An may do; nobody else of the cast may do anything, or see it.
MAY = {
    State.WAITING: {"cancel", "read_again"},
    State.READING: {"cancel", "read_again"},
    State.READY: {"review", "confirm", "archive"},
    State.FAILED: {"read_again", "archive"},
    State.CANCELLED: {"read_again", "archive"},
    State.CONFIRMED: set(),
}
VERBS: dict[str, Callable[[User, Reading], Any]] = {
    "review": lambda user, reading: policy.may_review(user, reading, on=TODAY),
    "confirm": lambda user, reading: policy.may_confirm(user, reading, TODAY),
    "cancel": lambda user, reading: policy.may_cancel(user, reading, on=TODAY),
    "read_again": lambda user, reading: policy.may_read_again(user, reading, on=TODAY),
    "archive": lambda user, reading: policy.may_archive(user, reading, on=TODAY),
}
OTHERS = ("Bình", "Châu", "Dũng", "Giang", "Hạnh", "Quỳnh")


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", ["An", *OTHERS])
def test_who_may_do_what_in_each_state(
    world: World, desk: Reading, name: str, state: State
) -> None:
    user = world.cast[name]
    desk.state = state
    may = {verb for verb, decide in VERBS.items() if decide(user, desk)}
    assert may == (MAY[state] if name == "An" else set())
    assert bool(policy.may_upload(user, world.department, on=TODAY)) == (name == "An")
    for verb, decide in VERBS.items():
        if verb not in may:
            assert decide(user, desk).sentence


@pytest.mark.parametrize("name", ["An", *OTHERS])
def test_only_the_coordinators_of_the_office_see_what_was_taken_in(
    world: World, desk: Reading, name: str
) -> None:
    user = world.cast[name]
    seen = name == "An"
    assert policy.visible_readings(user, TODAY).exists() == seen
    assert policy.visible_items(user, TODAY).exists() == seen
    assert policy.visible_files(user, TODAY).exists() == seen
    assert policy.visible_reading_files(user, TODAY).exists() == seen
    assert policy.visible_offices(user, TODAY).exists() == seen


def addresses(desk: Reading) -> list[tuple[str, str]]:
    row, source = item(desk, "task"), SourceFile.objects.get()
    base = f"/ban-ra-soat/{desk.pk}/"
    file = ReadingFile.objects.get()
    return [
        ("get", base),
        ("get", base + "tinh-hinh/"),
        ("get", base + "hieu-thoi-han/?value=x"),
        ("get", base + "ten-don-vi/"),
        ("get", base + "luu-tru/"),
        ("get", f"/ban-ra-soat/tep/{source.pk}/"),
        ("get", f"/ban-ra-soat/tep/{file.pk}/trang/1-800.png"),
        *(
            ("post", base + verb)
            for verb in (
                *("huy/", "doc-lai/", "luu-tru/", "hoan-tac/", "them/"),
                *("ten-don-vi/quyet-dinh/", "ten-don-vi/bo/"),
            )
        ),
        *(
            ("post", f"/ban-ra-soat/muc/{row.pk}/{verb}/")
            for verb in ("sua", "thoi-han", "nhan", "nhan-dong", "dong")
        ),
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_reaches_any_address_of_a_reading(
    world: World, desk: Reading, signed_in: SignedIn, name: str
) -> None:
    client = signed_in(world.cast[name])
    for method, address in addresses(desk):
        answer = getattr(client, method)(address, {"value": "x", "version": "1"})
        assert answer.status_code == 404, (method, address)
    posted = client.post("/ban-ra-soat/moi/", {"office": world.department.pk, "uploads": []})
    assert posted.status_code == 403
    assert Reading.objects.count() == 1
    assert not Edit.objects.exists()


def test_without_a_sign_in_every_address_leads_to_the_sign_in(world: World, desk: Reading) -> None:
    for method, address in [
        *addresses(desk),
        ("get", "/ban-ra-soat/"),
        ("get", "/ban-ra-soat/moi/"),
    ]:
        answer = getattr(Client(), method)(address)
        assert answer.status_code == 302, address
        assert "/dang-nhap" in answer["Location"] or "sign" in answer["Location"], address


def test_looking_writes_nothing(world: World, desk: Reading, signed_in: SignedIn) -> None:
    before = list(Item.objects.values_list("version", flat=True)), desk.version
    client = signed_in(world.an)
    for method, address in addresses(desk):
        if method == "get":
            client.get(address)
        elif "post" in method:
            assert client.get(address).status_code in (200, 405), address
    desk.refresh_from_db()
    assert (list(Item.objects.values_list("version", flat=True)), desk.version) == before


def test_the_list_and_its_counts_show_the_same_readings(world: World, desk: Reading) -> None:
    visible = policy.visible_readings(world.an, TODAY)
    assert [row.pk for row in listed(visible, "")] == [desk.pk]
    assert [row.pk for row in listed(visible, "cho_ra_soat")] == [desk.pk]
    assert list(listed(visible, "da_xac_nhan")) == []


def test_a_refused_button_says_why(world: World, desk: Reading, signed_in: SignedIn) -> None:
    Reading.objects.filter(pk=desk.pk).update(state=State.CONFIRMED)
    page = signed_in(world.an).get(f"/ban-ra-soat/{desk.pk}/").content.decode()
    assert "Đã xác nhận thành kế hoạch" in page
    assert ">Sửa</a>" not in page
