"""Screens on which a plan begins: from a reading, from nothing, from last year's plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cchc.web.intake.policy import may_confirm, visible_readings
from cchc.web.intake.queries import open_questions, plan_of
from cchc.web.plans import policy
from cchc.web.plans.actions.confirming import confirm_reading
from cchc.web.plans.actions.making import Carried, PlanFacts, copy_from_last_year, make_plan
from cchc.web.plans.answers import expected, frame_of, person, tried
from cchc.web.plans.display import lines_of
from cchc.web.plans.forms import ConfirmForm, CopyForm, PlanForm
from cchc.web.plans.kinds import kind_of
from cchc.web.plans.models import Plan, PlanKind, PlanVersion
from cchc.web.plans.queries.names import meant_in, unit_named
from cchc.web.plans.queries.versions import (
    amendable_plans,
    in_force,
    parents_for,
    plans_to_copy,
    summary_of,
    tasks_of,
)
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit


def _facts(data: dict[str, Any]) -> PlanFacts:
    return PlanFacts(
        data["owner"], PlanKind(data["kind"]), data["year"], data["title"], data["parent"]
    )


def _choices(request: HttpRequest) -> dict[str, Any]:
    user, on = person(request), today()
    owners = policy.startable_units(user, on)
    return {"owners": owners, "parents": parents_for(policy.visible_plans(user, on))}


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """A plan written from nothing; or the way to last year's plan and to the Excel layout."""
    user, on = person(request), today()
    permit(policy.may_start_any(user, on=on))
    year = on.year
    choices = _choices(request)
    own = choices["owners"].order_by("path").first()  # their office, not one of its divisions
    initial = {
        "owner": own and own.pk,
        "year": year,
        "title": f"Kế hoạch cải cách hành chính năm {year}",
    }
    form = PlanForm(request.POST or None, initial=initial, **choices)
    if request.method == "POST" and form.is_valid():
        made: list[PlanVersion] = []
        facts = _facts(form.cleaned_data)
        if tried(form, lambda: made.append(make_plan(by=user, on=on, facts=facts))):
            messages.success(request, "Đã lập dự thảo; hãy thêm nhiệm vụ.")
            return redirect("plans:version", made[0].plan_id, 1)
    earlier = plans_to_copy(policy.visible_versions(user, on))
    context = {"form": form, "earlier": earlier}
    return render(request, "plans/new.html", context, status=422 if form.errors else 200)


@login_required
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Copy a plan for another year: choose the tasks that go on, each with its reason."""
    user, on = person(request), today()
    permit(policy.may_start_any(user, on=on))
    last = frame_of(request, pk).version
    year = last.plan.year + 1
    initial = {
        "owner": last.plan.owner_id,
        "kind": last.plan.kind,
        "year": year,
        "title": last.plan.title.replace(str(last.plan.year), str(year)),
    }
    form = CopyForm(request.POST or None, initial=initial, **_choices(request))
    tasks = [*tasks_of(last)]
    chosen = set(request.POST.getlist("mang"))
    if request.method == "POST" and form.is_valid():
        data, made = dict(form.cleaned_data), []
        common = data.pop("common_reason")
        carried = [
            Carried(task, request.POST.get(f"ly-do-{task.pk}", ""))
            for task in tasks
            if str(task.pk) in chosen
        ]
        given: dict[str, Any] = {
            "facts": _facts(data),
            "last": last,
            "carried": carried,
            "common_reason": common,
        }
        if tried(form, lambda: made.append(copy_from_last_year(by=user, on=on, **given))):
            messages.success(request, f"Đã chép {len(carried)} nhiệm vụ sang dự thảo mới.")
            return redirect("plans:version", made[0].plan_id, 1)
    rows = [
        (line, str(line.task.pk) in chosen, request.POST.get(f"ly-do-{line.task.pk}", ""))
        for line in lines_of(tasks)
    ]
    context = {"form": form, "last": last, "rows": rows}
    return render(request, "plans/copy.html", context, status=422 if form.errors else 200)


@login_required
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a reading will become; make it on POST."""
    user, on = person(request), today()
    reading = reach(visible_readings(user, on).select_related("office"), pk=pk)
    if done := getattr(reading, "plan_version", None):
        return redirect("plans:version", done.plan_id, done.ordinal)
    permit(may_confirm(user, reading, on))
    value, questions = plan_of(reading), open_questions(reading)
    title = f"{value.header.doc_type or ''} {value.header.subject or ''}".strip()
    owner = unit_named(policy.startable_units(user, on), value.header.issuer or "")
    initial = {
        "owner": owner.pk if owner else reading.office_id,
        "kind": kind_of(value.header.subject or ""),
        "year": value.header.year or reading.year or on.year,
        "title": title or reading.title,
    }
    visible = policy.visible_plans(user, on)
    options = {**_choices(request), "amendable": amendable_plans(visible)}
    form = ConfirmForm(request.POST or None, initial=initial, **options)
    if request.method == "POST" and form.is_valid():
        made: list[PlanVersion] = []
        given: dict[str, Any] = {**_what(form.cleaned_data), "expected": expected(request)}
        if tried(
            form,
            lambda: made.append(confirm_reading(by=user, on=on, reading=reading, **given)),
        ):
            messages.success(request, "Đã xác nhận; kế hoạch đang là dự thảo, hãy xem rồi trình.")
            return redirect("plans:version", made[0].plan_id, made[0].ordinal)
    context = {
        "form": form,
        "reading": reading,
        "summary": summary_of(value, meant_in(reading)),
        "questions": questions,
    }
    return render(request, "plans/confirm.html", context, status=422 if form.errors else 200)


def _what(data: dict[str, Any]) -> dict[str, Any]:
    """A new plan's facts, or the version in force that is amended, with the reason."""
    amends: Plan | None = data["amends"]
    if amends is None:
        return {"facts": _facts(data)}
    return {"amends": in_force(amends), "reason": data["reason"]}
