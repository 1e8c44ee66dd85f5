"""Many files at once with their list: a dry run with every fault, then all of them or none."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.evidence.list_layout import COLUMNS, SHEET, read_list, write_sample
from cchc.web.evidence.models import Evidence, EvidenceVersion
from cchc.web.intake.files import hash_of, path_of
from cchc.web.plans.models import Task
from tests.web.evidence.conftest import Add, paper
from tests.web.world import World

SignedIn = Callable[[User], Client]
HEADS = [heading for heading, _, _ in COLUMNS.values()]
DAY = date(2026, 2, 20)
GOOD = ("a.txt", "158", "BC-TĐC", "Báo cáo", DAY, "Chi cục TĐC", "Kết quả", "Châu", "2", "lần 1")
BARE = ("b.txt", None, None, None, None, None, None, None, None, None)


def listed(*rows: Sequence[Any], heads: Sequence[str] = HEADS) -> SimpleUploadedFile:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return SimpleUploadedFile("danh sach.xlsx", kept.getvalue())


def sent(world: World, task: Task, *rows: Sequence[Any], **more: Any) -> dict[str, Any]:
    return {
        "unit": world.technology.pk,
        "plan": task.plan_version.plan_id,
        "uploads": [paper("tệp a nhiều", "a.txt"), paper("tệp b nhiều", "b.txt")],
        "list": listed(*rows),
        **more,
    }


def test_the_sample_has_every_column_and_reads_back_empty(
    world: World, signed_in: SignedIn
) -> None:
    answer = signed_in(world.binh).get("/minh-chung/nhieu/mau/")
    heads = [cell.value for cell in load_workbook(io.BytesIO(answer.content))[SHEET][1]]
    assert heads == HEADS
    assert read_list(write_sample()) == ([], [])


def test_what_was_checked_is_taken_in_as_it_was_shown(
    world: World, task: Task, signed_in: SignedIn
) -> None:
    client = signed_in(world.binh)
    answer = client.post("/minh-chung/nhieu/", sent(world, task, GOOD, BARE))
    text = answer.content.decode()
    assert answer.status_code == 200, text
    assert "Sẽ nhận 2 tệp" in text
    assert not Evidence.objects.exists()
    answer = client.post("/minh-chung/nhieu/ghi/", {"sealed": answer.context["sealed"]})
    assert answer["Location"] == "/minh-chung/"
    first, second = Evidence.objects.order_by("pk")
    assert (first.code, first.subject, first.dated_on) == ("158/BC-TĐC", "Kết quả", DAY)
    assert first.links.get().task_key == task.key
    assert first.links.get().note == "lần 1"
    assert (second.subject, second.links.count()) == ("b", 0)
    assert Entry.objects.filter(verb="evidence.add_many").count() == 1


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ((GOOD,), "Tệp «b.txt» không có trong danh sách."),
        ((GOOD, ("c.txt", *BARE[1:]), BARE), "A3"),
        ((GOOD, GOOD, BARE), "được ghi hai lần"),
        ((GOOD, BARE, (None, "1", *BARE[2:])), "Hãy ghi tên tệp."),
        ((("a.txt", *GOOD[1:4], "32/13/2026", *GOOD[5:]), BARE), "E2"),
        ((("a.txt", *GOOD[1:4], date(2027, 1, 1), *GOOD[5:]), BARE), "sau ngày hôm nay"),
        (((*GOOD[:8], "99", ""), BARE), "không có nhiệm vụ «99»"),
        (((*GOOD[:8], "1", ""), BARE), "chỉ 2 nhiệm vụ"),
        ((("a.txt", "1" * 41, *GOOD[2:]), BARE), "«Số» dài quá 40 ký tự."),
    ],
)
def test_every_fault_is_told_by_row_and_cell_and_nothing_is_kept(
    world: World, task: Task, signed_in: SignedIn, rows: tuple[Any, ...], says: str
) -> None:
    body = sent(world, task, *rows)
    unseen = f"không được giữ {says}"
    body["uploads"][1] = paper(unseen, "b.txt")
    answer = signed_in(world.binh).post("/minh-chung/nhieu/", body)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "sealed" not in answer.context
    assert not Evidence.objects.exists()
    assert not path_of(hash_of([unseen.encode()])).exists()


def test_a_task_is_found_by_the_beginning_of_its_words(
    world: World, task: Task, signed_in: SignedIn
) -> None:
    row = (*GOOD[:8], "giai quyet ho so", "")
    answer = signed_in(world.binh).post("/minh-chung/nhieu/", sent(world, task, row, BARE))
    assert "Giải quyết hồ sơ thủ tục hành chính" in answer.content.decode()


def test_bad_files_known_bytes_and_the_same_twice_are_faults(
    world: World, task: Task, add: Add, signed_in: SignedIn
) -> None:
    add("đã có rồi", subject="Tài liệu cũ")
    uploads = [
        paper("đã có rồi", "a.txt"),
        paper("giống", "b.txt"),
        paper("giống", "c.txt"),
        SimpleUploadedFile("d.txt", b""),
    ]
    body = {"unit": world.technology.pk, "uploads": uploads}
    answer = signed_in(world.binh).post("/minh-chung/nhieu/", body)
    text = answer.content.decode()
    assert "đã là minh chứng «Tài liệu cũ»" in text
    assert "Tệp «c.txt» giống hệt tệp «b.txt»." in text
    assert "«d.txt»: Tệp rỗng" in text
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"list": SimpleUploadedFile("x.xlsx", b"khong phai")}, "bảng tính bị hỏng"),
        ({"list": listed(heads=("Tên", "Số"))}, "không có cột «Tên tệp *»"),
        ({"uploads": []}, "Hãy chọn một tệp."),
    ],
)
def test_what_is_no_list_or_no_file_is_told(
    world: World, task: Task, signed_in: SignedIn, change: dict[str, Any], says: str
) -> None:
    answer = signed_in(world.binh).post("/minh-chung/nhieu/", sent(world, task, GOOD, **change))
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_seal_of_another_person_or_sent_twice_takes_nothing_in(
    world: World, task: Task, signed_in: SignedIn
) -> None:
    answer = signed_in(world.binh).post("/minh-chung/nhieu/", sent(world, task, GOOD, BARE))
    sealed = {"sealed": answer.context["sealed"]}
    address = "/minh-chung/nhieu/ghi/"
    assert signed_in(world.an).post(address, sealed).status_code == 422
    assert signed_in(world.binh).post(address, {"sealed": "x"}).status_code == 422
    assert signed_in(world.binh).post(address, sealed).status_code == 302
    assert signed_in(world.binh).post(address, sealed).status_code == 422
    assert EvidenceVersion.objects.count() == 2


@pytest.mark.parametrize("name", ["Giang", "Hạnh", "Quỳnh"])
def test_who_may_add_nothing_is_refused(world: World, signed_in: SignedIn, name: str) -> None:
    client = signed_in(world.cast[name])
    assert client.get("/minh-chung/nhieu/").status_code == 403
    assert client.get("/minh-chung/nhieu/mau/").status_code == 403
