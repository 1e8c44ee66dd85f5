"""Reading the record: by place, person, row, verb, kind, period and words.

Who may read which entries is not decided here: `organisation.record_policy` knows the units.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from cchc.web.audit.models import Change, Entry
from cchc.web.audit.verbs import verbs_named
from cchc.web.audit.words import ToldEntry, tell
from cchc.web.ui.vietnamese import searchable

SHOWN_CHANGES = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader of the record asks for; everything where nothing is said."""

    person: str = ""
    person_id: int | None = None
    verb: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None
    text: str = ""


def at_places(paths: Iterable[str]) -> Q:
    """Acts done in the affairs of units at or below any of the paths; none without paths."""
    within = Q(pk__in=())
    for path in paths:
        within |= Q(place__startswith=path)
    return within


def about(subject: str, numbers: Iterable[str] | QuerySet[Any, Any]) -> Exists:
    """Acts that changed or concern any of these rows of one kind."""
    rows = Change.objects.filter(entry=OuterRef("pk"), subject=subject)
    return Exists(rows.filter(subject_id__in=numbers))


def about_kind(subject: str) -> Exists:
    """Acts that changed or concern any row of one kind."""
    return Exists(Change.objects.filter(entry=OuterRef("pk"), subject=subject))


def chosen(entries: QuerySet[Entry], choice: Choice) -> QuerySet[Entry]:
    """The entries that a choice leaves."""
    if choice.person_id is not None:
        entries = entries.filter(by_id=choice.person_id)
    if choice.person:
        entries = entries.filter(_words_in("by__folded", choice.person))
    if choice.verb:
        entries = entries.filter(verb=choice.verb)
    if choice.subject:
        entries = entries.filter(about_kind(choice.subject))
    if choice.since:
        entries = entries.filter(at__gte=start_of(choice.since))
    if choice.until:
        entries = entries.filter(at__lt=start_of(choice.until + timedelta(days=1)))
    for word in searchable(choice.text).split():
        entries = entries.filter(Q(folded__contains=word) | Q(verb__in=verbs_named(word)))
    return entries


def start_of(day: date) -> datetime:
    """The first moment of a day in Vietnam."""
    return timezone.make_aware(datetime.combine(day, time.min))


def told_page(
    entries: Sequence[Entry], *, places: dict[str, str] | None = None, most: int = SHOWN_CHANGES
) -> list[ToldEntry]:
    """Put a page of entries into words, each with its first changes. 2 queries and the names'."""
    numbers = [entry.pk for entry in entries]
    changes = Change.objects.filter(entry_id__in=numbers)
    counts = dict(
        changes.order_by()
        .values_list("entry_id")
        .annotate(count=Count("pk"))
        .values_list("entry_id", "count")
    )
    ranked = changes.annotate(
        rank=Window(RowNumber(), partition_by=[F("entry_id")], order_by=[F("pk").asc()])
    )
    firsts: dict[int, list[Change]] = {}
    for change in ranked.filter(rank__lte=most).order_by("pk"):
        firsts.setdefault(change.entry_id, []).append(change)
    shown = [(entry, firsts.get(entry.pk, [])) for entry in entries]
    return tell(shown, counts=counts, places=places)


def history_of(*rows: Model, most: int = 50) -> list[ToldEntry]:
    """What was done to these rows, the last first: for the page of a row (`audit/_history.html`).

    Only what concerns the rows themselves is told of each act. 2 queries and the names'.
    """
    about_rows = Q(pk__in=())
    for row in rows:
        about_rows |= Q(subject=row._meta.label_lower, subject_id=str(row.pk))
    numbers = Change.objects.filter(about_rows).order_by().values("entry_id")
    entries = list(Entry.objects.filter(pk__in=numbers)[:most])
    changes: dict[int, list[Change]] = {}
    for change in Change.objects.filter(about_rows, entry__in=[entry.pk for entry in entries]):
        changes.setdefault(change.entry_id, []).append(change)
    return tell((entry, changes.get(entry.pk, [])) for entry in entries)


def last_about(row: Model, verb: str) -> Entry | None:
    """The last act of one verb that concerns a row."""
    return Entry.objects.filter(about(row._meta.label_lower, [str(row.pk)]), verb=verb).first()


def name_of_subject(subject: str, number: str) -> str:
    """What a row was called when it was last written about."""
    rows = Change.objects.filter(subject=subject, subject_id=number).order_by("-pk")
    return rows.values_list("subject_name", flat=True).first() or ""


def changes_of(entry: Entry) -> QuerySet[Change]:
    """All that one act changed, in its order."""
    return Change.objects.filter(entry=entry)


def _words_in(column: str, text: str) -> Q:
    found = Q()
    for word in searchable(text).split():
        found &= Q(**{f"{column}__contains": word})
    return found
