"""Who reads which part of the record: the cast against every page of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from cchc.web.audit.models import Entry
from cchc.web.organisation.record_policy import may_read_record, visible_entries
from tests.web.world import TODAY, World

# Who reads which acts of the fixture `recorded`: their own units' and all below, nobody else's.
READ = {
    "An": {"units.rename", "units.archive"},
    "Bình": set(),
    "Châu": set(),
    "Dũng": set(),
    "Giang": {"units.rename", "units.archive"},
    "Hạnh": set(),
    "Quỳnh": {"units.rename", "units.create", "units.archive", "accounts.change_password"},
}
PAGES = ("/nhat-ky/", "/nhat-ky/in/", "/nhat-ky/excel/", "/nhat-ky/niem-phong/")


@pytest.mark.parametrize("person", READ)
def test_one_reads_the_record_of_the_units_one_answers_for(recorded: World, person: str) -> None:
    user = recorded.cast[person]
    assert set(visible_entries(user, TODAY).values_list("verb", flat=True)) == READ[person]
    assert bool(may_read_record(user, on=TODAY)) == bool(READ[person])


@pytest.mark.parametrize("person", READ)
@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_open_to_who_reads_the_record_and_says_why_not_to_others(
    recorded: World, signed_in: Any, person: str, path: str
) -> None:
    answer = signed_in(recorded.cast[person]).get(path)
    assert answer.status_code == (200 if READ[person] else 403)
    if not READ[person]:
        assert "dành cho đầu mối CCHC" in answer.content.decode()


@pytest.mark.parametrize("person", READ)
def test_one_act_and_one_row_are_reached_by_the_same_people_and_unknown_to_others(
    recorded: World, signed_in: Any, person: str
) -> None:
    browser = signed_in(recorded.cast[person])
    entry = Entry.objects.get(verb="units.rename")
    expected = 200 if "units.rename" in READ[person] else 404
    assert browser.get(f"/nhat-ky/viec/{entry.number}/").status_code == expected
    row = f"/nhat-ky/organisation.unit/{recorded.office.pk}/"
    assert browser.get(row).status_code == expected


@pytest.mark.parametrize("path", [*PAGES, "/nhat-ky/viec/1/", "/nhat-ky/organisation.unit/1/"])
def test_a_stranger_is_led_to_the_sign_in_page(world: World, path: str) -> None:
    assert Client().get(path).url.startswith("/dang-nhap/?next=")
