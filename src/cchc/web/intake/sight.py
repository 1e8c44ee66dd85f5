"""Where a person looks on the desk, carried in the address: the item, the value, the filter."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.intake.desk_page import Sight


def user_of(request: HttpRequest) -> User:
    """The person who is signed in; the views behind this ask for a sign-in first."""
    assert isinstance(request.user, User)
    return request.user


def sight_of(query: Mapping[str, str]) -> Sight:
    """`?muc=<item>&o=<value>&sua=<value edited>&ngo=1`; what makes no sense is left out."""
    item = query.get("muc", "")
    return Sight(
        int(item) if item.isdecimal() and len(item) < 12 else None,
        query.get("o", "")[:40],
        query.get("sua", "")[:40],
        query.get("ngo") == "1",
    )


def address_of(reading: int, sight: Sight) -> str:
    """The desk with the same look, for going back to it."""
    told = {
        "muc": sight.item or "",
        "o": sight.field,
        "sua": sight.edited,
        "ngo": "1" if sight.only_open else "",
    }
    query = urlencode({key: value for key, value in told.items() if value})
    place = f"#item-{sight.item}" if sight.item else ""
    return f"{reverse('intake:desk', args=(reading,))}{'?' if query else ''}{query}{place}"
