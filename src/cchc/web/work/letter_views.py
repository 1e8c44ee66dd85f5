"""Screens of chasing: units that are late, a letter to one of them, its print and its table."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cchc.web.organisation.form_pages import form_page
from cchc.web.organisation.person import person_of
from cchc.web.organisation.policy import visible_units
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit
from cchc.web.ui.sheets import workbook_answer
from cchc.web.work import reminder_policy
from cchc.web.work.actions.chasing import chase
from cchc.web.work.letter_workbook import letter_as_workbook
from cchc.web.work.models import ChasingLetter
from cchc.web.work.queries import letters as read
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.reminder_forms import LetterForm
from cchc.web.work.reminder_tabs import tabs_of

_ON_A_PAGE = 30
_DAYS_TO_ANSWER = 5


@require_safe
@login_required
def letters(request: HttpRequest) -> HttpResponse:
    """Units with overdue work, and the letters made so far. 6 queries at any size."""
    by, on = person_of(request), today()
    permit(reminder_policy.may_see_letters(by, on=on))
    made = read.letters_made(reminder_policy.visible_letters(by, on))
    told = {
        "tabs": tabs_of(by, on, "letters"),
        "units": read.overdue_units(reminder_policy.ruled_offices(by, on), on),
        "page": Paginator(made, _ON_A_PAGE).get_page(request.GET.get("trang")),
    }
    return render(request, "work/letters.html", told)


@login_required
def prepare(request: HttpRequest, office: int, unit: int) -> HttpResponse:
    """What a unit is late with in an office's plans; prepare the letter."""
    by, on = person_of(request), today()
    sender = reach(reminder_policy.ruled_offices(by, on), pk=office)
    addressee = reach(visible_units(by, on), pk=unit)
    permit(reminder_policy.may_chase(by, sender, on=on))
    calendar = working_calendar()
    rows = read.letter_rows(read.overdue_of(sender, addressee, on), calendar, on)
    usual = calendar.add_working_days(on, _DAYS_TO_ANSWER)
    form = LetterForm(request.POST or None, initial={"answer_by": usual})

    def do(values: dict[str, Any]) -> HttpResponse:
        letter = chase(by=by, on=on, office=sender, unit=addressee, **values)
        return redirect("reminders:letter", letter.pk)

    return form_page(
        request,
        form,
        do,
        title=f"Đôn đốc {addressee.name}",
        button="Lập công văn đôn đốc",
        back=reverse("reminders:letters"),
        template="work/letter_new.html",
        tabs=tabs_of(by, on, "letters"),
        rows=_told(rows),
        office=sender,
    )


@require_safe
@login_required
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter as a page to print."""
    row = _letter(request, pk)
    return render(request, "work/letter_print.html", {"letter": row, "rows": _told(row.rows)})


@require_safe
@login_required
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter's list as an Excel table."""
    row = _letter(request, pk)
    return workbook_answer(letter_as_workbook(row), f"don-doc-{row.on:%Y-%m-%d}-{pk}")


def _letter(request: HttpRequest, pk: int) -> ChasingLetter:
    visible = reminder_policy.visible_letters(person_of(request), today())
    return reach(visible.select_related("office", "unit", "by"), pk=pk)


def _told(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "due": date.fromisoformat(row["due"])} for row in rows]
