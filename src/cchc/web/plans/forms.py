"""The shape of what a person types about plans; rules stay in `actions`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from cchc.plan import model as values
from cchc.web.organisation.models import Unit
from cchc.web.plans.fields import DayField, FigureField, LinesField, NamesField
from cchc.web.plans.models import (
    AREA_CHOICES,
    COMPARATORS,
    TARGET_KINDS,
    LegalDocument,
    Plan,
    PlanKind,
    SigningCapacity,
    Task,
)
from cchc.web.plans.rows import words_of


def _lines(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _attachment(**options: Any) -> forms.FileField:
    """A file that may be left out; what is wrong with it is told by the room that keeps files."""
    return forms.FileField(required=False, allow_empty_file=True, **options)


class PlanForm(forms.Form):
    """What a new plan is: whose, of which kind and year, and which plan it carries out."""

    owner = forms.ModelChoiceField(
        label="Cơ quan ban hành", queryset=Unit.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(label="Loại kế hoạch", choices=PlanKind.choices)
    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    title = forms.CharField(label="Tên kế hoạch", max_length=400)
    parent = forms.ModelChoiceField(
        label="Thực hiện kế hoạch cấp trên",
        queryset=Plan.objects.none(),
        required=False,
        empty_label="(không ghi)",
        help_text="Nhiệm vụ của kế hoạch này sẽ nối được với nhiệm vụ của kế hoạch cấp trên.",
    )

    def __init__(
        self, *args: Any, owners: QuerySet[Unit], parents: QuerySet[Plan], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]
        self.fields["parent"].queryset = parents  # type: ignore[attr-defined]


class ConfirmForm(PlanForm):
    """Making the plan of a reading: a new plan, or another version of an issued one."""

    amends = forms.ModelChoiceField(
        label="Là bản sửa đổi của kế hoạch",
        queryset=Plan.objects.none(),
        required=False,
        empty_label="(không, đây là kế hoạch mới)",
        help_text="Khi chọn, cơ quan, loại, năm và tên theo kế hoạch đó.",
    )
    reason = forms.CharField(label="Lý do sửa đổi", widget=_lines(), required=False)

    def __init__(self, *args: Any, amendable: QuerySet[Plan], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["amends"].queryset = amendable  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("amends") and not data.get("reason", "").strip():
            self.add_error("reason", "Hãy ghi lý do sửa đổi.")
        return data


class CopyForm(PlanForm):
    """Copying last year's plan: which plan, and one reason for all tasks carried."""

    common_reason = forms.CharField(
        label="Lý do chuyển tiếp chung",
        widget=_lines(),
        required=False,
        help_text="Dùng cho các nhiệm vụ được chọn mà không ghi lý do riêng ở bảng dưới.",
    )


class DescribeForm(forms.Form):
    """What a plan is called, its kind and parent."""

    title = forms.CharField(label="Tên kế hoạch", max_length=400)
    kind = forms.ChoiceField(label="Loại kế hoạch", choices=PlanKind.choices)
    parent = forms.ModelChoiceField(
        label="Thực hiện kế hoạch cấp trên",
        queryset=Plan.objects.none(),
        required=False,
        empty_label="(không ghi)",
    )

    def __init__(
        self, *args: Any, parents: QuerySet[Plan], may_rename: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["parent"].queryset = parents  # type: ignore[attr-defined]
        for name in ("title", "kind"):
            self.fields[name].disabled = not may_rename


class NothingForm(forms.Form):
    """An act that needs no words."""


class NoteForm(forms.Form):
    """What is to be changed, when a plan is returned."""

    note = forms.CharField(label="Lý do trả lại, chỗ cần sửa", widget=_lines(4))


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label="Lý do", widget=_lines(3), max_length=500)


class IssueForm(forms.Form):
    """What the clerk enters of the signed paper."""

    number = forms.CharField(label="Số", max_length=40, help_text="Chỉ phần số, ví dụ 12.")
    symbol = forms.CharField(label="Ký hiệu", max_length=120, help_text="Ví dụ KH-SKHCN.")
    issued_on = DayField(label="Ngày ban hành")
    capacity = forms.ChoiceField(label="Quyền ký", choices=SigningCapacity.choices)
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=120)
    signer_name = forms.CharField(label="Người ký", max_length=120)
    file = _attachment(
        label="Tệp bản đã ký",
        help_text="PDF, bản quét hoặc Word; được giữ nguyên từng byte.",
    )


class TaskForm(forms.Form):
    """Everything a task says."""

    area = forms.ChoiceField(label="Lĩnh vực", choices=AREA_CHOICES)
    group = forms.CharField(label="Nhóm", required=False, help_text="Tiêu đề nhỏ trong lĩnh vực.")
    label = forms.CharField(label="Số thứ tự in trong kế hoạch", required=False, max_length=200)
    text = forms.CharField(label="Nhiệm vụ", widget=_lines(3))
    objective = forms.CharField(label="Mục tiêu", widget=_lines(), required=False)
    activity = forms.CharField(label="Hoạt động cụ thể", widget=_lines(), required=False)
    outputs = LinesField(
        label="Sản phẩm", required=False, help_text="Mỗi sản phẩm một dòng.", widget=_lines(3)
    )
    lead = NamesField(
        label="Đơn vị chủ trì",
        required=False,
        help_text="Chọn trong danh mục hoặc gõ tên khác. Để trống ô nào thì bỏ tên đó.",
    )
    support = NamesField(label="Đơn vị phối hợp", required=False)
    deadline = forms.CharField(
        label="Thời hạn",
        required=False,
        help_text="Ghi như trong kế hoạch: «Quý I», «Trước 30/11», «Hàng quý», «Thường xuyên».",
    )
    budget = forms.CharField(label="Kinh phí", required=False)

    def __init__(self, *args: Any, offered: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("lead", "support"):
            self.fields[name].widget.offered = offered

    def value(self) -> values.Task:
        """The task as a value; its deadline is not understood yet."""
        data = self.cleaned_data
        return values.Task(
            task=data["text"],
            area=values.ReformArea(data["area"]),
            group=data["group"] or None,
            label=data["label"] or None,
            objective=data["objective"] or None,
            activity=data["activity"] or None,
            outputs=data["outputs"],
            lead=data["lead"],
            support=data["support"],
            deadline=data["deadline"] or None,
            budget=data["budget"] or None,
        )

    @staticmethod
    def initial_of(task: Task) -> dict[str, Any]:
        names = ("area", "group", "label", "text", "objective", "activity", "deadline", "budget")
        return {
            **{name: getattr(task, name) for name in names},
            "outputs": task.outputs,
            "lead": words_of(task, task.units.model.Part.LEAD),
            "support": words_of(task, task.units.model.Part.SUPPORT),
        }


class TargetForm(forms.Form):
    """A number to reach, the area it belongs to and the tasks that serve it."""

    text = forms.CharField(label="Chỉ tiêu", widget=_lines(3))
    kind = forms.ChoiceField(label="Loại", choices=TARGET_KINDS)
    comparator = forms.ChoiceField(label="So sánh", choices=COMPARATORS)
    value = FigureField(label="Giá trị", max_digits=20, decimal_places=4)
    value_to = FigureField(label="Đến giá trị", max_digits=20, decimal_places=4, required=False)
    unit = forms.CharField(label="Đơn vị tính", max_length=200, required=False)
    area = forms.ChoiceField(label="Lĩnh vực", choices=AREA_CHOICES)
    tasks = forms.ModelMultipleChoiceField(
        label="Nhiệm vụ phục vụ",
        queryset=Task.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, tasks: QuerySet[Task], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["tasks"].queryset = tasks  # type: ignore[attr-defined]

    def fields_of_target(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "tasks"}


class CitationForm(forms.Form):
    """A document that the plan rests on, as the plan words it."""

    doc_type = forms.CharField(label="Loại văn bản", max_length=200)
    number = forms.CharField(label="Số, ký hiệu", max_length=200)
    cited_on = DayField(label="Ngày", required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=300, required=False)

    def value(self) -> values.Citation:
        data = self.cleaned_data
        return values.Citation(
            data["number"], data["doc_type"], data["cited_on"], data["issuer"] or None
        )


class WindowForm(forms.Form):
    """One reporting period of the plan; an empty name leaves it out."""

    name = forms.CharField(label="Kỳ báo cáo", required=False)
    data_from = DayField(label="Số liệu từ ngày", required=False)
    data_to = DayField(label="Đến ngày", required=False)
    due_on = DayField(label="Hạn gửi", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        start, end = data.get("data_from"), data.get("data_to")
        if start and end and end < start:
            self.add_error("data_to", "Ngày cuối phải sau ngày đầu.")
        return data


WindowSet = forms.formset_factory(WindowForm, extra=2)


def windows_in(forms_in: Sequence[WindowForm]) -> list[values.ReportWindow]:
    """The periods of a formset, without the empty rows."""
    return [
        values.ReportWindow(one["name"], one["data_from"], one["data_to"], one["due_on"])
        for one in (form.cleaned_data for form in forms_in)
        if one.get("name")
    ]


class DocumentForm(forms.Form):
    """A legal document of the register."""

    doc_type = forms.CharField(label="Loại văn bản", max_length=200)
    number = forms.CharField(label="Số, ký hiệu", max_length=200)
    issued_on = DayField(label="Ngày ban hành", required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=300, required=False)
    subject = forms.CharField(label="Trích yếu", widget=_lines(3), required=False)
    replaced_by = forms.ModelChoiceField(
        label="Được thay bằng",
        queryset=LegalDocument.objects.none(),
        required=False,
        empty_label="(còn hiệu lực)",
    )
    replaced_on = DayField(label="Hết hiệu lực từ ngày", required=False)
    file = _attachment(
        label="Tệp văn bản",
        help_text="PDF, bản quét hoặc Word; được giữ nguyên từng byte. Tệp mới thay tệp đã đính.",
    )

    def __init__(self, *args: Any, documents: QuerySet[LegalDocument], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["replaced_by"].queryset = documents  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("replaced_on") and not data.get("replaced_by"):
            self.add_error("replaced_by", "Hãy chọn văn bản thay thế.")
        return data


class AssignForm(forms.Form):
    """Whom of a unit a task is given to."""

    unit = forms.ChoiceField(label="Đơn vị", choices=())
    user = forms.TypedChoiceField(label="Người thực hiện", coerce=int, choices=())

    def __init__(
        self, *args: Any, units: Sequence[Unit], people: Sequence[tuple[int, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = [(unit.pk, unit.name) for unit in units]  # type: ignore[attr-defined]
        self.fields["user"].choices = people  # type: ignore[attr-defined]


class HandOverForm(forms.Form):
    """Whose open work in a unit goes to whom."""

    giver = forms.TypedChoiceField(label="Người bàn giao", coerce=int, choices=())
    taker = forms.TypedChoiceField(label="Người nhận", coerce=int, choices=())
    note = forms.CharField(label="Ghi chú", widget=_lines(3), required=False)

    def __init__(
        self,
        *args: Any,
        givers: Sequence[tuple[int, str]],
        takers: Sequence[tuple[int, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["giver"].choices = givers  # type: ignore[attr-defined]
        self.fields["taker"].choices = takers  # type: ignore[attr-defined]
