"""Which kind of plan a title speaks of: the annual plan, or one of its companions."""

from __future__ import annotations

from cchc.text.folding import fold
from cchc.web.plans.models import PlanKind

# The first that fits; a plan of control mentions reform, and a plan of inspection its publicity.
_WORDS = (
    (PlanKind.INDEX_IMPROVEMENT, ("chi so",)),
    (PlanKind.PROCEDURE_CONTROL, ("kiem soat thu tuc", "kiem soat tthc")),
    (PlanKind.INSPECTION, ("kiem tra",)),
    (PlanKind.PUBLICITY, ("tuyen truyen", "truyen thong")),
)


def kind_of(title: str) -> PlanKind:
    """The kind to propose for a title; a person confirms it. Annual where nothing else is said.

    «Kế hoạch nâng cao Chỉ số cải cách hành chính» → the improvement of the index.
    """
    folded = fold(title)
    for kind, words in _WORDS:
        if any(word in folded for word in words):
            return kind
    return PlanKind.ANNUAL
