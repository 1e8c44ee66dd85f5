"""Progress is said, completion proposed, accepted or returned, each by the right person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cchc.web.plans.actions.assigning import assign
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from cchc.web.work.actions import progress
from cchc.web.work.models import Occurrence, Update
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

State = Occurrence.State
REPORTS = {"an", "binh"}  # of what Bình's unit leads
ANSWERS = {"an"}


@pytest.mark.parametrize("who", ["an", "binh", "chau", "dung", "giang", "hanh", "quynh"])
def test_who_may_propose_and_who_may_accept(world: World, who: str) -> None:
    followed(world)
    person, row = getattr(world, who), owed("Đề xuất")
    if who not in REPORTS:
        with pytest.raises(Forbidden):
            progress.propose(by=person, on=TODAY, row=row, text="Đã có 02 sáng kiến")
        assert owed("Đề xuất").state == State.OPEN
    by = person if who in REPORTS - ANSWERS else world.binh
    progress.propose(by=by, on=TODAY, row=row, text="Đã có 02 sáng kiến")
    if who in ANSWERS:
        progress.accept(by=person, on=TODAY, row=row)
        assert owed("Đề xuất").state == State.DONE
        return
    with pytest.raises(Forbidden):
        progress.accept(by=person, on=TODAY, row=row)
    assert owed("Đề xuất").state == State.PROPOSED


def test_nobody_accepts_what_they_proposed_themselves(world: World) -> None:
    followed(world)
    row = owed("Đề xuất")
    progress.propose(by=world.an, on=TODAY, row=row, text="Đã xong")
    with pytest.raises(Forbidden, match="not_ones_own"):
        progress.accept(by=world.an, on=TODAY, row=row)


def test_what_is_given_to_a_person_only_they_and_their_head_report(world: World) -> None:
    followed(world)
    row = owed("Giải quyết", name="Quý I")
    progress.report(by=world.chau, on=TODAY, row=row, text="Đang làm")  # given to nobody
    assert owed("Giải quyết", name="Quý I").started_on == TODAY


def test_a_returned_completion_is_open_again_with_the_reason(world: World) -> None:
    followed(world)
    row = owed("Đề xuất")
    progress.propose(by=world.binh, on=TODAY, row=row, text="Đã xong")
    progress.return_for_more(by=world.an, on=TODAY, row=row, note="Thiếu quyết định công nhận")
    row = owed("Đề xuất")
    assert (row.state, row.returned_note) == (State.OPEN, "Thiếu quyết định công nhận")
    assert row.done_on is None


def test_the_second_of_two_updates_is_told_and_nothing_is_overwritten(world: World) -> None:
    followed(world)
    seen = owed("Đề xuất")
    progress.report(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Một", expected=seen.version)
    with pytest.raises(ChangedMeanwhile):
        progress.report(by=world.an, on=TODAY, row=seen, text="Hai", expected=seen.version)
    assert [one.text for one in Update.objects.all()] == ["Một"]


def test_a_countable_product_is_complete_only_when_whole(world: World) -> None:
    followed(world)
    row = owed("Đề xuất")
    Occurrence.objects.filter(pk=row.pk).update(share_whole=Decimal(2))
    row = owed("Đề xuất")
    progress.report(by=world.binh, on=TODAY, row=row, text="Được một", share_done=Decimal(1))
    with pytest.raises(RuleViolation, match="share_missing"):
        progress.propose(by=world.binh, on=TODAY, row=row, text="Xong")
    progress.propose(by=world.binh, on=TODAY, row=row, text="Xong", share_done=Decimal(2))
    assert owed("Đề xuất").state == State.PROPOSED


def test_a_note_of_a_reporting_period_is_done_by_being_written(world: World) -> None:
    followed(world)
    row = owed("Cập nhật", kind=Occurrence.Kind.NOTE)
    progress.report(by=world.an, on=TODAY, row=row, text="Đã cập nhật 12 tin")
    assert owed("Cập nhật", kind=Occurrence.Kind.NOTE).state == State.DONE
    assert owed("Cập nhật", kind=Occurrence.Kind.ALL_YEAR).state == State.OPEN


def test_a_day_to_come_is_no_day_of_completion(world: World) -> None:
    followed(world)
    with pytest.raises(RuleViolation, match="day_to_come"):
        progress.propose(
            by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Xong", done_on=date(2026, 3, 3)
        )


def test_a_supporting_unit_gives_its_part_and_the_lead_answers_for_the_whole(world: World) -> None:
    followed(world)
    row = owed("Ban hành")
    progress.contribute(by=world.chau, on=TODAY, row=row, unit=world.quality, text="Đã góp ý")
    with pytest.raises(Forbidden):
        progress.propose(by=world.chau, on=TODAY, row=row, text="Xong")
    assert Update.objects.get().unit == world.quality


def test_staff_of_a_unit_do_not_report_what_is_given_to_another(world: World) -> None:
    followed(world)
    row = owed("Đề xuất")
    assign(by=world.binh, on=TODAY, task=row.task, unit=world.technology, user=world.binh)
    assert progress.may_report(world.binh, row, on=TODAY)
    assert not progress.may_report(world.chau, row, on=TODAY)
