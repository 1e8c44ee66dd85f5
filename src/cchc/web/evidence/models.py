"""Evidence: a file or a document on record, its versions, what it proves, checks of its bytes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cchc.web.audit.models import Kept
from cchc.web.organisation.models import Unit

# Types of administrative documents, by how often they serve as evidence; any other may be typed.
# Source: Decree 30/2020/NĐ-CP, article 7, and what proves work without being a document.
DOC_TYPES = (
    *("Báo cáo", "Quyết định", "Kế hoạch", "Công văn", "Biên bản", "Thông báo", "Tờ trình"),
    *("Nghị quyết", "Chỉ thị", "Quy chế", "Quy định", "Hướng dẫn", "Chương trình", "Đề án"),
    *("Hợp đồng", "Giấy mời", "Giấy chứng nhận", "Tài liệu", "Hình ảnh", "Bài viết"),
)


class Evidence(Kept):
    """A paper or picture that proves work: what it is, who gave it, and who vouches for its facts.

    `dated_on` is the day of the paper itself, not of its upload. `proposed` holds what the machine
    read, by field; a field stands so until a person confirmed all of them (`confirmed_at`).
    """

    class Kind(models.TextChoices):
        FILE = "file", "Tệp"
        RECORD = "record", "Văn bản không kèm tệp"

    office = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="evidence", verbose_name="đơn vị cung cấp"
    )
    kind = models.CharField("hình thức", max_length=10, choices=Kind.choices)
    subject = models.CharField("trích yếu", max_length=1000)
    number = models.CharField("số", max_length=40, blank=True)
    symbol = models.CharField("ký hiệu", max_length=120, blank=True)
    doc_type = models.CharField("loại văn bản", max_length=100, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=300, blank=True)
    signer = models.CharField("người ký", max_length=120, blank=True)
    dated_on = models.DateField("ngày văn bản", null=True, blank=True)
    link = models.CharField("đường dẫn", max_length=500, blank=True)
    proposed = models.JSONField("máy đề xuất", default=dict, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người cung cấp",
    )
    added_at = models.DateTimeField("cung cấp lúc")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người xác nhận",
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = "minh chứng"
        indexes = (
            models.Index(fields=("unit", "archived_at"), name="evidence_of_unit"),
            models.Index(fields=("office", "archived_at"), name="evidence_of_office"),
            models.Index(fields=("dated_on",), name="evidence_dated_on"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="evidence_who_confirmed_and_when",
            ),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__startswith="https://"),
                name="evidence_link_is_https",
            ),
            models.CheckConstraint(condition=~Q(subject=""), name="evidence_says_what_it_is"),
        )

    def __str__(self) -> str:
        named = " ".join(part for part in (self.doc_type, self.code) if part)
        return f"{named}: {self.subject}"[:300] if self.code else self.subject[:300]

    @property
    def code(self) -> str:
        """Number and symbol as they are printed: «12/QĐ-SKHCN»."""
        return "/".join(part for part in (self.number, self.symbol) if part)

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None


class EvidenceVersion(models.Model):
    """The bytes of a piece of evidence as they were given at one time, kept bit for bit.

    The file lies on the disk under its SHA-256 before this row is written. `signatures` is what a
    signed PDF says of itself: a list, None where it was not looked at.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ đọc"
        READING = "reading", "Đang đọc"
        READ = "read", "Đã đọc"
        UNREAD = "unread", "Máy không đọc được"

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="versions")
    ordinal = models.PositiveSmallIntegerField("bản thứ")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    name = models.CharField("tên tệp", max_length=200)
    size = models.PositiveBigIntegerField("kích thước (byte)")
    format = models.CharField("định dạng", max_length=20)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người tải lên",
    )
    uploaded_at = models.DateTimeField("tải lên lúc")
    state = models.CharField("máy đọc", max_length=10, choices=State.choices)
    attempts = models.PositiveSmallIntegerField("số lần đọc", default=0, editable=False)
    begun_at = models.DateTimeField("bắt đầu đọc lúc", null=True, blank=True, editable=False)
    sentence = models.TextField("vì sao không đọc được", blank=True)
    page_sizes = models.JSONField("khổ trang", default=list, blank=True)
    signatures = models.JSONField("chữ ký số", null=True, blank=True)

    class Meta:
        ordering = ("evidence", "-ordinal")
        verbose_name = "bản của minh chứng"
        constraints = (
            models.UniqueConstraint(
                fields=("evidence", "ordinal"), name="evidence_version_ordinal_once"
            ),
            models.UniqueConstraint(
                fields=("evidence", "sha256"), name="evidence_version_bytes_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class EvidenceLink(Kept):
    """A piece of evidence serves something: a task now, later an occurrence, a criterion, a report.

    `subject_label` and `subject_key` name it in general («plans.task», the key that all versions of
    a plan share); `task_key` is the task that it belongs to, whose units may then see the evidence.
    A link is never deleted: it is put away with a reason.
    """

    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="links", verbose_name="minh chứng"
    )
    subject_label = models.CharField("loại việc", max_length=60)
    subject_key = models.CharField("mã việc", max_length=64)
    subject_name = models.CharField("phục vụ", max_length=300)
    task_key = models.UUIDField("nhiệm vụ", null=True, blank=True, db_index=True)
    period_from = models.DateField("kỳ từ ngày", null=True, blank=True)
    period_to = models.DateField("kỳ đến ngày", null=True, blank=True)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người gắn",
    )
    linked_at = models.DateTimeField("gắn lúc")

    class Meta:
        ordering = ("archived_at", "pk")
        verbose_name = "việc mà minh chứng phục vụ"
        indexes = (
            models.Index(fields=("subject_label", "subject_key"), name="evidence_link_subject"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("evidence", "subject_label", "subject_key"),
                condition=Q(archived_at=None),
                name="evidence_linked_once",
            ),
            models.CheckConstraint(
                condition=Q(period_from=None)
                | Q(period_to=None)
                | Q(period_to__gte=F("period_from")),
                name="evidence_period_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.subject_name


class EvidenceWords(models.Model):
    """The words by which a piece of evidence is found: of its facts, and of its newest file.

    No fact of the office: made from the others, and written by `search_words.py`. The index over
    both columns is the database's own (`migrations/0002`).
    """

    evidence = models.OneToOneField(
        Evidence, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    head = models.TextField(editable=False)
    body = models.TextField(editable=False, blank=True, default="")

    class Meta:
        verbose_name = "chữ để tìm minh chứng"

    def __str__(self) -> str:
        return self.head[:80]


class HashCheck(models.Model):
    """One look at every file of the evidence: are all there, and bit for bit as they were?

    `broken`: a list of {sha256, state, name, evidence}; the state is «missing» or «altered».
    """

    at = models.DateTimeField("lúc")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    files = models.PositiveIntegerField("số tệp")
    size = models.PositiveBigIntegerField("số byte", default=0)
    broken = models.JSONField("tệp hỏng", default=list, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = "lần kiểm tra tệp minh chứng"

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y}: {self.files}"
