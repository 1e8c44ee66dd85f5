"""Which products can be counted, and how many pieces are owed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cchc.plan.countable import counted_product

COUNTED = {
    ("02 sáng kiến",): (Decimal(2), "sáng kiến"),
    ("Ít nhất 03 lớp tập huấn.",): (Decimal(3), "lớp tập huấn"),
    ("Báo cáo", "tối thiểu 12 tin, bài"): (Decimal(12), "tin, bài"),
    ("01 báo cáo",): None,
    ("100% hồ sơ",): None,
    ("Kế hoạch năm 2026",): None,
    ("02 sáng kiến", "03 lớp"): None,
    ("05 ngày làm việc",): None,
    (): None,
}


@pytest.mark.parametrize("outputs", COUNTED, ids=str)
def test_a_product_is_counted_where_exactly_one_says_how_many(outputs: tuple[str, ...]) -> None:
    assert counted_product(outputs) == COUNTED[outputs]
