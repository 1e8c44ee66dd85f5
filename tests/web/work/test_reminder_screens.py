"""The pages of reminding: notices, settings, rules, what was sent, gateways."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.work.actions import progress
from cchc.web.work.models import Message, Notice, ReminderRule, ReminderWish, WebhookTarget
from tests.web.work.following import followed, owed
from tests.web.work.reminding import Clock, give_addresses
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]


@pytest.fixture
def reminded(world: World, clock: Clock) -> World:
    """On 11/12 everybody was told, also of what is late since November."""
    give_addresses(world)
    followed(world)
    clock.run("2026-12-11")
    return world


def _text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_the_bell_counts_what_is_unread_until_it_is_read(
    reminded: World, signed_in: SignedIn
) -> None:
    binh = signed_in(reminded.binh)
    assert "(1" in _text(binh.get("/nhac-viec/dem/"))
    page = _text(binh.get("/nhac-viec/"))
    assert "Đề xuất sáng kiến cải cách hành chính" in page
    assert "Quá hạn" in page
    assert "(1" in _text(binh.get("/nhac-viec/dem/")), "reading a page writes nothing"
    assert binh.post(f"/nhac-viec/{Notice.objects.get(user=reminded.binh).pk}/da-doc/").status_code
    assert "(1" not in _text(binh.get("/nhac-viec/dem/"))
    assert "Đề xuất sáng kiến" not in _text(binh.get("/nhac-viec/?loc=chua-doc"))


def test_every_page_has_the_bell(reminded: World, signed_in: SignedIn) -> None:
    page = _text(signed_in(reminded.binh).get("/ke-hoach/"))
    assert 'href="/nhac-viec/"' in page
    assert 'hx-get="/nhac-viec/dem/"' in page


def test_all_are_marked_as_read_at_once(reminded: World, signed_in: SignedIn) -> None:
    an = signed_in(reminded.an)
    assert an.get("/nhac-viec/da-doc/").status_code == 405
    an.post("/nhac-viec/da-doc/")
    assert not Notice.objects.filter(user=reminded.an, read_at=None).exists()
    assert Notice.objects.filter(user=reminded.binh, read_at=None).exists()


def test_nobody_reads_or_marks_the_notices_of_another(reminded: World, signed_in: SignedIn) -> None:
    notice = Notice.objects.get(user=reminded.binh)
    an = signed_in(reminded.an)
    assert an.post(f"/nhac-viec/{notice.pk}/da-doc/").status_code == 404
    assert Notice.objects.get(pk=notice.pk).read_at is None


def test_a_notice_leads_to_the_work_and_only_who_may_see_it_gets_there(
    reminded: World, signed_in: SignedIn
) -> None:
    row = owed("Đề xuất")
    answer = signed_in(reminded.binh).get(f"/nhac-viec/viec/{row.pk}/")
    assert answer.status_code == 302
    assert signed_in(reminded.binh).get(answer["Location"]).status_code == 200
    assert signed_in(reminded.dung).get(f"/nhac-viec/viec/{row.pk}/").status_code == 404


def test_an_event_is_opened_and_read_with_one_button(reminded: World, signed_in: SignedIn) -> None:
    on = date(2026, 12, 11)
    progress.propose(by=reminded.binh, on=on, row=owed("Đề xuất"), text="Xong")
    progress.accept(by=reminded.an, on=on, row=owed("Đề xuất"))
    notice = Notice.objects.get(user=reminded.binh, kind="event")
    answer = signed_in(reminded.binh).post(f"/nhac-viec/{notice.pk}/da-doc/", {"mo": "1"})
    assert answer["Location"] == f"/nhac-viec/viec/{owed('Đề xuất').pk}/"
    assert "Đã báo xong" in _text(signed_in(reminded.binh).get("/nhac-viec/"))


def test_the_list_of_notices_asks_as_often_for_many_as_for_few(
    reminded: World, signed_in: SignedIn, django_assert_num_queries
) -> None:
    an = signed_in(reminded.an)
    with django_assert_num_queries(8):
        an.get("/nhac-viec/")
    Notice.objects.bulk_create(
        Notice(user=reminded.an, kind="event", on=TODAY, at=row.at, text=f"Việc {n}")
        for row in Notice.objects.filter(user=reminded.an)
        for n in range(25)
    )
    with django_assert_num_queries(8):
        an.get("/nhac-viec/")
    with django_assert_num_queries(4):
        an.get("/nhac-viec/dem/")


def test_a_person_chooses_how_to_be_told(world: World, signed_in: SignedIn) -> None:
    chau = signed_in(world.chau)
    assert "luôn hiện ở trang Thông báo" in _text(chau.get("/nhac-viec/cai-dat/"))
    assert chau.post("/nhac-viec/cai-dat/", {}).status_code == 302
    wish = ReminderWish.objects.get(user=world.chau)
    assert (wish.by_mail, wish.by_phone) == (False, False)
    chau.post("/nhac-viec/cai-dat/", {"by_mail": "on"})
    assert ReminderWish.objects.get(user=world.chau).by_mail


def test_the_coordinator_sets_the_rules_of_the_office(world: World, signed_in: SignedIn) -> None:
    an = signed_in(world.an)
    page = an.get("/nhac-viec/quy-tac/")
    assert page["Location"] == f"/nhac-viec/quy-tac/{world.department.pk}/"
    assert 'value="5, 1"' in _text(an.get(page["Location"]))
    sent = {"version": "0", "days_before": "10; 3", "weekly": "on", "head_after": "2"}
    assert an.post(page["Location"], sent).status_code == 302
    rule = ReminderRule.objects.get(office=world.department)
    assert (rule.days_before, rule.on_the_day, rule.leader_after) == ([10, 3], False, None)
    outdated = an.post(page["Location"], {**sent, "version": str(rule.version - 1)})
    assert outdated.status_code in (409, 422)
    for days in ("năm", "0", "31"):
        answer = an.post(page["Location"], {**sent, "version": "1", "days_before": days})
        assert answer.status_code == 422


@pytest.mark.parametrize("who", ["binh", "chau", "dung", "giang", "hanh", "quynh"])
def test_the_rules_are_nobody_elses(world: World, signed_in: SignedIn, who: str) -> None:
    page = signed_in(getattr(world, who)).get(f"/nhac-viec/quy-tac/{world.department.pk}/")
    assert page.status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [("an", 200), ("quynh", 200), ("binh", 403), ("chau", 403), ("dung", 403), ("giang", 403)],
)
def test_who_answers_for_the_office_sees_what_was_sent(
    reminded: World, signed_in: SignedIn, who: str, status: int
) -> None:
    answer = signed_in(getattr(reminded, who)).get("/nhac-viec/tin-gui/")
    assert answer.status_code == status
    if status == 200:
        assert "binh@mau.gov.vn" in _text(answer)


def test_a_failed_message_is_sent_again_from_the_list(reminded: World, signed_in: SignedIn) -> None:
    message = Message.objects.filter(user=reminded.binh)
    message.update(state="failed", last_error="550 no such user")
    an = signed_in(reminded.an)
    page = _text(an.get("/nhac-viec/tin-gui/?tinh_trang=failed"))
    assert "550 no such user" in page
    assert "an@mau.gov.vn" not in page
    assert an.post(f"/nhac-viec/tin-gui/{message.get().pk}/gui-lai/").status_code == 302
    assert message.get().state == "queued"
    assert an.post(f"/nhac-viec/tin-gui/{message.get().pk}/gui-lai/").status_code == 403
    assert "binh@mau.gov.vn" in _text(an.get("/nhac-viec/tin-gui/?tim=binh"))


def test_the_administrator_keeps_the_gateways(world: World, signed_in: SignedIn) -> None:
    quynh = signed_in(world.quynh)
    assert "Chưa có cổng tin nhắn nào" in _text(quynh.get("/nhac-viec/cong-tin/"))
    add = f"/nhac-viec/cong-tin/{world.department.pk}/them/"
    sent = {"name": "SMS", "url": "http://sms.example.vn/", "is_on": "on"}
    assert quynh.post(add, sent).status_code == 422
    assert quynh.post(add, {**sent, "url": "http://127.0.0.1:9/tin"}).status_code == 302
    row = WebhookTarget.objects.get()
    assert row.key in _text(quynh.get(f"/nhac-viec/cong-tin/{row.pk}/sua/"))
    tried = quynh.post(f"/nhac-viec/cong-tin/{row.pk}/thu/")
    assert tried.status_code == 422, "without a telephone number nothing can be tried"
    put_away = {"reason": "Thôi dùng", "version": str(row.version)}
    assert quynh.post(f"/nhac-viec/cong-tin/{row.pk}/luu-tru/", put_away).status_code == 302
    assert WebhookTarget.objects.get().archived_at is not None


@pytest.mark.parametrize("who", ["an", "binh", "chau", "dung", "giang", "hanh"])
def test_gateways_are_the_administrators_alone(world: World, signed_in: SignedIn, who: str) -> None:
    client = signed_in(getattr(world, who))
    assert client.get(f"/nhac-viec/cong-tin/{world.department.pk}/them/").status_code == 404
    assert "Thêm cổng" not in _text(client.get("/nhac-viec/cong-tin/"))


def test_trying_a_gateway_says_what_it_answered(world: World, signed_in: SignedIn) -> None:
    give_addresses(world)
    WebhookTarget.objects.bulk_create(
        [WebhookTarget(office=world.department, name="SMS", url="http://127.0.0.1:9/", key="k")]
    )
    quynh = signed_in(world.quynh)
    answer = quynh.post(f"/nhac-viec/cong-tin/{WebhookTarget.objects.get().pk}/thu/", follow=True)
    assert "Cổng tin nhắn không trả lời" in _text(answer)
