"""Who may do what with units, people and names: cast × verb, over all units of Tỉnh Mẫu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from cchc.web.accounts.models import User
from cchc.web.organisation import policy
from cchc.web.organisation.actions.people import decide_person
from cchc.web.organisation.actions.positions import PositionFacts, add_position
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.organisation.standing import forget_standing
from tests.web.world import TODAY, World

CAST = ("An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Quỳnh")
Verb = Callable[[User, Unit], bool]
VERBS: dict[str, Verb] = {
    "manage": lambda by, unit: bool(policy.may_manage_unit(by, unit, on=TODAY)),
    "reorganise": lambda by, unit: bool(policy.may_reorganise(by, unit, on=TODAY)),
    "name": lambda by, unit: bool(policy.may_name(by, unit, on=TODAY)),
    "place staff": lambda by, unit: bool(policy.may_place(by, unit, Role.STAFF, on=TODAY)),
    "place leader": lambda by, unit: bool(policy.may_place(by, unit, Role.LEADER, on=TODAY)),
    "add person": lambda by, unit: bool(policy.may_add_person(by, unit, on=TODAY)),
    "see unit": lambda by, unit: policy.visible_units(by, TODAY).filter(pk=unit.pk).exists(),
    "see people": lambda by, unit: policy.works_with(by, unit, TODAY),
}
EVERYWHERE = ("province", "home_affairs", "justice", "department", "office", "quality")
IN_DEPARTMENT = ("department", "office", "quality")
# verb → who → where; whoever and wherever is not named is refused.
TABLE: dict[str, dict[str, tuple[str, ...]]] = {
    "manage": {"Quỳnh": EVERYWHERE},
    "reorganise": {"Quỳnh": EVERYWHERE},
    "name": {"Quỳnh": EVERYWHERE, "An": IN_DEPARTMENT},
    "place staff": {"Quỳnh": EVERYWHERE, "An": IN_DEPARTMENT},
    "place leader": {"Quỳnh": EVERYWHERE},
    "add person": {"Quỳnh": EVERYWHERE},
    "see unit": dict.fromkeys(CAST, EVERYWHERE),
    "see people": {
        **dict.fromkeys(("An", "Bình", "Châu", "Giang"), IN_DEPARTMENT),
        **dict.fromkeys(("Hạnh", "Quỳnh"), EVERYWHERE),
        "Dũng": ("justice",),
    },
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", CAST)
def test_each_may_do_what_the_table_says_and_nothing_else(
    world: World, name: str, verb: str
) -> None:
    by = world.cast[name]
    allowed = tuple(where for where in EVERYWHERE if VERBS[verb](by, getattr(world, where)))
    assert allowed == TABLE[verb].get(name, ())


def test_somebody_without_a_position_sees_and_may_do_nothing(world: World) -> None:
    nobody = User(username="ai", full_name="Ai Đó", is_active=True, pk=10_000)
    for verb in VERBS.values():
        assert not any(verb(nobody, unit) for unit in Unit.objects.all())
    assert not policy.visible_people(nobody, TODAY).exists()
    assert not policy.visible_positions(nobody, TODAY).exists()


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("An", {"An", "Bình", "Châu", "Giang"}),
        ("Châu", {"An", "Bình", "Châu", "Giang"}),
        ("Dũng", {"Dũng"}),
        ("Hạnh", set(CAST)),
        ("Quỳnh", set(CAST)),
    ],
)
def test_people_are_shown_to_those_of_their_office_and_to_the_roles_above(
    world: World, name: str, seen: set[str]
) -> None:
    shown = set(policy.visible_people(world.cast[name], TODAY))
    assert {one for one in CAST if world.cast[one] in shown} == seen


def test_staff_of_the_province_itself_do_not_see_the_people_of_all_departments(
    world: World,
) -> None:
    facts = PositionFacts(role=Role.STAFF, valid_from=TODAY)
    add_position(by=world.quynh, user=world.dung, unit=world.province, facts=facts)
    Position.objects.filter(user=world.dung, unit=world.justice).delete()
    forget_standing(world.dung)
    assert set(policy.visible_people(world.dung, TODAY)) == {
        world.dung,
        world.hanh,
        world.quynh,
    }


def test_an_administrator_of_a_part_never_takes_over_the_sign_in_of_one_of_the_whole(
    world: World,
) -> None:
    facts = PositionFacts(role=Role.ADMINISTRATOR, valid_from=TODAY)
    add_position(by=world.quynh, user=world.binh, unit=world.department, facts=facts)
    forget_standing(world.binh)
    assert decide_person(world.binh, world.chau)
    assert not decide_person(world.binh, world.quynh)
    staff_here = PositionFacts(role=Role.STAFF, valid_from=TODAY)
    add_position(by=world.quynh, user=world.quynh, unit=world.department, facts=staff_here)
    assert not decide_person(world.binh, world.quynh)


def test_a_role_is_there_from_its_first_to_its_last_day_only(world: World) -> None:
    last = TODAY + timedelta(days=3)
    facts = PositionFacts(role=Role.COORDINATOR, valid_from=TODAY, valid_to=last)
    add_position(by=world.quynh, user=world.chau, unit=world.department, facts=facts)
    days = [TODAY - timedelta(days=1), TODAY, last, last + timedelta(days=1)]
    may = [bool(policy.may_name(world.chau, world.department, on=day)) for day in days]
    assert may == [False, True, True, False]
