"""A reading becomes a plan in one act; who confirmed which value stays with its tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.audit.models import Entry
from cchc.web.intake.item_values import parts_of
from cchc.web.intake.models import Item, NameDecision, Part, Reading
from cchc.web.organisation.matching import fold_name
from cchc.web.plans.actions.confirming import confirm_reading
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.queries.versions import findings_of, plan_of_version
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.refusals import ChangedMeanwhile, RuleViolation
from tests.web.plans.drafts import PLAN, State, brought_to, facts_of
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]


def reading_on_the_desk(world: World) -> Reading:
    """The plan of the tests, read and laid on the desk; one value confirmed, one name decided."""
    now = timezone.now()
    with acting("tests.reading", by=world.an) as act:
        (reading,) = act.create_all([Reading(
                office=world.department, title="Kế hoạch", state=Reading.State.READY,
                started_by=world.an, started_at=now,
            )
        ])  # fmt: skip
        items = [
            Item(reading=reading, part=one.part, place=one.place, values=one.values)
            for one in parts_of(PLAN)
        ]
        first = next(item for item in items if item.part == Part.TASK)
        first.decisions = {"lead": {"by": world.an.pk, "name": str(world.an), "did": "accepted"}}
        act.create_all(items)
        name = act.create(
            NameDecision(
                reading=reading, text="Bưu điện tỉnh", folded=fold_name("Bưu điện tỉnh"),
                kind=NameDecision.Kind.UNIT, source=NameDecision.Source.PERSON,
                by=world.an, at=now,
            )
        )  # fmt: skip
        act.link(name, "units", [world.quality])
    return reading


def test_confirming_makes_the_plan_that_stood_on_the_desk_in_one_act(world: World) -> None:
    reading = reading_on_the_desk(world)
    before = Entry.objects.count()
    version = confirm_reading(
        by=world.an, on=TODAY, reading=reading, facts=facts_of(world.department)
    )
    assert plan_of_version(version) == PLAN
    assert Entry.objects.count() == before + 1
    reading.refresh_from_db()
    assert (reading.state, reading.confirmed_by) == (Reading.State.CONFIRMED, world.an)
    first = version.tasks.all()[0]
    assert first.confirmations["lead"]["name"] == "Nguyễn Thị An"
    assert version.tasks.get(units__words="Bưu điện tỉnh").units.filter(unit=world.quality).exists()


def test_a_reading_confirmed_for_another_year_is_a_plan_of_that_year(world: World) -> None:
    facts = facts_of(world.department, year=2027)
    reading = reading_on_the_desk(world)
    second = [item for item in reading.items.order_by("pk") if item.part == Part.TASK][1]
    with acting("tests.decided", by=world.an) as act:
        act.change(
            second, decisions={"deadline": {"by": world.an.pk, "name": "", "did": "changed"}}
        )
    version = confirm_reading(by=world.an, on=TODAY, reading=reading, facts=facts)
    value = plan_of_version(version)
    assert value.header.year == 2027
    first, second_task, *_ = version.tasks.all()
    assert first.last_due_on == date(2027, 3, 31)
    assert second_task.last_due_on == date(2026, 11, 29), "what a person decided stays"
    told = [finding.code for finding in findings_of(version)]
    assert told.count("deadline_outside_year") == 1


def test_a_reading_is_confirmed_once(world: World) -> None:
    reading = reading_on_the_desk(world)
    seen = Reading.objects.get(pk=reading.pk)
    given: dict[str, Any] = {"by": world.an, "on": TODAY, "facts": facts_of(world.department)}
    confirm_reading(reading=reading, **given)
    with pytest.raises(RuleViolation) as told:
        confirm_reading(reading=reading, **given)
    assert told.value.reason is PlanReason.ALREADY_CONFIRMED
    with pytest.raises(ChangedMeanwhile):
        confirm_reading(reading=seen, **given)
    assert PlanVersion.objects.count() == 1


def test_only_who_coordinates_confirms(world: World, signed_in: SignedIn) -> None:
    reading = reading_on_the_desk(world)
    address = reverse("plans:confirm", args=(reading.pk,))
    answers = {name: signed_in(one).get(address).status_code for name, one in world.cast.items()}
    assert answers.pop("An") == 200
    assert set(answers.values()) <= {403, 404}


def test_the_screen_shows_what_will_be_made_and_makes_it(world: World, signed_in: SignedIn) -> None:
    reading, client = reading_on_the_desk(world), signed_in(world.an)
    address = reverse("plans:confirm", args=(reading.pk,))
    text = client.get(address).content.decode()
    assert "Kế hoạch Cải cách hành chính năm 2026" in text
    assert "<dd>5</dd>" in text
    given: dict[str, Any] = {"owner": world.department.pk, "kind": "annual", "year": 2026}
    given |= {"title": "Kế hoạch CCHC", "version": reading.version}
    assert client.post(address, given).status_code == 302
    assert PlanVersion.objects.get().reading == reading
    assert client.get(address).status_code == 302


def test_a_reading_amends_an_issued_plan_with_a_reason(world: World, signed_in: SignedIn) -> None:
    old = brought_to(world, State.ISSUED)
    reading, client = reading_on_the_desk(world), signed_in(world.an)
    address = reverse("plans:confirm", args=(reading.pk,))
    given: dict[str, Any] = {"owner": world.department.pk, "kind": "annual", "year": 2026}
    given |= {"title": "x", "amends": old.plan_id}
    assert client.post(address, given).status_code == 422
    assert client.post(address, given | {"reason": "Bổ sung nhiệm vụ"}).status_code == 302
    new = PlanVersion.objects.get(amends=old)
    assert (new.ordinal, new.state, new.reason) == (2, State.DRAFT, "Bổ sung nhiệm vụ")
    assert [task.key for task in new.tasks.all()] == [task.key for task in old.tasks.all()]
