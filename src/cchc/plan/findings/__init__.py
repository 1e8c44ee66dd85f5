"""What a person should see about the plan itself, found by pure functions, one for each problem.

In: a plan, every place where a document is cited, and how to tell the area of a title. Out:
findings with code, severity, place and data; the sentences are in `plan.sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence

from cchc.plan.findings.codes import SEVERITY, Problem, finding
from cchc.plan.findings.coverage import (
    AreaOf,
    area_order,
    doubtful_values,
    is_doubtful,
    unserved_targets,
)
from cchc.plan.findings.dates import before_plan, outside_year
from cchc.plan.findings.documents import plan_number, two_dates, wrong_numbers
from cchc.plan.findings.numbering import gaps, section_gaps
from cchc.plan.findings.tasks import (
    duplicates,
    lead_among_support,
    missing_appendix,
    unclear_deadlines,
    without_deadline,
    without_lead,
)
from cchc.plan.findings.units import spelled_two_ways
from cchc.plan.model import Citation, Finding, Plan, ReformArea, Severity

__all__ = ["SEVERITY", "Problem", "find_problems", "finding", "is_doubtful"]

_GRAVEST_FIRST = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ON_THE_PLAN = (
    missing_appendix,
    plan_number,
    wrong_numbers,
    section_gaps,
    gaps,
    duplicates,
    without_lead,
    lead_among_support,
    spelled_two_ways,
    without_deadline,
    before_plan,
    outside_year,
    unclear_deadlines,
    unserved_targets,
    doubtful_values,
)


def no_area(_title: str) -> ReformArea | None:
    """Tell no area: for a plan whose titles nobody can place, e.g. one read from JSON."""
    return None


def find_problems(
    plan: Plan,
    *,
    occurrences: Sequence[Citation] | None = None,
    area_of: AreaOf = no_area,
) -> tuple[Finding, ...]:
    """Find all problems of a plan, the gravest first, else in the order of the checks.

    `occurrences` is every place where a document's number is printed with what stands beside it;
    without it only the plan's own citations are compared.
    """
    cited = plan.citations if occurrences is None else occurrences
    found = [
        *(problem for check in _ON_THE_PLAN for problem in check(plan)),
        *two_dates(cited),
        *area_order(plan, area_of),
    ]
    return tuple(sorted(found, key=lambda problem: _GRAVEST_FIRST[problem.severity]))
