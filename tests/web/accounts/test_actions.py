"""What administrators do to accounts: made, corrected, reset, closed; only with a decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cchc.web.accounts import actions
from cchc.web.accounts.models import KnownSession, User
from cchc.web.accounts.reasons import AccountReason
from cchc.web.audit.acting import acting
from cchc.web.audit.models import Entry
from cchc.web.ui.refusals import ALLOWED, ChangedMeanwhile, Forbidden, Refused, RuleViolation
from tests.web.accounts.conftest import SignIn
from tests.web.world import World

NO = Refused(AccountReason.NOT_YOURSELF)


def _made(world: World, **more: Any) -> tuple[User, str]:
    told = {"username": "khanh", "full_name": " Lý Vân Khánh ", "email": "", "phone": ""} | more
    with acting("tests.create", by=world.quynh, place=world.office.path) as act:
        return actions.create_user(act, **told)


def test_a_new_person_signs_in_with_the_initial_password_and_must_change_it(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    user, password = _made(world, username=" Khanh.LV ")
    assert (user.username, user.full_name) == ("khanh.lv", "Lý Vân Khánh")
    sign_in(browser, "khanh.lv", password)
    assert browser.get("/").url == "/tai-khoan/mat-khau/"


def test_a_person_may_be_known_without_signing_in(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    user, password = _made(world, can_sign_in=False)
    assert password == ""
    assert not user.has_usable_password()
    assert sign_in(browser, "khanh", "").status_code == 422


@pytest.mark.parametrize("taken", ["an", "AN", " An "])
def test_a_sign_in_name_is_given_once(world: World, taken: str) -> None:
    with pytest.raises(RuleViolation) as told:
        _made(world, username=taken)
    assert told.value.reason is AccountReason.USERNAME_TAKEN


@pytest.mark.parametrize("name", ["", "x", "lý vân", "an khánh", "-an", "a" * 61, "an@mau", "a\0b"])
def test_a_sign_in_name_is_plain_letters_and_figures(world: World, name: str) -> None:
    with pytest.raises(RuleViolation) as told:
        _made(world, username=name)
    assert told.value.reason is AccountReason.USERNAME_SHAPE


def test_the_first_person_of_an_empty_office_chooses_the_password(
    db: None, browser: Client, sign_in: SignIn
) -> None:
    with acting("tests.first", by=None) as act:
        actions.create_first_user(
            act, username="quantri", full_name="Bùi Như Quỳnh", password="mot-cau-rat-rieng"
        )
    assert sign_in(browser, "quantri", "mot-cau-rat-rieng").url == "/"
    assert browser.get("/tai-khoan/").status_code == 200


def test_a_reset_gives_an_initial_password_and_ends_every_session(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(browser, "an")
    password = actions.reset_password(
        by=world.quynh, user=world.an, decision=ALLOWED, place=world.office.path
    )
    assert browser.get("/tai-khoan/").status_code == 302
    assert not KnownSession.objects.exists()
    sign_in(browser, "an", password)
    assert browser.get("/").url == "/tai-khoan/mat-khau/"
    entry = Entry.objects.get(verb="accounts.reset_password")
    assert (entry.by, entry.place) == (world.quynh, world.office.path)


def test_a_closed_account_is_out_at_once_and_comes_back(
    world: World, browser: Client, sign_in: SignIn
) -> None:
    sign_in(browser, "an")
    actions.set_active(
        by=world.quynh, user=world.an, is_active=False, reason="Nghỉ hưu", decision=ALLOWED
    )
    assert browser.get("/tai-khoan/").status_code == 302
    assert sign_in(browser, "an").status_code == 422
    assert Entry.objects.get(verb="accounts.close").reason == "Nghỉ hưu"
    with pytest.raises(RuleViolation) as told:
        actions.reset_password(by=world.quynh, user=world.an, decision=ALLOWED)
    assert told.value.reason is AccountReason.CANNOT_SIGN_IN
    actions.set_active(by=world.quynh, user=world.an, is_active=True, decision=ALLOWED)
    assert sign_in(browser, "an").status_code == 302


def test_closing_an_account_needs_a_reason_and_is_not_for_oneself(world: World) -> None:
    for user, reason, expected in (
        (world.an, " ", AccountReason.REASON_NEEDED),
        (world.quynh, "Thử", AccountReason.NOT_YOURSELF),
    ):
        with pytest.raises(RuleViolation) as told:
            actions.set_active(
                by=world.quynh, user=user, is_active=False, reason=reason, decision=ALLOWED
            )
        assert told.value.reason is expected


def test_facts_are_corrected_and_two_editors_do_not_overwrite_each_other(world: World) -> None:
    seen = world.an.version
    told = {"full_name": "Nguyễn Thị Ân", "email": "an@mau.gov.vn", "phone": "0900"}
    actions.change_user(by=world.quynh, user=world.an, decision=ALLOWED, expected=seen, **told)
    assert User.objects.get(folded__contains="thi an").email == "an@mau.gov.vn"
    stale = User.objects.get(pk=world.an.pk)
    with pytest.raises(ChangedMeanwhile):
        actions.change_user(by=world.quynh, user=stale, decision=ALLOWED, expected=seen, **told)


@pytest.mark.parametrize(
    "do",
    [
        lambda w: actions.reset_password(by=w.binh, user=w.an, decision=NO),
        lambda w: actions.set_active(
            by=w.binh, user=w.an, is_active=False, reason="x", decision=NO
        ),
        lambda w: actions.set_active(by=w.binh, user=w.an, is_active=True, decision=NO),
        lambda w: actions.change_user(
            by=w.binh, user=w.an, full_name="X", email="", phone="", decision=NO
        ),
    ],
    ids=("reset", "close", "open", "change"),
)
def test_nothing_is_done_to_an_account_against_the_decision(
    world: World, do: Callable[[World], object]
) -> None:
    before = User.objects.filter(pk=world.an.pk).values().get(), Entry.objects.count()
    with pytest.raises(Forbidden):
        do(world)
    assert (User.objects.filter(pk=world.an.pk).values().get(), Entry.objects.count()) == before
