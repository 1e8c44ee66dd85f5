"""Findings on the numbering: a number missing or used twice among siblings.

Numbers may start again in each group or run on through all groups; both are met. Source: annexes
whose group VI jumps from 3 to 6 because rows were struck out and not renumbered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.plan.findings.codes import Problem, finding
from cchc.plan.findings.parts import appendix_tasks, split_sections
from cchc.plan.findings.places import inside, named, place
from cchc.plan.model import Doubt, Finding, Plan, Section, Task
from cchc.text.labels import Label, LabelKind, bare_label, ordinal

# Word's automatic lettering counts in the English alphabet, a clerk's in the Vietnamese one.
_SKIPPED_BY_WORD = {("d", "e"), ("e", "f"), ("f", "g"), ("i", "j"), ("j", "k"), ("v", "w")}


@dataclass(frozen=True, slots=True)
class _Place:
    """A label as a place in its list: siblings share `kind` and `prefix`."""

    kind: LabelKind
    prefix: str
    value: int
    text: str

    @property
    def siblings(self) -> tuple[LabelKind, str]:
        return self.kind, self.prefix


def gaps(plan: Plan) -> Iterator[Finding]:
    """Numbers missing or repeated among the rows of a task table.

    A number that a heading row bears is not missing. A number that was recognised from a picture
    is not judged: the slip is the recogniser's.
    """
    body, appendix = split_sections(plan.sections)
    headings = {section.label for section in appendix or body if section.label}
    last: dict[tuple[LabelKind, str], tuple[_Place, str | None]] = {}
    for task in appendix_tasks(plan):
        here = _placed(task.label)
        if here is None or _recognised(task):
            continue
        before = last.get(here.siblings)
        last[here.siblings] = (here, task.group)
        if here.value == 1:
            continue
        previous = before[0] if before else None
        same_group = before is not None and before[1] == task.group
        yield from _judged(task, here, previous, headings, starts=not same_group)


def _judged(
    task: Task, here: _Place, previous: _Place | None, headings: set[str], *, starts: bool
) -> Iterator[Finding]:
    spot = place(task.traces, "label", "task")
    if previous is not None and _follows(previous, here):
        return
    if previous is not None and not starts and here.value <= previous.value:
        yield finding(
            Problem.NUMBERING_REPEAT,
            spot,
            label=here.text,
            before=previous.text,
            task=named(task),
            group=inside(task),
        )
        return
    # In a new group the numbers either start again or run on; from a higher number they jump.
    runs_on = previous is not None and here.value > previous.value
    first = previous.value + 1 if previous is not None and runs_on else 1
    missing = [
        text
        for text in (_written(here, value) for value in range(first, here.value))
        if text not in headings
    ]
    if missing:
        yield finding(
            Problem.NUMBERING_GAP,
            spot,
            label=here.text,
            before=previous.text if previous is not None and runs_on else None,
            missing=", ".join(missing),
            task=named(task),
            group=inside(task),
        )


def section_gaps(plan: Plan) -> Iterator[Finding]:
    """Parts I, II, IV: a number missing among the highest headings.

    Only the highest level is judged: below it, numbered sentences stand between the titles.
    """
    borne = {task.label for task in plan.tasks if task.label}
    before: _Place | None = None
    for section in plan.sections:
        here = _placed(section.label) if section.level == 1 else None
        if here is None:
            continue
        if before is not None and before.siblings == here.siblings and before.value < here.value:
            yield from _section_gap(section, before, here, borne)
        before = here


def _section_gap(
    section: Section, before: _Place, here: _Place, borne: set[str]
) -> Iterator[Finding]:
    if _follows(before, here):
        return
    numbers = (_written(here, value) for value in range(before.value + 1, here.value))
    missing = [text for text in numbers if text not in borne]
    if missing:
        yield finding(
            Problem.SECTION_GAP,
            place(section.traces, "label", "title"),
            label=here.text,
            before=before.text,
            missing=", ".join(missing),
            title=section.title,
        )


def _placed(text: str | None) -> _Place | None:
    label: Label | None = bare_label(text) if text else None
    value = ordinal(label) if label else None
    if label is None or value is None:
        return None
    prefix = label.text.rpartition(".")[0]
    return _Place(label.kind, prefix, value, label.text)


def _follows(before: _Place, here: _Place) -> bool:
    pair = (before.text.lower(), here.text.lower())
    return here.value == before.value + 1 or pair in _SKIPPED_BY_WORD


def _recognised(task: Task) -> bool:
    trace = task.traces.get("label")
    return trace is not None and trace.doubt is Doubt.OCR


_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def _written(like: _Place, value: int) -> str:
    """The number `value` written in the manner of its sibling."""
    match like.kind:
        case LabelKind.ROMAN:
            return "X" * (value // 10) + _ROMAN_ONES[value % 10]
        case LabelKind.LETTER:
            return _LETTERS[value - 1]
        case LabelKind.UPPER:
            return _LETTERS[value - 1].upper()
        case _:
            return f"{like.prefix}.{value}" if like.prefix else str(value)
