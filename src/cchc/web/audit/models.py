"""The record of acts, chained by hash, and the base of every row that is kept."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Kept(models.Model):
    """A row that people edit and nobody deletes: archiving it needs a reason.

    `version` counts the edits, so that an edit of an outdated page is noticed.
    """

    version = models.PositiveIntegerField("lần sửa", default=1, editable=False)
    archived_at = models.DateTimeField("lưu trữ lúc", null=True, blank=True, editable=False)
    archive_reason = models.CharField("lý do lưu trữ", max_length=500, blank=True, editable=False)

    class Meta:
        abstract = True

    def derived(self) -> dict[str, Any]:
        """Columns that follow from others (for search and order); written with every edit."""
        return {}


class Entry(models.Model):
    """One act in the office: who did what, when and why, with all it changed.

    `hash` covers the act, its changes and the hash before it. `place` is the path of the unit in
    whose affairs the act was done, for showing the record to those who answer for that unit.
    """

    number = models.PositiveBigIntegerField("số thứ tự", unique=True)
    at = models.DateTimeField("lúc", db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người thực hiện",
    )
    by_name = models.CharField("tên khi đó", max_length=200)
    verb = models.CharField("việc", max_length=60, db_index=True)
    place = models.CharField("phạm vi", max_length=255, blank=True, db_index=True)
    reason = models.TextField("lý do", blank=True)
    data = models.JSONField("số liệu kèm", default=dict, encoder=DjangoJSONEncoder)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    # For search only, made from what stands above and in the changes; the chain does not cover it.
    folded = models.TextField(editable=False, default="")

    class Meta:
        ordering = ("-number",)
        verbose_name = "việc đã ghi"

    def __str__(self) -> str:
        return f"{self.number} {self.verb}"


class Change(models.Model):
    """What one act did to one row: the fields before and after, in words that outlive the row."""

    class Kind(models.TextChoices):
        CREATED = "created", "thêm"
        CHANGED = "changed", "sửa"
        ARCHIVED = "archived", "lưu trữ"
        REMOVED = "removed", "bỏ"
        TOUCHED = "touched", "liên quan"

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField("loại", max_length=10, choices=Kind.choices)
    subject = models.CharField("loại bản ghi", max_length=60)
    subject_id = models.CharField("mã bản ghi", max_length=40)
    subject_name = models.CharField("tên khi đó", max_length=300)
    before = models.JSONField("trước", default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField("sau", default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("subject", "subject_id"), name="audit_change_subject"),)
        verbose_name = "thay đổi"

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.subject_id}"


class ChainHead(models.Model):
    """The last link of the chain; locked while a new one is added, so links never fork."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        verbose_name = "mắt xích cuối"
        constraints = (
            models.CheckConstraint(condition=models.Q(pk=1), name="audit_one_chain_head"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"
