"""Screens of succession: rename, merge, split, dissolve, the provinces of 2025, the minute."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cchc.web.organisation import policy, queries
from cchc.web.organisation.actions import succession
from cchc.web.organisation.actions.provinces import fingerprint, reorganise_provinces, steps_for
from cchc.web.organisation.form_pages import Do, form_page
from cchc.web.organisation.forms import DecidedForm
from cchc.web.organisation.models import Reorganisation, Unit, in_force
from cchc.web.organisation.person import person_of
from cchc.web.organisation.province_table import RESOLUTION
from cchc.web.organisation.succession_forms import MergeForm, RenameForm, SplitForm
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit


def _unit(request: HttpRequest, pk: int) -> Unit:
    """The unit of the page, where it may be reorganised."""
    by, now = person_of(request), today()
    row = reach(policy.visible_units(by, now).select_related("parent"), pk=pk)
    permit(policy.may_reorganise(by, row, on=now))
    return row


def _told(request: HttpRequest, minute: Reorganisation) -> HttpResponse:
    messages.success(request, f"Đã ghi: {minute}. Dưới đây là biên bản.")
    return redirect("organisation:minute", minute.pk)


def _page(
    request: HttpRequest,
    unit: Unit,
    form: django_forms.Form,
    do: Do,
    *,
    title: str,
    button: str,
    **more: Any,
) -> HttpResponse:
    """First a look at what will pass on, then the deed: its button comes with the look."""
    is_sure = "xac-nhan" in request.POST

    def look_or_do(values: dict[str, Any]) -> HttpResponse:
        if is_sure:
            return do(values)
        ending = form.merged(unit) if isinstance(form, MergeForm) else [unit]
        preview = [
            {
                "unit": one,
                "children": queries.children_of(one, values["on"]).count(),
                "positions": queries.positions_from(one, values["on"]).count(),
                "names": one.aliases.count(),
            }
            for one in ending
        ]
        shown = {"preview": preview, "form": form, "title": title, "button": button, "back": back}
        return render(request, "organisation/reorganise.html", {**shown, **more, "unit": unit})

    back = reverse("organisation:unit", args=(unit.pk,))
    return form_page(
        request,
        form,
        look_or_do,
        title=title,
        button=button,
        back=back,
        template="organisation/reorganise.html",
        unit=unit,
        **more,
    )


@login_required
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by = _unit(request, pk), person_of(request)
    known = {"kind": unit.kind, "short_name": unit.short_name, "code": unit.code}
    form = RenameForm(request.POST or None, initial={**known, "name": unit.name, "on": today()})

    def do(values: dict[str, Any]) -> HttpResponse:
        done = succession.rename_unit(
            by=by, unit=unit, facts=form.facts(unit.place), decided=form.decided()
        )
        return _told(request, done)

    return _page(
        request,
        unit,
        form,
        do,
        title=f"Đổi tên {unit.name}",
        button="Đổi tên",
        intro="Đơn vị mang tên cũ kết thúc vào ngày trước đó và vẫn đứng tên trong kế hoạch cũ; "
        "đơn vị mang tên mới nhận mọi người, đơn vị trực thuộc và cách gọi.",
    )


@login_required
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by, now = _unit(request, pk), person_of(request), today()
    going_on = policy.visible_units(by, now).filter(in_force(now), valid_to=None)
    siblings = going_on.filter(parent=unit.parent, kind=unit.kind).exclude(pk=unit.pk)
    form = MergeForm(
        request.POST or None,
        siblings=siblings,
        units=going_on,
        initial={"kind": unit.kind, "on": now},
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        done = succession.merge_units(
            by=by,
            units=form.merged(unit),
            into=form.target(unit.place),
            decided=form.decided(),
        )
        return _told(request, done)

    return _page(
        request,
        unit,
        form,
        do,
        title=f"Sáp nhập {unit.name}",
        button="Sáp nhập",
        intro="Các đơn vị được chọn kết thúc vào ngày trước đó; người, đơn vị trực thuộc và cách "
        "gọi chuyển sang đơn vị nhận. Kế hoạch cũ giữ tên cũ.",
    )


@login_required
def split(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by, now = _unit(request, pk), person_of(request), today()
    form = SplitForm(
        request.POST or None,
        unit=unit,
        children=list(queries.children_of(unit, now)),
        positions=list(queries.positions_from(unit, now)),
        initial={"on": now},
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        done = succession.split_unit(
            by=by,
            unit=unit,
            into=form.parts(unit.place),
            decided=form.decided(),
            shares=form.shares(),
        )
        return _told(request, done)

    return _page(
        request,
        unit,
        form,
        do,
        title=f"Tách {unit.name}",
        button="Tách",
        intro="Ghi từ hai đến bốn đơn vị mới, rồi cho biết mỗi đơn vị trực thuộc và mỗi người về "
        "đơn vị nào.",
    )


@login_required
def dissolve(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by = _unit(request, pk), person_of(request)
    form = DecidedForm(request.POST or None, initial={"on": today()})

    def do(values: dict[str, Any]) -> HttpResponse:
        return _told(request, succession.dissolve_unit(by=by, unit=unit, decided=form.decided()))

    return _page(
        request,
        unit,
        form,
        do,
        title=f"Giải thể {unit.name}",
        button="Giải thể",
        intro="Đơn vị kết thúc vào ngày trước đó, không có đơn vị nào kế tục; mọi vị trí trong đơn "
        "vị kết thúc theo.",
    )


@require_safe
@login_required
def minute(request: HttpRequest, pk: int) -> HttpResponse:
    """The printable minute of a reorganisation."""
    visible = policy.visible_reorganisations(person_of(request), today())
    row = reach(visible.select_related("unit", "by"), pk=pk)
    return render(request, "organisation/minute.html", {"minute": row})


@login_required
def provinces(request: HttpRequest) -> HttpResponse:
    """What the reorganisation of 1 July 2025 would do to this office's tree; and doing it."""
    by = person_of(request)
    permit(policy.may_enter_provinces(by, on=today()))
    if request.method == "POST":
        done = reorganise_provinces(
            by=by,
            chosen=request.POST.getlist("tinh"),
            seen=request.POST.get("da-xem", ""),
            decision=request.POST.get("van-ban", "")[:200].strip(),
        )
        messages.success(request, f"Đã sắp xếp {len(done)} tỉnh, thành phố từ ngày 01/07/2025.")
        return redirect("organisation:provinces")
    steps = steps_for(by)
    due = [step for step in steps if step.is_due]
    shown = {
        "due": due,
        "done": [step for step in steps if not step.is_due],
        "seen": fingerprint(due),
        "decision": RESOLUTION,
    }
    return render(request, "organisation/provinces.html", shown)
