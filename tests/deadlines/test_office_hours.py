"""Office time: the hours of working days."""

from __future__ import annotations

from datetime import datetime

import pytest

from cchc.deadlines import default_calendar
from cchc.deadlines.office_hours import hours_of, is_office_time, next_office_moment

CALENDAR = default_calendar()
HOURS = hours_of("13:30-17:00, 07:30-11:30")


@pytest.mark.parametrize(
    ("moment", "following"),
    [
        ("2026-03-02 07:29", "2026-03-02 07:30"),
        ("2026-03-02 07:30", "2026-03-02 07:30"),
        ("2026-03-02 11:30", "2026-03-02 13:30"),
        ("2026-03-02 16:59", "2026-03-02 16:59"),
        ("2026-03-02 17:00", "2026-03-03 07:30"),
        ("2026-03-06 17:00", "2026-03-09 07:30"),  # over a weekend
        ("2026-04-29 18:00", "2026-05-04 07:30"),  # over 30/4 and 1/5
    ],
)
def test_the_next_moment_of_office_time(moment: str, following: str) -> None:
    at = datetime.fromisoformat(moment)
    found = next_office_moment(at, HOURS, CALENDAR)
    assert found == datetime.fromisoformat(following)
    assert is_office_time(found, HOURS, CALENDAR)
    assert is_office_time(at, HOURS, CALENDAR) == (found == at)


@pytest.mark.parametrize("text", ["", "7h30", "11:30-07:30", "07:30"])
def test_hours_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        hours_of(text)
