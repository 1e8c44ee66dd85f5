"""Properties of the deadline language, whatever the words: it never fails and never drifts."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.deadlines import due_days, explain, understand
from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.days import Picker, PickerKind, dates_in_year, last_days
from cchc.deadlines.vocabulary import NUMBER_WORDS, PHRASES
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Every,
    Recurring,
    Schedule,
    Unclear,
    Window,
)

WORDS = sorted({" ".join(phrase) for phrase in PHRASES} | set(NUMBER_WORDS))
PUNCTUATION = [",", ";", ":", ".", "/", "-", "–", "(", ")", "\n", "\n- ", "+", "…", '"', ""]
NUMBERS = ["1", "05", "15", "31", "32", "6", "I", "III", "V", "lI", "2026", "1999", "30/11"]
NUMBERS += ["31/4", "15/12/2026", "6/2026", "15.6", "12/KH-UBND", "T8", "Q.III", "0", "99"]
PLAIN = ["báo cáo", "kế hoạch", "UBND tỉnh", "Sở Nội vụ", "nt", "x"]
MIXED_WORDS = [*WORDS, *PUNCTUATION, *NUMBERS, *PLAIN]
MIXED = st.lists(st.sampled_from(MIXED_WORDS), max_size=14).map(" ".join)
YEARS = st.integers(2015, 2040)


def check(schedules: tuple[Schedule, ...], year: int) -> None:
    """What must be true of any reading."""
    for schedule in schedules:
        if isinstance(schedule, Window):
            assert schedule.start is None or schedule.start <= schedule.end
        if isinstance(schedule, Unclear):
            assert schedule.text == " ".join(schedule.text.split()) != ""
        if isinstance(schedule, Conditional):
            assert schedule.trigger.strip()
        if isinstance(schedule, Recurring) and schedule.dates is not None:
            assert schedule.dates
        assert all(isinstance(day, date) for day in due_days(schedule, year))


@given(st.text(max_size=200), YEARS)
def test_any_text_is_read_without_failing(text: str, year: int) -> None:
    check(understand(text, year), year)


@settings(max_examples=600, deadline=None)
@given(MIXED, YEARS)
def test_any_mixture_of_the_words_is_read_without_failing(text: str, year: int) -> None:
    check(understand(text, year), year)


@given(MIXED, YEARS)
def test_a_decomposed_text_means_the_same(text: str, year: int) -> None:
    assert understand(unicodedata.normalize("NFD", text), year) == understand(text, year)


def test_a_very_long_cell_is_unclear_and_quick() -> None:
    words = "khi có yêu cầu, theo kế hoạch và sau kiểm tra " * 2_000
    assert understand(words, 2026) == (Unclear(words.strip()),)


@pytest.mark.parametrize(
    "words", ["(khi ", "khi có, ", "theo a và ", "quý I, ", "1, ", "\n- a", "hàng quý, ", "[trước "]
)
def test_words_nested_without_end_are_read_without_failing(words: str) -> None:
    check(understand(words * (1_400 // len(words)), 2026), 2026)


@pytest.mark.parametrize(
    "phrase",
    [
        "Hàng tháng",
        "Hàng quý",
        "Hàng 6 tháng",
        "Hàng năm",
        "Ngày 25 hàng tháng",
        "Định kỳ, trước ngày 20",
        "Thứ Hai tuần đầu tiên của tháng",
    ],
)
@given(year=YEARS)
def test_the_days_of_a_rhythm_lie_in_the_plan_year_in_order(phrase: str, year: int) -> None:
    (rhythm,) = understand(phrase, year)
    assert isinstance(rhythm, Recurring)
    assert rhythm.dates is not None
    assert {day.year for day in rhythm.dates} == {year}
    assert list(rhythm.dates) == sorted(set(rhythm.dates))


@pytest.mark.parametrize("year", range(2015, 2041))
def test_a_period_after_the_plan_year_s_last_may_fall_in_the_next_year(year: int) -> None:
    (rhythm,) = understand("Trước ngày 05 của tháng sau", year)
    assert isinstance(rhythm, Recurring)
    assert rhythm.dates is not None
    assert rhythm.dates[0] == date(year, 2, 5)
    assert rhythm.dates[-1] == date(year + 1, 1, 5)


# Schedules as plans have them, for saying back and reading again.
DAYS = st.dates(date(2020, 1, 1), date(2031, 12, 31))
NOTES = st.none() | st.sampled_from(["Kế hoạch", "Báo cáo kết quả", "Đánh giá nội bộ"])
TRIGGERS = ["Khi UBND tỉnh giao", "Theo kế hoạch của UBND tỉnh", "đột xuất theo yêu cầu",
            "Sau khi kết thúc đợt khảo sát", "Khi có văn bản của Bộ, ngành"]  # fmt: skip
UNCLEAR = ["Theo quy định", "Kịp thời", "Do UBND tỉnh tổ chức", "Như trên"]


def windows(days: tuple[date, date], note: str | None) -> Window:
    return Window(min(days), max(days), note)


def rhythm(every: Every, day: int | None, year: int, note: str | None) -> Recurring:
    if day is None:
        return Recurring(every, last_days(every, year), note)
    picker = Picker(PickerKind.DAY, day)
    return Recurring(every, dates_in_year(picker, every, -1, 0, year, WorkingCalendar()), note)


def schedules(year: int) -> st.SearchStrategy[Schedule]:
    months = st.integers(1, 12)
    return st.one_of(
        st.builds(By, DAYS, inclusive=st.booleans(), note=NOTES),
        st.builds(windows, st.tuples(DAYS, DAYS), NOTES),
        st.builds(
            lambda first, last, note: Window(
                date(year, min(first, last), 1),
                date(year + (max(first, last) == 12), max(first, last) % 12 + 1, 1)
                - timedelta(days=1),
                note,
            ),
            months,
            months,
            NOTES,
        ),
        st.builds(Window, st.none(), DAYS, NOTES),
        st.builds(
            rhythm,
            st.sampled_from(Every),
            st.none() | st.integers(1, 31),
            st.just(year),
            NOTES,
        ),
        st.builds(
            lambda every, days, note: Recurring(every, tuple(sorted(days)), note),
            st.sampled_from([one for one in Every if one is not Every.WEEK]),
            st.sets(DAYS, min_size=2, max_size=5),
            NOTES,
        ),
        st.builds(Continuous, NOTES),
        st.builds(Conditional, st.sampled_from(TRIGGERS), st.none(), NOTES),
        st.builds(Unclear, st.sampled_from(UNCLEAR), st.none()),
    )


PLANS = st.integers(2020, 2031).flatmap(
    lambda year: st.tuples(
        st.lists(schedules(year), min_size=1, max_size=4, unique=True), st.just(year)
    )
)


@settings(max_examples=400, deadline=None)
@given(PLANS)
def test_what_is_said_back_is_read_as_the_same_schedules(plan: tuple[list[Schedule], int]) -> None:
    said, year = plan
    if all(isinstance(one, Unclear) for one in said):
        said = said[:1]
    assert understand(explain(said, year), year) == tuple(said)


@settings(max_examples=400, deadline=None)
@given(MIXED, YEARS)
def test_whatever_is_understood_can_be_said_back(text: str, year: int) -> None:
    for schedule in understand(text, year):
        if isinstance(schedule, By | Window | Recurring | Continuous):
            bare = type(schedule)(
                *(getattr(schedule, name) for name in schedule.__slots__ if name != "note")
            )
            assert understand(explain([bare], year), year) == (bare,)
