"""What the record pages ask of the units: the names of the places where acts were done."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.web.audit.models import Entry
from cchc.web.organisation.models import Unit


def names_of_places(entries: Iterable[Entry]) -> dict[str, str]:
    """Path → name of the unit that it ends in. 1 query."""
    numbers = {
        entry.place: int(last)
        for entry in entries
        if (last := entry.place.strip("/").rpartition("/")[2]).isdigit()
    }
    names = dict(Unit.objects.filter(pk__in=set(numbers.values())).values_list("pk", "name"))
    return {path: names.get(number, "") for path, number in numbers.items()}
