"""Dates of reporting periods: the data window, the due day and the day figures are locked.

In: periods, a plan year, a rule and the working calendar. Out: dates. The rules themselves are
data (`regimes`), or are given by a plan («chậm nhất ngày 18 của tháng cuối kỳ báo cáo»).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import assert_never

from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.stretches import add_months, last_of_month
from cchc.periods.model import (
    AfterCutOff,
    Cut,
    DueRule,
    OnDay,
    Period,
    PeriodDates,
    PeriodKind,
    Regime,
)
from cchc.periods.regimes import DECREE_09, regime

_ONE_DAY = timedelta(days=1)


def periods_of(kinds: Iterable[PeriodKind]) -> tuple[Period, ...]:
    """Return the periods of a year for their kinds; a monthly one becomes twelve."""
    found: list[Period] = []
    for kind in kinds:
        if kind is PeriodKind.MONTH:
            found += [Period(kind, month) for month in range(1, 13)]
        else:
            found.append(Period(kind))
    return tuple(found)


def data_window(period: Period, year: int, windows: Regime | None = None) -> tuple[date, date]:
    """Return the first and last day that a period's figures cover.

    By Decree 09/2019/NĐ-CP, art. 12, unless another regime is given: the third quarter of 2025 is
    15/6/2025 to 14/9/2025, the year 15/12/2024 to 14/12/2025. Raises KeyError where the regime
    does not say.
    """
    cuts = (windows or regime(DECREE_09)).windows[period.kind]
    return _cut(cuts.data_from, period, year), _cut(cuts.data_to, period, year)


def due_on(
    period: Period,
    year: int,
    rule: DueRule,
    calendar: WorkingCalendar,
    windows: Regime | None = None,
) -> date:
    """Return the day a report is due.

    A rule in working days counts from the cut-off of `windows`, by default of Decree 09/2019;
    raises KeyError where that does not know the period.
    """
    match rule:
        case OnDay(day=day, month=month):
            in_month = period.last_month if month is None else month
            return min(
                date(year, in_month, 1) + timedelta(days=day - 1), last_of_month(year, in_month)
            )
        case AfterCutOff(working_days=count):
            return calendar.add_working_days(data_window(period, year, windows)[1], count)
        case _:
            assert_never(rule)


def windows_for(
    year: int,
    rule: Regime | DueRule,
    calendar: WorkingCalendar,
    periods: Iterable[Period] | None = None,
) -> tuple[PeriodDates, ...]:
    """Return the dates of each period of a year, in the order of the regime.

    `rule` is a regime, or a due rule that a plan prints; with the latter the data windows are
    those of Decree 09/2019 and the periods the four of the reform reports (Q1, half-year, Q3,
    year). `periods` names others, such as those a plan prints («6 tháng», «9 tháng»).
    """
    known = rule if isinstance(rule, Regime) else regime(DECREE_09)
    if periods is None:
        periods = periods_of(known.periods)
    return tuple(_dates(period, year, rule, known, calendar) for period in periods)


def _dates(
    period: Period,
    year: int,
    rule: Regime | DueRule,
    known: Regime,
    calendar: WorkingCalendar,
) -> PeriodDates:
    due_rule = rule.rule_of(period.kind) if isinstance(rule, Regime) else rule
    due = due_on(period, year, due_rule, calendar, known)
    inclusive = due_rule.inclusive if isinstance(due_rule, OnDay) else True
    if period.kind not in known.windows:
        return PeriodDates(period, None, None, None, due, inclusive, is_short=False)
    data_from, data_to = data_window(period, year, known)
    last = due if inclusive else due - _ONE_DAY
    return PeriodDates(
        period,
        data_from,
        data_to,
        locked_on=data_to + _ONE_DAY,
        due_on=due,
        inclusive=inclusive,
        is_short=calendar.count_working_days(data_to, last) < 1,
    )


def _cut(cut: Cut, period: Period, year: int) -> date:
    first = period.last_month if period.kind is PeriodKind.MONTH else 0
    in_year, month = add_months(year, 1, first + cut.month - 1)
    return date(in_year, month, cut.day)
