"""An issued plan is followed: every time that something is owed, and what moves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc.web.plans.actions import life
from cchc.web.plans.actions.drafting import edit_task
from cchc.web.plans.rows import task_value
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from cchc.web.work.actions.deadlines import ask_extension, grant
from cchc.web.work.actions.planning import apply, follow, preview
from cchc.web.work.actions.progress import accept, propose
from cchc.web.work.models import Following, Occurrence, Update
from tests.web.plans.drafts import State as VersionState
from tests.web.plans.drafts import brought_to
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

Kind, State = Occurrence.Kind, Occurrence.State


def _rows(text: str) -> list[tuple[str, date | None, str]]:
    rows = Occurrence.objects.filter(task__text__startswith=text).order_by("due_on", "pk")
    return [(row.name, row.due_on, row.state) for row in rows]


def test_each_kind_of_deadline_is_owed_as_it_reads(world: World) -> None:
    followed(world)
    assert _rows("Ban hành") == [("", date(2026, 3, 31), "open")]
    assert _rows("Đề xuất") == [("", date(2026, 11, 29), "open")]
    assert _rows("Giải quyết") == [
        ("Quý I", date(2026, 3, 31), "open"),
        ("Quý II", date(2026, 6, 30), "open"),
        ("Quý III", date(2026, 9, 30), "open"),
        ("Quý IV", date(2026, 12, 31), "open"),
    ]
    assert _rows("Tham mưu") == [("Khi UBND tỉnh giao", None, "waiting")]
    assert _rows("Cập nhật") == [
        ("Báo cáo quý I", date(2026, 3, 16), "open"),
        ("", date(2026, 12, 31), "open"),
    ]


def test_the_last_working_day_is_told_beside_the_last_day_in_time(world: World) -> None:
    followed(world)
    row = owed("Đề xuất")
    assert (row.named_on, row.due_on) == (date(2026, 11, 30), date(2026, 11, 29))
    assert row.work_by == date(2026, 11, 27)


def test_an_occurrence_is_owed_by_the_unit_that_leads(world: World) -> None:
    followed(world)
    assert owed("Đề xuất").unit == world.technology


def test_a_plan_is_followed_once(world: World) -> None:
    version = followed(world)
    with pytest.raises(RuleViolation):
        follow(by=world.an, on=TODAY, plan=version.plan)
    assert Following.objects.count() == 1


@pytest.mark.parametrize("who", ["binh", "chau", "dung", "giang", "hanh", "quynh"])
def test_only_the_coordinator_follows_a_plan(world: World, who: str) -> None:
    version = brought_to(world, VersionState.ISSUED)
    with pytest.raises(Forbidden):
        follow(by=getattr(world, who), on=TODAY, plan=version.plan)
    assert not Occurrence.objects.exists()


def _amended(world: World, deadline: str) -> None:
    """The deadline of the first task is another in the next version."""
    old = owed("Ban hành").task.plan_version
    new = life.amend(by=world.an, on=TODAY, version=old, reason="Điều chỉnh")
    task = new.tasks.get(text__startswith="Ban hành")
    value = replace(task_value(task), deadline=deadline)
    edit_task(by=world.an, on=TODAY, task=task, value=value)
    brought_to(world, VersionState.ISSUED, new)


def test_amending_moves_open_work_and_keeps_what_is_done(world: World) -> None:
    version = followed(world)
    done = owed("Giải quyết", name="Quý I")
    propose(by=world.chau, on=TODAY, row=done, text="Đã giải quyết 120 hồ sơ")
    accept(by=world.an, on=TODAY, row=owed("Giải quyết", name="Quý I"))
    _amended(world, "Quý II")
    found = preview(version.plan)
    assert found is not None
    assert [(row.due_on, new.reckoned.due_on) for row, new in found.changes.moved] == [
        (date(2026, 3, 31), date(2026, 6, 30))
    ]
    assert owed("Ban hành").due_on == date(2026, 3, 31), "nothing moves before it is applied"
    apply(by=world.an, on=TODAY, plan=version.plan, reason="Bản sửa đổi", digest=found.digest)
    assert owed("Ban hành").due_on == date(2026, 6, 30)
    assert owed("Giải quyết", name="Quý I").state == State.DONE
    told = Update.objects.get(kind=Update.Kind.MOVED)
    assert told.text == "31/03/2026 → 30/06/2026: Bản sửa đổi"
    again = preview(version.plan)
    assert again is not None
    assert again.changes.changes_nothing


def test_only_what_was_shown_is_applied(world: World) -> None:
    version = followed(world)
    _amended(world, "Quý II")
    with pytest.raises(ChangedMeanwhile):
        apply(by=world.an, on=TODAY, plan=version.plan, reason="Bản sửa đổi", digest="khác")
    assert owed("Ban hành").due_on == date(2026, 3, 31)


def test_granted_time_outlives_replanning_and_is_no_change(world: World) -> None:
    version = followed(world)
    asked = ask_extension(
        by=world.an, on=TODAY, row=owed("Ban hành"), wanted_on=date(2026, 4, 12), reason="Chờ"
    )
    grant(by=world.giang, on=TODAY, extension=asked)
    found = preview(version.plan)
    assert found is not None
    assert found.changes.changes_nothing
    _amended(world, "Tháng 2")
    found = preview(version.plan)
    assert found is not None
    apply(by=world.an, on=TODAY, plan=version.plan, reason="Bản sửa đổi", digest=found.digest)
    row = owed("Ban hành")
    assert (row.planned_due_on, row.due_on) == (date(2026, 2, 28), date(2026, 4, 12))
    assert row.work_by == date(2026, 4, 10)
