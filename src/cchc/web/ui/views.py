"""The first page and the pages of errors."""

from __future__ import annotations

import sys

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cchc.web.ui.full_disk import is_disk_full
from cchc.web.ui.terms import TERMS
from cchc.web.ui.vietnamese import sortable


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Send a person to where their work is."""
    return redirect("work:start")


@require_safe
@login_required
def explain_terms(request: HttpRequest) -> HttpResponse:
    """The words of the office explained, in Vietnamese order."""
    terms = sorted(TERMS, key=lambda term: sortable(term.name))
    return render(request, "ui/terms.html", {"terms": terms})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(request, 400, "Yêu cầu không hợp lệ; hãy quay lại trang trước và thử lại.")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(request, 403, "Bạn không có quyền xem trang này.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(
        request, 404, "Không có trang này, hoặc trang không thuộc phạm vi đơn vị của bạn."
    )


def fault(request: HttpRequest) -> HttpResponse:
    """What an unexpected error is answered with; called where the error is being handled."""
    if is_disk_full(sys.exception()):
        return _error(
            request,
            507,
            "Máy chủ hết chỗ chứa nên việc vừa làm chưa được ghi; hãy báo người quản trị hệ thống.",
        )
    return _error(
        request, 500, "Hệ thống gặp lỗi ngoài dự kiến; việc vừa làm chưa được ghi, hãy thử lại."
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _error(
        request,
        403,
        "Trang đã mở quá lâu nên không gửi được; hãy tải lại trang rồi làm lại thao tác.",
    )


def _error(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    template = "ui/_refused.html" if request.headers.get("HX-Request") else "ui/refused.html"
    return render(request, template, {"sentence": sentence, "status": status}, None, status)
