"""Screens on which a draft is edited: its name, tasks, targets, bases, periods and links."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cchc.deadlines import understand
from cchc.web.plans import policy
from cchc.web.plans.actions import drafting
from cchc.web.plans.actions.links import link_to_parent
from cchc.web.plans.answers import expected, frame_of, page_context, person, status_of, tried
from cchc.web.plans.display import lines_of, understood
from cchc.web.plans.forms import (
    CitationForm,
    DescribeForm,
    ReasonForm,
    TargetForm,
    TaskForm,
    WindowSet,
    windows_in,
)
from cchc.web.plans.models import Basis, PlanKind, Target, Task
from cchc.web.plans.queries import tasks as task_rows
from cchc.web.plans.queries.names import units_for_choice
from cchc.web.plans.queries.versions import UNITS, parents_for, tasks_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit


def _may_edit(request: HttpRequest, version: Any) -> None:
    permit(policy.may_edit(person(request), version, on=today()))


_KEEPS_ITS_NAME = (
    "Kế hoạch đã ra khỏi dự thảo nên giữ tên và loại; ở đây chỉ đổi được kế hoạch cấp trên."
)


def _task(request: HttpRequest, pk: int) -> Task:
    visible = policy.visible_tasks(person(request), today())
    rows = visible.select_related("plan_version__plan__owner").prefetch_related(UNITS)
    return reach(rows, pk=pk)


def _to_tasks(task: Task) -> HttpResponse:
    version = task.plan_version
    response = redirect("plans:version", version.plan_id, version.ordinal)
    response["Location"] += f"#task-{task.pk}"
    return response


@login_required
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a plan's name, kind and parent."""
    frame = frame_of(request, pk)
    version, user = frame.version, person(request)
    permit(policy.may_describe(user, version, on=today()))
    parents = parents_for(policy.visible_plans(user, today())).exclude(pk=pk)
    initial = {name: getattr(version.plan, name) for name in ("title", "kind", "parent")}
    options: dict[str, Any] = {"parents": parents, "may_rename": bool(frame.may_edit)}
    form = DescribeForm(request.POST or None, initial=initial, **options)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {**form.cleaned_data, "kind": PlanKind(form.cleaned_data["kind"])}
        given |= {"version": version, "expected": expected(request)}
        if tried(form, lambda: drafting.describe(by=user, on=today(), **given), tells_both=True):
            messages.success(request, "Đã ghi thông tin kế hoạch.")
            return redirect("plans:newest", pk)
    told = "" if frame.may_edit else _KEEPS_ITS_NAME
    context = page_context(
        frame, form=form, title="Thông tin kế hoạch", row=version.plan, told=told
    )
    return render(request, "plans/edit.html", context, status=status_of(form))


@login_required
def edit_task(request: HttpRequest, pk: int, ordinal: int | None = None) -> HttpResponse:
    """Write a new task of a version (pk of its plan), or change one (its own pk)."""
    task = None if ordinal is not None else _task(request, pk)
    version = task.plan_version if task else frame_of(request, pk, ordinal).version
    _may_edit(request, version)
    frame = frame_of(request, version.plan_id, version.ordinal)
    initial = TaskForm.initial_of(task) if task else {"area": request.GET.get("linh-vuc", "")}
    offered = [unit.name for unit in units_for_choice(version.plan.owner, today())]
    form = TaskForm(request.POST or None, initial=initial, offered=offered)
    if request.method == "POST" and form.is_valid():
        saved: list[Task] = [task] if task else []
        if tried(form, lambda: _save(request, frame, task, form, saved), tells_both=True):
            messages.success(request, "Đã ghi nhiệm vụ.")
            return _to_tasks(saved[0])
    words = form["deadline"].value() or ""
    context = page_context(
        frame,
        form=form,
        task=task,
        parts=understood(understand(words, version.plan.year), version.plan.year),
        words=words,
    )
    return render(request, "plans/task_edit.html", context, status=status_of(form))


def _save(request: HttpRequest, frame: Any, task: Task | None, form: TaskForm, saved: Any) -> None:
    given: dict[str, Any] = {"by": person(request), "on": today(), "value": form.value()}
    if task is None:
        saved.append(drafting.add_task(version=frame.version, **given))
    else:
        drafting.edit_task(task=task, expected=expected(request), **given)


@require_safe
@login_required
def deadline(request: HttpRequest) -> HttpResponse:
    """What deadline words mean in a year: shown under the input while they are typed."""
    words, year = request.GET.get("deadline", ""), request.GET.get("nam", "")
    known = int(year) if year.isdigit() and 2000 <= int(year) <= 2100 else today().year
    context = {"parts": understood(understand(words, known), known), "words": words}
    return render(request, "plans/_deadline.html", context)


@login_required
def remove_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a task out of a draft, after asking why."""
    task = _task(request, pk)
    version = task.plan_version
    _may_edit(request, version)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"task": task, "expected": expected(request), **form.cleaned_data}
        if tried(form, lambda: drafting.remove_task(by=person(request), on=today(), **given)):
            messages.success(request, "Đã bỏ nhiệm vụ khỏi dự thảo.")
            return redirect("plans:version", version.plan_id, version.ordinal)
    frame = frame_of(request, version.plan_id, version.ordinal)
    context = page_context(
        frame,
        form=form,
        title="Bỏ nhiệm vụ",
        button="Bỏ nhiệm vụ",
        is_loss=True,
        row=task,
        told=task.text,
    )
    return render(request, "plans/edit.html", context, status=status_of(form))


@login_required
@require_POST
def move_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Change places with the task before or after in its area."""
    task = _task(request, pk)
    is_up = request.POST.get("huong") == "len"
    drafting.move_task(by=person(request), on=today(), task=task, is_up=is_up)
    return _to_tasks(task)


@login_required
def edit_target(request: HttpRequest, pk: int, ordinal: int | None = None) -> HttpResponse:
    """Write a new target of a version (pk of its plan), or change one (its own pk)."""
    target = None if ordinal is not None else _target(request, pk)
    version = target.plan_version if target else frame_of(request, pk, ordinal).version
    _may_edit(request, version)
    frame = frame_of(request, version.plan_id, version.ordinal)
    names = ("text", "kind", "comparator", "value", "value_to", "unit", "area")
    initial = {name: getattr(target, name) for name in names} if target else {}
    initial["tasks"] = [*target.tasks.all()] if target else []
    form = TargetForm(request.POST or None, initial=initial, tasks=tasks_of(version))
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {
            "fields": form.fields_of_target(),
            "serving": form.cleaned_data["tasks"],
            "expected": expected(request),
        }
        user, on = person(request), today()
        if tried(
            form,
            lambda: drafting.save_target(by=user, on=on, version=version, target=target, **given),
            tells_both=True,
        ):
            messages.success(request, "Đã ghi chỉ tiêu.")
            return redirect("plans:targets", version.plan_id, version.ordinal)
    context = page_context(frame, form=form, title="Chỉ tiêu", row=target)
    return render(request, "plans/edit.html", context, status=status_of(form))


def _target(request: HttpRequest, pk: int) -> Target:
    versions = policy.visible_versions(person(request), today())
    return reach(task_rows.targets_in(versions), pk=pk)


@login_required
@require_POST
def remove_target(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a target out of a draft."""
    target = _target(request, pk)
    given: dict[str, Any] = {"target": target, "expected": expected(request)}
    drafting.remove_target(by=person(request), on=today(), **given)
    messages.success(request, "Đã bỏ chỉ tiêu.")
    return redirect("plans:targets", target.plan_version.plan_id, target.plan_version.ordinal)


@login_required
def cite(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """Add a document to the bases of a draft."""
    frame = frame_of(request, pk, ordinal)
    _may_edit(request, frame.version)
    form = CitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"version": frame.version, "citation": form.value()}
        if tried(form, lambda: drafting.cite(by=person(request), on=today(), **given)):
            messages.success(request, "Đã thêm căn cứ.")
            return redirect("plans:bases", pk, ordinal)
    context = page_context(frame, form=form, title="Thêm căn cứ")
    return render(request, "plans/edit.html", context, status=status_of(form))


@login_required
@require_POST
def remove_basis(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a document out of the bases of a draft."""
    versions = policy.visible_versions(person(request), today())
    basis: Basis = reach(task_rows.bases_in(versions), pk=pk)
    drafting.remove_basis(by=person(request), on=today(), basis=basis)
    messages.success(request, "Đã bỏ căn cứ.")
    return redirect("plans:bases", basis.plan_version.plan_id, basis.plan_version.ordinal)


@login_required
def edit_windows(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """Set the reporting periods of a draft, all at once."""
    frame = frame_of(request, pk, ordinal)
    _may_edit(request, frame.version)
    names = ("name", "data_from", "data_to", "due_on")
    initial = [{name: getattr(row, name) for name in names} for row in frame.version.windows.all()]
    rows = WindowSet(request.POST or None, initial=initial)
    if request.method == "POST" and rows.is_valid():
        given: dict[str, Any] = {"version": frame.version, "windows": windows_in(rows.forms)}
        drafting.save_windows(by=person(request), on=today(), **given)
        messages.success(request, "Đã ghi kỳ báo cáo.")
        return redirect("plans:windows", pk, ordinal)
    context = page_context(frame, rows=rows)
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/windows_edit.html", context, status=status)


@login_required
def links(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """Which tasks of the parent plan each task carries out, with suggestions by likeness."""
    frame = frame_of(request, pk, ordinal, tab="links")
    version, user = frame.version, person(request)
    tasks = [*tasks_of(version)]
    may = policy.may_link(user, version, on=today())
    if request.method == "POST":
        chosen = {task: _keys(request, f"cap-tren-{task.pk}") for task in tasks}
        link_to_parent(by=user, on=today(), version=version, chosen=chosen)
        messages.success(request, "Đã ghi liên kết với nhiệm vụ cấp trên.")
        return redirect("plans:links", pk, ordinal)
    visible = policy.visible_plans(user, today())
    rows = task_rows.link_rows(version, lines_of(tasks), visible)
    context = page_context(frame, rows=rows, may_link=may)
    return render(request, "plans/links.html", context)


def _keys(request: HttpRequest, name: str) -> set[uuid.UUID]:
    keys = set()
    for text in request.POST.getlist(name):
        try:
            keys.add(uuid.UUID(text))
        except ValueError:
            continue
    return keys
