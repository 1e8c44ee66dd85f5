"""The reminders of a day: who is told of what, once, and nobody of what is done."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from cchc.web.audit.models import Entry
from cchc.web.organisation.models import Position, Role
from cchc.web.plans.actions.assigning import assign
from cchc.web.ui.refusals import Forbidden
from cchc.web.work.actions import progress
from cchc.web.work.actions.deadlines import ask_extension, grant
from cchc.web.work.actions.reminder_settings import set_rules
from cchc.web.work.actions.reminding import remind
from cchc.web.work.models import Notice, Occurrence, ReminderRun, ReminderTold
from tests.web.work.following import followed, owed
from tests.web.work.reminding import Clock, lines_on, person, rule_facts, told
from tests.web.world import TODAY, World


def test_the_head_of_the_lead_unit_is_told_where_it_is_given_to_nobody(
    world: World, clock: Clock
) -> None:
    followed(world)
    clock.run("2026-11-20")  # 5 working days before 27/11, the last in time of «trước 30/11»
    assert ("Đề", "doer") in lines_on(world.binh, "2026-11-20")
    assert not told(world.dung)
    assert not told(world.hanh)


def test_who_it_is_given_to_is_told_instead_of_the_head(world: World, clock: Clock) -> None:
    followed(world)
    minh = person("minh", "Lý Văn Minh", world.technology, Role.STAFF)
    row = owed("Đề xuất")
    assign(by=world.binh, on=TODAY, task=row.task, unit=world.technology, user=minh)
    clock.run("2026-11-20")
    assert lines_on(minh, "2026-11-20") == [("Đề", "doer")]
    assert ("Đề", "doer") not in [line for _, lines in told(world.binh) for line in lines]


def test_one_whose_position_has_ended_is_not_told_and_the_head_is(
    world: World, clock: Clock
) -> None:
    followed(world)
    minh = person("minh", "Lý Văn Minh", world.technology, Role.STAFF)
    assign(by=world.binh, on=TODAY, task=owed("Đề xuất").task, unit=world.technology, user=minh)
    Position.objects.filter(user=minh).update(valid_to=date(2026, 6, 30))
    clock.run("2026-11-20")
    assert not told(minh)
    assert ("Đề", "doer") in lines_on(world.binh, "2026-11-20")


def test_one_who_stands_in_is_told_too(world: World, clock: Clock) -> None:
    followed(world)
    minh = person("minh", "Lý Văn Minh", world.technology, Role.STAFF)
    assign(by=world.binh, on=TODAY, task=owed("Đề xuất").task, unit=world.technology, user=minh)
    oanh = person(
        *("oanh", "Tạ Kim Oanh", world.technology, Role.STAFF),
        capacity=Position.Capacity.COVER,
        stands_for=minh,
    )
    clock.run("2026-11-20")
    assert lines_on(oanh, "2026-11-20") == lines_on(minh, "2026-11-20") == [("Đề", "doer")]


def test_an_acting_head_is_told_as_the_head(world: World, clock: Clock) -> None:
    followed(world)
    Position.objects.filter(user=world.binh).update(valid_to=date(2026, 6, 30))
    oanh = person(
        *("oanh", "Tạ Kim Oanh", world.technology, Role.UNIT_HEAD),
        capacity=Position.Capacity.ACTING,
        valid_from=date(2026, 7, 1),
    )
    clock.run("2026-11-20")
    assert ("Đề", "doer") in lines_on(oanh, "2026-11-20")
    assert not told(world.binh)


def test_a_unit_without_a_head_is_told_through_the_coordinator(world: World, clock: Clock) -> None:
    followed(world)
    clock.run("2026-03-24")  # «Ban hành», due on 31/03, of the office that has nobody
    assert ("Ban", "doer") in lines_on(world.an, "2026-03-24")


def test_heads_of_supporting_units_are_told_until_their_part_is_there(
    world: World, clock: Clock
) -> None:
    followed(world)
    assert told(world.binh) == []
    clock.run("2026-03-24")
    assert ("Ban", "support") in lines_on(world.binh, "2026-03-24")
    yen = person("yen", "Hồ Hải Yến", world.technology, Role.STAFF)
    progress.contribute(
        by=yen, on=date(2026, 3, 25), row=owed("Ban hành"), unit=world.technology, text="Đã góp ý"
    )
    clock.run("2026-03-30")
    assert all(line != ("Ban", "support") for line in lines_on(world.binh, "2026-03-30"))


def test_the_head_then_the_leader_hear_of_what_stays_late(world: World, clock: Clock) -> None:
    followed(world)
    minh = person("minh", "Lý Văn Minh", world.technology, Role.STAFF)
    assign(by=world.binh, on=TODAY, task=owed("Đề xuất").task, unit=world.technology, user=minh)
    for day in ("2026-12-01", "2026-12-02"):
        clock.run(day)
    assert ("Đề", "head") in lines_on(world.binh, "2026-12-02")
    assert ("Đề", "leader") not in [line for _, lines in told(world.giang) for line in lines]
    clock.run("2026-12-11")
    assert ("Đề", "leader") in lines_on(world.giang, "2026-12-11")


def test_the_coordinator_gets_the_digest_of_the_office_unless_they_do_not_want_it(
    world: World, clock: Clock
) -> None:
    followed(world)
    person("lan", "Vũ Ngọc Lan", world.office, Role.UNIT_HEAD)
    clock.run("2026-11-20")
    assert ("Đề", "coordinator") in lines_on(world.an, "2026-11-20")
    facts = rule_facts(days_before=(1,), tells_coordinator=False)
    set_rules(by=world.an, on=TODAY, office=world.department, facts=facts)
    clock.run("2026-11-27")
    assert ("Đề", "coordinator") not in lines_on(world.an, "2026-11-27")
    assert ("Đề", "doer") in lines_on(world.binh, "2026-11-27")


def test_nothing_is_told_twice(world: World, clock: Clock) -> None:
    followed(world)
    first = clock.run("2026-11-20")
    assert first is not None
    assert clock.run("2026-11-20") is None, "the same day again"
    before = len(told(world.binh))
    clock.run("2026-11-23")  # nothing new: the next step comes on the 26th
    assert len(told(world.binh)) == before
    assert ReminderRun.objects.count() == 2


def test_nothing_is_told_on_a_rest_day_and_nothing_is_lost(world: World, clock: Clock) -> None:
    followed(world)
    assert clock.run("2026-11-21") is None  # a Saturday
    clock.run("2026-11-23")
    assert ("Đề", "doer") in lines_on(world.binh, "2026-11-23")


def test_nothing_is_told_of_what_is_proposed_or_done(world: World, clock: Clock) -> None:
    followed(world)
    progress.propose(by=world.binh, on=TODAY, row=owed("Đề xuất"), text="Đã có 02 sáng kiến")
    clock.run("2026-12-11")
    assert all(word != "Đề" for _, lines in told(world.binh) for word, _ in lines)
    progress.accept(by=world.an, on=TODAY, row=owed("Đề xuất"))
    clock.run("2026-12-18")
    assert all(word != "Đề" for _, lines in told(world.binh) for word, _ in lines)


def test_more_time_begins_the_steps_again_for_the_new_day(world: World, clock: Clock) -> None:
    followed(world)
    clock.run("2026-11-27")
    row = owed("Đề xuất")
    on = date(2026, 11, 27)
    asked = ask_extension(
        by=world.binh, on=on, row=row, wanted_on=date(2026, 12, 25), reason="Chờ góp ý"
    )
    grant(by=world.giang, on=on, extension=asked)
    clock.run("2026-12-02")
    assert ("Đề", "doer") not in lines_on(world.binh, "2026-12-02")
    clock.run("2026-12-18")
    assert ("Đề", "doer") in lines_on(world.binh, "2026-12-18")
    stored = ReminderTold.objects.filter(occurrence=row, doer__isnull=False)
    assert {one.due_on for one in stored} == {date(2026, 11, 29), date(2026, 12, 25)}


def test_after_weeks_without_a_run_everybody_hears_once_how_it_stands(
    world: World, clock: Clock
) -> None:
    followed(world)
    clock.run("2026-05-15")
    summary, lines = told(world.an)[0]
    assert ("Ban", "doer") in lines
    assert "quá hạn" in summary
    clock.run("2026-05-18")
    assert ("Ban", "doer") not in [line for _, some in told(world.an)[1:] for line in some]


def test_who_was_given_work_yesterday_is_told_today(world: World, clock: Clock) -> None:
    followed(world)
    clock.run("2026-03-03")
    minh = person("minh", "Lý Văn Minh", world.technology, Role.STAFF)
    on = clock.set("2026-03-03", "10:00")
    assign(by=world.binh, on=on, task=owed("Đề xuất").task, unit=world.technology, user=minh)
    clock.run("2026-03-04")
    assert told(minh) == [("Việc của bạn: 1 mới giao.", [("Đề", "assigned")])]
    clock.run("2026-03-05")
    assert len(told(minh)) == 1


def test_a_run_is_one_act_and_one_digest_a_person(world: World, clock: Clock) -> None:
    followed(world)
    before = Entry.objects.count()
    run = clock.run("2026-12-11")
    assert run is not None
    assert Entry.objects.count() == before + 1
    assert Entry.objects.order_by("-number")[0].verb == "work.remind"
    people = Notice.objects.filter(on=run.on).values_list("user_id", flat=True)
    assert len(people) == len(set(people)) == run.people


def test_of_two_runs_of_one_day_one_stands(
    world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed(world)
    on = clock.set("2026-12-11")
    seen = ReminderRun.objects.filter(on=on)
    monkeypatch.setattr(type(seen), "exists", lambda rows: False)  # both looked at once
    remind(on=on)
    count = Notice.objects.count()
    with pytest.raises(IntegrityError):
        remind(on=on)
    assert Notice.objects.count() == count


def test_plans_that_are_over_remind_of_nothing(world: World, clock: Clock) -> None:
    version = followed(world)
    type(version).objects.filter(pk=version.pk).update(state="closed")
    clock.run("2026-12-11")
    assert not Notice.objects.exists()


@pytest.mark.parametrize("who", ["binh", "chau", "dung", "giang", "hanh", "quynh"])
def test_only_the_coordinator_sets_the_rules(world: World, who: str) -> None:
    facts = rule_facts(days_before=(5,))
    with pytest.raises(Forbidden):
        set_rules(by=getattr(world, who), on=TODAY, office=world.department, facts=facts)


def test_a_run_asks_as_often_for_many_as_for_few(
    world: World, clock: Clock, django_assert_max_num_queries
) -> None:
    followed(world)
    clock.run("2026-03-03")
    on = clock.set("2026-12-31")
    assert Occurrence.objects.filter(state="open").count() > 6
    with django_assert_max_num_queries(33):
        remind(on=on)
