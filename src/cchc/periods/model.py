"""What a reporting period is: its kind, its data window, its due rule, and when it is locked.

Values only; `windows` reckons them for a year, `regimes` reads them from the shipped table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """The periods that reports are made for; codes of `tables/regimes.toml`."""

    MONTH = "month"
    QUARTER_1 = "quarter_1"
    QUARTER_2 = "quarter_2"
    QUARTER_3 = "quarter_3"
    QUARTER_4 = "quarter_4"
    HALF_YEAR = "half_year"
    HALF_YEAR_END = "half_year_end"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


LAST_MONTHS: Mapping[PeriodKind, int] = {
    PeriodKind.QUARTER_1: 3,
    PeriodKind.QUARTER_2: 6,
    PeriodKind.QUARTER_3: 9,
    PeriodKind.QUARTER_4: 12,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.HALF_YEAR_END: 12,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a plan year; `month` only for a monthly one."""

    kind: PeriodKind
    month: int | None = None

    @property
    def last_month(self) -> int:
        """The month in which the period ends: 9 for the third quarter and for nine months."""
        if self.kind is PeriodKind.MONTH:
            if self.month is None:
                raise ValueError("a monthly period needs its month")
            return self.month
        return LAST_MONTHS[self.kind]


@dataclass(frozen=True, slots=True)
class Cut:
    """A day of a month counted from the plan year's January = 1; 0 is December before."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class DataWindow:
    """What a period's figures cover. For a monthly period both cuts count from its month."""

    data_from: Cut
    data_to: Cut


@dataclass(frozen=True, slots=True)
class OnDay:
    """«Chậm nhất ngày 18 của tháng cuối kỳ»; `month` fixes the month («trước ngày 25/11»)."""

    day: int
    month: int | None = None
    inclusive: bool = True


@dataclass(frozen=True, slots=True)
class AfterCutOff:
    """«Trong 02 ngày làm việc sau ngày chốt số liệu» (Khánh Hòa)."""

    working_days: int


DueRule = OnDay | AfterCutOff


@dataclass(frozen=True, slots=True)
class Regime:
    """A reporting regime: its periods, what each covers and when each is due."""

    code: str
    name: str
    source: str
    periods: tuple[PeriodKind, ...]
    due: DueRule
    windows: Mapping[PeriodKind, DataWindow]
    due_of: Mapping[PeriodKind, DueRule]
    valid_from: int | None = None
    valid_to: int | None = None

    def rule_of(self, kind: PeriodKind) -> DueRule:
        return self.due_of.get(kind, self.due)

    def holds_in(self, year: int) -> bool:
        """Say whether the regime is in force in a year."""
        return (self.valid_from or year) <= year <= (self.valid_to or year)


@dataclass(frozen=True, slots=True)
class PeriodDates:
    """A period's dates in one year. After `data_to` the figures are locked from `locked_on` on.

    `due_on` is the date named; `inclusive` False where the rule says «trước». `is_short` marks a
    due date less than one working day after the cut (Decree 09/2019, art. 8.5 forbids it).
    """

    period: Period
    data_from: date | None
    data_to: date | None
    locked_on: date | None
    due_on: date
    inclusive: bool
    is_short: bool
