"""Units as they are over time, what they are called, and who holds which position in them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cchc.web.audit.models import Kept
from cchc.web.ui.vietnamese import searchable, sortable


def in_force(on: date, prefix: str = "") -> Q:
    """What is valid on a day: begun by then and not over. `prefix` leads to the dated row."""
    begun = Q(**{f"{prefix}valid_from__isnull": True}) | Q(**{f"{prefix}valid_from__lte": on})
    goes_on = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gte": on})
    return begun & goes_on


class UnitKind(models.TextChoices):
    PROVINCE = "province", "Tỉnh, thành phố"
    DEPARTMENT = "department", "Sở, ban, ngành"
    DIVISION = "division", "Phòng, văn phòng, thanh tra"
    SUB_DEPARTMENT = "sub_department", "Chi cục"
    PUBLIC_SERVICE = "public_service", "Đơn vị sự nghiệp công lập"
    COMMUNE = "commune", "Xã, phường, đặc khu"
    PARTY = "party", "Cơ quan Đảng"
    PEOPLE_BODY = "people_body", "Mặt trận, đoàn thể"
    OTHER = "other", "Cơ quan, tổ chức khác"


class Unit(Kept):
    """A unit of the office's world for as long as it bears one name: a department, a commune.

    A unit that is renamed, merged or split ends and another begins; `Succession` ties them, so
    that old plans keep the old name. The ended unit then stands below the one that took over its
    papers, whose people thereby reach them. `path` is the line of numbers from the root («/1/7/»).
    """

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="trực thuộc",
    )
    kind = models.CharField("loại", max_length=20, choices=UnitKind.choices)
    code = models.CharField("mã", max_length=40, blank=True)
    name = models.CharField("tên", max_length=200)
    short_name = models.CharField("tên viết tắt", max_length=60, blank=True)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    place = models.PositiveIntegerField("thứ tự", default=100)
    path = models.CharField(max_length=255, editable=False, db_index=True, default="")
    folded = models.CharField(max_length=400, editable=False, db_index=True)
    sort_key = models.CharField(max_length=700, editable=False, db_index=True)

    class Meta:
        ordering = ("place", "sort_key", "pk")
        verbose_name = "đơn vị"
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="organisation_unit_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
            models.UniqueConstraint(
                # A code outlives its unit: the one that takes over keeps it.
                fields=("code",),
                condition=~Q(code="") & Q(archived_at=None, valid_to=None),
                name="organisation_unit_code_once",
                violation_error_message="Mã đơn vị này đã dùng.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def derived(self) -> dict[str, Any]:
        return {
            "folded": searchable(self.name, self.short_name, self.code),
            "sort_key": sortable(self.name),
        }

    @property
    def ancestor_ids(self) -> tuple[int, ...]:
        """Numbers of the units above, the root first."""
        return tuple(int(part) for part in self.path.strip("/").split("/")[:-1] if part)

    def is_within(self, other: Unit) -> bool:
        """Whether this unit is `other` or stands below it."""
        return self.path.startswith(other.path)

    def existed_on(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class FormerParent(models.Model):
    """Under which unit a unit stood until a day; where it stands now its own row says."""

    unit = models.ForeignKey(
        Unit, on_delete=models.CASCADE, related_name="former_parents", verbose_name="đơn vị"
    )
    parent = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="trực thuộc",
    )
    until = models.DateField("đến hết ngày")

    class Meta:
        ordering = ("until", "pk")
        verbose_name = "nơi trực thuộc trước đây"
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "until"), name="organisation_one_former_parent_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit}: {self.parent or '(gốc)'} đến {self.until:%d/%m/%Y}"


class Reorganisation(models.Model):
    """A decision by which units were renamed, merged, split or dissolved, and its minute.

    `minute` keeps in words what went where: `before`, `after`, `children`, `positions`, `names`,
    each a list of texts, as it was when the act was done.
    """

    class Kind(models.TextChoices):
        RENAMED = "renamed", "Đổi tên đơn vị"
        MERGED = "merged", "Sáp nhập đơn vị"
        SPLIT = "split", "Tách đơn vị"
        DISSOLVED = "dissolved", "Giải thể đơn vị"

    kind = models.CharField("hình thức", max_length=10, choices=Kind.choices)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="reorganisations", verbose_name="đơn vị"
    )
    on = models.DateField("từ ngày")
    decision = models.CharField("theo văn bản", max_length=200, blank=True)
    note = models.TextField("ghi chú", blank=True)
    minute = models.JSONField("nội dung", default=dict, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người nhập",
    )
    at = models.DateTimeField("nhập lúc")

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name = "sắp xếp đơn vị"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.unit} ({self.on:%d/%m/%Y})"


class Succession(models.Model):
    """What became of a unit on a day, by which decision: one row for each unit that came of it."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", "đổi tên"
        MERGED = "merged", "sáp nhập vào"
        SPLIT = "split", "tách thành"

    before = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="successions", verbose_name="đơn vị cũ"
    )
    after = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="origins", verbose_name="đơn vị mới"
    )
    kind = models.CharField("hình thức", max_length=10, choices=Kind.choices)
    on = models.DateField("từ ngày")
    decision = models.CharField("theo văn bản", max_length=200, blank=True)
    reorganisation = models.ForeignKey(
        Reorganisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successions",
        verbose_name="biên bản",
    )

    class Meta:
        ordering = ("on", "pk")
        verbose_name = "kế tục đơn vị"
        constraints = (
            models.UniqueConstraint(
                fields=("before", "after"), name="organisation_succession_once"
            ),
            models.CheckConstraint(
                condition=~Q(before=F("after")), name="organisation_succession_to_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.before} {self.get_kind_display()} {self.after}"


class UnitAlias(models.Model):
    """Another way in which plans of an office write a unit's name: «VP Sở», «Phòng QLCN».

    `office` is the unit in whose plans it is meant so: «Văn phòng» is another in each department.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.CASCADE, related_name="aliases", verbose_name="đơn vị"
    )
    office = models.ForeignKey(
        Unit, on_delete=models.CASCADE, related_name="+", verbose_name="trong kế hoạch của"
    )
    text = models.CharField("cách viết", max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    is_learnt = models.BooleanField("học từ bàn rà soát", default=False)

    class Meta:
        ordering = ("folded", "pk")
        verbose_name = "tên gọi khác"
        constraints = (
            models.UniqueConstraint(
                fields=("office", "folded"),
                name="organisation_alias_means_one_unit",
                violation_error_message="Cách viết này đã chỉ một đơn vị khác.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.text} = {self.unit}"


class CollectiveName(Kept):
    """A name that means several units in the plans of an office: «Các phòng, đơn vị»."""

    office = models.ForeignKey(
        Unit, on_delete=models.CASCADE, related_name="collective_names", verbose_name="cơ quan"
    )
    text = models.CharField("cách viết", max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    units = models.ManyToManyField(Unit, related_name="+", verbose_name="gồm các đơn vị")

    class Meta:
        ordering = ("folded", "pk")
        verbose_name = "tên gọi chung"
        constraints = (
            models.UniqueConstraint(
                fields=("office", "folded"), name="organisation_collective_name_once"
            ),
        )

    def __str__(self) -> str:
        return self.text

    def derived(self) -> dict[str, Any]:
        return {"folded": searchable(self.text)}


class Role(models.TextChoices):
    """What a position lets a person do, in its unit and the units below it."""

    COORDINATOR = "coordinator", "Đầu mối CCHC"
    UNIT_HEAD = "unit_head", "Trưởng đơn vị"
    STAFF = "staff", "Chuyên viên"
    LEADER = "leader", "Lãnh đạo (người duyệt)"
    APPRAISER = "appraiser", "Người thẩm định"
    INSPECTOR = "inspector", "Người kiểm tra"
    VIEWER = "viewer", "Người xem"
    ADMINISTRATOR = "administrator", "Quản trị"


class Position(Kept):
    """A person in a unit for a time, and what this lets them do.

    One who stands in for another (leave cover, acting head) holds a position of their own that
    names whom they stand for.
    """

    class Capacity(models.TextChoices):
        HOLDER = "holder", "chính thức"
        DEPUTY = "deputy", "cấp phó"
        ACTING = "acting", "quyền, phụ trách"
        COVER = "cover", "làm thay khi nghỉ"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="positions",
        verbose_name="người giữ",
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="positions", verbose_name="đơn vị"
    )
    role = models.CharField("vai trò", max_length=20, choices=Role.choices)
    title = models.CharField("chức vụ", max_length=120, blank=True)
    capacity = models.CharField(
        "tư cách", max_length=10, choices=Capacity.choices, default=Capacity.HOLDER
    )
    stands_for = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stood_for_by",
        verbose_name="thay cho",
    )
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        ordering = ("unit", "role", "valid_from", "pk")
        verbose_name = "vị trí"
        indexes = (models.Index(fields=("user", "valid_from"), name="organisation_position_user"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="organisation_position_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
            models.CheckConstraint(
                condition=Q(capacity="cover", stands_for__isnull=False) | ~Q(capacity="cover"),
                name="organisation_cover_names_whom",
                violation_error_message="Hãy chọn người được làm thay.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.title or self.get_role_display()}, {self.unit}"


class HandOver(models.Model):
    """The minute of one person's open work going to another: on which day, of which unit, what."""

    giver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="handed_over",
        verbose_name="người bàn giao",
    )
    taker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="taken_over",
        verbose_name="người nhận",
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị"
    )
    on = models.DateField("ngày bàn giao")
    note = models.TextField("ghi chú", blank=True)
    items = models.JSONField("việc bàn giao", default=list, blank=True)

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name = "biên bản bàn giao"
        constraints = (
            models.CheckConstraint(
                condition=~Q(giver=F("taker")), name="organisation_hand_over_to_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.giver} → {self.taker} ({self.on:%d/%m/%Y})"
