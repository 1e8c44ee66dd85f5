"""The days that a decision takes out of the ordinary week, as people of the office keep them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from cchc.deadlines.calendar import DayType
from cchc.web.audit.models import Kept


class DecidedDay(Kept):
    """A holiday, a day off instead, or a day that is worked instead, with the decision for it.

    It wins over the table that comes with the program. A row that says `ORDINARY` takes a day of
    that table back.
    """

    class Type(models.TextChoices):
        REST = DayType.REST.value, "Nghỉ"
        MADE_UP = DayType.MADE_UP.value, "Làm bù"
        ORDINARY = "thường", "Như ngày thường"

    date = models.DateField("ngày")
    type = models.CharField("loại", max_length=10, choices=Type.choices)
    name = models.CharField("tên", max_length=200)
    legal_basis = models.CharField("căn cứ", max_length=300)

    class Meta:
        ordering = ("date", "pk")
        verbose_name = "ngày nghỉ, ngày làm bù"
        constraints = (
            models.UniqueConstraint(
                fields=("date",),
                condition=Q(archived_at=None),
                name="work_day_decided_once",
                violation_error_message="Ngày này đã có trong bảng.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y} {self.name}"
