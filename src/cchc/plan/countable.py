"""Products that can be counted: «02 sáng kiến», «ít nhất 03 lớp tập huấn»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from cchc.text.normal import nfc, one_line

_COUNTED = re.compile(
    r"(?:(?:ít nhất|tối thiểu|từ)\s+)?0*(?P<count>[1-9]\d{0,3})\s+(?P<thing>[^\W\d].*)", re.I
)
# What stands behind a number that is no count of pieces.
_NOT_PIECES = re.compile(r"(?:%|phần trăm|ngày|tháng|quý|năm|giờ|triệu|tỷ|nghìn)\b", re.I)


def counted_product(outputs: Iterable[str]) -> tuple[Decimal, str] | None:
    """Return how many pieces of what a task owes, where exactly one product says so.

    «Ít nhất 02 sáng kiến» (Nghệ An 2023) → (2, «sáng kiến»). One piece is nothing to count, and of
    two counted products neither is the whole.
    """
    found = []
    for output in outputs:
        match = _COUNTED.match(one_line(nfc(output)))
        if match and not _NOT_PIECES.match(match["thing"]) and int(match["count"]) > 1:
            found.append((Decimal(match["count"]), match["thing"].rstrip(" .;,")))
    return found[0] if len(found) == 1 else None
