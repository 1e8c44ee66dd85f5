"""Screens of the register of legal documents."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cchc.web.intake.actions.taking_in import keep_files
from cchc.web.intake.files import download
from cchc.web.plans import policy
from cchc.web.plans.actions import documents as actions
from cchc.web.plans.answers import expected, person, status_of, tried
from cchc.web.plans.forms import DocumentForm, ReasonForm
from cchc.web.plans.models import LegalDocument
from cchc.web.plans.queries.versions import citing_versions, document_rows
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit

_PAGE = 50
_FIELDS = ("doc_type", "number", "issued_on", "issuer", "subject", "replaced_by", "replaced_on")


@require_safe
@login_required
def documents(request: HttpRequest) -> HttpResponse:
    """All documents that plans rest on."""
    user, on = person(request), today()
    words = request.GET.get("tim", "")
    rows = document_rows(
        policy.visible_documents(user, on), policy.visible_versions(user, on), words
    )
    if request.GET.get("chi") == "thay-the":
        rows = rows.exclude(replaced_by=None)
    page = Paginator(rows, _PAGE).get_page(request.GET.get("trang"))
    context = {"page": page, "may_keep": policy.may_keep_documents(user, on=on)}
    return render(request, "plans/documents.html", context)


@require_safe
@login_required
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document: what replaced it, what it replaced, which plans cite it."""
    user, on = person(request), today()
    row = reach(policy.visible_documents(user, on).select_related("replaced_by", "file"), pk=pk)
    context = {
        "document": row,
        "replaces": row.replaces.filter(archived_at=None),
        "citing": citing_versions(row, policy.visible_versions(user, on)),
        "may_keep": policy.may_keep_documents(user, on=on),
    }
    return render(request, "plans/document.html", context)


@require_safe
@login_required
def document_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The text of a document as it was attached."""
    row = reach(policy.visible_documents(person(request), today()).select_related("file"), pk=pk)
    if row.file is None:
        raise Http404
    return download(row.file)


@login_required
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Enter a document, or correct one."""
    user, on = person(request), today()
    permit(policy.may_keep_documents(user, on=on))
    visible = policy.visible_documents(user, on)
    row = reach(visible, pk=pk) if pk is not None else None
    initial = {name: getattr(row, name) for name in _FIELDS} if row else {}
    others = visible.exclude(pk=pk or 0)
    form = DocumentForm(
        request.POST or None, request.FILES or None, initial=initial, documents=others
    )
    if request.method == "POST" and form.is_valid():
        saved: list[LegalDocument] = []
        given: dict[str, Any] = {
            "document": row,
            "fields": {name: form.cleaned_data[name] for name in _FIELDS},
            "expected": expected(request),
        }
        upload = form.cleaned_data["file"]

        def save() -> None:
            file = keep_files([upload], most=1)[0] if upload else None
            saved.append(actions.save_document(by=user, on=on, file=file, **given))

        if tried(form, save, tells_both=True):
            messages.success(request, "Đã ghi văn bản.")
            return redirect("plans:document", saved[0].pk)
    context = {"form": form, "document": row}
    return render(request, "plans/document_edit.html", context, status=status_of(form))


@login_required
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a document away that no plan cites."""
    user, on = person(request), today()
    permit(policy.may_keep_documents(user, on=on))
    row = reach(policy.visible_documents(user, on), pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {
            "document": row,
            "expected": expected(request),
            **form.cleaned_data,
        }
        if tried(form, lambda: actions.archive_document(by=user, on=on, **given)):
            messages.success(request, "Đã lưu trữ văn bản.")
            return redirect("plans:documents")
    context = {"form": form, "document": row, "is_archiving": True}
    return render(request, "plans/document_edit.html", context, status=status_of(form))
