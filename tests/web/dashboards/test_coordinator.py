"""What the overview tells a coordinator: done work without evidence, reminders that went out."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.test import Client

from cchc.web.audit.acting import acting
from cchc.web.dashboards.board_page import own_affairs
from cchc.web.dashboards.queries.boards import board_of
from cchc.web.dashboards.queries.rows import rows_behind, work_of
from cchc.web.dashboards.scope import asked_of
from cchc.web.evidence.actions import adding
from cchc.web.evidence.actions.keeping import archive
from cchc.web.evidence.actions.linking import Claim, link
from cchc.web.evidence.models import Evidence
from cchc.web.evidence.subjects import OCCURRENCE, TASK, subject_of
from cchc.web.work.actions import progress
from cchc.web.work.models import Message, Occurrence
from tests.web.evidence.conftest import Q1
from tests.web.work.following import followed, owed
from tests.web.work.reminding import ZONE
from tests.web.world import TODAY, World


def unproved(world: World) -> list[Occurrence]:
    """The list behind «Thiếu minh chứng» for An, whose number must be as long."""
    board = board_of(world.an, asked_of({"so": "unproved"}, TODAY))
    rows = rows_behind(board, board.asked).page(0, 50)
    said = own_affairs(board, work_of(board))["desk"]
    assert {figure.code: count for figure, count in said}["unproved"] == len(rows)
    return rows


def given(world: World) -> Evidence:
    facts = adding.Facts(
        subject="Danh mục sáng kiến",
        number="12",
        symbol="BC-SKHCN",
        issuer="Sở Khoa học và Công nghệ",
        dated_on=date(2026, 2, 20),
    )
    return adding.add(by=world.binh, on=TODAY, unit=world.technology, facts=facts, file=None)


@pytest.mark.parametrize("label", [OCCURRENCE, TASK])
def test_done_work_is_without_evidence_until_some_serves_it_or_its_task(
    world: World, label: str
) -> None:
    followed(world)
    row = owed("Đề xuất")
    assert unproved(world) == [], "what is not said to be done needs none yet"
    progress.propose(by=world.binh, on=TODAY, row=row, text="Đủ", share_done=2)
    assert unproved(world) == [row]
    evidence = given(world)
    key = str(row.pk) if label == OCCURRENCE else str(row.task_key)
    claim = Claim(subject_of(world.binh, TODAY, label, key), **Q1)
    link(by=world.binh, on=TODAY, evidence=evidence, claim=claim)
    assert unproved(world) == []
    archive(by=world.binh, on=TODAY, evidence=evidence, reason="Nhầm tệp")
    assert unproved(world) == [row], "what was put away proves nothing"


def message(world: World, key: str, state: str, on: date) -> None:
    at = datetime(on.year, on.month, on.day, 8, tzinfo=ZONE)
    with acting("tests.message", by=None) as act:
        act.create(
            Message(
                channel=Message.Channel.MAIL,
                user=world.binh,
                office=world.department,
                recipient="binh@mau.gov.vn",
                subject="Việc đến hạn",
                key=key,
                on=on,
                made_at=at,
                next_try_at=at,
                state=state,
                sent_at=at if state == Message.State.SENT else None,
            )
        )


def test_reminders_of_the_last_month_are_counted_and_open_to_themselves(
    world: World, signed_in
) -> None:  # type: ignore[no-untyped-def]
    followed(world)
    for key, state, on in (
        ("a", Message.State.SENT, date(2026, 2, 27)),
        ("b", Message.State.SENT, date(2026, 2, 2)),
        ("c", Message.State.SENT, date(2026, 1, 5)),
        ("d", Message.State.FAILED, date(2026, 2, 27)),
    ):
        message(world, key, state, on)
    client: Client = signed_in(world.an)
    text = client.get("/tong-quan/").content.decode()
    address = "/nhac-viec/tin-gui/?tinh_trang=sent&amp;tu=2026-01-31"
    assert f'<a href="{address}">2 tin</a>' in text
    assert ">1 tin</a>" in text
    behind = client.get(address.replace("&amp;", "&")).content.decode()
    assert behind.count("binh@mau.gov.vn") == 2
