"""When a deadline is owed: each kind of words as its occurrences, and what always holds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.deadlines import default_calendar, understand
from cchc.deadlines.occurrences import (
    Occurrence,
    OccurrenceKind,
    ReportingPeriod,
    due_after,
    occurrences_of,
)
from cchc.deadlines.replanning import replan
from cchc.plan.schedule import Conditional, Offset, OffsetUnit

YEAR = 2026
CALENDAR = default_calendar()
PERIODS = (
    ReportingPeriod("Quý I", date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 20)),
    ReportingPeriod("Năm", date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 20)),
)
# Words → (kind, name, last day in time) of each occurrence.
TABLE = {
    "Trước 30/11": [("dated", "", "2026-11-29")],
    "Chậm nhất ngày 30/11": [("dated", "", "2026-11-30")],
    "Quý I": [("windowed", "", "2026-03-31")],
    "Quý II, IV": [("windowed", "", "2026-06-30"), ("windowed", "", "2026-12-31")],
    "Hàng quý": [
        ("recurring", "Quý I", "2026-03-31"),
        ("recurring", "Quý II", "2026-06-30"),
        ("recurring", "Quý III", "2026-09-30"),
        ("recurring", "Quý IV", "2026-12-31"),
    ],
    "6 tháng/lần": [
        ("recurring", "6 tháng đầu năm", "2026-06-30"),
        ("recurring", "6 tháng cuối năm", "2026-12-31"),
    ],
    "Thường xuyên": [
        ("all_year", "", "2026-12-31"),
        ("note", "Quý I", "2026-03-20"),
        ("note", "Năm", "2026-12-20"),
    ],
    "Trong năm": [
        ("all_year", "", "2026-12-31"),
        ("note", "Quý I", "2026-03-20"),
        ("note", "Năm", "2026-12-20"),
    ],
    "Khi UBND tỉnh giao": [("conditional", "Khi UBND tỉnh giao", None)],
    "Định kỳ": [("unclear", "Định kỳ", None)],
    "Quý I; lồng ghép trong báo cáo": [
        ("windowed", "", "2026-03-31"),
        ("unclear", "lồng ghép trong báo cáo", None),
    ],
    "Kế hoạch: Quý I; Báo cáo: Quý IV": [
        ("windowed", "", "2026-03-31"),
        ("windowed", "", "2026-12-31"),
    ],
}
ISSUED = date(2026, 1, 15)


def _of(words: str) -> tuple[Occurrence, ...]:
    return occurrences_of(
        understand(words, YEAR), YEAR, CALENDAR, periods=PERIODS, issued_on=ISSUED
    )


@pytest.mark.parametrize("words", TABLE)
def test_words_are_owed_as_they_read(words: str) -> None:
    said = [
        (one.kind.value, one.name, one.due_on.isoformat() if one.due_on else None)
        for one in _of(words)
    ]
    assert said == TABLE[words]


def test_a_stretch_from_the_day_of_signing_opens_on_the_day_of_issue() -> None:
    (one,) = _of("Từ ngày ký đến 31/12")
    assert (one.opens_on, one.due_on) == (ISSUED, date(2026, 12, 31))


def test_a_week_in_which_nobody_works_owes_nothing() -> None:
    weeks = [one.opens_on for one in _of("Hàng tuần")]
    assert date(2026, 2, 9) in weeks
    assert date(2026, 2, 16) not in weeks  # Tết: off from Monday to Friday


def test_products_name_their_slots_so_that_their_order_does_not_matter() -> None:
    one, other = _of("Kế hoạch: Quý I; Báo cáo: Quý IV"), _of("Báo cáo: Quý IV; Kế hoạch: Quý II")
    assert {row.slot for row in one} == {row.slot for row in other} == {"ke hoach", "bao cao"}


@pytest.mark.parametrize(
    ("amount", "unit", "due"),
    [
        (5, OffsetUnit.WORKING_DAY, date(2026, 3, 9)),
        (15, OffsetUnit.DAY, date(2026, 3, 17)),
        (-15, OffsetUnit.DAY, date(2026, 2, 15)),
        (1, OffsetUnit.MONTH, date(2026, 4, 2)),
    ],
)
def test_the_distance_from_an_event_is_counted_from_the_day_after(
    amount: int, unit: OffsetUnit, due: date
) -> None:
    condition = Conditional("x", Offset(amount, unit))
    assert due_after(condition, date(2026, 3, 2), CALENDAR) == due


def test_a_month_later_than_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    condition = Conditional("x", Offset(1, OffsetUnit.MONTH))
    assert due_after(condition, date(2026, 1, 31), CALENDAR) == date(2026, 2, 28)


def test_an_event_without_a_distance_has_no_reckoned_day() -> None:
    assert due_after(Conditional("x"), date(2026, 3, 2), CALENDAR) is None


WORDS = st.lists(st.sampled_from(sorted(TABLE)), min_size=1, max_size=4).map("; ".join)


@given(WORDS)
def test_every_occurrence_lies_in_its_window_and_has_a_slot_of_its_own(words: str) -> None:
    found = _of(words)
    assert len({one.slot for one in found}) == len(found)
    for one in found:
        waits = one.kind in (OccurrenceKind.CONDITIONAL, OccurrenceKind.UNCLEAR)
        assert (one.due_on is None) is waits
        if one.due_on is None:
            continue
        assert one.named_on - timedelta(days=1) <= one.due_on <= one.named_on
        assert one.work_by <= one.due_on
        assert CALENDAR.is_working_day(one.work_by)
        assert one.opens_on is None or one.opens_on <= one.due_on


SLOTS = st.dictionaries(st.integers(0, 9), st.tuples(st.integers(0, 3), st.booleans()))


@given(SLOTS, st.dictionaries(st.integers(0, 9), st.integers(0, 3)))
def test_replanning_loses_and_doubles_nothing_and_keeps_what_is_done(
    planned: dict[int, tuple[int, bool]], wanted: dict[int, int]
) -> None:
    found = replan(
        planned.items(),
        wanted.items(),
        slot_planned=lambda row: row[0],
        slot_wanted=lambda new: new[0],
        is_done=lambda row: row[1][1],
        says_the_same=lambda row, new: row[1][0] == new[1],
    )
    matched = [row for row, _ in (*found.moved, *found.same)]
    assert sorted([*matched, *found.taken_away, *found.kept]) == sorted(planned.items())
    made = [slot for slot, _ in found.made]
    assert not set(made) & set(planned)
    assert set(made) | (set(wanted) & set(planned)) == set(wanted)
    assert {slot for slot, _ in found.kept} == {slot for slot, (_, done) in planned.items() if done}
    assert all(row[0] == new[0] for row, new in (*found.moved, *found.same))
    assert not {slot for slot, _ in found.taken_away} & set(wanted)


def test_a_slot_named_twice_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="slot twice"):
        replan(
            [1, 1],
            [],
            slot_planned=int,
            slot_wanted=int,
            is_done=bool,
            says_the_same=lambda row, new: row == new,
        )
