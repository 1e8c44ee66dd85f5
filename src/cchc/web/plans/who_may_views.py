"""Who may do what with the plans of a unit: the table that the page of a unit loads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.web.intake.policy import may_upload
from cchc.web.organisation.models import Unit
from cchc.web.organisation.policy import visible_units, works_with
from cchc.web.organisation.standing import Person
from cchc.web.organisation.who_may import Ask, Verb, who_may
from cchc.web.plans import policy
from cchc.web.plans.answers import person
from cchc.web.plans.models import Plan, PlanVersion
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import Decision

State = PlanVersion.State


def _to_one_in(state: State, may: Callable[..., Decision]) -> Ask:
    """Ask a policy about a plan of the unit in a state: one that stands nowhere but here."""

    def ask(who: Person, unit: Unit, on: date) -> bool:
        return bool(may(who, PlanVersion(plan=Plan(owner=unit), state=state), on=on))

    return ask


VERBS: tuple[Verb, ...] = (
    Verb("Tải kế hoạch lên, rà soát", lambda who, unit, on: bool(may_upload(who, unit, on=on))),
    Verb("Lập kế hoạch", lambda who, unit, on: bool(policy.may_start(who, unit, on=on))),
    Verb("Sửa dự thảo, trình duyệt", _to_one_in(State.DRAFT, policy.may_submit)),
    Verb("Duyệt, trả lại", _to_one_in(State.SUBMITTED, policy.may_approve)),
    Verb("Ban hành", _to_one_in(State.APPROVED, policy.may_issue)),
    Verb("Sửa đổi, kết thúc", _to_one_in(State.ISSUED, policy.may_amend)),
    Verb(
        "Phân công, bàn giao nhiệm vụ",
        lambda who, unit, on: bool(policy.may_hand_over(who, unit, on=on)),
    ),
    Verb("Xem mọi kế hoạch đã ban hành", policy.watches_over),
)


@require_safe
@login_required
def unit_verbs(request: HttpRequest, pk: int) -> HttpResponse:
    """The verbs of plans and of the desk, each role's answer; for who works with the unit.

    A part for htmx, a page of its own without.
    """
    by, on = person(request), today()
    unit = reach(visible_units(by, on), pk=pk)
    if not works_with(by, unit, on):
        raise Http404("đơn vị")
    told = {"unit": unit, "roles": who_may(unit, on, VERBS), "verbs": VERBS}
    part = request.headers.get("HX-Request")
    return render(request, "plans/_who_may.html" if part else "plans/who_may.html", told)
