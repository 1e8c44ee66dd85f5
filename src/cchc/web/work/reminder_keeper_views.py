"""Screens for those who answer for what is sent: messages and their fate, gateways."""

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
from cchc.web.organisation.models import Unit
from cchc.web.organisation.person import person_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit
from cchc.web.work import reminder_policy
from cchc.web.work.actions import reminder_settings
from cchc.web.work.models import WebhookTarget
from cchc.web.work.queries import messages as sent
from cchc.web.work.reminder_forms import MessageFilter, ReasonForm, WebhookForm
from cchc.web.work.reminder_tabs import tabs_of

_ON_A_PAGE = 50


@require_safe
@login_required
def messages(request: HttpRequest) -> HttpResponse:
    """What was sent and what was not. 6 queries at any size."""
    by, on = person_of(request), today()
    permit(reminder_policy.may_see_messages(by, on=on))
    form = MessageFilter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    visible = reminder_policy.visible_messages(by, on)
    rows = sent.message_rows(
        visible,
        state=asked.get("tinh_trang", ""),
        channel=asked.get("kenh", ""),
        since=asked.get("tu"),
        words=asked.get("tim", ""),
    )
    page = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("trang"))
    counts = sent.counts_of(visible)
    told = {
        "tabs": tabs_of(by, on, "messages"),
        "form": form,
        "page": page,
        "rows": [(one, sent.LOOKS[one.state]) for one in page],
        "failed": counts.get("failed", 0),
        "waiting": counts.get("queued", 0) + counts.get("sending", 0),
        "run": sent.last_run(),
    }
    return render(request, "work/reminder_messages.html", told)


@require_POST
@login_required
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    by, on = person_of(request), today()
    message = reach(reminder_policy.visible_messages(by, on).select_related("office"), pk=pk)
    reminder_settings.retry(by=by, on=on, message=message)
    said.success(request, "Đã xếp lại để gửi; thư đi trong giờ làm việc.")
    return redirect("reminders:messages")


@require_safe
@login_required
def webhooks(request: HttpRequest) -> HttpResponse:
    """The gateways of the offices that one administers. 4 queries."""
    by, on = person_of(request), today()
    permit(reminder_policy.may_see_webhooks(by, on=on))
    offices = list(reminder_policy.administered_offices(by, on))
    told = {
        "tabs": tabs_of(by, on, "webhooks"),
        "webhooks": sent.webhook_rows(reminder_policy.visible_webhooks(by, on)),
        "offices": offices,
    }
    return render(request, "work/reminder_webhooks.html", told)


@login_required
def add_webhook(request: HttpRequest, pk: int) -> HttpResponse:
    by, on = person_of(request), today()
    office = reach(reminder_policy.administered_offices(by, on), pk=pk)
    return _edit(request, office, None)


@login_required
def edit_webhook(request: HttpRequest, pk: int) -> HttpResponse:
    row = _webhook(request, pk)
    return _edit(request, row.office, row)


def _edit(request: HttpRequest, office: Unit, row: WebhookTarget | None) -> HttpResponse:
    by, on = person_of(request), today()
    permit(reminder_policy.may_keep_webhooks(by, office, on=on))
    shown: dict[str, Any] = {"is_on": True}
    if row is not None:
        names = ("name", "url", "is_on", "version")
        shown = {name: getattr(row, name) for name in names}
    form = WebhookForm(request.POST or None, initial=shown)

    def do(values: dict[str, Any]) -> HttpResponse:
        reminder_settings.save_webhook(
            by=by,
            on=on,
            office=office,
            facts=form.facts(),
            row=row,
            expected=values["version"] if row else None,
        )
        said.success(request, "Đã lưu cổng tin nhắn.")
        return redirect("reminders:webhooks")

    return form_page(
        request,
        form,
        do,
        title=f"Cổng tin nhắn của {office.name}",
        button="Lưu",
        back=reverse("reminders:webhooks"),
        template="work/reminder_form.html",
        tabs=tabs_of(by, on, "webhooks"),
        key=row.key if row else "",
    )


@login_required
def archive_webhook(request: HttpRequest, pk: int) -> HttpResponse:
    by, on, row = person_of(request), today(), _webhook(request, pk)
    permit(reminder_policy.may_keep_webhooks(by, row.office, on=on))
    form = ReasonForm(request.POST or None, initial={"version": row.version})

    def do(values: dict[str, Any]) -> HttpResponse:
        reminder_settings.archive_webhook(
            by=by, on=on, row=row, reason=values["reason"], expected=values["version"]
        )
        said.success(request, "Đã lưu trữ cổng tin nhắn.")
        return redirect("reminders:webhooks")

    return form_page(
        request,
        form,
        do,
        title=f"Lưu trữ cổng {row.name}",
        button="Lưu trữ",
        back=reverse("reminders:webhooks"),
        template="work/reminder_form.html",
        tabs=tabs_of(by, on, "webhooks"),
    )


@require_POST
@login_required
def try_webhook(request: HttpRequest, pk: int) -> HttpResponse:
    """Send oneself a message, and say what the gateway answered."""
    by, on, row = person_of(request), today(), _webhook(request, pk)
    why = reminder_settings.try_webhook(by=by, on=on, row=row)
    if why:
        said.error(request, f"Chưa gửi được. {why}")
    else:
        said.success(request, f"Đã gửi tin thử tới {by.phone}.")
    return redirect("reminders:webhooks")


def _webhook(request: HttpRequest, pk: int) -> WebhookTarget:
    visible = reminder_policy.visible_webhooks(person_of(request), today())
    return reach(visible.select_related("office"), pk=pk)
