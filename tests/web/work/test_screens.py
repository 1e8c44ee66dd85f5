"""Screens of the daily work: each shows what a person came for, in few queries, part and page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from cchc.web.accounts.models import User
from cchc.web.plans.actions.assigning import assign
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.models import Occurrence, Update
from tests.web.plans.drafts import State as VersionState
from tests.web.plans.drafts import brought_to
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
Most = Any
HTMX = {"HX-Request": "true"}
PARTS = ("cong-nhan", "gia-han", "thoi-han", "don-vi", "su-viec", "ke-hoach")


def page(client: Client, address: str, status: int = 200, **headers: Any) -> str:
    answer = client.get(address, headers=headers.get("headers"))
    assert answer.status_code == status, address
    return answer.content.decode()


def test_a_person_sees_what_their_unit_owes_with_words_and_days(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    text = page(signed_in(world.binh), "/cong-viec/")
    assert "Đề xuất sáng kiến" in text
    assert "«Trước ngày 30/11»: trước 30/11: chậm nhất 29/11, nên xong 27/11" in text
    assert "Giải quyết hồ sơ" not in text
    assert "1 việc chưa xong" in text


def test_what_is_given_to_somebody_stands_on_their_list_only(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    row = owed("Đề xuất")
    assert "Đề xuất" in page(signed_in(world.binh), "/cong-viec/")
    assign(by=world.binh, on=TODAY, task=row.task, unit=world.technology, user=world.binh)
    assert "Đề xuất" in page(signed_in(world.binh), "/cong-viec/")
    assert "Trần Văn Bình" in page(signed_in(world.binh), "/cong-viec/?cua=don-vi")


@pytest.mark.parametrize("kind", ["", "bang", "lich"])
@pytest.mark.parametrize("who", ["an", "binh", "chau", "giang", "hanh", "quynh", "dung"])
def test_each_view_opens_for_everybody_and_shows_only_what_is_theirs(
    world: World, signed_in: SignedIn, kind: str, who: str
) -> None:
    followed(world)
    client = signed_in(getattr(world, who))
    for whose in ("", "don-vi"):
        text = page(client, f"/cong-viec/?cua={whose}&kieu={kind}&thang=2026-11")
        assert ("Đề xuất sáng kiến" in text) is (
            who == "binh" or (whose == "don-vi" and who in ("an", "giang", "hanh"))
        )


def test_the_coordinator_is_told_what_waits_for_an_answer(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    client = signed_in(world.an)
    assert "Chờ tôi" not in page(client, "/cong-viec/")
    progress.propose(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Đã có 02 sáng kiến")
    assert "Việc được đề nghị công nhận" in page(client, "/cong-viec/")
    text = page(client, "/cong-viec/can-xu-ly/?phan=cong-nhan")
    assert "Đề xuất sáng kiến" in text


def test_who_is_named_in_a_comment_is_told_until_they_answer(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    row = owed("Đề xuất")
    answer = signed_in(world.an).post(
        f"/cong-viec/{row.pk}/trao-doi/", {"text": "Gửi dự thảo nhé", "mentions": [world.binh.pk]}
    )
    assert answer.status_code == 302
    assert "nhắc tới bạn" in page(signed_in(world.binh), "/cong-viec/")
    progress.comment(by=world.binh, on=TODAY, row=row, text="Đã gửi")
    assert "nhắc tới bạn" not in page(signed_in(world.binh), "/cong-viec/")


def test_only_people_of_the_office_and_of_named_units_can_be_named(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    text = page(signed_in(world.binh), f"/cong-viec/{owed('Đề xuất').pk}/")
    assert "Nguyễn Thị An" in text
    assert "Phạm Anh Dũng" not in text


def test_a_quick_update_takes_the_place_of_the_row(world: World, signed_in: SignedIn) -> None:
    followed(world)
    row, client = owed("Đề xuất"), signed_in(world.binh)
    form = page(client, f"/cong-viec/{row.pk}/cap-nhat/", headers=HTMX)
    assert form.lstrip("{# ").startswith("<form") or "<form" in form
    assert "<html" not in form
    given = {"text": "Đang lấy ý kiến", "version": row.version, "viec": "ghi"}
    answer = client.post(f"/cong-viec/{row.pk}/cap-nhat/", given, headers=HTMX)
    assert answer.headers["HX-Retarget"] == f"#viec-{row.pk}"
    assert "Đã ghi" in answer.content.decode()
    assert Update.objects.get().text == "Đang lấy ý kiến"


def test_without_javascript_the_same_update_is_a_page_and_leads_back(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    row, client = owed("Đề xuất"), signed_in(world.binh)
    assert "<html" in page(client, f"/cong-viec/{row.pk}/cap-nhat/?ve=danh-sach")
    given = {"text": "Xong", "version": row.version, "viec": "de-nghi", "ve": "danh-sach"}
    answer = client.post(f"/cong-viec/{row.pk}/cap-nhat/", given)
    assert (answer.status_code, answer["Location"]) == (302, "/cong-viec/")
    assert owed("Đề xuất").state == Occurrence.State.PROPOSED


def test_the_second_of_two_is_shown_both_wordings(world: World, signed_in: SignedIn) -> None:
    followed(world)
    row = owed("Đề xuất")
    progress.report(by=world.an, on=TODAY, row=owed("Đề xuất"), text="An đã ghi thế này")
    given = {"text": "Bình ghi thế kia", "version": row.version, "viec": "ghi"}
    client = signed_in(world.binh)
    answer = client.post(f"/cong-viec/{row.pk}/cap-nhat/", given)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "An đã ghi thế này" in text
    assert "Bình ghi thế kia" in text
    again = {**given, "version": re.findall(r'name="version" value="(\d+)"', text)[0]}
    assert client.post(f"/cong-viec/{row.pk}/cap-nhat/", again).status_code == 302
    assert Update.objects.count() == 2


def test_the_page_says_which_day_is_the_last_and_why(world: World, signed_in: SignedIn) -> None:
    followed(world)
    text = page(signed_in(world.binh), f"/cong-viec/{owed('Đề xuất').pk}/")
    assert "không gồm ngày đó" in text
    assert "Chủ nhật 29/11/2026" in text
    assert "hãy xong trong thứ Sáu 27/11/2026" in text


STEPS = {
    "rut": ("binh", {}),
    "cong-nhan": ("an", {"note": "Tốt"}),
    "tra-lai": ("an", {"note": "Thiếu quyết định"}),
}


@pytest.mark.parametrize("verb", STEPS)
def test_each_answer_to_a_proposal_is_a_page_and_an_act(
    world: World, signed_in: SignedIn, verb: str
) -> None:
    followed(world)
    progress.propose(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Xong")
    row = owed("Đề xuất")
    who, given = STEPS[verb]
    client, address = signed_in(getattr(world, who)), f"/cong-viec/{row.pk}/{verb}/"
    assert "<form" in page(client, address)
    assert client.post(address, {**given, "version": row.version}).status_code == 302
    assert owed("Đề xuất").state == (
        Occurrence.State.DONE if verb == "cong-nhan" else Occurrence.State.OPEN
    )
    page(client, address, 403)


def test_an_extension_is_asked_and_granted_and_the_plans_day_stays_visible(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    row = owed("Ban hành")
    client = signed_in(world.an)
    given = {"wanted_on": "15/04/2026", "reason": "Chờ góp ý"}
    assert client.post(f"/cong-viec/{row.pk}/xin-gia-han/", given).status_code == 302
    asked = row.extensions.get()
    giang, address = signed_in(world.giang), f"/cong-viec/gia-han/{asked.pk}/"
    assert "Chờ góp ý" in page(giang, address)
    answer = giang.post(address, {"viec": "cho", "until": "", "note": "", "version": asked.version})
    assert answer.status_code == 302
    text = page(client, f"/cong-viec/{row.pk}/")
    assert "đã gia hạn; kế hoạch: 31/03" in text
    assert owed("Ban hành").due_on == date(2026, 4, 15)


def test_an_event_gives_the_real_due_day(world: World, signed_in: SignedIn) -> None:
    followed(world)
    row, client = owed("Tham mưu"), signed_in(world.an)
    address = f"/cong-viec/{row.pk}/su-viec/"
    given = {"number": "120/UBND-NC", "happened_on": "01/03/2026"}
    assert client.post(address, given).status_code == 422, "no distance: the day is needed"
    assert client.post(address, {**given, "due_on": "20/03/2026"}).status_code == 302
    called = owed("Tham mưu", state=Occurrence.State.OPEN)
    assert called.due_on == date(2026, 3, 20)
    assert "120/UBND-NC" in page(client, f"/cong-viec/{called.pk}/")
    assert owed("Tham mưu", state=Occurrence.State.WAITING) == row


def test_following_begins_with_every_day_shown(world: World, signed_in: SignedIn) -> None:
    version = brought_to(world, VersionState.ISSUED)
    client, base = signed_in(world.an), f"/cong-viec/ke-hoach/{version.plan_id}/"
    assert "Lập lịch theo dõi" in page(client, base)
    text = page(client, f"{base}theo-doi/")
    assert "30/11" in text
    assert "chờ sự việc" in text
    assert not Occurrence.objects.exists(), "looking writes nothing"
    assert client.post(f"{base}theo-doi/").status_code == 302
    assert Occurrence.objects.count() == 9
    assert "9 việc" in page(client, base)


def test_the_plans_page_loads_how_its_work_stands(world: World, signed_in: SignedIn) -> None:
    version = followed(world)
    client = signed_in(world.chau)
    address = f"/cong-viec/ke-hoach/{version.plan_id}/tom-tat/"
    assert address in page(client, f"/ke-hoach/{version.plan_id}/")
    assert "Theo dõi thực hiện" in page(client, address, headers=HTMX)
    assert client.get(address)["Location"] == f"/cong-viec/ke-hoach/{version.plan_id}/"


def test_the_excel_list_holds_what_the_page_counts(world: World, signed_in: SignedIn) -> None:
    version = followed(world)
    client = signed_in(world.an)
    for address, count in (
        ("/cong-viec/excel/?cua=don-vi", 9),
        (f"/cong-viec/ke-hoach/{version.plan_id}/excel/", 9),
        (f"/cong-viec/ke-hoach/{version.plan_id}/excel/?phan=cho-su-viec", 1),
    ):
        sheet = load_workbook(BytesIO(client.get(address).content)).active
        assert sheet is not None
        assert sheet["A3"].value == f"Số dòng: {count}"
        assert sheet.max_row == 4 + count


@pytest.mark.parametrize("part", PARTS)
def test_what_is_to_be_settled_is_for_those_who_settle_it(
    world: World, signed_in: SignedIn, part: str
) -> None:
    followed(world)
    address = f"/cong-viec/can-xu-ly/?phan={part}"
    page(signed_in(world.an), address)
    page(signed_in(world.giang), address)
    assert "đầu mối CCHC và lãnh đạo" in page(signed_in(world.binh), address, 403)


def test_an_occurrence_one_may_not_see_is_unknown(world: World, signed_in: SignedIn) -> None:
    followed(world)
    row, client = owed("Đề xuất"), signed_in(world.dung)
    for part in ("", "cap-nhat/", "rut/", "su-viec/", "thoi-han/", "thoi-han/hieu/"):
        page(client, f"/cong-viec/{row.pk}/{part}", 404)
    assert client.post(f"/cong-viec/{row.pk}/trao-doi/", {"text": "x"}).status_code == 404
    page(client, f"/cong-viec/nhiem-vu/{row.task_id}/", 404)
    page(client, f"/cong-viec/ke-hoach/{row.plan_id}/", 404)


def test_the_home_page_is_ones_work_where_the_office_is_followed(
    world: World, signed_in: SignedIn
) -> None:
    client = signed_in(world.binh)
    assert client.get("/", follow=True).redirect_chain[-1][0] == "/ke-hoach/"
    followed(world)
    assert client.get("/", follow=True).redirect_chain[-1][0] == "/cong-viec/"


# How many questions each list asks for Châu, who works in a unit, and for An, who coordinates.
COUNTS = {
    "/cong-viec/": (13, 14),
    "/cong-viec/?cua=don-vi": (10, 10),
    "/cong-viec/?kieu=bang": (10, 8),
    "/cong-viec/?kieu=lich": (7, 6),
    "/cong-viec/giao-ban/": (7, 7),
    "/cong-viec/lich-lam-viec/": (5, 5),
}


@pytest.mark.parametrize("address", COUNTS)
def test_lists_of_work_ask_few_questions(
    world: World, signed_in: SignedIn, django_assert_max_num_queries: Most, address: str
) -> None:
    followed(world)
    deadlines.ask_extension(
        by=world.binh,
        on=TODAY,
        row=owed("Đề xuất"),
        wanted_on=date(2026, 12, 10),
        reason="Chờ góp ý",
    )
    progress.propose(by=world.chau, on=TODAY, row=owed("Giải quyết", name="Quý I"), text="Xong")
    for who, most in zip(("chau", "an"), COUNTS[address], strict=True):
        client = signed_in(getattr(world, who))
        page(client, address)
        with django_assert_max_num_queries(most):
            page(client, address)


def test_the_page_of_an_occurrence_asks_few_questions(
    world: World, signed_in: SignedIn, django_assert_max_num_queries: Most
) -> None:
    followed(world)
    for place in range(5):
        progress.report(by=world.binh, on=TODAY, row=owed("Đề xuất"), text=f"Lần {place}")
    for who, most in (("binh", 18), ("an", 22)):
        client, address = signed_in(getattr(world, who)), f"/cong-viec/{owed('Đề xuất').pk}/"
        page(client, address)
        with django_assert_max_num_queries(most):
            page(client, address)
