"""Findings on single tasks: written twice, nobody leads, no deadline, lead and support at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.plan.findings.codes import Problem, finding
from cchc.plan.findings.parts import appendix_tasks
from cchc.plan.findings.places import inside, named, place
from cchc.plan.model import Finding, Plan, Task
from cchc.plan.schedule import Unclear
from cchc.text.normal import modern_tones, one_line


def missing_appendix(plan: Plan) -> Iterator[Finding]:
    """An appendix is announced («kèm theo phụ lục») and no table of tasks came with the files.

    Source: plans whose text refers to an appendix that was sent as another file.
    """
    if plan.announces_appendix and not appendix_tasks(plan):
        yield finding(Problem.APPENDIX_MISSING, place(plan.header.traces, "subject", "doc_type"))


def duplicates(plan: Plan) -> Iterator[Finding]:
    """Two rows of the same group with the same task, activity and products.

    A task cell that spans several rows repeats its text on rows of different products: these are
    steps of one task and no duplicates. Two deadlines for the same row are one all the more.
    Source: annexes in which a row was copied and never changed.
    """
    seen: dict[tuple[str, ...], Task] = {}
    for task in plan.tasks:
        key = (
            task.origin.value,
            _compared(task.group),
            _compared(task.task),
            _compared(task.activity),
            _compared("; ".join(task.outputs)),
        )
        if key not in seen:
            seen[key] = task
            continue
        yield finding(
            Problem.DUPLICATE_TASK,
            place(task.traces, "task"),
            task=named(task),
            first=named(seen[key]),
            group=inside(task),
        )


def without_lead(plan: Plan) -> Iterator[Finding]:
    """An appendix row that names no lead; one finding for all where no row names any.

    Source: plan annex of the reporting letters 725/BNV-CCHC and 1159/BNV-CCHC: «Cơ quan chủ trì».
    """
    rows = appendix_tasks(plan)
    lacking = [task for task in rows if not task.lead]
    yield from _each_or_all(
        rows, lacking, "lead", Problem.TASK_WITHOUT_LEAD, Problem.NO_TASK_HAS_LEAD
    )


def without_deadline(plan: Plan) -> Iterator[Finding]:
    """An appendix row that names no deadline; one finding for all where no row names any.

    Source: plan annex of the reporting letters: «Thời gian thực hiện».
    """
    rows = appendix_tasks(plan)
    lacking = [task for task in rows if not task.schedule]
    yield from _each_or_all(
        rows, lacking, "deadline", Problem.TASK_WITHOUT_DEADLINE, Problem.NO_TASK_HAS_DEADLINE
    )


def _each_or_all(
    rows: Sequence[Task], lacking: Sequence[Task], field: str, each: Problem, every: Problem
) -> Iterator[Finding]:
    if lacking and len(lacking) == len(rows) > 1:
        yield finding(every, place(rows[0].traces, "task"), count=len(rows))
        return
    for task in lacking:
        yield finding(each, place(task.traces, field, "task"), task=named(task), group=inside(task))


def lead_among_support(plan: Plan) -> Iterator[Finding]:
    """A unit that leads a task and is named again among those that cooperate in it."""
    for task in plan.tasks:
        support = {_compared(unit) for unit in task.support}
        for unit in task.lead:
            if _compared(unit) in support:
                yield finding(
                    Problem.LEAD_IS_SUPPORT,
                    place(task.traces, "support", "task"),
                    task=named(task),
                    unit=unit,
                )


def unclear_deadlines(plan: Plan) -> Iterator[Finding]:
    """A deadline whose words say no time that can be worked out: a person must decide."""
    for task in plan.tasks:
        for part in task.schedule:
            if isinstance(part, Unclear):
                yield finding(
                    Problem.DEADLINE_UNCLEAR,
                    place(task.traces, "deadline", "task"),
                    task=named(task),
                    words=part.text,
                )


def _compared(text: str | None) -> str:
    """The form in which two cells are the same: case, tone placement and end marks apart.

    Diacritics stay, because «Phòng Hành chính» and «Phòng Hành chinh» may be two slips of one
    name but two tasks that differ by a letter are two tasks.
    """
    return modern_tones(one_line(text or "")).casefold().strip(" .;,-–")
