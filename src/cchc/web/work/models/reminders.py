"""Reminding: an office's rules, what people were told, and what waits to be sent to them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from cchc.deadlines.reminders import Rules
from cchc.web.audit.models import Kept
from cchc.web.organisation.models import Unit
from cchc.web.work.models.occurrence import Occurrence


class AsWritten(DjangoJSONEncoder):
    """JSON with Vietnamese letters as they are: a backslash for each mark costs every insert."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**(options | {"ensure_ascii": False}))


class ReminderRule(Kept):
    """When an office wants its people told of what they owe; without one the usual rules hold."""

    office = models.OneToOneField(
        Unit, on_delete=models.PROTECT, related_name="reminder_rule", verbose_name="cơ quan"
    )
    days_before = models.JSONField("nhắc trước (ngày làm việc)", default=list, blank=True)
    on_the_day = models.BooleanField("nhắc vào ngày cuối", default=True)
    day_after = models.BooleanField("nhắc ngày làm việc đầu tiên sau hạn", default=True)
    weekly = models.BooleanField("nhắc hằng tuần khi còn quá hạn", default=True)
    head_after = models.PositiveSmallIntegerField(
        "báo trưởng đơn vị sau số ngày làm việc quá hạn", null=True, blank=True
    )
    leader_after = models.PositiveSmallIntegerField(
        "báo lãnh đạo sau số ngày làm việc quá hạn", null=True, blank=True
    )
    tells_coordinator = models.BooleanField("gửi đầu mối bản tổng hợp", default=True)

    class Meta:
        ordering = ("office",)
        verbose_name = "quy tắc nhắc việc"

    def __str__(self) -> str:
        return f"Quy tắc nhắc việc của {self.office}"

    @property
    def rules(self) -> Rules:
        return Rules(
            days_before=tuple(self.days_before),
            on_the_day=self.on_the_day,
            day_after=self.day_after,
            weekly=self.weekly,
            head_after=self.head_after,
            leader_after=self.leader_after,
        )


class ReminderWish(Kept):
    """How a person wants to be reached besides in the office, where they always are."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="reminder_wish",
        verbose_name="người nhận",
    )
    by_mail = models.BooleanField("qua thư điện tử", default=True)
    by_phone = models.BooleanField("qua tin nhắn điện thoại", default=True)

    class Meta:
        ordering = ("user",)
        verbose_name = "cách nhận nhắc việc"

    def __str__(self) -> str:
        return f"Cách nhận nhắc việc của {self.user}"


class ReminderTold(models.Model):
    """How far each audience was told of one due day of an occurrence (`deadlines.reminders`).

    Its columns are the highest rank told to those who do it, the head, the leader.
    """

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="told")
    due_on = models.DateField("hạn")
    doer = models.SmallIntegerField("người làm đến mức", null=True, blank=True)
    head = models.SmallIntegerField("trưởng đơn vị đến mức", null=True, blank=True)
    leader = models.SmallIntegerField("lãnh đạo đến mức", null=True, blank=True)
    on = models.DateField("ngày")

    class Meta:
        ordering = ("pk",)
        verbose_name = "lần nhắc"
        constraints = (
            models.UniqueConstraint(
                fields=("occurrence", "due_on"), name="work_told_once_for_each_due_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.occurrence_id} {self.due_on:%d/%m/%Y} {self.doer} {self.head} {self.leader}"


class ReminderRun(models.Model):
    """That the reminders of a day were made: once, whoever asks again."""

    on = models.DateField("ngày", unique=True)
    at = models.DateTimeField("lúc")
    people = models.PositiveIntegerField("số người được nhắc", default=0)
    lines = models.PositiveIntegerField("số việc được nhắc", default=0)

    class Meta:
        ordering = ("-on",)
        verbose_name = "lượt nhắc việc"

    def __str__(self) -> str:
        return f"Nhắc việc ngày {self.on:%d/%m/%Y}"


class Notice(models.Model):
    """Something a person is told in the office: the digest of a day, or one event of the work.

    `lines` of a digest: `[{"occurrence": 7, "text": "…", "says": "…", "step": "after"}]`.
    """

    class Kind(models.TextChoices):
        DIGEST = "digest", "nhắc việc"
        EVENT = "event", "việc mới"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="notices",
        verbose_name="người nhận",
    )
    kind = models.CharField("loại", max_length=10, choices=Kind.choices)
    on = models.DateField("ngày")
    at = models.DateTimeField("lúc")
    text = models.TextField("nội dung")
    occurrence = models.ForeignKey(
        Occurrence, on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    lines = models.JSONField("các việc", default=list, blank=True, encoder=AsWritten)
    line_count = models.PositiveIntegerField("số việc", default=0)
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = "thông báo"
        indexes = (
            models.Index(fields=("user", "-at"), name="work_notice_of_user"),
            models.Index(fields=("user",), condition=Q(read_at=None), name="work_notice_unread"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("user", "on"), condition=Q(kind="digest"), name="work_one_digest_a_day"
            ),
        )

    def __str__(self) -> str:
        return self.text[:120]


class WebhookTarget(Kept):
    """A gateway for SMS or Zalo that an office sends its messages to, each one signed."""

    office = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="webhooks", verbose_name="cơ quan"
    )
    name = models.CharField("tên", max_length=120)
    url = models.CharField("địa chỉ", max_length=500)
    key = models.CharField("khóa ký", max_length=64)
    is_on = models.BooleanField("đang bật", default=True)

    class Meta:
        ordering = ("office", "pk")
        verbose_name = "cổng tin nhắn"
        constraints = (
            models.UniqueConstraint(
                fields=("office",),
                condition=Q(is_on=True, archived_at=None),
                name="work_one_webhook_on_for_each_office",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.office})"


class Message(models.Model):
    """One message to one person by one channel, from the moment it is wanted until it is gone.

    `key` says what it is and makes it be wanted once; the mail's Message-ID comes from it. The
    text is written when it is sent, of what is then still open.
    """

    class Channel(models.TextChoices):
        MAIL = "mail", "Thư điện tử"
        WEBHOOK = "webhook", "Tin nhắn"

    class State(models.TextChoices):
        QUEUED = "queued", "Chờ gửi"
        SENDING = "sending", "Đang gửi"
        SENT = "sent", "Đã gửi"
        FAILED = "failed", "Không gửi được"
        DROPPED = "dropped", "Không còn cần gửi"

    channel = models.CharField("kênh", max_length=10, choices=Channel.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người nhận",
    )
    office = models.ForeignKey(
        Unit,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="cơ quan",
    )
    webhook = models.ForeignKey(
        WebhookTarget, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    recipient = models.CharField("gửi tới", max_length=254)
    subject = models.CharField("tiêu đề", max_length=300)
    body = models.TextField("nội dung", blank=True)
    lines = models.JSONField("các việc", default=list, blank=True, encoder=AsWritten)
    line_count = models.PositiveIntegerField("số việc", default=0)
    key = models.CharField(max_length=100, unique=True)
    on = models.DateField("ngày")
    made_at = models.DateTimeField("tạo lúc")
    state = models.CharField(
        "tình trạng", max_length=10, choices=State.choices, default=State.QUEUED
    )
    tries = models.PositiveSmallIntegerField("số lần thử", default=0)
    next_try_at = models.DateTimeField("gửi từ lúc")
    claim = models.CharField(max_length=32, blank=True)
    claimed_at = models.DateTimeField("bắt đầu gửi lúc", null=True, blank=True)
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    last_error = models.CharField("lỗi lần trước", max_length=500, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        verbose_name = "tin gửi đi"
        indexes = (
            models.Index(fields=("state", "next_try_at"), name="work_message_due"),
            models.Index(fields=("office", "-made_at"), name="work_message_of_office"),
            models.Index(fields=("user", "state"), name="work_message_of_user"),
        )

    def __str__(self) -> str:
        return f"{self.subject} → {self.recipient}"


class FeedKey(Kept):
    """A secret address under which a calendar reads the due days of a person or of a unit.

    Only the hash of the secret is kept: who has lost the address makes another.
    """

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="feed_keys",
        verbose_name="người lập",
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="feed_keys",
        verbose_name="lịch của đơn vị",
    )
    name = models.CharField("tên", max_length=120)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_on = models.DateField("lập ngày")
    revoked_on = models.DateField("thu hồi ngày", null=True, blank=True)

    class Meta:
        ordering = ("-made_on", "-pk")
        verbose_name = "đường dẫn lịch"

    def __str__(self) -> str:
        return self.name


class ChasingLetter(Kept):
    """A letter that chases a unit for its overdue work, as it was prepared on its day."""

    office = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="chasing_letters", verbose_name="gửi"
    )
    on = models.DateField("ngày")
    answer_by = models.DateField("trả lời trước hết ngày")
    note = models.TextField("ý kiến", blank=True)
    rows = models.JSONField("các việc", default=list, encoder=AsWritten)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người lập",
    )

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name = "công văn đôn đốc"
        constraints = (
            models.CheckConstraint(
                condition=Q(answer_by__gt=models.F("on")), name="work_letter_gives_time_to_answer"
            ),
        )

    def __str__(self) -> str:
        return f"Đôn đốc {self.unit} ngày {self.on:%d/%m/%Y}"
