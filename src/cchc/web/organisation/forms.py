"""What is typed about units: shapes only; rules stand in the actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from cchc.text.normal import one_line
from cchc.web.organisation.actions.succession import Decided
from cchc.web.organisation.actions.units import UnitFacts
from cchc.web.organisation.choosing import DayField, UnitField
from cchc.web.organisation.models import Unit, UnitKind

REQUIRED = {"required": "Hãy ghi mục này."}


class Seen(forms.Form):
    """A form about a row that was shown in one version."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class UnitFilter(forms.Form):
    """What the list of units is asked for."""

    tim = forms.CharField(label="Tìm đơn vị", required=False, max_length=100)
    loai = forms.ChoiceField(
        label="Loại", required=False, choices=[("", "Mọi loại"), *UnitKind.choices]
    )
    ngay = DayField(label="Tại ngày", required=False)
    duoi = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    gom = forms.ChoiceField(
        label="Gồm",
        required=False,
        choices=[
            ("", "Đang hoạt động"),
            ("ket-thuc", "Đã kết thúc"),
            ("tat-ca", "Tất cả"),
        ],
    )
    ten = forms.ChoiceField(
        label="Tên",
        required=False,
        choices=[("", "Tên khi đó"), ("nay", "Tên hiện nay")],
    )


class UnitForm(forms.Form):
    """The facts of a unit."""

    name = forms.CharField(label="Tên đơn vị", max_length=200, error_messages=REQUIRED)
    kind = forms.ChoiceField(label="Loại", choices=UnitKind.choices)
    short_name = forms.CharField(
        label="Tên viết tắt", max_length=60, required=False, help_text="Ví dụ: SKHCN, VP Sở."
    )
    code = forms.CharField(
        label="Mã", max_length=40, required=False, help_text="Mã định danh; mỗi mã một đơn vị."
    )
    valid_from = DayField(
        label="Hoạt động từ ngày", required=False, help_text="Để trống nếu đã có từ trước."
    )
    place = forms.IntegerField(
        label="Thứ tự",
        min_value=0,
        max_value=30_000,
        initial=100,
        help_text="Đơn vị cùng cấp xếp theo số này, rồi theo tên.",
    )

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def facts(self) -> UnitFacts:
        values = dict(self.cleaned_data)
        values.pop("version", None)
        return UnitFacts(kind=UnitKind(values.pop("kind")), **values)


class EditUnitForm(Seen, UnitForm):
    """The facts of a unit that is there already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = (
            "Chỉ sửa lỗi viết sai. Nếu đơn vị đổi tên thật, hãy dùng «Đổi tên» để kế hoạch cũ giữ "
            "tên cũ."
        )


class MoveForm(Seen):
    """Under which unit from which day."""

    to = UnitField(label="Chuyển vào đơn vị", error_messages=REQUIRED)
    on = DayField(label="Từ ngày")
    reason = forms.CharField(label="Theo văn bản hoặc lý do", required=False, max_length=300)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _unit_field(self, "to").offer(units)


class ReasonForm(Seen):
    """Why something is put away."""

    reason = forms.CharField(
        label="Lý do", max_length=500, error_messages={"required": "Hãy ghi lý do."}
    )


class DecidedForm(forms.Form):
    """From which day and by which document."""

    on = DayField(label="Có hiệu lực từ ngày")
    decision = forms.CharField(
        label="Theo văn bản",
        max_length=200,
        required=False,
        help_text="Số, ký hiệu, ngày và cơ quan ban hành; ghi vào biên bản.",
    )
    note = forms.CharField(
        label="Ghi chú vào biên bản",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def decided(self) -> Decided:
        values = self.cleaned_data
        return Decided(on=values["on"], decision=values["decision"], note=values["note"])


class AliasForm(forms.Form):
    """Another way of writing a unit in the plans of an office."""

    text = forms.CharField(label="Cách viết", max_length=200, error_messages=REQUIRED)
    unit = UnitField(label="Là đơn vị", error_messages=REQUIRED)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _unit_field(self, "unit").offer(units)


class CollectiveForm(forms.Form):
    """A name that means several units."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label="Tên gọi chung",
        max_length=200,
        error_messages=REQUIRED,
        help_text="Như viết trong kế hoạch: «Các phòng, đơn vị thuộc Sở».",
    )
    units = forms.ModelMultipleChoiceField(
        label="Gồm các đơn vị",
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một đơn vị."},
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["units"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = units


def _unit_field(form: forms.Form, name: str) -> UnitField:
    field = form.fields[name]
    assert isinstance(field, UnitField)
    return field
