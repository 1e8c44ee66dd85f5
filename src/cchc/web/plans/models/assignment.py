"""Who of a unit sees to a task."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from cchc.web.audit.models import Kept
from cchc.web.organisation.models import Unit
from cchc.web.plans.models.plan import Plan


class Assignment(Kept):
    """A person of a unit who sees to a task, for as long as they do; it outlives amendments."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="assignments")
    task_key = models.UUIDField("nhiệm vụ", db_index=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="assignments",
        verbose_name="người thực hiện",
    )
    given_on = models.DateField("giao ngày")
    ended_on = models.DateField("thôi ngày", null=True, blank=True)

    class Meta:
        ordering = ("given_on", "pk")
        verbose_name = "phân công"
        constraints = (
            models.UniqueConstraint(
                fields=("task_key", "unit", "user"),
                condition=Q(ended_on=None) & Q(archived_at=None),
                name="plans_person_assigned_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} ({self.unit})"
