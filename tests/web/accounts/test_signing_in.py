"""Signing in: by name and password, locked out after failures, never telling who exists."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from cchc.web.accounts.addresses import client_address
from cchc.web.accounts.models import KnownSession
from cchc.web.accounts.words import waiting_words
from cchc.web.audit.models import Change, Entry
from tests.web.accounts.conftest import SignIn
from tests.web.world import World


def _said(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_right_password_leads_to_the_work_and_is_recorded(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    answer = sign_in(browser, "an")
    assert (answer.status_code, answer.url) == (302, "/")
    entry = Entry.objects.get(verb="accounts.sign_in")
    (change,) = entry.changes.all()
    assert entry.by == world.an
    assert change.after["address"] == "10.0.0.1"
    assert change.after["device"] == "Chrome trên Windows"


@pytest.mark.parametrize(
    ("then", "goes_to"),
    [
        ("/ke-hoach/", "/ke-hoach/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/dang-nhap/", "/"),
        ("", "/"),
    ],
)
def test_after_signing_in_one_goes_where_one_wanted_but_never_elsewhere(
    world: World, browser: Client, sign_in: SignIn, then: str, goes_to: str
) -> None:
    assert sign_in(browser, "an", next=then).url == goes_to


def test_a_page_asks_to_sign_in_and_comes_back(world: World, browser: Client) -> None:
    asked = browser.get("/tai-khoan/")
    assert asked.url == "/dang-nhap/?next=/tai-khoan/"
    assert 'name="next" value="/tai-khoan/"' in browser.get(asked.url).content.decode()


@pytest.mark.parametrize("name", ["AN", " an ", "An"])
def test_the_letter_case_of_a_name_does_not_matter(
    world: World, browser: Client, sign_in: SignIn, name: str
) -> None:
    assert sign_in(browser, name).status_code == 302


def test_a_wrong_password_and_an_unknown_name_are_told_the_same(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    world.binh.is_active = False
    type(world.binh).objects.filter(pk=world.binh.pk).update(is_active=False)
    wrong = sign_in(browser, "an", "sai")
    unknown = sign_in(browser, "khong-co-ai", "sai")
    closed = sign_in(browser, "binh")
    texts = {_said(one).replace("khong-co-ai", "").replace("binh", "") for one in (unknown, closed)}
    assert [one.status_code for one in (wrong, unknown, closed)] == [422, 422, 422]
    assert len(texts) == 1
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in texts.pop()


@pytest.mark.parametrize("name", ["an", "khong-co-ai"])
def test_five_failures_lock_out_and_say_how_long_whoever_it_is(
    world: World, browser: Client, sign_in: SignIn, name: str
) -> None:
    answers = [sign_in(browser, name, "sai") for _ in range(5)]
    assert [one.status_code for one in answers] == [422, 422, 422, 422, 429]
    assert "Hãy chờ 15 phút" in _said(answers[-1])
    assert 880 < int(answers[-1]["Retry-After"]) <= 900
    # The right password does not help now.
    assert sign_in(browser, name).status_code == 429


def test_variants_of_a_name_share_one_count(world: World, browser: Client, sign_in: SignIn) -> None:
    for name in ("an", "AN", " An", "aN", "An "):
        last = sign_in(browser, name, "sai")
    assert last.status_code == 429


def test_trying_on_while_locked_out_does_not_make_the_wait_longer(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    for _ in range(5):
        sign_in(browser, "an", "sai")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=10))
    assert "Hãy chờ 5 phút" in _said(sign_in(browser, "an", "sai"))
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert sign_in(browser, "an").status_code == 302


def test_nobody_is_locked_out_from_elsewhere(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    for _ in range(6):
        sign_in(browser, "an", "sai", address="203.0.113.9")
    assert sign_in(Client(), "an", address="10.0.0.1").status_code == 302


def test_an_address_that_tries_many_names_is_locked_out_for_all(
    world: World, browser: Client, sign_in: SignIn, settings: Any
) -> None:
    settings.NAMES_TRIED_LIMIT = 4
    answers = [sign_in(browser, f"ten-{i}", "sai") for i in range(4)]
    assert [one.status_code for one in answers] == [422, 422, 422, 429]
    assert sign_in(browser, "an").status_code == 429
    assert sign_in(Client(), "an", address="10.0.0.2").status_code == 302


def test_a_success_clears_the_count_of_that_name(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    for _ in range(4):
        sign_in(browser, "an", "sai")
    assert sign_in(browser, "an").status_code == 302
    assert sign_in(Client(), "an", "sai").status_code == 422


def test_a_lock_is_recorded_once_and_keeps_no_name_that_nobody_bears(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    for _ in range(7):
        sign_in(browser, "an", "sai")
        sign_in(browser, "MatKhauGoNham1", "sai")
    entries = Entry.objects.filter(verb="accounts.locked_out")
    assert entries.count() == 2
    assert not entries.filter(folded__contains="nham").exists()
    about = Change.objects.filter(entry__in=entries)
    assert [one.subject_id for one in about] == [str(world.an.pk)]
    assert all(one.data or one.changes.exists() for one in entries)


def test_signing_out_is_a_post_and_ends_the_session(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(browser, "an")
    assert browser.get("/dang-xuat/").status_code == 405
    assert browser.post("/dang-xuat/").url == "/dang-nhap/"
    assert not KnownSession.objects.exists()
    assert browser.get("/tai-khoan/").status_code == 302
    assert Entry.objects.filter(verb="accounts.sign_out", by=world.an).exists()


def test_who_is_signed_in_does_not_see_the_sign_in_page_again(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(browser, "an")
    assert browser.get("/dang-nhap/?next=/tai-khoan/").url == "/tai-khoan/"


def test_the_pages_of_signing_in_are_never_cached(world: World, browser: Client) -> None:
    for path in ("/dang-nhap/", "/quen-mat-khau/"):
        assert "no-store" in browser.get(path)["Cache-Control"]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "", "10.1.1.1"),
        (0, "203.0.113.9", "10.1.1.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.9.9.9", "203.0.113.9"),
        (1, "", "10.1.1.1"),
        (1, "no address", None),
    ],
)
def test_only_our_own_proxies_are_believed_about_an_address(
    rf: Any, settings: Any, proxies: int, forwarded: str, address: str | None
) -> None:
    settings.PROXIES = proxies
    keys = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert client_address(rf.get("/", REMOTE_ADDR="10.1.1.1", **keys)) == address


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "1 giây"), (44.2, "45 giây"), (60, "1 phút"), (61, "2 phút"), (7200, "2 giờ")],
)
def test_a_wait_is_said_in_words(seconds: float, words: str) -> None:
    assert waiting_words(seconds) == words
