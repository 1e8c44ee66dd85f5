"""The second factor: turned on with an app, asked for at sign-in, recovered from, turned off."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from cchc.web.accounts import second_factor
from cchc.web.accounts.models import User
from cchc.web.accounts.reasons import AccountReason
from cchc.web.audit.models import Change, Entry
from cchc.web.ui.refusals import ALLOWED, Forbidden, Refused, RuleViolation
from tests.web.accounts.conftest import PASSWORD, SignIn, code_of
from tests.web.world import World

WithFactor = Callable[[User], tuple[TOTPDevice, list[str]]]
CODE_PAGE = "/dang-nhap/ma-xac-thuc/"


def test_a_person_turns_it_on_by_scanning_and_typing_the_first_code(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(browser, "an")
    assert browser.get("/tai-khoan/xac-thuc-hai-lop/").status_code == 200
    assert not TOTPDevice.objects.exists()
    assert browser.post("/tai-khoan/xac-thuc-hai-lop/").url == "/tai-khoan/xac-thuc-hai-lop/bat/"
    page = browser.get("/tai-khoan/xac-thuc-hai-lop/bat/").content.decode()
    assert 'src="data:image/svg+xml' in page
    key = browser.session["second_factor_key"]["key"]
    wrong = browser.post("/tai-khoan/xac-thuc-hai-lop/bat/", {"code": "000000"})
    assert wrong.status_code == 422
    assert "Mã xác thực chưa đúng" in wrong.content.decode()
    assert not TOTPDevice.objects.exists()
    done = browser.post("/tai-khoan/xac-thuc-hai-lop/bat/", {"code": code_of(key)})
    assert len(re.findall(r"<code>[a-z0-9]{4}-[a-z0-9]{4}</code>", done.content.decode())) == 10
    assert "no-store" in done["Cache-Control"]
    assert TOTPDevice.objects.get().user == world.an
    assert Entry.objects.filter(verb="accounts.second_factor_on", by=world.an).exists()
    # Reloading shows no codes again.
    again = browser.post("/tai-khoan/xac-thuc-hai-lop/bat/", {"code": code_of(key)})
    assert again.status_code == 302


def test_the_key_can_be_typed_where_it_cannot_be_scanned(world: World) -> None:
    shown = second_factor.set_up_of(world.an, "00" * 20)
    assert shown.key == " ".join(["AAAA"] * 8)
    assert "secret=" + "A" * 32 in shown.address
    assert shown.address.startswith("otpauth://totp/CCHC%3Aan?")


def test_signing_in_asks_for_the_code_and_lets_nobody_in_before(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    device, _ = with_factor(world.an)
    assert sign_in(browser, "an", next="/tai-khoan/").url == CODE_PAGE
    assert browser.get("/tai-khoan/").status_code == 302
    assert browser.get(CODE_PAGE).status_code == 200
    done = browser.post(CODE_PAGE, {"code": code_of(device.key)})
    assert (done.status_code, done.url) == (302, "/tai-khoan/")
    assert browser.get("/tai-khoan/").status_code == 200
    change = Change.objects.get(entry__verb="accounts.sign_in")
    assert change.after["second_factor"] == "app"


@pytest.mark.parametrize("spelling", ["{0} {1}", " {0}{1} ", "{0}-{1}"])
def test_a_code_may_be_typed_with_spaces(
    world: World, with_factor: WithFactor, spelling: str
) -> None:
    device, _ = with_factor(world.an)
    code = code_of(device.key)
    typed = spelling.format(code[:3], code[3:])
    assert second_factor.check(user=world.an, code=typed) == "app"


def test_a_code_is_accepted_once(world: World, with_factor: WithFactor) -> None:
    device, _ = with_factor(world.an)
    code = code_of(device.key)
    second_factor.check(user=world.an, code=code)
    with pytest.raises(RuleViolation) as told:
        second_factor.check(user=world.an, code=code)
    assert told.value.reason is AccountReason.CODE_IS_WRONG


def test_the_code_page_is_nothing_without_a_password_first(world: World, browser: Client) -> None:
    assert browser.get(CODE_PAGE).url == "/dang-nhap/"
    assert browser.post(CODE_PAGE, {"code": "123456"}).url == "/dang-nhap/"


def test_a_password_waits_ten_minutes_for_its_code(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    with_factor(world.an)
    sign_in(browser, "an")
    session = browser.session
    session["waits_for_code"] = session["waits_for_code"] | {
        "at": session["waits_for_code"]["at"] - 601
    }
    session.save()
    assert browser.get(CODE_PAGE).url == "/dang-nhap/"


def test_a_password_changed_meanwhile_waits_for_no_code(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    device, _ = with_factor(world.an)
    sign_in(browser, "an")
    other = User.objects.get(pk=world.an.pk)
    other.set_password("another-good-password")
    User.objects.filter(pk=other.pk).update(password=other.password)
    assert browser.post(CODE_PAGE, {"code": code_of(device.key)}).url == "/dang-nhap/"


def test_wrong_codes_make_the_next_wait_longer_and_longer(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    device, _ = with_factor(world.an)
    sign_in(browser, "an")
    assert "chưa đúng" in browser.post(CODE_PAGE, {"code": "000000"}).content.decode()
    TOTPDevice.objects.update(throttling_failure_count=7)
    blocked = browser.post(CODE_PAGE, {"code": code_of(device.key)})
    assert blocked.status_code == 422
    assert "hãy chờ 2 phút" in blocked.content.decode()
    TOTPDevice.objects.update(throttling_failure_timestamp=timezone.now() - timedelta(minutes=2))
    assert browser.post(CODE_PAGE, {"code": code_of(device.key)}).status_code == 302
    assert TOTPDevice.objects.get().throttling_failure_count == 0


def test_the_fifth_wrong_code_is_recorded(world: World, with_factor: WithFactor) -> None:
    with_factor(world.an)
    for _ in range(5):
        TOTPDevice.objects.update(throttling_failure_timestamp=None)
        with pytest.raises(RuleViolation):
            second_factor.check(user=world.an, code="000000")
    entry = Entry.objects.get(verb="accounts.second_factor_failed")
    assert entry.changes.get().subject_id == str(world.an.pk)


def test_a_recovery_code_lets_in_once(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    _, codes = with_factor(world.an)
    sign_in(browser, "an")
    assert browser.post(CODE_PAGE, {"code": codes[0].upper()}).status_code == 302
    assert StaticToken.objects.count() == 9
    assert Entry.objects.filter(verb="accounts.recovery_code_used", by=world.an).exists()
    other = Client()
    sign_in(other, "an")
    assert other.post(CODE_PAGE, {"code": codes[0]}).status_code == 422


def test_the_last_recovery_codes_come_with_a_warning(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    _, codes = with_factor(world.an)
    kept = StaticToken.objects.order_by("pk")[:3].values_list("pk", flat=True)
    StaticToken.objects.exclude(pk__in=list(kept)).delete()
    sign_in(browser, "an", next="/tai-khoan/")
    page = browser.post(CODE_PAGE, {"code": codes[0]}, follow=True).content.decode()
    assert "chỉ còn 2 mã dự phòng" in page


def test_recovery_codes_cannot_be_read_in_the_database(
    world: World, with_factor: WithFactor
) -> None:
    _, codes = with_factor(world.an)
    assert len(set(codes)) == 10
    kept = " ".join(StaticToken.objects.values_list("token", flat=True))
    told = str(list(Change.objects.values_list("before", "after", "subject_name")))
    key = TOTPDevice.objects.get().key
    assert not any(code.replace("-", "") in kept or code in told for code in codes)
    assert key not in told


def test_new_recovery_codes_void_the_old_ones(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    device, codes = with_factor(world.an)
    sign_in(browser, "an")
    browser.post(CODE_PAGE, {"code": code_of(device.key)})
    assert browser.post("/tai-khoan/ma-du-phong/", {"password": "sai"}).status_code == 422
    page = browser.post("/tai-khoan/ma-du-phong/", {"password": PASSWORD}).content.decode()
    new = re.findall(r"<code>([a-z0-9]{4}-[a-z0-9]{4})</code>", page)
    assert StaticDevice.objects.count() == 1
    with pytest.raises(RuleViolation):
        second_factor.check(user=world.an, code=codes[0])
    StaticDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0)
    assert second_factor.check(user=world.an, code=new[0]) == "recovery"


def test_turning_off_asks_for_the_password(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    device, _ = with_factor(world.an)
    sign_in(browser, "an")
    browser.post(CODE_PAGE, {"code": code_of(device.key)})
    assert browser.post("/tai-khoan/xac-thuc-hai-lop/tat/", {"password": ""}).status_code == 422
    assert TOTPDevice.objects.exists()
    assert browser.post("/tai-khoan/xac-thuc-hai-lop/tat/", {"password": PASSWORD}).url
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()
    assert sign_in(Client(), "an").url == "/"


def test_guessing_the_password_on_these_pages_locks_out_too(
    world: World, browser: Client, sign_in: SignIn, with_factor: WithFactor
) -> None:
    device, _ = with_factor(world.an)
    sign_in(browser, "an")
    browser.post(CODE_PAGE, {"code": code_of(device.key)})
    answers = [
        browser.post("/tai-khoan/xac-thuc-hai-lop/tat/", {"password": "sai"}) for _ in range(5)
    ]
    assert [one.status_code for one in answers][-2:] == [422, 429]


def test_turning_on_ends_the_sessions_that_have_not_shown_a_code(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    other = Client()
    sign_in(browser, "an")
    sign_in(other, "an")
    key = second_factor.new_key()
    second_factor.turn_on(
        by=world.an, key=key, code=code_of(key), session_key=browser.session.session_key
    )
    assert browser.get("/tai-khoan/").status_code == 200
    assert other.get("/tai-khoan/").status_code == 302


def test_an_administrator_takes_it_away_from_who_lost_the_phone(
    world: World, with_factor: WithFactor
) -> None:
    with_factor(world.an)
    no = Refused(AccountReason.NOT_YOURSELF)
    with pytest.raises(Forbidden):
        second_factor.clear(by=world.binh, user=world.an, reason="", decision=no)
    second_factor.clear(
        by=world.quynh, user=world.an, reason="Mất điện thoại", decision=ALLOWED, place="/1/"
    )
    entry = Entry.objects.get(verb="accounts.second_factor_cleared")
    assert (entry.by, entry.reason, entry.place) == (world.quynh, "Mất điện thoại", "/1/")
    assert not TOTPDevice.objects.exists()


def test_it_is_not_turned_on_twice_nor_off_when_off(
    world: World, with_factor: WithFactor, signed_in: Any
) -> None:
    with pytest.raises(RuleViolation) as told:
        second_factor.turn_off(by=world.an)
    assert told.value.reason is AccountReason.SECOND_FACTOR_IS_OFF
    assert signed_in(world.an).get("/tai-khoan/ma-du-phong/").status_code == 422
    with_factor(world.an)
    key = second_factor.new_key()
    with pytest.raises(RuleViolation) as again:
        second_factor.turn_on(by=world.an, key=key, code=code_of(key), session_key=None)
    assert again.value.reason is AccountReason.SECOND_FACTOR_IS_ON
