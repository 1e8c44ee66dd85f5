"""What every page's frame shows of where a person stands, and the doors of the office.

An office without anybody leads to its first page; a person without a position stays at their own
account.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from cchc.web.accounts.models import User
from cchc.web.organisation.actions.first import is_empty
from cchc.web.organisation.policy import may_come_in, sees_the_desk, sees_the_record
from cchc.web.organisation.standing import standing_of
from cchc.web.ui.clock import today
from cchc.web.ui.middleware import answer_refusal
from cchc.web.ui.refusals import Forbidden, Refused

# Open to everybody with a sign-in: what the words mean, and minutes of one's own hand-overs.
_OPEN_WITHOUT_A_POSITION = ("terms", "organisation:first", "organisation:hand_over_minute")


def frame(request: HttpRequest) -> dict[str, Any]:
    """`page_frame.home_name` and the parts that the person has. 1 query at most: the standing's."""
    return {"page_frame": SimpleLazyObject(lambda: _frame(request))}


def _frame(request: HttpRequest) -> dict[str, Any]:
    person = getattr(request, "user", None)
    if not isinstance(person, User):
        return {"home_name": "", "parts": frozenset()}
    on = today()
    parts = {"plans", "organisation"}
    if sees_the_desk(person, on):
        parts.add("intake")
    if sees_the_record(person, on):
        parts.add("audit")
    offices = standing_of(person, on).offices
    return {"home_name": offices[0].name if offices else "", "parts": frozenset(parts)}


class lead_to_first:
    """Lead every page of an office without anybody to its first page.

    Who is signed in shows that somebody is there, so this asks the database only for strangers.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        page = reverse("organisation:first")
        if request.path != page and not request.user.is_authenticated and is_empty():
            return redirect(page)
        return self.get_response(request)


class keep_to_the_account:
    """Show a person without a position of today only their own account, and say whom to ask.

    Each page is closed to them by its own policy too; this says why, and the same everywhere.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, keys: Any
    ) -> HttpResponse | None:
        here = request.resolver_match
        if here is None or not request.user.is_authenticated:
            return None
        if here.app_name == "accounts" or here.view_name in _OPEN_WITHOUT_A_POSITION:
            return None
        decision = may_come_in(request.user, on=today())
        if not isinstance(decision, Refused):
            return None
        if here.view_name == "home":
            messages.warning(request, decision.sentence)
            return redirect("accounts:me")
        return answer_refusal(request, Forbidden(decision.reason))
