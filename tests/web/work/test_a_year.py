"""A whole year of a department, day by day, against an account that is kept apart."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cchc.web.organisation.actions.succession import Decided, merge_units
from cchc.web.organisation.actions.units import UnitFacts
from cchc.web.organisation.models import UnitKind
from cchc.web.organisation.standing import forget_standing
from cchc.web.plans.actions import life
from cchc.web.plans.actions.drafting import add_task, edit_task, remove_task
from cchc.web.plans.actions.making import Read, make_plan
from cchc.web.plans.models import Plan, PlanVersion
from cchc.web.plans.rows import task_value
from cchc.web.ui.refusals import Forbidden
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.actions.calendar import decide_day
from cchc.web.work.actions.deadlines import EventFacts
from cchc.web.work.actions.planning import apply, follow, preview
from cchc.web.work.models import DecidedDay, Occurrence
from tests.web.plans.drafts import facts_of, imprint
from tests.web.work import year as told
from tests.web.work.year import YEAR, Department, Line
from tests.web.world import World

State = Occurrence.State
AMENDED, SWAPPED, MERGED = date(YEAR, 5, 12), date(YEAR, 6, 8), date(YEAR, 7, 6)


@pytest.fixture
def account_of(world: World, settings: Any) -> Department:
    settings.TODAY = date(YEAR, 1, 5)
    return told.make_department(world)


def _issued(world: World, made: Department, on: date) -> Plan:
    read = Read(told.plan_of_the_year(made), told.names_of(made))
    version = make_plan(by=world.an, on=on, facts=facts_of(world.department), read=read)
    _bring_to_issue(world, version, on)
    follow(by=world.an, on=on, plan=version.plan)
    return version.plan


def _bring_to_issue(world: World, version: PlanVersion, on: date) -> None:
    life.submit(by=world.an, on=on, version=version)
    life.approve(by=world.giang, on=on, version=version)
    signed = replace(imprint(f"{version.pk}"), issued_on=on)
    life.issue(by=world.an, on=on, version=version, imprint=signed)


def _row(text: str, unit: int, slot: str) -> Occurrence:
    rows = Occurrence.objects.select_related("plan__owner", "task__plan_version", "unit")
    return rows.get(task__text=text, unit=unit, slot=slot)


def _work(world: World, made: Department, chance: random.Random, on: date) -> None:
    """What people do on one working day, in the office and in the account."""
    for key, line in made.account.items():
        if line.state == "proposed":
            _answer(world, chance, on, key, line)
    for key in told.chosen(chance, made, on):
        line, row = made.account[key], _row(*key)
        by = (made.heads if chance.random() < 0.5 else made.staff)[key[1]]
        if row.kind == Occurrence.Kind.NOTE:
            progress.report(by=by, on=on, row=row, text="Đã ghi tiến độ")
            line.state, line.done_on = "done", on
        elif chance.random() < 0.08 and not line.extended and line.due and line.due >= on:
            _extend(world, made, chance, on, key)
        else:
            progress.propose(by=by, on=on, row=row, text="Đã xong")
            line.state, line.done_on = "proposed", on


def _answer(
    world: World, chance: random.Random, on: date, key: tuple[str, int, str], line: Line
) -> None:
    if chance.random() < 0.85:
        progress.accept(by=world.an, on=on, row=_row(*key))
        line.state = "done"
    else:
        progress.return_for_more(by=world.an, on=on, row=_row(*key), note="Thiếu minh chứng")
        line.state, line.done_on = "open", None


def _extend(
    world: World,
    made: Department,
    chance: random.Random,
    on: date,
    key: tuple[str, int, str],
) -> None:
    line, row = made.account[key], _row(*key)
    assert line.due is not None
    until = line.due + timedelta(days=chance.randrange(3, 30))
    asked = deadlines.ask_extension(
        by=made.heads[key[1]], on=on, row=row, wanted_on=until, reason="Chờ ý kiến"
    )
    if chance.random() < 0.7:
        deadlines.grant(by=world.giang, on=on, extension=asked)
        line.due, line.extended = until, True
    else:
        deadlines.refuse_extension(by=world.giang, on=on, extension=asked, note="Không đủ lý do")


def _assigned_by_the_province(world: World, made: Department, on: date) -> None:
    """A paper comes that two kinds of waiting tasks waited for."""
    waiting = [key for key, line in made.account.items() if line.state == "waiting"]
    for text, unit, slot in waiting[:4]:
        row = _row(text, unit, slot)
        counted = "05 ngày làm việc" in row.name
        due = told.worked_after(on, 5) if counted else on + timedelta(days=20)
        facts = EventFacts(f"{on:%d%m}/UBND-TH", on, due_on=None if counted else due)
        event = deadlines.record_event(by=world.an, on=on, row=row, facts=facts)
        made.account[text, unit, f"{slot} event {event.pk}"] = Line(due)


def _amend(world: World, made: Department, plan: Plan, on: date) -> None:
    """Third quarter becomes the fourth, one task goes, one comes."""
    old = plan.versions.get(state="issued")
    new = life.amend(by=world.an, on=on, version=old, reason="Điều chỉnh")
    for task in new.tasks.filter(deadline="Quý III"):
        edit_task(by=world.an, on=on, task=task, value=replace(task_value(task), deadline="Quý IV"))
    gone = new.tasks.filter(deadline="Chậm nhất ngày 15/6").order_by("place")[0]
    remove_task(by=world.an, on=on, task=gone, reason="Trùng")
    unit = made.units[0]
    added = task_value(new.tasks.filter(archived_at=None)[0], lead=(unit.name,), support=())
    add_task(
        by=world.an,
        on=on,
        version=new,
        value=replace(added, task="Nhiệm vụ thêm", deadline="Tháng 10", label=None),
    )
    _bring_to_issue(world, new, on)
    for (text, _, _), line in made.account.items():
        pattern = _pattern(text)
        if pattern == "Quý III" and line.state == "open":
            line.due = max(date(YEAR, 12, 31), line.due if line.extended and line.due else on)
            line.extended = False
        if text == gone.text and line.state == "open":
            line.state = "withdrawn"
    made.account["Nhiệm vụ thêm", unit.pk, "0"] = Line(date(YEAR, 10, 31))
    found = preview(plan)
    assert found is not None
    apply(by=world.an, on=on, plan=plan, reason="Bản sửa đổi", digest=found.digest)


def _pattern(text: str) -> str:
    number = text.removeprefix("Nhiệm vụ ")
    return list(told.PATTERNS)[int(number) % len(told.PATTERNS)] if number.isdigit() else ""


def _swap(world: World, on: date) -> None:
    """The office decides a bridge day and the Saturday that is worked for it."""
    basis = "Thông báo số 123/TB-UBND"
    decide_day(by=world.quynh, on=on, day=told.ADDED_REST, type=DecidedDay.Type.REST,
               name="Nghỉ hoán đổi", legal_basis=basis)  # fmt: skip
    decide_day(by=world.quynh, on=on, day=told.ADDED_MADE_UP, type=DecidedDay.Type.MADE_UP,
               name="Làm bù", legal_basis=basis)  # fmt: skip
    told.REST.add(told.ADDED_REST)
    told.MADE_UP.add(told.ADDED_MADE_UP)


def _merge(world: World, made: Department, on: date) -> None:
    """Two units become one; their people go on with the open work of both."""
    merge_units(
        by=world.quynh,
        units=(made.units[3], made.units[4]),
        into=UnitFacts(kind=UnitKind.DIVISION, name="Phòng Hợp nhất"),
        decided=Decided(on=on),
    )


def _agrees(made: Department, plan: Plan, on: date) -> None:
    """Every occurrence is as the account says, none more and none less."""
    rows = Occurrence.objects.filter(plan=plan).select_related("task")
    said = {
        (row.task.text, row.unit_id, row.slot): (row.due_on, row.state, row.done_on) for row in rows
    }
    kept = {key: (line.due, line.state, line.done_on) for key, line in made.account.items()}
    assert said == kept, on
    for row in rows:
        if row.due_on is not None and row.state in Occurrence.OWED:
            assert row.work_by == told.last_worked(row.due_on), (on, row)


def test_a_year_is_as_the_account_of_it(
    world: World, account_of: Department, settings: Any
) -> None:
    made, chance = account_of, random.Random(2026)
    told.REST.discard(told.ADDED_REST)
    told.MADE_UP.discard(told.ADDED_MADE_UP)
    begun = date(YEAR, 1, 5)
    plan = _issued(world, made, begun)
    _agrees(made, plan, begun)
    for on in told.days_of_the_year():
        if on <= begun or not told.is_worked(on):
            continue
        settings.TODAY = on
        for person in (*world.cast.values(), *made.heads.values(), *made.staff.values()):
            forget_standing(person)
        if on == AMENDED:
            _amend(world, made, plan, on)
        if on == SWAPPED:
            _swap(world, on)
        if on == MERGED:
            _merge(world, made, on)
        if on.day in (3, 4, 5) and on.month in (2, 6, 10):
            _assigned_by_the_province(world, made, on)
        _work(world, made, chance, on)
        if on.day > 24 or on in (AMENDED, SWAPPED, MERGED):
            _agrees(made, plan, on)
    _agrees(made, plan, date(YEAR, 12, 31))
    states = [line.state for line in made.account.values()]
    assert states.count("done") > 100
    assert states.count("open") > 5, "some work is never done"
    version = plan.versions.get(state="issued")
    life.close(by=world.an, on=date(YEAR, 12, 31), version=version)
    row = Occurrence.objects.filter(plan=plan, state=State.OPEN).select_related("plan__owner")[0]
    with pytest.raises(Forbidden, match="plan_is_over"):
        progress.report(by=world.an, on=date(YEAR, 12, 31), row=row, text="Muộn rồi")
