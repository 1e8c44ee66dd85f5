"""What is due when: occurrences of an issued plan's tasks, and what moves them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cchc.web.audit.models import Kept
from cchc.web.intake.models import SourceFile
from cchc.web.organisation.models import Unit
from cchc.web.plans.models import Plan, PlanVersion, Task


class Following(Kept):
    """That a plan's work is followed, and which version its due days were reckoned from."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="following")
    plan_version = models.ForeignKey(
        PlanVersion, on_delete=models.PROTECT, related_name="+", verbose_name="theo bản"
    )
    since = models.DateField("theo dõi từ ngày")

    class Meta:
        ordering = ("plan",)
        verbose_name = "theo dõi kế hoạch"

    def __str__(self) -> str:
        return f"Theo dõi {self.plan}"


class Event(Kept):
    """Something that a conditional deadline waited for has happened: the paper that says so."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="events")
    task_key = models.UUIDField("nhiệm vụ", db_index=True)
    slot = models.CharField(max_length=100, editable=False)
    happened_on = models.DateField("ngày xảy ra")
    number = models.CharField("số, ký hiệu văn bản", max_length=200)
    subject = models.CharField("trích yếu", max_length=500, blank=True)
    file = models.ForeignKey(
        SourceFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tệp",
    )
    due_on = models.DateField("hạn", help_text="Ngày cuối còn kịp.")
    is_due_reckoned = models.BooleanField("hạn tính từ kế hoạch", default=False)

    class Meta:
        ordering = ("happened_on", "pk")
        verbose_name = "sự việc phát sinh nhiệm vụ"
        constraints = (
            models.CheckConstraint(condition=~Q(number=""), name="work_event_names_its_paper"),
        )

    def __str__(self) -> str:
        return f"{self.number} ngày {self.happened_on:%d/%m/%Y}"


class DeadlineDecision(Kept):
    """What a person decided that an unclear deadline means, in the deadline language."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="deadline_decisions")
    task_key = models.UUIDField("nhiệm vụ")
    text = models.TextField("lời trong kế hoạch")
    words = models.TextField("được hiểu là")
    schedule = models.JSONField("thời hạn", default=list)
    reason = models.TextField("lý do")

    class Meta:
        ordering = ("pk",)
        verbose_name = "quyết định về thời hạn"
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "task_key", "text"),
                condition=Q(archived_at=None),
                name="work_deadline_decided_once",
            ),
        )

    def __str__(self) -> str:
        return f"«{self.text}» là «{self.words}»"


class Occurrence(Kept):
    """One time that a unit owes a task: a day, a stretch, one period of a rhythm, one event.

    `slot` stays when the plan is amended, so that what is done stays done. `planned_due_on` is the
    last day in time by the plan; `due_on` that which counts, later where more time was granted.
    """

    class Kind(models.TextChoices):
        DATED = "dated", "Có ngày"
        WINDOWED = "windowed", "Trong một khoảng"
        RECURRING = "recurring", "Định kỳ"
        ALL_YEAR = "all_year", "Cả năm"
        NOTE = "note", "Ghi tiến độ của kỳ báo cáo"
        CONDITIONAL = "conditional", "Khi có việc"
        UNCLEAR = "unclear", "Chưa rõ thời hạn"

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ sự việc"
        UNCLEAR = "unclear", "Chờ làm rõ thời hạn"
        OPEN = "open", "Chưa xong"
        PROPOSED = "proposed", "Chờ công nhận"
        DONE = "done", "Đã hoàn thành"
        WITHDRAWN = "withdrawn", "Không còn phải làm"

    OWED = (State.OPEN, State.PROPOSED)
    OVER = (State.PROPOSED, State.DONE)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="occurrences")
    task = models.ForeignKey(
        Task, on_delete=models.PROTECT, related_name="occurrences", verbose_name="nhiệm vụ"
    )
    task_key = models.UUIDField("mã nhiệm vụ", db_index=True)
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="occurrences",
        verbose_name="đơn vị chủ trì",
    )
    slot = models.CharField(max_length=100, editable=False)
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    name = models.TextField("kỳ, lần", blank=True)
    product = models.TextField("sản phẩm", blank=True)
    event = models.ForeignKey(
        Event,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="occurrences",
        verbose_name="sự việc",
    )
    opens_on = models.DateField("từ ngày", null=True, blank=True)
    named_on = models.DateField("ngày ghi trong kế hoạch", null=True, blank=True)
    planned_due_on = models.DateField("hạn theo kế hoạch", null=True, blank=True)
    extended_to = models.DateField("gia hạn đến", null=True, blank=True)
    due_on = models.DateField("hạn", null=True, blank=True)
    work_by = models.DateField("ngày làm việc cuối", null=True, blank=True)
    state = models.CharField("tình trạng", max_length=10, choices=State.choices)
    started_on = models.DateField("bắt đầu ngày", null=True, blank=True)
    done_on = models.DateField("xong ngày", null=True, blank=True)
    answered_on = models.DateField("công nhận ngày", null=True, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người đề nghị công nhận",
    )
    returned_note = models.TextField("lý do trả lại", blank=True)
    share_done = models.DecimalField(
        "đã được", max_digits=12, decimal_places=2, null=True, blank=True
    )
    share_whole = models.DecimalField(
        "phải được", max_digits=12, decimal_places=2, null=True, blank=True
    )

    class Meta:
        ordering = (F("due_on").asc(nulls_last=True), "pk")
        verbose_name = "việc đến hạn"
        indexes = (
            models.Index(fields=("unit", "state", "due_on"), name="work_occurrence_unit"),
            models.Index(fields=("plan", "state", "due_on"), name="work_occurrence_plan"),
            models.Index(fields=("task", "state"), name="work_occurrence_task"),
            # All that the overview counts by, so that it is counted from the index alone.
            models.Index(
                fields=("plan", "unit", "state", "due_on", "done_on"), name="work_occurrence_counts"
            ),
            models.Index(fields=("state", "due_on"), name="work_occurrence_due"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "task_key", "unit", "slot"),
                condition=Q(unit__isnull=False),
                name="work_slot_once_for_each_unit",
            ),
            models.UniqueConstraint(
                fields=("plan", "task_key", "slot"),
                condition=Q(unit__isnull=True),
                name="work_slot_once_without_unit",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("proposed", "done")) | Q(done_on__isnull=False),
                name="work_done_occurrence_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("open", "proposed", "done")) | Q(due_on__isnull=False),
                name="work_owed_occurrence_has_a_due_day",
            ),
        )

    def __str__(self) -> str:
        said = self.product or self.name
        return f"{self.task}{f' ({said})' if said else ''}"[:200]
