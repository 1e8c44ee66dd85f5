"""What a search finds besides tasks: plans, documents, units; a few of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from cchc.web.organisation.models import Unit, in_force
from cchc.web.organisation.standing import Person, standing_of
from cchc.web.plans.models import LegalDocument, PlanVersion
from cchc.web.plans.queries.versions import plan_rows
from cchc.web.ui.among import among
from cchc.web.ui.vietnamese import searchable

_MOST = 10


def found_plans(versions: Iterable[int], words: str) -> list[PlanVersion]:
    """Plans by words, of the versions that `listed_versions` names."""
    rows = PlanVersion.objects.filter(among("pk", versions))
    return list(plan_rows(rows, words=words)[:_MOST])


def found_documents(documents: QuerySet[LegalDocument], words: str) -> list[LegalDocument]:
    for word in searchable(words).split():
        documents = documents.filter(folded__contains=word)
    return list(documents.select_related("replaced_by")[:_MOST])


def found_units(user: Person, on: date, words: str) -> list[Unit]:
    """Units of the register: shown to everybody with a position in the same province."""
    standing = standing_of(user, on)
    roots = {h.path.split("/")[1] for h in standing.holdings if h.path.count("/") > 1}
    within = Q(pk__in=())
    for root in roots:
        within |= Q(path__startswith=f"/{root}/")
    units = Unit.objects.filter(within, in_force(on), archived_at=None)
    for word in searchable(words).split():
        units = units.filter(folded__contains=word)
    return list(units.select_related("parent").order_by("sort_key", "pk")[:_MOST])
