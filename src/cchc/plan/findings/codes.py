"""Every code that a finding on a plan may have, and how grave it is, with the reason.

`error`: something in the plan is surely wrong or missing, and following it would go wrong.
`warning`: a person must decide before the plan is issued or assigned.
`note`: it may be meant so; worth a look.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from cchc.documents.model import Span
from cchc.plan.model import Finding, Severity


class Problem(StrEnum):
    """Codes of findings; each has a sentence in `plan.sentences` and a severity below."""

    APPENDIX_MISSING = "appendix_missing"
    DUPLICATE_TASK = "duplicate_task"
    NUMBERING_GAP = "numbering_gap"
    NUMBERING_REPEAT = "numbering_repeat"
    SECTION_GAP = "section_gap"
    TASK_WITHOUT_LEAD = "task_without_lead"
    NO_TASK_HAS_LEAD = "no_task_has_lead"
    TASK_WITHOUT_DEADLINE = "task_without_deadline"
    NO_TASK_HAS_DEADLINE = "no_task_has_deadline"
    LEAD_IS_SUPPORT = "lead_is_support"
    DEADLINE_UNCLEAR = "deadline_unclear"
    DEADLINE_BEFORE_PLAN = "deadline_before_plan"
    DEADLINE_OUTSIDE_YEAR = "deadline_outside_year"
    DEADLINE_SPANS_YEARS = "deadline_spans_years"
    TARGET_UNSERVED = "target_unserved"
    AREA_ORDER = "area_order"
    CITED_WITH_TWO_DATES = "cited_with_two_dates"
    CITED_BEFORE_ITS_YEAR = "cited_before_its_year"
    NUMBER_WITHOUT_YEAR = "number_without_year"
    NUMBER_IN_STATE_FORM = "number_in_state_form"
    NUMBER_IN_PARTY_FORM = "number_in_party_form"
    NUMBER_OF_OTHER_TYPE = "number_of_other_type"
    PLAN_NUMBER_OF_OTHER_TYPE = "plan_number_of_other_type"
    PLAN_NUMBER_BLANK = "plan_number_blank"
    PLAN_DATE_BLANK = "plan_date_blank"
    UNIT_SPELLED_TWO_WAYS = "unit_spelled_two_ways"
    VALUES_IN_DOUBT = "values_in_doubt"


SEVERITY: Mapping[Problem, Severity] = {
    # The tasks themselves are not in hand.
    Problem.APPENDIX_MISSING: Severity.ERROR,
    # Counted twice in every report, or one of them was meant to be another task.
    Problem.DUPLICATE_TASK: Severity.WARNING,
    # A row may have been lost in writing or in reading.
    Problem.NUMBERING_GAP: Severity.WARNING,
    Problem.NUMBERING_REPEAT: Severity.NOTE,
    Problem.SECTION_GAP: Severity.NOTE,
    # Nobody answers for it, or nobody can be reminded of it.
    Problem.TASK_WITHOUT_LEAD: Severity.WARNING,
    Problem.NO_TASK_HAS_LEAD: Severity.WARNING,
    Problem.TASK_WITHOUT_DEADLINE: Severity.WARNING,
    Problem.NO_TASK_HAS_DEADLINE: Severity.WARNING,
    Problem.LEAD_IS_SUPPORT: Severity.WARNING,
    # A person has to say when it is due; «Theo quy định» is common and may be enough.
    Problem.DEADLINE_UNCLEAR: Severity.NOTE,
    # Overdue on the day of issue, or a date left over from last year's plan.
    Problem.DEADLINE_BEFORE_PLAN: Severity.WARNING,
    Problem.DEADLINE_OUTSIDE_YEAR: Severity.WARNING,
    # A phase of several years that has the plan year in it is usual.
    Problem.DEADLINE_SPANS_YEARS: Severity.NOTE,
    # Likeness of words only, so no more than a hint.
    Problem.TARGET_UNSERVED: Severity.NOTE,
    Problem.AREA_ORDER: Severity.NOTE,
    # One of the two is surely wrong.
    Problem.CITED_WITH_TWO_DATES: Severity.ERROR,
    Problem.CITED_BEFORE_ITS_YEAR: Severity.WARNING,
    # The document cannot be found by such a number.
    Problem.NUMBER_WITHOUT_YEAR: Severity.WARNING,
    Problem.NUMBER_IN_STATE_FORM: Severity.WARNING,
    Problem.NUMBER_IN_PARTY_FORM: Severity.WARNING,
    Problem.NUMBER_OF_OTHER_TYPE: Severity.WARNING,
    Problem.PLAN_NUMBER_OF_OTHER_TYPE: Severity.WARNING,
    # The clerk fills both in on the day of issue.
    Problem.PLAN_NUMBER_BLANK: Severity.NOTE,
    Problem.PLAN_DATE_BLANK: Severity.NOTE,
    Problem.UNIT_SPELLED_TWO_WAYS: Severity.NOTE,
    Problem.VALUES_IN_DOUBT: Severity.NOTE,
}


def finding(code: Problem, span: Span | None = None, **data: object) -> Finding:
    """Make a finding of `code` with its severity; data that is None is left out."""
    told = tuple((key, str(value)) for key, value in data.items() if value is not None)
    return Finding(code.value, SEVERITY[code], span, told)
