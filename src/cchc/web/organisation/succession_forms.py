"""What is typed when units are renamed, merged or split."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from cchc.web.organisation.actions.passing_on import Shares
from cchc.web.organisation.actions.units import UnitFacts
from cchc.web.organisation.choosing import UnitField
from cchc.web.organisation.forms import REQUIRED, DecidedForm
from cchc.web.organisation.models import Position, Unit, UnitKind

MOST_PARTS = 4


class RenameForm(DecidedForm):
    """The new name and what comes with it."""

    field_order = ("name", "kind", "short_name", "code", "on", "decision", "note")
    name = forms.CharField(label="Tên mới", max_length=200, error_messages=REQUIRED)
    kind = forms.ChoiceField(label="Loại", choices=UnitKind.choices)
    short_name = forms.CharField(label="Tên viết tắt", max_length=60, required=False)
    code = forms.CharField(label="Mã", max_length=40, required=False)

    def facts(self, place: int) -> UnitFacts:
        return _facts(self.cleaned_data, place)


class MergeForm(DecidedForm):
    """Which units become which."""

    field_order = (
        *("units", "others", "into", "standing"),
        *("name", "kind", "short_name", "code", "on", "decision", "note"),
    )
    units = forms.ModelMultipleChoiceField(
        label="Sáp nhập cùng các đơn vị",
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.CharField(
        label="Đơn vị khác",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Không trực thuộc cùng chỗ: mỗi dòng một tên hoặc mã.",
    )
    into = forms.ChoiceField(
        label="Thành",
        choices=[("new", "một đơn vị mới"), ("standing", "một đơn vị đang có")],
        widget=forms.RadioSelect,
        initial="new",
    )
    standing = UnitField(
        label="Đơn vị đang có", required=False, help_text="Chỉ ghi khi nhập vào đơn vị đang có."
    )
    name = forms.CharField(
        label="Tên đơn vị mới", max_length=200, required=False, help_text="Chỉ ghi khi lập mới."
    )
    kind = forms.ChoiceField(label="Loại", choices=UnitKind.choices)
    short_name = forms.CharField(label="Tên viết tắt", max_length=60, required=False)
    code = forms.CharField(label="Mã", max_length=40, required=False)

    def __init__(
        self, *args: Any, siblings: QuerySet[Unit], units: QuerySet[Unit], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        beside, standing = self.fields["units"], self.fields["standing"]
        assert isinstance(beside, forms.ModelMultipleChoiceField)
        assert isinstance(standing, UnitField)
        beside.queryset = siblings
        if not siblings.exists():
            del self.fields["units"]
            self.fields["others"].label = "Sáp nhập cùng các đơn vị"
            self.fields["others"].help_text = "Mỗi dòng một tên hoặc mã."
        standing.offer(units)
        self._finder = standing

    def clean_others(self) -> list[Unit]:
        lines = self.cleaned_data["others"].splitlines()
        return [self._finder.find(line.strip()) for line in lines if line.strip()]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("into") == "standing" and not values.get("standing"):
            if "standing" not in self.errors:
                self.add_error("standing", "Hãy chọn đơn vị nhận.")
        elif values.get("into") == "new" and not values.get("name"):
            self.add_error("name", "Hãy ghi tên đơn vị mới.")
        return values

    def merged(self, unit: Unit) -> list[Unit]:
        """All units that are merged, that of the page first."""
        values = self.cleaned_data
        return list(
            {one.pk: one for one in (unit, *values.get("units", ()), *values["others"])}.values()
        )

    def target(self, place: int) -> UnitFacts | Unit:
        if self.cleaned_data["into"] == "standing":
            standing: Unit = self.cleaned_data["standing"]
            return standing
        return _facts(self.cleaned_data, place)


class SplitForm(DecidedForm):
    """The new units by number, and which of them gets which child and which position."""

    def __init__(
        self,
        *args: Any,
        unit: Unit,
        children: list[Unit],
        positions: list[Position],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.children, self.positions = children, positions
        decided = list(self.fields)
        for part in range(1, MOST_PARTS + 1):
            self._add_part(part, unit)
        numbers = [(str(n), f"Đơn vị mới thứ {n}") for n in range(1, MOST_PARTS + 1)]
        for child in children:
            self.fields[f"child_{child.pk}"] = forms.ChoiceField(
                label=f"{child.name} về", choices=numbers
            )
        for position in positions:
            words = f"{position.user}, {position.title or position.get_role_display()}, về"
            self.fields[f"position_{position.pk}"] = forms.ChoiceField(label=words, choices=numbers)
        self.order_fields([*(name for name in self.fields if name not in decided), *decided])

    def _add_part(self, part: int, unit: Unit) -> None:
        needed = part <= 2
        ordinal = f"Đơn vị mới thứ {part}"
        self.fields[f"name_{part}"] = forms.CharField(
            label=f"{ordinal}: tên",
            max_length=200,
            required=needed,
            error_messages=REQUIRED,
            help_text="Đơn vị thứ nhất nhận hồ sơ, kế hoạch và cách gọi của đơn vị cũ."
            if part == 1
            else "",
        )
        self.fields[f"kind_{part}"] = forms.ChoiceField(
            label=f"{ordinal}: loại", choices=UnitKind.choices, initial=unit.kind
        )
        self.fields[f"code_{part}"] = forms.CharField(
            label=f"{ordinal}: mã", max_length=40, required=False
        )

    def parts(self, place: int) -> list[UnitFacts]:
        values = self.cleaned_data
        return [
            UnitFacts(
                kind=UnitKind(values[f"kind_{part}"]),
                name=values[f"name_{part}"].strip(),
                code=values[f"code_{part}"].strip(),
                place=place,
            )
            for part in range(1, MOST_PARTS + 1)
            if values[f"name_{part}"]
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        given = [n for n in range(1, MOST_PARTS + 1) if values.get(f"name_{n}")]
        if given != list(range(1, len(given) + 1)):
            self.add_error(None, "Hãy ghi các đơn vị mới lần lượt, không bỏ trống ở giữa.")
        for name in self.fields:
            if name.startswith(("child_", "position_")) and int(values.get(name) or 1) > len(given):
                self.add_error(name, "Chưa có đơn vị mới mang số này.")
        return values

    def shares(self) -> Shares:
        values = self.cleaned_data
        return Shares(
            children={one.pk: int(values[f"child_{one.pk}"]) - 1 for one in self.children},
            positions={one.pk: int(values[f"position_{one.pk}"]) - 1 for one in self.positions},
        )


def _facts(values: dict[str, Any], place: int) -> UnitFacts:
    return UnitFacts(
        kind=UnitKind(values["kind"]),
        name=values["name"].strip(),
        short_name=values["short_name"].strip(),
        code=values["code"].strip(),
        place=place,
    )
