"""Screens of following a plan: its work, beginning to follow, re-planning as it was shown."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cchc.web.plans.models import Plan
from cchc.web.plans.policy import visible_plans
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit, refuse
from cchc.web.ui.sheets import workbook_answer
from cchc.web.work import display, policy, previewing
from cchc.web.work.actions import planning
from cchc.web.work.answers import is_part, person, status_of, tried
from cchc.web.work.forms import ReasonForm
from cchc.web.work.listing import work_as_workbook
from cchc.web.work.policy import reportable, visible_occurrences
from cchc.web.work.queries import owed, plan_work
from cchc.web.work.reasons import WorkReason

PAGE = 150
_PARTS = (
    ("", "Tất cả", "all"),
    ("qua-han", "Quá hạn", "late"),
    ("sap-den", "14 ngày tới", "soon"),
    ("chua-xong", "Chưa xong", "open"),
    ("cho-cong-nhan", "Chờ công nhận", "proposed"),
    ("cho-su-viec", "Chờ sự việc", "waiting"),
    ("chua-ro", "Chưa rõ thời hạn", "unclear"),
    ("xong", "Hoàn thành", "done"),
)


def _plan(request: HttpRequest, pk: int) -> Plan:
    visible = visible_plans(person(request), today())
    return reach(visible.select_related("owner"), pk=pk)


@require_safe
@login_required
def of_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """How the work of a plan stands: a part for the plan's page, the page itself without htmx."""
    if not is_part(request):
        return redirect("work:plan", pk)
    user, on, row = person(request), today(), _plan(request, pk)
    rows = plan_work.of_plan(visible_occurrences(user, on), row)
    context = {
        "plan": row,
        "counts": plan_work.counts_of(rows, on),
        "following": plan_work.following_of(row),
        "may_follow": policy.may_follow(user, row, on=on),
    }
    return render(request, "work/_of_plan.html", context)


def _asked(request: HttpRequest, row: Plan) -> tuple[Any, Any, str]:
    """The work of a plan as the address filters it, all of it, and which part was asked for."""
    user, on, query = person(request), today(), request.GET
    rows = plan_work.of_plan(visible_occurrences(user, on), row)
    asked = owed.worded(rows, query.get("tim", ""))
    if query.get("don-vi", "").isdigit():
        asked = asked.filter(unit_id=int(query["don-vi"]))
    part = next((name for key, _, name in _PARTS if key and key == query.get("phan")), "")
    if part:
        asked = asked.filter(plan_work.parts_of(on)[part])
    return plan_work.in_plan_order(asked), rows, part


@require_safe
@login_required
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """All the work of a plan in the plan's order, by unit and by how it stands."""
    user, on, row = person(request), today(), _plan(request, pk)
    asked, rows, part = _asked(request, row)
    page = Paginator(asked, PAGE).get_page(request.GET.get("trang"))
    shown = list(page.object_list)
    given = owed.assigned_people(shown)
    may = reportable(user, shown, given, on=on)
    counts = plan_work.counts_of(rows, on)
    following = plan_work.following_of(row)
    may_follow = policy.may_follow(user, row, on=on)
    found = planning.preview(row) if following and may_follow else None
    context = {
        "plan": row,
        "page": page,
        "lines": display.lines_of(shown, on, people=given, reportable=may),
        "counts": counts,
        "parts": [(key, name, getattr(counts, field)) for key, name, field in _PARTS],
        "part": request.GET.get("phan", ""),
        "asks": bool(part or request.GET.get("tim") or request.GET.get("don-vi")),
        "units": plan_work.units_of(rows),
        "following": following,
        "may_follow": may_follow,
        "is_outdated": found is not None and not found.changes.changes_nothing,
    }
    return render(request, "work/plan.html", context)


@require_safe
@login_required
def print_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The work of a plan as a paper; the filter holds."""
    row = _plan(request, pk)
    context = {"plan": row, "lines": _lines(request, row), "today": today()}
    return render(request, "work/plan_print.html", context)


@require_safe
@login_required
def export_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The work of a plan as an Excel table; the filter holds, the count stands on it."""
    row = _plan(request, pk)
    title = f"Theo dõi {row.title}"
    return workbook_answer(work_as_workbook(_lines(request, row), title=title, on=today()), title)


def _lines(request: HttpRequest, row: Plan) -> list[display.Line]:
    rows = list(_asked(request, row)[0])
    return display.lines_of(rows, today(), people=owed.assigned_people(rows))


@login_required
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every day that is owed, and begin to follow the plan on POST."""
    user, on, row = person(request), today(), _plan(request, pk)
    permit(policy.may_follow(user, row, on=on))
    if request.method == "POST":
        planning.follow(by=user, on=on, plan=row)
        messages.success(request, "Đã lập lịch theo dõi kế hoạch.")
        return redirect("work:plan", pk)
    if plan_work.following_of(row) is not None:
        return redirect("work:plan", pk)
    return render(request, "work/follow.html", {"plan": row, "shown": _shown(_found(row))})


@login_required
def replan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every day that would be made, moved or taken away; apply just that on POST."""
    user, on, row = person(request), today(), _plan(request, pk)
    permit(policy.may_follow(user, row, on=on))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"reason": form.cleaned_data["reason"], "digest": request.POST.get("xem", "")}
        if tried(form, lambda: planning.apply(by=user, on=on, plan=row, **given)):
            messages.success(request, "Đã áp dụng các hạn như danh sách.")
            return redirect("work:plan", pk)
    found = _found(row)
    context = {"plan": row, "form": form, "shown": _shown(found), "digest": found.digest}
    return render(request, "work/replan.html", context, status=status_of(form))


def _found(row: Plan) -> planning.Preview:
    found = planning.preview(row)
    if found is None:
        refuse(WorkReason.NOT_ISSUED)
    return found


def _shown(found: planning.Preview) -> previewing.Shown:
    return previewing.shown(found, plan_work.unit_names(previewing.units_in([found])))
