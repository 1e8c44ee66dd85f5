"""The month's review: done in time, late, open, by unit and by person; page, paper and Excel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from cchc.web.accounts.models import User
from cchc.web.plans.actions.assigning import assign
from cchc.web.work import review_views
from cchc.web.work.actions import progress
from cchc.web.work.models import Occurrence
from tests.web.work.following import followed, owed
from tests.web.world import World

SignedIn = Callable[[User], Client]
APRIL = date(2026, 4, 20)


def _march(world: World, settings: Any) -> None:
    """Quarter I in time, the publicity plan late, the note of the period not at all."""
    followed(world)
    settings.TODAY = APRIL
    row = owed("Giải quyết", name="Quý I")
    progress.propose(by=world.chau, on=APRIL, row=row, text="Xong", done_on=date(2026, 3, 31))
    progress.accept(by=world.an, on=APRIL, row=owed("Giải quyết", name="Quý I"))
    progress.propose(
        by=world.an, on=APRIL, row=owed("Ban hành"), text="Xong", done_on=date(2026, 4, 2)
    )
    Occurrence.objects.filter(task__text__startswith="Ban hành").update(state="done")


def test_each_outcome_is_counted_once(world: World, signed_in: SignedIn, settings: Any) -> None:
    _march(world, settings)
    answer = signed_in(world.an).get("/cong-viec/giao-ban/?thang=2026-03")
    whole = answer.context["whole"]
    assert whole.counts == {"done": 1, "done_late": 1, "proposed": 0, "late": 1, "open": 0}
    groups = {group.title: group.tally.total for group in answer.context["groups"]}
    assert groups == {"Chi cục Tiêu chuẩn Đo lường Chất lượng": 1, "Văn phòng Sở": 2}


def test_what_is_still_not_done_is_carried_into_the_next_month(
    world: World, signed_in: SignedIn, settings: Any
) -> None:
    _march(world, settings)
    answer = signed_in(world.an).get("/cong-viec/giao-ban/?thang=2026-04")
    (group,) = answer.context["groups"]
    ((line, outcome, is_carried),) = group.lines
    assert (line.row.kind, outcome, is_carried) == (Occurrence.Kind.NOTE, "late", True)
    assert "tồn từ tháng trước" in answer.content.decode()


def test_by_person_everybody_who_is_given_something_has_a_group(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    row = owed("Đề xuất")
    assign(by=world.binh, on=date(2026, 3, 2), task=row.task, unit=row.unit, user=world.binh)  # type: ignore[arg-type]
    answer = signed_in(world.an).get("/cong-viec/giao-ban/?thang=2026-11&theo=nguoi")
    assert [group.title for group in answer.context["groups"]] == ["Trần Văn Bình"]


def test_paper_and_excel_hold_the_same_lines(
    world: World, signed_in: SignedIn, settings: Any
) -> None:
    _march(world, settings)
    client = signed_in(world.an)
    printed = client.get("/cong-viec/giao-ban/in/?thang=2026-03").content.decode()
    assert "Chi tiết (3 việc)" in printed
    found = client.get("/cong-viec/giao-ban/excel/?thang=2026-03").content
    sheet = load_workbook(BytesIO(found)).active
    assert sheet is not None
    assert sheet["A3"].value == "Số dòng: 3"


def test_a_month_of_a_whole_province_is_counted_without_its_rows(
    world: World, signed_in: SignedIn, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _march(world, settings)
    client, address = signed_in(world.an), "/cong-viec/giao-ban/?thang=2026-03"
    full = client.get(address).context
    monkeypatch.setattr(review_views, "MOST_SHOWN", 2)
    short = client.get(address)
    assert short.context["whole"].counts == full["whole"].counts
    tallies = [(group.title, group.tally.counts) for group in full["groups"]]
    assert [(one.title, one.tally.counts) for one in short.context["groups"]] == tallies
    assert "hãy chọn một đơn vị" in short.content.decode()


def test_a_head_reviews_their_own_unit_only(world: World, signed_in: SignedIn) -> None:
    followed(world)
    text = signed_in(world.binh).get("/cong-viec/giao-ban/?thang=2026-11").content.decode()
    assert "Đề xuất sáng kiến" in text
    text = signed_in(world.binh).get("/cong-viec/giao-ban/?thang=2026-03").content.decode()
    assert "Không có việc nào đến hạn trong tháng này" in text
