"""Reporting periods: the data window of each, when its report is due, what is locked when.

Rules are data (regimes differ by province and year), dates are computed for a given year.
"""

from cchc.periods.model import AfterCutOff, OnDay, Period, PeriodDates, PeriodKind, Regime
from cchc.periods.regimes import regime, regimes
from cchc.periods.windows import data_window, due_on, windows_for
from cchc.periods.words import period_from_words, periods_from_words

__all__ = [
    "AfterCutOff",
    "OnDay",
    "Period",
    "PeriodDates",
    "PeriodKind",
    "Regime",
    "data_window",
    "due_on",
    "period_from_words",
    "periods_from_words",
    "regime",
    "regimes",
    "windows_for",
]
