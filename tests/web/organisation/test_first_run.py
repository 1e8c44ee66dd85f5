"""An office without anybody leads to its first page, once; the frame then says where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Position, Role, Unit
from tests.web.world import World

FIRST = "/don-vi/bat-dau/"
TYPED = {
    "unit_name": "Tỉnh Mẫu",
    "kind": "province",
    "full_name": "Bùi Như Quỳnh",
    "username": "quynh",
    "password": "cây đa giếng nước sân đình",
    "again": "cây đa giếng nước sân đình",
}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/dang-nhap/", "/don-vi/", "/ke-hoach/", "/khong-co/"])
def test_every_page_of_an_empty_office_leads_to_the_first_page(
    client: Client, address: str
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, FIRST)


@pytest.mark.django_db
def test_the_first_page_makes_the_root_and_its_administrator_and_is_no_more(
    client: Client,
) -> None:
    assert client.get(FIRST).status_code == 200
    page = client.post(FIRST, TYPED, follow=True)
    assert page.status_code == 200 and "Cơ quan đã sẵn sàng" in page.content.decode()
    root = Unit.objects.get()
    held = Position.objects.get()
    assert (root.name, root.path) == ("Tỉnh Mẫu", f"/{root.pk}/")
    assert (held.unit, held.role, held.user.username) == (root, Role.ADMINISTRATOR, "quynh")
    assert held.user.check_password(TYPED["password"])
    assert client.get(FIRST).status_code == 404
    assert client.post(FIRST, {**TYPED, "username": "ke-la"}).status_code == 404
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"again": "khác"}, "khác nhau"),
        ({"password": "ngắn", "again": "ngắn"}, "ít nhất"),
        ({"username": "Có Dấu"}, "chưa đúng"),
        ({"unit_name": ""}, "Hãy ghi"),
    ],
)
def test_a_wrong_first_page_says_why_and_makes_nothing(
    client: Client, change: dict[str, str], words: str
) -> None:
    page = client.post(FIRST, {**TYPED, **change})
    assert page.status_code == 422
    assert words.lower() in page.content.decode().lower()
    assert not User.objects.exists() and not Unit.objects.exists()


PARTS = {
    "An": (True, True),
    "Bình": (False, False),
    "Châu": (False, False),
    "Dũng": (False, False),
    "Giang": (False, True),
    "Hạnh": (False, False),
    "Quỳnh": (False, True),
}


@pytest.mark.parametrize("name", PARTS)
def test_the_frame_shows_the_parts_that_a_person_has(
    world: World, signed_in: Callable[[User], Client], name: str
) -> None:
    page = signed_in(world.cast[name]).get(reverse("organisation:units")).content.decode()
    desk, record = (f'href="{reverse(one)}"' in page for one in ("intake:list", "audit:list"))
    assert (desk, record) == PARTS[name]


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("An", "Sở Khoa học và Công nghệ"),
        ("Châu", "Sở Khoa học và Công nghệ"),
        ("Dũng", "Sở Tư pháp"),
        ("Quỳnh", "Tỉnh Mẫu"),
    ],
)
def test_the_frame_names_the_office_of_the_person(
    world: World, signed_in: Callable[[User], Client], name: str, office: str
) -> None:
    page = signed_in(world.cast[name]).get(reverse("organisation:units")).content.decode()
    assert f'<a class="office" href="/">{office}<small>' in page


def test_the_frame_asks_nothing_beyond_the_standing(
    world: World,
    signed_in: Callable[[User], Client],
    django_assert_num_queries,  # type: ignore[no-untyped-def]
) -> None:
    browser = signed_in(world.chau)
    with django_assert_num_queries(3):  # session, user, standing
        browser.get(reverse("accounts:change_password"))
