"""Screens that write: new evidence, a newer file, confirming the facts, putting away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cchc.web.evidence import policy, queries
from cchc.web.evidence.actions import adding, keeping
from cchc.web.evidence.answers import asked_subject, claim_of, expected, person, tried
from cchc.web.evidence.display import line_of, page_of
from cchc.web.evidence.forms import (
    FactsForm,
    ReasonForm,
    RecordForForm,
    RecordForm,
    UploadForForm,
    UploadForm,
    VersionForm,
)
from cchc.web.evidence.models import Evidence
from cchc.web.evidence.subjects import Subject
from cchc.web.intake.files import KeptFile
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Upload one file; where the office has these bytes already, say where they are."""
    user, on = person(request), today()
    permit(policy.may_add_some(user, on=on))
    subject = asked_subject(request, on)
    kind = UploadForForm if subject else UploadForm
    form = kind(request.POST or None, request.FILES or None, units=policy.addable_units(user, on))
    if request.method == "POST" and form.is_valid():
        looked: list[adding.Looked] = []
        upload = form.cleaned_data["upload"]
        if tried(form, lambda: looked.append(adding.look_at(upload)), field="upload"):
            known = queries.with_same_bytes(policy.visible_evidence(user, on), [looked[0].sha256])
            if known:
                return _known(request, known, subject)
            answer = _added(request, form, subject, looked[0])
            if answer is not None:
                return answer
    context = {"form": form, "subject": subject, "is_file": True}
    return render(request, "evidence/new.html", context, status=_status(form))


def _known(request: HttpRequest, known: list[Any], subject: Subject | None) -> HttpResponse:
    lines = [(one, line_of(one.evidence)) for one in known]
    context = {"lines": lines, "subject": subject}
    return render(request, "evidence/known.html", context, status=409)


def _added(
    request: HttpRequest, form: Any, subject: Subject | None, looked: adding.Looked | None
) -> HttpResponse | None:
    """Keep the file and add the evidence; None where a rule said no, told on the form."""
    rows: list[Evidence] = []

    def act() -> None:
        user, on, data = person(request), today(), form.cleaned_data
        permit(policy.may_add(user, data["unit"], on=on))
        adding.check_facts(form.facts(), on, has_file=looked is not None)
        file: KeptFile | None = adding.keep(looked) if looked else None
        claim = claim_of(subject, data)
        given: dict[str, Any] = {"facts": form.facts(), "file": file, "claim": claim}
        rows.append(adding.add(by=user, on=on, unit=data["unit"], **given))

    if not tried(form, act):
        return None
    told = "Đã nhận tệp; máy đang đọc để đề xuất số, ngày, trích yếu." if looked else "Đã ghi."
    messages.success(request, told)
    return redirect("evidence:detail", rows[0].pk)


@login_required
def record_new(request: HttpRequest) -> HttpResponse:
    """Enter a document on record, without a file."""
    user, on = person(request), today()
    permit(policy.may_add_some(user, on=on))
    subject = asked_subject(request, on)
    kind = RecordForForm if subject else RecordForm
    form = kind(request.POST or None, units=policy.addable_units(user, on))
    if request.method == "POST" and form.is_valid():
        answer = _added(request, form, subject, None)
        if answer is not None:
            return answer
    context = {"form": form, "subject": subject, "is_file": False}
    return render(request, "evidence/new.html", context, status=_status(form))


@login_required
def version_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a newer file of the same paper."""
    user, on = person(request), today()
    row = reach(queries.with_page(policy.visible_evidence(user, on)), pk=pk)
    permit(policy.may_add_version(user, row, on=on))
    form = VersionForm(request.POST or None, request.FILES or None)

    def act() -> None:
        file = adding.keep(adding.look_at(form.cleaned_data["upload"]))
        given: dict[str, Any] = {"file": file, "expected": expected(request)}
        adding.add_version(by=user, on=on, evidence=row, note=form.cleaned_data["note"], **given)

    if request.method == "POST" and form.is_valid() and tried(form, act, field="upload"):
        messages.success(request, "Đã nhận bản mới; bản cũ vẫn được giữ.")
        return redirect("evidence:detail", pk)
    context = {"form": form, "evidence": row}
    return render(request, "evidence/version.html", context, status=_status(form))


@login_required
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm what the machine proposes, or correct it."""
    user, on = person(request), today()
    row = reach(queries.with_page(policy.visible_evidence(user, on)), pk=pk)
    permit(policy.may_confirm(user, row, on=on))
    form = FactsForm(request.POST or None, initial=FactsForm.initial_of(row))

    def act() -> None:
        given: dict[str, Any] = {"facts": form.facts(), "expected": expected(request)}
        keeping.confirm(by=user, on=on, evidence=row, **given)

    if request.method == "POST" and form.is_valid() and tried(form, act):
        messages.success(request, "Đã xác nhận thông tin minh chứng.")
        return redirect("evidence:detail", pk)
    shown = page_of(row, queries.versions_of(row), (), {})
    context = {"form": form, "evidence": row, "shown": shown}
    return render(request, "evidence/confirm.html", context, status=_status(form))


@login_required
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Put evidence away with a reason."""
    user, on = person(request), today()
    row = reach(queries.with_page(policy.visible_evidence(user, on)), pk=pk)
    permit(policy.may_archive(user, row, on=on))
    form = ReasonForm(request.POST or None)

    def act() -> None:
        given: dict[str, Any] = {**form.cleaned_data, "expected": expected(request)}
        keeping.archive(by=user, on=on, evidence=row, **given)

    if request.method == "POST" and form.is_valid() and tried(form, act):
        messages.success(request, "Đã lưu trữ minh chứng; tệp và lịch sử vẫn được giữ.")
        return redirect("evidence:detail", pk)
    context = {"form": form, "evidence": row, "in_use": queries.is_in_use(row)}
    return render(request, "evidence/archive.html", context, status=_status(form))


def _status(form: Any) -> int:
    """200 for a form as it is shown first, 422 for one that is refused."""
    return 422 if form.errors else 200
