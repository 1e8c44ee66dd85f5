"""Plans as they are drafted, approved, issued and amended; their tasks, targets and bases."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from cchc.plan.model import Comparator, ReformArea, TargetKind
from cchc.web.audit.models import Kept
from cchc.web.intake.models import Reading, SourceFile
from cchc.web.organisation.models import Unit
from cchc.web.ui.vietnamese import searchable, sortable

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


class PlanKind(models.TextChoices):
    ANNUAL = "annual", "Kế hoạch cải cách hành chính năm"
    PUBLICITY = "publicity", "Kế hoạch tuyên truyền cải cách hành chính"
    INSPECTION = "inspection", "Kế hoạch kiểm tra cải cách hành chính"
    PROCEDURE_CONTROL = "procedure_control", "Kế hoạch kiểm soát thủ tục hành chính"
    INDEX_IMPROVEMENT = "index_improvement", "Kế hoạch cải thiện Chỉ số cải cách hành chính"


class Plan(Kept):
    """A plan of one unit for one year, through all its versions."""

    owner = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="plans", verbose_name="cơ quan"
    )
    kind = models.CharField("loại", max_length=20, choices=PlanKind.choices)
    year = models.PositiveSmallIntegerField("năm")
    title = models.CharField("tên kế hoạch", max_length=400)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="thực hiện kế hoạch",
    )
    carried_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_to",
        verbose_name="chép từ kế hoạch",
    )
    folded = models.CharField(max_length=500, editable=False, db_index=True)
    sort_key = models.CharField(max_length=1300, editable=False)

    class Meta:
        ordering = ("-year", "sort_key", "pk")
        verbose_name = "kế hoạch"
        indexes = (models.Index(fields=("owner", "year"), name="plans_plan_owner_year"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(year__gte=2000) & Q(year__lte=2100), name="plans_plan_year_is_sane"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def derived(self) -> dict[str, Any]:
        return {
            "folded": searchable(self.title, str(self.year))[:500],
            "sort_key": sortable(self.title)[:1300],
        }


class SigningCapacity(models.TextChoices):
    OWN = "own", "(không ghi)"
    DEPUTY_FOR = "deputy_for", "KT."
    ON_BEHALF = "on_behalf", "TM."
    BY_ORDER = "by_order", "TL."
    BY_AUTHORISATION = "by_authorisation", "TUQ."
    ACTING = "acting", "Q."


class PlanVersion(Kept):
    """One wording of a plan, from its first draft to the day another takes its place."""

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        SUBMITTED = "submitted", "Đã trình"
        RETURNED = "returned", "Trả lại để sửa"
        APPROVED = "approved", "Đã duyệt"
        ISSUED = "issued", "Đã ban hành"
        SUPERSEDED = "superseded", "Đã thay bằng bản sửa đổi"
        CLOSED = "closed", "Đã kết thúc"

    IN_PREPARATION = (State.DRAFT, State.SUBMITTED, State.RETURNED, State.APPROVED)
    IN_FORCE = (State.ISSUED, State.CLOSED)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    ordinal = models.PositiveSmallIntegerField("bản thứ")
    state = models.CharField(
        "tình trạng", max_length=10, choices=State.choices, default=State.DRAFT
    )
    amends = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="amended_by",
        verbose_name="sửa đổi bản",
    )
    reason = models.TextField("lý do sửa đổi", blank=True)
    reading = models.OneToOneField(
        Reading,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_version",
        verbose_name="bản đọc",
    )
    number = models.CharField("số", max_length=20, blank=True)
    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    signer_name = models.CharField("người ký", max_length=120, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signing_capacity = models.CharField(
        "quyền ký", max_length=20, choices=SigningCapacity.choices, default=SigningCapacity.OWN
    )
    issued_file = models.ForeignKey(
        SourceFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="bản ban hành",
    )
    return_note = models.TextField("lý do trả lại", blank=True)
    header = models.JSONField("thông tin văn bản", default=dict, encoder=DjangoJSONEncoder)
    sections = models.JSONField("các mục", default=list)

    class Meta:
        ordering = ("plan", "-ordinal")
        verbose_name = "bản kế hoạch"
        constraints = (
            models.UniqueConstraint(fields=("plan", "ordinal"), name="plans_version_ordinal_once"),
            models.UniqueConstraint(
                fields=("plan",),
                condition=Q(state__in=("draft", "submitted", "returned", "approved"))
                & Q(archived_at=None),
                name="plans_one_version_in_preparation",
            ),
            models.UniqueConstraint(
                fields=("plan",),
                condition=Q(state__in=("issued", "closed")),
                name="plans_one_version_in_force",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("issued", "superseded", "closed"))
                | (Q(issued_on__isnull=False) & ~Q(symbol="")),
                name="plans_issued_version_has_number_and_date",
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan} (bản {self.ordinal})"


class LegalDocument(Kept):
    """A document that plans rest on: number, type, date, issuer, and what has replaced it."""

    number = models.CharField("số, ký hiệu", max_length=80)
    doc_type = models.CharField("loại văn bản", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    subject = models.TextField("trích yếu", blank=True)
    file = models.ForeignKey(
        SourceFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    replaced_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name="được thay bằng",
    )
    replaced_on = models.DateField("hết hiệu lực từ", null=True, blank=True)
    folded = models.CharField(max_length=600, editable=False, db_index=True)

    class Meta:
        ordering = ("-issued_on", "number", "pk")
        verbose_name = "văn bản căn cứ"
        constraints = (
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=models.F("pk")),
                name="plans_document_not_replaced_by_itself",
            ),
        )

    def __str__(self) -> str:
        return f"{self.doc_type} {self.number}".strip()

    def derived(self) -> dict[str, Any]:
        return {"folded": searchable(self.number, self.doc_type, self.issuer, self.subject)[:600]}


class Basis(models.Model):
    """A plan's citation of a document, as the plan words it."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="bases")
    document = models.ForeignKey(LegalDocument, on_delete=models.PROTECT, related_name="cited_in")
    place = models.PositiveIntegerField("thứ tự")
    cited_on = models.DateField("ngày ghi trong kế hoạch", null=True, blank=True)
    source = models.JSONField("nguồn", default=dict)

    class Meta:
        ordering = ("place", "pk")
        verbose_name = "căn cứ"

    def __str__(self) -> str:
        return str(self.document)


class Task(Kept):
    """One task of one version of a plan; `key` is the same in every version and roll-over copy."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="tasks")
    key = models.UUIDField("mã nhiệm vụ", default=uuid.uuid4, db_index=True)
    place = models.PositiveIntegerField("thứ tự")
    area = models.CharField("lĩnh vực", max_length=20, choices=AREA_CHOICES)
    group = models.CharField("nhóm", max_length=500, blank=True)
    label = models.CharField("số thứ tự trong kế hoạch", max_length=30, blank=True)
    text = models.TextField("nhiệm vụ")
    objective = models.TextField("mục tiêu", blank=True)
    activity = models.TextField("hoạt động", blank=True)
    outputs = models.JSONField("sản phẩm", default=list)
    deadline = models.TextField("thời hạn (nguyên văn)", blank=True)
    schedule = models.JSONField("thời hạn được hiểu", default=list)
    budget = models.CharField("kinh phí", max_length=300, blank=True)
    origin = models.CharField("từ phần", max_length=10, default="appendix")
    source = models.JSONField("nguồn", default=dict)
    confirmations = models.JSONField("ai đã xác nhận", default=dict)
    carry_reason = models.TextField("lý do chuyển tiếp từ năm trước", blank=True)
    first_due_on = models.DateField("hạn đầu tiên", null=True, blank=True)
    last_due_on = models.DateField("hạn cuối", null=True, blank=True)
    folded = models.TextField(editable=False)

    class Meta:
        ordering = ("place", "pk")
        verbose_name = "nhiệm vụ"
        constraints = (
            models.UniqueConstraint(fields=("plan_version", "key"), name="plans_task_key_once"),
        )

    def __str__(self) -> str:
        return self.text[:200]

    def derived(self) -> dict[str, Any]:
        return {"folded": searchable(self.label, self.text, self.activity, *self.outputs)}


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
    words = models.CharField("tên trong kế hoạch", max_length=300)
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
    """One part of a task's deadline by kind, for filters; the whole stands in `Task.schedule`."""

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
        choices=[
            (TargetKind.RATE.value, "Tỷ lệ"),
            (TargetKind.RANK.value, "Thứ hạng"),
            (TargetKind.COUNT.value, "Số lượng"),
            (TargetKind.SCORE.value, "Điểm"),
            (TargetKind.DURATION.value, "Thời gian"),
        ],
    )
    comparator = models.CharField(
        "so sánh",
        max_length=2,
        choices=[
            (Comparator.EQUAL.value, "bằng"),
            (Comparator.MORE.value, "trên"),
            (Comparator.AT_LEAST.value, "ít nhất"),
            (Comparator.LESS.value, "dưới"),
            (Comparator.AT_MOST.value, "không quá"),
        ],
    )
    value = models.DecimalField("giá trị", max_digits=14, decimal_places=4)
    value_to = models.DecimalField(
        "đến giá trị", max_digits=14, decimal_places=4, null=True, blank=True
    )
    unit = models.CharField("đơn vị tính", max_length=60, blank=True)
    tasks = models.ManyToManyField(
        Task, blank=True, related_name="targets", verbose_name="nhiệm vụ phục vụ"
    )
    source = models.JSONField("nguồn", default=dict)

    class Meta:
        ordering = ("place", "pk")
        verbose_name = "chỉ tiêu"
        constraints = (
            models.UniqueConstraint(fields=("plan_version", "key"), name="plans_target_key_once"),
        )

    def __str__(self) -> str:
        return self.text[:200]


class ReportWindow(models.Model):
    """A reporting period that the plan sets, with its data window and due day."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="windows")
    place = models.PositiveSmallIntegerField("thứ tự")
    name = models.CharField("kỳ báo cáo", max_length=200)
    data_from = models.DateField("số liệu từ ngày", null=True, blank=True)
    data_to = models.DateField("đến ngày", null=True, blank=True)
    due_on = models.DateField("hạn gửi", null=True, blank=True)

    class Meta:
        ordering = ("place", "pk")
        verbose_name = "kỳ báo cáo"

    def __str__(self) -> str:
        return self.name


class Assignment(Kept):
    """A person of a unit who sees to a task, for as long as they do; it outlives amendments."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="assignments")
    task_key = models.UUIDField("nhiệm vụ", db_index=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="assignments",
        verbose_name="người thực hiện",
    )
    given_on = models.DateField("giao ngày")
    ended_on = models.DateField("thôi ngày", null=True, blank=True)

    class Meta:
        ordering = ("given_on", "pk")
        verbose_name = "phân công"
        constraints = (
            models.UniqueConstraint(
                fields=("task_key", "unit", "user"),
                condition=Q(ended_on=None) & Q(archived_at=None),
                name="plans_person_assigned_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} ({self.unit})"
