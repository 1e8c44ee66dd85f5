"""The closed set of schedule kinds: what a deadline's words can mean.

Source: the interchange format, version 1 («schedule objects»). `note` holds the words that say
which product a part belongs to. `note` counts in equality: two parts for two products differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Every(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    PERIOD = "period"  # the rhythm is not said: «định kỳ»


class OffsetUnit(StrEnum):
    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from an event; negative = before it."""

    amount: int
    unit: OffsetUnit


@dataclass(frozen=True, slots=True)
class By:
    """«Trước 30/11» → 30 November, exclusive; «chậm nhất ngày 30/11» → inclusive."""

    date: date
    inclusive: bool = True
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """«Quý I»; `start` is None where it is the day of issue («Từ ngày ký đến 31/12»)."""

    start: date | None
    end: date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """«Hàng quý»; `dates` are the due days of the plan year, None for a week or a bare period."""

    every: Every
    dates: tuple[date, ...] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Continuous:
    """«Thường xuyên»: never overdue before the year ends."""

    note: str | None = None


@dataclass(frozen=True, slots=True)
class Conditional:
    """«Khi UBND tỉnh giao»: waits for `trigger`, the whole phrase as printed."""

    trigger: str
    offset: Offset | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not understood: the words verbatim, for a person to decide."""

    text: str
    note: str | None = None


Schedule = By | Window | Recurring | Continuous | Conditional | Unclear
