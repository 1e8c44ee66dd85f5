"""Screens of the steps of an occurrence: each says what it does, asks for its form, and does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cchc.deadlines import understand
from cchc.web.intake.actions.taking_in import keep_files
from cchc.web.intake.files import KeptFile
from cchc.web.plans.display import understood
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import Decision, permit
from cchc.web.work import policy
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.answers import expected, person, status_of, tried
from cchc.web.work.forms import (
    DeadlineForm,
    DecideExtensionForm,
    EventForm,
    ExtensionForm,
    NoteForm,
    PartForm,
    ReasonForm,
    ReturnForm,
)
from cchc.web.work.models import Occurrence
from cchc.web.work.occurrence_page import distance_of
from cchc.web.work.occurrence_views import row_of
from cchc.web.work.queries import one
from cchc.web.work.queries.calendar import working_calendar


@dataclass(frozen=True, slots=True)
class Step:
    """What a step is called, what it does, who may, its form and what is told afterwards."""

    title: str
    explains: str
    button: str
    done: str
    may: Callable[..., Decision]
    act: Callable[..., Any]
    form: type[forms.Form]
    has_version: bool = True


STEPS = {
    "rut": Step(
        "Rút đề nghị công nhận",
        "Việc trở lại tình trạng chưa xong; những gì đã ghi vẫn còn trong dòng thời gian.",
        "Rút đề nghị",
        "Đã rút đề nghị.",
        policy.may_take_back,
        progress.take_back,
        forms.Form,
    ),
    "cong-nhan": Step(
        "Công nhận hoàn thành",
        "Ngày tính là ngày hoàn thành đã ghi khi đề nghị, không phải hôm nay.",
        "Công nhận hoàn thành",
        "Đã công nhận hoàn thành.",
        policy.may_answer,
        progress.accept,
        NoteForm,
    ),
    "tra-lai": Step(
        "Trả lại việc chưa đạt",
        "Việc trở lại tình trạng chưa xong, kèm điều còn thiếu để người thực hiện thấy ngay.",
        "Trả lại",
        "Đã trả lại.",
        policy.may_answer,
        progress.return_for_more,
        ReturnForm,
    ),
    "mo-lai": Step(
        "Mở lại việc đã công nhận",
        "Dùng khi đã công nhận nhầm; lý do được giữ trong dòng thời gian.",
        "Mở lại",
        "Đã mở lại.",
        policy.may_reopen,
        progress.reopen,
        ReasonForm,
    ),
    "xin-gia-han": Step(
        "Xin gia hạn",
        "Đầu mối CCHC hoặc lãnh đạo quyết định; hạn theo kế hoạch vẫn được giữ và hiện ra.",
        "Gửi đề nghị",
        "Đã gửi đề nghị gia hạn.",
        policy.may_ask_extension,
        deadlines.ask_extension,
        ExtensionForm,
        has_version=False,
    ),
}


@login_required
def step(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Show what a step does and its form; do it on POST."""
    if verb == "phoi-hop":
        return _contribute(request, row_of(request, pk))
    if verb not in STEPS:
        raise Http404
    chosen, row = STEPS[verb], row_of(request, pk)
    permit(chosen.may(person(request), row, on=today()))
    form = chosen.form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"by": person(request), "on": today(), "row": row}
        given |= form.cleaned_data
        if chosen.has_version:
            given["expected"] = expected(request)
        if tried(form, lambda: chosen.act(**given)):
            messages.success(request, chosen.done)
            return redirect("work:occurrence", pk)
    return _form_page(request, row, form, step=chosen)


def _form_page(request: HttpRequest, row: Occurrence, form: Any, **more: Any) -> HttpResponse:
    context = {"row": row, "form": form, **more}
    if hasattr(form, "is_outdated"):
        context["row"] = row_of(request, row.pk)
        context["said_last"] = one.said_last(row)
    return render(request, "work/step.html", context, status=status_of(form))


def _contribute(request: HttpRequest, row: Occurrence) -> HttpResponse:
    """Give the part of a supporting unit of one's own."""
    user, on = person(request), today()
    permit(policy.may_contribute(user, row, on=on))
    form = PartForm(request.POST or None, units=policy.supporting_units_of(user, row, on))
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"row": row, **form.cleaned_data}
        if tried(form, lambda: progress.contribute(by=user, on=on, **given)):
            messages.success(request, "Đã gửi phần phối hợp.")
            return redirect("work:occurrence", row.pk)
    told = Step(
        "Gửi phần phối hợp",
        "Đơn vị chủ trì thấy ngay phần này và chịu trách nhiệm về kết quả chung.",
        "Gửi",
        "",
        policy.may_contribute,
        progress.contribute,
        PartForm,
    )
    return _form_page(request, row, form, step=told)


@login_required
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the paper that a conditional deadline waited for; the due day follows from it."""
    user, on, row = person(request), today(), row_of(request, pk)
    permit(policy.may_record_event(user, row, on=on))
    distance = distance_of(row)
    form = EventForm(request.POST or None, request.FILES or None, distance=distance)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and tried(form, lambda: _record(request, row, form.cleaned_data)):
        messages.success(request, "Đã ghi nhận sự việc và tính hạn cho các đơn vị chủ trì.")
        return redirect("work:of_task", row.task_id)
    context = {"row": row, "form": form, "distance": distance}
    return render(request, "work/event.html", context, status=status_of(form))


def _record(request: HttpRequest, row: Occurrence, data: dict[str, Any]) -> None:
    upload = data.pop("file")
    kept: KeptFile | None = keep_files([upload], most=1)[0] if upload else None
    facts = deadlines.EventFacts(file=kept, **data)
    deadlines.record_event(by=person(request), on=today(), row=row, facts=facts)


@login_required
def deadline(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide what an unclear deadline means; what is typed is said back with its days."""
    user, on, row = person(request), today(), row_of(request, pk)
    permit(policy.may_decide_deadline(user, row, on=on))
    form = DeadlineForm(request.POST or None, initial={"words": request.GET.get("words", "")})
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"row": row, **form.cleaned_data}
        if tried(form, lambda: deadlines.decide_deadline(by=user, on=on, **given)):
            messages.success(request, "Đã ghi thời hạn và lập lịch cho nhiệm vụ.")
            return redirect("work:of_task", row.task_id)
    words = form["words"].value() or ""
    context = {"row": row, "form": form, "words": words, "examples": _EXAMPLES}
    context["parts"] = _understood(words, row.plan.year)
    return render(request, "work/deadline.html", context, status=status_of(form))


_EXAMPLES = ("Trước 30/11", "Quý I", "Quý II", "Quý III", "Quý IV", "Hàng quý", "Thường xuyên")


def _understood(words: str, year: int) -> Any:
    if not words.strip():
        return []
    return understood(understand(words, year, calendar=working_calendar()), year)


@require_safe
@login_required
def understand_words(request: HttpRequest, pk: int) -> HttpResponse:
    """What the words mean in the year of the plan: shown while they are typed."""
    row, words = row_of(request, pk), request.GET.get("words", "")
    context = {"words": words, "parts": _understood(words, row.plan.year)}
    return render(request, "plans/_deadline.html", context)


@login_required
def extension(request: HttpRequest, pk: int) -> HttpResponse:
    """Grant more time or refuse it; the button says which."""
    user, on = person(request), today()
    rows = policy.visible_extensions(user, on).select_related(
        "occurrence__plan__owner", "occurrence__task", "occurrence__unit", "asked_by"
    )
    asked = reach(rows, pk=pk)
    permit(policy.may_decide_extension(user, asked, on=on))
    form = DecideExtensionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"extension": asked, "expected": expected(request)}
        given["note"] = form.cleaned_data["note"]
        is_granted = request.POST.get("viec") == "cho"
        act = deadlines.grant if is_granted else deadlines.refuse_extension
        if is_granted:
            given["until"] = form.cleaned_data["until"]
        if tried(form, lambda: act(by=user, on=on, **given)):
            messages.success(request, "Đã cho gia hạn." if is_granted else "Đã không cho gia hạn.")
            return redirect("work:occurrence", asked.occurrence_id)
    context = {"asked": asked, "row": asked.occurrence, "form": form}
    return render(request, "work/extension.html", context, status=status_of(form))
