"""Screens of the overview: what each person finds there, in few queries, counts that are lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.work.actions import deadlines, progress
from tests.web.dashboards.history import gone_through
from tests.web.plans.drafts import State, brought_to
from tests.web.plans.drafts import draft as draft_of
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
SUMMER = date(2026, 5, 20)


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return unescape(answer.content.decode())


def sheets(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(BytesIO(data))
    return {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in book}


def test_the_first_page_of_the_office_is_the_overview(world: World, signed_in: SignedIn) -> None:
    client = signed_in(world.giang)
    assert client.get(client.get("/").url).url == "/tong-quan/"
    text = page(client, "/tong-quan/")
    assert 'href="/tong-quan/" aria-current="true"' in text
    assert "Chưa có kế hoạch nào của năm này được theo dõi" in text


def test_a_leader_sees_figures_with_definitions_and_what_waits(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    row = owed("Đề xuất")
    deadlines.ask_extension(
        by=world.binh, on=TODAY, row=row, wanted_on=date(2026, 12, 15), reason="Chờ góp ý"
    )
    text = page(signed_in(world.giang), "/tong-quan/")
    for words in (
        "Tổng quan năm 2026: Sở Khoa học và Công nghệ",
        "Số liệu đến hết ngày 02/03/2026",
        "Số việc đã được công nhận hoàn thành, trên số việc có hạn từ ngày xem trở về trước.",
        "Chờ tôi quyết định",
        "29/11/2026 → 15/12/2026: Chờ góp ý",
        "Đơn vị × lĩnh vực",
        "Việc đến hạn theo tháng",
        "Chỉ tiêu của kế hoạch và việc phục vụ",
        "ít nhất 2 sáng kiến",
        "Số liệu lấy từ đâu",
    ):
        assert words in text, words
    assert "Việc của đầu mối" not in text


def test_a_coordinator_sees_what_is_returned_and_which_plan_nobody_follows(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    row = owed("Đề xuất")
    progress.propose(by=world.binh, on=TODAY, row=row, text="Đủ", share_done=2)
    progress.return_for_more(by=world.an, on=TODAY, row=owed("Đề xuất"), note="Thiếu")
    other = draft_of(world, title="Kế hoạch tuyên truyền năm 2026")
    brought_to(world, State.ISSUED, other)
    text = page(signed_in(world.an), "/tong-quan/")
    assert "Việc của đầu mối" in text
    assert re.search(r"Trả lại, chưa nộp lại</span><span class=\"end\"><a [^>]*>1 việc", text)
    assert "Kế hoạch tuyên truyền năm 2026" in text
    assert "Chưa theo dõi" in text
    behind = page(signed_in(world.an), "/tong-quan/viec/?so=returned")
    assert "Trả lại, chưa nộp lại: 1 việc" in behind
    assert row.task.text in behind


def test_staff_see_their_own_unit_and_what_is_given_to_them(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    text = page(signed_in(world.chau), "/tong-quan/")
    assert "Tổng quan năm 2026: Chi cục Tiêu chuẩn Đo lường Chất lượng" in text
    assert "Giao cho tôi, chưa xong" in text
    assert "Chờ tôi quyết định" not in text
    assert owed("Đề xuất").task.text not in text
    assert f'href="?don-vi={world.department.pk}&nam=2026"' in text, "the whole office"


def test_the_province_sees_departments_side_by_side_sorted_as_asked(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    text = page(signed_in(world.hanh), "/tong-quan/?xep=qua-han")
    assert "Tổng quan năm 2026: Tỉnh Mẫu" in text
    board = f"/tong-quan/?nam=2026&don-vi={world.department.pk}"
    assert f'<a href="{board}">Sở Khoa học và Công nghệ</a>' in text
    assert "Chi cục Tiêu chuẩn" in page(signed_in(world.hanh), board)


def test_a_past_day_is_shown_as_it_was(world: World, signed_in: SignedIn, settings) -> None:  # type: ignore[no-untyped-def]
    gone_through(world, settings)
    client = signed_in(world.an)
    text = page(client, f"/tong-quan/?ngay={SUMMER}")
    assert "Đang xem như ngày 20/05/2026" in text
    assert "Chờ tôi quyết định" not in text, "what waits is known of today alone"
    behind = page(client, f"/tong-quan/viec/?so=proposed&ngay={SUMMER}")
    assert "Chờ công nhận: 1 việc" in behind
    assert "Giải quyết hồ sơ thủ tục hành chính đúng hạn (Quý I" in behind
    assert "Chờ công nhận: 0 việc" in page(client, "/tong-quan/viec/?so=proposed")


@pytest.mark.parametrize("day", ["2027-01-01", "khong-phai-ngay", ""])
def test_a_day_to_come_or_no_day_is_today(world: World, signed_in: SignedIn, day: str) -> None:
    followed(world)
    text = page(signed_in(world.an), f"/tong-quan/?ngay={day}")
    assert "Số liệu đến hết ngày 02/03/2026" in text


@pytest.mark.parametrize(
    "query", ["so=la-lung", "don-vi=999999", "don-vi=khong", "nhiem-vu=1&thang=13", "phan=x&dong=9"]
)
def test_an_address_that_makes_no_sense_is_no_fault(
    world: World, signed_in: SignedIn, query: str
) -> None:
    followed(world)
    assert signed_in(world.an).get(f"/tong-quan/viec/?{query}").status_code in (200, 404)


LISTS = ("so=all", "so=soon", "so=completion&phan=mau", "so=undated&linh-vuc=institutions")


@pytest.mark.parametrize("query", LISTS)
def test_page_print_and_excel_of_a_list_hold_the_same_rows(
    world: World, signed_in: SignedIn, query: str
) -> None:
    followed(world)
    client = signed_in(world.an)
    shown = page(client, f"/tong-quan/viec/?{query}")
    count = int(re.search(r": (\d+) việc</h1>", shown)[1])  # type: ignore[index]
    printed = page(client, f"/tong-quan/viec/in/?{query}")
    assert f": {count} việc</h1>" in printed
    (rows,) = sheets(client.get(f"/tong-quan/viec/excel/?{query}").content).values()
    assert rows[2][0] == f"Số dòng: {count}"
    assert len(rows) == 4 + count
    for line in rows[4:]:
        assert str(line[1]) in shown
        assert str(line[1]) in printed


def test_the_tables_of_the_overview_are_sheets_that_add_up(
    world: World, signed_in: SignedIn, settings
) -> None:  # type: ignore[no-untyped-def]
    gone_through(world, settings)
    client = signed_in(world.giang)
    found = sheets(client.get(f"/tong-quan/excel/?ngay={SUMMER}").content)
    assert [*found] == ["Đơn vị", "Lĩnh vực", "Đơn vị x lĩnh vực", "Theo tháng", "Chỉ tiêu"]
    for name in ("Đơn vị", "Lĩnh vực"):
        *lines, total = found[name][4:]
        for place in range(1, 8):
            assert sum(int(str(line[place])) for line in lines) == total[place]
    assert found["Đơn vị"][-1] == ("Cộng", *found["Lĩnh vực"][-1][1:])
    (one,) = sheets(client.get("/tong-quan/excel/?bang=thang").content)
    assert one == "Theo tháng"


def test_the_briefing_is_one_page_of_figures(world: World, signed_in: SignedIn) -> None:
    followed(world)
    text = page(signed_in(world.giang), "/tong-quan/bao-cao-nhanh/")
    assert "BÁO CÁO NHANH" in text
    assert "Đến hạn trong 14 ngày tới (1 việc)" in text
    assert "Cộng" in text


def test_a_merged_unit_is_counted_with_the_new_one_or_as_then(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    with acting("tests.merge", by=None) as act:
        act.change(
            world.quality,
            valid_to=date(2026, 2, 28),
            parent=world.technology,
            path=f"{world.technology.path}{world.quality.pk}/",
        )
    client = signed_in(world.an)
    now = sheets(client.get("/tong-quan/excel/?bang=don-vi").content)["Đơn vị"]
    then = sheets(client.get("/tong-quan/excel/?bang=don-vi&gop=khi-do").content)["Đơn vị"]
    assert len(then) == len(now) + 1
    assert now[-1] == then[-1], "the sum is the same"
    assert any("đến hết 28/02/2026, nay thuộc Phòng Quản lý" in str(line[0]) for line in then)
    behind = page(client, f"/tong-quan/viec/?gop=khi-do&dong={world.quality.pk}")
    assert ": 4 việc</h1>" in behind


QUERIES = {
    "/tong-quan/": {"an": 24, "giang": 20, "chau": 15, "hanh": 12},
    "/tong-quan/viec/?so=soon": {"an": 10, "giang": 10, "chau": 9, "hanh": 10},
    "/tong-quan/bao-cao-nhanh/": {"an": 14, "giang": 14, "chau": 13, "hanh": 14},
}


@pytest.mark.parametrize("address", QUERIES)
@pytest.mark.parametrize("who", ["an", "giang", "chau", "hanh"])
def test_pages_ask_few_questions_at_any_size(
    world: World, signed_in: SignedIn, address: str, who: str
) -> None:
    followed(world)
    client = signed_in(getattr(world, who))
    with CaptureQueriesContext(connection) as asked:
        page(client, address)
    assert len(asked) == QUERIES[address][who]
