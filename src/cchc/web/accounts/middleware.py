"""What is seen to on every request of somebody signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django_htmx.http import HttpResponseClientRedirect

from cchc.web.accounts import known_sessions
from cchc.web.accounts.models import User

_OPEN_BEFORE_THE_CHANGE = ("accounts:change_password", "accounts:sign_out")


class keep_sessions_known:
    """Note that the session is in use; asks the database nothing between two notes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known_sessions.see(request)
        return self.get_response(request)


class lead_to_password_change:
    """Lead a person with an initial password to its change, from every page until it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, keys: Any
    ) -> HttpResponse | None:
        user = request.user
        if not isinstance(user, User) or not user.must_change_password:
            return None
        here = request.resolver_match.view_name if request.resolver_match else ""
        if here in _OPEN_BEFORE_THE_CHANGE:
            return None
        answer = redirect("accounts:change_password")
        if request.headers.get("HX-Request"):
            return HttpResponseClientRedirect(answer.url)
        return answer
