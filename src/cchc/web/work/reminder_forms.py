"""What is typed about reminders: shapes only; rules stand in the actions."""

from __future__ import annotations

import re

from django import forms

from cchc.web.organisation.choosing import DayField
from cchc.web.work.actions.reminder_settings import RuleFacts, WebhookFacts
from cchc.web.work.models import Message

_REQUIRED = {"required": "Hãy ghi mục này."}
_NUMBERS = re.compile(r"\d+")


class ReminderRuleForm(forms.Form):
    """An office's rules."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    days_before = forms.CharField(
        label="Nhắc trước (số ngày làm việc)",
        required=False,
        max_length=60,
        help_text="Ví dụ: 5, 1. Để trống là không nhắc trước.",
    )
    on_the_day = forms.BooleanField(label="Nhắc vào ngày làm việc cuối còn kịp", required=False)
    day_after = forms.BooleanField(label="Nhắc ngày làm việc đầu tiên sau hạn", required=False)
    weekly = forms.BooleanField(label="Nhắc hằng tuần khi còn quá hạn", required=False)
    head_after = forms.IntegerField(
        label="Báo trưởng đơn vị sau số ngày làm việc quá hạn",
        required=False,
        min_value=1,
        max_value=250,
        help_text="Để trống là không báo.",
    )
    leader_after = forms.IntegerField(
        label="Báo lãnh đạo sau số ngày làm việc quá hạn",
        required=False,
        min_value=1,
        max_value=250,
        help_text="Để trống là không báo.",
    )
    tells_coordinator = forms.BooleanField(
        label="Gửi đầu mối CCHC bản tổng hợp của cơ quan", required=False
    )

    def clean_days_before(self) -> tuple[int, ...]:
        text: str = self.cleaned_data["days_before"]
        if re.sub(r"[\d\s,;]", "", text):
            raise forms.ValidationError("Hãy ghi các số cách nhau bằng dấu phẩy, ví dụ 5, 1.")
        return tuple(int(number) for number in _NUMBERS.findall(text))

    def facts(self) -> RuleFacts:
        values = dict(self.cleaned_data)
        del values["version"]
        return RuleFacts(**values)


class ChannelsForm(forms.Form):
    """How one wants to be reached."""

    by_mail = forms.BooleanField(label="Thư điện tử", required=False)
    by_phone = forms.BooleanField(
        label="Tin nhắn điện thoại (khi cơ quan có cổng tin nhắn)", required=False
    )


class WebhookForm(forms.Form):
    """A gateway for SMS or Zalo."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Tên", max_length=120, error_messages=_REQUIRED)
    url = forms.CharField(
        label="Địa chỉ",
        max_length=500,
        error_messages=_REQUIRED,
        help_text="https://… ; http:// chỉ cho cổng ở ngay máy này.",
    )
    is_on = forms.BooleanField(label="Đang bật", required=False)

    def facts(self) -> WebhookFacts:
        values = self.cleaned_data
        return WebhookFacts(values["name"], values["url"], values["is_on"])


class ReasonForm(forms.Form):
    """Why something is put away."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Lý do", max_length=500, error_messages=_REQUIRED)


class MessageFilter(forms.Form):
    """Which messages are asked for."""

    tinh_trang = forms.ChoiceField(
        label="Tình trạng", required=False, choices=[("", "Mọi tình trạng"), *Message.State.choices]
    )
    kenh = forms.ChoiceField(
        label="Kênh", required=False, choices=[("", "Mọi kênh"), *Message.Channel.choices]
    )
    tu = forms.DateField(
        label="Từ ngày", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    tim = forms.CharField(label="Người nhận", required=False, max_length=100)


class FeedForm(forms.Form):
    """A new calendar address."""

    name = forms.CharField(
        label="Tên để nhớ",
        max_length=120,
        error_messages=_REQUIRED,
        help_text="Ví dụ: điện thoại của tôi, lịch Outlook.",
    )
    of = forms.ChoiceField(label="Lịch của", required=False)  # empty: one's own

    def __init__(self, *given: object, choices: list[tuple[str, str]], **more: object) -> None:
        super().__init__(*given, **more)  # type: ignore[arg-type]
        self.fields["of"].choices = choices  # type: ignore[attr-defined]


class LetterForm(forms.Form):
    """By when a chased unit is to answer."""

    answer_by = DayField(label="Trả lời trước hết ngày")
    note = forms.CharField(
        label="Ý kiến thêm",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
