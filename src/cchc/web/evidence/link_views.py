"""Screens that tie evidence to what it serves, from either side, and untie it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cchc.web.evidence import policy, queries
from cchc.web.evidence.actions import linking
from cchc.web.evidence.answers import claim_of, expected, person, tried
from cchc.web.evidence.display import line_of
from cchc.web.evidence.forms import LinkForm, ReasonForm
from cchc.web.evidence.queries import EvidenceFilter, EvidencePages
from cchc.web.evidence.subjects import TASK, offered_tasks, subject_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit

_MOST_OFFERED = 20


@require_safe
@login_required
def attach(request: HttpRequest, label: str, key: str) -> HttpResponse:
    """Choose how to prove one thing: a new file, a document on record, or evidence that is here."""
    user, on = person(request), today()
    permit(policy.may_add_some(user, on=on))
    subject = subject_of(user, on, label, key)
    words = request.GET.get("tim", "")[:200]
    visible = policy.visible_evidence(user, on)
    mine = visible.filter(unit__in=policy.addable_units(user, on))
    served = queries.serving(visible, label, subject.key).values("evidence_id")
    rows = EvidenceFilter(words=words).of(mine.exclude(pk__in=served))
    pages = EvidencePages(rows, _MOST_OFFERED)
    pages.is_search = True
    page = pages.get_page(request.GET.get("trang"))
    lines = [line_of(one) for one in page.object_list]
    context = {"subject": subject, "lines": lines, "page": page, "words": words}
    return render(request, "evidence/attach.html", context)


@login_required
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Tie one piece of evidence to a task: found by words, with the period it proves."""
    user, on = person(request), today()
    row = reach(queries.with_page(policy.visible_evidence(user, on)), pk=pk)
    permit(policy.may_link(user, row, on=on))
    words = request.GET.get("tim", "")[:200]
    form = LinkForm(request.POST or None, initial={"cho": TASK})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        subject = subject_of(user, on, data["cho"], data["khoa"])
        claim: Any = claim_of(subject, data)
        if tried(form, lambda: linking.link(by=user, on=on, evidence=row, claim=claim)):
            messages.success(request, f"Đã gắn minh chứng với «{subject.name}».")
            if request.POST.get("ve") == "viec":
                return redirect("evidence:of", subject.label, subject.key)
            return redirect("evidence:detail", pk)
    tasks = offered_tasks(user, on, words, _MOST_OFFERED)
    context = {"evidence": row, "form": form, "tasks": tasks, "words": words}
    status = 422 if form.errors else 200
    return render(request, "evidence/link.html", context, status=status)


@login_required
def unlink(request: HttpRequest, pk: int) -> HttpResponse:
    """End a link with a reason."""
    user, on = person(request), today()
    rows = policy.visible_links(user, on).select_related("evidence__unit", "evidence__office")
    tie = reach(rows, pk=pk)
    permit(policy.may_unlink(user, tie.evidence, on=on))
    form = ReasonForm(request.POST or None)

    def act() -> None:
        given: dict[str, Any] = {**form.cleaned_data, "expected": expected(request)}
        linking.unlink(by=user, on=on, tie=tie, **given)

    if request.method == "POST" and form.is_valid() and tried(form, act):
        messages.success(request, "Đã thôi gắn; minh chứng vẫn được giữ.")
        return redirect("evidence:detail", tie.evidence_id)
    context = {"form": form, "tie": tie, "evidence": tie.evidence}
    status = 422 if form.errors else 200
    return render(request, "evidence/unlink.html", context, status=status)
