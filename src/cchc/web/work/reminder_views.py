"""Screens of reminding: one's notices, one's settings, an office's rules."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as said
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from cchc.web.organisation.form_pages import form_page
from cchc.web.organisation.person import person_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit
from cchc.web.work import notice_rows, reminder_policy
from cchc.web.work.actions import reminder_settings
from cchc.web.work.policy import visible_occurrences
from cchc.web.work.queries import messages as sent
from cchc.web.work.queries import notices as read
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.reminder_forms import ChannelsForm, ReminderRuleForm
from cchc.web.work.reminder_tabs import tabs_of

_ON_A_PAGE = 30


@require_safe
@login_required
def notices(request: HttpRequest) -> HttpResponse:
    """What one was told, the latest first. 7 queries at any size."""
    by, on = person_of(request), today()
    which = request.GET.get("loc", "")
    visible = reminder_policy.visible_notices(by)
    rows = read.notice_rows_of(visible, which)
    page = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("trang"))
    told = {
        "tabs": tabs_of(by, on, "notices"),
        "page": page,
        "told": read.told(page.object_list, working_calendar()),
        "which": which,
        "unread": read.unread(visible),
    }
    return render(request, "work/notices.html", told)


@require_safe
@login_required
def count(request: HttpRequest) -> HttpResponse:
    """How many notices one has not read: the part of every page's frame. 1 query."""
    unread = read.unread(reminder_policy.visible_notices(person_of(request)))
    answer = render(request, "work/_notice_count.html", {"unread": unread})
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@login_required
def mark_read(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one has read a notice, and go on to what it is about where that is asked."""
    visible = reminder_policy.visible_notices(person_of(request))
    notice = reach(visible, pk=pk)
    notice_rows.mark_read(visible.filter(pk=pk))
    if "mo" in request.POST and notice.occurrence_id is not None:
        return redirect("reminders:work", notice.occurrence_id)
    return redirect("reminders:notices")


@require_POST
@login_required
def mark_all_read(request: HttpRequest) -> HttpResponse:
    marked = notice_rows.mark_read(reminder_policy.visible_notices(person_of(request)))
    if marked:
        said.success(request, f"Đã đánh dấu {marked} thông báo là đã đọc.")
    return redirect("reminders:notices")


@require_safe
@login_required
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead from a notice, a mail or a calendar to the page of an occurrence."""
    row = reach(visible_occurrences(person_of(request), today()), pk=pk)
    return redirect("work:occurrence", row.pk)


@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """How one is told: in the office always, else as one wants. 4 queries."""
    by, on = person_of(request), today()
    wish = sent.wish_of(by)
    shown = {"by_mail": wish.by_mail, "by_phone": wish.by_phone}
    form = ChannelsForm(request.POST if request.method == "POST" else None, initial=shown)

    def do(values: dict[str, Any]) -> HttpResponse:
        reminder_settings.choose_channels(by=by, **values)
        said.success(request, "Đã lưu cách nhận nhắc việc.")
        return redirect("reminders:mine")

    return form_page(
        request,
        form,
        do,
        title="Cách nhận nhắc việc",
        button="Lưu",
        back="",
        template="work/reminder_mine.html",
        tabs=tabs_of(by, on, "mine"),
    )


@require_safe
@login_required
def offices(request: HttpRequest) -> HttpResponse:
    """The offices whose rules one sets; straight to the rules where it is one."""
    by, on = person_of(request), today()
    permit(reminder_policy.may_see_rules(by, on=on))
    found = list(reminder_policy.ruled_offices(by, on))
    if len(found) == 1:
        return redirect("reminders:rules", found[0].pk)
    told = {"offices": found, "tabs": tabs_of(by, on, "offices")}
    return render(request, "work/reminder_offices.html", told)


@login_required
def rules(request: HttpRequest, pk: int) -> HttpResponse:
    """When the people of an office are told."""
    by, on = person_of(request), today()
    office = reach(reminder_policy.ruled_offices(by, on), pk=pk)
    permit(reminder_policy.may_set_rules(by, office, on=on))
    row = sent.rule_of(office)
    names = [name for name in ReminderRuleForm.base_fields if name != "days_before"]
    shown: dict[str, Any] = {name: getattr(row, name) for name in names}
    shown["days_before"] = ", ".join(str(days) for days in row.days_before)
    form = ReminderRuleForm(request.POST or None, initial=shown)

    def do(values: dict[str, Any]) -> HttpResponse:
        reminder_settings.set_rules(
            by=by, on=on, office=office, facts=form.facts(), expected=values["version"]
        )
        said.success(request, "Đã lưu quy tắc; có hiệu lực từ lượt nhắc sau.")
        return redirect("reminders:rules", pk)

    return form_page(
        request,
        form,
        do,
        title=f"Quy tắc nhắc việc của {office.name}",
        button="Lưu quy tắc",
        back=reverse("reminders:notices"),
        template="work/reminder_form.html",
        intro="Không nhắc lại điều đã nhắc; việc đã đề nghị công nhận hoặc đã xong thì thôi nhắc.",
        tabs=tabs_of(by, on, "offices"),
    )
