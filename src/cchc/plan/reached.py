"""Whether a measured number reaches what a plan commits to, and how far it is. Pure."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from cchc.plan.model import Comparator

_RISING = (Comparator.AT_LEAST, Comparator.MORE, Comparator.EQUAL)


def is_reached(
    comparator: Comparator, value: Decimal, measured: Decimal, value_to: Decimal | None = None
) -> bool:
    """Whether «ít nhất 98» is reached by 98,2; a range («từ 3 đến 5») by what lies in it."""
    if value_to is not None:
        return value <= measured <= value_to
    match comparator:
        case Comparator.EQUAL:
            return measured == value
        case Comparator.MORE:
            return measured > value
        case Comparator.AT_LEAST:
            return measured >= value
        case Comparator.LESS:
            return measured < value
        case Comparator.AT_MOST:
            return measured <= value


def share_reached(comparator: Comparator, value: Decimal, measured: Decimal) -> Decimal | None:
    """How much of a number to be grown to is there, in percent to one place, rounded down.

    None of a number to stay below («không quá 15 phút»), where a share says nothing.
    """
    if comparator not in _RISING or value <= 0 or measured < 0:
        return None
    return (measured * 100 / value).quantize(Decimal("0.1"), ROUND_DOWN)
