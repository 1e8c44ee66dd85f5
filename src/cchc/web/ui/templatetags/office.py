"""Template tags that every page may use: dates, numbers, states, buttons that say why not."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.utils import timezone

from cchc.web.ui.refusals import Decision, Refused
from cchc.web.ui.terms import TERMS

register = template.Library()


@register.filter
def day(value: date | datetime | str | None) -> str:
    """A date as the office writes it: «05/02/2026»; nothing for no date."""
    if not value:
        return ""
    if isinstance(value, str):
        value = date.fromisoformat(value[:10])
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{value:%d/%m/%Y}"


@register.filter
def moment(value: datetime | None) -> str:
    """A moment to the minute: «05/02/2026 14:07»."""
    return f"{timezone.localtime(value):%d/%m/%Y %H:%M}" if value else ""


@register.filter
def number(value: Decimal | float | int | None) -> str:
    """A number as Vietnamese write it: «1.234,5»; no empty decimals."""
    if value is None:
        return ""
    exact = Decimal(str(value)).normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return f"{exact:,.{places}f}".translate(str.maketrans(",.", ".,"))


@register.filter
def size(value: int) -> str:
    """A file's size in KB or MB."""
    return f"{number(round(value / 2**20, 1))} MB" if value >= 2**20 else f"{-(-value // 1024)} KB"


@register.filter
def look_up(mapping: dict[str, Any], key: str) -> Any:
    """The value of a key that only the page knows."""
    return mapping.get(key, "")


@register.inclusion_tag("components/_state.html")
def state(look: str, word: str) -> dict[str, str]:
    """A state by word, shape and colour; `look`: done going soon late wait idle."""
    return {"look": look, "word": word}


@register.inclusion_tag("components/_act.html")
def act(
    label: str,
    url: str,
    decision: Decision,
    *,
    main: bool = False,
    method: str = "get",
    key: str = "",
) -> dict[str, Any]:
    """A button for an act; where the policy refuses, it is there, disabled, and says why.

    `method="post"` makes a form of its own; `key` is a keyboard shortcut (with Alt+Shift).
    """
    return {
        "label": label,
        "url": url,
        "why_not": decision.sentence if isinstance(decision, Refused) else "",
        "main": main,
        "method": method,
        "key": key,
    }


@register.inclusion_tag("components/_term.html")
def term(key: str) -> dict[str, Any]:
    """A small «?» beside a heading that leads to the word's explanation."""
    return {"term": next(one for one in TERMS if one.key == key)}


@register.simple_tag(takes_context=True)
def with_query(context: dict[str, Any], **changes: Any) -> str:
    """The present address's query with some keys set, or taken out where the value is empty."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value not in (None, ""):
            query[key] = str(value)
    query.pop("trang", None) if "trang" not in changes else None
    return "?" + urlencode(sorted(query.lists()), doseq=True)
