"""Passwords: what is demanded, changed by their owner, set by a letter's link, led to."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_tasks_db.models import DBTaskResult

from cchc.web.accounts.jobs import send_reset_link
from cchc.web.accounts.models import User
from cchc.web.accounts.passwords import faults_of, initial_password
from cchc.web.audit.models import Change, Entry
from tests.web.accounts.conftest import PASSWORD, SignIn
from tests.web.world import World

NEW = "con-meo-ngoi-hoc-bai"
CHANGE = {"password": PASSWORD, "new": NEW, "again": NEW}


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("ngan", "ít nhất 10 ký tự"),
        ("482915730264", "không được chỉ gồm chữ số"),
        ("NguyenThiAn99", "quá giống họ tên"),
        ("an.123456.an", "quá giống họ tên"),
        ("matkhau12345", "nhiều người dùng"),
        ("Mật khẩu 2025!", "nhiều người dùng"),
        ("VietNam@2025", "nhiều người dùng"),
        ("aaaaaaaaaaaa", "nhiều người dùng"),
        ("12345-67890!", "nhiều người dùng"),
        ("password1234", "nhiều người dùng"),
        (PASSWORD, "phải khác mật khẩu đang dùng"),
        ("x" * 201, "dài nhất 200 ký tự"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(
    world: World, password: str, fault: str
) -> None:
    world.an.username = "an.an"
    assert fault in " ".join(faults_of(password, world.an))


@pytest.mark.parametrize("password", [NEW, "Bốn mùa hoa nở trên đồi", "kdm7-4qtx-9hwa"])
def test_a_good_password_has_no_fault(world: World, password: str) -> None:
    assert faults_of(password, world.an) == []


def test_initial_passwords_are_good_all_different_and_easy_to_read_out(world: World) -> None:
    made = {initial_password() for _ in range(200)}
    assert len(made) == 200
    for one in made:
        assert re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}", one)
        assert faults_of(one, world.an) == []


def test_changing_it_asks_for_the_old_one_and_ends_other_sessions(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    other = Client()
    sign_in(browser, "an")
    sign_in(other, "an")
    wrong = browser.post("/tai-khoan/mat-khau/", CHANGE | {"password": "sai"})
    assert wrong.status_code == 422
    assert "Mật khẩu đang dùng chưa đúng" in wrong.content.decode()
    differs = browser.post("/tai-khoan/mat-khau/", CHANGE | {"again": "khác hẳn đi nhé"})
    assert "không giống nhau" in differs.content.decode()
    assert browser.post("/tai-khoan/mat-khau/", CHANGE).url == "/tai-khoan/"
    page = browser.get("/tai-khoan/").content.decode()
    assert "Đã đổi mật khẩu" in page
    assert page.count("Phiên này") == 1
    assert other.get("/tai-khoan/").status_code == 302
    assert sign_in(Client(), "an", NEW).status_code == 302


def test_the_record_tells_of_the_change_but_not_the_password(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(browser, "an")
    browser.post("/tai-khoan/mat-khau/", CHANGE)
    entry = Entry.objects.get(verb="accounts.change_password")
    assert entry.by == world.an
    told = str(list(Change.objects.values_list("before", "after")))
    assert NEW not in told
    assert User.objects.get(pk=world.an.pk).password not in told


def test_an_initial_password_leads_to_its_change_from_every_page(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    User.objects.filter(pk=world.an.pk).update(must_change_password=True)
    sign_in(browser, "an")
    for path in ("/", "/tai-khoan/", "/ke-hoach/", "/nhat-ky/", "/tai-khoan/xac-thuc-hai-lop/"):
        assert browser.get(path).url == "/tai-khoan/mat-khau/", path
    part = browser.get("/ke-hoach/", headers={"HX-Request": "true"})
    assert part["HX-Redirect"] == "/tai-khoan/mat-khau/"
    page = browser.get("/tai-khoan/mat-khau/").content.decode()
    assert "mật khẩu khởi tạo" in page
    assert "Ít nhất 10 ký tự" in page
    browser.post("/tai-khoan/mat-khau/", CHANGE)
    assert browser.get("/tai-khoan/").status_code == 200


def test_who_must_change_the_password_can_sign_out(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    User.objects.filter(pk=world.an.pk).update(must_change_password=True)
    sign_in(browser, "an")
    assert browser.post("/dang-xuat/").url == "/dang-nhap/"


def _run_jobs() -> int:
    """Do what the worker does with the waiting jobs."""
    waiting = list(DBTaskResult.objects.all())
    sent = sum(send_reset_link.call(*one.args_kwargs["args"]) for one in waiting)
    DBTaskResult.objects.all().delete()
    return sent


@pytest.mark.parametrize("who", ["an", "AN", "an@mau.gov.vn", " An@Mau.gov.vn "])
def test_a_letter_brings_a_link_to_a_new_password(
    world: World, browser: Client, sign_in: SignIn, who: str
) -> None:
    User.objects.filter(pk=world.an.pk).update(email="an@mau.gov.vn")
    sign_in(other := Client(), "an")
    answer = browser.post("/quen-mat-khau/", {"who": who})
    assert "Đã nhận yêu cầu" in answer.content.decode()
    assert _run_jobs() == 1
    (letter,) = mail.outbox
    assert letter.to == ["an@mau.gov.vn"]
    link = re.search(r"http://testserver(\S+)", letter.body)
    assert link
    assert "Đặt mật khẩu mới" in browser.get(link[1]).content.decode()
    assert browser.post(link[1], {"new": "ngan", "again": "ngan"}).status_code == 422
    assert browser.post(link[1], {"new": NEW, "again": NEW}).url == "/dang-nhap/"
    assert sign_in(browser, "an", NEW).status_code == 302
    assert other.get("/tai-khoan/").status_code == 302
    # The link is used up.
    over = browser.get(link[1])
    assert over.status_code == 422
    assert "đã dùng hoặc đã quá hạn" in over.content.decode()


@pytest.mark.parametrize("who", ["khong-co-ai", "binh", "chau", "dung", "x@mau.gov.vn"])
def test_the_answer_does_not_tell_whether_a_letter_was_written(
    world: World, browser: Client, who: str
) -> None:
    User.objects.filter(pk=world.an.pk).update(email="an@mau.gov.vn")
    User.objects.filter(pk=world.chau.pk).update(email="chau@mau.gov.vn", is_active=False)
    world.dung.set_unusable_password()
    User.objects.filter(pk=world.dung.pk).update(
        email="dung@mau.gov.vn", password=world.dung.password
    )
    known = browser.post("/quen-mat-khau/", {"who": "an"})
    DBTaskResult.objects.all().delete()
    answer = browser.post("/quen-mat-khau/", {"who": who})
    token = r"[A-Za-z0-9]{64}"
    assert re.sub(token, "", answer.content.decode()) == re.sub(token, "", known.content.decode())
    assert _run_jobs() == 0


def test_nobody_is_flooded_with_letters(world: World, browser: Client) -> None:
    User.objects.filter(pk=world.an.pk).update(email="an@mau.gov.vn")
    for _ in range(3):
        browser.post("/quen-mat-khau/", {"who": "an"})
    assert _run_jobs() == 1


def test_too_many_waiting_requests_are_refused(
    world: World, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc.web.accounts.jobs._MOST_WAITING", 2)
    answers = [browser.post("/quen-mat-khau/", {"who": f"ai-{i}"}) for i in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 422]


@pytest.mark.parametrize("link", ["/quen-mat-khau/MQ/abc-def/", "/quen-mat-khau/%%%/x/"])
def test_a_made_up_link_is_told_to_be_over(world: World, browser: Client, link: str) -> None:
    assert browser.get(link).status_code == 422


def test_a_link_is_over_after_two_hours(world: World, browser: Client, settings: Any) -> None:
    coded = urlsafe_base64_encode(force_bytes(world.an.pk))
    token = default_token_generator.make_token(world.an)
    link = f"/quen-mat-khau/{coded}/{token}/"
    assert browser.get(link).status_code == 200
    settings.PASSWORD_RESET_TIMEOUT = -int(timedelta(hours=1).total_seconds())
    assert browser.get(link).status_code == 422
