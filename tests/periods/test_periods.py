"""Reporting periods: windows, due days and words, against the regimes they come from."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from cchc.deadlines import default_calendar
from cchc.periods import (
    AfterCutOff,
    OnDay,
    Period,
    PeriodKind,
    data_window,
    due_on,
    period_from_words,
    periods_from_words,
    regime,
    regimes,
    windows_for,
)
from cchc.periods.windows import periods_of

Q1, HALF, Q3, NINE, YEAR = (
    Period(PeriodKind.QUARTER_1),
    Period(PeriodKind.HALF_YEAR),
    Period(PeriodKind.QUARTER_3),
    Period(PeriodKind.NINE_MONTHS),
    Period(PeriodKind.YEAR),
)


def iso(*days: str) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize(
    ("period", "window"),
    [
        pytest.param(Q1, iso("2024-12-15", "2025-03-14"), id="first quarter"),
        pytest.param(Period(PeriodKind.QUARTER_2), iso("2025-03-15", "2025-06-14"), id="second"),
        pytest.param(Q3, iso("2025-06-15", "2025-09-14"), id="third, not cumulative"),
        pytest.param(Period(PeriodKind.QUARTER_4), iso("2025-09-15", "2025-12-14"), id="fourth"),
        pytest.param(HALF, iso("2024-12-15", "2025-06-14"), id="half-year"),
        pytest.param(
            Period(PeriodKind.HALF_YEAR_END), iso("2025-06-15", "2025-12-14"), id="second half-year"
        ),
        pytest.param(NINE, iso("2024-12-15", "2025-09-14"), id="nine months, cumulative"),
        pytest.param(YEAR, iso("2024-12-15", "2025-12-14"), id="year"),
        pytest.param(Period(PeriodKind.MONTH, 1), iso("2024-12-15", "2025-01-14"), id="January"),
        pytest.param(Period(PeriodKind.MONTH, 12), iso("2025-11-15", "2025-12-14"), id="December"),
    ],
)
def test_a_period_covers_what_decree_09_says(period: Period, window: tuple[date, ...]) -> None:
    assert data_window(period, 2025) == window


@pytest.mark.parametrize(
    ("code", "due"),
    [
        ("bnv-581", iso("2025-03-20", "2025-06-20", "2025-09-20", "2025-12-20")),
        ("soc-trang", iso("2025-03-18", "2025-06-18", "2025-09-18", "2025-12-18")),
        ("nd-09-2019", iso("2025-03-25", "2025-06-25", "2025-09-25", "2025-12-25")),
    ],
)
def test_the_four_reform_reports_are_due_in_the_last_month_of_their_period(
    code: str, due: tuple[date, ...]
) -> None:
    found = windows_for(2025, regime(code), default_calendar())
    assert [one.period for one in found] == [Q1, HALF, Q3, YEAR]
    assert tuple(one.due_on for one in found) == due
    assert [one.locked_on for one in found] == list(
        iso("2025-03-15", "2025-06-15", "2025-09-15", "2025-12-15")
    )
    assert not any(one.is_short for one in found)


def test_khanh_hoa_counts_two_working_days_from_the_cut_off() -> None:
    found = windows_for(2026, regime("khanh-hoa"), default_calendar(), [Q1, HALF, NINE, YEAR])
    # 14/3/2026 is a Saturday, 14/6 a Sunday.
    assert [one.due_on for one in found] == list(
        iso("2026-03-17", "2026-06-16", "2026-09-16", "2026-12-16")
    )


def test_a_regime_without_windows_has_due_days_only() -> None:
    found = windows_for(2013, regime("ba-ria-vung-tau-2012"), default_calendar())
    by_period = {one.period: one for one in found}
    assert by_period[Period(PeriodKind.MONTH, 2)].due_on == date(2013, 2, 15)
    assert by_period[HALF].due_on == date(2013, 6, 5)
    assert by_period[YEAR].due_on == date(2013, 11, 25)
    assert by_period[YEAR].data_to is None
    assert not by_period[YEAR].inclusive


def test_a_rule_that_a_plan_prints_is_worked_out_for_the_periods_it_names() -> None:
    named = periods_from_words("quý I, 6 tháng, 9 tháng và năm")
    found = windows_for(2026, OnDay(15), default_calendar(), named)
    assert [(one.data_from, one.data_to, one.due_on) for one in found] == [
        iso("2025-12-15", "2026-03-14", "2026-03-15"),
        iso("2025-12-15", "2026-06-14", "2026-06-15"),
        iso("2025-12-15", "2026-09-14", "2026-09-15"),
        iso("2025-12-15", "2026-12-14", "2026-12-15"),
    ]


def test_a_report_due_before_one_working_day_has_passed_is_marked() -> None:
    # Decree 09/2019, art. 8.5: 14/3/2026 is a Saturday, so the 15th is no working day.
    (short,) = windows_for(2026, OnDay(15), default_calendar(), [Q1])
    (enough,) = windows_for(2026, OnDay(16), default_calendar(), [Q1])
    assert short.is_short
    assert not enough.is_short


def test_a_day_that_the_month_does_not_have_is_its_last() -> None:
    assert due_on(HALF, 2026, OnDay(31), default_calendar()) == date(2026, 6, 30)


@pytest.mark.parametrize("code", sorted(regimes()))
@pytest.mark.parametrize("year", range(2020, 2032))
def test_windows_open_before_they_close_and_reports_come_after(code: str, year: int) -> None:
    for one in windows_for(year, regime(code), default_calendar()):
        if one.data_from is not None and one.data_to is not None:
            assert one.data_from < one.data_to < one.due_on
        assert one.due_on.year == year


@pytest.mark.parametrize("year", range(2020, 2032))
def test_quarters_follow_each_other_without_a_gap(year: int) -> None:
    kinds = [
        PeriodKind.QUARTER_1, PeriodKind.QUARTER_2, PeriodKind.QUARTER_3, PeriodKind.QUARTER_4,
    ]  # fmt: skip
    for kind_list in (kinds, [PeriodKind.MONTH], [PeriodKind.HALF_YEAR, PeriodKind.HALF_YEAR_END]):
        windows = [data_window(period, year) for period in periods_of(kind_list)]
        for before, after in pairwise(windows):
            assert (after[0] - before[1]).days == 1
        assert windows[-1][1] == data_window(YEAR, year)[1]
        assert windows[0][0] == data_window(YEAR, year)[0]


def test_a_regime_holds_from_the_year_it_was_issued() -> None:
    assert regime("bnv-581").holds_in(2022)
    assert not regime("bnv-581").holds_in(2021)
    assert regime("nd-09-2019").holds_in(2030)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Báo cáo Quý I", Q1),
        ("báo cáo quý 1 năm 2025", Q1),
        ("Q.I/2026", Q1),
        ("Quý III năm 2025", Q3),
        ("báo cáo 6 tháng đầu năm", HALF),
        ("06 tháng", HALF),
        ("Sáu tháng đầu năm 2026", HALF),
        ("6 tháng cuối năm", Period(PeriodKind.HALF_YEAR_END)),
        ("Báo cáo 9 tháng", NINE),
        ("9 tháng đầu năm", NINE),
        ("năm", YEAR),
        ("Năm 2021", YEAR),
        ("Báo cáo năm", YEAR),
        ("báo cáo tháng 5/2026", Period(PeriodKind.MONTH, 5)),
        ("Tháng 12", Period(PeriodKind.MONTH, 12)),
        ("Báo cáo chuyên đề", None),
        ("quý I và năm", None),
        ("", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_name_a_period(words: str, period: Period | None) -> None:
    assert period_from_words(words) == period


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        ("Quý I, 6 tháng, Quý III và năm", [Q1, HALF, Q3, YEAR]),
        ("định kỳ quý I, 6 tháng, 9 tháng, năm 2026", [Q1, HALF, NINE, YEAR]),
        ("quý I năm 2025, quý III năm 2025", [Q1, Q3]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_name_several_periods_in_order(words: str, periods: list[Period]) -> None:
    assert list(periods_from_words(words)) == periods


def test_a_rule_in_working_days_needs_a_cut_off() -> None:
    with pytest.raises(KeyError):
        due_on(YEAR, 2013, AfterCutOff(2), default_calendar(), regime("ba-ria-vung-tau-2012"))


def test_a_monthly_period_without_its_month_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="month"):
        _ = Period(PeriodKind.MONTH).last_month
