"""Due days of a schedule and the working day each falls on."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.deadlines import default_calendar, due_days, explain, understand
from cchc.deadlines.due import due_on_working_days


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("Trước ngày 30/11", ["2026-11-30"]),
        ("Quý I", ["2026-03-31"]),
        ("Từ ngày ký đến 31/12/2026", ["2026-12-31"]),
        ("Hàng quý", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ("Thường xuyên", ["2026-12-31"]),
        ("Hàng tuần", []),
        ("Định kỳ", []),
        ("Khi có yêu cầu", []),
        ("Theo quy định", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_schedule_has_its_due_days_of_the_year(phrase: str, days: list[str]) -> None:
    (schedule,) = understand(phrase, 2026)
    assert due_days(schedule, 2026) == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize(
    ("phrase", "last_day", "working_day"),
    [
        ("Chậm nhất ngày 20/6", "2026-06-20", "2026-06-19"),
        ("Trước ngày 20/6", "2026-06-19", "2026-06-19"),
        ("Trước ngày 30/11", "2026-11-29", "2026-11-27"),
        ("Chậm nhất ngày 10/01", "2026-01-10", "2026-01-10"),
        ("Trước Tết Nguyên đán", "2026-02-16", "2026-02-13"),
    ],
)
def test_a_due_day_is_kept_by_the_last_working_day_that_is_in_time(
    phrase: str, last_day: str, working_day: str
) -> None:
    (schedule,) = understand(phrase, 2026)
    (due,) = due_on_working_days(schedule, 2026, default_calendar())
    assert due.last_day == date.fromisoformat(last_day)
    assert due.working_day == date.fromisoformat(working_day)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("trước 30/11", "Trước ngày 30/11/2026"),
        ("Quý I/2026", "Quý I/2026"),
        ("quý 2 - 3", "Từ quý II/2026 đến quý III/2026"),
        ("T8/2026", "Tháng 8/2026"),
        ("trong năm", "Năm 2026"),
        ("01 lần/quý", "Hàng quý"),
        ("hàng tháng, trước 20", "Ngày 20 hàng tháng"),
        ("liên tục", "Thường xuyên"),
        ("Kế hoạch: quý I; báo cáo trước 15/12",
         "- Kế hoạch: Quý I/2026; - báo cáo: Trước ngày 15/12/2026"),
        ("Kịp thời", "Kịp thời"),
    ],
)  # fmt: skip
def test_a_schedule_is_said_back_in_the_words_of_plans(phrase: str, said: str) -> None:
    assert explain(understand(phrase, 2026)) == said
