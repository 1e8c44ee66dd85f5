"""Addresses and small words of the desk's pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from cchc.web.intake.desk_page import Sight
from cchc.web.intake.item_fields import Field, Input
from cchc.web.intake.models import Item, Reading
from cchc.web.intake.progress_page import look_of
from cchc.web.intake.questions import Question
from cchc.web.intake.source_side import Place

register = template.Library()


@register.filter
def plain(value: object) -> str:
    """A number as programs write it: for addresses, ids and drawings."""
    return str(value)


@register.filter
def whole(value: float) -> str:
    """A measure without decimals."""
    return str(round(value))


@register.inclusion_tag("components/_state.html")
def reading_state(reading: Reading) -> dict[str, str]:
    """The state of a reading by word, shape and colour."""
    return {"look": look_of(reading.state), "word": reading.get_state_display()}


@register.simple_tag
def sight_query(sight: Sight) -> str:
    """The query of the present look."""
    return _query(sight.item, sight.field, sight.edited, only_open=sight.only_open)


@register.simple_tag
def sight_to(sight: Sight, question: Question) -> str:
    """The look at an open question."""
    query = _query(question.item, question.field, "", only_open=sight.only_open)
    return f"{query}#v-{question.item}-{question.field}"


@register.simple_tag
def place_address(place: Place) -> str:
    """The look at the value that stands at a place of the source."""
    return f"?muc={place.item}&o={place.field}#v-{place.item}-{place.field}"


@register.simple_tag
def item_address(reading: Reading, sight: Sight, item: Item) -> str:
    """The desk with an item opened."""
    desk = reverse("intake:desk", args=(reading.pk,))
    return f"{desk}{_query(item.pk, '', '', only_open=sight.only_open)}#item-{item.pk}"


@register.simple_tag
def value_address(reading: Reading, sight: Sight, item: Item, field: Field) -> str:
    """The desk with a value looked at."""
    desk = reverse("intake:desk", args=(reading.pk,))
    query = _query(item.pk, field.name, "", only_open=sight.only_open)
    return f"{desk}{query}#v-{item.pk}-{field.name}"


@register.simple_tag
def edit_address(reading: Reading, sight: Sight, item: Item, field: Field) -> str:
    """The desk with a value being edited."""
    desk = reverse("intake:desk", args=(reading.pk,))
    query = _query(item.pk, field.name, field.name, only_open=sight.only_open)
    return f"{desk}{query}#v-{item.pk}-{field.name}"


@register.simple_tag
def typed_or_stored(typed: Mapping[str, str] | str, shown: Input) -> Any:
    """What the person had typed, where it was not written; else what stands."""
    if isinstance(typed, Mapping) and shown.name in typed:
        return typed[shown.name]
    return shown.value


def _query(item: int | None, field: str, edited: str, *, only_open: bool) -> str:
    told = {"muc": item or "", "o": field, "sua": edited, "ngo": "1" if only_open else ""}
    query = urlencode({key: value for key, value in told.items() if value})
    return f"?{query}" if query else "?"
