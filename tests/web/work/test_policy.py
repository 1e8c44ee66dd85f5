"""Who may do what to an occurrence in which state: the whole table, and why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cchc.plan import model as values
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.organisation.standing import forget_standing
from cchc.web.plans.actions import life
from cchc.web.plans.actions.making import Read, make_plan
from cchc.web.plans.models import Plan
from cchc.web.plans.rows import Meant
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import Decision, Refused
from cchc.web.work import policy
from cchc.web.work.actions import deadlines, planning, progress
from cchc.web.work.models import Occurrence
from cchc.web.work.queries import owed as owed_rows
from cchc.web.work.reasons import WorkReason
from tests.web.plans.drafts import PLAN, YEAR, facts_of, imprint, names_in, task
from tests.web.work.following import followed, owed
from tests.web.world import BEGAN, TODAY, World

State = Occurrence.State
SEES = {"An", "Bình", "Châu", "Giang", "Hạnh"}  # Hạnh by watching over the province
VERBS: dict[str, Callable[..., Decision]] = {
    "report": policy.may_report,
    "propose": policy.may_propose,
    "ask": policy.may_ask_extension,
    "take_back": policy.may_take_back,
    "contribute": policy.may_contribute,
    "answer": policy.may_answer,
    "reopen": policy.may_reopen,
    "event": policy.may_record_event,
    "decide": policy.may_decide_deadline,
    "comment": policy.may_comment,
}
TALK = {(name, "comment") for name in SEES}
MAY = {
    State.OPEN: TALK
    | {(name, verb) for name in ("An", "Bình") for verb in ("report", "propose", "ask")}
    | {("Châu", "contribute")},
    State.PROPOSED: TALK | {("An", "take_back"), ("Bình", "take_back"), ("An", "answer")},
    State.DONE: TALK | {("An", "reopen")},
    State.WAITING: TALK | {("An", "event"), ("Bình", "event")},
    State.UNCLEAR: TALK | {("An", "decide")},
    State.WITHDRAWN: TALK,
}
_OF_BINH = {"lead": ("Phòng Quản lý Công nghệ và Đổi mới sáng tạo",), "support": ("Chi cục TĐC",)}
PLAN_OF_BINH = type(PLAN)(
    header=PLAN.header,
    tasks=(
        task("Đề xuất sáng kiến", deadline="Trước ngày 30/11", area=PLAN.tasks[0].area, **_OF_BINH),
        task("Tham mưu", deadline="Khi UBND tỉnh giao", area=PLAN.tasks[0].area, **_OF_BINH),
        task("Sắp xếp", deadline="Quý V", area=PLAN.tasks[0].area, **_OF_BINH),
    ),
)


def brought(world: World, state: State) -> Occurrence:
    """An occurrence of Bình's unit in a state, brought there by the right people."""
    followed(world, PLAN_OF_BINH)
    if state == State.WAITING:
        return owed("Tham mưu")
    if state == State.UNCLEAR:
        return owed("Sắp xếp")
    if state == State.WITHDRAWN:
        Occurrence.objects.filter(task__text__startswith="Đề xuất").update(state=state)
        return owed("Đề xuất")
    if state != State.OPEN:
        progress.propose(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Xong")
    if state == State.DONE:
        progress.accept(by=world.an, on=TODAY, row=owed("Đề xuất"))
    return owed("Đề xuất")


@pytest.mark.parametrize("state", list(State))
def test_who_sees_and_may_do_what_in_each_state(world: World, state: State) -> None:
    row = brought(world, state)
    may = set()
    for name, person in world.cast.items():
        is_seen = policy.visible_occurrences(person, TODAY).filter(pk=row.pk).exists()
        assert is_seen is (name in SEES), name
        may |= {(name, verb) for verb, ask in VERBS.items() if ask(person, row, on=TODAY)}
    assert may == MAY[state]


@pytest.mark.parametrize("state", list(State))
def test_the_list_knows_without_asking_whom_it_lets_report(world: World, state: State) -> None:
    row = brought(world, state)
    given = owed_rows.assigned_people([row])
    for name, person in world.cast.items():
        listed = bool(policy.reportable(person, [row], given, on=TODAY))
        assert listed is bool(policy.may_report(person, row, on=TODAY)), name


WHY = [
    ("Châu", "report", State.OPEN, WorkReason.ONLY_LEAD_UNIT),
    ("Bình", "contribute", State.OPEN, WorkReason.ONLY_SUPPORTING),
    ("Bình", "report", State.PROPOSED, WorkReason.NOT_OPEN),
    ("Giang", "answer", State.PROPOSED, WorkReason.ONLY_COORDINATOR),
    ("An", "answer", State.OPEN, WorkReason.NOT_PROPOSED),
    ("An", "reopen", State.PROPOSED, WorkReason.NOT_DONE),
    ("An", "event", State.OPEN, WorkReason.NOT_WAITING),
    ("An", "decide", State.OPEN, WorkReason.NOT_UNCLEAR),
    ("Dũng", "comment", State.OPEN, WorkReason.ONLY_INVOLVED),
]


@pytest.mark.parametrize(("name", "verb", "state", "why"), WHY)
def test_each_refusal_says_its_own_reason(
    world: World, name: str, verb: str, state: State, why: WorkReason
) -> None:
    decision = VERBS[verb](world.cast[name], brought(world, state), on=TODAY)
    assert isinstance(decision, Refused)
    assert decision.reason is why
    assert decision.sentence


@pytest.mark.parametrize("who", ["An", "Giang"])
def test_those_who_answer_for_the_office_decide_on_more_time(world: World, who: str) -> None:
    row = brought(world, State.OPEN)
    asked = deadlines.ask_extension(
        by=world.binh, on=TODAY, row=row, wanted_on=date(2026, 12, 10), reason="x"
    )
    for name, person in world.cast.items():
        may = bool(policy.may_decide_extension(person, asked, on=TODAY))
        assert may is (name in ("An", "Giang"))
    deadlines.grant(by=world.cast[who], on=TODAY, extension=asked)
    refused = policy.may_decide_extension(world.an, asked, on=TODAY)
    assert isinstance(refused, Refused)
    assert refused.reason is WorkReason.EXTENSION_DECIDED


def test_nothing_is_reported_on_a_plan_that_is_over(world: World) -> None:
    row = brought(world, State.OPEN)
    life.close(by=world.an, on=TODAY, version=row.task.plan_version)
    for person in (world.an, world.binh):
        decision = policy.may_report(person, row, on=TODAY)
        assert isinstance(decision, Refused)
        assert decision.reason is WorkReason.PLAN_IS_OVER


def test_a_position_that_is_over_shows_no_work(world: World) -> None:
    row = brought(world, State.OPEN)
    position = world.binh.positions.get()
    type(position).objects.filter(pk=position.pk).update(valid_to=date(2026, 3, 1))
    forget_standing(world.binh)
    assert not policy.visible_occurrences(world.binh, TODAY).exists()
    assert not policy.may_report(world.binh, row, on=TODAY)


JUSTICE = "Sở Tư pháp"
# How many occurrences of the year each sees: the department's three, of which one names justice,
# and the province's two, which are for everybody below it.
SEES_OF_YEAR = {"An": 5, "Bình": 5, "Châu": 5, "Dũng": 3, "Giang": 5, "Hạnh": 5, "Quỳnh": 2}


def followed_by(world: World, owner: Unit, plan: values.Plan, year: int = YEAR) -> None:
    """A plan of a unit, issued and followed, whoever approved it."""
    coordinator = User(username=f"dau-moi {owner.pk} {year}", full_name="Đầu mối", password="!")
    with acting("tests.plan", by=None) as act:
        act.create(coordinator)
        held = {"unit": owner, "role": Role.COORDINATOR, "valid_from": BEGAN}
        act.create(Position(user=coordinator, **held))
    names = {**names_in(world), fold_name(JUSTICE): Meant((world.justice,))}
    facts = facts_of(owner, year=year, title=f"Kế hoạch năm {year}")
    version = make_plan(by=coordinator, on=TODAY, facts=facts, read=Read(plan, names))
    with acting("tests.plan", by=None) as act:
        act.change(version, state=version.State.APPROVED)
    life.issue(by=coordinator, on=TODAY, version=version, imprint=imprint(f"{owner.pk}{year}"))
    planning.follow(by=coordinator, on=TODAY, plan=version.plan)


def two_plans(world: World) -> None:
    """Of the department, one task supported by justice; of the province, one led by it."""
    area, november = PLAN.tasks[0].area, "Trước ngày 30/11"
    for_office, for_justice = {"lead": ("Văn phòng Sở",)}, {"lead": (JUSTICE,)}
    facts = {"deadline": november, "area": area}
    of_department = (
        task("Tự kiểm tra", **for_office, **facts),
        task("Đề xuất sáng kiến", **_OF_BINH, **facts),
        task("Rà soát thể chế", **for_office, **facts, support=(JUSTICE,)),
    )
    of_province = (task("Kiểm tra", **for_justice, **facts), task("Họp", **for_office, **facts))
    for year in (YEAR, YEAR + 1):
        followed_by(world, world.department, replace(PLAN, tasks=of_department), year)
    followed_by(world, world.province, replace(PLAN, tasks=of_province))


def test_work_of_a_year_is_what_is_visible_of_plans_of_the_year(world: World) -> None:
    two_plans(world)
    for name, person in world.cast.items():
        visible = policy.visible_occurrences(person, TODAY)
        for year in (YEAR, YEAR + 1, YEAR + 2):
            plans = policy.visible_followings(person, TODAY).filter(plan__year=year)
            numbers = list(plans.values_list("plan_id", flat=True))
            found = policy.visible_work_of_year(person, TODAY, year, numbers)
            wanted = set(visible.filter(plan__year=year).values_list("pk", flat=True))
            assert set(found.values_list("pk", flat=True)) == wanted, (name, year)
            if year == YEAR:
                assert len(wanted) == SEES_OF_YEAR[name], name


@pytest.mark.parametrize("who", ["Dũng", "An"])
def test_work_of_a_plan_that_was_put_away_is_no_work_of_its_year(world: World, who: str) -> None:
    two_plans(world)
    person = world.cast[who]
    Plan.objects.filter(owner=world.department).update(archived_at=now())
    plans = policy.visible_followings(person, TODAY).filter(plan__year=YEAR)
    numbers = list(plans.values_list("plan_id", flat=True))
    found = policy.visible_work_of_year(person, TODAY, YEAR, numbers)
    visible = policy.visible_occurrences(person, TODAY)
    assert set(found) == set(visible)
    assert {row.plan.owner for row in found} == {world.province}
