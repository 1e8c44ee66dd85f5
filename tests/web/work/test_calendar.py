"""The working calendar: what an edit moves is shown first, what is done is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from cchc.web.accounts.models import User
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from cchc.web.work.actions import calendar as acts
from cchc.web.work.actions import progress
from cchc.web.work.models import DecidedDay
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
Type = DecidedDay.Type
DAY = date(2026, 11, 27)  # the last working day of «Trước 30/11»
BASIS = "Thông báo số 5/TB-SKHCN"


def facts(**other: object) -> acts.DayFacts:
    given: dict[str, Any] = {"day": DAY, "type": Type.REST, "name": "Nghỉ bù", "legal_basis": BASIS}
    return acts.DayFacts(**(given | other))


def decide(world: World, who: str = "quynh", **other: Any) -> DecidedDay:
    one = facts(**other)
    given = {"day": one.day, "type": one.type, "name": one.name, "legal_basis": one.legal_basis}
    return acts.decide_day(by=getattr(world, who), on=TODAY, **given)  # type: ignore[arg-type]


def test_what_an_edit_moves_is_listed_and_nothing_is_written_by_looking(world: World) -> None:
    followed(world)
    found = acts.moved_with([facts()])
    (row, new) = found[0].changes.moved[0]
    assert (row.task.text[:7], row.work_by, new.reckoned.work_by) == (
        "Đề xuất",
        DAY,
        date(2026, 11, 26),
    )
    assert owed("Đề xuất").work_by == DAY
    assert not DecidedDay.objects.exists()


def test_an_edit_moves_open_work_and_keeps_what_is_done(world: World) -> None:
    followed(world)
    progress.propose(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Xong")
    progress.accept(by=world.an, on=TODAY, row=owed("Đề xuất"))
    decide(world)
    decide(world, day=date(2026, 6, 30))
    assert owed("Đề xuất").work_by == DAY, "done: kept as it was"
    assert owed("Giải quyết", name="Quý II").work_by == date(2026, 6, 29)


def test_taking_a_day_back_lets_the_shipped_table_hold_again(world: World) -> None:
    followed(world)
    row = decide(world)
    assert owed("Đề xuất").work_by == date(2026, 11, 26)
    acts.forget_day(by=world.quynh, on=TODAY, row=row, reason="Ghi nhầm", expected=row.version)
    assert owed("Đề xuất").work_by == DAY


@pytest.mark.parametrize("who", ["an", "binh", "chau", "dung", "giang", "hanh"])
def test_only_an_administrator_of_the_whole_tree_decides_days(world: World, who: str) -> None:
    with pytest.raises(Forbidden):
        decide(world, who)


def test_a_day_needs_its_basis_and_a_weekend_is_a_rest_day_anyway(world: World) -> None:
    with pytest.raises(RuleViolation, match="basis_needed"):
        decide(world, legal_basis=" ")
    with pytest.raises(RuleViolation, match="weekend_rest"):
        decide(world, day=date(2026, 11, 28))


def test_only_what_was_shown_is_applied(world: World) -> None:
    followed(world)
    with pytest.raises(ChangedMeanwhile):
        acts.decide_days(by=world.quynh, on=TODAY, facts=[facts()], digest="khác")
    assert not DecidedDay.objects.exists()


def test_two_who_decide_the_same_day(world: World) -> None:
    decide(world)
    with pytest.raises(ChangedMeanwhile):
        acts.decide_days(by=world.quynh, on=TODAY, facts=[facts(name="Khác", expected=0)])
    assert DecidedDay.objects.get().name == "Nghỉ bù"


def test_the_page_shows_what_moves_before_it_is_written(world: World, signed_in: SignedIn) -> None:
    followed(world)
    client = signed_in(world.quynh)
    given = {"day": "27/11/2026", "type": "nghỉ", "name": "Nghỉ bù", "legal_basis": BASIS}
    shown = client.post("/cong-viec/lich-lam-viec/ghi/", given)
    text = shown.content.decode()
    assert "Đổi 1 hạn" in text
    assert not DecidedDay.objects.exists()
    agreed = {**given, "xem": shown.context["digest"], "version-20261127": "0"}
    answer = client.post("/cong-viec/lich-lam-viec/ghi/", agreed)
    assert answer["Location"] == "/cong-viec/lich-lam-viec/?nam=2026"
    page = client.get("/cong-viec/lich-lam-viec/?nam=2026").content.decode()
    assert BASIS in page
    assert "Bảng của cơ quan" in page
    assert "Kèm phần mềm" in page


def test_a_table_is_taken_in_whole_or_not_at_all(world: World, signed_in: SignedIn) -> None:
    client = signed_in(world.quynh)
    table = f"ngày,loại,tên,căn cứ\n27/11/2026,nghỉ,Nghỉ bù,{BASIS}\n28/11/2026,làm bù,Bù,{BASIS}\n"
    upload = SimpleUploadedFile("lich.csv", table.encode())
    shown = client.post("/cong-viec/lich-lam-viec/nhap/", {"file": upload})
    assert shown.status_code == 200
    agreed = {"text": table, "xem": shown.context["digest"]}
    client.post("/cong-viec/lich-lam-viec/nhap/", agreed)
    assert DecidedDay.objects.count() == 2
    wrong = SimpleUploadedFile("lich.csv", b"ng\xc3\xa0y\n31/02/2026\n")
    answer = client.post("/cong-viec/lich-lam-viec/nhap/", {"file": wrong})
    assert answer.status_code == 422


def test_everybody_sees_the_calendar_and_takes_it_out(world: World, signed_in: SignedIn) -> None:
    for who in ("binh", "dung"):
        client = signed_in(getattr(world, who))
        assert "Tết" in client.get("/cong-viec/lich-lam-viec/").content.decode()
        assert client.get("/cong-viec/lich-lam-viec/ghi/").status_code == 403
    sheet = load_workbook(BytesIO(client.get("/cong-viec/lich-lam-viec/excel/").content)).active
    assert sheet is not None
    assert sheet.max_row == 4 + int(str(sheet["A3"].value).rpartition(" ")[2])
