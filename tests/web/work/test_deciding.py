"""Events, decisions on unclear words and more time: each settles or moves a due day."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.plan import model as values
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from cchc.web.work.actions import deadlines
from cchc.web.work.models import DeadlineDecision, Extension, Occurrence, Update
from tests.web.plans.drafts import PLAN, task
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

State, Kind = Occurrence.State, Occurrence.Kind
OFFICE = {"area": values.ReformArea.INSTITUTIONS, "lead": ("Văn phòng Sở",)}
FEW = values.Plan(
    header=PLAN.header,
    tasks=(
        task("Góp ý", deadline="Trong 05 ngày làm việc kể từ ngày nhận được văn bản", **OFFICE),
        task("Sắp xếp", deadline="Quý V", **OFFICE),
        task("Kiểm tra", deadline="Định kỳ", **OFFICE),
        task("Sơ kết", deadline="Tháng 6", **OFFICE),
    ),
)


def facts(**other: object) -> deadlines.EventFacts:
    given: dict[str, object] = {"number": "12/UBND", "happened_on": date(2026, 2, 27)}
    return deadlines.EventFacts(**(given | other))  # type: ignore[arg-type]


def test_an_event_is_due_by_its_distance_in_working_days(world: World) -> None:
    followed(world, FEW)
    deadlines.record_event(by=world.an, on=TODAY, row=owed("Góp ý"), facts=facts())
    called = owed("Góp ý", state=State.OPEN)
    assert called.due_on == date(2026, 3, 6), "from Friday 27/2: 2, 3, 4, 5 and 6 March"
    assert called.name == "12/UBND ngày 27/02/2026"
    assert owed("Góp ý", state=State.WAITING).kind == Kind.CONDITIONAL


def test_what_happens_twice_is_owed_twice(world: World) -> None:
    followed(world, FEW)
    for number in ("12/UBND", "15/UBND"):
        row = owed("Góp ý", state=State.WAITING)
        deadlines.record_event(by=world.an, on=TODAY, row=row, facts=facts(number=number))
    rows = Occurrence.objects.filter(task__text="Góp ý", state=State.OPEN)
    assert {row.event.number for row in rows if row.event} == {"12/UBND", "15/UBND"}


WRONG = {
    "no paper": ({"number": " "}, "paper_needed"),
    "a day to come": ({"happened_on": date(2026, 3, 3)}, "day_to_come"),
    "long before the plan": ({"happened_on": date(2025, 3, 3)}, "day_too_early"),
    "due before it happened": ({"due_on": date(2026, 2, 1)}, "due_before_event"),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_event_that_cannot_be_is_refused(world: World, name: str) -> None:
    followed(world, FEW)
    given, why = WRONG[name]
    with pytest.raises(RuleViolation, match=why):
        deadlines.record_event(by=world.an, on=TODAY, row=owed("Góp ý"), facts=facts(**given))
    assert not Occurrence.objects.filter(event__isnull=False).exists()


@pytest.mark.parametrize("text", ["Sắp xếp", "Kiểm tra"])
def test_what_is_unclear_waits_for_a_person_and_then_has_its_days(world: World, text: str) -> None:
    followed(world, FEW)
    row = owed(text)
    assert row.state == State.UNCLEAR
    given = {"by": world.an, "on": TODAY, "row": row}
    deadlines.decide_deadline(words="Trước 30/11", reason="Theo văn bản của tỉnh", **given)
    row = owed(text)
    assert (row.state, row.due_on) == (State.OPEN, date(2026, 11, 29))
    assert row.task.deadline, "the plan's own words stay"
    told = Update.objects.get(occurrence=row)
    assert "Theo văn bản của tỉnh" in told.text


def test_a_rhythm_that_is_decided_gives_one_time_for_each_period(world: World) -> None:
    followed(world, FEW)
    deadlines.decide_deadline(
        by=world.an, on=TODAY, row=owed("Kiểm tra"), words="Hàng quý", reason="Như năm trước"
    )
    rows = Occurrence.objects.filter(task__text="Kiểm tra").exclude(state=State.WITHDRAWN)
    assert sorted(row.name for row in rows) == ["Quý I", "Quý II", "Quý III", "Quý IV"]


def test_words_that_are_not_understood_decide_nothing(world: World) -> None:
    followed(world, FEW)
    with pytest.raises(RuleViolation, match="still_unclear"):
        deadlines.decide_deadline(
            by=world.an, on=TODAY, row=owed("Sắp xếp"), words="Theo quy định", reason="?"
        )
    assert not DeadlineDecision.objects.exists()


@pytest.mark.parametrize("who", ["binh", "chau", "giang", "hanh", "quynh"])
def test_only_the_coordinator_decides_an_unclear_deadline(world: World, who: str) -> None:
    followed(world, FEW)
    with pytest.raises(Forbidden):
        deadlines.decide_deadline(
            by=getattr(world, who), on=TODAY, row=owed("Sắp xếp"), words="Quý II", reason="x"
        )


def _asked(world: World) -> Extension:
    return deadlines.ask_extension(
        by=world.an,
        on=TODAY,
        row=owed("Sơ kết"),
        wanted_on=date(2026, 7, 12),
        reason="Chờ số liệu",
    )


def test_granted_time_counts_and_the_plans_day_stays(world: World) -> None:
    followed(world, FEW)
    deadlines.grant(by=world.giang, on=TODAY, extension=_asked(world))
    row = owed("Sơ kết")
    assert (row.due_on, row.planned_due_on) == (date(2026, 7, 12), date(2026, 6, 30))
    assert row.work_by == date(2026, 7, 10), "12 July is a Sunday"


def test_refused_time_leaves_the_day_and_needs_a_reason(world: World) -> None:
    followed(world, FEW)
    asked = _asked(world)
    with pytest.raises(RuleViolation, match="reason_needed"):
        deadlines.refuse_extension(by=world.giang, on=TODAY, extension=asked, note=" ")
    deadlines.refuse_extension(by=world.giang, on=TODAY, extension=asked, note="Không đủ lý do")
    assert owed("Sơ kết").due_on == date(2026, 6, 30)
    assert owed("Sơ kết").extensions.get().answer == "Không đủ lý do"


def test_one_extension_at_a_time_and_only_to_a_later_day(world: World) -> None:
    followed(world, FEW)
    with pytest.raises(RuleViolation, match="later_than_due"):
        deadlines.ask_extension(
            by=world.an, on=TODAY, row=owed("Sơ kết"), wanted_on=date(2026, 6, 30), reason="x"
        )
    _asked(world)
    with pytest.raises(RuleViolation, match="extension_under_way"):
        _asked(world)


def test_two_who_decide_an_extension_at_once(world: World) -> None:
    followed(world, FEW)
    asked = _asked(world)
    seen = Extension.objects.select_related("occurrence__plan__owner").get(pk=asked.pk)
    deadlines.grant(by=world.giang, on=TODAY, extension=asked, expected=asked.version)
    with pytest.raises(ChangedMeanwhile):
        deadlines.refuse_extension(
            by=world.an, on=TODAY, extension=seen, note="Không", expected=seen.version
        )
    assert owed("Sơ kết").due_on == date(2026, 7, 12)
