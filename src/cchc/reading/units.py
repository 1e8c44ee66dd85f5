"""Whether a text names a unit: the rows of some plans are grouped by who does them."""

from __future__ import annotations

import re

from cchc.text.folding import fold

_UNIT = re.compile(
    r"(?:(?:giao|nhiem vu cua|doi voi|trach nhiem cua)\s+)?(?:van phong|phong|chi cuc|trung tam|"
    r"thanh tra|"
    r"cac (?:phong|don vi|trung tam|chi cuc|truong)|bo phan|ban quan ly|ban chi huy|cong an|tram|"
    r"so|lanh dao|"
    r"ubnd (?:xa|phuong|huyen|tinh)|hdnd|kho bac|truong|vien|toa soan|hoi|doan|mat tran|to|cong "
    r"chuc)\b"
)
_NOT_A_UNIT = re.compile(
    r"cai cach|nhiem vu|cong tac|xay dung|to chuc (?:bo may|thuc hien)|chi dao|nang cao|so hoa|"
    r"so lieu|so theo"
)


def is_unit_name(text: str) -> bool:
    """Whether a short heading names a unit: «Văn phòng Sở», «Phòng Kế hoạch - Tài chính»."""
    folded = fold(text)
    return len(folded) <= 80 and bool(_UNIT.match(folded)) and not _NOT_A_UNIT.search(folded)
