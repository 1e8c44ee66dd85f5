"""Form fields of this room: names one to an input with a list to choose from, lines, day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from cchc.text.normal import nfc, one_line

_SPARE = 2  # empty inputs after the names that are there


class NamesInput(forms.Widget):
    """One input for each name, with a list of units to choose from; any words may be typed."""

    template_name = "plans/widgets/names.html"
    offered: Iterable[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["names"] = [*(value or ()), *[""] * _SPARE]
        context["offered"] = self.offered
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        if isinstance(data, MultiValueDict):
            return [str(one) for one in data.getlist(name)]
        return list(data.get(name, ()))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0"


class NamesField(forms.Field):
    """Names in their order, without the empty ones and without one twice."""

    widget = NamesInput

    def clean(self, value: Any) -> tuple[str, ...]:
        names = [one_line(nfc(name)) for name in value or ()]
        return tuple(dict.fromkeys(name for name in names if name))


class LinesField(forms.CharField):
    """Several short texts, one to a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else "\n".join(value)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return tuple(line for line in (one_line(nfc(part)) for part in text.splitlines()) if line)


class DayField(forms.DateField):
    """A day typed as dd/mm/yyyy; a browser's own calendar may show it the American way round."""

    def __init__(self, **options: Any) -> None:
        attrs = {"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "autocomplete": "off"}
        widget = forms.DateInput(format="%d/%m/%Y", attrs=attrs)
        super().__init__(
            input_formats=("%d/%m/%Y", "%Y-%m-%d"),
            widget=widget,
            error_messages={"invalid": "Hãy nhập ngày dạng ngày/tháng/năm."},
            **options,
        )


class FigureField(forms.DecimalField):
    """A number as Vietnamese type it: 98,5."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.strip().replace(" ", "")
            value = value.replace(".", "").replace(",", ".") if "," in value else value
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        exact = f"{value:f}"
        exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
        return exact.replace(".", ",")
