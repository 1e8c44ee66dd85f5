"""The first page of an empty office: its root unit and its first administrator."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from cchc.web.organisation.actions.first import is_empty, open_office
from cchc.web.organisation.first_form import FirstForm
from cchc.web.organisation.form_pages import form_page
from cchc.web.organisation.models import UnitKind


@never_cache
def first(request: HttpRequest) -> HttpResponse:
    """Make the office; once somebody is there, this page is no more."""
    if not is_empty():
        raise Http404
    form = FirstForm(request.POST or None, initial={"kind": UnitKind.DEPARTMENT.value})

    def do(values: dict[str, Any]) -> HttpResponse:
        user = open_office(
            unit_name=values["unit_name"],
            kind=UnitKind(values["kind"]),
            full_name=values["full_name"],
            username=values["username"],
            password=values["password"],
        )
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        messages.success(
            request, "Cơ quan đã sẵn sàng. Tiếp theo: thêm đơn vị và người, hoặc nhập từ Excel."
        )
        return redirect("organisation:units")

    return form_page(
        request,
        form,
        do,
        title="Bắt đầu",
        button="Lập cơ quan và đăng nhập",
        back="",
        template="organisation/first.html",
    )
