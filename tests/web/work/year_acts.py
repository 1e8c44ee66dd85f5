"""What people do in the year of a department: in the office by its acts, and in the account."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from cchc.web.organisation.actions.succession import Decided, merge_units
from cchc.web.organisation.actions.units import UnitFacts
from cchc.web.organisation.models import Unit, UnitKind
from cchc.web.plans.actions import life
from cchc.web.plans.actions.assigning import assign
from cchc.web.plans.actions.drafting import add_task, edit_task, remove_task
from cchc.web.plans.actions.making import Read, make_plan
from cchc.web.plans.models import Plan, PlanVersion
from cchc.web.plans.rows import task_value
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.actions.calendar import decide_day
from cchc.web.work.actions.deadlines import EventFacts
from cchc.web.work.actions.planning import apply, follow, preview
from cchc.web.work.models import DecidedDay, Occurrence
from tests.web.plans.drafts import facts_of, imprint
from tests.web.work import year as told
from tests.web.work.year import YEAR, Department, Key, Line
from tests.web.world import World

BEGUN, GIVEN = date(YEAR, 1, 5), date(YEAR, 4, 1)
AMENDED, SWAPPED, MERGED = date(YEAR, 5, 12), date(YEAR, 6, 8), date(YEAR, 7, 6)


def begin(world: World, made: Department) -> Plan:
    """The plan is issued and followed, and heads give every third task to one of their staff."""
    read = Read(told.plan_of_the_year(made), told.names_of(made))
    version = make_plan(by=world.an, on=BEGUN, facts=facts_of(world.department), read=read)
    _bring_to_issue(world, version, BEGUN)
    follow(by=world.an, on=BEGUN, plan=version.plan)
    _give(made, version.plan, BEGUN, every=3)
    return version.plan


def happens(world: World, made: Department, plan: Plan, chance: random.Random, on: date) -> None:
    """Everything that happens on a working day after its first."""
    if on == GIVEN:
        _give(made, plan, on, every=7)
    if on == AMENDED:
        _amend(world, made, plan, on)
    if on == SWAPPED:
        _swap(world, on)
    if on == MERGED:
        _merge(world, made, on)
    if on.day in (3, 4, 5) and on.month in (2, 6, 10):
        _assigned_by_the_province(world, made, on)
    _work(world, made, chance, on)


def _bring_to_issue(world: World, version: PlanVersion, on: date) -> None:
    life.submit(by=world.an, on=on, version=version)
    life.approve(by=world.giang, on=on, version=version)
    signed = replace(imprint(f"{version.pk}"), issued_on=on)
    life.issue(by=world.an, on=on, version=version, imprint=signed)


def _give(made: Department, plan: Plan, on: date, *, every: int) -> None:
    """Heads give some of their tasks to one of their staff."""
    version = plan.versions.get(state="issued")
    for text, number in dict.fromkeys((text, unit) for text, unit, _ in made.account):
        if int(text.removeprefix("Nhiệm vụ ")) % every == 0 and (text, number) not in made.given:
            unit, user = Unit.objects.get(pk=number), made.staff[number]
            task = version.tasks.get(text=text)
            assign(by=made.heads[number], on=on, task=task, unit=unit, user=user)
            made.given[text, number] = (user, on)


def _row(text: str, unit: int, slot: str) -> Occurrence:
    rows = Occurrence.objects.select_related("plan__owner", "task__plan_version", "unit")
    return rows.get(task__text=text, unit=unit, slot=slot)


def _work(world: World, made: Department, chance: random.Random, on: date) -> None:
    """What people do on one working day, in the office and in the account."""
    for key, line in made.account.items():
        if line.state == "proposed":
            _answer(world, chance, on, key, line)
    for key in told.supported(made, on):
        unit = made.supports[key[0]]
        by = made.staff[unit.pk]
        progress.contribute(by=by, on=on, row=_row(*key), unit=unit, text="Đã gửi phần phối hợp")
        made.parts.add(key)
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
            line.state, line.done_on, line.returned = "proposed", on, False


def _answer(world: World, chance: random.Random, on: date, key: Key, line: Line) -> None:
    if chance.random() < 0.85:
        progress.accept(by=world.an, on=on, row=_row(*key))
        line.state = "done"
    else:
        progress.return_for_more(by=world.an, on=on, row=_row(*key), note="Thiếu minh chứng")
        line.state, line.done_on, line.returned = "open", None, True


def _extend(
    world: World,
    made: Department,
    chance: random.Random,
    on: date,
    key: Key,
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
    merged = Unit.objects.get(name="Phòng Hợp nhất")
    made.became = {unit.pk: merged.pk for unit in made.units[3:5]}
