"""The account page: one's facts and sessions, nobody else's."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cchc.web.accounts.known_sessions import device_words
from cchc.web.accounts.models import KnownSession, User
from cchc.web.accounts.policy import visible_sessions
from cchc.web.audit.models import Entry
from tests.web.accounts.conftest import SignIn
from tests.web.world import World

EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/140.0 Safari/537.36 Edg/140.0"
COC_COC = "Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120 Chrome/114 Safari/537"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Safari/604"
ANDROID = "Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (EDGE, "Edge trên Windows"),
        (COC_COC, "Cốc Cốc trên Windows"),
        (IPHONE, "Safari trên iPhone"),
        (ANDROID, "Chrome trên điện thoại Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130) Firefox/130.0", "Firefox trên Linux"),
        ("curl/8.5", "Trình duyệt không rõ"),
        ("", "Trình duyệt không rõ"),
    ],
)
def test_a_browser_and_its_machine_are_named(agent: str, words: str) -> None:
    assert device_words(agent) == words


def test_every_open_session_is_listed_with_device_and_address(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(browser, "an")
    sign_in(Client(headers={"User-Agent": IPHONE}), "an", address="10.0.0.7")
    page = browser.get("/tai-khoan/").content.decode()
    for words in ("Chrome trên Windows", "10.0.0.1", "Safari trên iPhone", "10.0.0.7"):
        assert words in page
    assert page.count("Phiên này") == 1


def test_a_session_is_ended_from_another(world: World, browser: Client, sign_in: SignIn) -> None:
    other = Client()
    sign_in(browser, "an")
    sign_in(other, "an")
    row = KnownSession.objects.get(session_key=other.session.session_key)
    assert browser.get(f"/tai-khoan/phien/{row.pk}/").status_code == 405
    assert browser.post(f"/tai-khoan/phien/{row.pk}/").url == "/tai-khoan/"
    assert other.get("/tai-khoan/").status_code == 302
    assert browser.get("/tai-khoan/").status_code == 200
    assert Entry.objects.filter(verb="accounts.end_session", by=world.an).exists()


def test_all_other_sessions_are_ended_at_once(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    others = [Client(), Client()]
    for one in (browser, *others):
        sign_in(one, "an")
    page = browser.post("/tai-khoan/phien/khac/", follow=True).content.decode()
    assert "Đã kết thúc 2 phiên khác" in page
    assert [one.get("/tai-khoan/").status_code for one in others] == [302, 302]
    assert visible_sessions(world.an).count() == 1


def test_another_persons_session_is_not_there(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(browser, "an")
    sign_in(other := Client(), "binh")
    row = KnownSession.objects.get(user=world.binh)
    assert browser.post(f"/tai-khoan/phien/{row.pk}/").status_code == 404
    assert other.get("/tai-khoan/").status_code == 200
    assert list(visible_sessions(world.an).values_list("user", flat=True)) == [world.an.pk]


def test_a_session_in_use_is_noted_at_most_every_five_minutes(
    world: World, browser: Client, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    sign_in(browser, "an")
    KnownSession.objects.update(seen_at=timezone.now() - timedelta(days=1))
    browser.get("/tai-khoan/mat-khau/")
    assert KnownSession.objects.get().seen_at < timezone.now() - timedelta(hours=23)
    session = browser.session
    session["seen_at"] = time.time() - 301
    session.save()
    browser.get("/tai-khoan/mat-khau/", REMOTE_ADDR="10.0.0.9")
    row = KnownSession.objects.get()
    assert row.seen_at > timezone.now() - timedelta(days=999)
    assert row.address == "10.0.0.9"
    # In between: the session, its person and where they stand, nothing more.
    with django_assert_num_queries(3):
        browser.get("/tai-khoan/mat-khau/")


def test_sessions_that_ended_by_themselves_are_not_listed(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(old := Client(), "an")
    old.session.delete()
    sign_in(browser, "an")
    assert KnownSession.objects.count() == 1


def test_one_corrects_how_one_is_reached(world: World, browser: Client, sign_in: SignIn) -> None:
    sign_in(browser, "an")
    bad = browser.post("/tai-khoan/thong-tin/", {"email": "an@", "version": 1})
    assert bad.status_code == 422
    seen = User.objects.get(pk=world.an.pk).version
    told = {"email": "an@mau.gov.vn", "phone": "0900 000 000", "version": seen}
    assert browser.post("/tai-khoan/thong-tin/", told).url == "/tai-khoan/"
    assert User.objects.get(pk=world.an.pk).email == "an@mau.gov.vn"
    stale = browser.post("/tai-khoan/thong-tin/", told | {"email": "khac@mau.gov.vn"})
    assert stale.status_code == 409
    assert "Người khác vừa sửa" in stale.content.decode()


def test_the_page_shows_what_happened_to_the_account(
    world: World, browser: Client, sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    sign_in(browser, "an")
    sign_in(Client(), "an")
    with django_assert_max_num_queries(7):
        page = browser.get("/tai-khoan/").content.decode()
    assert "đăng nhập" in page
    assert "địa chỉ" in page


@pytest.mark.parametrize(
    "path",
    [
        *("/tai-khoan/", "/tai-khoan/thong-tin/", "/tai-khoan/mat-khau/"),
        *("/tai-khoan/xac-thuc-hai-lop/", "/tai-khoan/xac-thuc-hai-lop/bat/"),
        *("/tai-khoan/xac-thuc-hai-lop/tat/", "/tai-khoan/ma-du-phong/"),
    ],
)
def test_the_account_is_for_who_is_signed_in(world: World, path: str) -> None:
    assert Client().get(path).url == f"/dang-nhap/?next={path}"
    if path != "/tai-khoan/":  # which only shows
        assert Client().post(path).url == f"/dang-nhap/?next={path}"


def test_looking_at_pages_writes_nothing(world: World, browser: Client, sign_in: SignIn) -> None:
    sign_in(browser, "an")
    before = Entry.objects.count(), User.objects.filter(pk=world.an.pk).values().get()
    for path in ("/tai-khoan/", "/tai-khoan/mat-khau/", "/tai-khoan/xac-thuc-hai-lop/"):
        browser.get(path)
    assert (Entry.objects.count(), User.objects.filter(pk=world.an.pk).values().get()) == before
