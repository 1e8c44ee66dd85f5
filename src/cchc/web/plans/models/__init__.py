"""Plans as they are drafted, approved, issued and amended; their tasks, targets and bases."""

from cchc.web.plans.models.assignment import Assignment
from cchc.web.plans.models.plan import (
    Basis,
    LegalDocument,
    Plan,
    PlanKind,
    PlanVersion,
    SigningCapacity,
)
from cchc.web.plans.models.task import (
    AREA_CHOICES,
    AREA_NAMES,
    AREA_PLACES,
    COMPARATORS,
    TARGET_KINDS,
    DeadlinePart,
    ParentLink,
    ReportWindow,
    Target,
    Task,
    TaskUnit,
)

__all__ = [
    "AREA_CHOICES",
    "AREA_NAMES",
    "AREA_PLACES",
    "COMPARATORS",
    "TARGET_KINDS",
    "Assignment",
    "Basis",
    "DeadlinePart",
    "LegalDocument",
    "ParentLink",
    "Plan",
    "PlanKind",
    "PlanVersion",
    "ReportWindow",
    "SigningCapacity",
    "Target",
    "Task",
    "TaskUnit",
]
