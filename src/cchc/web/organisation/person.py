"""The person who asks, once they are known to be signed in."""

from __future__ import annotations

from django.http import HttpRequest

from cchc.web.accounts.models import User


def person_of(request: HttpRequest) -> User:
    """The signed-in person of a request behind `login_required`."""
    person = request.user
    assert isinstance(person, User)
    return person
