"""What views of this room share: who asks, what was shown, an act whose rule may say no."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpRequest

from cchc.web.accounts.models import User
from cchc.web.ui.refusals import ChangedMeanwhile, RuleViolation


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def expected(request: HttpRequest, name: str = "version") -> int | None:
    """The version of the row that the form showed."""
    shown = request.POST.get(name, "")
    return int(shown) if shown.isdigit() else None


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of a page."""
    return bool(request.headers.get("HX-Request"))


def tried(form: forms.BaseForm, act: Callable[[], object]) -> bool:
    """Do an act; where a rule says no, its sentence goes on the form and nothing was written.

    Where somebody else wrote meanwhile the form says so too (`is_outdated`), so that the page can
    show both wordings; writing again is on purpose.
    """
    try:
        act()
    except ChangedMeanwhile as error:
        form.add_error(None, error.sentence)
        form.is_outdated = True  # type: ignore[attr-defined]
        return False
    except RuleViolation as error:
        if error.status != 422:
            raise
        form.add_error(None, error.sentence)
        return False
    return True


def status_of(form: forms.BaseForm) -> int:
    """200 for a form as it is shown first, 422 for one refused, 409 where it was outdated."""
    if hasattr(form, "is_outdated"):
        return 409
    return 422 if form.errors else 200
