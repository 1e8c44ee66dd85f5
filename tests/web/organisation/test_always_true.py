"""Whatever is moved, renamed, merged or split in whatever order: what always holds afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cchc.web.accounts.models import User
from cchc.web.organisation.actions.positions import PositionFacts, end_position
from cchc.web.organisation.actions.positions import add_position as give
from cchc.web.organisation.actions.succession import Decided, merge_units, rename_unit, split_unit
from cchc.web.organisation.actions.units import UnitFacts, add_unit, move_unit
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from cchc.web.organisation.queries import former_units, present_units, tree_on
from cchc.web.organisation.standing import forget_standing, standing_of
from cchc.web.ui.refusals import RuleViolation
from tests.web.world import BEGAN, TODAY, World, make_world

DAYS = [BEGAN + timedelta(days=61 * month) for month in range(-1, 6)]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "move", "rename", "merge", "split", "place", "end")),
        st.integers(0, 99),
        st.integers(0, 99),
        st.sampled_from([day for day in DAYS if BEGAN < day <= TODAY]),
    ),
    max_size=7,
)


def _facts(name: str) -> UnitFacts:
    return UnitFacts(kind=UnitKind.DIVISION, name=name)


def _do(world: World, step: tuple[str, int, int, date], at: int) -> None:
    """Take one step with whichever units the numbers mean; a refused step changes nothing."""
    what, first, second, day = step
    units = list(Unit.objects.filter(valid_to=None, archived_at=None).order_by("pk"))
    one, other = units[first % len(units)], units[second % len(units)]
    by = world.quynh
    forget_standing(by)
    try:
        if what == "add":
            add_unit(by=by, parent=one, facts=_facts(f"Phòng {at}"))
        elif what == "move":
            move_unit(by=by, unit=one, to=other, on=day, expected=one.version)
        elif what == "rename":
            rename_unit(by=by, unit=one, facts=_facts(f"Tên {at}"), decided=Decided(day))
        elif what == "merge":
            into = other if second % 2 else _facts(f"Gộp {at}")
            merge_units(by=by, units=(one, other), into=into, decided=Decided(day))
        elif what == "split":
            parts = [_facts(f"Tách {at}.{part}") for part in range(2)]
            split_unit(by=by, unit=one, into=parts, decided=Decided(day))
        elif what == "place":
            people = list(world.cast.values())
            facts = PositionFacts(role=Role.STAFF, valid_from=day)
            give(by=by, user=people[second % len(people)], unit=one, facts=facts)
        else:
            going_on = list(Position.objects.filter(valid_to=None).order_by("pk"))
            position = going_on[first % len(going_on)]
            end_position(by=by, position=position, last_day=day, expected=position.version)
    except RuleViolation:
        return


def _recomputed_path(unit: Unit) -> str:
    line: list[int] = []
    here: Unit | None = unit
    while here is not None:
        assert here.pk not in line, "a unit stands below itself"
        line.insert(0, here.pk)
        here = here.parent
    return "/" + "".join(f"{pk}/" for pk in line)


def _recomputed_standing(person: User, day: date) -> list[tuple[str, int, str]]:
    """The same, slowly and plainly: every position of the person, one by one."""
    found = []
    for position in Position.objects.all():
        ends = position.valid_to or date.max
        if (
            position.user_id == person.pk
            and position.archived_at is None
            and position.unit.archived_at is None
            and position.valid_from <= day <= ends
        ):
            path = _recomputed_path(position.unit)
            found.append((position.role, position.unit_id, path))
    return sorted(found)


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    # Shrinking steps in a database takes minutes and tells little more.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_paths_standings_and_successions_stay_true(steps, db: None) -> None:  # type: ignore[no-untyped-def]
    try:
        with transaction.atomic():
            _check(steps)
            raise _Undo
    except _Undo:
        pass


class _Undo(Exception):
    pass


def _check(steps: list[tuple[str, int, int, date]]) -> None:
    world = make_world()
    for at, step in enumerate(steps):
        _do(world, step, at)
    for unit in Unit.objects.all():
        assert unit.path == _recomputed_path(unit)
    for person in world.cast.values():
        for day in DAYS:
            forget_standing(person)
            standing = standing_of(person, day)
            read = sorted((h.role.value, h.unit_id, h.path) for h in standing.holdings)
            assert read == _recomputed_standing(person, day)
    for unit in Unit.objects.all():
        for later in present_units(unit, TODAY):
            assert later.existed_on(TODAY)
            assert later == unit or unit in former_units(later)
    for day in DAYS:
        tree = tree_on(Unit.objects.all(), day)
        assert {node.unit for node in tree.nodes.values()} == {
            unit for unit in Unit.objects.all() if unit.existed_on(day)
        }
        shown: list[int] = []
        waiting = list(tree.roots)
        while waiting:
            node = waiting.pop()
            shown.append(node.unit.pk)
            waiting += node.children
        assert sorted(shown) == sorted(tree.nodes), "each unit of the day stands once in its tree"
    # The one who administers the root can still do so.
    forget_standing(world.quynh)
    roots = Unit.objects.filter(parent=None, valid_to=None)
    assert all(standing_of(world.quynh, TODAY).has(Role.ADMINISTRATOR, root) for root in roots)
