"""How well a text fills a column of a lost table: what each kind of column usually holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from cchc.deadlines import understand
from cchc.plan.schedule import Unclear
from cchc.reading.columns import Column
from cchc.reading.splitting import (
    begins_like_unit,
    holds_a_unit,
    holds_several_units,
    looks_like_product,
    looks_like_unit,
)

Score = Callable[[str], float]

_TIME = re.compile(
    r"(?:trước|sau|quý|tháng|thường|định|hàng|hằng|khi|theo|trong|năm|đến|từ|ngay|chậm|cuối|đầu|giữa|liên|không|ngày|"
    r"- |\d|đột|kế hoạch|báo cáo|6|cả|hoàn|hết|tuần|duy trì|mỗi|xong|tại|kịp|tiếp)",
    re.IGNORECASE,
)
# A cell does not end with these: what they lead to comes after.
_DANGLING = frozenset(
    (
        "và của các về theo tại trong cho với để từ đến là do bằng thuộc trên số những hoặc được "
        "có việc công đơn thực phối tổ ủy uỷ - –"
    ).split()
)
_SKIP = {  # what it costs to leave a column empty
    Column.TASK: 9.0,
    Column.LEAD: 3.0,
    Column.SUPPORT: 1.2,
    Column.DEADLINE: 2.5,
    Column.OUTPUTS: 2.0,
    Column.OBJECTIVE_OR_OUTPUT: 2.0,
    Column.OBJECTIVE: 2.0,
    Column.ACTIVITY: 1.5,
    Column.BUDGET: 0.0,
    Column.NOTE: 0.0,
}
_GOOD = {  # what a well-filled column gains
    Column.TASK: 0.8,
    Column.LEAD: 2.5,
    Column.SUPPORT: 2.5,
    Column.DEADLINE: 2.8,
    Column.OUTPUTS: 1.6,
    Column.OBJECTIVE_OR_OUTPUT: 1.6,
    Column.OBJECTIVE: 0.3,
    Column.ACTIVITY: 0.3,
}
_AT_MOST = {**_GOOD, Column.LEAD_AND_SUPPORT: 2.5, Column.BUDGET: 1.0}


def skip_cost(kind: Column | None) -> float:
    """What it costs to leave a column empty."""
    return _SKIP.get(kind, 1.0) if kind else 0.5


def highest_score(kind: Column | None) -> float:
    """What no text scores more than in this column."""
    return _AT_MOST.get(kind, 0.0) if kind else 0.0


def wanted_score(kinds: Sequence[Column | None]) -> float:
    """What a row scores whose columns are all well filled."""
    return sum(_GOOD.get(kind, 0.0) for kind in kinds if kind)


def may_begin(kind: Column | None, words: str) -> bool:
    """Whether a cell of this column may begin with these words at all."""
    match kind:
        case Column.LEAD | Column.SUPPORT | Column.LEAD_AND_SUPPORT:
            return begins_like_unit(words)
        case Column.DEADLINE:
            return _TIME.match(words) is not None
        case _:
            return True


@lru_cache(maxsize=20_000)  # columns of one kind, and both looks at a row, ask for the same
def whole_score(score: Score, text: str) -> float:
    """How well a text fills a column, if nothing is to follow it there."""
    scored = score(text)
    dangling = text.rsplit(" ", 1)[-1].lower() in _DANGLING
    return scored - 1.5 if dangling and scored > -4.0 else scored


def _unit_score(text: str) -> float:
    if not looks_like_unit(text):
        return -4.0
    return 2.5 - (3.0 if holds_several_units(text) else 0.0)


_RATE = re.compile(r"[≥≤]?\s*\d+\s*%")


def _product_score(text: str) -> float:
    if _RATE.fullmatch(text):
        return 1.5
    cost = (2.5 if _ends_in_time(text) else 0.0) + (1.5 if holds_a_unit(text) else 0.0)
    if looks_like_product(text):
        return 1.6 - cost
    return (-0.8 if len(text.split()) < 12 else -2.0) - cost


def _task_score(text: str) -> float:
    words = len(text.split())
    return (0.8 if words >= 4 else -0.6) - (0.6 if looks_like_unit(text) else 0.0)


def _work_score(text: str) -> float:
    return 0.3 if len(text.split()) >= 3 else -0.5


_MONEY = re.compile(r"đồng|dự toán|ngân sách|kinh phí|triệu|nguồn")


def _budget_score(text: str) -> float:
    return 1.0 if _MONEY.search(text.lower()) else -3.0


def _other_score(text: str) -> float:
    return -0.5


def _deadline_score(text: str) -> float:
    if not _TIME.match(text) or len(text) > 160:
        return -4.0
    if text.startswith(("-", "–", "+")) and len(re.findall(r"(?:^|[\n;]\s*)[-–+]\s", text)) < 2:
        return -2.0
    schedules = understand(text, 2024)
    if not schedules or all(isinstance(item, Unclear) for item in schedules):
        return -2.0
    unclear = sum(isinstance(item, Unclear) for item in schedules)
    if schedules[0].note is not None and len(schedules) < 2:
        return -1.0
    return 2.8 - 1.5 * unclear - (0.02 * len(text) if len(text) > 80 else 0)


_TIME_AT_END = re.compile(
    r"\b(?:Trước|Quý|Tháng|Thường xuyên|Định kỳ|Hàng|Hằng|Trong năm|Khi có|Năm)\b[^-;]*$"
)


def _ends_in_time(text: str) -> bool:
    found = _TIME_AT_END.search(text)
    return found is not None and found.start() > 0


_SCORES: Mapping[Column, Score] = {
    Column.TASK: _task_score,
    Column.LEAD: _unit_score,
    Column.SUPPORT: _unit_score,
    Column.LEAD_AND_SUPPORT: _unit_score,
    Column.DEADLINE: _deadline_score,
    Column.OUTPUTS: _product_score,
    Column.OBJECTIVE_OR_OUTPUT: _product_score,
    Column.OBJECTIVE: _work_score,
    Column.ACTIVITY: _work_score,
    Column.BUDGET: _budget_score,
}


def score_in(kind: Column | None) -> Score:
    """How texts are scored that may fill a column of this kind."""
    return _SCORES.get(kind, _other_score) if kind else _other_score
