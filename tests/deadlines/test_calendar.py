"""The working calendar: rest days, make-up days, counting, and tables that a person writes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.deadlines import default_calendar, understand
from cchc.deadlines.calendar import DayType, DecidedDay, WorkingCalendar
from cchc.deadlines.calendar_tables import (
    COLUMNS,
    SENTENCES,
    CalendarFault,
    CalendarTableError,
    calendar_from,
    parse_days,
)
from cchc.deadlines.seed import decided_days
from cchc.plan.schedule import By, Recurring

HEADER = ",".join(COLUMNS) + "\n"
DAYS = st.dates(date(2020, 1, 1), date(2031, 12, 31))


@pytest.mark.parametrize(
    ("on", "works"),
    [
        pytest.param("2026-01-01", "rests", id="new year"),
        pytest.param("2026-01-02", "rests", id="swapped Friday that the package misses"),
        pytest.param("2026-01-10", "works", id="Saturday worked for it"),
        pytest.param("2026-01-17", "rests", id="an ordinary Saturday"),
        pytest.param("2026-02-16", "rests", id="the eve of Tết"),
        pytest.param("2026-02-23", "works", id="the Monday after Tết"),
        pytest.param("2026-04-27", "rests", id="compensation for the Kings' day on a Sunday"),
        pytest.param("2026-08-22", "works", id="Saturday worked for 31/8"),
        pytest.param("2026-08-31", "rests", id="swapped Monday"),
        pytest.param("2026-11-24", "works", id="the culture day is not yet law"),
        pytest.param("2024-05-04", "works", id="Saturday worked for 29/4/2024"),
        pytest.param("2025-04-26", "works", id="Saturday worked for 02/5/2025"),
        pytest.param("2023-09-04", "rests", id="compensation for the National Day of 2023"),
        pytest.param("2045-01-02", "works", id="beyond the table only weekends are known"),
    ],
)
def test_the_shipped_calendar_knows_each_kind_of_day(on: str, works: str) -> None:
    worked = default_calendar().is_working_day(date.fromisoformat(on))
    assert ("works" if worked else "rests") == works


def test_every_decided_day_has_its_legal_basis_and_source() -> None:
    for day in default_calendar().decided:
        assert day.name
        assert day.legal_basis
        assert day.source


@pytest.mark.parametrize("year", range(2020, 2032))
def test_every_year_of_the_table_has_its_eleven_holidays_or_more(year: int) -> None:
    rest = [day for day in default_calendar().decided_in(year) if day.type is DayType.REST]
    assert len(rest) >= 11
    assert default_calendar().covers(year)
    assert not default_calendar().covers(2045)


def test_the_shipped_table_is_what_the_package_says() -> None:
    shipped = {day.date for day in default_calendar().decided}
    assert {row[0] for row in decided_days()} <= shipped


def test_a_rest_day_moves_the_end_of_a_length_of_time_to_the_next_working_day() -> None:
    calendar = default_calendar()
    assert calendar.due_after_shift(date(2026, 2, 14)) == date(2026, 2, 23)
    assert calendar.due_after_shift(date(2026, 2, 13)) == date(2026, 2, 13)


@pytest.mark.parametrize(
    ("on", "count", "expected"),
    [
        pytest.param("2026-01-01", 1, "2026-01-05", id="over a swapped day and a weekend"),
        pytest.param("2026-01-09", 1, "2026-01-10", id="onto a make-up Saturday"),
        pytest.param("2026-02-13", 2, "2026-02-24", id="over Tết"),
        pytest.param("2026-02-23", -1, "2026-02-13", id="back over Tết"),
        pytest.param("2026-03-14", 0, "2026-03-14", id="nothing added stays, even on a Saturday"),
    ],
)
def test_working_days_are_added_without_the_first_day(on: str, count: int, expected: str) -> None:
    found = default_calendar().add_working_days(date.fromisoformat(on), count)
    assert found == date.fromisoformat(expected)


@given(DAYS, st.integers(-60, 60))
def test_adding_and_counting_working_days_agree(on: date, count: int) -> None:
    calendar = default_calendar()
    there = calendar.add_working_days(on, count)
    if count:
        assert calendar.is_working_day(there)
    if calendar.is_working_day(on) or count > 0:
        assert calendar.count_working_days(on, there) == count


@given(DAYS)
def test_next_and_previous_working_days_enclose_a_day(on: date) -> None:
    calendar = default_calendar()
    before, after = calendar.previous_working_day(on), calendar.next_working_day(on)
    assert before < on < after
    assert after - before <= timedelta(days=20)
    assert calendar.count_working_days(before, after) == 1 + calendar.is_working_day(on)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(HEADER + "24/11/2026,nghỉ,Ngày Văn hóa,,,có\n", id="commas, day first"),
        pytest.param("ngày;loại\n2026-11-24;nghỉ\n", id="semicolons, ISO dates, two columns"),
        pytest.param("# ghi chú\n\nNGÀY,LOẠI\n24-11-2026,Nghỉ\n", id="remarks, capitals"),
        pytest.param("\ufeffngày,loại\n24.11.2026,nghỉ lễ\n", id="with a byte order mark"),
    ],
)
def test_a_person_s_table_lies_over_the_shipped_one(content: str) -> None:
    calendar = calendar_from(content.encode(), default_calendar())
    assert not calendar.is_working_day(date(2026, 11, 24))
    assert not calendar.is_working_day(date(2026, 1, 2))


def test_a_person_s_table_can_make_a_shipped_rest_day_worked() -> None:
    calendar = calendar_from("ngày,loại\n02/01/2026,làm việc\n".encode(), default_calendar())
    assert calendar.is_working_day(date(2026, 1, 2))


def test_a_row_switched_off_has_no_effect() -> None:
    assert parse_days(HEADER + "24/11/2026,nghỉ,Ngày Văn hóa,,,không\n") == ()


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        pytest.param("ngày,tên\n", CalendarFault.NO_COLUMN, ["Dòng 1", "loại"], id="no column"),
        pytest.param(
            HEADER + "\n31/02/2026,nghỉ\n", CalendarFault.BAD_DATE, ["Dòng 3", "ngày", "31/02"],
            id="no such day",
        ),
        pytest.param(HEADER + ",nghỉ\n", CalendarFault.BAD_DATE, ["Dòng 2"], id="no date"),
        pytest.param(
            HEADER + "01/02/2026,ốm\n", CalendarFault.BAD_TYPE, ["Dòng 2", "loại", "ốm"],
            id="no such type",
        ),
        pytest.param(
            HEADER + "01/02/2026,nghỉ,,,,có lẽ\n", CalendarFault.BAD_SWITCH, ["áp dụng", "có lẽ"],
            id="neither yes nor no",
        ),
        pytest.param(
            HEADER + "01/02/2026,nghỉ\n2026-02-01,nghỉ\n", CalendarFault.TWICE, ["Dòng 3"],
            id="a day twice",
        ),
    ],
)  # fmt: skip
def test_a_bad_row_is_refused_with_its_line_and_column(
    content: str, code: CalendarFault, words: list[str]
) -> None:
    with pytest.raises(CalendarTableError) as refused:
        parse_days(content)
    assert refused.value.code is code
    for word in words:
        assert word in refused.value.sentence


def test_a_table_that_is_no_text_is_refused() -> None:
    with pytest.raises(CalendarTableError) as refused:
        calendar_from(b"\xff\xfe\x00ng", default_calendar())
    assert refused.value.code is CalendarFault.NOT_TEXT


def test_each_calendar_fault_has_one_sentence() -> None:
    assert set(SENTENCES) == set(CalendarFault)
    assert len(set(SENTENCES.values())) == len(CalendarFault)


def test_a_working_day_in_a_deadline_is_reckoned_with_the_calendar_given() -> None:
    phrase = "Ngày làm việc cuối cùng của tháng"
    (shipped,) = understand(phrase, 2026)
    strike = DecidedDay(date(2026, 3, 31), DayType.REST, "Nghỉ")
    (changed,) = understand(phrase, 2026, calendar=WorkingCalendar((strike,)))
    assert isinstance(shipped, Recurring)
    assert isinstance(changed, Recurring)
    assert shipped.dates is not None
    assert changed.dates is not None
    assert shipped.dates[2] == date(2026, 3, 31)
    assert changed.dates[2] == date(2026, 3, 30)


@pytest.mark.parametrize("year", range(2010, 2041))
def test_tet_is_known_and_falls_in_january_or_february(year: int) -> None:
    (before,) = understand("Trước Tết Nguyên đán", year)
    assert isinstance(before, By)
    assert date(year, 1, 20) < before.date < date(year, 2, 21)


@pytest.mark.parametrize(
    ("year", "day"),
    # Reckoned apart with a UTC+7 astronomical algorithm; 2030 is a day before China's.
    [(2020, "01-25"), (2023, "01-22"), (2026, "02-17"), (2027, "02-06"), (2030, "02-02")],
)
def test_tet_is_vietnam_s_first_day_of_the_lunar_year(year: int, day: str) -> None:
    (before,) = understand("Trước Tết Nguyên đán", year)
    assert isinstance(before, By)
    assert before.date == date.fromisoformat(f"{year}-{day}")
