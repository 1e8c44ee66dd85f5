"""What every page's frame shows of where a person stands, and the way into an empty office."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from cchc.web.accounts.models import User
from cchc.web.organisation.actions.first import is_empty
from cchc.web.organisation.policy import sees_the_desk, sees_the_record
from cchc.web.organisation.standing import standing_of
from cchc.web.ui.clock import today


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
