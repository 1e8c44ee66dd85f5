"""Editing a draft and moving a version through its life: what each act does and refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cchc.plan import model as values
from cchc.plan.schedule import By
from cchc.plan.schedule_json import schedule_to_json
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import HandOver, Position, Role
from cchc.web.plans.actions import assigning, drafting, life
from cchc.web.plans.actions.documents import archive_document, save_document
from cchc.web.plans.models import Assignment, Plan, PlanKind, PlanVersion
from cchc.web.plans.queries.versions import plan_of_version, tasks_of
from cchc.web.plans.reasons import PlanReason
from cchc.web.plans.rows import task_value
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from tests.web.plans.drafts import State, brought_to, draft, imprint
from tests.web.world import BEGAN, TODAY, World


def an(world: World) -> dict[str, Any]:
    return {"by": world.an, "on": TODAY}


def order(version: PlanVersion) -> list[str]:
    return [task.text[:4] for task in tasks_of(version)]


def test_a_new_task_stands_at_the_end_of_its_area(world: World) -> None:
    version = draft(world)
    value = values.Task(task="Mới mẻ", area=values.ReformArea.LEADERSHIP)
    drafting.add_task(version=version, value=value, **an(world))
    assert order(version) == ["Ban ", "Đề x", "Mới ", "Giải", "Tham", "Cập "]


def test_a_task_changes_places_only_within_its_area(world: World) -> None:
    version = draft(world)
    first, second, third, *_ = tasks_of(version)
    drafting.move_task(task=second, is_up=True, **an(world))
    assert order(version)[:2] == ["Đề x", "Ban "]
    drafting.move_task(task=third, is_up=True, **an(world))
    assert order(version)[2] == "Giải"
    assert first.pk


def test_a_task_that_goes_to_another_area_stands_at_its_end(world: World) -> None:
    version = draft(world)
    task = tasks_of(version)[0]
    value = replace(task_value(task), area=values.ReformArea.PROCEDURES)
    drafting.edit_task(task=task, value=value, expected=task.version, **an(world))
    assert order(version) == ["Đề x", "Giải", "Ban ", "Tham", "Cập "]


def test_a_schedule_that_a_person_corrected_stays_while_its_words_do(world: World) -> None:
    version = draft(world)
    task = tasks_of(version)[0]
    corrected = [schedule_to_json(By(date(2026, 2, 15)))]
    with acting("tests.correct", by=world.an) as act:
        act.change(task, schedule=corrected)
    value = replace(task_value(task), task="Câu khác")
    drafting.edit_task(task=task, value=value, **an(world))
    assert task.schedule == corrected
    drafting.edit_task(task=task, value=replace(value, deadline="Quý II"), **an(world))
    assert [f"{part.due_on}" for part in task.deadline_parts.all()] == ["2026-06-30"]
    assert task.confirmations["deadline"]["name"] == "Nguyễn Thị An"


def test_removing_a_task_leaves_the_targets_that_it_served(world: World) -> None:
    version = draft(world)
    target = version.targets.get(text__startswith="Có ít nhất")
    drafting.remove_task(task=target.tasks.get(), reason="Trùng", **an(world))
    assert not target.tasks.exists()
    assert version.tasks.count() == 4


def test_an_issued_plan_keeps_its_name_and_may_get_a_parent(world: World) -> None:
    version, above = brought_to(world, State.ISSUED), brought_to(world, State.ISSUED)
    given: dict[str, Any] = {"version": version, "kind": PlanKind.ANNUAL, **an(world)}
    drafting.describe(title=version.plan.title, parent=above.plan, **given)
    assert version.plan.parent == above.plan
    with pytest.raises(RuleViolation) as told:
        drafting.describe(title="Tên khác", parent=None, **given)
    assert told.value.reason is PlanReason.NAME_IS_ISSUED


def test_a_plan_does_not_carry_out_itself_or_one_below_it(world: World) -> None:
    above = draft(world)
    below = draft(world, parent=above.plan)
    with pytest.raises(RuleViolation) as told:
        drafting.describe(
            version=above, title="x", kind=PlanKind.ANNUAL, parent=below.plan, **an(world)
        )
    assert told.value.reason is PlanReason.PARENT_IS_ITSELF


def test_an_empty_plan_is_not_submitted(world: World) -> None:
    version = draft(world, values.Plan())
    with pytest.raises(RuleViolation) as told:
        life.submit(version=version, **an(world))
    assert told.value.reason is PlanReason.NO_TASKS


def test_of_two_who_submit_at_once_the_second_is_told(world: World) -> None:
    version = draft(world)
    seen = PlanVersion.objects.get(pk=version.pk)
    life.submit(version=version, **an(world))
    with pytest.raises(ChangedMeanwhile):
        life.submit(version=seen, **an(world))


def test_of_two_who_amend_at_once_the_second_is_told(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    seen = PlanVersion.objects.select_related("plan").get(pk=version.pk)
    life.amend(version=version, reason="Một", **an(world))
    with pytest.raises((ChangedMeanwhile, Forbidden)):
        life.amend(version=seen, reason="Hai", **an(world))
    assert PlanVersion.objects.count() == 2


def test_a_number_is_used_once_a_year_by_one_office(world: World) -> None:
    brought_to(world, State.ISSUED, first := draft(world))
    second = brought_to(world, State.APPROVED)
    with pytest.raises(RuleViolation) as told:
        life.issue(version=second, imprint=imprint(f"{first.pk}"), **an(world))
    assert told.value.reason is PlanReason.NUMBER_TAKEN


def test_an_amendment_is_a_full_copy_and_takes_the_place_of_the_old_when_issued(
    world: World,
) -> None:
    old = brought_to(world, State.ISSUED)
    new = life.amend(version=old, reason="Điều chỉnh", **an(world))
    before, after = plan_of_version(old), plan_of_version(new)
    assert (after.tasks, after.targets, after.citations) == (
        before.tasks,
        before.targets,
        before.citations,
    )
    assert [task.key for task in new.tasks.all()] == [task.key for task in old.tasks.all()]
    brought_to(world, State.ISSUED, new)
    old.refresh_from_db()
    assert (old.state, new.state) == (State.SUPERSEDED, State.ISSUED)


def test_what_is_issued_says_its_number_date_and_signer(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    header = plan_of_version(version).header
    assert (header.number, header.date) == (f"{version.pk}", values.PartialDate(2026, 1, 15))
    assert header.signer == values.Signer("KT.", "Phó Giám đốc", "Võ Hương Giang")


def test_a_discarded_draft_is_archived_with_its_reason_and_its_plan(world: World) -> None:
    version = draft(world)
    life.discard(version=version, reason="Lập nhầm năm", **an(world))
    version.refresh_from_db()
    assert version.archive_reason == "Lập nhầm năm"
    assert Plan.objects.get().archived_at is not None


def test_a_cited_document_is_not_archived_and_none_is_entered_twice(world: World) -> None:
    document = draft(world).bases.all()[0].document
    with pytest.raises(RuleViolation) as told:
        archive_document(document=document, reason="x", **an(world))
    assert told.value.reason is PlanReason.DOCUMENT_CITED
    fields = {"number": "76/nq-cp", "doc_type": "NGHỊ QUYẾT"}
    with pytest.raises(RuleViolation) as told:
        save_document(document=None, fields=fields, **an(world))
    assert told.value.reason is PlanReason.DOCUMENT_KNOWN


def test_a_persons_open_work_goes_to_another_with_a_minute(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    task = version.tasks.get(text__startswith="Đề xuất")
    with acting("tests.person", by=None) as act:
        taker = User(username="lan", full_name="Đỗ Thị Lan", password="!")
        act.create(taker)
        position = Position(user=taker, unit=world.technology, role=Role.STAFF, valid_from=BEGAN)
        act.create(position)
    binh: dict[str, Any] = {"by": world.binh, "on": TODAY, "unit": world.technology}
    assigning.assign(task=task, user=world.binh, **binh)
    assigning.hand_over(giver=world.binh, taker=taker, note="Nghỉ thai sản", **binh)
    assert [(one.user, one.ended_on) for one in Assignment.objects.order_by("pk")] == [
        (world.binh, TODAY),
        (taker, None),
    ]
    assert HandOver.objects.get().items[0]["task"] == task.text
    with pytest.raises(RuleViolation) as told:
        assigning.hand_over(giver=world.binh, taker=taker, **binh)
    assert told.value.reason is PlanReason.NOTHING_TO_HAND_OVER


def test_only_people_of_a_named_unit_are_assigned(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    task = version.tasks.get(text__startswith="Đề xuất")
    binh: dict[str, Any] = {"by": world.binh, "on": TODAY, "unit": world.technology}
    with pytest.raises(RuleViolation) as told:
        assigning.assign(task=task, user=world.chau, **binh)
    assert told.value.reason is PlanReason.NOT_OF_UNIT
    other = version.tasks.get(text__startswith="Cập nhật")
    with pytest.raises(RuleViolation) as told:
        assigning.assign(task=other, user=world.binh, **binh)
    assert told.value.reason is PlanReason.UNIT_NOT_NAMED
