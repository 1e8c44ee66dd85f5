"""The desk as a person sees it: source and reading side by side, questions, answers by part."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cchc.web.accounts.models import User
from cchc.web.intake.actions.editing import mark_of
from cchc.web.intake.desk_page import Sight
from cchc.web.intake.desk_state import look_at
from cchc.web.intake.models import Edit, Item, Reading
from cchc.web.intake.queries import open_questions
from tests.conftest import require
from tests.web.intake.conftest import TakeIn, item
from tests.web.world import World

SignedIn = Callable[[User], Client]


def page_of(client: Client, reading: Reading, query: str = "") -> str:
    answer = client.get(f"/ban-ra-soat/{reading.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def part_headers(row: Item) -> dict[str, str]:
    return {"HX-Request": "true", "HX-Target": f"item-{row.pk}"}


def test_the_desk_shows_source_and_reading_side_by_side(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    page = page_of(signed_in(world.an), desk)
    assert "đã đọc 35 nhiệm vụ, 16 chỉ tiêu, 3 văn bản căn cứ, 4 kỳ báo cáo" in page
    assert page.index('id="source-side"') < page.index('id="reading-side"')
    order = ["Thông tin chung", "Chỉ tiêu", "Nhiệm vụ", "Căn cứ", "Kỳ báo cáo", "Mục"]
    places = [page.index(f'id="part-{part}"') for part in
              ("header", "target", "task", "citation", "window", "section")]  # fmt: skip
    assert places == sorted(places)
    assert all(word in page for word in order)


def test_a_reading_without_a_task_does_not_look_finished(
    world: World, read: TakeIn, signed_in: SignedIn, tmp_path: Path
) -> None:
    paper = tmp_path / "ke_hoach.txt"
    said = ("UBND TỈNH MẪU", "SỞ TƯ PHÁP", "KẾ HOẠCH", "Cải cách hành chính năm 2026")
    paper.write_text("\n\n".join((*said, "1. Công khai thủ tục hành chính.")), encoding="utf-8")
    page = page_of(signed_in(world.an), read(paper))
    assert "Không đọc được nhiệm vụ nào từ tệp này" in page
    assert "Không còn chỗ nào ngờ" not in page


def test_a_value_lights_its_cell_and_the_cell_leads_to_its_value(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    row = item(desk, "task", 1)
    page = page_of(signed_in(world.an), desk, f"?muc={row.pk}&o=deadline")
    lit = re.findall(
        r'<a href="([^"]*)" data-of="([^"]*)" id="now" class="place now">([^<]*)', page
    )
    assert [(of, text) for _, of, text in lit] == [(f"{row.pk}.deadline", "Trước ngày 15/02/2026")]
    assert f"?muc={row.pk}&amp;o=deadline" in lit[0][0]
    assert '<td id="f1-t4-r4-c8">' in page
    assert "Hiểu là:" in page
    assert "thứ Bảy 14/02/2026 (ngày làm việc cuối: thứ Sáu 13/02/2026)" in page


def test_a_pdf_is_shown_as_pictures_with_the_places_of_values(
    world: World, read: TakeIn, samples: Path, signed_in: SignedIn
) -> None:
    reading = read(samples / "xa_binh_minh_2026.pdf")
    client = signed_in(world.an)
    row = item(reading, "task", 1)
    page = page_of(client, reading, f"?muc={row.pk}&o=deadline")
    lit = re.findall(r'class="now" id="now"[^>]*><rect x="([\d.]+)" y="([\d.]+)"', page)
    assert lit == [("778.4", "260.0")]
    (file,) = reading.files.all()
    picture = client.get(f"/ban-ra-soat/tep/{file.pk}/trang/3-800.png")
    assert picture["Content-Type"] == "image/png"
    assert b"".join(picture.streaming_content).startswith(b"\x89PNG")  # type: ignore[attr-defined]
    assert client.get(f"/ban-ra-soat/tep/{file.pk}/trang/9-800.png").status_code == 404
    assert client.get(f"/ban-ra-soat/tep/{file.pk}/trang/3-123.png").status_code == 404
    assert (
        signed_in(world.dung).get(f"/ban-ra-soat/tep/{file.pk}/trang/3-800.png").status_code == 404
    )
    text = page_of(client, reading, f"?muc={row.pk}&o=deadline&xem=chu")
    assert 'class="place now">Trước 15/02' in text


def test_a_value_of_a_table_that_lost_its_borders_is_found_by_its_words(
    world: World, read: TakeIn, shared: Path, signed_in: SignedIn
) -> None:
    reading = read(shared / "reading" / "plans" / "dong_thap_2020.txt")
    row = item(reading, "task", 1)
    page = page_of(signed_in(world.an), reading, f"?muc={row.pk}&o=support")
    assert re.findall(r'class="place now">([^<]*)', page) == ["Các phòng,", "đơn vị"]


def test_an_edit_is_answered_with_its_item_and_the_state_of_the_desk(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    row = item(desk, "task", 1)
    client = signed_in(world.an)
    form = client.get(
        f"/ban-ra-soat/{desk.pk}/?muc={row.pk}&o=task&sua=task", headers=part_headers(row)
    ).content.decode()
    assert 'name="value"' in form
    assert form.count("<html") == 0
    sent = {
        "name": "task",
        "value": "Việc khác",
        "version": "1",
        "mark": mark_of(row.values["task"]),
    }
    answer = client.post(f"/ban-ra-soat/muc/{row.pk}/sua/", sent, headers=part_headers(row))
    text = answer.content.decode()
    assert text.lstrip().startswith("<article")
    assert text.count("hx-swap-oob") == 1
    assert "Việc khác" in text
    assert "máy đọc: «Giao chỉ tiêu cải cách hành chính cho từng phòng, đơn vị»" in text


def test_an_edit_without_script_goes_back_to_the_same_value(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    row = item(desk, "task", 1)
    client = signed_in(world.an)
    sent = {"name": "budget", "value": "5 triệu đồng", "version": "1", "ngo": "1"}
    answer = client.post(f"/ban-ra-soat/muc/{row.pk}/sua/", sent)
    address = f"/ban-ra-soat/{desk.pk}/?muc={row.pk}&o=budget&ngo=1#item-{row.pk}"
    assert (answer.status_code, answer["Location"]) == (302, address)
    wrong = client.post(
        f"/ban-ra-soat/muc/{row.pk}/sua/", {"name": "task", "value": "", "version": "2"}
    )
    assert wrong.status_code == 422
    assert "không được để trống" in wrong.content.decode()
    assert 'id="source-side"' in wrong.content.decode()


@pytest.mark.parametrize("is_part", [True, False])
def test_the_second_of_two_sees_both_wordings_and_chooses(
    world: World, desk: Reading, signed_in: SignedIn, *, is_part: bool
) -> None:
    row = item(desk, "task", 1)
    client = signed_in(world.an)
    shown = {"name": "task", "version": "1", "mark": mark_of(row.values["task"])}
    client.post(f"/ban-ra-soat/muc/{row.pk}/sua/", shown | {"value": "Của người kia"})
    headers = part_headers(row) if is_part else {}
    answer = client.post(
        f"/ban-ra-soat/muc/{row.pk}/sua/", shown | {"value": "Của tôi"}, headers=headers
    )
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Bản của người kia" in text
    assert "Của người kia" in text
    assert ">Của tôi</textarea>" in text
    again = {"name": "task", "value": "Của tôi", "version": "2", "mark": mark_of("Của người kia")}
    assert client.post(f"/ban-ra-soat/muc/{row.pk}/sua/", again).status_code == 302
    assert item(desk, "task", 1).values["task"] == "Của tôi"


def test_only_what_is_open_is_listed_and_stepped_through(
    world: World, read: TakeIn, shared: Path, signed_in: SignedIn
) -> None:
    reading = read(shared / "reading" / "plans" / "dong_thap_2020.txt")
    asked = open_questions(reading)
    page = page_of(signed_in(world.an), reading, "?ngo=1")
    listed = {int(pk) for pk in re.findall(r'<article class="item[^"]*" id="item-(\d+)"', page)}
    assert listed == {question.item for question in asked}
    assert f"Còn {len(asked)} chỗ cần người xem" in page
    sight, seen = Sight(), []
    for _ in asked:
        following = look_at(reading, world.an, sight).state.following
        assert following is not None
        seen.append((following.item, following.field))
        sight = Sight(following.item, following.field)
    assert list(dict.fromkeys(seen)) == list(dict.fromkeys((q.item, q.field) for q in asked))
    back = look_at(reading, world.an, sight).state.previous
    assert back is not None
    assert (back.item, back.field) in seen


def test_a_step_forward_after_accepting_goes_on_from_there(
    world: World, read: TakeIn, shared: Path, signed_in: SignedIn
) -> None:
    reading = read(shared / "reading" / "plans" / "dong_thap_2020.txt")
    first, second = [q for q in open_questions(reading) if q.kind == "doubt"][:2]
    row = Item.objects.get(pk=first.item)
    mark = mark_of(row.values[first.field])
    signed_in(world.an).post(
        f"/ban-ra-soat/muc/{row.pk}/nhan/", {"accepted": f"{first.field} {mark}", "version": "1"}
    )
    following = look_at(reading, world.an, Sight(first.item, first.field)).state.following
    assert following is not None
    assert (following.item, following.field) == (second.item, second.field)


def test_rows_change_through_the_page_and_undo_brings_them_back(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    client = signed_in(world.an)
    row = item(desk, "task", 1)
    for sent in (
        {"do": "up"},
        {"do": "down"},
        {"do": "split", "lines": "Một\nHai"},
        {"do": "area", "area": "other"},
        {"do": "remove"},
    ):
        row.refresh_from_db()
        answer = client.post(
            f"/ban-ra-soat/muc/{row.pk}/dong/",
            sent | {"version": str(row.version)},
            headers={"HX-Request": "true", "HX-Target": "rows"},
        )
        assert answer.status_code == 200, sent
        assert answer.content.decode().lstrip().startswith('<div id="rows"')
    client.post(f"/ban-ra-soat/{desk.pk}/them/", {"part": "task", "text": "Việc thêm"})
    assert Edit.objects.count() == 6
    for _ in range(6):
        answer = client.post(f"/ban-ra-soat/{desk.pk}/hoan-tac/")
        assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.place, row.is_removed) == (2000, False)
    answer = client.post(f"/ban-ra-soat/{desk.pk}/hoan-tac/", follow=True)
    assert "không có gì để hoàn tác" in answer.content.decode()


def test_a_deadline_is_understood_while_it_is_typed(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    client = signed_in(world.an)
    told = client.get(f"/ban-ra-soat/{desk.pk}/hieu-thoi-han/", {"value": "Trước 30/11"})
    assert "Trước ngày 30/11/2026" in told.content.decode()
    unclear = client.get(f"/ban-ra-soat/{desk.pk}/hieu-thoi-han/", {"value": "kịp thời"})
    assert "Chưa hiểu hết" in unclear.content.decode()
    assert Edit.objects.count() == 0


def test_the_list_shows_each_state_and_archives_with_a_reason(
    world: World, desk: Reading, taken_in: TakeIn, samples: Path, signed_in: SignedIn
) -> None:
    taken_in(samples / "xa_binh_minh_2026.pdf")
    client = signed_in(world.an)
    page = client.get("/ban-ra-soat/").content.decode()
    assert "35 nhiệm vụ" in page
    assert "Tất cả (2)" in page
    assert "Đang đọc (1)" in page
    assert (
        "xa_binh_minh_2026.pdf" not in client.get("/ban-ra-soat/?loai=cho_ra_soat").content.decode()
    )
    assert client.post(f"/ban-ra-soat/{desk.pk}/luu-tru/", {"reason": ""}).status_code == 422
    client.post(f"/ban-ra-soat/{desk.pk}/luu-tru/", {"reason": "Bản cũ"})
    desk.refresh_from_db()
    assert desk.archive_reason == "Bản cũ"
    assert "Bản cũ" in client.get("/ban-ra-soat/?loai=luu_tru").content.decode()


def test_an_empty_list_says_what_to_do_next(world: World, signed_in: SignedIn) -> None:
    assert "Hãy tải lên tệp kế hoạch" in signed_in(world.an).get("/ban-ra-soat/").content.decode()
    told = signed_in(world.chau).get("/ban-ra-soat/").content.decode()
    assert "dành cho đầu mối CCHC" in told
    assert "Nhận kế hoạch mới" not in told


def test_no_page_asks_more_of_the_database_when_the_plan_is_longer(
    world: World,
    desk: Reading,
    read: TakeIn,
    samples: Path,
    signed_in: SignedIn,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client = signed_in(world.an)
    with django_assert_num_queries(7):
        client.get("/ban-ra-soat/")
    with django_assert_num_queries(10):
        client.get(f"/ban-ra-soat/{desk.pk}/")
    row = item(desk, "task", 1)
    with django_assert_num_queries(12):
        client.get(f"/ban-ra-soat/{desk.pk}/?muc={row.pk}", headers=part_headers(row))
    sent = {"name": "task", "value": "Việc khác", "version": "1"}
    with django_assert_num_queries(25):
        client.post(f"/ban-ra-soat/muc/{row.pk}/sua/", sent, headers=part_headers(row))
    read(samples / "xa_binh_minh_2026.pdf")
    with django_assert_num_queries(7):
        client.get("/ban-ra-soat/")


@pytest.mark.scan
def test_a_scan_is_reviewed_beside_its_picture(
    world: World, read: TakeIn, samples: Path, signed_in: SignedIn
) -> None:
    require("tesseract", "tesseract-ocr-vie")
    reading = read(samples / "phuong_dong_thanh_2026_scan.pdf")
    assert reading.files.get().kind == "scan"
    asked = open_questions(reading)
    assert any(question.kind == "doubt" for question in asked)
    page = page_of(signed_in(world.an), reading, "?ngo=1")
    assert "nhận dạng từ ảnh quét" in page or "Nhận dạng" in page or 'class="asks"' in page


def test_a_refusal_leaves_the_part_of_the_page_in_its_place(
    world: World, desk: Reading, signed_in: SignedIn
) -> None:
    client = signed_in(world.an)
    row = item(desk, "task")
    rows = {"HX-Request": "true", "HX-Target": "rows"}
    for sent in ({"do": "up", "version": "1"}, {"do": "remove", "version": "9"}):
        answer = client.post(f"/ban-ra-soat/muc/{row.pk}/dong/", sent, headers=rows)
        text = answer.content.decode()
        assert text.lstrip().startswith('<div id="rows"')
        assert 'class="note error"' in text
    empty = client.post(f"/ban-ra-soat/{desk.pk}/them/", {"part": "task"}, headers=rows)
    assert "Hãy ghi nội dung của dòng mới" in empty.content.decode()
    wrong = {"name": "khong co", "kind": "unit", "muc": row.pk}
    path = f"/ban-ra-soat/{desk.pk}/ten-don-vi/quyet-dinh/"
    named = client.post(path, wrong, headers=part_headers(row))
    assert named.content.decode().lstrip().startswith("<article")
    stale = {"accepted": "task 0", "version": "9"}
    answer = client.post(f"/ban-ra-soat/muc/{row.pk}/nhan/", stale, headers=part_headers(row))
    assert (answer.status_code, "Người khác vừa sửa" in answer.content.decode()) == (409, True)
    assert Edit.objects.count() == 0
