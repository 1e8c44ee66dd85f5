"""The record of the office on screen: who reads what, found, opened, printed, exported."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from openpyxl import load_workbook

from cchc.web.audit.acting import acting
from cchc.web.audit.chain_check import Seal, seal_of
from cchc.web.audit.forms import SealForm
from cchc.web.audit.models import Entry
from cchc.web.audit.words import ToldEntry
from cchc.web.organisation.record_policy import may_read_record, visible_entries
from cchc.web.ui.clock import now
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


def _numbers(page: str) -> list[int]:
    return [int(one) for one in re.findall(r'id="viec-(\d+)"', page)]


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


@pytest.mark.parametrize(
    "path", ["/nhat-ky/viec/999/", "/nhat-ky/no.such/1/", "/nhat-ky/organisation.unit/x/"]
)
def test_what_is_not_there_is_not_found(recorded: World, signed_in: Any, path: str) -> None:
    assert signed_in(recorded.quynh).get(path).status_code == 404


@pytest.mark.parametrize("path", [*PAGES, "/nhat-ky/viec/1/", "/nhat-ky/organisation.unit/1/"])
def test_a_stranger_is_led_to_the_sign_in_page(db: None, path: str) -> None:
    assert Client().get(path).url.startswith("/dang-nhap/?next=")


def test_an_act_is_told_as_a_sentence_with_before_and_after(
    recorded: World, signed_in: Any
) -> None:
    page = signed_in(recorded.an).get("/nhat-ky/").content.decode()
    for words in (
        *("Nguyễn Thị An", "Lý do: Sửa lỗi chính tả", "Văn phòng Sở", "02/03/2026"),
        *("Cơ quan, tổ chức khác", "Trước", "Sau"),
    ):
        assert words in page
    assert "Phòng Bổ trợ" not in page


@pytest.mark.parametrize(
    ("query", "verbs"),
    [
        ("chu=loi+chinh+ta", ["units.rename"]),
        ("chu=VAN+PHONG", ["units.rename"]),
        ("chu=doi+mat+khau", ["accounts.change_password"]),
        ("chu=khong+co+gi", []),
        ("nguoi=huong+giang", ["units.archive"]),
        ("viec=accounts.change_password", ["accounts.change_password"]),
        ("loai=accounts.user", ["accounts.change_password"]),
        ("tu=2026-03-02&den=2026-03-02", None),
        ("tu=02/03/2026", None),
        ("den=2026-03-01", []),
        ("tu=2026-03-03", []),
        ("chu=van+phong&nguoi=giang", []),
    ],
)
def test_the_record_is_filtered(
    recorded: World, signed_in: Any, query: str, verbs: list[str] | None
) -> None:
    page = signed_in(recorded.quynh).get(f"/nhat-ky/?{query}").content.decode()
    expected = READ["Quỳnh"] if verbs is None else verbs
    wanted = Entry.objects.filter(verb__in=expected).values_list("number", flat=True)
    assert _numbers(page) == list(wanted)
    if not expected:
        assert "Không có việc nào đúng với bộ lọc này" in page


def test_one_persons_acts_are_listed_by_number_under_the_name(
    recorded: World, signed_in: Any
) -> None:
    page = signed_in(recorded.quynh).get(f"/nhat-ky/?ma_nguoi={recorded.giang.pk}")
    assert len(_numbers(page.content.decode())) == 1
    assert "Người: Võ Hương Giang" in page.content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("tu=31/02/2026", "Ngày chưa đúng"),
        ("tu=2026-03-02&den=2026-03-01", "Ngày cuối phải từ ngày đầu"),
        ("viec=no.such", "no.such"),
    ],
)
def test_a_wrong_choice_is_told_beside_its_field(
    recorded: World, signed_in: Any, query: str, sentence: str
) -> None:
    answer = signed_in(recorded.quynh).get(f"/nhat-ky/?{query}")
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_page_export_and_count_hold_the_same_acts(recorded: World, signed_in: Any) -> None:
    browser = signed_in(recorded.quynh)
    on_page = _numbers(browser.get("/nhat-ky/").content.decode())
    on_paper = _numbers(browser.get("/nhat-ky/in/").content.decode())
    sheet = load_workbook(io.BytesIO(browser.get("/nhat-ky/excel/").content)).active
    lines = list(sheet.iter_rows(min_row=5, values_only=True))
    assert list(dict.fromkeys(line[0] for line in lines)) == on_page == on_paper
    assert sheet["A3"].value == f"Số việc: {len(on_page)}; số dòng: {len(lines)}"
    assert ("Sửa lỗi chính tả", "sửa", "đơn vị") in {(one[5], one[6], one[7]) for one in lines}


def test_nothing_in_the_table_is_calculated(recorded: World, signed_in: Any) -> None:
    with acting(
        "units.rename", by=recorded.an, place=recorded.office.path, reason="=1+1\x07"
    ) as act:
        act.change(recorded.office, name='=HYPERLINK("http://x")')
    table = signed_in(recorded.an).get("/nhat-ky/excel/").content
    sheet = load_workbook(io.BytesIO(table)).active
    cells = [cell for row in sheet.iter_rows(min_row=5) for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert "=1+1" in {cell.value for cell in cells}


def test_a_table_that_would_be_too_long_says_what_to_do(
    recorded: World, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc.web.audit.export.MOST_ENTRIES", 2)
    answer = signed_in(recorded.quynh).get("/nhat-ky/excel/")
    assert answer.status_code == 422
    assert "hãy thu hẹp kỳ" in answer.content.decode()


def test_the_list_asks_the_same_few_questions_however_long_it_is(
    recorded: World, signed_in: Any, django_assert_num_queries: Any
) -> None:
    browser = signed_in(recorded.an)
    for length in (2, 60):
        while visible_entries(recorded.an, TODAY).count() < length:
            with acting("units.rename", by=recorded.an, place=recorded.office.path) as act:
                act.change(recorded.office, name=f"Văn phòng {Entry.objects.count()}")
        recorded.an.__dict__.pop("_standing", None)
        # session, person, standing, count, entries, places, changes counted, changes
        with django_assert_num_queries(8):
            page = browser.get("/nhat-ky/").content.decode()
    assert len(_numbers(page)) == 50
    assert "Trang 1 trên 2" in page
    second = browser.get("/nhat-ky/?trang=2").content.decode()
    assert not set(_numbers(second)) & set(_numbers(page))


def test_an_act_with_very_many_changes_is_paged(recorded: World, signed_in: Any) -> None:
    with acting("units.rename", by=recorded.an, place=recorded.office.path) as act:
        for i in range(130):
            act.touch(recorded.office, tries=i)
    number = Entry.objects.latest("number").number
    browser = signed_in(recorded.an)
    page = browser.get(f"/nhat-ky/viec/{number}/").content.decode()
    assert (page.count("told-change"), "Trang 1 trên 2" in page) == (100, True)
    assert browser.get("/nhat-ky/").content.decode().count("Xem cả 130 thay đổi") == 1


def test_the_seal_of_a_day_is_printed_with_how_to_check_it(recorded: World, signed_in: Any) -> None:
    browser = signed_in(recorded.giang)
    page = browser.get("/nhat-ky/niem-phong/?ngay=02/03/2026").content.decode()
    seal = seal_of(TODAY)
    assert " ".join(seal.groups) in page
    assert f"cchc audit verify --number {seal.number} --hash {seal.hash}" in page
    assert browser.get("/nhat-ky/niem-phong/?ngay=30/02/2026").status_code == 422


def test_reading_the_record_writes_nothing(recorded: World, signed_in: Any) -> None:
    browser = signed_in(recorded.quynh)
    before = Entry.objects.count()
    for path in PAGES:
        assert browser.get(path).status_code == 200
    assert Entry.objects.count() == before
    assert [browser.post(path).status_code for path in PAGES] == [405] * 4
    assert Entry.objects.count() == before


def test_numbers_over_a_thousand_stay_whole_in_addresses_and_commands(db: None) -> None:
    entry = Entry(number=1234, at=now(), by_name="An", verb="units.rename")
    told = ToldEntry(entry=entry, words="đổi tên", facts=(), changes=())
    page = render_to_string("audit/_entry.html", {"told": told, "links": True})
    assert 'id="viec-1234"' in page
    assert 'href="/nhat-ky/viec/1234/"' in page
    seal = Seal(TODAY, 1234, "ab" * 32, now(), 1)
    sheet = render_to_string("audit/seal.html", {"seal": seal, "form": SealForm()})
    assert "--number 1234 --hash abab" in sheet
