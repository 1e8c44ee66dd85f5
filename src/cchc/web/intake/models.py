"""Files as they were uploaded, what was read from them, and every decision a person took on it."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from cchc.web.audit.models import Kept
from cchc.web.organisation.models import Unit


class SourceFile(models.Model):
    """One uploaded file, kept bit for bit on the disk under its SHA-256; the row comes after it."""

    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    name = models.CharField("tên tệp", max_length=200)
    size = models.PositiveBigIntegerField("kích thước (byte)")
    format = models.CharField("định dạng", max_length=20)
    office = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField("tải lên lúc")

    class Meta:
        ordering = ("-uploaded_at", "-pk")
        verbose_name = "tệp gốc"

    def __str__(self) -> str:
        return self.name


class Reading(Kept):
    """One plan being taken in: its files, how far the machine is, and then how far the people."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ đọc"
        READING = "reading", "Đang đọc"
        READY = "ready", "Chờ rà soát"
        FAILED = "failed", "Không đọc được"
        CANCELLED = "cancelled", "Đã hủy"
        CONFIRMED = "confirmed", "Đã xác nhận"

    office = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="readings", verbose_name="cơ quan"
    )
    title = models.CharField("tên", max_length=300)
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    state = models.CharField("tình trạng", max_length=10, choices=State.choices)
    step = models.CharField("bước", max_length=120, blank=True)
    done = models.PositiveIntegerField("đã xong", default=0)
    total = models.PositiveIntegerField("tất cả", default=0)
    sentence = models.TextField("vì sao không đọc được", blank=True)
    notices = models.JSONField("lưu ý khi đọc", default=list, blank=True)
    # What only the files themselves tell: documents that the text cites with two dates.
    findings = models.JSONField("phát hiện khi đọc", default=list, blank=True)
    # Cells of a workbook in our layout that must be put right: {sheet, row, column, sentence}.
    problems = models.JSONField("ô cần sửa", default=list, blank=True)
    announces_appendix = models.BooleanField(default=False, editable=False)
    is_cancel_asked = models.BooleanField(default=False, editable=False)
    attempts = models.PositiveSmallIntegerField("số lần đọc", default=0, editable=False)
    beat_at = models.DateTimeField("còn chạy lúc", null=True, blank=True, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField("bắt đầu lúc")
    finished_at = models.DateTimeField("đọc xong lúc", null=True, blank=True)
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-started_at", "-pk")
        verbose_name = "bản đọc"
        indexes = (models.Index(fields=("office", "state"), name="intake_reading_office"),)

    def __str__(self) -> str:
        return self.title


class ReadingFile(models.Model):
    """A file's place in a reading, with its blocks and tables for the source side of the desk."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="readings")
    place = models.PositiveSmallIntegerField("thứ tự")
    kind = models.CharField("loại", max_length=10, blank=True)
    pages = models.PositiveIntegerField("số trang", null=True, blank=True)
    blocks = models.JSONField("nội dung", default=list, blank=True)
    # Width and height of each page in points, for pictures of pages; empty where there are none.
    page_sizes = models.JSONField("khổ trang", default=list, blank=True)

    class Meta:
        ordering = ("place",)
        verbose_name = "tệp của bản đọc"
        constraints = (
            models.UniqueConstraint(fields=("reading", "place"), name="intake_file_place_once"),
        )

    def __str__(self) -> str:
        return f"{self.reading}: {self.file}"


class Part(models.TextChoices):
    HEADER = "header", "Thông tin chung"
    CITATION = "citation", "Căn cứ"
    SECTION = "section", "Mục"
    TARGET = "target", "Chỉ tiêu"
    TASK = "task", "Nhiệm vụ"
    WINDOW = "window", "Kỳ báo cáo"


class Item(Kept):
    """One thing that was read or written in: a task, a target, a citation; edited on the desk.

    `values` has the keys of the interchange format for its part. `traces`: for each value its
    place in the source, confidence and doubt ({span, confidence, doubt}). `decisions`: for each
    value that a person confirmed or changed, who and when, and what the machine had read
    ({by, name, at, did, was}).
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="items")
    part = models.CharField("phần", max_length=10, choices=Part.choices)
    place = models.IntegerField("thứ tự")  # in steps of 1000, so that a row fits between two
    values = models.JSONField("giá trị", default=dict, blank=True, encoder=DjangoJSONEncoder)
    traces = models.JSONField("nguồn", default=dict, blank=True)
    decisions = models.JSONField("ai đã xem", default=dict, blank=True)
    is_removed = models.BooleanField("đã bỏ", default=False)

    class Meta:
        ordering = ("part", "place", "pk")
        verbose_name = "dòng của bản đọc"
        indexes = (models.Index(fields=("reading", "part", "place"), name="intake_item_in_order"),)

    def __str__(self) -> str:
        values = self.values
        shown = values.get("task") or values.get("text") or values.get("number") or ""
        return str(shown)[:200] or self.get_part_display()


class Edit(models.Model):
    """One edit on the desk, with the rows before and after it, so that it can be undone.

    `rows`: a list of {item, before, after}, each side {values, decisions, place, is_removed} or
    null where the row did not exist.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="edits")
    number = models.PositiveIntegerField("số thứ tự")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")
    summary = models.CharField("việc", max_length=200)
    rows = models.JSONField("các dòng", default=list, blank=True, encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)

    class Meta:
        ordering = ("-number",)
        verbose_name = "lần sửa trên bàn rà soát"
        constraints = (
            models.UniqueConstraint(fields=("reading", "number"), name="intake_edit_number_once"),
        )

    def __str__(self) -> str:
        return self.summary


class NameDecision(models.Model):
    """What a unit name of a reading means: one unit, several, or somebody outside the register."""

    class Kind(models.TextChoices):
        UNIT = "unit", "một đơn vị"
        SET = "set", "nhiều đơn vị"
        OUTSIDE = "outside", "ngoài danh mục"

    class Source(models.TextChoices):
        EXACT = "exact", "đúng tên"
        ALIAS = "alias", "tên gọi đã biết"
        COLLECTIVE = "collective", "tên gọi chung đã biết"
        POST = "post", "chức vụ của đơn vị"
        FUZZY = "fuzzy", "gần đúng từng chữ"
        PERSON = "person", "người rà soát chọn"

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="names")
    text = models.CharField("tên trong văn bản", max_length=300)
    folded = models.CharField(max_length=300, editable=False)
    kind = models.CharField("nghĩa", max_length=10, choices=Kind.choices)
    source = models.CharField("căn cứ", max_length=10, choices=Source.choices)
    units = models.ManyToManyField(Unit, related_name="+", verbose_name="đơn vị")
    note = models.CharField("ghi chú", max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField("lúc")

    class Meta:
        ordering = ("folded", "pk")
        verbose_name = "tên đơn vị trong bản đọc"
        constraints = (
            models.UniqueConstraint(fields=("reading", "folded"), name="intake_name_decided_once"),
            models.CheckConstraint(
                condition=~Q(source="person") | Q(by__isnull=False),
                name="intake_person_who_decided_is_known",
            ),
        )

    def __str__(self) -> str:
        return self.text
