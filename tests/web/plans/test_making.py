"""A plan value becomes rows and reads back the same; what people decided stays with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.plan.model import Plan as PlanValue
from cchc.web.audit.acting import acting
from cchc.web.audit.models import Entry
from cchc.web.plans.actions.making import Carried, Read, amend_from, copy_from_last_year, make_plan
from cchc.web.plans.models import LegalDocument, Plan, TaskUnit
from cchc.web.plans.queries.versions import plan_of_version
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.refusals import RuleViolation
from tests.test_golden import REAL, SAMPLES, is_scan, plan_of
from tests.web.plans.drafts import PLAN, State, brought_to, draft, facts_of, names_in
from tests.web.world import TODAY, World

GOLD = [path for path in (*REAL, *SAMPLES) if not is_scan(path)]


def test_a_plan_reads_back_value_for_value(world: World) -> None:
    assert plan_of_version(draft(world)) == PLAN


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_reference_plan_reads_back_value_for_value(world: World, gold: Path) -> None:
    value = plan_of(gold)
    version = make_plan(
        by=world.an, on=TODAY, facts=facts_of(world.department), read=Read(value, {})
    )
    back = plan_of_version(version)
    assert back == value
    assert [task.traces for task in back.tasks] == [task.traces for task in value.tasks]


def test_making_a_plan_is_one_act(world: World) -> None:
    before = Entry.objects.count()
    draft(world)
    entry = Entry.objects.first()
    assert entry is not None
    assert (Entry.objects.count(), entry.verb) == (before + 1, "plans.make")


def test_a_collective_name_names_each_unit_it_means_and_is_printed_once(world: World) -> None:
    version = draft(world)
    support = TaskUnit.objects.filter(task__plan_version=version, is_collective=True)
    assert {row.unit for row in support} == {world.office, world.technology, world.quality}
    assert plan_of_version(version).tasks[0].support == ("Các phòng, đơn vị",)


def test_a_name_outside_the_register_stays_as_words(world: World) -> None:
    draft(world)
    row = TaskUnit.objects.get(words="Bưu điện tỉnh")
    assert row.unit is None


def test_a_task_keeps_its_first_and_last_due_day(world: World) -> None:
    tasks = {task.text[:12]: task for task in draft(world).tasks.all()}
    quarterly, before = tasks["Giải quyết h"], tasks["Đề xuất sáng"]
    assert (f"{quarterly.first_due_on}", f"{quarterly.last_due_on}") == ("2026-03-31", "2026-12-31")
    assert f"{before.last_due_on}" == "2026-11-29"
    assert tasks["Tham mưu văn"].last_due_on is None


def test_a_target_gets_the_area_and_the_tasks_that_share_its_words(world: World) -> None:
    rate, ideas = draft(world).targets.all()
    assert rate.area == "procedures"
    assert [task.text[:10] for task in ideas.tasks.all()] == ["Đề xuất sá"]


def test_a_document_is_found_again_by_its_number_and_type(world: World) -> None:
    draft(world)
    draft(world, kind="publicity")
    assert LegalDocument.objects.filter(number="76/NQ-CP").count() == 1


def test_only_the_coordinator_of_the_owner_makes_its_plan(world: World) -> None:
    for person in (world.binh, world.chau, world.dung, world.giang, world.hanh, world.quynh):
        with pytest.raises(RuleViolation) as told:
            make_plan(by=person, on=TODAY, facts=facts_of(world.department))
        assert told.value.reason is PlanReason.WRONG_OWNER
    assert not Plan.objects.exists()


def test_a_reading_that_amends_keeps_the_keys_of_tasks_whose_words_changed_a_little(
    world: World,
) -> None:
    old = brought_to(world, State.ISSUED)
    first, second, *rest = PLAN.tasks
    changed = PlanValue(
        header=PLAN.header,
        tasks=(
            second,
            type(first)(**{**_fields(first), "task": first.task + " của Sở"}),
            type(first)(task="Nhiệm vụ hoàn toàn mới về thanh tra công vụ"),
        ),
    )
    with acting("plans.make", by=world.an) as act:
        new = amend_from(
            act,
            by=world.an,
            on=TODAY,
            old=old,
            reason="Bổ sung",
            read=Read(changed, names_in(world)),
        )
    before = {task.text: task.key for task in old.tasks.all()}
    keys = [task.key for task in new.tasks.all()]
    assert keys[:2] == [before[second.task], before[first.task]]
    assert keys[2] not in before.values()
    assert rest


def _fields(task: object) -> dict[str, object]:
    return {name: getattr(task, name) for name in type(task).__slots__}  # type: ignore[attr-defined]


def test_last_years_plan_is_copied_with_its_deadlines_moved_to_the_new_year(world: World) -> None:
    last = brought_to(world, State.ISSUED)
    carried = [Carried(task) for task in last.tasks.all()[:3]]
    new = copy_from_last_year(
        by=world.an,
        on=TODAY,
        facts=facts_of(world.department, year=2027, title="Kế hoạch CCHC năm 2027"),
        last=last,
        carried=carried,
        common_reason="Chưa bố trí được kinh phí",
    )
    tasks = list(new.tasks.all())
    assert [f"{task.last_due_on}" for task in tasks] == ["2027-03-31", "2027-11-29", "2027-12-31"]
    assert tasks[0].text == "Ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2027"
    assert [task.key for task in tasks] == [one.task.key for one in carried]
    assert {task.carry_reason for task in tasks} == {"Chưa bố trí được kinh phí"}
    assert new.plan.carried_from == last.plan


def test_a_task_is_not_carried_without_a_reason(world: World) -> None:
    last = brought_to(world, State.ISSUED)
    with pytest.raises(RuleViolation) as told:
        copy_from_last_year(
            by=world.an,
            on=TODAY,
            facts=facts_of(world.department, year=2027),
            last=last,
            carried=[Carried(last.tasks.all()[0])],
        )
    assert told.value.reason is PlanReason.CARRY_NEEDS_REASON
