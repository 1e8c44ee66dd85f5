"""Which part of a plan is the text and which the appendix."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.plan.model import Origin, Plan, Section, Task
from cchc.text.labels import bare_label, ordinal


def appendix_tasks(plan: Plan) -> tuple[Task, ...]:
    """Rows of a task table: only these promise a lead, a deadline and an unbroken numbering."""
    return tuple(task for task in plan.tasks if task.origin is Origin.APPENDIX)


def split_sections(sections: Sequence[Section]) -> tuple[Sequence[Section], Sequence[Section]]:
    """Split into the sections of the text and of the appendix.

    The interchange format lists them one after the other; the appendix begins where the highest
    numbering starts again. Where it never does, the table stands in the text: all is text.
    """
    begun = False
    for at, section in enumerate(sections):
        label = bare_label(section.label) if section.label and section.level == 1 else None
        if label is None or ordinal(label) != 1:
            continue
        if begun:
            return sections[:at], sections[at:]
        begun = True
    return sections, ()
