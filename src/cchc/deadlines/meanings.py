"""What a clause can mean: the closed set between the grammar and the schedules.

Made by `clauses`, taken apart by `binding`; no word and no date is in them yet, only stretches.
"""

from __future__ import annotations

from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from cchc.deadlines.period_days import Days
from cchc.deadlines.points import Element
from cchc.deadlines.rhythms import Rhythm
from cchc.deadlines.stretches import Unit
from cchc.plan.schedule import Offset

_ANY_YEAR = 2000


class Bound(Enum):
    NONE = auto()
    BEFORE = auto()
    LATEST = auto()


class Points(NamedTuple):
    """Named stretches, bare or bounded: «Quý II, III», «trước 15/6 và 15/12»."""

    elements: tuple[Element, ...]
    bound: Bound

    @property
    def is_days(self) -> bool:
        """Only days, no window among them."""
        return all(one.end.unit is Unit.DAY and not one.is_range for one in self.elements)

    @property
    def is_whole_year(self) -> bool:
        """«Trong năm», «năm 2026»: beside «thường xuyên» or a rhythm it adds nothing."""
        only = self.elements[0].end
        return (
            len(self.elements) == 1
            and self.bound is not Bound.BEFORE
            and only.unit is Unit.YEAR
            and not self.elements[0].is_range
        )

    @property
    def is_one_year(self) -> bool:
        """«Năm 2027», not «giai đoạn 2026-2030»."""
        span = self.elements[0].end.span(_ANY_YEAR)
        return self.is_whole_year and span is not None and span[0].year == span[1].year

    def is_year(self, year: int) -> bool:
        """Say whether the whole year that is meant is this one alone."""
        return self.elements[0].end.span(year) == (date(year, 1, 1), date(year, 12, 31))


class Steady(NamedTuple):
    """«Thường xuyên, liên tục»."""


class Waiting(NamedTuple):
    """A condition; its words are the trigger."""

    offset: Offset | None


class Manner(NamedTuple):
    """Words on how, not when: «kịp thời», «theo quy định». Alone they are unclear."""


class Refused(NamedTuple):
    """Words that forbid understanding what stands beside them: «không», «năm học»."""


Meaning = Points | Rhythm | Days | Steady | Waiting | Manner | Refused


class Clause(NamedTuple):
    meaning: Meaning
    first: int
    last: int  # one after its last word
