"""What waits for a coordinator or leader, part by part: answers, decisions, plans to follow."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.web.accounts.models import User
from cchc.web.intake.files import download
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit
from cchc.web.work import display, policy
from cchc.web.work.answers import person
from cchc.web.work.models import Occurrence
from cchc.web.work.queries import owed, waiting
from cchc.web.work.queries.followed import amended_since, reckoned_from

State = Occurrence.State
_MOST = 200


@require_safe
@login_required
def to_fix(request: HttpRequest) -> HttpResponse:
    """One part at a time: what it holds, and where to decide it."""
    user, on = person(request), today()
    permit(policy.may_settle(user, on=on))
    counts = waiting.to_fix_of(user, on)
    happened = waiting.coordinated(user, on).filter(state=State.WAITING).count()
    followed = waiting.coordinated_followings(user, on)
    parts = (
        ("cong-nhan", "Chờ công nhận", counts.proposed),
        ("gia-han", "Gia hạn", counts.extensions),
        ("thoi-han", "Thời hạn chưa rõ", counts.unclear),
        ("don-vi", "Chưa có đơn vị", counts.without_unit),
        ("su-viec", "Chờ sự việc", happened),
        ("ke-hoach", "Kế hoạch theo dõi", counts.to_follow + counts.amended),
    )
    asked = request.GET.get("phan", "")
    chosen = next((key for key, _, _ in parts if key == asked), "")
    chosen = chosen or next((key for key, _, count in parts if count), "cong-nhan")
    context: dict[str, Any] = {"parts": parts, "part": chosen, "today": on}
    if chosen == "gia-han":
        context["extensions"] = waiting.decidable_extensions(user, on).select_related(
            "occurrence__task", "occurrence__unit", "asked_by"
        )
    elif chosen == "ke-hoach":
        context["to_follow"] = waiting.unfollowed(user, on)
        context["amended"] = amended_since(followed)
        context["followed"] = reckoned_from(followed)
    else:
        context |= _rows(user, on, chosen)
    return render(request, "work/to_fix.html", context)


def _rows(user: User, on: date, part: str) -> dict[str, Any]:
    mine = waiting.coordinated(user, on)
    rows = {
        "cong-nhan": waiting.answerable(user, on),
        "thoi-han": mine.filter(state=State.UNCLEAR),
        "don-vi": mine.filter(unit=None, state__in=(*Occurrence.OWED, State.WAITING)),
        "su-viec": mine.filter(state=State.WAITING),
    }[part]
    found = list(owed.listed(rows.order_by("due_on", "pk"))[:_MOST])
    people = owed.assigned_people(found)
    return {"lines": display.lines_of(found, on, people=people), "count": rows.count()}


@require_safe
@login_required
def event_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The paper of an event exactly as it was uploaded, to be saved."""
    visible = policy.visible_events(person(request), today())
    event = reach(visible.filter(file__isnull=False).select_related("file"), pk=pk)
    assert event.file is not None
    return download(event.file)
