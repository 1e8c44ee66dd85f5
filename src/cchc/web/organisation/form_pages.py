"""One way of showing a form, doing what it asks, and saying why not beside what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cchc.web.ui.refusals import Forbidden, RuleViolation

Do = Callable[[dict[str, Any]], HttpResponse]


def form_page(
    request: HttpRequest,
    form: forms.Form,
    do: Do,
    *,
    title: str,
    button: str,
    back: str,
    template: str = "organisation/form.html",
    **more: Any,
) -> HttpResponse:
    """Show a form; once it is sent and right, do it. What a rule refuses is said at the form.

    `do` gets the cleaned values and answers, as a rule with a redirect. `more` goes to the page:
    `intro` and `loses` (what to know before), `asks` (a question before it is sent), `about`.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return do(form.cleaned_data)
            except Forbidden:
                raise
            except RuleViolation as broken:
                form.add_error(None, broken.sentence)
                status = broken.status
    shown = {"form": form, "title": title, "button": button, "back": back, **more}
    return render(request, template, shown, None, status)
