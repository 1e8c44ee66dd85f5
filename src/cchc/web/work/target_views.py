"""Screens of a target: how far it is, what was measured, writing down another number."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cchc.web.plans.models import Target
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit
from cchc.web.work import policy
from cchc.web.work.actions import measures as acts
from cchc.web.work.answers import expected, person, status_of, tried
from cchc.web.work.display import standing_of_target
from cchc.web.work.forms import MeasureForm, ReasonForm
from cchc.web.work.queries.measures import measures_of


def _target(request: HttpRequest, pk: int) -> Target:
    rows = policy.visible_targets(person(request), today())
    return reach(rows.select_related("plan_version__plan__owner"), pk=pk)


@login_required
def target(request: HttpRequest, pk: int) -> HttpResponse:
    """What was measured, and the form for another number."""
    user, on, found = person(request), today(), _target(request, pk)
    decision = policy.may_measure(user, found, on=on)
    form = MeasureForm(request.POST or None, initial={"measured_on": on})
    if request.method == "POST":
        permit(decision)
        if form.is_valid():
            measured = acts.Measured(**form.cleaned_data)
            if tried(form, lambda: acts.measure(by=user, on=on, target=found, measured=measured)):
                messages.success(request, "Đã ghi số đo của chỉ tiêu.")
                return redirect("work:target", found.pk)
    rows = list(measures_of(found))
    context: dict[str, Any] = {
        "target": found,
        "rows": [(row, standing_of_target(found, row)) for row in rows],
        "now": standing_of_target(found, rows[0] if rows else None),
        "tasks": found.tasks.filter(archived_at=None).order_by("place", "pk"),
        "form": form,
        "decision": decision,
    }
    return render(request, "work/target.html", context, status=status_of(form))


@login_required
def take_back(request: HttpRequest, pk: int, measure: int) -> HttpResponse:
    """Put a wrong number away, with the reason."""
    user, on, found = person(request), today(), _target(request, pk)
    row = reach(measures_of(found), pk=measure)
    permit(policy.may_measure(user, found, on=on))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"target": found, "row": row, "expected": expected(request)}
        given |= form.cleaned_data
        if tried(form, lambda: acts.take_measure_back(by=user, on=on, **given)):
            messages.success(request, "Đã bỏ số đo; nhật ký vẫn giữ.")
            return redirect("work:target", found.pk)
    context = {"target": found, "row": row, "form": form}
    return render(request, "work/target_take_back.html", context, status=status_of(form))
