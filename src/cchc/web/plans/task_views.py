"""Screens about one task: what it says and where from, its people, and handing work over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cchc.web.audit.queries import history_of
from cchc.web.intake.policy import visible_readings
from cchc.web.plans import policy
from cchc.web.plans.actions import assigning
from cchc.web.plans.answers import expected, frame_of, page_context, person, tried
from cchc.web.plans.display import line_of, task_understood
from cchc.web.plans.forms import AssignForm, HandOverForm
from cchc.web.plans.models import Task
from cchc.web.plans.queries import tasks as task_rows
from cchc.web.plans.source_display import confirmed_by, places_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit


def _task(request: HttpRequest, pk: int) -> Task:
    visible = policy.visible_tasks(person(request), today())
    return reach(task_rows.with_plan(visible), pk=pk)


@require_safe
@login_required
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """All about one task."""
    return _page(request, _task(request, pk), None)


def _page(request: HttpRequest, row: Task, form: AssignForm | None) -> HttpResponse:
    user, on = person(request), today()
    version = row.plan_version
    frame = frame_of(request, version.plan_id, version.ordinal)
    mine = task_rows.assignable_units(row, policy.headed_units(user, on))
    reading = version.reading_id and visible_readings(user, on).filter(pk=version.reading_id)
    context = page_context(
        frame,
        task=row,
        line=line_of(row),
        parts=task_understood(row, version.plan.year),
        places=places_of(row),
        confirmed=confirmed_by(row),
        reading=reading.first() if reading else None,
        others=task_rows.versions_with(row, policy.visible_versions(user, on)),
        targets=row.targets.filter(archived_at=None),
        parents=task_rows.parent_tasks_of(row, policy.visible_tasks(user, on)),
        people=task_rows.assignments_of(row, policy.visible_assignments(user, on)),
        headed={unit.pk for unit in mine},
        history=history_of(row) if frame.works_on_it else [],
        form=form or (_assign_form(request, mine) if mine else None),
    )
    status = 422 if form is not None and form.errors else 200
    return render(request, "plans/task.html", context, status=status)


def _assign_form(request: HttpRequest, units: list) -> AssignForm:  # type: ignore[type-arg]
    people = task_rows.people_in(units, today())
    return AssignForm(request.POST or None, units=units, people=people)


@login_required
@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a task to a person of one's unit."""
    user, on, row = person(request), today(), _task(request, pk)
    permit(policy.may_assign_some(user, row, on=on))
    mine = task_rows.assignable_units(row, policy.headed_units(user, on))
    form = _assign_form(request, mine)
    if not form.is_valid():
        return _page(request, row, form)
    unit = reach(policy.headed_units(user, on), pk=int(form.cleaned_data["unit"]))
    chosen = reach(task_rows.people_rows(unit, on), pk=form.cleaned_data["user"])
    given: dict[str, Any] = {"task": row, "unit": unit, "user": chosen}
    if not tried(form, lambda: assigning.assign(by=user, on=on, **given)):
        return _page(request, row, form)
    messages.success(request, f"Đã giao nhiệm vụ cho {chosen}.")
    return redirect("plans:task", pk)


@login_required
@require_POST
def end_assignment(request: HttpRequest, pk: int) -> HttpResponse:
    """End a person's assignment to a task."""
    user, on = person(request), today()
    row = reach(policy.visible_assignments(user, on).select_related("unit", "user"), pk=pk)
    given: dict[str, Any] = {"assignment": row, "expected": expected(request)}
    assigning.end_assignment(by=user, on=on, **given)
    messages.success(request, f"Đã thôi giao cho {row.user}.")
    shown = (
        policy.visible_tasks(user, on).filter(key=row.task_key).order_by("-plan_version").first()
    )
    return redirect("plans:task", shown.pk) if shown else redirect("plans:list")


@require_safe
@login_required
def hand_overs(request: HttpRequest) -> HttpResponse:
    """The units whose work the person may hand over, with the minutes so far."""
    user, on = person(request), today()
    units = policy.headed_units(user, on).order_by("sort_key")
    context = {"units": units, "minutes": task_rows.minutes_of(units)}
    return render(request, "plans/hand_overs.html", context)


@login_required
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand a person's open work in a unit to another, with a minute."""
    user, on = person(request), today()
    unit = reach(policy.headed_units(user, on), pk=pk)
    people = task_rows.people_rows(unit, on)
    choices = [(one.pk, str(one)) for one in people]
    givers = task_rows.assigned_in(unit)
    form = HandOverForm(request.POST or None, givers=givers, takers=choices)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        giver = reach(task_rows.assigned_people(unit), pk=data["giver"])
        taker = reach(people, pk=data["taker"])
        given: dict[str, Any] = {"unit": unit, "giver": giver, "taker": taker, "note": data["note"]}
        if tried(form, lambda: assigning.hand_over(by=user, on=on, **given)):
            messages.success(request, f"Đã bàn giao việc của {giver} cho {taker}.")
            return redirect("plans:hand_overs")
    context = {"form": form, "unit": unit, "has_work": bool(givers)}
    return render(request, "plans/hand_over.html", context, status=422 if form.errors else 200)
