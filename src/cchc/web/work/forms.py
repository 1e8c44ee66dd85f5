"""The shape of what a person types about the daily work; rules stay in `actions`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Unit
from cchc.web.plans.fields import DayField, FigureField
from cchc.web.work.models import DecidedDay, Occurrence

_MOST_BYTES = 200_000


def _lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class NoteForm(forms.Form):
    """A word that may be left out."""

    note = forms.CharField(label="Ý kiến", widget=_lines(), required=False)


class ReturnForm(forms.Form):
    """What is missing."""

    note = forms.CharField(label="Còn thiếu gì, cần làm gì thêm", widget=_lines())


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", widget=_lines())


class ProgressForm(forms.Form):
    """What was done; of a countable product how much; on which day it was complete."""

    text = forms.CharField(label="Đã làm gì", widget=_lines())
    share_done = FigureField(
        label="Đã được", required=False, max_digits=12, decimal_places=2, min_value=0
    )
    done_on = DayField(
        label="Ngày hoàn thành",
        required=False,
        help_text="Chỉ cần khi đề nghị công nhận; để trống là hôm nay.",
    )

    def __init__(self, *args: Any, row: Occurrence, **options: Any) -> None:
        super().__init__(*args, **options)
        if row.share_whole is None:
            del self.fields["share_done"]
        else:
            self.fields["share_done"].help_text = f"Trên tổng số {row.share_whole.normalize():f}."
        if row.kind == Occurrence.Kind.NOTE:
            del self.fields["done_on"]


class MeasureForm(forms.Form):
    """How far a target is."""

    value = FigureField(label="Số đo", max_digits=20, decimal_places=4)
    measured_on = DayField(label="Tính đến ngày")
    source = forms.CharField(
        label="Nguồn số liệu", max_length=500, help_text="Ví dụ: Báo cáo số 45/BC-SKHCN."
    )


class PartForm(forms.Form):
    """The part of a supporting unit."""

    unit = forms.ModelChoiceField(
        label="Đơn vị phối hợp", queryset=Unit.objects.none(), empty_label=None
    )
    text = forms.CharField(label="Đơn vị đã làm gì", widget=_lines())

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class CommentForm(forms.Form):
    """Something said, with the people who should see it."""

    text = forms.CharField(label="Nội dung trao đổi", widget=_lines(2))
    mentions = forms.ModelMultipleChoiceField(
        label="Nhắc tới",
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["mentions"].queryset = people  # type: ignore[attr-defined]


class ExtensionForm(forms.Form):
    """More time wanted, and why."""

    wanted_on = DayField(label="Xin đến hết ngày")
    reason = forms.CharField(label="Lý do", widget=_lines())


class DecideExtensionForm(forms.Form):
    """Another day than was asked, and a word; the button says whether it is granted."""

    until = DayField(
        label="Cho đến hết ngày",
        required=False,
        help_text="Để trống là đúng ngày được xin.",
    )
    note = forms.CharField(
        label="Ý kiến", widget=_lines(), required=False, help_text="Bắt buộc khi không cho."
    )


class EventForm(forms.Form):
    """The paper that says that what a deadline waited for has happened."""

    number = forms.CharField(label="Số, ký hiệu văn bản", max_length=200)
    happened_on = DayField(label="Ngày văn bản hoặc ngày xảy ra")
    subject = forms.CharField(label="Trích yếu", max_length=500, required=False)
    due_on = DayField(label="Hạn", required=False)
    file = forms.FileField(
        label="Tệp văn bản",
        required=False,
        help_text="PDF, bản quét hoặc Word; được giữ nguyên từng byte.",
    )

    def __init__(self, *args: Any, distance: str, **options: Any) -> None:
        super().__init__(*args, **options)
        if distance:
            self.fields[
                "due_on"
            ].help_text = f"Để trống thì tính theo kế hoạch: {distance} ngày xảy ra."
        else:
            self.fields["due_on"].required = True
            self.fields["due_on"].help_text = "Kế hoạch không nói hạn bao lâu; ghi theo văn bản."


class DeadlineForm(forms.Form):
    """What an unclear deadline means, in the deadline language, and why."""

    words = forms.CharField(
        label="Thời hạn được hiểu là",
        help_text="Ghi như trong kế hoạch: «Quý I», «Trước 30/11», «Hàng quý», «Thường xuyên».",
    )
    reason = forms.CharField(label="Lý do", widget=_lines(2))


class DayForm(forms.Form):
    """A day that is not an ordinary one, with the decision for it."""

    day = DayField(label="Ngày")
    type = forms.ChoiceField(label="Loại", choices=DecidedDay.Type.choices)
    name = forms.CharField(label="Tên", max_length=200, help_text="Ví dụ «Tết Âm lịch».")
    legal_basis = forms.CharField(
        label="Căn cứ", max_length=300, help_text="Số, ngày của quyết định hoặc thông báo."
    )


class BulkForm(forms.Form):
    """One reason for many; what else the act needs is a field only where it is needed."""

    reason = forms.CharField(label="Nội dung, lý do chung", widget=_lines())
    day = DayField(label="Ngày", required=False)

    def __init__(self, *args: Any, reason: str, day: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].label = reason
        if day:
            self.fields["day"].label = day
        else:
            del self.fields["day"]


class DaysForm(forms.Form):
    """A CSV table of decided days: uploaded, or sent again as text once it was shown."""

    file = forms.FileField(
        label="Tệp CSV (UTF-8)",
        required=False,
        help_text="Dòng đầu: ngày,loại,tên,căn cứ. Loại là «nghỉ» hoặc «làm bù».",
    )
    text = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        upload = data.get("file")
        if upload is not None:
            if upload.size > _MOST_BYTES:
                raise forms.ValidationError("Tệp lớn quá; bảng lịch chỉ vài chục dòng.")
            try:
                data["text"] = upload.read().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise forms.ValidationError(
                    "Tệp không phải văn bản UTF-8; hãy lưu lại dạng CSV UTF-8."
                ) from error
        if not data.get("text"):
            self.add_error("file", "Hãy chọn tệp.")
        return data
