"""One piece of invented work, and the number that a sentence commits to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """A number that a sentence commits to, and the field of the work that prints it."""

    field: str
    text: str
    kind: str
    comparator: str
    value: int | float
    unit: str
    value_to: int | float | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work; `lead` and `support` are roles, `when` the kind of deadline it has."""

    area: str
    task: str
    activity: str
    outputs: tuple[str, ...]
    lead: str
    support: tuple[str, ...]
    when: str
    promise: Promise | None = None


def work(
    area: str,
    task: str,
    activity: str,
    outputs: str,
    lead: str,
    support: str,
    when: str,
    promise: Promise | None = None,
) -> Work:
    return Work(
        area,
        task,
        activity,
        tuple(outputs.split("|")),
        lead,
        tuple(support.split()),
        when,
        promise,
    )
