"""What the screens of this room send: shapes and types only; rules stay in `actions`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from cchc.text.normal import nfc, one_line
from cchc.web.evidence.actions.adding import Facts
from cchc.web.evidence.models import DOC_TYPES, Evidence
from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.organisation.models import Unit
from cchc.web.plans.fields import DayField
from cchc.web.plans.models import Plan

_SUBJECT = "Trích yếu hoặc tên"
_NO_FILE = {"required": "Hãy chọn một tệp."}


class Offered(forms.TextInput):
    """A text with a list to choose from; any words may be typed."""

    template_name = "evidence/widgets/offered.html"
    offered: tuple[str, ...] = DOC_TYPES

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, {**(attrs or {}), "list": f"list_{name}"})
        context["offered"] = self.offered
        return context


class LineField(forms.CharField):
    """One line of text, its letters put together as everywhere else."""

    def clean(self, value: Any) -> Any:
        return one_line(nfc(super().clean(value)))


class FactsForm(forms.Form):
    """What a paper says of itself."""

    subject = LineField(
        label=_SUBJECT,
        max_length=1000,
        error_messages={"required": EvidenceReason.SUBJECT_NEEDED.value},
    )
    doc_type = LineField(label="Loại văn bản", max_length=100, required=False, widget=Offered)
    number = LineField(label="Số", max_length=40, required=False, help_text="Ví dụ 158/2025.")
    symbol = LineField(label="Ký hiệu", max_length=120, required=False, help_text="Ví dụ QĐ-SKHCN.")
    dated_on = DayField(
        label="Ngày văn bản",
        required=False,
        help_text="Ngày của chính văn bản, không phải ngày tải lên.",
    )
    issuer = LineField(label="Cơ quan ban hành", max_length=300, required=False)
    signer = LineField(label="Người ký", max_length=120, required=False)
    link = LineField(
        label="Đường dẫn",
        max_length=500,
        required=False,
        help_text="Nơi xem văn bản trên mạng, bắt đầu bằng https://.",
    )

    def facts(self) -> Facts:
        return Facts(**{name: self.cleaned_data[name] for name in Facts.__slots__})

    @staticmethod
    def initial_of(evidence: Evidence) -> dict[str, Any]:
        return {name: getattr(evidence, name) for name in Facts.__slots__}


class _PeriodFields(forms.Form):
    """The period for which evidence is claimed."""

    period_from = DayField(label="Dùng cho kỳ, từ ngày", required=False)
    period_to = DayField(label="Đến ngày", required=False)
    link_note = LineField(label="Ghi chú khi gắn", max_length=500, required=False)


class _UnitField(forms.Form):
    """Whose evidence it is."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị cung cấp", empty_label=None)

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units


class UploadForm(_UnitField, FactsForm):
    """A file with what is known of it; all but the file may be left to the machine."""

    upload = forms.FileField(
        label="Tệp",
        allow_empty_file=True,  # told with the sentence that the reader has for it
        error_messages=_NO_FILE,
        help_text="PDF, Word, ảnh, bản quét, Excel, tệp nén; được giữ nguyên từng byte.",
    )
    subject = LineField(label=_SUBJECT, max_length=1000, required=False)
    field_order: tuple[str, ...] = ("unit", "upload", "subject")


class UploadForForm(_PeriodFields, UploadForm):
    """The same for something that the evidence is to serve."""

    field_order: tuple[str, ...] = (
        "unit",
        "upload",
        "period_from",
        "period_to",
        "link_note",
        "subject",
    )


class RecordForm(_UnitField, FactsForm):
    """A document on record, without a file."""

    field_order: tuple[str, ...] = ("unit", "subject")


class RecordForForm(_PeriodFields, RecordForm):
    field_order: tuple[str, ...] = ("unit", "period_from", "period_to", "link_note", "subject")


class VersionForm(forms.Form):
    """A newer file of the same paper."""

    upload = forms.FileField(
        label="Tệp của bản mới", allow_empty_file=True, error_messages=_NO_FILE
    )
    note = LineField(label="Bản này khác gì", max_length=500, required=False)


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The files that were chosen, in their order; emptiness is judged with the bytes."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        return list(data or [])


class ManyForm(_UnitField):
    """Many files, and the Excel list that says what they are."""

    plan = forms.ModelChoiceField(
        Plan.objects.none(),
        label="Nhiệm vụ thuộc kế hoạch",
        required=False,
        empty_label="(không gắn với nhiệm vụ)",
    )
    uploads = FilesField(label="Các tệp", widget=ManyFiles(attrs={"multiple": True}))
    list = forms.FileField(
        label="Danh sách Excel",
        required=False,
        help_text="Theo tệp mẫu; không có danh sách thì máy tự đề xuất thông tin của từng tệp.",
    )

    def __init__(self, *args: Any, plans: QuerySet[Plan], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["plan"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = plans


class LinkForm(_PeriodFields):
    """What a piece of evidence serves: chosen by its key."""

    cho = forms.CharField(widget=forms.HiddenInput, max_length=60)
    khoa = forms.CharField(max_length=64, error_messages={"required": "Hãy chọn một nhiệm vụ."})


class ReasonForm(forms.Form):
    """Why."""

    reason = LineField(label="Lý do", max_length=500, error_messages={"required": "Hãy ghi lý do."})
