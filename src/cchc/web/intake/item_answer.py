"""The answer to an edit of one item: its part of the page, or the whole desk without script."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cchc.web.intake import policy
from cchc.web.intake.desk_page import Sight
from cchc.web.intake.desk_state import look_at
from cchc.web.intake.models import Item
from cchc.web.intake.sight import user_of
from cchc.web.ui.clock import today


def answer_with_item(
    request: HttpRequest, item: Item, sight: Sight, told: dict[str, object], status: int
) -> HttpResponse:
    """Show an item as it now stands, with what the caller has to tell."""
    user = user_of(request)
    item.reading.refresh_from_db(fields=("year", "state"))
    seen = look_at(item.reading, user, sight)
    told |= {
        "reading": item.reading,
        "state": seen.state,
        "sight": sight,
        "shown": seen.item(item.pk),
        "may_review": policy.may_review(user, item.reading, on=today()),
    }
    if request.headers.get("HX-Request"):
        return render(request, "intake/_item_answer.html", told, None, status)
    told |= {"desk": seen, "parts": seen.parts(), "source": seen.source(as_text=False)}
    told["may_archive"] = policy.may_archive(user, item.reading, on=today())
    return render(request, "intake/desk.html", told, None, status)
