"""Calendars by a secret address: read again as a calendar program reads them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from icalendar import Calendar, Component

from cchc.web.accounts.models import User
from cchc.web.audit.models import Change
from cchc.web.organisation.models import Position
from cchc.web.plans.actions.assigning import assign
from cchc.web.ui.refusals import Forbidden, RuleViolation
from cchc.web.work import feed_views
from cchc.web.work.actions import progress
from cchc.web.work.actions.deadlines import ask_extension, grant
from cchc.web.work.actions.feeds import MOST_FEEDS, make_feed, revoke_feed
from cchc.web.work.models import FeedKey, Occurrence
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _nobody_has_asked() -> None:
    cache.clear()


def _events(token: str) -> dict[str, Component]:
    """Events by the first words of their summary."""
    answer = Client().get(f"/nhac-viec/lich/{token}.ics")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer["Cache-Control"] == "no-store"
    calendar = Calendar.from_ical(answer.content)
    assert calendar["version"] == "2.0"
    found = list(calendar.walk("VEVENT"))
    assert len({str(one["uid"]) for one in found}) == len(found)
    return {str(one["summary"])[:24]: one for one in found}


def _of_unit(world: World) -> str:
    return make_feed(by=world.binh, on=TODAY, name="Máy của tôi", unit=world.technology)[1]


def test_a_due_day_is_an_all_day_event(world: World) -> None:
    followed(world)
    (event,) = _events(_of_unit(world)).values()
    assert event["dtstart"].dt == date(2026, 11, 29)
    assert event["dtend"].dt == date(2026, 11, 30)
    assert str(event["status"]) == "CONFIRMED"
    assert "Ngày làm việc cuối: 27/11/2026" in str(event["description"])
    assert str(event["url"]).endswith(f"/nhac-viec/viec/{owed('Đề xuất').pk}/")


def test_a_moved_day_moves_the_same_event(world: World) -> None:
    followed(world)
    token = _of_unit(world)
    (before,) = _events(token).values()
    asked = ask_extension(
        by=world.binh, on=TODAY, row=owed("Đề xuất"), wanted_on=date(2026, 12, 15), reason="Chờ Bộ"
    )
    grant(by=world.an, on=TODAY, extension=asked)
    (after,) = _events(token).values()
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["last-modified"].dt >= before["last-modified"].dt
    assert after["dtstart"].dt == date(2026, 12, 15)


def test_what_is_done_says_so_and_what_is_withdrawn_is_cancelled(world: World) -> None:
    followed(world)
    token = make_feed(by=world.an, on=TODAY, name="Cơ quan", unit=world.department)[1]
    progress.propose(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Xong")
    assert any(name.startswith("Chờ công nhận: Đề") for name in _events(token))
    progress.accept(by=world.an, on=TODAY, row=owed("Đề xuất"))
    Occurrence.objects.filter(pk=owed("Ban hành").pk).update(state="withdrawn")
    events = _events(token)
    (done,) = [one for name, one in events.items() if name.startswith("Đã xong: Đề")]
    (gone,) = [one for name, one in events.items() if name.startswith("Đã bỏ: Ban")]
    assert str(done["status"]) == "CONFIRMED"
    assert str(gone["status"]) == "CANCELLED"


def test_a_persons_calendar_holds_what_is_given_to_them_and_what_they_head(world: World) -> None:
    followed(world)
    mine = make_feed(by=world.binh, on=TODAY, name="Của tôi")[1]
    assert [name[:3] for name in _events(mine)] == ["Đề "]
    staff = make_feed(by=world.chau, on=TODAY, name="Của tôi")[1]
    assert _events(staff) == {}
    boss = User(username="kim", full_name="Kim", password="!")
    row = owed("Giải quyết", name="Quý I")
    from_head = _head_of(world, boss)
    assign(by=from_head, on=TODAY, task=row.task, unit=world.quality, user=world.chau)
    assert [name[:4] for name in _events(staff)] == ["Giải"]


def _head_of(world: World, boss: User) -> User:
    boss.save()
    Position(user=boss, unit=world.quality, role="unit_head", valid_from=date(2026, 1, 1)).save()
    return boss


def test_the_secret_is_shown_once_and_kept_nowhere(world: World, signed_in: SignedIn) -> None:
    followed(world)
    binh = signed_in(world.binh)
    page = binh.post("/nhac-viec/lich/", {"name": "Điện thoại", "of": str(world.technology.pk)})
    (token,) = re.findall(r"/nhac-viec/lich/([\w-]+)\.ics", page.content.decode())
    assert page["Cache-Control"] == "no-store"
    assert _events(token)
    assert token not in binh.get("/nhac-viec/lich/").content.decode()
    assert binh.post("/nhac-viec/lich/", {"name": "Của tôi", "of": "toi"}).status_code == 200
    assert binh.post("/nhac-viec/lich/", {"name": "Của họ", "of": "999"}).status_code == 422
    assert token not in str(list(FeedKey.objects.values()))
    assert token not in str(list(Change.objects.values()))


def test_ones_own_calendar_is_made_on_the_page_too(world: World, signed_in: SignedIn) -> None:
    page = signed_in(world.chau).post("/nhac-viec/lich/", {"name": "Điện thoại", "of": ""})
    assert page.status_code == 200
    assert FeedKey.objects.get().unit is None


def test_a_revoked_address_is_as_if_it_never_was(world: World, signed_in: SignedIn) -> None:
    feed, token = make_feed(by=world.binh, on=TODAY, name="Của tôi")
    assert Client().get(f"/nhac-viec/lich/{token}.ics").status_code == 200
    assert signed_in(world.chau).post(f"/nhac-viec/lich/{feed.pk}/thu-hoi/").status_code == 404
    assert signed_in(world.binh).post(f"/nhac-viec/lich/{feed.pk}/thu-hoi/").status_code == 302
    assert Client().get(f"/nhac-viec/lich/{token}.ics").status_code == 404
    with pytest.raises(Forbidden):
        revoke_feed(by=world.binh, on=TODAY, feed=FeedKey.objects.get())


def test_an_address_ends_with_the_position_of_its_maker(world: World) -> None:
    token = _of_unit(world)
    Position.objects.filter(user=world.binh).update(valid_to=date(2026, 3, 1))
    assert Client().get(f"/nhac-viec/lich/{token}.ics").status_code == 404


def test_a_unit_whose_maker_went_to_another_is_shown_no_more(world: World) -> None:
    token = _of_unit(world)
    Position.objects.filter(user=world.binh).update(unit=world.quality)
    assert Client().get(f"/nhac-viec/lich/{token}.ics").status_code == 404


@pytest.mark.parametrize("who", ["chau", "dung", "giang", "hanh", "quynh"])
def test_a_units_calendar_is_made_by_its_people_and_the_coordinator(world: World, who: str) -> None:
    with pytest.raises(Forbidden):
        make_feed(by=getattr(world, who), on=TODAY, name="Lịch", unit=world.technology)
    assert make_feed(by=world.an, on=TODAY, name="Lịch", unit=world.technology)


def test_a_person_has_few_addresses(world: World) -> None:
    for number in range(MOST_FEEDS):
        make_feed(by=world.binh, on=TODAY, name=f"Lịch {number}")
    with pytest.raises(RuleViolation, match="feeds_too_many"):
        make_feed(by=world.binh, on=TODAY, name="Một nữa")


def test_who_tries_secrets_is_stopped_and_others_are_not(world: World) -> None:
    token = _of_unit(world)
    thief = Client(REMOTE_ADDR="203.0.113.9")
    answers = [
        thief.get(f"/nhac-viec/lich/{n}.ics").status_code for n in range(feed_views.MOST_WRONG + 3)
    ]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert Client().get(f"/nhac-viec/lich/{token}.ics").status_code == 200


def test_a_calendar_asks_as_often_for_many_as_for_few(
    world: World, django_assert_num_queries
) -> None:
    followed(world)
    token = make_feed(by=world.an, on=TODAY, name="Cơ quan", unit=world.department)[1]
    with django_assert_num_queries(4):  # whether anybody is in the office; key, standing, rows
        Client().get(f"/nhac-viec/lich/{token}.ics")
