"""What people say of the work: updates, comments, more time, acts on many at once."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from cchc.web.audit.models import Kept
from cchc.web.organisation.models import Unit
from cchc.web.work.models.occurrence import Occurrence


class Update(models.Model):
    """One thing said of an occurrence, in the order of time; never changed afterwards."""

    class Kind(models.TextChoices):
        NOTE = "note", "cập nhật tiến độ"
        PART = "part", "gửi phần phối hợp"
        PROPOSED = "proposed", "đề nghị công nhận hoàn thành"
        TAKEN_BACK = "taken_back", "rút đề nghị"
        ACCEPTED = "accepted", "công nhận hoàn thành"
        RETURNED = "returned", "trả lại"
        REOPENED = "reopened", "mở lại"
        ASKED = "asked", "xin gia hạn"
        GRANTED = "granted", "cho gia hạn"
        REFUSED = "refused", "không cho gia hạn"
        MOVED = "moved", "đổi hạn theo kế hoạch, lịch"
        COMMENT = "comment", "trao đổi"

    occurrence = models.ForeignKey(
        Occurrence, on_delete=models.PROTECT, related_name="updates", verbose_name="việc"
    )
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người ghi",
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="của đơn vị",
    )
    at = models.DateTimeField("lúc")
    on = models.DateField("ngày", db_index=True)
    text = models.TextField("nội dung", blank=True)
    share_done = models.DecimalField(
        "đã được", max_digits=12, decimal_places=2, null=True, blank=True
    )
    mentions = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", verbose_name="nhắc tới"
    )

    class Meta:
        ordering = ("at", "pk")
        verbose_name = "cập nhật"
        indexes = (models.Index(fields=("occurrence", "at"), name="work_update_in_time"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:120]}".strip(": ")


class Extension(Kept):
    """More time asked for an occurrence, with the reason, and what was decided."""

    class State(models.TextChoices):
        ASKED = "asked", "Đang xin"
        GRANTED = "granted", "Đã cho"
        REFUSED = "refused", "Không cho"

    occurrence = models.ForeignKey(
        Occurrence, on_delete=models.PROTECT, related_name="extensions", verbose_name="việc"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người xin",
    )
    asked_on = models.DateField("xin ngày")
    due_before = models.DateField("hạn khi xin")
    wanted_on = models.DateField("xin đến hết ngày")
    reason = models.TextField("lý do")
    state = models.CharField(
        "tình trạng", max_length=10, choices=State.choices, default=State.ASKED
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người quyết định",
    )
    decided_on = models.DateField("quyết định ngày", null=True, blank=True)
    granted_to = models.DateField("cho đến hết ngày", null=True, blank=True)
    answer = models.TextField("ý kiến", blank=True)

    class Meta:
        ordering = ("-asked_on", "-pk")
        verbose_name = "gia hạn"
        indexes = (models.Index(fields=("state", "asked_on"), name="work_extension_state"),)
        constraints = (
            models.UniqueConstraint(
                fields=("occurrence",),
                condition=Q(state="asked", archived_at=None),
                name="work_one_extension_asked_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"Gia hạn đến {self.wanted_on:%d/%m/%Y}: {self.occurrence}"[:300]


class BulkAct(Kept):
    """One act on many occurrences with one reason; what each said before, so it can be undone."""

    verb = models.CharField("việc", max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người làm",
    )
    at = models.DateTimeField("lúc")
    reason = models.TextField("lý do")
    rows = models.JSONField("các việc", default=list, encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = "việc làm hàng loạt"

    def __str__(self) -> str:
        return f"{self.verb} ({len(self.rows)})"
