"""Where a finding points to and how it names a task, a target or a citation in its sentence."""

from __future__ import annotations

from cchc.documents.model import Span
from cchc.plan.model import Task, Traces

_LONGEST = 90


def place(traces: Traces, *fields: str) -> Span | None:
    """The place of the first of `fields` that has one, else of any field."""
    for name in fields:
        if name in traces:
            return traces[name].span
    for trace in traces.values():
        return trace.span
    return None


def shortened(text: str) -> str:
    """Cut a long text at a word, so that a finding stays one readable sentence."""
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.-") + "…"


def named(task: Task) -> str:
    """A task as a person would point to it: its number and the beginning of its text."""
    number = f"{task.label}. " if task.label else ""
    return shortened(f"{number}{task.task}")


def inside(task: Task) -> str | None:
    """The group in which the task stands, for numbers that start again in each group."""
    return shortened(task.group) if task.group else None
