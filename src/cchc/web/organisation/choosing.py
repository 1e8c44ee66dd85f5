"""Form fields in which a person writes a day, a unit or a person, with suggestions as they type.

They work without JavaScript: the list of suggestions is the browser's own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Unit
from cchc.web.ui.vietnamese import searchable

_MOST_SUGGESTED = 500
_IN_BRACKETS = re.compile(r"\(([^()\s]+)\)\s*$")


class DayField(forms.DateField):
    """A day as the office writes it: dd/mm/yyyy."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"],
            widget=forms.DateInput(
                format="%d/%m/%Y",
                attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "autocomplete": "off"},
            ),
            error_messages={
                "invalid": "Hãy ghi ngày như 01/07/2025.",
                "required": "Hãy ghi ngày.",
            },
            **options,
        )


class Suggested(forms.TextInput):
    """A line of text with the browser's list of suggestions."""

    template_name = "organisation/_suggested.html"
    options: list[str] = []  # noqa: RUF012  # set anew for each form

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["options"] = self.options
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"]["autocomplete"] = "off"
        return context


class UnitField(forms.CharField):
    """A unit by its name, short name or code; among several of one name, with the unit above."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=Suggested(), max_length=400, **options)
        self.units: list[Unit] = []
        self.labels: dict[str, Unit] = {}

    def offer(self, units: QuerySet[Unit]) -> None:
        """Set what may be chosen. 1 query."""
        self.units = list(units.select_related("parent").order_by("sort_key", "pk"))
        self.labels = unit_labels(self.units)
        assert isinstance(self.widget, Suggested)
        self.widget.options = list(self.labels)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Unit):
            return next((label for label, unit in self.labels.items() if unit == value), value.name)
        return value

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip()
        return self.find(text) if text else None

    def find(self, text: str) -> Unit:
        """The unit that a text means. Raises ValidationError where it means none or several."""
        if text in self.labels:
            return self.labels[text]
        asked = searchable(text)
        for part in ("code", "name", "short_name"):
            found = [unit for unit in self.units if searchable(getattr(unit, part)) == asked]
            if len(found) == 1:
                return found[0]
            if found:
                raise forms.ValidationError(
                    f"Có {len(found)} đơn vị là «{text}»; hãy chọn dòng gợi ý có ghi đơn vị cấp "
                    "trên, hoặc ghi mã."
                )
        raise forms.ValidationError(
            f"Không có đơn vị «{text}» trong phạm vi của bạn; hãy chọn trong danh sách gợi ý."
        )


def unit_labels(units: list[Unit]) -> dict[str, Unit]:
    """A different label for each unit: its name, where needed with the unit above or the number."""
    names = Counter(unit.name for unit in units)
    wide = Counter((unit.name, unit.parent_id) for unit in units)
    labels: dict[str, Unit] = {}
    for unit in units:
        label = unit.name
        if names[unit.name] > 1 and unit.parent is not None:
            label = f"{unit.name} · {unit.parent.name}"
        if label in labels or wide[unit.name, unit.parent_id] > 1:
            label = f"{label} (số {unit.pk})"
        labels[label] = unit
    return labels


class PersonField(forms.CharField):
    """A person by sign-in name or full name: «Nguyễn Thị An (an)»."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=Suggested(), max_length=200, **options)
        self.people: QuerySet[User] = User.objects.none()

    def offer(self, people: QuerySet[User]) -> None:
        """Set who may be chosen; the first 500 are suggested. 1 query."""
        self.people = people
        assert isinstance(self.widget, Suggested)
        self.widget.options = [
            person_label(one) for one in people.order_by("sort_key", "pk")[:_MOST_SUGGESTED]
        ]

    def prepare_value(self, value: Any) -> Any:
        return person_label(value) if isinstance(value, User) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip()
        if not text:
            return None
        named = _IN_BRACKETS.search(text)
        username = named.group(1) if named else text
        same_name = Q(folded__startswith=searchable(text) + " ")
        found = list(self.people.filter(username__iexact=username)) or [
            one
            for one in self.people.filter(same_name)[:20]
            if searchable(one.full_name) == searchable(text)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise forms.ValidationError(
                f"Có {len(found)} người tên «{text}»; hãy ghi tên đăng nhập."
            )
        raise forms.ValidationError(
            f"Không có người «{text}» trong phạm vi của bạn; hãy chọn trong danh sách gợi ý."
        )


def person_label(person: User) -> str:
    return f"{person.full_name} ({person.username})"
