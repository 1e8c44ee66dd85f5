"""How far the targets of a plan are: numbers measured through the year."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from cchc.web.audit.models import Kept
from cchc.web.plans.models import Plan


class TargetMeasure(Kept):
    """One number measured for a target of a plan: how much, as on which day, from where.

    `target_key` is the target in every version of the plan, so that an amendment loses none.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="measures")
    target_key = models.UUIDField("chỉ tiêu", db_index=True)
    value = models.DecimalField("số đo", max_digits=20, decimal_places=4)
    measured_on = models.DateField("tính đến ngày")
    source = models.CharField("nguồn số liệu", max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người ghi",
    )
    at = models.DateTimeField("lúc")

    class Meta:
        ordering = ("-measured_on", "-pk")
        verbose_name = "số đo chỉ tiêu"
        constraints = (
            models.CheckConstraint(condition=~Q(source=""), name="work_measure_names_its_source"),
        )

    def __str__(self) -> str:
        return f"{self.value.normalize():f} tính đến {self.measured_on:%d/%m/%Y}"
