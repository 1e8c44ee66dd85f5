"""A version with all it says: as rows for a page, and as the plan value it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from cchc.plan import model as values
from cchc.plan.findings import find_problems
from cchc.reading.areas import area_of_heading
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.queries import own_and_former
from cchc.web.plans.models import (
    AREA_NAMES,
    Basis,
    LegalDocument,
    Plan,
    PlanVersion,
    Target,
    Task,
    TaskUnit,
)
from cchc.web.plans.rows import (
    OUTSIDE,
    Meant,
    citation_value,
    frame_of,
    target_value,
    task_value,
    window_value,
)
from cchc.web.ui.vietnamese import searchable

UNITS = Prefetch("units", queryset=TaskUnit.objects.order_by("part", "place", "pk"))
State = PlanVersion.State
_MOST_WAITING = 20
_PARTS = (TaskUnit.Part.LEAD.value, TaskUnit.Part.SUPPORT.value)


def with_frame(versions: QuerySet[PlanVersion]) -> QuerySet[PlanVersion]:
    """Versions with what every page about one shows: plan, owner, parent, file, reading.

    `cites_replaced` tells of one that rests on a document which another has replaced.
    """
    replaced = Basis.objects.filter(
        plan_version=OuterRef("pk"), document__replaced_by__isnull=False
    )
    return versions.annotate(cites_replaced=Exists(replaced)).select_related(
        "plan__owner", "plan__parent__owner", "plan__carried_from", "issued_file", "amends"
    )


def tasks_of(version: PlanVersion) -> QuerySet[Task]:
    """All tasks of a version in their order, with their units. 2 queries."""
    return version.tasks.filter(archived_at=None).prefetch_related(UNITS)


def targets_of(version: PlanVersion) -> QuerySet[Target]:
    return version.targets.filter(archived_at=None).prefetch_related("tasks")


def bases_of(version: PlanVersion) -> QuerySet[Basis]:
    return version.bases.select_related("document__replaced_by")


def plan_of_version(version: PlanVersion, tasks: QuerySet[Task] | None = None) -> values.Plan:
    """The plan value that a version stands for; with `tasks`, only these. 5 queries."""
    frame = frame_of(version)
    asked = tasks_of(version) if tasks is None else tasks
    rows = list(asked.prefetch_related(None).defer("folded", "sort_key", "confirmations"))
    named = _words_of_units(row.pk for row in rows)
    return values.Plan(
        header=frame.header,
        citations=tuple(citation_value(basis) for basis in version.bases.all()),
        sections=frame.sections,
        targets=tuple(target_value(one) for one in version.targets.filter(archived_at=None)),
        tasks=tuple(
            task_value(row, *(tuple(named.get((row.pk, part), {}).values()) for part in _PARTS))
            for row in rows
        ),
        report_windows=tuple(window_value(window) for window in version.windows.all()),
    )


def _words_of_units(tasks: Iterable[int]) -> dict[tuple[int, str], dict[int, str]]:
    """The names of units by task and part, each with its place. 1 query, no rows made of it."""
    named: dict[tuple[int, str], dict[int, str]] = {}
    rows = TaskUnit.objects.filter(task__in=list(tasks)).order_by("part", "place", "pk")
    for task, part, place, words in rows.values_list("task_id", "part", "place", "words"):
        named.setdefault((task, part), {})[place] = words
    return named


def findings_of(version: PlanVersion) -> tuple[values.Finding, ...]:
    """What a person should see about the plan before it goes on.

    Doubts in reading are left to the desk.
    """
    found = find_problems(plan_of_version(version), area_of=area_of_heading)
    return tuple(one for one in found if one.code != "values_in_doubt")


def under_way(plan: Plan) -> PlanVersion | None:
    """The version of a plan that is being prepared, if there is one."""
    return plan.versions.filter(state__in=PlanVersion.IN_PREPARATION, archived_at=None).first()


def in_force(plan: Plan) -> PlanVersion | None:
    return plan.versions.filter(state__in=PlanVersion.IN_FORCE, archived_at=None).first()


def next_ordinal(plan: Plan) -> int:
    """The number of the next version; discarded ones keep theirs."""
    last = plan.versions.order_by("-ordinal").values_list("ordinal", flat=True).first()
    return (last or 0) + 1


def current_of(versions: QuerySet[PlanVersion]) -> QuerySet[PlanVersion]:
    """Of each plan the version that lists show: the one in force, else the one in preparation."""
    forced = PlanVersion.objects.filter(
        plan_id=OuterRef("plan_id"), state__in=PlanVersion.IN_FORCE, archived_at=None
    )
    return versions.filter(
        Q(state__in=PlanVersion.IN_FORCE)
        | (Q(state__in=PlanVersion.IN_PREPARATION) & ~Exists(forced))
    )


def listed_versions(versions: QuerySet[PlanVersion]) -> list[int]:
    """Numbers of the versions whose tasks lists show, in the order of their plans. 1 query."""
    rows = current_of(versions).order_by("plan", "-ordinal")
    return list(rows.values_list("pk", flat=True))


def plan_rows(
    versions: QuerySet[PlanVersion],
    *,
    words: str = "",
    year: str = "",
    owner: str = "",
    kind: str = "",
    state: str = "",
) -> QuerySet[PlanVersion]:
    """The list of plans: one row for each, as its current version."""
    rows = current_of(versions).select_related("plan__owner", "plan__parent")
    for word in searchable(words).split():
        rows = rows.filter(Q(plan__folded__contains=word) | Q(plan__owner__folded__contains=word))
    if year.isdigit():
        rows = rows.filter(plan__year=int(year))
    if owner.isdigit():
        rows = rows.filter(plan__owner_id__in=own_and_former(int(owner)))
    if kind:
        rows = rows.filter(plan__kind=kind)
    if state:
        rows = rows.filter(state=state)
    return rows.order_by("-plan__year", "plan__owner__sort_key", "plan__sort_key", "pk")


def waiting_rows(versions: QuerySet[PlanVersion]) -> QuerySet[PlanVersion]:
    """Versions that wait for somebody, the longest waiting first. 1 query."""
    return versions.select_related("plan__owner").order_by("pk")[:_MOST_WAITING]


def count_tasks(versions: Iterable[PlanVersion]) -> dict[int, int]:
    """How many tasks each version has. 1 query."""
    ids = [version.pk for version in versions]
    counted = Task.objects.filter(plan_version_id__in=ids, archived_at=None).order_by()
    rows = counted.values_list("plan_version_id").annotate(count=Count("pk"))
    return dict(rows)


def document_rows(
    documents: QuerySet[LegalDocument], versions: QuerySet[PlanVersion], words: str = ""
) -> QuerySet[LegalDocument]:
    """The list of legal documents, with how many of the plans that are seen cite each."""
    seen = list(versions.order_by().values_list("pk", flat=True))
    for word in searchable(words).split():
        documents = documents.filter(folded__contains=word)
    rows = documents.select_related("replaced_by").annotate(
        citing=Count(
            "cited_in__plan_version__plan",
            filter=Q(cited_in__plan_version__in=seen),
            distinct=True,
        )
    )
    return rows.order_by(F("issued_on").desc(nulls_last=True), "number", "pk")


def citing_versions(
    document: LegalDocument, versions: QuerySet[PlanVersion]
) -> QuerySet[PlanVersion]:
    """Visible versions in force or in preparation that cite a document."""
    cited = versions.filter(bases__document=document).exclude(state=State.SUPERSEDED)
    return cited.select_related("plan__owner").distinct()


def header_of(version: PlanVersion) -> values.Header:
    return frame_of(version).header


def plan_choices(versions: QuerySet[PlanVersion]) -> dict[str, list[tuple[int, str]]]:
    """Years and owners of visible plans, for the filters of the list. 1 query."""
    rows = (
        current_of(versions)
        .order_by("plan__owner__sort_key")
        .values_list("plan__year", "plan__owner_id", "plan__owner__name")
    )
    years = sorted({year for year, _, _ in rows}, reverse=True)
    owners = dict.fromkeys((owner, name) for _, owner, name in rows)
    return {"years": [(year, str(year)) for year in years], "owners": list(owners)}


def parents_for(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Plans that another may carry out: those in force, the newest first."""
    forced = PlanVersion.objects.filter(
        plan=OuterRef("pk"), state__in=PlanVersion.IN_FORCE, archived_at=None
    )
    return plans.filter(Exists(forced)).select_related("owner")


def amendable_plans(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Plans of which an issued version may be amended now."""
    versions = PlanVersion.objects.filter(plan=OuterRef("pk"), archived_at=None)
    return plans.filter(
        Exists(versions.filter(state=State.ISSUED)),
        ~Exists(versions.filter(state__in=PlanVersion.IN_PREPARATION)),
    )


def plans_to_copy(versions: QuerySet[PlanVersion]) -> list[PlanVersion]:
    """The latest plans that a new one may be copied from."""
    rows = versions.filter(state__in=PlanVersion.IN_FORCE).select_related("plan__owner")
    return list(rows.order_by("-plan__year", "plan__sort_key", "pk")[:20])


@dataclass(frozen=True, slots=True)
class Summary:
    """What a reading will become, in numbers, with the names that mean nobody in the register."""

    tasks: int
    targets: int
    citations: int
    windows: int
    areas: tuple[tuple[str, int], ...]
    outside: tuple[str, ...]


def summary_of(plan: values.Plan, names: Mapping[str, Meant]) -> Summary:
    """Count what a plan value holds."""
    areas = Counter(task.area for task in plan.tasks)
    said = dict.fromkeys(word for task in plan.tasks for word in (*task.lead, *task.support))
    outside = [word for word in said if not names.get(fold_name(word), OUTSIDE).units]
    return Summary(
        len(plan.tasks),
        len(plan.targets),
        len(plan.citations),
        len(plan.report_windows),
        tuple((AREA_NAMES[area], count) for area, count in areas.items()),
        tuple(outside),
    )
