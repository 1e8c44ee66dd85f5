"""Screens of the working calendar: a year's decided days, and changing them as it was shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cchc.deadlines.calendar_tables import CalendarTableError, parse_days
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit
from cchc.web.ui.sheets import Table, as_workbook, workbook_answer
from cchc.web.work import policy, previewing
from cchc.web.work.actions import calendar as acts
from cchc.web.work.actions.calendar import DayFacts
from cchc.web.work.answers import expected, person, status_of, tried
from cchc.web.work.display import WEEKDAYS
from cchc.web.work.forms import DayForm, DaysForm, ReasonForm
from cchc.web.work.models import DecidedDay
from cchc.web.work.queries import calendar as days
from cchc.web.work.queries.plan_work import unit_names

_HEADS = ("Ngày", "Thứ", "Loại", "Tên", "Căn cứ", "Nguồn")
_WIDTHS = (12, 12, 14, 46, 46, 22)
OWN, SHIPPED = "Bảng của cơ quan", "Kèm phần mềm"


def _year(request: HttpRequest) -> int:
    asked = request.GET.get("nam", "")
    return int(asked) if asked.isdigit() and 2000 <= int(asked) <= 2100 else today().year


@require_safe
@login_required
def calendar(request: HttpRequest) -> HttpResponse:
    """Both tables of a year together, each day with its legal basis and where it comes from."""
    user, on, year = person(request), today(), _year(request)
    own = policy.visible_days(user, on)
    context = {
        "year": year,
        "years": days.years_known(own, on),
        "rows": [(row, WEEKDAYS[row.date.weekday()]) for row in days.rows_of_year(own, year)],
        "may_keep": policy.may_keep_calendar(user, on=on),
    }
    return render(request, "work/days.html", context)


@require_safe
@login_required
def export_days(request: HttpRequest) -> HttpResponse:
    """The year's table as Excel."""
    year = _year(request)
    own = policy.visible_days(person(request), today())
    rows = [
        (
            row.date,
            WEEKDAYS[row.date.weekday()],
            row.type,
            row.name,
            row.legal_basis,
            OWN if row.own else SHIPPED,
        )
        for row in days.rows_of_year(own, year)
    ]
    title = f"Lịch làm việc năm {year}"
    table = Table("Lịch làm việc", title, _HEADS, rows, _WIDTHS)
    return workbook_answer(as_workbook([table], f"Ngày {today():%d/%m/%Y}"), title)


@login_required
def day(request: HttpRequest) -> HttpResponse:
    """Decide a day: what it would move is shown before it is written."""
    user, on = person(request), today()
    permit(policy.may_keep_calendar(user, on=on))
    form = DayForm(request.POST or None, initial=_initial(request))
    facts: list[DayFacts] = []
    if request.method == "POST" and form.is_valid():
        facts = [_facts(form.cleaned_data)]
    return _decide(request, form, facts, "Ghi một ngày vào lịch")


@login_required
def import_days(request: HttpRequest) -> HttpResponse:
    """Decide the days of a CSV table together: each is shown with what they move."""
    permit(policy.may_keep_calendar(person(request), on=today()))
    form = DaysForm(request.POST or None, request.FILES or None)
    facts: list[DayFacts] = []
    if request.method == "POST" and form.is_valid():
        try:
            found = parse_days(form.cleaned_data["text"])
        except CalendarTableError as error:
            form.add_error(None, error.sentence)
        else:
            facts = [
                DayFacts(one.date, DecidedDay.Type(one.type.value), one.name, one.legal_basis)
                for one in found
            ]
            if not facts:
                form.add_error(None, "Tệp không có ngày nào.")
    return _decide(request, form, facts, "Nhập lịch từ tệp CSV")


def _decide(request: HttpRequest, form: Any, facts: list[DayFacts], title: str) -> HttpResponse:
    """Show what the days would move; write them where just that was agreed to."""
    user, on, agreed = person(request), today(), request.POST.get("xem", "")
    context: dict[str, Any] = {"form": form, "title": title, "facts": facts}
    if facts and agreed:
        shown = [replace(one, expected=expected(request, _version(one))) for one in facts]
        given: dict[str, Any] = {"facts": shown, "digest": agreed}
        if tried(form, lambda: acts.decide_days(by=user, on=on, **given)):
            messages.success(request, f"Đã ghi {len(facts)} ngày vào lịch làm việc.")
            return redirect(_back(facts[0].day))
    if facts:
        found = acts.moved_with(facts)
        versions = days.versions_of(one.day for one in facts)
        context |= {"digest": acts.digest_of(found), "moved": _shown(found)}
        context["versions"] = [(_version(one), versions[one.day]) for one in facts]
    return render(request, "work/day_edit.html", context, status=status_of(form))


def _version(facts: DayFacts) -> str:
    """The name under which the form keeps the version of a day's row."""
    return f"version-{facts.day:%Y%m%d}"


def _back(on: date) -> str:
    return f"{reverse('work:calendar')}?nam={on.year}"


def _facts(data: dict[str, Any]) -> DayFacts:
    kind = DecidedDay.Type(data["type"])
    return DayFacts(data["day"], kind, data["name"], data["legal_basis"])


def _initial(request: HttpRequest) -> dict[str, Any]:
    """The day that a row's «Đổi» leads here with, as it holds now."""
    try:
        asked = date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return {}
    own = policy.visible_days(person(request), today())
    known = next((row for row in days.rows_of_year(own, asked.year) if row.date == asked), None)
    if known is None:
        return {"day": asked}
    labels = {label: value for value, label in DecidedDay.Type.choices}
    return {
        "day": asked,
        "type": labels[known.type],
        "name": known.name,
        "legal_basis": known.legal_basis,
    }


def _shown(found: list[Any]) -> list[previewing.Shown]:
    names = unit_names(previewing.units_in(found))
    return [previewing.shown(one, names) for one in found]


@login_required
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a day of the office's table back, after showing what that moves."""
    user, on = person(request), today()
    row = reach(policy.visible_days(user, on), pk=pk)
    permit(policy.may_keep_calendar(user, on=on))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"row": row, "expected": expected(request)}
        given |= {"digest": request.POST.get("xem", ""), **form.cleaned_data}
        if tried(form, lambda: acts.forget_day(by=user, on=on, **given)):
            messages.success(request, "Đã bỏ khỏi bảng của cơ quan.")
            return redirect(_back(row.date))
    found = acts.moved_without(row)
    context = {"row": row, "form": form, "digest": acts.digest_of(found), "moved": _shown(found)}
    return render(request, "work/day_forget.html", context, status=status_of(form))
