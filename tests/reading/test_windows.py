"""Reporting periods whose dates are printed or can be computed; bare rhythms are none."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.documents.model import Span
from cchc.plan.model import ReportWindow
from cchc.reading.columns import read_columns
from cchc.reading.windows import rule_day_in, windows_in_table, windows_in_text
from tests.reading.making import YEAR, table

QUARTERS = [
    ("quý I", date(2025, 12, 15), date(2026, 3, 14)),
    ("6 tháng", date(2025, 12, 15), date(2026, 6, 14)),
    ("9 tháng", date(2025, 12, 15), date(2026, 9, 14)),
    ("năm", date(2025, 12, 15), date(2026, 12, 14)),
]


def in_text(*texts: str) -> tuple[ReportWindow, ...]:
    return windows_in_text([(text, Span(line=1)) for text in texts], YEAR)


def dates(windows: tuple[ReportWindow, ...]) -> list[tuple[date | None, ...]]:
    return [(one.data_from, one.data_to, one.due_on) for one in windows]


def test_a_line_for_each_period_gives_its_dates() -> None:
    windows = in_text(
        "- Báo cáo quý I: số liệu từ ngày 15/12/2025 đến ngày 14/3/2026, gửi trước ngày 17/3/2026.",
        "- Báo cáo 6 tháng: số liệu từ ngày 15/12/2025 đến ngày 14/6/2026, gửi trước 17/6/2026.",
    )
    assert [one.name for one in windows] == ["Báo cáo quý I", "Báo cáo 6 tháng"]
    assert dates(windows) == [
        (date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 17)),
        (date(2025, 12, 15), date(2026, 6, 14), date(2026, 6, 17)),
    ]


def test_one_sentence_may_hold_all_periods() -> None:
    windows = in_text(
        "Thời gian chốt số liệu: quý I từ 15/12/2025 đến 14/3/2026; 6 tháng từ 15/12/2025 đến "
        "14/6/2026; 9 tháng từ 15/12/2025 đến 14/9/2026; năm từ 15/12/2025 đến 14/12/2026."
    )
    assert [(one.name, one.data_from, one.data_to) for one in windows] == QUARTERS
    assert all(one.due_on is None for one in windows)


def test_a_start_after_the_end_lies_in_the_year_before() -> None:
    (window,) = in_text("Báo cáo quý I: số liệu từ ngày 15/12 đến ngày 14/3.")
    assert (window.data_from, window.data_to) == (date(2025, 12, 15), date(2026, 3, 14))


@pytest.mark.parametrize(
    "before",
    [
        "15/12 của năm trước",
        "15 tháng 12 năm trước",
        "15/12 năm trước liền kề",
        "15 tháng 12 của năm trước kỳ báo cáo",
    ],
)
def test_the_year_before_may_be_said_in_words(before: str) -> None:
    (window,) = in_text(f"Báo cáo năm: số liệu từ ngày {before} đến ngày 14 tháng 12.")
    assert (window.data_from, window.data_to) == (date(2025, 12, 15), date(2026, 12, 14))


def test_a_rule_for_the_due_day_serves_every_period() -> None:
    windows = in_text(
        "Báo cáo quý I: số liệu từ 15/12/2025 đến 14/3/2026. Báo cáo năm: số liệu từ 15/12/2025 "
        "đến 14/12/2026.",
        "Các phòng gửi báo cáo chậm nhất ngày 18 của tháng cuối kỳ báo cáo.",
    )
    assert [one.due_on for one in windows] == [date(2026, 3, 18), date(2026, 12, 18)]


def test_a_rule_for_the_data_is_worked_out_for_each_period() -> None:
    windows = in_text(
        "Số liệu báo cáo quý I, báo cáo 6 tháng, báo cáo 9 tháng và báo cáo năm tính từ ngày 15 "
        "tháng 12 của năm trước đến ngày 14 của tháng cuối kỳ báo cáo."
    )
    assert [(one.data_from, one.data_to) for one in windows] == [row[1:] for row in QUARTERS]


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo định kỳ hàng quý, 6 tháng, năm.",
        "Báo cáo quý gửi trước ngày 15 của tháng cuối quý.",
        "Thực hiện từ ngày 01/02/2026 đến ngày 30/6/2026.",
        "Quyết định số 15/QĐ-UBND ngày 12/01/2026.",
        "Lấy số liệu báo cáo từ ngày 15/12/2025 đến ngày 14/3/2026.",
        "",
    ],
)
def test_rhythms_without_dates_are_no_periods(text: str) -> None:
    assert in_text(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("gửi chậm nhất ngày 18 của tháng cuối kỳ báo cáo", 18),
        ("trước ngày 15 tháng cuối quý", 15),
        ("từ ngày 15 tháng trước đến ngày 14 của tháng cuối kỳ", None),
        ("gửi trước ngày 15/3", None),
    ],
)
def test_the_due_day_of_a_rule_is_found(text: str, day: int | None) -> None:
    assert rule_day_in([(text, Span())]) == day


def in_table(head: tuple[str, ...], *rows: tuple[str, ...]) -> tuple[ReportWindow, ...]:
    grid = table(head, *rows)
    columns = read_columns(grid)
    assert columns is not None
    assert columns.is_windows
    return windows_in_table(grid, columns, YEAR)


def test_a_table_may_print_the_data_in_one_column() -> None:
    windows = in_table(
        ("TT", "Kỳ báo cáo", "Thời gian chốt số liệu", "Hạn gửi"),
        ("1", "Quý I", "Từ 15/12/2025 đến 14/3/2026", "17/3/2026"),
        ("2", "Năm", "15/12/2025 - 14/12/2026", "Trước ngày 17/12"),
    )
    assert windows == (
        ReportWindow("Quý I", date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 17)),
        ReportWindow("Năm", date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 17)),
    )


def test_a_table_may_print_the_data_in_two_columns() -> None:
    windows = in_table(
        ("Kỳ báo cáo", "Số liệu từ ngày", "Đến ngày", "Thời hạn gửi"),
        ("Quý I", "15/12", "14/3", "17/3"),
        ("6 tháng", "15/12", "14/6", ""),
    )
    assert dates(windows) == [
        (date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 17)),
        (date(2025, 12, 15), date(2026, 6, 14), None),
    ]


def test_a_due_day_in_words_falls_in_the_last_month_of_the_data() -> None:
    head = ("Kỳ báo cáo", "Thời gian chốt số liệu", "Hạn gửi")
    rows = [
        ("Quý I", "15/12/2025 - 14/3/2026", "Ngày 18 của tháng cuối kỳ"),
        ("Năm", "15/12/2025 - 14/12/2026", ""),
    ]
    grid = table(head, *rows)
    columns = read_columns(grid)
    assert columns is not None
    windows = windows_in_table(grid, columns, YEAR, 20)
    assert [one.due_on for one in windows] == [date(2026, 3, 18), date(2026, 12, 20)]


def test_a_row_without_dates_is_no_period() -> None:
    windows = in_table(
        ("Kỳ báo cáo", "Thời gian chốt số liệu", "Hạn gửi"),
        ("Đột xuất", "Theo yêu cầu", "Theo yêu cầu"),
        ("Quý I", "15/12/2025 - 14/3/2026", ""),
    )
    assert [one.name for one in windows] == ["Quý I"]
