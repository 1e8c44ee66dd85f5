"""Findings on names of units: one unit spelled two ways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from cchc.plan.findings.codes import Problem, finding
from cchc.plan.findings.places import place
from cchc.plan.model import Finding, Plan, Task
from cchc.text.normal import modern_tones, one_line

_MOST_UNITS = 400  # pairs are compared; a plan names some tens of units


def spelled_two_ways(plan: Plan) -> Iterator[Finding]:
    """Two names that differ by one slip in one word: «Phòng Quản lý» and «Phòng Quản lí».

    Abbreviations, numbers and words of three letters or fewer are left alone: «Phòng QLCN» and
    «Phòng QLKH», «xã Tân An» and «xã Tân Ân» are different units. Old and new tone placement is
    one spelling. Source: annexes typed by several hands.
    """
    first_named: dict[tuple[str, ...], tuple[str, Task]] = {}
    for task in plan.tasks:
        for unit in (*task.lead, *task.support):
            words = tuple(modern_tones(one_line(unit)).casefold().strip(" .;,-").split())
            first_named.setdefault(words, (unit, task))
    names = list(first_named)[:_MOST_UNITS]
    for first, second in combinations(names, 2):
        if len(first) == len(second) and _one_slip(first, second):
            unit, task = first_named[second]
            yield finding(
                Problem.UNIT_SPELLED_TWO_WAYS,
                place(task.traces, "lead", "support", "task"),
                first=first_named[first][0],
                second=unit,
            )


def _one_slip(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    differing = [(one, other) for one, other in zip(first, second, strict=True) if one != other]
    if len(differing) != 1 or len(first) < 2:
        return False
    one, other = differing[0]
    if not (one.isalpha() and other.isalpha()):
        return False
    return min(len(one), len(other)) > 1 and _slipped(one, other)


def _slipped(one: str, other: str) -> bool:
    """One letter typed wrongly, left out or swapped, in a word that is long enough to tell."""
    if OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    return max(len(one), len(other)) > 3 or {one[-1], other[-1]} <= set("iyíýìỳỉỷĩỹịỵ")
