"""Many numbers in one question: the same rows as with a parameter for each, and numbers only."""

from __future__ import annotations

import pytest

from cchc.web.organisation.models import Unit
from cchc.web.ui.among import among
from tests.web.world import World


def test_the_same_rows_are_found_as_with_parameters(world: World) -> None:
    some = [world.office.pk, world.technology.pk, world.technology.pk]
    found = Unit.objects.filter(among("pk", some))
    assert set(found) == {world.office, world.technology}
    assert set(Unit.objects.exclude(among("pk", some))) == set(Unit.objects.exclude(pk__in=some))
    below = Unit.objects.filter(among("parent_id", {world.department.pk}) | among("pk", some))
    assert set(below) == set(Unit.objects.filter(parent=world.department)) | set(found)
    assert not found.query.sql_with_params()[1]


@pytest.mark.django_db
def test_among_no_numbers_there_is_nothing() -> None:
    assert not Unit.objects.filter(among("pk", ())).exists()


def test_only_numbers_come_into_the_question() -> None:
    with pytest.raises(ValueError, match="1\\)"):
        among("pk", ["1) OR (1 = 1"])  # type: ignore[list-item]
