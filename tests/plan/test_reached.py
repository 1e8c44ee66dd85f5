"""Whether a measured number reaches a target, and how far it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.plan.model import Comparator
from cchc.plan.reached import is_reached, share_reached

AT_LEAST, MORE, EQUAL = Comparator.AT_LEAST, Comparator.MORE, Comparator.EQUAL
LESS, AT_MOST = Comparator.LESS, Comparator.AT_MOST
numbers = st.decimals("0.01", 10_000, places=2)


@pytest.mark.parametrize(
    ("comparator", "value", "value_to", "measured", "reached", "share"),
    [
        (AT_LEAST, "98", None, "98", True, "100.0"),
        (AT_LEAST, "98", None, "97.95", False, "99.9"),
        (AT_LEAST, "40", None, "10", False, "25.0"),
        (MORE, "90", None, "90", False, "100.0"),
        (MORE, "90", None, "90.1", True, "100.1"),
        (EQUAL, "100", None, "100", True, "100.0"),
        (EQUAL, "100", None, "99.99", False, "99.9"),
        (EQUAL, "3", "5", "4", True, "133.3"),
        (EQUAL, "3", "5", "6", False, "200.0"),
        (AT_MOST, "15", None, "15", True, None),
        (AT_MOST, "15", None, "15.5", False, None),
        (LESS, "15", None, "15", False, None),
        (LESS, "0", None, "-1", True, None),
        (AT_LEAST, "0", None, "0", True, None),
    ],
)
def test_a_number_is_held_against_what_the_plan_promises(
    comparator: Comparator,
    value: str,
    value_to: str | None,
    measured: str,
    reached: bool,  # noqa: FBT001
    share: str | None,
) -> None:
    promised, number = Decimal(value), Decimal(measured)
    upper = Decimal(value_to) if value_to else None
    assert is_reached(comparator, promised, number, upper) is reached
    found = share_reached(comparator, promised, number)
    assert found == (Decimal(share) if share else None)


@given(numbers, numbers)
def test_a_share_below_a_hundred_is_never_told_of_a_number_that_is_reached(
    value: Decimal, measured: Decimal
) -> None:
    share = share_reached(AT_LEAST, value, measured)
    assert share is not None
    assert (share >= 100) is is_reached(AT_LEAST, value, measured)
