"""What the screens of this room send: shapes and types only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from cchc.web.accounts.models import User
from cchc.web.intake.files import KeptFile
from cchc.web.organisation.models import Unit

_SALT = "intake.kept"
_GOOD_FOR = 24 * 3600  # seconds in which a person may answer «read anew?»


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The files that were chosen, in their order; emptiness is judged with the bytes."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        return list(data or [])


class UploadForm(forms.Form):
    """The office a plan belongs to, and its files."""

    office = forms.ModelChoiceField(Unit.objects.none(), label="Kế hoạch của", empty_label=None)
    uploads = FilesField(
        label="Tệp của kế hoạch",
        widget=ManyFiles(attrs={"multiple": True}),
        help_text=(
            "Chọn cùng lúc cả kế hoạch và phụ lục. Nhận Word, PDF, bản quét, ảnh, Excel, văn bản "
            "thuần; mỗi tệp đến 50 MB. Tệp Excel theo mẫu của phần mềm cũng nộp ở đây."
        ),
    )

    def __init__(self, *args: Any, offices: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["office"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = offices
        if not self.is_bound:
            first = offices.first()
            field.initial = first.pk if first else None


class ArchiveForm(forms.Form):
    """Why a reading is put away."""

    reason = forms.CharField(label="Lý do lưu trữ", max_length=500)


def seal(kept: list[KeptFile], *, office: Unit, by: User) -> str:
    """Files that lie on the disk, as a form may carry them while a person decides."""
    told = [[one.sha256, one.name, one.size, one.format] for one in kept]
    return signing.dumps({"by": by.pk, "office": office.pk, "files": told}, salt=_SALT)


def unseal(sealed: str, *, by: User) -> tuple[int, list[KeptFile]] | None:
    """The office and files of a seal; None where it is old, changed or another person's."""
    try:
        told = signing.loads(sealed, salt=_SALT, max_age=_GOOD_FOR)
    except signing.BadSignature:
        return None
    if told["by"] != by.pk:
        return None
    return told["office"], [KeptFile(*one) for one in told["files"]]
