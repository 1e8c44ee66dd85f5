"""Who may see and do what, in which state: the whole table, and why not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Position, Role
from cchc.web.organisation.standing import forget_standing
from cchc.web.plans import policy
from cchc.web.plans.models import PlanVersion, Task, TaskUnit
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.refusals import Refused
from tests.web.plans.drafts import State, brought_to, draft
from tests.web.world import BEGAN, TODAY, World

CAST = ("An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Quỳnh")
EVERYBODY_CONCERNED = {"An", "Bình", "Châu", "Giang", "Hạnh"}
SEES = {
    State.DRAFT: {"An"},
    State.SUBMITTED: {"An", "Giang"},
    State.RETURNED: {"An", "Giang"},
    State.APPROVED: {"An", "Giang"},
    State.ISSUED: EVERYBODY_CONCERNED,
    State.SUPERSEDED: EVERYBODY_CONCERNED,
    State.CLOSED: EVERYBODY_CONCERNED,
}
VERBS = {
    "edit": policy.may_edit,
    "submit": policy.may_submit,
    "discard": policy.may_discard,
    "approve": policy.may_approve,
    "return": policy.may_return,
    "issue": policy.may_issue,
    "amend": policy.may_amend,
    "close": policy.may_close,
    "describe": policy.may_describe,
}
MAY = {
    State.DRAFT: {("An", verb) for verb in ("edit", "submit", "discard", "describe")},
    State.SUBMITTED: {("Giang", "approve"), ("Giang", "return"), ("An", "describe")},
    State.RETURNED: {("An", verb) for verb in ("edit", "submit", "discard", "describe")},
    State.APPROVED: {("An", "issue"), ("An", "describe")},
    State.ISSUED: {("An", verb) for verb in ("amend", "close", "describe")},
    State.SUPERSEDED: set(),
    State.CLOSED: set(),
}


@pytest.mark.parametrize("state", State.values)
def test_who_sees_a_plan_in_each_state(world: World, state: str) -> None:
    version = brought_to(world, state)
    for name, person in world.cast.items():
        is_seen = name in SEES[State(state)]
        versions = policy.visible_versions(person, TODAY)
        assert versions.filter(pk=version.pk).exists() is is_seen, name
        tasks = policy.visible_tasks(person, TODAY)
        assert tasks.filter(plan_version=version).exists() is is_seen, name
        others_seen = versions.exists()
        assert policy.visible_plans(person, TODAY).exists() is (is_seen or others_seen), name


@pytest.mark.parametrize("state", State.values)
def test_who_may_do_what_in_each_state(world: World, state: str) -> None:
    version = brought_to(world, state)
    allowed = {
        (name, verb)
        for name, person in world.cast.items()
        for verb, may in VERBS.items()
        if may(person, version, on=TODAY)
    }
    assert allowed == MAY[State(state)]


@pytest.mark.parametrize("state", State.values)
def test_the_screens_agree_with_the_table(
    world: World, signed_in: Callable[[User], Client], state: str
) -> None:
    version = brought_to(world, state)
    verbs = {"submit": "trinh", "approve": "duyet", "issue": "ban-hanh", "amend": "sua-doi"}
    for name, person in world.cast.items():
        client = signed_in(person)
        for verb, slug in verbs.items():
            address = reverse("plans:step", args=(version.plan_id, version.ordinal, slug))
            wanted = 200 if (name, verb) in MAY[State(state)] else 403
            wanted = wanted if name in SEES[State(state)] else 404
            assert client.get(address).status_code == wanted, (name, verb)


WHY: dict[tuple[str, str, str], PlanReason] = {
    ("Bình", "submit", "draft"): PlanReason.ONLY_COORDINATOR,
    ("An", "submit", "submitted"): PlanReason.ALREADY_SUBMITTED,
    ("An", "edit", "approved"): PlanReason.ALREADY_APPROVED,
    ("An", "edit", "issued"): PlanReason.ALREADY_ISSUED,
    ("An", "edit", "closed"): PlanReason.ALREADY_CLOSED,
    ("An", "edit", "superseded"): PlanReason.ALREADY_SUPERSEDED,
    ("An", "approve", "submitted"): PlanReason.ONLY_LEADER,
    ("Giang", "approve", "draft"): PlanReason.NOT_SUBMITTED,
    ("Giang", "issue", "approved"): PlanReason.ONLY_COORDINATOR,
    ("An", "issue", "submitted"): PlanReason.NOT_APPROVED,
    ("An", "issue", "issued"): PlanReason.ALREADY_ISSUED,
    ("An", "amend", "draft"): PlanReason.NOT_ISSUED,
    ("An", "close", "closed"): PlanReason.ALREADY_CLOSED,
}


@pytest.mark.parametrize(("name", "verb", "state"), WHY)
def test_each_refusal_says_its_own_reason(world: World, name: str, verb: str, state: str) -> None:
    version = brought_to(world, state)
    decision = VERBS[verb](world.cast[name], version, on=TODAY)
    assert isinstance(decision, Refused)
    assert decision.reason is WHY[name, verb, state]
    assert decision.sentence


def test_one_amendment_at_a_time(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    decision = policy.may_amend(world.an, version, on=TODAY, under_way=PlanVersion(ordinal=2))
    assert isinstance(decision, Refused)
    assert decision.reason is PlanReason.AMENDMENT_UNDER_WAY


def test_only_the_head_of_a_unit_assigns_its_people(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    may = {
        name
        for name, person in world.cast.items()
        if policy.may_assign(person, version, world.technology, on=TODAY)
    }
    assert may == {"Bình"}


def test_a_unit_of_another_office_that_a_plan_names_sees_it_when_it_is_issued(
    world: World,
) -> None:
    version = brought_to(world, State.SUBMITTED)
    _name(version, world.justice)
    assert not policy.visible_versions(world.dung, TODAY).exists()
    brought_to_issue = PlanVersion.objects.filter(pk=version.pk)
    assert brought_to_issue.update(state=State.ISSUED, symbol="KH", issued_on=TODAY)
    assert policy.visible_versions(world.dung, TODAY).get() == version


def test_people_below_a_named_unit_see_the_plan_too(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    _name(version, world.home_affairs)
    assert not policy.visible_versions(world.dung, TODAY).exists()
    _hold(world.dung, world.home_affairs, Role.STAFF)
    assert policy.visible_versions(world.dung, TODAY).get() == version


def test_a_plan_that_names_the_province_is_not_thereby_everybodys(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    _name(version, world.province)
    assert not policy.visible_versions(world.dung, TODAY).exists()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.INSPECTOR])
def test_viewers_and_inspectors_see_issued_plans_of_their_subtree_only(
    world: World, role: Role
) -> None:
    version = brought_to(world, State.ISSUED)
    _hold(world.dung, world.department, role)
    assert policy.visible_versions(world.dung, TODAY).get() == version
    draft(world, title="Dự thảo", kind="publicity")
    assert policy.visible_versions(world.dung, TODAY).get() == version


def test_a_position_that_is_over_shows_nothing(world: World) -> None:
    brought_to(world, State.ISSUED)
    with acting("tests.end", by=None) as act:
        act.change(world.chau.positions.get(), valid_to=BEGAN)
    forget_standing(world.chau)
    assert not policy.visible_versions(world.chau, TODAY).exists()


def test_somebody_else_gets_404_on_every_address_of_a_plan(
    world: World, signed_in: Callable[[User], Client]
) -> None:
    version = brought_to(world, State.ISSUED)
    task = version.tasks.all()[0]
    client = signed_in(world.dung)
    names = ("version", "print", "export", "targets", "bases", "windows", "findings", "versions")
    addresses = [reverse(f"plans:{one}", args=(version.plan_id, version.ordinal)) for one in names]
    addresses += [reverse("plans:plan", args=(version.plan_id,))]
    addresses += [reverse(f"plans:{one}", args=(task.pk,)) for one in ("task", "task_edit")]
    for address in addresses:
        assert client.get(address).status_code == 404, address


def test_nobody_comes_in_without_signing_in(world: World, client: Client) -> None:
    version = draft(world)
    for name in ("plans:list", "plans:tasks", "plans:search", "plans:documents", "plans:new"):
        assert client.get(reverse(name)).status_code == 302, name
    assert client.get(reverse("plans:plan", args=(version.plan_id,))).status_code == 302


def _name(version: PlanVersion, unit: object) -> None:
    task: Task = version.tasks.all()[0]
    with acting("tests.name", by=None) as act:
        row = TaskUnit(task=task, part=TaskUnit.Part.SUPPORT, place=9, words=str(unit))
        row.unit = unit  # type: ignore[assignment]
        act.create(row)


def _hold(user: User, unit: object, role: Role) -> None:
    with acting("tests.hold", by=None) as act:
        row = Position(user=user, role=role, valid_from=BEGAN)
        row.unit = unit  # type: ignore[assignment]
        act.create(row)
    forget_standing(user)
