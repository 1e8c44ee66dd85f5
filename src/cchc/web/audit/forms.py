"""What a reader of the record may choose by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings

from cchc.web.audit.queries import Choice
from cchc.web.audit.verbs import verbs_by_part
from cchc.web.ui.vietnamese import sortable


def subjects() -> list[tuple[str, str]]:
    """Kinds of rows of the office, by their Vietnamese names in order."""
    found = [
        (model._meta.label_lower, _capital(str(model._meta.verbose_name)))
        for config in apps.get_app_configs()
        if config.name in settings.INSTALLED_ROOMS and config.label != "audit"
        for model in config.get_models()
    ]
    return sorted(found, key=lambda one: sortable(one[1]))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class DayField(forms.DateField):
    """A day typed as dd/mm/yyyy; a browser's own calendar may show it the American way round."""

    def __init__(self, **keys: Any) -> None:
        super().__init__(
            input_formats=("%d/%m/%Y", "%Y-%m-%d"),
            widget=forms.DateInput(
                attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "size": 10},
                format="%d/%m/%Y",
            ),
            required=False,
            error_messages={"invalid": "Ngày chưa đúng; hãy nhập dạng ngày/tháng/năm."},
            **keys,
        )


class RecordForm(forms.Form):
    """Person, act, kind of row, period and words; all optional."""

    chu = forms.CharField(
        label="Từ khóa",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "tên, lý do…"}),
    )
    nguoi = forms.CharField(label="Người", max_length=100, required=False)
    viec = forms.ChoiceField(label="Việc", required=False)
    loai = forms.ChoiceField(label="Loại bản ghi", required=False)
    tu = DayField(label="Từ ngày")
    den = DayField(label="Đến hết ngày")
    ma_nguoi = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, asked: Any) -> None:
        super().__init__(asked, auto_id="record_%s")
        # Choices are read when a form is made: all rooms are known by then.
        self._choices("viec", [("", "Mọi việc"), *verbs_by_part()])
        self._choices("loai", [("", "Mọi loại bản ghi"), *subjects()])

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("tu") and told.get("den") and told["tu"] > told["den"]:
            self.add_error("den", "Ngày cuối phải từ ngày đầu trở đi.")
        return told

    def choice(self) -> Choice:
        """What was chosen; of a form with errors, the fields that are right."""
        self.is_valid()
        told = self.cleaned_data
        return Choice(
            person=told.get("nguoi") or "",
            person_id=told.get("ma_nguoi"),
            verb=told.get("viec") or "",
            subject=told.get("loai") or "",
            since=told.get("tu"),
            until=told.get("den"),
            text=told.get("chu") or "",
        )


class SealForm(forms.Form):
    """Which day's seal."""

    ngay = DayField(label="Ngày")
