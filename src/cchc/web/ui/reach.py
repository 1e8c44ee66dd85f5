"""The one way from an address to a row: through what the policy lets this person see."""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from django.http import Http404

Row = TypeVar("Row", bound=Model)


def reach(visible: QuerySet[Row], **key: object) -> Row:
    """Return the one visible row with this key; 404 where there is none, seen or unseen alike."""
    try:
        return visible.get(**key)
    except (ObjectDoesNotExist, ValueError) as error:
        raise Http404(visible.model._meta.verbose_name) from error
