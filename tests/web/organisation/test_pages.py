"""Every page of units and people opens for whom it is meant, and refuses the others with why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from cchc.web.accounts.models import User
from tests.web.world import World

SignedIn = Callable[[User], Client]
FORMS = (
    *("add_unit", "edit_unit", "move_unit", "archive_unit", "rename", "merge", "split"),
    *("dissolve", "add_alias", "add_collective", "add_person", "give_position"),
)


@pytest.mark.parametrize("name", FORMS)
def test_each_form_about_a_unit_opens_for_the_administrator(
    world: World, signed_in: SignedIn, name: str
) -> None:
    page = signed_in(world.quynh).get(reverse(f"organisation:{name}", args=(world.quality.pk,)))
    assert page.status_code == 200
    assert "<form" in page.content.decode()


@pytest.mark.parametrize("name", FORMS)
def test_staff_are_refused_each_form_with_the_reason(
    world: World, signed_in: SignedIn, name: str
) -> None:
    page = signed_in(world.chau).get(reverse(f"organisation:{name}", args=(world.quality.pk,)))
    assert page.status_code == 403
    assert "Chỉ " in page.content.decode()


@pytest.mark.parametrize("name", ("units", "people", "import", "provinces"))
def test_each_list_opens_for_the_administrator(
    world: World, signed_in: SignedIn, name: str
) -> None:
    assert signed_in(world.quynh).get(reverse(f"organisation:{name}")).status_code == 200


def test_the_pages_of_a_unit_and_a_person_open_for_a_colleague(
    world: World, signed_in: SignedIn
) -> None:
    browser = signed_in(world.chau)
    page = browser.get(reverse("organisation:unit", args=(world.quality.pk,)))
    assert "Lê Minh Châu" in page.content.decode()
    page = browser.get(reverse("organisation:person", args=(world.an.pk,)))
    assert "Nguyễn Thị An" in page.content.decode()


def test_a_stranger_is_led_to_sign_in(world: World, client: Client) -> None:
    page = client.get(reverse("organisation:units"))
    assert page.status_code == 302
    assert reverse("accounts:sign_in") in page.headers["Location"]
