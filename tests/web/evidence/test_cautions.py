"""When the date of a paper and the period that it is claimed for do not agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from cchc.web.evidence.cautions import caution_of, cautions_of, period_words

JANUARY, MARCH, APRIL, JUNE = (date(2026, month, 1) for month in (1, 3, 4, 6))
INSIDE, ON_THE_LAST = date(2026, 2, 1), MARCH


@dataclass
class Claim:
    period_from: date | None = None
    period_to: date | None = None
    subject_name: str = "2. Sáng kiến"


Q1, Q2 = Claim(JANUARY, MARCH), Claim(APRIL, JUNE)


@pytest.mark.parametrize(
    ("dated_on", "claim", "says"),
    [
        (INSIDE, Q1, ""),
        (JANUARY, Q1, ""),
        (ON_THE_LAST, Q1, ""),
        (date(2025, 12, 31), Q1, "ngoài kỳ 01/01/2026–01/03/2026"),
        (APRIL, Q1, "ngoài kỳ"),
        (None, Q1, "chưa có ngày"),
        (None, Claim(), ""),
        (INSIDE, Claim(period_from=MARCH), "ngoài kỳ từ 01/03/2026"),
        (APRIL, Claim(period_to=MARCH), "ngoài kỳ đến 01/03/2026"),
    ],
)
def test_a_date_is_held_against_the_period(dated_on: date | None, claim: Claim, says: str) -> None:
    told = caution_of(dated_on, claim)
    assert says in told
    assert bool(told) == bool(says)


def test_two_claims_without_a_common_day_contradict_each_other() -> None:
    assert not cautions_of(INSIDE, [Q1, Claim(INSIDE, APRIL)])
    told = cautions_of(INSIDE, [Q1, Q2])
    assert "hai kỳ không trùng nhau" in told[-1]
    assert "của «2. Sáng kiến»" in told[0]
    assert not cautions_of(INSIDE, [Q1, Claim()])


def test_a_missing_date_is_told_once() -> None:
    assert len(cautions_of(None, [Q1, Q1])) == 1


def test_a_period_is_told_as_it_is_read() -> None:
    assert period_words(Claim()) == ""
    assert period_words(Claim(period_from=MARCH)) == "từ 01/03/2026"
