"""Who may do what to an occurrence in which state: the whole table, and why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cchc.web.organisation.standing import forget_standing
from cchc.web.plans.actions import life
from cchc.web.ui.refusals import Decision, Refused
from cchc.web.work import policy
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.models import Occurrence
from cchc.web.work.queries import owed as owed_rows
from cchc.web.work.reasons import WorkReason
from tests.web.plans.drafts import PLAN, task
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

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
