"""What the account pages ask for: shape only; the rules are in the actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest

from cchc.web.accounts.models import User
from cchc.web.accounts.passwords import LONGEST, faults_of


def _secret(label: str, autocomplete: str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        **more,
    )


class SignInForm(AuthenticationForm):
    """Name and password; the same sentence whether the name or the password is wrong."""

    error_messages = {  # noqa: RUF012  # as Django declares it
        "invalid_login": (
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps "
            "Lock rồi nhập lại."
        ),
        "inactive": "Tên đăng nhập hoặc mật khẩu chưa đúng.",
    }

    def __init__(self, request: HttpRequest, *args: Any, **keys: Any) -> None:
        super().__init__(request, *args, **keys)
        self.fields["username"].label = "Tên đăng nhập"
        self.fields["username"].widget.attrs |= {"spellcheck": "false", "autofocus": True}
        self.fields["password"].label = "Mật khẩu"


class CodeForm(forms.Form):
    """A code of the authenticator app, or a recovery code."""

    code = forms.CharField(
        label="Mã xác thực",
        max_length=20,
        help_text="6 chữ số đang hiện trên ứng dụng, hoặc một mã dự phòng (dạng abcd-efgh).",
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "autofocus": True}
        ),
    )


class FirstCodeForm(forms.Form):
    """The first code, which proves that the app has the key."""

    code = forms.CharField(
        label="Mã đang hiện trên ứng dụng",
        max_length=20,
        help_text="6 chữ số, đổi sau mỗi 30 giây.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class OwnPasswordForm(forms.Form):
    """Asks for the password once more before something that weakens the account.

    Wrong answers count as failures to sign in.
    """

    password = _secret("Mật khẩu đang dùng", "current-password")

    def __init__(self, *args: Any, request: HttpRequest, **keys: Any) -> None:
        super().__init__(*args, **keys)
        self.request = request

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        user = self.request.user
        assert isinstance(user, User)
        if authenticate(self.request, username=user.username, password=password) is None:
            raise forms.ValidationError("Mật khẩu đang dùng chưa đúng.", code="wrong")
        return password


class NewPasswordForm(forms.Form):
    """A new password, twice."""

    new = _secret("Mật khẩu mới", "new-password")
    again = _secret("Nhập lại mật khẩu mới", "new-password")

    def __init__(self, *args: Any, user: User, **keys: Any) -> None:
        super().__init__(*args, **keys)
        self.user = user
        self.fields["new"].widget.attrs["aria-describedby"] = "password_rules"

    def clean_new(self) -> str:
        password: str = self.cleaned_data["new"]
        faults = faults_of(password, self.user)
        if faults:
            raise forms.ValidationError(faults)
        return password

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise forms.ValidationError("Hai lần nhập mật khẩu mới không giống nhau.")
        return again


class ChangePasswordForm(NewPasswordForm, OwnPasswordForm):
    """The password in use, and a new one twice."""

    field_order = ("password", "new", "again")


class ForgottenForm(forms.Form):
    """Whom to send a link for a new password."""

    who = forms.CharField(
        label="Tên đăng nhập hoặc thư điện tử",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )


class OwnFactsForm(forms.Form):
    """How one can be reached."""

    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        help_text="Đường dẫn đặt lại mật khẩu được gửi về địa chỉ này.",
    )
    phone = forms.CharField(label="Điện thoại", max_length=30, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
