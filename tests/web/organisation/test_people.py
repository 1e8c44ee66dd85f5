"""People and their positions: added, ended, stood in for, handed over, locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from cchc.web.accounts.models import User
from cchc.web.accounts.queries import authenticator_of
from cchc.web.audit.models import Entry
from cchc.web.organisation.actions.handing_over import hand_over
from cchc.web.organisation.actions.people import add_person, set_sign_in
from cchc.web.organisation.actions.positions import (
    PositionFacts,
    add_position,
    archive_position,
    end_position,
    stand_in,
)
from cchc.web.organisation.models import HandOver, Position, Role
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.organisation.standing import forget_standing, standing_of
from cchc.web.ui.refusals import Forbidden, RuleViolation
from tests.web.world import BEGAN, TODAY, World

SignedIn = Callable[[User], Client]
DAY = timedelta(days=1)
COVER, ACTING = Position.Capacity.COVER, Position.Capacity.ACTING


def position(user: User) -> Position:
    return Position.objects.select_related("unit", "user").get(user=user)


def may(user: User, role: Role, world: World, day: date) -> bool:
    forget_standing(user)
    return standing_of(user, day).has(role, world.technology)


def test_a_new_person_signs_in_with_the_password_that_is_shown_once(
    world: World, signed_in: SignedIn
) -> None:
    browser = signed_in(world.quynh)
    typed = {
        "full_name": "Hoàng  Văn Khải",
        "username": "khai.hv",
        "role": "staff",
        "title": "Chuyên viên",
        "capacity": "holder",
        "valid_from": "02/03/2026",
    }
    answer = browser.post(reverse("organisation:add_person", args=(world.quality.pk,)), typed)
    assert "no-store" in answer["Cache-Control"]
    made = User.objects.get(username="khai.hv")
    assert made.full_name == "Hoàng Văn Khải" and made.must_change_password
    assert made.check_password(answer.context["password"])
    page = browser.get(reverse("organisation:person", args=(made.pk,)))
    assert answer.context["password"] not in page.content.decode()


def test_a_taken_sign_in_name_is_told_at_the_form_and_nothing_is_written(
    world: World, signed_in: SignedIn
) -> None:
    people = User.objects.count()
    typed = {
        **{"full_name": "Ai Khác", "username": "AN", "role": "staff"},
        **{"capacity": "holder", "valid_from": "02/03/2026"},
    }
    page = signed_in(world.quynh).post(
        reverse("organisation:add_person", args=(world.quality.pk,)), typed
    )
    assert page.status_code == 422
    assert "đã có người dùng" in page.content.decode()
    assert User.objects.count() == people


def test_a_coordinator_gives_staff_positions_in_the_office_only(world: World) -> None:
    staff = PositionFacts(role=Role.STAFF, valid_from=TODAY)
    add_position(by=world.an, user=world.chau, unit=world.technology, facts=staff)
    leader = PositionFacts(role=Role.LEADER, valid_from=TODAY)
    for facts, unit in ((leader, world.technology), (staff, world.justice)):
        with pytest.raises(Forbidden):
            add_position(by=world.an, user=world.chau, unit=unit, facts=facts)
    with pytest.raises(Forbidden):
        add_person(
            by=world.an, unit=world.quality, facts=staff, username="moi", full_name="Người Mới"
        )


def test_leave_cover_has_the_role_on_those_days_only(world: World) -> None:
    first, last = TODAY + 2 * DAY, TODAY + 4 * DAY
    made = stand_in(
        by=world.an,
        position=position(world.binh),
        user=world.chau,
        capacity=COVER,
        valid_from=first,
        valid_to=last,
    )
    assert made.stands_for == world.binh
    days = [first - DAY, first, last, last + DAY]
    assert [may(world.chau, Role.UNIT_HEAD, world, day) for day in days] == [
        *(False, True, True, False)
    ]
    assert all(may(world.binh, Role.UNIT_HEAD, world, day) for day in days)


@pytest.mark.parametrize(
    ("who", "capacity", "start", "end", "reason"),
    [
        ("binh", COVER, 0, 3, Why.STANDS_FOR_ONESELF),
        ("chau", COVER, 0, None, Why.COVER_NEEDS_END),
        ("chau", COVER, 3, 1, Why.ENDS_BEFORE_START),
        ("chau", COVER, -400, 1, Why.COVER_OUTSIDE),
    ],
)
def test_standing_in_has_rules(
    world: World, who: str, capacity: Position.Capacity, start: int, end: int | None, reason: Why
) -> None:
    with pytest.raises(RuleViolation) as told:
        stand_in(
            by=world.quynh,
            position=position(world.binh),
            user=getattr(world, who),
            capacity=capacity,
            valid_from=TODAY + start * DAY,
            valid_to=None if end is None else TODAY + end * DAY,
        )
    assert told.value.reason is reason


def test_a_position_ends_on_its_last_day(world: World) -> None:
    held = position(world.binh)
    end_position(by=world.an, position=held, last_day=TODAY, expected=held.version)
    assert may(world.binh, Role.UNIT_HEAD, world, TODAY)
    assert not may(world.binh, Role.UNIT_HEAD, world, TODAY + DAY)


def test_nobody_holds_the_same_role_twice_in_one_unit(world: World) -> None:
    facts = PositionFacts(role=Role.UNIT_HEAD, valid_from=TODAY)
    with pytest.raises(RuleViolation) as told:
        add_position(by=world.quynh, user=world.binh, unit=world.technology, facts=facts)
    assert told.value.reason is Why.POSITION_TWICE


@pytest.mark.parametrize("way", ["end", "archive", "lock", "hand over too late"])
def test_the_root_is_never_left_without_an_administrator(world: World, way: str) -> None:
    held = position(world.quynh)
    with pytest.raises(RuleViolation) as told:
        if way == "end":
            end_position(by=world.quynh, position=held, last_day=TODAY, expected=held.version)
        elif way == "archive":
            archive_position(by=world.quynh, position=held, reason="x", expected=held.version)
        elif way == "lock":
            other = PositionFacts(role=Role.ADMINISTRATOR, valid_from=TODAY, valid_to=TODAY + DAY)
            add_position(by=world.quynh, user=world.an, unit=world.province, facts=other)
            forget_standing(world.an)
            version = world.quynh.version
            set_sign_in(
                by=world.an, user=world.quynh, is_active=False, reason="x", expected=version
            )
        else:
            later = PositionFacts(role=Role.ADMINISTRATOR, valid_from=TODAY + 5 * DAY)
            add_position(by=world.quynh, user=world.an, unit=world.province, facts=later)
            held.refresh_from_db()
            last = TODAY + 3 * DAY
            end_position(by=world.quynh, position=held, last_day=last, expected=held.version)
    assert told.value.reason is Why.LAST_ADMINISTRATOR
    world.quynh.refresh_from_db()
    assert world.quynh.is_active
    assert position(world.quynh).valid_to is None


def test_the_last_administrator_may_hand_over_to_the_next_without_a_gap(world: World) -> None:
    start = TODAY + 5 * DAY
    done = hand_over(
        by=world.quynh,
        giver=world.quynh,
        taker=world.an,
        unit=world.province,
        on=start,
        positions=[position(world.quynh)],
    )
    assert done.items == [
        {
            "kind": "position",
            "id": position(world.quynh).pk,
            "text": "Quản trị, Tỉnh Mẫu",
        }
    ]
    forget_standing(world.an)
    assert not standing_of(world.an, start - DAY).has(Role.ADMINISTRATOR, world.province)
    assert standing_of(world.an, start).has(Role.ADMINISTRATOR, world.province)


def test_a_hand_over_of_open_work_keeps_the_items_of_the_caller(world: World) -> None:
    items = [{"text": "Báo cáo quý I", "task": "7c1f"}]
    done = hand_over(
        by=world.an,
        giver=world.binh,
        taker=world.chau,
        unit=world.technology,
        on=TODAY,
        items=items,
        note="Nghỉ sinh",
    )
    assert done.items == [{"kind": "work", "text": "Báo cáo quý I", "task": "7c1f"}]


def test_the_minute_of_a_hand_over_is_for_those_concerned(
    world: World, signed_in: SignedIn
) -> None:
    browser = signed_in(world.an)
    typed = {
        "taker": "Lê Minh Châu (chau)",
        "on": "02/03/2026",
        "positions": [position(world.binh).pk],
        "note": "Theo Quyết định 5",
    }
    address = reverse("organisation:hand_over", args=(world.binh.pk,))
    page = browser.post(address, typed, follow=True)
    assert "Bàn giao công việc" in page.content.decode()
    minute = reverse("organisation:hand_over_minute", args=(HandOver.objects.get().pk,))
    seen = {name: signed_in(user).get(minute).status_code for name, user in world.cast.items()}
    assert seen == {
        **dict.fromkeys(("An", "Bình", "Châu", "Giang", "Quỳnh"), 200),
        **dict.fromkeys(("Dũng", "Hạnh"), 404),
    }


def test_who_is_locked_out_cannot_sign_in_and_why_is_kept(
    world: World, signed_in: SignedIn
) -> None:
    browser = signed_in(world.quynh)
    address = reverse("organisation:set_sign_in", args=(world.chau.pk,))
    version = {"version": world.chau.version}
    assert browser.post(address, version).status_code == 422
    assert browser.post(address, {**version, "reason": "Nghỉ việc"}).status_code == 302
    world.chau.refresh_from_db()
    assert not world.chau.is_active
    page = browser.get(reverse("organisation:person", args=(world.chau.pk,)))
    assert "Đã khóa" in page.content.decode()


def test_a_second_edit_of_an_outdated_page_is_told(world: World, signed_in: SignedIn) -> None:
    browser = signed_in(world.quynh)
    address = reverse("organisation:change_person", args=(world.chau.pk,))
    typed = {"full_name": "Lê Minh Châu", "email": "chau@tinhmau.gov.vn", "phone": ""}
    typed["version"] = str(world.chau.version)
    assert browser.post(address, typed).status_code == 302
    late = browser.post(address, {**typed, "phone": "0900"})
    assert late.status_code == 409
    assert "Người khác vừa sửa" in late.content.decode()


def test_people_of_another_office_are_not_found(world: World, signed_in: SignedIn) -> None:
    browser = signed_in(world.dung)
    assert browser.get(reverse("organisation:person", args=(world.an.pk,))).status_code == 404
    page = browser.get(reverse("organisation:people"), {"gom": "tat-ca"}).content.decode()
    assert "Phạm Anh Dũng" in page and "Nguyễn Thị An" not in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"An", "Bình", "Châu", "Giang", "Dũng", "Hạnh", "Quỳnh"}),
        ({"tim": "tran van"}, {"Bình"}),
        ({"tim": "chau"}, {"Châu"}),
        ({"vai_tro": "staff"}, {"Châu", "Dũng"}),
        ({"don_vi": "SKHCN"}, {"An", "Bình", "Châu", "Giang"}),
        ({"don_vi": "Chi cục Tiêu chuẩn Đo lường Chất lượng"}, {"Châu"}),
        ({"ngay": "30/06/2025"}, set()),
    ],
)
def test_people_are_found_by_words_unit_role_and_day(
    world: World, signed_in: SignedIn, asked: dict[str, str], found: set[str]
) -> None:
    page = signed_in(world.quynh).get(reverse("organisation:people"), asked)
    shown = {one.pk for one in page.context["page"]}
    assert {name for name, user in world.cast.items() if user.pk in shown} == found
    assert BEGAN < TODAY


def test_the_page_of_a_unit_says_who_may_do_what_and_who_covers(
    world: World, signed_in: SignedIn
) -> None:
    stand_in(
        by=world.an,
        position=position(world.binh),
        user=world.chau,
        capacity=COVER,
        valid_from=TODAY,
        valid_to=TODAY + DAY,
    )
    page = signed_in(world.an).get(reverse("organisation:unit", args=(world.technology.pk,)))
    rows = {row.role: row for row in page.context["roles"]}
    assert [one.user for one in rows[Role.UNIT_HEAD].holders] == [world.binh, world.chau]
    assert [one.user for one in rows[Role.ADMINISTRATOR].holders] == [world.quynh]
    answers = dict(rows[Role.COORDINATOR].answers)
    assert answers["Đặt cách gọi"] and answers["Giao việc thường"]
    assert not answers["Giao mọi vai trò"]
    assert "làm thay khi nghỉ Trần Văn Bình đến 03/03/2026" in page.content.decode()


def test_an_administrator_lets_in_who_lost_the_phone_and_the_codes(
    world: World, signed_in: SignedIn
) -> None:
    TOTPDevice.objects.create(user=world.chau, confirmed=True)
    address = reverse("organisation:clear_second_factor", args=(world.chau.pk,))
    person = reverse("organisation:person", args=(world.chau.pk,))
    assert address in signed_in(world.quynh).get(person).content.decode()
    refused = signed_in(world.binh).post(address, {"reason": "x", "version": 1})
    assert refused.status_code in (403, 404)
    assert authenticator_of(world.chau)
    wanting = signed_in(world.quynh).post(address, {"reason": "", "version": 1})
    assert wanting.status_code == 422
    done = signed_in(world.quynh).post(address, {"reason": "Mất điện thoại", "version": 1})
    assert done.status_code == 302
    assert authenticator_of(world.chau) is None
    assert Entry.objects.all()[0].reason == "Mất điện thoại"
