"""A letter that chases a unit: from its overdue work, as it was on its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.ui.refusals import Forbidden, RuleViolation
from cchc.web.work.actions import progress
from cchc.web.work.actions.chasing import chase
from cchc.web.work.models import ChasingLetter
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
LATE = date(2026, 12, 2)  # two working days after «trước 30/11» ran out


@pytest.fixture
def late(world: World, settings) -> World:  # type: ignore[no-untyped-def]
    followed(world)
    settings.TODAY = LATE
    return world


def _chase(world: World, by: User) -> ChasingLetter:
    return chase(
        by=by,
        on=LATE,
        office=world.department,
        unit=world.technology,
        answer_by=date(2026, 12, 9),
        note="=Báo cáo ngay",
    )


def test_a_letter_lists_what_is_late_in_working_days(late: World) -> None:
    letter = _chase(late, late.an)
    (row,) = letter.rows
    assert (row["due"], row["late"]) == ("2026-11-29", 3)
    assert row["task"].startswith("Đề xuất sáng kiến")
    entry = Entry.objects.order_by("-number")[0]
    assert (entry.verb, entry.by) == ("work.chase", late.an)


def test_a_letter_stays_as_it_was(late: World, signed_in: SignedIn) -> None:
    letter = _chase(late, late.an)
    progress.propose(by=late.binh, on=LATE, row=owed("Đề xuất"), text="Xong")
    page = signed_in(late.an).get(f"/nhac-viec/don-doc/thu/{letter.pk}/").content.decode()
    assert "Kính gửi: Phòng Quản lý Công nghệ và Đổi mới sáng tạo" in page
    assert "29/11/2026" in page
    assert "trước hết ngày 09/12/2026" in page
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page


@pytest.mark.parametrize("who", ["binh", "chau", "dung", "giang", "hanh", "quynh"])
def test_only_the_coordinator_chases(late: World, signed_in: SignedIn, who: str) -> None:
    person = getattr(late, who)
    with pytest.raises(Forbidden):
        _chase(late, person)
    address = f"/nhac-viec/don-doc/{late.department.pk}/{late.technology.pk}/"
    assert signed_in(person).get(address).status_code == 404


def test_the_leader_reads_letters_and_others_do_not(late: World, signed_in: SignedIn) -> None:
    letter = _chase(late, late.an)
    address = f"/nhac-viec/don-doc/thu/{letter.pk}/"
    assert signed_in(late.giang).get(address).status_code == 200
    for who in (late.binh, late.dung, late.quynh):
        assert signed_in(who).get(address).status_code == 404
        assert signed_in(who).get(f"{address}excel/").status_code == 404


def test_nothing_late_gives_no_letter_and_an_answer_needs_time(late: World) -> None:
    with pytest.raises(RuleViolation, match="nothing_overdue"):
        chase(
            by=late.an,
            on=TODAY,
            office=late.department,
            unit=late.technology,
            answer_by=date(2026, 4, 1),
        )
    with pytest.raises(RuleViolation, match="answer_too_early"):
        chase(by=late.an, on=LATE, office=late.department, unit=late.technology, answer_by=LATE)


def test_the_coordinator_goes_from_the_list_to_the_letter(late: World, signed_in: SignedIn) -> None:
    an = signed_in(late.an)
    page = an.get("/nhac-viec/don-doc/").content.decode()
    address = f"/nhac-viec/don-doc/{late.department.pk}/{late.technology.pk}/"
    assert address in page
    form = an.get(address).content.decode()
    assert 'value="09/12/2026"' in form, "five working days to answer"
    answer = an.post(address, {"answer_by": "10/12/2026", "note": ""})
    assert answer.status_code == 302
    assert an.get(answer["Location"]).status_code == 200
    assert "1 việc, trả lời trước hết 10/12/2026" in an.get("/nhac-viec/don-doc/").content.decode()
    assert an.post(address, {"answer_by": "01/12/2026"}).status_code == 422


def test_the_table_holds_texts_and_days(late: World, signed_in: SignedIn) -> None:
    letter = _chase(late, late.an)
    ChasingLetter.objects.update(rows=[{**letter.rows[0], "product": "=1+1"}])
    answer = signed_in(late.an).get(f"/nhac-viec/don-doc/thu/{letter.pk}/excel/")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet["C5"].value == "=1+1"
    assert sheet["C5"].data_type == "s"
    assert sheet["F5"].value == datetime(2026, 11, 29)
    assert sheet["G5"].value == 3
