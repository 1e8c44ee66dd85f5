"""Lists of units and people: what they find, and that they ask as few questions at any size."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from cchc.web.accounts.models import User
from cchc.web.organisation import policy
from cchc.web.organisation.models import Unit
from tests.web.organisation.large import PEOPLE, UNITS, enlarge
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
# Questions of a page: session, user, standing, then its own.
PAGES = {
    ("units", ""): 5,
    ("units", "ngay=01%2F09%2F2025&ten=nay"): 6,
    ("units", "tim=phong"): 6,
    ("people", ""): 7,
    ("people", "tim=nguyen+van&vai_tro=staff"): 7,
}


@pytest.mark.parametrize(("name", "asked"), PAGES, ids=lambda value: value or "all")
@pytest.mark.parametrize("size", ["small", "large"])
def test_a_list_asks_as_many_questions_at_any_size(
    world: World, signed_in: SignedIn, name: str, asked: str, size: str
) -> None:
    if size == "large":
        enlarge(world)
    browser = signed_in(world.quynh)
    with CaptureQueriesContext(
        connection,
    ) as asked_for:
        assert browser.get(f"{reverse(f'organisation:{name}')}?{asked}").status_code == 200
    assert len(asked_for) <= PAGES[name, asked], [one["sql"][:120] for one in asked_for]


@pytest.mark.parametrize(("name", "most"), [("unit", 21), ("person", 13)])
def test_a_page_asks_no_more_than_its_parts_need(
    world: World, signed_in: SignedIn, name: str, most: int
) -> None:
    enlarge(world)
    pk = world.department.pk if name == "unit" else world.an.pk
    browser = signed_in(world.quynh)
    with CaptureQueriesContext(connection) as asked_for:
        browser.get(reverse(f"organisation:{name}", args=(pk,)))
    assert len(asked_for) <= most, [one["sql"][:120] for one in asked_for]


@pytest.mark.parametrize("name", ["An", "Châu", "Dũng", "Hạnh", "Quỳnh"])
def test_page_count_and_export_show_the_same_people_and_units(
    world: World, signed_in: SignedIn, name: str
) -> None:
    browser = signed_in(world.cast[name])
    page = browser.get(reverse("organisation:people")).context["page"]
    shown = {one.username for one in page}
    assert page.paginator.count == len(shown)
    book = load_workbook(io.BytesIO(browser.get(reverse("organisation:export")).content))
    people = {row[0] for row in book["Người"].iter_rows(min_row=2, values_only=True)}
    units = [row[1] for row in book["Đơn vị"].iter_rows(min_row=2, values_only=True)]
    assert people == shown
    tree = browser.get(reverse("organisation:units")).context["tree"]
    assert len(units) == tree["count"] == policy.visible_units(world.cast[name], TODAY).count()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (
            {"tim": "cong nghe"},
            {"Sở Khoa học và Công nghệ", "Phòng Quản lý Công nghệ và Đổi mới sáng tạo"},
        ),
        ({"tim": "doi moi"}, {"Phòng Quản lý Công nghệ và Đổi mới sáng tạo"}),
        ({"tim": "SNV"}, {"Sở Nội vụ"}),
        ({"loai": "sub_department"}, {"Chi cục Tiêu chuẩn Đo lường Chất lượng"}),
        ({"tim": "không có"}, set()),
    ],
)
def test_units_are_found_without_marks_and_by_kind(
    world: World, signed_in: SignedIn, asked: dict[str, str], found: set[str]
) -> None:
    page = signed_in(world.chau).get(reverse("organisation:units"), asked)
    assert {row["unit"].name for row in page.context["rows"]} == found


def test_a_large_tree_is_closed_and_opens_a_branch_at_a_time(
    world: World, signed_in: SignedIn
) -> None:
    enlarge(world)
    browser = signed_in(world.chau)
    page = browser.get(reverse("organisation:units"))
    text = page.content.decode()
    assert page.context["tree"]["count"] == UNITS
    assert "Chi cục Tiêu chuẩn Đo lường Chất lượng" in text, "the way to one's own unit is open"
    assert "Phòng Nghiệp vụ số 1<" not in text
    other = Unit.objects.get(name="Sở số 1")
    branch = browser.get(reverse("organisation:units"), {"nhanh": other.pk}).content.decode()
    assert "Phòng Nghiệp vụ số 1<" in branch and "<html" not in branch
    opened = browser.get(reverse("organisation:units"), {"mo": other.pk}).content.decode()
    assert "Phòng Nghiệp vụ số 1<" in opened and "<html" in opened
    rest = browser.get(reverse("organisation:units"), {"nhanh": world.province.pk, "tu": "50"})
    assert len(rest.context["branch"].shown) == 50
    listed = browser.get(reverse("organisation:units"), {"duoi": world.province.pk})
    assert listed.context["page"].paginator.count == 34 + 124, "without JavaScript, as a list"


def test_three_thousand_people_come_in_pages(world: World, signed_in: SignedIn) -> None:
    enlarge(world)
    page = signed_in(world.quynh).get(reverse("organisation:people")).context["page"]
    assert (page.paginator.count, len(page.object_list)) == (PEOPLE, 50)


@pytest.mark.parametrize("wrong", ["ngay=32/13/2026", "trang=abc", "nhanh=x", "mo=999999", "gom=?"])
def test_a_wrong_question_is_answered_with_a_page(
    world: World, signed_in: SignedIn, wrong: str
) -> None:
    assert signed_in(world.an).get(f"{reverse('organisation:units')}?{wrong}").status_code == 200
