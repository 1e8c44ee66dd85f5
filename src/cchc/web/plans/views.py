"""Screens for reading: the list of plans, a plan in its views, tasks of all plans, the search."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cchc.deadlines.explain import explain
from cchc.plan.workbook import plan_to_workbook
from cchc.web.audit.queries import history_of
from cchc.web.intake.files import download
from cchc.web.plans import policy
from cchc.web.plans.answers import NEXT_STEPS, Frame, frame_of, look_of, page_context, person
from cchc.web.plans.comparison import compare_targets, compare_tasks
from cchc.web.plans.display import MONTH_STARTS, bands_of, lines_of, marks_of
from cchc.web.plans.findings_display import told_findings
from cchc.web.plans.models import AREA_CHOICES, DeadlinePart, PlanKind, PlanVersion, TaskUnit
from cchc.web.plans.queries import tasks as task_rows
from cchc.web.plans.queries import versions as version_rows
from cchc.web.plans.queries.pages import TaskPages
from cchc.web.plans.queries.search import found_documents, found_plans, found_units
from cchc.web.plans.queries.tasks import TaskFilter
from cchc.web.ui.clock import today
from cchc.web.ui.sheets import workbook_answer

PAGE = 50
VIEWS = (
    ("", "Theo lĩnh vực"),
    ("don-vi", "Theo đơn vị"),
    ("quy", "Theo quý"),
    ("thoi-gian", "Dòng thời gian"),
)
ORDERS = (("", "Thứ tự trong kế hoạch"), ("ten", "Theo vần"), ("han", "Theo hạn"))
PERIODS = (
    *(("q1", "Quý I"), ("q2", "Quý II"), ("q3", "Quý III"), ("q4", "Quý IV")),
    *((f"m{month}", f"Tháng {month}") for month in range(1, 13)),
)
_PLAN_KEYS = ("tim", "nam", "co-quan", "loai", "tinh-trang")


def asked(request: HttpRequest) -> TaskFilter:
    """What the address asks for."""
    query = request.GET
    return TaskFilter(
        words=query.get("tim", ""),
        unit=query.get("don-vi", ""),
        role=query.get("vai-tro", ""),
        area=query.get("linh-vuc", ""),
        kind=query.get("loai-han", ""),
        period=query.get("ky", ""),
    )


def _choices() -> dict[str, object]:
    return {
        "areas": AREA_CHOICES,
        "roles": TaskUnit.Part.choices,
        "kinds": DeadlinePart.Kind.choices,
        "periods": PERIODS,
        "orders": ORDERS,
        "views": VIEWS,
    }


@require_safe
@login_required
def list(request: HttpRequest) -> HttpResponse:
    """All plans that the person may see, by year, owner, kind and state."""
    user, on, query = person(request), today(), request.GET
    visible = policy.visible_versions(user, on)
    rows = version_rows.plan_rows(
        visible,
        words=query.get("tim", ""),
        year=query.get("nam", ""),
        owner=query.get("co-quan", ""),
        kind=query.get("loai", ""),
        state=query.get("tinh-trang", ""),
    )
    page = Paginator(rows, PAGE).get_page(query.get("trang"))
    counts = version_rows.count_tasks(page.object_list)
    is_filtered = any(query.get(key) for key in _PLAN_KEYS)
    waiting = policy.waiting_versions(user, on) if not is_filtered else None
    context = {
        "waiting": _waiting(waiting) if waiting is not None and page.number == 1 else [],
        "page": page,
        "rows": [(one, look_of(one), counts.get(one.pk, 0)) for one in page.object_list],
        "choices": version_rows.plan_choices(visible),
        "kinds": PlanKind.choices,
        "states": PlanVersion.State.choices,
        "may_start": policy.may_start_any(user, on=on),
        "is_filtered": is_filtered,
    }
    return render(request, "plans/list.html", context)


def _waiting(versions: QuerySet[PlanVersion]) -> Sequence[tuple[PlanVersion, str, str]]:
    """What waits for the person: the version, how it looks, what to do next."""
    return [
        (one, look_of(one), NEXT_STEPS[PlanVersion.State(one.state)])
        for one in version_rows.waiting_rows(versions)
    ]


@require_safe
@login_required
def plan(request: HttpRequest, pk: int, ordinal: int | None = None) -> HttpResponse:
    """A plan with its tasks, filtered, sorted and laid out as asked."""
    frame = frame_of(request, pk, ordinal, tab="tasks")
    view, order, wanted = request.GET.get("kieu", ""), request.GET.get("xep", ""), asked(request)
    lines = _lines(frame, wanted, order, with_days=view in ("quy", "thoi-gian"))
    year = frame.version.plan.year
    context = page_context(
        frame,
        view=view,
        count=len(lines),
        total=frame.version.tasks.filter(archived_at=None).count() if wanted.asks else len(lines),
        bands=bands_of(lines, view, order) if view != "thoi-gian" else [],
        timeline=[(one, marks_of(one.task, year)) for one in lines] if view == "thoi-gian" else [],
        months=MONTH_STARTS,
        units=task_rows.named_units(frame.version, today()),
        asks=wanted.asks,
        **_choices(),
    )
    return render(request, "plans/plan.html", context)


def _lines(frame: Frame, wanted: TaskFilter, order: str, *, with_days: bool = False):  # type: ignore[no-untyped-def]
    rows = wanted.of(version_rows.tasks_of(frame.version), frame.version.plan.year)
    if with_days:
        rows = rows.prefetch_related("deadline_parts")
    return lines_of(task_rows.ordered(rows, order))


@require_safe
@login_required
def newest(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to the newest version that the person may see: where the work goes on."""
    frame = frame_of(request, pk)
    return redirect("plans:version", pk, frame.versions[0].ordinal)


@require_safe
@login_required
def print_plan(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """The plan as a paper: heading, tasks by area, signature; the filter holds."""
    frame = frame_of(request, pk, ordinal)
    view, order = request.GET.get("kieu", ""), request.GET.get("xep", "")
    view = "" if view == "thoi-gian" else view
    lines = _lines(frame, asked(request), order, with_days=view == "quy")
    context = page_context(
        frame,
        bands=bands_of(lines, view, order),
        count=len(lines),
        asks=asked(request).asks,
        targets=version_rows.targets_of(frame.version),
        bases=version_rows.bases_of(frame.version),
        header=version_rows.header_of(frame.version),
    )
    return render(request, "plans/print.html", context)


@require_safe
@login_required
def export(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """The plan in the Excel layout that can be read in again; only what the filter shows."""
    version = frame_of(request, pk, ordinal).version
    wanted, order = asked(request), request.GET.get("xep", "")
    rows = wanted.of(version_rows.tasks_of(version), version.plan.year)
    value = version_rows.plan_of_version(version, task_rows.ordered(rows, order))
    data = plan_to_workbook(value, lambda parts: explain(parts, version.plan.year))
    return workbook_answer(data, f"{version.plan.title} ban {version.ordinal}")


@require_safe
@login_required
def issued_file(request: HttpRequest, pk: int, ordinal: int) -> HttpResponseBase:
    """The signed paper as it was uploaded."""
    source = frame_of(request, pk, ordinal).version.issued_file
    if source is None:
        raise Http404
    return download(source)


@require_safe
@login_required
def targets(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """The numbers that a plan commits to reach, by area, with the tasks that serve them."""
    frame = frame_of(request, pk, ordinal, tab="targets")
    rows = version_rows.targets_of(frame.version)
    return render(request, "plans/targets.html", page_context(frame, targets=rows))


@require_safe
@login_required
def bases(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """What a plan rests on; documents that were replaced or bear another date say so."""
    frame = frame_of(request, pk, ordinal, tab="bases")
    rows = version_rows.bases_of(frame.version)
    return render(request, "plans/bases.html", page_context(frame, bases=rows))


@require_safe
@login_required
def windows(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """The reporting periods that a plan sets."""
    frame = frame_of(request, pk, ordinal, tab="windows")
    rows = frame.version.windows.all()
    return render(request, "plans/windows.html", page_context(frame, windows=rows))


@require_safe
@login_required
def findings(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """What a person should look at before the plan goes on."""
    frame = frame_of(request, pk, ordinal, tab="findings")
    context = page_context(frame, findings=told_findings(frame.version))
    return render(request, "plans/findings.html", context)


@require_safe
@login_required
def versions(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """All versions that the person may see, with a choice of two to compare."""
    frame = frame_of(request, pk, ordinal, tab="versions")
    rows = [(one, look_of(one)) for one in frame.versions]
    return render(request, "plans/versions.html", page_context(frame, rows=rows))


@require_safe
@login_required
def history(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """Who did what to the plan and its versions, for those who work on it."""
    frame = frame_of(request, pk, ordinal, tab="history")
    if not frame.works_on_it:
        raise Http404
    context = page_context(frame, history=history_of(frame.version.plan, *frame.versions))
    return render(request, "plans/history.html", context)


@require_safe
@login_required
def compare(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """Two versions side by side; without a choice, this one and the one it amends."""
    frame = frame_of(request, pk, ordinal, tab="versions")
    older = [one for one in frame.versions if one.ordinal != ordinal]
    wanted = request.GET.get("voi", "")
    other = next((one for one in older if str(one.ordinal) == wanted), None)
    other = other or next((one for one in older if one.pk == frame.version.amends_id), None)
    if other is None:
        return redirect("plans:versions", pk, ordinal)
    first, second = sorted((other, frame.version), key=lambda one: one.ordinal)
    pair = [[*version_rows.tasks_of(one)] for one in (first, second)]
    numbers = [[*version_rows.targets_of(one)] for one in (first, second)]
    context = page_context(
        frame,
        before=first,
        after=second,
        tasks=compare_tasks(*pair),
        targets=compare_targets(*numbers),
    )
    return render(request, "plans/compare.html", context)


@require_safe
@login_required
def taken_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Which tasks of a plan the plans below carry out, and which nobody has taken up."""
    frame = frame_of(request, pk, tab="taken_up")
    visible = policy.visible_versions(person(request), today())
    table = task_rows.taking_up(frame.version, visible)
    only_open = request.GET.get("chi") == "chua-nhan"
    context = page_context(frame, table=table, only_open=only_open)
    return render(request, "plans/taken_up.html", context)


@require_safe
@login_required
def tasks(request: HttpRequest) -> HttpResponse:
    """Tasks of all plans in force that the person may see."""
    user, wanted, order = person(request), asked(request), request.GET.get("xep", "")
    versions = version_rows.listed_versions(policy.visible_versions(user, today()))
    rows = wanted.of(task_rows.tasks_in(versions))
    year = request.GET.get("nam", "")
    if year.isdigit():
        rows = rows.filter(plan_version__plan__year=int(year))
    pages = TaskPages(rows, PAGE, versions=versions, order=order)
    page = pages.get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "lines": lines_of(page.object_list),
        "count": page.paginator.count,
        "units": task_rows.own_units(user, today()),
        "asks": wanted.asks,
        "years": task_rows.years(),
        **_choices(),
    }
    return render(request, "plans/tasks.html", context)


@require_safe
@login_required
def search(request: HttpRequest) -> HttpResponse:
    """One search over plans, tasks, documents and units: only what the person may see."""
    user, on, words = person(request), today(), request.GET.get("tim", "").strip()
    if not words:
        return render(request, "plans/search.html", {"words": ""})
    versions = version_rows.listed_versions(policy.visible_versions(user, on))
    rows = TaskFilter(words=words).of(task_rows.tasks_in(versions))
    page = TaskPages(rows, 20, versions=versions).get_page(request.GET.get("trang"))
    context = {
        "words": words,
        "page": page,
        "lines": lines_of(page.object_list),
        "count": page.paginator.count,
        "plans": found_plans(versions, words),
        "documents": found_documents(policy.visible_documents(user, on), words),
        "units": found_units(user, on, words),
    }
    return render(request, "plans/search.html", context)
