"""The list of readings, and the desk: where a reading is watched, then reviewed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cchc.web.intake import policy
from cchc.web.intake.desk_state import look_at
from cchc.web.intake.job_state import is_lost
from cchc.web.intake.models import Reading
from cchc.web.intake.progress_page import progress_of
from cchc.web.intake.queries import listed, sorts_of
from cchc.web.intake.sight import sight_of, user_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit

_ON_A_PAGE = 50
_ON_THE_DESK = (Reading.State.READY, Reading.State.CONFIRMED)


@require_safe
@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Readings of my offices, by state."""
    permit(policy.may_upload_some(user_of(request), on=today()))
    visible = policy.visible_readings(user_of(request), today())
    sort = request.GET.get("loai", "")
    rows = Paginator(listed(visible, sort), _ON_A_PAGE).get_page(request.GET.get("trang"))
    offices = policy.visible_offices(user_of(request), today())
    shown = {
        "page": rows,
        "sorts": sorts_of(visible),
        "sort": sort,
        "may_upload": offices.exists(),
        "is_running": any(row.state in policy.UNDER_WAY for row in rows),
    }
    template = "intake/_readings.html" if request.headers.get("HX-Request") else "intake/list.html"
    return render(request, template, shown)


@require_safe
@login_required
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """One reading: how far the machine is, then source and reading side by side."""
    user = user_of(request)
    reading = reach(policy.visible_readings(user, today()), pk=pk)
    if reading.state not in _ON_THE_DESK:
        return _progress(request, reading)
    seen = look_at(reading, user, sight_of(request.GET))
    item = seen.item(seen.known.sight.item) if seen.known.sight.item else None
    told = {"reading": reading, "state": seen.state, "sight": seen.known.sight, "shown": item}
    told["may_review"] = policy.may_review(user, reading, on=today())
    if request.headers.get("HX-Target", "").startswith("item-") and item:
        return render(request, "intake/_item_answer.html", told)
    as_text = request.GET.get("xem") == "chu"
    told |= {"desk": seen, "parts": seen.parts(), "source": seen.source(as_text=as_text)}
    told["may_archive"] = policy.may_archive(user, reading, on=today())
    return render(request, "intake/desk.html", told | {"as_text": as_text})


def _progress(request: HttpRequest, reading: Reading) -> HttpResponse:
    user = user_of(request)
    told = {
        "reading": reading,
        "progress": progress_of(reading),
        "is_lost": is_lost(reading),
        "may_cancel": policy.may_cancel(user, reading, on=today()),
        "may_read_again": policy.may_read_again(user, reading, on=today()),
        "may_archive": policy.may_archive(user, reading, on=today()),
    }
    part = request.headers.get("HX-Target") == "progress"
    return render(request, "intake/_progress.html" if part else "intake/progress.html", told)


@require_safe
@login_required
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The head of the desk, asked for again and again: others may be working beside me.

    While the machine reads, the page that asks is sent to the desk as soon as there is one.
    """
    user = user_of(request)
    reading = reach(policy.visible_readings(user, today()), pk=pk)
    if reading.state in _ON_THE_DESK and request.headers.get("HX-Target") == "progress":
        answer = HttpResponse(status=204)
        answer["HX-Redirect"] = reverse("intake:desk", args=(pk,))
        return answer
    if reading.state not in _ON_THE_DESK:
        return _progress(request, reading)
    seen = look_at(reading, user, sight_of(request.GET))
    told = {"reading": reading, "state": seen.state, "sight": seen.known.sight}
    return render(request, "intake/_state.html", told)
