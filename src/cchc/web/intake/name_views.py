"""What the unit names of a reading mean: decided, remembered, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from cchc.web.intake import policy
from cchc.web.intake.actions import naming
from cchc.web.intake.item_answer import answer_with_item
from cchc.web.intake.models import NameDecision, Reading
from cchc.web.intake.name_page import name_page
from cchc.web.intake.sight import address_of, sight_of, user_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import Forbidden, RuleViolation


@require_safe
@login_required
def names(request: HttpRequest, pk: int) -> HttpResponse:
    """All unit names of a reading; those that are undecided first."""
    return _page(request, _reading(request, pk), {}, 200)


@login_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what a name means."""
    reading = _reading(request, pk)
    kind = request.POST.get("kind", NameDecision.Kind.UNIT)
    chosen = request.POST.getlist("units" if kind == NameDecision.Kind.SET else "unit")
    folded = request.POST.get("name", "")
    try:
        row = naming.decide_name(
            by=user_of(request),
            reading=reading,
            folded=folded,
            kind=kind if kind in NameDecision.Kind.values else NameDecision.Kind.UNIT,
            unit_ids=[int(unit) for unit in chosen if unit.isdecimal()],
            remember=request.POST.get("remember") == "1",
        )
    except RuleViolation as error:
        if request.headers.get("HX-Request"):
            return _on_the_desk(request, {"wrong": error.sentence}, error.status)
        if isinstance(error, Forbidden):
            raise
        return _page(request, reading, {"wrong": error.sentence, "at": folded}, error.status)
    if request.headers.get("HX-Request"):
        return _on_the_desk(request, {}, 200)
    messages.success(request, f"Đã ghi nghĩa của «{row.text}».")
    return _back(request, reading)


@login_required
@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what a name was decided to mean."""
    reading = _reading(request, pk)
    folded = request.POST.get("name", "")
    naming.forget_name(by=user_of(request), reading=reading, folded=folded)
    return _back(request, reading)


def _reading(request: HttpRequest, pk: int) -> Reading:
    return reach(policy.visible_readings(user_of(request), today()), pk=pk)


def _on_the_desk(request: HttpRequest, told: dict[str, object], status: int) -> HttpResponse:
    """The item from which a suggestion was taken."""
    item = reach(policy.visible_items(user_of(request), today()), pk=request.POST.get("muc"))
    return answer_with_item(request, item, sight_of(request.POST), told, status)


def _back(request: HttpRequest, reading: Reading) -> HttpResponse:
    """To the desk where the person came from there, else to the page of names."""
    if request.POST.get("back") == "desk":
        return redirect(address_of(reading.pk, sight_of(request.POST)))
    return redirect(reverse("intake:names", args=(reading.pk,)))


def _page(
    request: HttpRequest, reading: Reading, told: dict[str, object], status: int
) -> HttpResponse:
    told |= {
        "reading": reading,
        "names": name_page(reading),
        "may_review": policy.may_review(user_of(request), reading, on=today()),
    }
    return render(request, "intake/names.html", told, None, status)
