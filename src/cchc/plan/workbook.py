"""The office's Excel layout, both export and import: what is written is read back value for value.

`plan_to_workbook` and `plan_from_workbook` with their errors; the layout itself is one table in
`workbook_layout`.
"""

from __future__ import annotations

from cchc.plan.workbook_reading import plan_from_workbook
from cchc.plan.workbook_values import CellProblem, WorkbookProblem, WorkbookProblems
from cchc.plan.workbook_writing import TextTooLong, plan_to_workbook

__all__ = [
    "CellProblem",
    "TextTooLong",
    "WorkbookProblem",
    "WorkbookProblems",
    "plan_from_workbook",
    "plan_to_workbook",
]
