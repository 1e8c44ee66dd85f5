"""The person who is signed in, as the views of accounts need it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from cchc.web.accounts.models import User

Rest = ParamSpec("Rest")


class OwnRequest(HttpRequest):
    """A request whose user is known to be a person of the office."""

    user: User


def own_page(
    view: Callable[Concatenate[OwnRequest, Rest], HttpResponse],
) -> Callable[..., HttpResponse]:
    """A page about oneself: only for who is signed in, never cached, its passwords never logged."""

    @wraps(view)
    def answer(request: OwnRequest, *args: Rest.args, **keys: Rest.kwargs) -> HttpResponse:
        return view(request, *args, **keys)

    return login_required(never_cache(sensitive_post_parameters()(answer)))


def show(
    request: HttpRequest, template: str, form: Form | None = None, **told: object
) -> HttpResponse:
    """Answer with a page; 422 where its form has errors."""
    status = 422 if form is not None and form.errors else 200
    return render(request, template, {"form": form, **told}, None, status)
