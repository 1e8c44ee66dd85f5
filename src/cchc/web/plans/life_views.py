"""Screens of the steps in a plan's life: each shows what it will do, then does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cchc.web.accounts.models import User
from cchc.web.intake.actions.taking_in import keep_files
from cchc.web.plans import policy
from cchc.web.plans.actions import life
from cchc.web.plans.answers import Frame, expected, frame_of, page_context, person, tried
from cchc.web.plans.findings_display import told_findings
from cchc.web.plans.forms import IssueForm, NoteForm, NothingForm, ReasonForm
from cchc.web.plans.models import PlanVersion, SigningCapacity
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import Decision, permit


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, its form, who may, and the action."""

    title: str
    explains: str
    button: str
    done: str
    may: Callable[..., Decision]
    act: Callable[..., object]
    form: type[forms.Form] = NothingForm
    shows_findings: bool = False
    is_loss: bool = False


def _issue(*, by: User, on: Any, version: PlanVersion, expected: int | None, **given: Any) -> None:
    capacity, upload = SigningCapacity(given.pop("capacity")), given.pop("file")
    permit(policy.may_issue(by, version, on=on))  # before a file is kept
    file = keep_files([upload], most=1)[0] if upload else None
    life.issue(
        by=by,
        on=on,
        version=version,
        expected=expected,
        imprint=life.Imprint(capacity=capacity, file=file, **given),
    )


STEPS = {
    "trinh": Step(
        "Trình duyệt",
        "Kế hoạch được gửi tới lãnh đạo duyệt; trong lúc chờ không sửa được.",
        "Trình duyệt",
        "Đã trình lãnh đạo duyệt.",
        policy.may_submit,
        life.submit,
        shows_findings=True,
    ),
    "tra-lai": Step(
        "Trả lại để sửa",
        "Kế hoạch trở lại đầu mối CCHC để sửa theo lý do bạn ghi.",
        "Trả lại",
        "Đã trả lại kế hoạch để sửa.",
        policy.may_return,
        life.return_for_changes,
        NoteForm,
        shows_findings=True,
    ),
    "duyet": Step(
        "Duyệt kế hoạch",
        "Sau khi duyệt, đầu mối CCHC lấy số và ban hành.",
        "Duyệt",
        "Đã duyệt kế hoạch.",
        policy.may_approve,
        life.approve,
        shows_findings=True,
    ),
    "ban-hanh": Step(
        "Ban hành kế hoạch",
        "Nhập số, ngày và người ký của bản đã ký. Sau đó mọi đơn vị được nêu tên đều thấy "
        "kế hoạch.",
        "Ban hành",
        "Đã ban hành kế hoạch.",
        policy.may_issue,
        _issue,
        IssueForm,
        shows_findings=True,
    ),
    "sua-doi": Step(
        "Sửa đổi kế hoạch",
        "Một bản mới được chép từ bản đang có hiệu lực để sửa; bản này vẫn có hiệu lực cho đến "
        "khi bản mới được ban hành.",
        "Lập bản sửa đổi",
        "Đã lập bản sửa đổi; hãy sửa rồi trình duyệt.",
        policy.may_amend,
        life.amend,
        ReasonForm,
    ),
    "ket-thuc": Step(
        "Kết thúc kế hoạch",
        "Kế hoạch đã kết thúc thì không sửa đổi được nữa; mọi người vẫn xem được.",
        "Kết thúc",
        "Đã kết thúc kế hoạch.",
        policy.may_close,
        life.close,
        is_loss=True,
    ),
    "bo": Step(
        "Bỏ dự thảo",
        "Dự thảo được đưa vào lưu trữ cùng lý do và không còn trong danh sách.",
        "Bỏ dự thảo",
        "Đã bỏ dự thảo.",
        policy.may_discard,
        life.discard,
        ReasonForm,
        is_loss=True,
    ),
}


@login_required
def step(request: HttpRequest, pk: int, ordinal: int, verb: str) -> HttpResponse:
    """Show what a step does and its form; do it on POST."""
    if verb not in STEPS:
        raise Http404
    chosen, frame = STEPS[verb], frame_of(request, pk, ordinal)
    version = frame.version
    permit(chosen.may(person(request), version, on=today(), **_more(chosen, frame)))
    form = chosen.form(request.POST or None, request.FILES or None, initial=_initial(version))
    given: dict[str, Any] = {"by": person(request), "on": today(), "version": version}
    if request.method == "POST" and form.is_valid():
        given |= {"expected": expected(request), **form.cleaned_data}
        if tried(form, lambda: chosen.act(**given)):
            messages.success(request, chosen.done)
            return _onward(verb, pk)
    context = page_context(frame, step=chosen, form=form, verb=verb)
    if chosen.shows_findings:
        context["findings"] = told_findings(version)
    return render(request, "plans/step.html", context, status=422 if form.errors else 200)


def _more(chosen: Step, frame: Frame) -> dict[str, Any]:
    """The other version in preparation, for the steps that it stands in the way of."""
    needs = chosen.may in (policy.may_amend, policy.may_close)
    return {"under_way": frame.under_way} if needs else {}


def _onward(verb: str, pk: int) -> HttpResponse:
    return redirect("plans:list") if verb == "bo" else redirect("plans:newest", pk)


def _initial(version: PlanVersion) -> dict[str, Any]:
    return {
        "number": version.number,
        "symbol": version.symbol,
        "issued_on": today(),
        "capacity": version.signing_capacity,
        "signer_title": version.signer_title,
        "signer_name": version.signer_name,
    }
