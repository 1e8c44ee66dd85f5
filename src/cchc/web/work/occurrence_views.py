"""Screens about one occurrence: its page, quick updates in place, and the talk about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reswap, retarget

from cchc.web.plans.policy import visible_tasks
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit
from cchc.web.work import display, policy
from cchc.web.work.actions import progress
from cchc.web.work.answers import expected, is_part, person, status_of, tried
from cchc.web.work.forms import CommentForm, ProgressForm
from cchc.web.work.models import Occurrence
from cchc.web.work.occurrence_page import page_context
from cchc.web.work.queries import one, owed


def row_of(request: HttpRequest, pk: int) -> Occurrence:
    """The occurrence that an address means, if the person may see it. 1 query."""
    visible = policy.visible_occurrences(person(request), today())
    return reach(one.whole(visible), pk=pk)


@require_safe
@login_required
def occurrence(request: HttpRequest, pk: int) -> HttpResponse:
    """What is owed and why, how it stands, what may be done."""
    return _page(request, row_of(request, pk))


def _page(request: HttpRequest, row: Occurrence, **shown: forms.BaseForm) -> HttpResponse:
    """The page with its forms: a refused one as it was sent, the others fresh."""
    user, on = person(request), today()
    context = page_context(user, row, on)
    if context["may_report"]:
        context["form"] = shown.get("form") or ProgressForm(row=row, initial=_initial(row))
    if context["may_comment"]:
        people = one.people_to_name(row, user, on)
        context["comment_form"] = shown.get("comment_form") or CommentForm(people=people)
    refused = next(iter(shown.values()), None)
    if refused is not None and hasattr(refused, "is_outdated"):
        context["said_last"] = one.said_last(row)
    status = status_of(refused) if refused is not None else 200
    return render(request, "work/occurrence.html", context, status=status)


def _initial(row: Occurrence) -> dict[str, Any]:
    return {"share_done": row.share_done}


@login_required
def update(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what was done, or propose it as complete: in place by htmx, else on a page of its own."""
    row = row_of(request, pk)
    permit(policy.may_report(person(request), row, on=today()))
    form = ProgressForm(request.POST or None, row=row, initial=_initial(row))
    if request.method == "POST" and form.is_valid() and _written(request, row, form):
        if is_part(request):
            return _row(request, row_of(request, pk))
        return redirect(_back(request, row))
    context = {"row": row, "form": form, "share": display.share_in_words(row)}
    context["next"] = _next(request)
    if hasattr(form, "is_outdated"):
        context["row"] = row_of(request, pk)  # writing again is on purpose
        context["said_last"] = one.said_last(row)
    template = "work/_update.html" if is_part(request) else "work/update.html"
    return render(request, template, context, status=status_of(form))


def _written(request: HttpRequest, row: Occurrence, form: ProgressForm) -> bool:
    given: dict[str, Any] = {"by": person(request), "on": today(), "row": row}
    given |= {"expected": expected(request), **form.cleaned_data}
    if request.POST.get("viec") == "de-nghi" and row.kind != Occurrence.Kind.NOTE:
        done = tried(form, lambda: progress.propose(**given))
        said = "Đã đề nghị công nhận hoàn thành."
    else:
        given.pop("done_on", None)
        done = tried(form, lambda: progress.report(**given))
        said = "Đã ghi cập nhật."
    if done and not is_part(request):
        messages.success(request, said)
    return done


def _row(request: HttpRequest, row: Occurrence) -> HttpResponse:
    """The line of a list as it stands after an update, in the place of the line before."""
    user, on = person(request), today()
    given = owed.assigned_people([row])
    may = policy.reportable(user, [row], given, on=on)
    (line,) = display.lines_of([row], on, people=given, reportable=may)
    answer = render(request, "work/_row.html", {"line": line, "is_fresh": True})
    return reswap(retarget(answer, f"#viec-{row.pk}"), "outerHTML")


def _next(request: HttpRequest) -> str:
    """Back to the list where the person came from it."""
    asked = request.POST.get("ve") or request.GET.get("ve", "")
    return asked if asked == "danh-sach" else ""


def _back(request: HttpRequest, row: Occurrence) -> str:
    if _next(request):
        return reverse("work:mine")
    return reverse("work:occurrence", args=(row.pk,))


@login_required
@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something about an occurrence, naming people who should see it."""
    user, on, row = person(request), today(), row_of(request, pk)
    permit(policy.may_comment(user, row, on=on))
    form = CommentForm(request.POST, people=one.people_to_name(row, user, on))
    if not form.is_valid():
        return _page(request, row, comment_form=form)
    given: dict[str, Any] = {"row": row, **form.cleaned_data}
    if not tried(form, lambda: progress.comment(by=user, on=on, **given)):
        return _page(request, row, comment_form=form)
    messages.success(request, "Đã gửi.")
    return redirect("work:occurrence", pk)


@require_safe
@login_required
def of_task(request: HttpRequest, pk: int) -> HttpResponse:
    """The times that a task is owed: a part for the task's page, a page of its own without."""
    user, on = person(request), today()
    task = reach(visible_tasks(user, on).select_related("plan_version__plan"), pk=pk)
    rows = one.of_task(policy.visible_occurrences(user, on), task)
    context = {"task": task, "lines": display.lines_of(rows, on)}
    template = "work/_of_task.html" if is_part(request) else "work/of_task.html"
    return render(request, template, context)
