"""Screens of acts on many occurrences at once: chosen, asked once more with a reason, undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import Refused
from cchc.web.work import display, policy
from cchc.web.work.actions import bulk as acts
from cchc.web.work.actions.bulk import BulkVerb
from cchc.web.work.answers import expected, person, status_of, tried
from cchc.web.work.forms import BulkForm
from cchc.web.work.models import Occurrence
from cchc.web.work.policy import visible_occurrences
from cchc.web.work.queries import one


@dataclass(frozen=True, slots=True)
class Kind:
    """An act on many: its words on the page, what its form asks for."""

    verb: BulkVerb
    title: str
    reason: str
    button: str
    day: str = ""


KINDS = {
    "ghi": Kind(BulkVerb.REPORT, "Ghi cùng một cập nhật", "Đã làm gì", "Ghi cập nhật"),
    "de-nghi": Kind(
        BulkVerb.PROPOSE,
        "Đề nghị công nhận hoàn thành",
        "Đã làm gì",
        "Đề nghị",
        "Ngày hoàn thành (để trống là hôm nay)",
    ),
    "cong-nhan": Kind(BulkVerb.ACCEPT, "Công nhận hoàn thành", "Ý kiến chung", "Công nhận"),
    "tra-lai": Kind(BulkVerb.RETURN, "Trả lại việc chưa đạt", "Còn thiếu gì", "Trả lại"),
    "gia-han": Kind(BulkVerb.ASK, "Xin gia hạn", "Lý do chung", "Gửi đề nghị", "Xin đến hết ngày"),
}
WORDS = {kind.verb.value: kind.title for kind in KINDS.values()}


@login_required
@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Show what was chosen and ask for the reason; do it where the form was filled in."""
    user, on = person(request), today()
    kind = KINDS.get(request.POST.get("viec", ""), KINDS["ghi"])
    numbers = [int(one) for one in request.POST.getlist("chon") if one.isdigit()]
    visible = one.whole(visible_occurrences(user, on).filter(pk__in=numbers[: acts.MOST_ROWS]))
    rows = list(visible.order_by("due_on", "pk"))
    if not rows:
        messages.warning(request, "Hãy chọn ít nhất một việc.")
        return redirect("work:mine")
    may = [(row, acts.MAY[kind.verb](user, row, on=on)) for row in rows]
    is_asked = "reason" in request.POST
    form = BulkForm(request.POST if is_asked else None, reason=kind.reason, day=kind.day)
    if is_asked and form.is_valid():
        chosen = [row for row, decision in may if decision]
        if tried(form, lambda: _do(request, kind, chosen, form.cleaned_data)):
            messages.success(request, f"{kind.title}: {len(chosen)} việc. Có thể hoàn tác ở đây.")
            return redirect("work:bulk_acts")
    context = {
        "kind": kind,
        "verb": request.POST.get("viec", "ghi"),
        "form": form,
        "allowed": display.lines_of([row for row, decision in may if decision], on),
        "refused": [(row, why.sentence) for row, why in may if isinstance(why, Refused)],
    }
    return render(request, "work/bulk.html", context, status=status_of(form))


def _do(request: HttpRequest, kind: Kind, rows: list[Occurrence], data: dict[str, Any]) -> None:
    chosen = [(row, expected(request, f"version-{row.pk}")) for row in rows]
    said = acts.Said(data["reason"], data.get("day"))
    acts.act_on_many(by=person(request), on=today(), verb=kind.verb, rows=chosen, said=said)


@require_safe
@login_required
def bulk_acts(request: HttpRequest) -> HttpResponse:
    """What the person did to many at once, and what of it can still be taken back."""
    user, on = person(request), today()
    rows = policy.visible_bulk_acts(user, on)[:50]
    shown = [
        (row, WORDS.get(row.verb, row.verb), policy.may_undo(user, row, on=on)) for row in rows
    ]
    return render(request, "work/bulk_acts.html", {"acts": shown})


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a bulk act back."""
    user, on = person(request), today()
    row = reach(policy.visible_bulk_acts(user, on), pk=pk)
    acts.undo(by=user, on=on, bulk=row, expected=expected(request))
    messages.success(request, f"Đã hoàn tác {len(row.rows)} việc.")
    return redirect("work:bulk_acts")
