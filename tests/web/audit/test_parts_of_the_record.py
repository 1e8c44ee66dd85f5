"""Each reads the part of the record that their work is about: nobody a plan they may not see."""

from __future__ import annotations

import pytest

from cchc.web.audit.acting import acting
from cchc.web.organisation.record_policy import visible_entries
from tests.web.world import TODAY, World

# verb → who of the cast reads it where it was done in the affairs of the department.
READ_BY = {
    "accounts.change_user": "An Giang Quỳnh",
    "organisation.import": "An Giang Quỳnh",
    "people.hand_over": "An Giang Quỳnh",
    "positions.stand_in": "An Giang Quỳnh",
    "units.rename": "An Giang Quỳnh",
    "plans.edit_task": "An Giang",
    "plans.submit": "An Giang",
    "plans.issue": "An Giang",
    "intake.upload": "An",
    "intake.edit": "An",
}


@pytest.mark.parametrize("verb", READ_BY)
def test_who_reads_an_act_in_the_department(world: World, verb: str) -> None:
    with acting(verb, by=world.an, place=world.department.path) as act:
        act.touch(world.department)
    assert _readers(world, verb) == set(READ_BY[verb].split())


@pytest.mark.parametrize("verb", ["plans.save_document", "plans.archive_document"])
def test_acts_on_legal_documents_are_read_by_who_answers_for_plans(world: World, verb: str) -> None:
    with acting(verb, by=world.an) as act:
        act.touch(world.department)
    assert _readers(world, verb) == {"An", "Giang"}


def _readers(world: World, verb: str) -> set[str]:
    return {
        name
        for name, person in world.cast.items()
        if visible_entries(person, TODAY).filter(verb=verb).exists()
    }
