"""Screens of units: the tree, a unit, adding, correcting, moving, putting away, names."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from cchc.web.organisation import forms, policy, queries
from cchc.web.organisation.actions import names, units
from cchc.web.organisation.form_pages import form_page
from cchc.web.organisation.models import CollectiveName, Unit, in_force
from cchc.web.organisation.person import person_of
from cchc.web.organisation.tree_page import branch_of, list_page, tree_page
from cchc.web.organisation.unit_page import unit_page
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit


@require_safe
@login_required
def units_list(request: HttpRequest) -> HttpResponse:
    """The tree of a day; a flat list once something is asked for; one branch for htmx."""
    by, now = person_of(request), today()
    form = forms.UnitFilter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    on = asked.get("ngay") or now
    visible = policy.visible_units(by, now)
    shared: dict[str, Any] = {
        "form": form,
        "on": on,
        "is_past": on != now,
        "may_enter": policy.may_enter_register(by, on=now),
        "may_enter_provinces": policy.may_enter_provinces(by, on=now),
    }
    if request.GET.get("nhanh"):
        part = branch_of(visible, request.GET, on)
        return render(request, "organisation/_branch.html", {"branch": part, **shared})
    if any(asked.get(key) for key in ("tim", "loai", "gom", "duoi")):
        listed = list_page(visible, asked, request.GET.get("trang"), on)
        return render(request, "organisation/units.html", {**listed, **shared})
    tree = tree_page(by, visible, request.GET, on)
    return render(request, "organisation/units.html", {"tree": tree, **shared})


def _unit(request: HttpRequest, pk: int) -> Unit:
    visible = policy.visible_units(person_of(request), today())
    return reach(visible.select_related("parent"), pk=pk)


@require_safe
@login_required
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """A unit: facts, above and below, people, what it was and became, who may do what."""
    shown = unit_page(person_of(request), _unit(request, pk), today())
    return render(request, "organisation/unit.html", shown)


@login_required
def add_unit(request: HttpRequest, pk: int) -> HttpResponse:
    parent = _unit(request, pk)
    by = person_of(request)
    permit(policy.may_manage_unit(by, parent, on=today()))
    form = forms.UnitForm(request.POST or None)

    def do(values: dict[str, Any]) -> HttpResponse:
        made = units.add_unit(by=by, parent=parent, facts=form.facts())
        messages.success(request, f"Đã thêm «{made.name}» vào «{parent.name}».")
        return redirect("organisation:unit", made.pk)

    return form_page(
        request,
        form,
        do,
        title=f"Thêm đơn vị trực thuộc {parent.name}",
        button="Thêm đơn vị",
        back=reverse("organisation:unit", args=(pk,)),
    )


@login_required
def edit_unit(request: HttpRequest, pk: int) -> HttpResponse:
    row, by = _unit(request, pk), person_of(request)
    permit(policy.may_manage_unit(by, row, on=today()))
    fields = ("name", "kind", "short_name", "code", "valid_from", "place", "version")
    form = forms.EditUnitForm(
        request.POST or None, initial={name: getattr(row, name) for name in fields}
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        units.edit_unit(by=by, unit=row, facts=form.facts(), expected=values["version"])
        messages.success(request, f"Đã lưu «{row.name}».")
        return redirect("organisation:unit", pk)

    return form_page(
        request,
        form,
        do,
        title=f"Sửa {row.name}",
        button="Lưu",
        back=reverse("organisation:unit", args=(pk,)),
    )


@login_required
def move_unit(request: HttpRequest, pk: int) -> HttpResponse:
    row, by, now = _unit(request, pk), person_of(request), today()
    permit(policy.may_reorganise(by, row, on=now))
    to = policy.visible_units(by, now).filter(in_force(now)).exclude(path__startswith=row.path)
    form = forms.MoveForm(
        request.POST or None, units=to, initial={"on": now, "version": row.version}
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        units.move_unit(
            by=by,
            unit=row,
            to=values["to"],
            on=values["on"],
            expected=values["version"],
            reason=values["reason"],
        )
        messages.success(request, f"Đã chuyển «{row.name}» vào «{values['to'].name}».")
        return redirect("organisation:unit", pk)

    below = queries.subtree_of(row).count() - 1
    return form_page(
        request,
        form,
        do,
        title=f"Chuyển {row.name}",
        button="Chuyển đơn vị",
        back=reverse("organisation:unit", args=(pk,)),
        intro=f"Hiện trực thuộc {row.parent.name if row.parent else '(gốc)'}; "
        f"{below} đơn vị ở dưới đi cùng. Cây đơn vị của các ngày trước giữ nguyên.",
    )


@login_required
def archive_unit(request: HttpRequest, pk: int) -> HttpResponse:
    row, by = _unit(request, pk), person_of(request)
    permit(policy.may_manage_unit(by, row, on=today()))
    form = forms.ReasonForm(request.POST or None, initial={"version": row.version})

    def do(values: dict[str, Any]) -> HttpResponse:
        units.archive_unit(by=by, unit=row, reason=values["reason"], expected=values["version"])
        messages.success(request, f"Đã lưu trữ «{row.name}».")
        return redirect("organisation:units")

    return form_page(
        request,
        form,
        do,
        title=f"Lưu trữ {row.name}",
        button="Lưu trữ",
        back=reverse("organisation:unit", args=(pk,)),
        loses="Chỉ dùng khi đơn vị được nhập nhầm: đơn vị sẽ không còn hiện ở đâu ngoài nhật ký. "
        "Nếu đơn vị đã có thật mà nay không còn, hãy dùng «Giải thể» hoặc «Sáp nhập».",
    )


@login_required
def add_alias(request: HttpRequest, pk: int) -> HttpResponse:
    office, by, now = _unit(request, pk), person_of(request), today()
    permit(policy.may_name(by, office, on=now))
    visible = policy.visible_units(by, now).filter(in_force(now))
    form = forms.AliasForm(request.POST or None, units=visible)

    def do(values: dict[str, Any]) -> HttpResponse:
        names.add_alias(by=by, office=office, unit=values["unit"], text=values["text"])
        messages.success(request, f"Đã ghi: «{values['text']}» là {values['unit'].name}.")
        return redirect("organisation:unit", pk)

    return form_page(
        request,
        form,
        do,
        title=f"Thêm cách viết trong kế hoạch của {office.name}",
        button="Thêm cách viết",
        back=reverse("organisation:unit", args=(pk,)),
        intro="Khi rà soát, tên viết như vậy trong kế hoạch của cơ quan được hiểu ngay là đơn vị "
        "này; không phân biệt chữ hoa, chữ thường và dấu.",
    )


@login_required
@require_POST
def remove_alias(request: HttpRequest, pk: int) -> HttpResponse:
    by = person_of(request)
    visible = policy.visible_aliases(by, today()).select_related("office", "unit")
    alias = reach(visible, pk=pk)
    names.remove_alias(by=by, alias=alias)
    messages.success(request, f"Đã bỏ cách viết «{alias.text}».")
    return redirect("organisation:unit", alias.office_id)


@login_required
def add_collective(request: HttpRequest, pk: int) -> HttpResponse:
    return _collective(request, _unit(request, pk), None)


@login_required
def change_collective(request: HttpRequest, pk: int) -> HttpResponse:
    visible = policy.visible_collective_names(person_of(request), today())
    name = reach(visible.select_related("office__parent"), pk=pk)
    return _collective(request, name.office, name)


def _collective(request: HttpRequest, office: Unit, name: CollectiveName | None) -> HttpResponse:
    by, now = person_of(request), today()
    permit(policy.may_name(by, office, on=now))
    known = {"text": name.text, "units": name.units.all(), "version": name.version} if name else {}
    within = queries.subtree_of(office).filter(in_force(now)).order_by("path")
    form = forms.CollectiveForm(request.POST or None, units=within, initial=known)

    def do(values: dict[str, Any]) -> HttpResponse:
        names.set_collective(
            by=by,
            office=office,
            text=values["text"],
            units=list(values["units"]),
            name=name,
            expected=values["version"],
        )
        messages.success(request, f"Đã lưu tên gọi chung «{values['text']}».")
        return redirect("organisation:unit", office.pk)

    return form_page(
        request,
        form,
        do,
        title=f"Sửa tên gọi chung «{name.text}»" if name else f"Thêm tên gọi chung: {office.name}",
        button="Lưu tên gọi chung",
        back=reverse("organisation:unit", args=(office.pk,)),
        intro="Tên gọi chung trong kế hoạch của cơ quan nghĩa là tất cả các đơn vị được chọn.",
    )


@login_required
@require_POST
def remove_collective(request: HttpRequest, pk: int) -> HttpResponse:
    by = person_of(request)
    name = reach(policy.visible_collective_names(by, today()).select_related("office"), pk=pk)
    names.remove_collective(by=by, name=name)
    messages.success(request, f"Đã bỏ tên gọi chung «{name.text}».")
    return redirect("organisation:unit", name.office_id)
