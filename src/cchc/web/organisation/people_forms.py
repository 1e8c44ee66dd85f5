"""What is typed about people and positions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from cchc.text.normal import one_line
from cchc.web.accounts.models import User
from cchc.web.organisation.actions.positions import PositionFacts
from cchc.web.organisation.choosing import DayField, PersonField, UnitField
from cchc.web.organisation.forms import REQUIRED, Seen
from cchc.web.organisation.models import Position, Role, Unit


class PeopleFilter(forms.Form):
    """What the list of people is asked for."""

    tim = forms.CharField(label="Tìm người", required=False, max_length=100)
    don_vi = UnitField(label="Đơn vị", required=False)
    vai_tro = forms.ChoiceField(
        label="Vai trò", required=False, choices=[("", "Mọi vai trò"), *Role.choices]
    )
    ngay = DayField(label="Tại ngày", required=False)
    gom = forms.ChoiceField(
        label="Gồm",
        required=False,
        choices=[("", "Đang giữ vị trí"), ("tat-ca", "Cả người không giữ vị trí")],
    )


class PositionForm(forms.Form):
    """A position: what, as what, how long."""

    role = forms.ChoiceField(label="Vai trò", choices=())
    title = forms.CharField(
        label="Chức vụ", max_length=120, required=False, help_text="Ví dụ: Phó Chánh Văn phòng."
    )
    capacity = forms.ChoiceField(
        label="Tư cách",
        choices=[
            (value, label)
            for value, label in Position.Capacity.choices
            if value != Position.Capacity.COVER.value
        ],
        help_text="Làm thay khi nghỉ được ghi ở vị trí của người được thay.",
    )
    valid_from = DayField(label="Từ ngày")
    valid_to = DayField(label="Đến hết ngày", required=False)

    def __init__(self, *args: Any, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(role.value, role.label) for role in roles]

    def facts(self) -> PositionFacts:
        values = self.cleaned_data
        return PositionFacts(
            role=Role(values["role"]),
            title=one_line(values["title"]),
            capacity=Position.Capacity(values["capacity"]),
            valid_from=values["valid_from"],
            valid_to=values["valid_to"],
        )


class GiveForm(PositionForm):
    """A position for somebody who is known already."""

    field_order = ("user",)
    user = PersonField(label="Người", error_messages=REQUIRED)

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _people_of(self, "user", people)


class PersonFacts(forms.Form):
    """Who a person is and how to reach them."""

    full_name = forms.CharField(label="Họ và tên", max_length=120, error_messages=REQUIRED)
    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        error_messages={"invalid": "Hãy ghi thư điện tử như an.nguyen@tinhmau.gov.vn."},
    )
    phone = forms.CharField(label="Điện thoại", max_length=30, required=False)

    def clean_full_name(self) -> str:
        return one_line(self.cleaned_data["full_name"])


class NewPersonForm(PositionForm, PersonFacts):
    """A person and their first position."""

    field_order = ("full_name", "username", "email", "phone")
    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        error_messages=REQUIRED,
        help_text="Chữ thường không dấu, không cách; thường là phần đầu của thư công vụ.",
    )


class ChangePersonForm(Seen, PersonFacts):
    """What is known of a person, corrected."""


class StandInForm(forms.Form):
    """Who acts for the holder of a position, as what and how long."""

    user = PersonField(label="Người làm thay", error_messages=REQUIRED)
    capacity = forms.ChoiceField(
        label="Hình thức",
        choices=[
            (Position.Capacity.COVER.value, "làm thay khi nghỉ (có ngày cuối)"),
            (Position.Capacity.ACTING.value, "quyền, phụ trách"),
        ],
        widget=forms.RadioSelect,
        initial=Position.Capacity.COVER.value,
    )
    valid_from = DayField(label="Từ ngày")
    valid_to = DayField(label="Đến hết ngày", required=False)
    reason = forms.CharField(label="Lý do hoặc văn bản", required=False, max_length=300)

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _people_of(self, "user", people)


class EndForm(Seen):
    """The last day of a position."""

    last_day = DayField(label="Ngày cuối")
    reason = forms.CharField(label="Lý do hoặc văn bản", required=False, max_length=300)


class _Positions(forms.ModelMultipleChoiceField[Position]):
    def label_from_instance(self, position: Any) -> str:
        return f"{position.title or position.get_role_display()}, {position.unit.name}"


class HandOverForm(forms.Form):
    """To whom, from which day, which positions."""

    taker = PersonField(label="Người nhận", error_messages=REQUIRED)
    on = DayField(label="Bàn giao từ ngày", help_text="Người nhận giữ vị trí từ ngày này.")
    positions = _Positions(
        label="Vị trí bàn giao",
        queryset=Position.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một vị trí."},
    )
    note = forms.CharField(
        label="Ghi chú vào biên bản",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, people: QuerySet[User], positions: QuerySet[Position], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _people_of(self, "taker", people)
        field = self.fields["positions"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = positions


def offer_units(form: forms.Form, name: str, units: QuerySet[Unit]) -> None:
    """Set which units a form's field may mean."""
    field = form.fields[name]
    assert isinstance(field, UnitField)
    field.offer(units)


def _people_of(form: forms.Form, name: str, people: QuerySet[User]) -> None:
    field = form.fields[name]
    assert isinstance(field, PersonField)
    field.offer(people)
