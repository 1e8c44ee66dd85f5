"""What the first page of an empty office asks for."""

from __future__ import annotations

from typing import Any

from django import forms

from cchc.text.normal import one_line
from cchc.web.accounts.models import User
from cchc.web.accounts.passwords import RULES, faults_of
from cchc.web.organisation.forms import REQUIRED
from cchc.web.organisation.models import UnitKind


class FirstForm(forms.Form):
    """The root unit and the first administrator."""

    unit_name = forms.CharField(
        label="Tên cơ quan",
        max_length=200,
        error_messages=REQUIRED,
        help_text="Đơn vị cao nhất mà hệ thống này phục vụ, ví dụ: Tỉnh Mẫu hoặc Sở Nội vụ.",
    )
    kind = forms.ChoiceField(label="Loại", choices=UnitKind.choices)
    full_name = forms.CharField(
        label="Họ và tên người quản trị", max_length=120, error_messages=REQUIRED
    )
    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        error_messages=REQUIRED,
        help_text="Chữ thường không dấu, không cách.",
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label="Mật khẩu",
        strip=False,
        error_messages=REQUIRED,
        help_text=" ".join(RULES[:4]),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Ghi lại mật khẩu",
        strip=False,
        error_messages=REQUIRED,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for name in ("unit_name", "full_name"):
            values[name] = one_line(values.get(name, ""))
        if not {"password", "again"} <= set(values):
            return values
        if values["password"] != values["again"]:
            self.add_error("again", "Hai lần ghi mật khẩu khác nhau.")
        user = User(username=values.get("username", ""), full_name=values["full_name"])
        for fault in faults_of(values["password"], user):
            self.add_error("password", fault)
        return values
