"""What views of this room share: who asks, what was shown, an act whose rule may say no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest

from cchc.web.accounts.models import User
from cchc.web.evidence.actions.linking import Claim
from cchc.web.evidence.subjects import Subject, subject_of
from cchc.web.ui.refusals import RuleViolation


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def expected(request: HttpRequest) -> int | None:
    """The version of the row that the form showed."""
    shown = request.POST.get("version", "")
    return int(shown) if shown.isdigit() else None


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of a page."""
    return bool(request.headers.get("HX-Request"))


def tried(form: forms.BaseForm, act: Callable[[], object], *, field: str | None = None) -> bool:
    """Do an act; where a rule says no, its sentence goes on the form and nothing was written."""
    try:
        act()
    except RuleViolation as error:
        if error.status != 422:
            raise
        form.add_error(field if field in form.fields else None, error.sentence)
        return False
    return True


def asked_subject(request: HttpRequest, on: date) -> Subject | None:
    """What the new evidence is to serve: `cho` and `khoa` of the address or the form."""
    given = request.POST if request.method == "POST" else request.GET
    label, key = given.get("cho", ""), given.get("khoa", "")
    return subject_of(person(request), on, label, key) if label or key else None


def claim_of(subject: Subject | None, data: dict[str, Any]) -> Claim | None:
    """What the form says evidence serves, and for which period."""
    if subject is None:
        return None
    return Claim(
        subject,
        data.get("period_from"),
        data.get("period_to"),
        data.get("link_note") or "",
    )
