"""Screens of the workbook: the sample, the export, the check of an upload, and entering it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cchc.web.organisation import kept_uploads, policy
from cchc.web.organisation.actions.importing import check_register, enter_register
from cchc.web.organisation.directory import for_register
from cchc.web.organisation.person import person_of
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.organisation.register_layout import MOST_BYTES
from cchc.web.organisation.register_plan import RegisterPlan, words_of
from cchc.web.organisation.register_writing import write_register, write_sample
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import RuleViolation, permit, refuse
from cchc.web.ui.sheets import workbook_answer

_CHECKED = "organisation_checked"
_MOST_SHOWN = 200


@login_required
def check(request: HttpRequest) -> HttpResponse:
    """Take a workbook and say what it would do; nothing is written."""
    by = person_of(request)
    permit(policy.may_enter_register(by, on=today()))
    if request.method != "POST":
        return render(request, "organisation/import.html", {"limit": MOST_BYTES})
    upload = request.FILES.get("tep")
    if upload is None or (upload.size or 0) > MOST_BYTES:
        sentence = "Hãy chọn tệp Excel (.xlsx)." if upload is None else _too_large()
        return render(
            request,
            "organisation/import.html",
            {"limit": MOST_BYTES, "wrong": sentence},
            status=422,
        )
    data, name = upload.read(), (upload.name or "")[:200]
    plan = check_register(by=by, data=data)
    return _checked(request, plan, data, name)


def _too_large() -> str:
    return f"Tệp vượt giới hạn {MOST_BYTES // 2**20} MB; hãy chia thành nhiều tệp."


def _checked(
    request: HttpRequest, plan: RegisterPlan, data: bytes, name: str, told: str = ""
) -> HttpResponse:
    """Show a check; the bytes and what was shown are kept for «Nhập»."""
    faults = plan.register.faults
    if faults or plan.changes_nothing:
        request.session.pop(_CHECKED, None)
    else:
        sha256 = kept_uploads.keep(data)
        request.session[_CHECKED] = {"sha256": sha256, "seen": plan.fingerprint, "name": name}
    shown: dict[str, Any] = {
        "plan": plan,
        "name": name,
        "told": told,
        "limit": MOST_BYTES,
        "faults": faults[:_MOST_SHOWN],
        "more_faults": max(0, len(faults) - _MOST_SHOWN),
        "parts": _parts(plan),
    }
    return render(request, "organisation/import.html", shown, status=422 if faults or told else 200)


def _parts(plan: RegisterPlan) -> list[dict[str, Any]]:
    """What would be written, by kind, each with its lines."""
    above = [(one.name, one.parent.name if one.parent else "") for one in plan.new_units]
    moved = [(one.name, one.parent.name if one.parent else "") for one in plan.moved_units]
    parts: list[tuple[str, list[tuple[str, str]]]] = [
        ("đơn vị thêm mới", above),
        ("đơn vị sửa", [(place.name, words_of(values)) for place, values in plan.changed_units]),
        ("đơn vị chuyển", moved),
        ("người thêm mới", [(one.row.full_name, one.row.username) for one in plan.new_people]),
        (
            "người sửa thông tin",
            [(one.row.full_name, words_of(one.values)) for one in plan.changed_people],
        ),
        (
            "vị trí thêm mới",
            [
                (one.row.full_name, f"{one.row.role.label}, {one.place.name}")
                for one in plan.new_positions
            ],
        ),
        (
            "vị trí sửa",
            [
                (one.row.full_name, f"{one.place.name}: {words_of(one.values)}")
                for one in plan.changed_positions
            ],
        ),
    ]
    return [
        {
            "label": label,
            "count": len(lines),
            "lines": lines[:_MOST_SHOWN],
            "more": max(0, len(lines) - _MOST_SHOWN),
        }
        for label, lines in parts
        if lines
    ]


@login_required
@require_POST
def carry_out(request: HttpRequest) -> HttpResponse:
    """Enter the workbook that was checked, as it was shown."""
    by = person_of(request)
    permit(policy.may_enter_register(by, on=today()))
    checked = request.session.get(_CHECKED) or {}
    data = kept_uploads.kept(checked.get("sha256", ""))
    if data is None or request.POST.get("sha256") != checked.get("sha256"):
        refuse(Why.FILE_GONE)
    name = checked["name"]
    try:
        plan = enter_register(by=by, data=data, fingerprint=checked["seen"], name=name)
    except RuleViolation as broken:
        if broken.reason not in (Why.OFFICE_CHANGED, Why.FILE_HAS_FAULTS):
            raise
        plan = check_register(by=by, data=data)
        return _checked(request, plan, data, name, broken.sentence)
    kept_uploads.drop(checked["sha256"])
    request.session.pop(_CHECKED, None)
    counts = ", ".join(f"{part['count']} {part['label']}" for part in _parts(plan))
    messages.success(request, f"Đã nhập «{name}»: {counts}.")
    return redirect("organisation:units")


@require_safe
@login_required
def sample(request: HttpRequest) -> HttpResponse:
    """The empty workbook with headings, notes and lists."""
    return workbook_answer(write_sample(), "mau-don-vi-va-nguoi")


@require_safe
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """Units and people that the person sees, in the layout of the import."""
    by, on = person_of(request), today()
    units, positions = for_register(
        policy.visible_units(by, on), policy.visible_positions(by, on), on
    )
    return workbook_answer(write_register(units, positions), f"don-vi-va-nguoi-{on:%Y-%m-%d}")
