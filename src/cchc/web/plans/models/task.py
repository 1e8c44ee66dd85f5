"""What one version of a plan says: its tasks with units and deadlines, targets, windows."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models

from cchc.plan.model import Comparator, ReformArea, TargetKind
from cchc.web.audit.models import Kept
from cchc.web.organisation.models import Unit
from cchc.web.plans.models.plan import PlanVersion
from cchc.web.ui.vietnamese import searchable, shortened, sortable

AREA_NAMES = {
    ReformArea.LEADERSHIP: "Chỉ đạo, điều hành",
    ReformArea.COMMUNICATION: "Thông tin, tuyên truyền",
    ReformArea.INSTITUTIONS: "Cải cách thể chế",
    ReformArea.PROCEDURES: "Cải cách thủ tục hành chính",
    ReformArea.ORGANISATION: "Cải cách tổ chức bộ máy",
    ReformArea.CIVIL_SERVICE: "Cải cách chế độ công vụ",
    ReformArea.PUBLIC_FINANCE: "Cải cách tài chính công",
    ReformArea.DIGITAL_GOVERNMENT: "Chính quyền điện tử, chính quyền số",
    ReformArea.OTHER: "Nội dung khác",
}
AREA_CHOICES = [(area.value, name) for area, name in AREA_NAMES.items()]
AREA_PLACES = {area.value: place for place, area in enumerate(ReformArea)}
TARGET_KINDS = [
    (TargetKind.RATE.value, "Tỷ lệ"),
    (TargetKind.RANK.value, "Thứ hạng"),
    (TargetKind.COUNT.value, "Số lượng"),
    (TargetKind.SCORE.value, "Điểm"),
    (TargetKind.DURATION.value, "Thời gian"),
]
COMPARATORS = [
    (Comparator.EQUAL.value, "bằng"),
    (Comparator.MORE.value, "trên"),
    (Comparator.AT_LEAST.value, "ít nhất"),
    (Comparator.LESS.value, "dưới"),
    (Comparator.AT_MOST.value, "không quá"),
]


class Task(Kept):
    """One task of one version of a plan; `key` is the same in every version and roll-over copy."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="tasks")
    key = models.UUIDField("mã nhiệm vụ", default=uuid.uuid4, db_index=True)
    place = models.PositiveIntegerField("thứ tự")
    area = models.CharField("lĩnh vực", max_length=20, choices=AREA_CHOICES)
    group = models.TextField("nhóm", blank=True)
    label = models.CharField("số thứ tự trong kế hoạch", max_length=200, blank=True)
    text = models.TextField("nhiệm vụ")
    objective = models.TextField("mục tiêu", blank=True)
    activity = models.TextField("hoạt động", blank=True)
    outputs = models.JSONField("sản phẩm", default=list, blank=True)
    deadline = models.TextField("thời hạn (nguyên văn)", blank=True)
    schedule = models.JSONField("thời hạn được hiểu", default=list, blank=True)
    budget = models.TextField("kinh phí", blank=True)
    origin = models.CharField("từ phần", max_length=10, default="appendix")
    source = models.JSONField("nguồn", default=dict, blank=True)
    confirmations = models.JSONField("ai đã xác nhận", default=dict, blank=True)
    carry_reason = models.TextField("lý do chuyển tiếp từ năm trước", blank=True)
    first_due_on = models.DateField("hạn đầu tiên", null=True, blank=True)
    last_due_on = models.DateField("hạn cuối", null=True, blank=True)
    folded = models.TextField(editable=False)
    sort_key = models.CharField(max_length=300, editable=False)

    class Meta:
        ordering = ("place", "pk")
        verbose_name = "nhiệm vụ"
        indexes = (
            models.Index(fields=("plan_version", "place"), name="plans_task_in_order"),
            models.Index(fields=("last_due_on",), name="plans_task_last_due"),
        )
        constraints = (
            models.UniqueConstraint(fields=("plan_version", "key"), name="plans_task_key_once"),
        )

    def __str__(self) -> str:
        return shortened(self.text)

    def derived(self) -> dict[str, Any]:
        return {
            "folded": searchable(self.label, self.text, self.activity, *self.outputs),
            "sort_key": sortable(self.text[:80])[:300],
        }


class TaskUnit(models.Model):
    """A unit that leads or supports a task, with the words by which the plan names it.

    A collective name gives one row for each unit it means, all with the same words; `unit` is
    empty where the plan names somebody outside the register.
    """

    class Part(models.TextChoices):
        LEAD = "lead", "chủ trì"
        SUPPORT = "support", "phối hợp"

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="units")
    part = models.CharField("vai trò", max_length=10, choices=Part.choices)
    place = models.PositiveSmallIntegerField("thứ tự")
    words = models.TextField("tên trong kế hoạch")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="task_units", verbose_name="đơn vị"
    )
    is_collective = models.BooleanField("tên gọi chung", default=False)

    class Meta:
        ordering = ("part", "place", "pk")
        verbose_name = "đơn vị của nhiệm vụ"
        indexes = (models.Index(fields=("unit", "part"), name="plans_task_unit"),)

    def __str__(self) -> str:
        return self.words


class DeadlinePart(models.Model):
    """One day on which a task is due, or a part without a day; for filters and lists.

    The whole deadline stands in `Task.schedule`. `due_on` is the last day that is in time.
    """

    class Kind(models.TextChoices):
        BY = "by", "Trước hoặc chậm nhất một ngày"
        WINDOW = "window", "Trong một khoảng"
        RECURRING = "recurring", "Định kỳ"
        CONTINUOUS = "continuous", "Thường xuyên"
        CONDITIONAL = "conditional", "Khi có việc"
        UNCLEAR = "unclear", "Chưa hiểu"

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="deadline_parts")
    kind = models.CharField("loại", max_length=12, choices=Kind.choices, db_index=True)
    opens_on = models.DateField("từ ngày", null=True)
    due_on = models.DateField("hạn", null=True, db_index=True)

    class Meta:
        ordering = ("due_on", "pk")
        verbose_name = "phần của thời hạn"
        indexes = (models.Index(fields=("task", "due_on"), name="plans_deadline_of_task"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.due_on or ''}".strip()


class ParentLink(models.Model):
    """A task carries out a task of the parent plan, whatever version that is in."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="parent_links")
    parent_key = models.UUIDField("nhiệm vụ cấp trên", db_index=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = "liên kết với nhiệm vụ cấp trên"
        constraints = (
            models.UniqueConstraint(fields=("task", "parent_key"), name="plans_parent_link_once"),
        )

    def __str__(self) -> str:
        return f"{self.task} → {self.parent_key}"


class Target(Kept):
    """A number that a plan commits to reach."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="targets")
    key = models.UUIDField("mã chỉ tiêu", default=uuid.uuid4, db_index=True)
    place = models.PositiveIntegerField("thứ tự")
    area = models.CharField("lĩnh vực", max_length=20, choices=AREA_CHOICES)
    text = models.TextField("chỉ tiêu")
    kind = models.CharField(
        "loại",
        max_length=10,
        choices=TARGET_KINDS,
    )
    comparator = models.CharField(
        "so sánh",
        max_length=2,
        choices=COMPARATORS,
    )
    value = models.DecimalField("giá trị", max_digits=20, decimal_places=4)
    value_to = models.DecimalField(
        "đến giá trị", max_digits=20, decimal_places=4, null=True, blank=True
    )
    unit = models.CharField("đơn vị tính", max_length=200, blank=True)
    tasks = models.ManyToManyField(
        Task, blank=True, related_name="targets", verbose_name="nhiệm vụ phục vụ"
    )
    source = models.JSONField("nguồn", default=dict, blank=True)

    class Meta:
        ordering = ("place", "pk")
        verbose_name = "chỉ tiêu"
        constraints = (
            models.UniqueConstraint(fields=("plan_version", "key"), name="plans_target_key_once"),
        )

    def __str__(self) -> str:
        return shortened(self.text)


class ReportWindow(models.Model):
    """A reporting period that the plan sets, with its data window and due day."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="windows")
    place = models.PositiveSmallIntegerField("thứ tự")
    name = models.TextField("kỳ báo cáo")
    data_from = models.DateField("số liệu từ ngày", null=True, blank=True)
    data_to = models.DateField("đến ngày", null=True, blank=True)
    due_on = models.DateField("hạn gửi", null=True, blank=True)

    class Meta:
        ordering = ("place", "pk")
        verbose_name = "kỳ báo cáo"

    def __str__(self) -> str:
        return self.name
