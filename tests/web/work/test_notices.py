"""People are told in the office of what happens to their work, in the act that it is."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.web.ui.refusals import ChangedMeanwhile
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.models import Extension, Notice
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World


def _told(world: World) -> list[tuple[str, str]]:
    names = {user.pk: name for name, user in world.cast.items()}
    rows = Notice.objects.filter(kind=Notice.Kind.EVENT).order_by("pk")
    return [(names[row.user_id], row.text) for row in rows]


@pytest.fixture
def proposed(world: World) -> World:
    followed(world)
    progress.propose(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Đã có 02 sáng kiến")
    return world


def test_who_proposed_is_told_that_it_is_accepted(proposed: World) -> None:
    progress.accept(by=proposed.an, on=TODAY, row=owed("Đề xuất"))
    ((name, text),) = _told(proposed)
    assert name == "Bình"
    assert text.startswith("Nguyễn Thị An công nhận hoàn thành: Đề xuất sáng kiến")


def test_who_proposed_is_told_why_it_is_returned(proposed: World) -> None:
    progress.return_for_more(by=proposed.an, on=TODAY, row=owed("Đề xuất"), note="Thiếu quyết định")
    ((name, text),) = _told(proposed)
    assert name == "Bình"
    assert text.endswith("Lý do: Thiếu quyết định")


def test_who_is_mentioned_is_told_but_not_the_one_who_speaks(proposed: World) -> None:
    people = [proposed.binh, proposed.chau, proposed.an]
    row = owed("Đề xuất")
    progress.comment(by=proposed.an, on=TODAY, row=row, text="Xem giúp", mentions=people)
    assert [name for name, _ in _told(proposed)] == ["Bình", "Châu"]


def test_more_time_asked_is_told_to_the_coordinator_and_decided_to_who_asked(world: World) -> None:
    followed(world)
    asked = deadlines.ask_extension(
        by=world.binh, on=TODAY, row=owed("Đề xuất"), wanted_on=date(2026, 12, 15), reason="Chờ Bộ"
    )
    assert [name for name, _ in _told(world)] == ["An"]
    deadlines.grant(by=world.giang, on=TODAY, extension=asked)
    assert _told(world)[-1][0] == "Bình"
    assert "đến hết 15/12/2026" in _told(world)[-1][1]
    again = deadlines.ask_extension(
        by=world.binh, on=TODAY, row=owed("Đề xuất"), wanted_on=date(2026, 12, 20), reason="Chờ Bộ"
    )
    deadlines.refuse_extension(by=world.an, on=TODAY, extension=again, note="Không lùi nữa")
    assert _told(world)[-1] == (
        "Bình",
        f"Nguyễn Thị An không cho gia hạn: {again.occurrence}. Lý do: Không lùi nữa",
    )


def test_an_act_that_comes_to_nothing_tells_nobody(proposed: World) -> None:
    row = owed("Đề xuất")
    with pytest.raises(ChangedMeanwhile):
        progress.accept(by=proposed.an, on=TODAY, row=row, expected=row.version - 1)
    assert _told(proposed) == []
    assert not Extension.objects.exists()
