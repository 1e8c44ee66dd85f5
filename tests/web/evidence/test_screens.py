"""Screens of evidence: each shows what a person came for, in few queries, page and part alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from cchc.web.accounts.models import User
from cchc.web.evidence.models import Evidence, EvidenceVersion
from cchc.web.plans.models import Task
from tests.web.evidence.conftest import PAPER, Q1, Q2, Add, paper, tied
from tests.web.world import World

SignedIn = Callable[[User], Client]


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_shows_all_in_the_same_few_queries(  # type: ignore[no-untyped-def]
    world: World,
    add: Add,
    task: Task,
    signed_in: SignedIn,
    django_assert_num_queries,
    count: int,
) -> None:
    for number in range(count):
        tied(world, add(f"chữ {number}", subject=f"Tài liệu {number}", number="158"), task, **Q1)
    client = signed_in(world.binh)
    page(client, "/minh-chung/")
    with django_assert_num_queries(13):
        text = page(client, "/minh-chung/")
    assert f"{count} minh chứng" in text
    assert f"Tài liệu {count - 1}" in text
    assert "1 việc" in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("tim=158/2025", {"a"}),
        ("tim=158%2F2025%2FN%C4%90", {"a"}),
        ("tim=ra+soat+quy+trinh", {"b"}),
        ("tim=vu+lan+trong+tep", {"b"}),
        ("tim=%2F", set()),
        ("tim=khong+co", set()),
        ("loai=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh", {"a"}),
        ("nam=2025", {"a"}),
        ("nam=2026", {"c"}),
        ("hinh-thuc=record", {"c"}),
        ("xac-nhan=roi", {"c"}),
        ("xac-nhan=chua", {"a", "b"}),
        ("gan=roi", {"b"}),
        ("gan=chua", {"a", "c"}),
        ("luu-tru=1", set()),
    ],
)
def test_filters_and_search_without_marks(
    world: World, add: Add, task: Task, signed_in: SignedIn, query: str, shown: set[str]
) -> None:
    decree = {"number": "158/2025", "symbol": "NĐ-CP", "doc_type": "Quyết định"}
    add("a", subject="tên-a", dated_on=date(2025, 6, 1), **decree)
    second = add("b", subject="tên-b Rà soát quy trình")
    second.words.body = "le vu lan trong tep"
    second.words.save()
    tied(world, second, task)
    record = {"number": "3", "issuer": "Sở", "dated_on": date(2026, 1, 2)}
    add(None, subject="tên-c", **record)
    text = page(signed_in(world.an), f"/minh-chung/?{query}")
    assert {one for one in "abc" if f"tên-{one}" in text} == shown


def test_a_page_tells_all_about_a_piece(
    world: World, add: Add, task: Task, signed_in: SignedIn, django_assert_num_queries
) -> None:  # type: ignore[no-untyped-def]
    evidence = add(number="158", dated_on=date(2026, 2, 1))
    tied(world, evidence, task, **Q2)
    client = signed_in(world.binh)
    page(client, f"/minh-chung/{evidence.pk}/")
    with django_assert_num_queries(13):
        text = page(client, f"/minh-chung/{evidence.pk}/")
    assert task.text in text
    assert evidence.versions.get().sha256 in text
    assert "nằm ngoài kỳ 01/04/2026–30/06/2026" in text
    assert "máy đề xuất" in text
    assert "thêm minh chứng" in text


def test_a_file_comes_back_as_it_was_given_to_be_saved(
    world: World, add: Add, signed_in: SignedIn
) -> None:
    version = add().versions.get()
    answer = signed_in(world.giang).get(f"/minh-chung/tep/{version.pk}/")
    assert b"".join(answer.streaming_content) == PAPER.encode()  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"


def test_a_file_is_uploaded_with_what_is_known_of_it(world: World, signed_in: SignedIn) -> None:
    client = signed_in(world.binh)
    assert "Tải lên" in page(client, "/minh-chung/moi/")
    body = {"unit": world.technology.pk, "upload": paper(), "dated_on": "20/02/2026"}
    answer = client.post("/minh-chung/moi/", body)
    evidence = Evidence.objects.get()
    assert answer["Location"] == f"/minh-chung/{evidence.pk}/"
    assert evidence.dated_on == date(2026, 2, 20)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"upload": ""}, "Hãy chọn một tệp."),
        ({"dated_on": "20/20/2026"}, "Hãy nhập ngày dạng"),
        ({"dated_on": "20/12/2026"}, "sau ngày hôm nay"),
        ({"unit": ""}, "bắt buộc"),
    ],
)
def test_a_form_that_is_wrong_says_so_and_keeps_nothing(
    world: World, signed_in: SignedIn, change: dict[str, str], says: str
) -> None:
    body = {"unit": world.technology.pk, "upload": paper("không giữ"), **change}
    answer = signed_in(world.binh).post("/minh-chung/moi/", body)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Evidence.objects.exists()


def test_nobody_uploads_for_another_unit(world: World, signed_in: SignedIn) -> None:
    body = {"unit": world.quality.pk, "upload": paper()}
    assert signed_in(world.binh).post("/minh-chung/moi/", body).status_code == 422
    assert not Evidence.objects.exists()


def test_the_same_bytes_are_recognised_and_offered_for_the_task(
    world: World, add: Add, task: Task, signed_in: SignedIn
) -> None:
    evidence = add()
    client = signed_in(world.binh)
    where = {"cho": "plans.task", "khoa": str(task.key)}
    body = {"unit": world.technology.pk, "upload": paper(), **where}
    answer = client.post("/minh-chung/moi/", body)
    assert answer.status_code == 409
    assert "Gắn minh chứng này" in answer.content.decode()
    assert Evidence.objects.count() == 1
    answer = client.post(f"/minh-chung/{evidence.pk}/gan/", {**where, "ve": "viec"})
    assert answer["Location"] == f"/minh-chung/cua/plans.task/{task.key}/"
    assert evidence.links.get().task_key == task.key


def test_the_same_bytes_of_a_unit_that_one_may_not_see_are_not_told(
    world: World, add: Add, signed_in: SignedIn
) -> None:
    add(by=world.chau, unit=world.quality)
    body = {"unit": world.technology.pk, "upload": paper()}
    assert signed_in(world.binh).post("/minh-chung/moi/", body).status_code == 302


def test_a_task_page_leads_to_its_evidence_with_and_without_script(
    world: World, add: Add, task: Task, signed_in: SignedIn, django_assert_num_queries
) -> None:  # type: ignore[no-untyped-def]
    for number in range(3):
        tied(world, add(f"tệp {number}", subject=f"Báo cáo {number}"), task, **Q2)
    client, address = signed_in(world.binh), f"/minh-chung/cua/plans.task/{task.key}/"
    text = page(client, f"/ke-hoach/nhiem-vu/{task.pk}/")
    assert f'hx-get="{address}"' in text
    assert f'href="{address}"' in text
    assert "Cải cách hành chính</a>" not in page(client, address)
    with django_assert_num_queries(11):
        answer = client.get(address, headers={"HX-Request": "true"})
    part = answer.content.decode()
    assert part.count("<section") == 1
    assert "<html" not in part
    assert "Minh chứng (3)" in part
    assert "chưa biết có thuộc kỳ" in part


def test_evidence_is_attached_from_the_side_of_the_task(
    world: World, add: Add, task: Task, signed_in: SignedIn
) -> None:
    add("tệp cũ", subject="Biên bản họp")
    client = signed_in(world.binh)
    address = f"/minh-chung/cua/plans.task/{task.key}/gan/"
    assert "Biên bản họp" in page(client, address)
    assert "Biên bản họp" in page(client, f"{address}?tim=bien+ban")
    assert "Biên bản họp" not in page(client, f"{address}?tim=khac")
    body = {
        "unit": world.technology.pk,
        "upload": paper("tệp mới"),
        "cho": "plans.task",
        "khoa": str(task.key),
        "period_from": "01/01/2026",
        "period_to": "31/03/2026",
    }
    client.post("/minh-chung/moi/", body)
    tie = Evidence.objects.order_by("-pk")[0].links.get()
    assert (tie.period_from, tie.period_to) == (date(2026, 1, 1), date(2026, 3, 31))


def test_facts_are_confirmed_on_a_page_beside_the_file(
    world: World, add: Add, signed_in: SignedIn
) -> None:
    evidence = add()
    EvidenceVersion.objects.update(state="unread")
    client, address = signed_in(world.binh), f"/minh-chung/{evidence.pk}/xac-nhan/"
    assert "Xác nhận thông tin" in page(client, address)
    body = {"subject": "Kết quả rà soát", "number": "158", "version": evidence.version}
    assert client.post(address, body).status_code == 302
    assert "Đã xác nhận" in page(client, f"/minh-chung/{evidence.pk}/")
    assert client.post(address, body).status_code == 409


@pytest.mark.parametrize("verb", ["ban-moi", "gan", "luu-tru", "xac-nhan"])
def test_every_form_opens(world: World, add: Add, signed_in: SignedIn, verb: str) -> None:
    assert "<form" in page(signed_in(world.an), f"/minh-chung/{add().pk}/{verb}/")


def test_a_link_ends_and_evidence_is_put_away_on_pages_of_their_own(
    world: World, add: Add, task: Task, signed_in: SignedIn
) -> None:
    evidence = add()
    tie, client = tied(world, evidence, task), signed_in(world.binh)
    ending = f"/minh-chung/gan/{tie.pk}/thoi/"
    assert client.post(ending, {"reason": ""}).status_code == 422
    client.post(ending, {"reason": "Nhầm việc"})
    text = page(client, f"/minh-chung/{evidence.pk}/")
    assert "Đã thôi gắn (1)" in text
    assert "Nhầm việc" in text
    client.post(f"/minh-chung/{evidence.pk}/luu-tru/", {"reason": "Trùng"})
    assert "Lý do: Trùng" in page(client, f"/minh-chung/{evidence.pk}/")
    assert evidence.subject not in page(client, "/minh-chung/")
    assert evidence.subject in page(client, "/minh-chung/?luu-tru=1")


def test_print_and_excel_hold_what_the_filter_shows(
    world: World, add: Add, signed_in: SignedIn
) -> None:
    add("một bản", subject="=1+1", number="158", dated_on=date(2026, 2, 1))
    add("hai bản", subject="Biên bản họp")
    client = signed_in(world.an)
    text = page(client, "/minh-chung/in/?tim=158")
    assert "1 minh chứng theo bộ lọc" in text
    assert "Biên bản họp" not in text
    data = client.get("/minh-chung/excel/").content
    rows = list(load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True))
    assert rows[2][0] == "Số minh chứng: 2"
    assert [row[1] for row in rows[4:]] == ["Biên bản họp", "=1+1"]
    data = client.get("/minh-chung/excel/?tim=158").content
    assert load_workbook(BytesIO(data)).worksheets[0].max_row == 5
    assert len(page(signed_in(world.dung), "/minh-chung/in/").split("<tr>")) == 2
