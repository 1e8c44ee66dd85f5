"""Who sees which evidence and does what with it: the cast, the verbs, the states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.evidence import policy
from cchc.web.evidence.actions import keeping
from cchc.web.evidence.models import Evidence
from cchc.web.evidence.queries import EvidenceFilter
from cchc.web.plans.models import Task
from tests.web.evidence.conftest import Add, tied
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
VERBS: dict[str, Callable[[User, Evidence], Any]] = {
    "confirm": lambda user, row: policy.may_confirm(user, row, on=TODAY),
    "link": lambda user, row: policy.may_link(user, row, on=TODAY),
    "version": lambda user, row: policy.may_add_version(user, row, on=TODAY),
    "archive": lambda user, row: policy.may_archive(user, row, on=TODAY),
}
ALL = set(VERBS)
# Evidence of Bình's unit, in each state: what each of the cast may do.
MAY = {
    "file": {"An": ALL, "Bình": ALL},
    "record": {"An": ALL - {"version"}, "Bình": ALL - {"version"}},
    "archived": {},
}
# Who sees it: tied to nothing, or to a task that names Bình's unit and the office.
SEES = {"An", "Bình", "Giang", "Hạnh"}
CAST = ("An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Quỳnh")


@pytest.fixture(params=["file", "record", "archived"])
def row(request: pytest.FixtureRequest, world: World, add: Add) -> tuple[str, Evidence]:
    state = request.param
    facts = {"subject": "Văn bản", "number": "1", "issuer": "Sở", "dated_on": TODAY}
    evidence = add(None, **facts) if state == "record" else add(**facts)
    if state == "archived":
        keeping.archive(by=world.binh, on=TODAY, evidence=evidence, reason="Nhầm")
    return state, evidence


@pytest.mark.parametrize("name", CAST)
def test_who_may_do_what_in_each_state(world: World, row: tuple[str, Evidence], name: str) -> None:
    state, evidence = row
    user = world.cast[name]
    may = {verb for verb, decide in VERBS.items() if decide(user, evidence)}
    assert may == MAY[state].get(name, set())
    for verb in ALL - may:
        assert VERBS[verb](user, evidence).sentence
    assert policy.visible_evidence(user, TODAY).exists() == (name in SEES)
    seen = policy.visible_versions_of_evidence(user, TODAY).exists()
    assert seen == (name in SEES and state != "record")


def test_staff_of_a_unit_add_for_it_and_their_head_archives(world: World, add: Add) -> None:
    evidence = add(by=world.chau, unit=world.quality)
    assert policy.may_confirm(world.chau, evidence, on=TODAY)
    assert not policy.may_archive(world.chau, evidence, on=TODAY)
    assert not policy.may_confirm(world.binh, evidence, on=TODAY)
    assert not policy.visible_evidence(world.binh, TODAY).exists()


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("An", {"department", "office", "technology", "quality"}),
        ("Bình", {"technology"}),
        ("Châu", {"quality"}),
        ("Dũng", {"justice"}),
        ("Giang", set()),
        ("Hạnh", set()),
        ("Quỳnh", set()),
    ],
)
def test_for_which_units_each_may_add(world: World, name: str, units: set[str]) -> None:
    user = world.cast[name]
    allowed = {getattr(world, unit).pk for unit in units}
    assert set(policy.addable_units(user, TODAY).values_list("pk", flat=True)) == allowed
    assert bool(policy.may_add_some(user, on=TODAY)) == bool(units)
    for unit in (world.department, world.technology, world.quality, world.justice):
        assert bool(policy.may_add(user, unit, on=TODAY)) == (unit.pk in allowed)


def test_a_task_shows_its_evidence_to_the_units_that_it_names_and_to_nobody_else(
    world: World, add: Add, task: Task
) -> None:
    evidence = add()
    named = task.plan_version.tasks.get(label="1", area="leadership")  # names «Các phòng, đơn vị»
    assert not policy.visible_evidence(world.chau, TODAY).exists()
    tied(world, evidence, task)
    assert not policy.visible_evidence(world.chau, TODAY).exists()
    tie = tied(world, evidence, named)
    assert policy.visible_evidence(world.chau, TODAY).get() == evidence
    assert not policy.visible_evidence(world.dung, TODAY).exists()
    assert not policy.visible_evidence(world.quynh, TODAY).exists()
    assert not policy.may_confirm(world.chau, evidence, on=TODAY)
    tie.archived_at = tie.linked_at
    tie.save()
    assert not policy.visible_evidence(world.chau, TODAY).exists()


def addresses(evidence: Evidence) -> list[tuple[str, str]]:
    base, file = f"/minh-chung/{evidence.pk}/", evidence.versions.get().pk
    tie = evidence.links.get().pk
    return [
        ("get", base),
        ("get", f"/minh-chung/tep/{file}/"),
        ("get", f"/minh-chung/tep/{file}/trang/1-800.png"),
        *(
            (method, address)
            for method in ("get", "post")
            for address in (
                *(f"{base}{verb}/" for verb in ("ban-moi", "xac-nhan", "gan", "luu-tru")),
                f"/minh-chung/gan/{tie}/thoi/",
            )
        ),
    ]


@pytest.mark.parametrize("name", ["Châu", "Dũng", "Quỳnh"])
def test_who_may_not_see_it_reaches_no_address_of_it(
    world: World, add: Add, task: Task, signed_in: SignedIn, name: str
) -> None:
    evidence = add()
    tied(world, evidence, task)
    client = signed_in(world.cast[name])
    for method, address in addresses(evidence):
        assert getattr(client, method)(address).status_code == 404, address


@pytest.mark.parametrize("name", ["Giang", "Hạnh"])
def test_who_only_watches_is_refused_with_a_reason(
    world: World, add: Add, task: Task, signed_in: SignedIn, name: str
) -> None:
    evidence = add()
    tied(world, evidence, task)
    client = signed_in(world.cast[name])
    for method, address in addresses(evidence)[3:]:
        assert getattr(client, method)(address).status_code == 403, address
    assert client.get("/minh-chung/moi/").status_code == 403


def test_without_a_sign_in_every_address_leads_to_the_sign_in(
    world: World, add: Add, task: Task
) -> None:
    evidence = add()
    tied(world, evidence, task)
    for method, address in [*addresses(evidence), ("get", "/minh-chung/")]:
        assert getattr(Client(), method)(address).status_code == 302, address


def test_a_thing_that_the_person_may_not_see_has_no_page_of_evidence(
    world: World, task: Task, signed_in: SignedIn
) -> None:
    address = f"/minh-chung/cua/plans.task/{task.key}/"
    assert signed_in(world.binh).get(address).status_code == 200
    assert signed_in(world.dung).get(address).status_code == 404
    assert signed_in(world.an).get("/minh-chung/cua/plans.task/x/").status_code == 404
    assert signed_in(world.an).get("/minh-chung/cua/plans.plan/1/").status_code == 404


def test_list_page_count_and_search_show_the_same(world: World, add: Add) -> None:
    first, second = add(subject="Báo cáo quý"), add("khác", subject="Biên bản")
    visible = policy.visible_evidence(world.an, TODAY)
    assert list(EvidenceFilter().of(visible)) == [second, first]
    assert list(EvidenceFilter(words="bao cao quy").of(visible)) == [first]
    assert not EvidenceFilter(words="bao cao").of(policy.visible_evidence(world.dung, TODAY))


@pytest.mark.parametrize("name", CAST)
def test_results_of_checks_are_for_coordinators_and_administrators(
    world: World, signed_in: SignedIn, name: str
) -> None:
    status = 200 if name in ("An", "Quỳnh") else 403
    assert signed_in(world.cast[name]).get("/minh-chung/kiem-tra/").status_code == status
