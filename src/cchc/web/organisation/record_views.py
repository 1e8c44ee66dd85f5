"""The record of the office on screen: list, one act, one row, print, Excel, the day's seal."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.web.audit import chain_check, export
from cchc.web.audit.forms import RecordForm, SealForm
from cchc.web.audit.models import Entry
from cchc.web.audit.queries import (
    Choice,
    about,
    changes_of,
    chosen,
    name_of_subject,
    told_page,
)
from cchc.web.audit.verbs import verb_words
from cchc.web.audit.words import ToldEntry, subject_words, tell_changes
from cchc.web.organisation.record_policy import may_read_record, visible_entries
from cchc.web.organisation.record_queries import names_of_places
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import Reason, permit, refuse
from cchc.web.ui.sheets import workbook_answer
from cchc.web.ui.templatetags.office import day

ON_PAGE, ON_PAPER, CHANGES_ON_PAGE = 50, 500, 100


class ExportReason(Reason):
    TOO_MANY = (
        "Có {count} việc, nhiều hơn {most} việc mà một tệp Excel nhận; hãy thu hẹp kỳ hoặc lọc "
        "theo loại bản ghi rồi tải lại."
    )


@require_safe
@login_required
def record_list(request: HttpRequest) -> HttpResponse:
    """Acts in the units that the person answers for, the last first. At most 9 queries."""
    form, choice, entries = _asked(request)
    page = Paginator(entries, ON_PAGE).get_page(request.GET.get("trang"))
    shown = list(page)
    told = {
        "heading": "Nhật ký",
        "form": form,
        "page": page,
        "told": told_page(shown, places=names_of_places(shown)),
        "is_chosen": choice != Choice(),
        "person_name": _name_of(choice, entries),
    }
    return render(request, "audit/list.html", told, None, 422 if form.errors else 200)


@require_safe
@login_required
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """One act with all that it changed."""
    found = reach(visible_entries(request.user, today()), number=number)
    page = Paginator(changes_of(found), CHANGES_ON_PAGE).get_page(request.GET.get("trang"))
    (told,) = told_page([found], places=names_of_places([found]), most=0)
    changes = tell_changes(list(page))
    shown = {"entry": found, "told": told, "page": page, "changes": changes}
    return render(request, "audit/entry.html", shown)


@require_safe
@login_required
def record(request: HttpRequest, subject: str, pk: str) -> HttpResponse:
    """All acts about one row, as far as the person reads the record of their places."""
    entries = visible_entries(request.user, today()).filter(about(subject, [pk]))
    page = Paginator(entries, ON_PAGE).get_page(request.GET.get("trang"))
    shown = list(page)
    if not shown:
        raise Http404(subject)
    told = {
        "what": subject_words(subject),
        "name": name_of_subject(subject, pk),
        "page": page,
        "told": told_page(shown, places=names_of_places(shown)),
    }
    return render(request, "audit/record.html", told)


@require_safe
@login_required
def record_print(request: HttpRequest) -> HttpResponse:
    """The chosen acts on one sheet, opened, the newest five hundred."""
    _, choice, entries = _asked(request)
    shown = list(entries[:ON_PAPER])
    told = {
        "about": _about(choice),
        "count": entries.count(),
        "told": told_page(shown, places=names_of_places(shown)),
    }
    return render(request, "audit/print.html", told)


@require_safe
@login_required
def record_export(request: HttpRequest) -> HttpResponse:
    """The chosen acts as an Excel table."""
    _, choice, entries = _asked(request)
    count = entries.count()
    if count > export.MOST_ENTRIES:
        refuse(ExportReason.TOO_MANY, count=count, most=export.MOST_ENTRIES)
    table = export.record_as_workbook(_told_in_blocks(entries), count=count, about=_about(choice))
    return workbook_answer(table, f"nhat-ky-{today():%Y-%m-%d}")


@require_safe
@login_required
def seal(request: HttpRequest) -> HttpResponse:
    """The seal of a day, to be printed and kept on paper."""
    permit(may_read_record(request.user, on=today()))
    form = SealForm(request.GET if "ngay" in request.GET else None, initial={"ngay": today()})
    on = (form.is_valid() and form.cleaned_data["ngay"]) or today()
    found = chain_check.seal_of(on)
    told = {"form": form, "seal": found, "is_today": on >= today()}
    return render(request, "audit/seal.html", told, None, 422 if form.errors else 200)


def _asked(request: HttpRequest) -> tuple[RecordForm, Choice, QuerySet[Entry]]:
    """The form, what it says, and the entries that are left of those the person may read."""
    permit(may_read_record(request.user, on=today()))
    form = RecordForm(request.GET)
    choice = form.choice()
    return form, choice, chosen(visible_entries(request.user, today()), choice)


def _told_in_blocks(entries: QuerySet[Entry]) -> Iterator[ToldEntry]:
    """Every entry with every change, read in blocks."""
    rows = list(entries)
    places = names_of_places(rows)
    for start in range(0, len(rows), 500):
        yield from told_page(rows[start : start + 500], places=places, most=1_000_000)


def _name_of(choice: Choice, entries: QuerySet[Entry]) -> str:
    if choice.person_id is None:
        return ""
    return entries.values_list("by_name", flat=True).first() or f"số {choice.person_id}"


def _about(choice: Choice) -> str:
    """What was chosen, in words for paper."""
    said = [
        f"từ {day(choice.since)}" if choice.since else "",
        f"đến {day(choice.until)}" if choice.until else "",
        f"việc: {verb_words(choice.verb)}" if choice.verb else "",
        f"loại: {subject_words(choice.subject)}" if choice.subject else "",
        f"người: {choice.person}" if choice.person else "",
        f"từ khóa: {choice.text}" if choice.text else "",
    ]
    return "; ".join(one for one in said if one) or "Toàn bộ nhật ký trong phạm vi của bạn"
