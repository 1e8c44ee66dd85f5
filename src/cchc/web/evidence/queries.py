"""Evidence as lists and pages show it: one filter for list, print, export and count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.functional import cached_property

from cchc.web.evidence.models import Evidence, EvidenceLink, EvidenceVersion, HashCheck
from cchc.web.evidence.search_words import found_by
from cchc.web.evidence.subjects import OCCURRENCE, TASK

MOST_COUNTED = 1_000  # of what a search finds; more is said as «hơn»
_ACTIVE_LINK = EvidenceLink.objects.filter(evidence=OuterRef("pk"), archived_at=None)


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Which evidence a person asks to see. Empty texts ask for all but what was put away."""

    words: str = ""
    unit: str = ""
    kind: str = ""
    doc_type: str = ""
    year: str = ""
    confirmed: str = ""  # «roi», «chua»
    linked: str = ""  # «roi», «chua»
    archived: bool = False

    @property
    def asks(self) -> bool:
        return self != EvidenceFilter()

    def of(self, rows: QuerySet[Evidence]) -> QuerySet[Evidence]:
        """Keep what is asked for, the newest first."""
        rows = rows.filter(archived_at__isnull=not self.archived)
        if self.unit.isdigit():
            rows = rows.filter(unit_id=int(self.unit))
        if self.kind in Evidence.Kind.values:
            rows = rows.filter(kind=self.kind)
        if self.doc_type:
            rows = rows.filter(doc_type__iexact=self.doc_type)
        if self.year.isdigit() and 1900 <= int(self.year) <= 2999:
            first = date(int(self.year), 1, 1)
            rows = rows.filter(dated_on__gte=first, dated_on__lt=first.replace(year=first.year + 1))
        if self.confirmed in ("roi", "chua"):
            rows = rows.filter(confirmed_at__isnull=self.confirmed == "chua")
        if self.linked in ("roi", "chua"):
            rows = rows.filter(
                Exists(_ACTIVE_LINK) if self.linked == "roi" else ~Exists(_ACTIVE_LINK)
            )
        return found_by(rows, self.words)


class EvidencePages(Paginator[Evidence]):
    """Pages of a long list: only numbers are sorted, whole rows are read for the page.

    A search is asked once, for the first thousand that it finds: more is read by nobody, and to
    count all of 100,000 takes longer than to show them.
    """

    is_search = False

    @cached_property
    def _found(self) -> list[int]:
        return list(self._numbers()[: MOST_COUNTED + 1])

    def _numbers(self) -> QuerySet[Evidence, int]:
        rows = self.object_list
        assert isinstance(rows, QuerySet)
        return rows.values_list("pk", flat=True)

    @property
    def is_cut(self) -> bool:
        """Whether a search found more than is shown."""
        return self.is_search and len(self._found) > MOST_COUNTED

    @cached_property
    def count(self) -> int:
        return min(len(self._found), MOST_COUNTED) if self.is_search else self._numbers().count()

    def page(self, number: Any) -> Page[Evidence]:
        """One page. How many, which, and 3 queries for the rows, what they serve, their files."""
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        numbers = self._found if self.is_search else self._numbers()
        return Page(whole(numbers[start : start + self.per_page]), number, self)


def whole(keys: Iterable[int]) -> list[Evidence]:
    """Evidence by its numbers, in their order, with unit, links and files. 3 queries."""
    wanted = list(keys)
    rows = Evidence.objects.select_related("unit", "confirmed_by").prefetch_related(
        "links", "versions"
    )
    found = {row.pk: row for row in rows.filter(pk__in=wanted)}
    return [found[key] for key in wanted if key in found]


def in_parts(keys: Sequence[int], size: int = 500) -> Iterator[Evidence]:
    """Much evidence by its numbers, some at a time. 3 queries for each part."""
    for start in range(0, len(keys), size):
        yield from whole(keys[start : start + size])


def serving(visible: QuerySet[Evidence], label: str, key: str) -> QuerySet[EvidenceLink]:
    """Links of visible evidence to one thing, the newest first. 3 queries with their files."""
    rows = EvidenceLink.objects.filter(
        subject_label=label,
        subject_key=key,
        archived_at=None,
        evidence__archived_at=None,
        evidence_id__in=visible.order_by().values("pk"),
    )
    related = rows.select_related("evidence__unit", "evidence__confirmed_by", "linked_by")
    return related.prefetch_related("evidence__versions", "evidence__links").order_by("-pk")


def has_evidence() -> Exists:
    """That evidence serves an occurrence, or its task as a whole: a condition on occurrences."""
    links = EvidenceLink.objects.filter(
        Q(subject_label=TASK)
        | Q(subject_label=OCCURRENCE, subject_key=Cast(OuterRef("pk"), CharField())),
        task_key=OuterRef("task_key"),
        archived_at=None,
        evidence__archived_at=None,
    )
    return Exists(links)


def with_page(rows: QuerySet[Evidence]) -> QuerySet[Evidence]:
    """Evidence with what its own page shows."""
    return rows.select_related("office", "unit", "added_by", "confirmed_by")


def versions_of(evidence: Evidence) -> list[EvidenceVersion]:
    """Its files, the newest first. 1 query."""
    rows = evidence.versions.select_related("uploaded_by").order_by("-ordinal")
    return list(rows)


def links_of(evidence: Evidence) -> list[EvidenceLink]:
    """What it serves and served, those under way first. 1 query."""
    rows = list(evidence.links.select_related("linked_by").order_by("pk"))
    return sorted(rows, key=lambda one: (one.archived_at is not None, one.pk))


def newest_version(evidence: Evidence) -> EvidenceVersion | None:
    return evidence.versions.order_by("-ordinal").first()


def with_same_bytes(visible: QuerySet[Evidence], hashes: Iterable[str]) -> list[EvidenceVersion]:
    """Files with these bytes in evidence that the person may see and that stands."""
    rows = EvidenceVersion.objects.filter(
        sha256__in=list(hashes),
        evidence_id__in=visible.filter(archived_at=None).order_by().values("pk"),
    )
    related = rows.select_related("evidence__unit", "uploaded_by")
    return list(related.prefetch_related("evidence__links").order_by("-pk"))


def years_of(on: date) -> list[int]:
    """Years that the filter offers: of the last decade; older evidence is found by words."""
    return list(range(on.year + 1, on.year - 10, -1))


def last_check(checks: QuerySet[HashCheck]) -> HashCheck | None:
    return checks.order_by("-at", "-pk").first()


def is_in_use(evidence: Evidence) -> bool:
    """Whether it serves something now."""
    return evidence.links.filter(Q(archived_at=None)).exists()
