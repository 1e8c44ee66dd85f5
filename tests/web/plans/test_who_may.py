"""The page of a unit says who may do what with its plans, as the policies themselves decide."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Role
from cchc.web.organisation.who_may import who_may
from cchc.web.plans.who_may_views import VERBS
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
# Take in, begin, edit and submit, approve, issue, amend, assign, see all that is issued.
TABLE = {
    Role.COORDINATOR: "yyy.yy.y",
    Role.UNIT_HEAD: "......y.",
    Role.STAFF: "........",
    Role.LEADER: "...y...y",
    Role.APPRAISER: ".......y",
    Role.INSPECTOR: ".......y",
    Role.VIEWER: ".......y",
    Role.ADMINISTRATOR: "........",
}


def test_the_table_of_roles_and_verbs(world: World) -> None:
    rows = who_may(world.department, TODAY, VERBS)
    said = {row.role: "".join("y" if yes else "." for _, yes in row.answers) for row in rows}
    assert said == TABLE


def test_the_page_of_a_unit_loads_the_table_as_a_part(world: World, signed_in: SignedIn) -> None:
    browser = signed_in(world.chau)
    page = browser.get(reverse("organisation:unit", args=(world.department.pk,))).content.decode()
    (address,) = re.findall(r'hx-get="([^"]+)"', page.partition('id="who"')[2])
    assert address == reverse("plans:who_may", args=(world.department.pk,))
    part = browser.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Duyệt, trả lại" in part
    assert "Võ Hương Giang" in part


def test_without_a_script_the_table_is_a_page(world: World, signed_in: SignedIn) -> None:
    page = signed_in(world.chau).get(reverse("plans:who_may", args=(world.quality.pk,)))
    assert "<html" in page.content.decode()
    assert "Chi cục Tiêu chuẩn Đo lường Chất lượng" in page.content.decode()


def test_who_does_not_work_with_the_unit_is_not_shown_its_people(
    world: World, signed_in: SignedIn
) -> None:
    address = reverse("plans:who_may", args=(world.department.pk,))
    assert signed_in(world.dung).get(address).status_code == 404


def test_the_table_asks_few_questions(
    world: World,
    signed_in: SignedIn,
    django_assert_num_queries: Callable[[int], pytest.FixtureRequest],
) -> None:
    browser = signed_in(world.chau)
    address = reverse("plans:who_may", args=(world.department.pk,))
    browser.get(address)
    with django_assert_num_queries(5):  # type: ignore[attr-defined]
        browser.get(address)
