"""Turns what a rule or policy refused into an answer: a page, or the part that htmx asked for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cchc.web.ui.refusals import RuleViolation


class answer_refusals:
    """Answer `RuleViolation` with its sentence and status; everything else passes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return answer_refusal(request, error) if isinstance(error, RuleViolation) else None


def answer_refusal(request: HttpRequest, error: RuleViolation) -> HttpResponse:
    """The page, or the part for htmx, that says why not."""
    template = "ui/_refused.html" if request.headers.get("HX-Request") else "ui/refused.html"
    told = {"sentence": error.sentence, "status": error.status}
    return render(request, template, told, None, error.status)
