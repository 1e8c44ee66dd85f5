"""A plan through all its versions, and the documents that it rests on."""

from __future__ import annotations

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from cchc.web.audit.models import Kept
from cchc.web.intake.models import Reading, SourceFile
from cchc.web.organisation.models import Unit
from cchc.web.ui.vietnamese import searchable, sortable


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
    number = models.CharField("số", max_length=40, blank=True)
    symbol = models.CharField("ký hiệu", max_length=120, blank=True)
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
    header = models.JSONField(
        "thông tin văn bản", default=dict, blank=True, encoder=DjangoJSONEncoder
    )
    sections = models.JSONField("các mục", default=list, blank=True)

    class Meta:
        ordering = ("plan", "-ordinal")
        verbose_name = "bản kế hoạch"
        indexes = (models.Index(fields=("state", "plan"), name="plans_version_state"),)
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


def document_key(number: str, doc_type: str) -> str:
    """What tells one document from another however it is typed: folded number and type."""
    return f"{searchable(number).replace(' ', '')} {searchable(doc_type)}".strip()


class LegalDocument(Kept):
    """A document that plans rest on: number, type, date, issuer, and what has replaced it.

    `key` finds it again however the next plan types its number and type.
    """

    number = models.CharField("số, ký hiệu", max_length=200)
    doc_type = models.CharField("loại văn bản", max_length=200, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=300, blank=True)
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
    key = models.CharField(max_length=420, editable=False, db_index=True)
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
        return {
            "key": document_key(self.number, self.doc_type),
            "folded": searchable(self.number, self.doc_type, self.issuer, self.subject)[:600],
        }


class Basis(models.Model):
    """A plan's citation of a document, as the plan words it."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="bases")
    document = models.ForeignKey(LegalDocument, on_delete=models.PROTECT, related_name="cited_in")
    place = models.PositiveIntegerField("thứ tự")
    number = models.CharField("số, ký hiệu ghi trong kế hoạch", max_length=200)
    doc_type = models.CharField("loại ghi trong kế hoạch", max_length=200, blank=True)
    cited_on = models.DateField("ngày ghi trong kế hoạch", null=True, blank=True)
    issuer = models.CharField("cơ quan ghi trong kế hoạch", max_length=300, blank=True)
    source = models.JSONField("nguồn", default=dict, blank=True)

    class Meta:
        ordering = ("place", "pk")
        verbose_name = "căn cứ"

    def __str__(self) -> str:
        return f"{self.doc_type} {self.number}".strip()
