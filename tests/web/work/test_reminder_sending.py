"""What waits is sent in office time, once; what cannot go waits and says why."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.ui.refusals import Forbidden, RuleViolation
from cchc.web.work import notice_rows, reminder_jobs, reminder_sending
from cchc.web.work.actions import progress, reminder_settings
from cchc.web.work.actions.reminder_settings import WebhookFacts
from cchc.web.work.models import Message, WebhookTarget
from cchc.web.work.reminder_channels import message_id, webhook_address
from tests.web.work.following import owed
from tests.web.work.reminding import Clock, MailServer, gateway
from tests.web.world import TODAY, World

State = Message.State
pytestmark = pytest.mark.usefixtures("server")


def _look(clock: Clock, day: str, time: str = "08:00") -> str:
    clock.set(day, time)
    return str(reminder_jobs.look.call())


def _bodies(user: User) -> list[str]:
    return [str(one.body) for one in MailServer.taken if one.to == [user.email]]


def test_one_mail_a_person_says_what_is_due_and_leads_there(reachable: World, clock: Clock) -> None:
    _look(clock, "2026-11-20")
    (body,) = _bodies(reachable.binh)
    assert "Kính gửi Trần Văn Bình" in body
    assert "Còn 5 ngày làm việc (hạn hết 29/11/2026)" in body
    assert f"/nhac-viec/viec/{owed('Đề xuất').pk}/" in body
    assert {one.to[0] for one in MailServer.taken} >= {"an@mau.gov.vn", "binh@mau.gov.vn"}
    assert len({one.to[0] for one in MailServer.taken}) == len(MailServer.taken)


@pytest.mark.parametrize("moment", ["07:00", "12:00", "17:30"])
def test_nothing_is_sent_outside_of_office_hours(
    reachable: World, clock: Clock, moment: str
) -> None:
    _look(clock, "2026-11-20", moment)
    assert MailServer.taken == []
    assert not Message.objects.exists()


def test_what_is_late_on_a_sunday_is_sent_on_monday_morning(reachable: World, clock: Clock) -> None:
    _look(clock, "2026-11-29")
    assert MailServer.taken == []
    _look(clock, "2026-11-30", "07:31")
    assert "Quá hạn 1 ngày làm việc (hạn 29/11/2026)" in _bodies(reachable.binh)[0]


def test_while_the_server_is_down_mails_wait_and_then_go_once(
    reachable: World, clock: Clock, server: type[MailServer]
) -> None:
    server.is_down = True
    _look(clock, "2026-11-20")
    waiting = Message.objects.get(user=reachable.binh)
    assert (waiting.state, waiting.tries) == (State.QUEUED, 1)
    assert "không trả lời" in waiting.last_error
    _look(clock, "2026-11-20", "09:00")
    server.is_down = False
    _look(clock, "2026-11-20", "10:00")
    _look(clock, "2026-11-20", "10:30")
    assert len(_bodies(reachable.binh)) == 1
    assert Message.objects.get(user=reachable.binh).state == State.SENT


def test_a_server_that_stays_down_is_given_up_and_a_person_sends_again(
    reachable: World, clock: Clock, server: type[MailServer]
) -> None:
    server.is_down = True
    clock.run("2026-11-20")
    for _ in range(reminder_sending.MOST_TRIES):
        clock.at += timedelta(hours=3)
        reminder_sending.send_due()
    message = Message.objects.get(user=reachable.binh)
    assert message.state == State.FAILED
    for who in (reachable.binh, reachable.dung, reachable.giang):
        with pytest.raises(Forbidden):
            reminder_settings.retry(by=who, on=TODAY, message=message)
    server.is_down = False
    reminder_settings.retry(by=reachable.an, on=TODAY, message=message)
    reminder_sending.send_due()
    assert len(_bodies(reachable.binh)) == 1
    with pytest.raises(Forbidden):
        reminder_settings.retry(
            by=reachable.an, on=TODAY, message=Message.objects.get(pk=message.pk)
        )


def test_an_address_that_is_refused_fails_at_once_and_the_others_go(
    reachable: World, clock: Clock, server: type[MailServer]
) -> None:
    server.refuses = "binh@mau.gov.vn"
    _look(clock, "2026-11-20")
    message = Message.objects.get(user=reachable.binh)
    assert (message.state, message.tries) == (State.FAILED, 1)
    assert len(_bodies(reachable.an)) == 1


def test_two_days_that_could_not_be_sent_become_one_mail(
    reachable: World, clock: Clock, server: type[MailServer]
) -> None:
    server.is_down = True
    _look(clock, "2026-09-24")  # «Giải quyết» of the third quarter nears
    _look(clock, "2026-09-29")
    server.is_down = False
    _look(clock, "2026-09-30")
    assert len(_bodies(reachable.an)) == 1
    states = Message.objects.filter(user=reachable.an, channel="mail").order_by("on")
    assert [one.state for one in states] == [State.DROPPED, State.DROPPED, State.SENT]


def test_what_was_done_before_the_mail_went_is_not_in_it(
    reachable: World, clock: Clock, server: type[MailServer]
) -> None:
    server.is_down = True
    _look(clock, "2026-11-27")
    on = clock.set("2026-11-27", "09:00")
    for row in (owed("Đề xuất"), owed("Ban hành"), owed("Giải quyết", name="Quý III")):
        progress.propose(by=reachable.an, on=on, row=row, text="Xong")
    server.is_down = False
    _look(clock, "2026-11-27", "14:00")
    assert MailServer.taken
    assert all("Đề xuất" not in str(one.body) for one in MailServer.taken)


def test_a_message_of_which_everything_is_done_is_dropped(
    reachable: World, clock: Clock, server: type[MailServer]
) -> None:
    clock.run("2026-11-20")
    for one in Message.objects.filter(user=reachable.binh):
        for line in one.lines:
            row = type(owed("Đề xuất")).objects.get(pk=line["occurrence"])
            progress.propose(by=reachable.an, on=clock.set("2026-11-20"), row=row, text="Xong")
    reminder_sending.send_due()
    assert _bodies(reachable.binh) == []
    assert Message.objects.get(user=reachable.binh).state == State.DROPPED


def test_a_worker_killed_while_it_sent_leaves_a_claim_that_is_freed(
    reachable: World, clock: Clock
) -> None:
    clock.run("2026-11-20")
    due = Message.objects.filter(user=reachable.binh)
    (claimed,) = notice_rows.claim(due, most=5)
    assert notice_rows.claim(due, most=5) == [], "nobody else takes it"
    reminder_sending.send_due()
    assert _bodies(reachable.binh) == []
    clock.at += timedelta(minutes=11)
    reminder_sending.send_due()
    (mail,) = [one for one in MailServer.taken if one.to == [reachable.binh.email]]
    assert mail.extra_headers["Message-ID"] == message_id(claimed.key), "known as the same"
    notice_rows.tell_failed(claimed, "late", again_at=None)
    assert Message.objects.get(pk=claimed.pk).state == State.SENT, "a lost claim ends nothing"


def test_who_wants_no_mail_gets_none_and_is_told_in_the_office(
    reachable: World, clock: Clock
) -> None:
    reminder_settings.choose_channels(by=reachable.binh, by_mail=False, by_phone=True)
    _look(clock, "2026-11-20")
    assert _bodies(reachable.binh) == []
    assert reachable.binh.notices.count() == 1


def test_a_look_leaves_the_next_look_in_the_queue(reachable: World, clock: Clock) -> None:
    reminder_jobs.keep_up()
    reminder_jobs.keep_up()
    assert DBTaskResult.objects.filter(status="READY").count() == 1
    DBTaskResult.objects.all().delete()
    clock.set("2026-11-20")
    _look(clock, "2026-11-20")
    looks = DBTaskResult.objects.filter(status="READY", task_path=reminder_jobs.look.module_path)
    (after_a_fault,) = looks.all()
    after_a_fault.delete()
    assert _look(clock, "2026-11-20", "09:00") == "told 0, sent 0"
    (following,) = looks.all()
    wait = following.run_after - following.enqueued_at
    # From Friday 09:00 to Monday 07:30.
    assert abs(wait - timedelta(days=2, hours=22, minutes=30)) < timedelta(minutes=1)


def test_a_day_that_cannot_be_made_still_sends_what_waits_and_is_tried_again(
    reachable: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.run("2026-11-20")

    def fails(*, on: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(reminder_jobs, "remind", fails)
    clock.set("2026-11-23")
    with pytest.raises(RuntimeError):
        reminder_jobs.look.call()
    assert len(_bodies(reachable.binh)) == 1
    assert DBTaskResult.objects.filter(status="READY").count() == 1


# Gateways.


def _webhook(world: World, url: str) -> WebhookTarget:
    facts = WebhookFacts("SMS của tỉnh", url, True)  # noqa: FBT003
    return reminder_settings.save_webhook(
        by=world.quynh, on=TODAY, office=world.department, facts=facts
    )


def test_a_gateway_is_told_in_few_words_signed_with_its_key(reachable: World, clock: Clock) -> None:
    with gateway() as (url, heard):
        target = _webhook(reachable, url)
        _look(clock, "2026-11-20")
    told = {json.loads(body)["name"]: (headers, body) for headers, body in heard}
    headers, body = told["Trần Văn Bình"]
    said = json.loads(body)
    assert said["to"] == "0912000000"
    assert said["text"].startswith("CCHC 20/11: Việc của bạn: ")
    signed = headers["X-CCHC-Timestamp"].encode() + b"." + body
    expected = hmac.new(target.key.encode(), signed, hashlib.sha256).hexdigest()
    assert headers["X-CCHC-Signature"] == f"sha256={expected}"
    assert len(heard) == len({json.loads(body)["id"] for _, body in heard})


@pytest.mark.parametrize(
    ("status", "state"),
    [(500, State.QUEUED), (429, State.QUEUED), (400, State.FAILED), (302, State.FAILED)],
)
def test_what_a_gateway_answers_decides_whether_it_is_tried_again(
    reachable: World, clock: Clock, status: int, state: str
) -> None:
    with gateway(status, Location="http://127.0.0.1:1/khac") as (url, heard):
        _webhook(reachable, url)
        _look(clock, "2026-11-20")
    message = Message.objects.get(user=reachable.binh, channel="webhook")
    assert message.state == state
    assert str(status) in message.last_error
    assert len([1 for _, body in heard if "Bình" in json.loads(body)["name"]]) == 1


def test_a_gateway_that_is_not_there_is_tried_later(reachable: World, clock: Clock) -> None:
    _webhook(reachable, "http://127.0.0.1:9/")
    _look(clock, "2026-11-20")
    message = Message.objects.get(user=reachable.binh, channel="webhook")
    assert message.state == State.QUEUED
    assert _bodies(reachable.binh), "the mail goes all the same"


@pytest.mark.parametrize(
    "url",
    [
        "http://sms.example.vn/tin",
        "ftp://127.0.0.1/",
        "https://ten:mat@sms.example.vn/",
        "https:///tin",
        "https://sms.example.vn/a b",
        "file:///etc/passwd",
        "http://127.0.0.1.example.vn/",
    ],
)
def test_only_https_or_this_machine_is_asked(world: World, url: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        webhook_address(url)
    with pytest.raises(RuleViolation, match="bad_address"):
        _webhook(world, url)


@pytest.mark.parametrize("who", ["an", "binh", "chau", "dung", "giang", "hanh"])
def test_only_an_administrator_keeps_gateways(world: World, who: str) -> None:
    facts = WebhookFacts("SMS", "https://sms.example.vn/", True)  # noqa: FBT003
    with pytest.raises(Forbidden):
        reminder_settings.save_webhook(
            by=getattr(world, who), on=TODAY, office=world.department, facts=facts
        )


def test_an_office_has_one_gateway_on_and_its_key_is_in_no_record(world: World) -> None:
    target = _webhook(world, "https://sms.example.vn/")
    with pytest.raises(RuleViolation, match="webhook_on_already"):
        _webhook(world, "https://zalo.example.vn/")
    with acting("tests.record", by=None) as act:
        act.change(target, name="Khác")
        assert target.key not in str([one.after for one in act.changes])
