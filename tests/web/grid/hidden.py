"""The names that a person of a column must not read, as the policies have it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from cchc.web.accounts.models import User
from cchc.web.intake.models import Reading
from cchc.web.intake.policy import visible_readings
from cchc.web.organisation.models import Unit
from cchc.web.organisation.policy import visible_people, visible_units
from cchc.web.organisation.standing import Person
from cchc.web.plans.models import Plan
from cchc.web.plans.policy import visible_plans
from tests.web.grid.office import Office
from tests.web.grid.people import STRANGER
from tests.web.world import TODAY


@dataclass(frozen=True, slots=True)
class Hidden:
    """`papers`: titles of plans and readings, in no answer; `all`: of people and units too."""

    papers: frozenset[str]
    all: frozenset[str]


def person_of(office: Office, letter: str) -> Person:
    return AnonymousUser() if letter == STRANGER else office.who(letter)


def hidden_from(office: Office, letter: str) -> Hidden:
    """What the policies do not show to the person of a column."""
    who = person_of(office, letter)
    papers = _names(Plan.objects.all(), visible_plans(who, TODAY), "title")
    papers |= _names(Reading.objects.all(), visible_readings(who, TODAY), "title")
    people = _names(User.objects.all(), visible_people(who, TODAY), "full_name")
    units = _names(Unit.objects.all(), visible_units(who, TODAY), "name")
    own = {getattr(who, "full_name", "")}
    return Hidden(frozenset(papers), frozenset(papers | people | units - own) - own)


def _names(every: QuerySet, seen: QuerySet, field: str) -> set[str]:  # type: ignore[type-arg]
    """The names of rows that are not seen and that no row which is seen bears too."""
    return {*every.values_list(field, flat=True)} - {*seen.values_list(field, flat=True)}
