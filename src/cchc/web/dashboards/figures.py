"""The figures of the pages: what each is called, what it counts and of what. Pure.

Every piece of work stands in exactly one bucket on a day, so that buckets of units add up to the
whole. A figure is a set of buckets, for a rate a part and the whole it is taken of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

NEAR = 14  # days that count as soon


class Bucket(StrEnum):
    """Where a piece of work stands on a day."""

    EARLY = "early"  # done, due later
    IN_TIME = "in_time"  # done by its due day, which has come
    LATE = "late"  # done after its due day
    PROPOSED = "proposed"  # said to be done, not yet accepted; its due day has come
    PROPOSED_AHEAD = "proposed_ahead"  # the same, due later
    OVERDUE = "overdue"
    TODAY = "today"  # open, and this is its last day
    SOON = "soon"
    LATER = "later"
    WAITING = "waiting"  # for an event
    UNCLEAR = "unclear"  # for a person who says what its deadline means


def bucket_of(state: str, due: date | None, done: date | None, day: date) -> Bucket:
    """Where work stands on a day, by its state, due day and day done of then."""
    if due is None:
        return Bucket.WAITING if state == "waiting" else Bucket.UNCLEAR
    match state:
        case "done":
            if done is not None and done > due:
                return Bucket.LATE
            return Bucket.EARLY if due > day else Bucket.IN_TIME
        case "proposed":
            return Bucket.PROPOSED_AHEAD if due > day else Bucket.PROPOSED
        case _:
            left = (due - day).days
            if left < 0:
                return Bucket.OVERDUE
            if left == 0:
                return Bucket.TODAY
            return Bucket.SOON if left <= NEAR else Bucket.LATER


class Only(StrEnum):
    """What rows of a bucket must be besides; known of today alone."""

    MINE = "mine"
    GIVEN_TO_ME = "given_to_me"
    RETURNED = "returned"
    ASKED = "asked"
    UNPROVED = "unproved"


Buckets = frozenset[Bucket]
DONE: Buckets = frozenset((Bucket.EARLY, Bucket.IN_TIME, Bucket.LATE))
SAID_DONE: Buckets = frozenset((Bucket.PROPOSED, Bucket.PROPOSED_AHEAD))
NEXT: Buckets = frozenset((Bucket.TODAY, Bucket.SOON))
AHEAD: Buckets = NEXT | {Bucket.LATER}
OVERDUE: Buckets = frozenset((Bucket.OVERDUE,))
UNDATED: Buckets = frozenset((Bucket.WAITING, Bucket.UNCLEAR))
DUE: Buckets = frozenset(
    (Bucket.IN_TIME, Bucket.LATE, Bucket.PROPOSED, Bucket.OVERDUE, Bucket.TODAY)
)
ALL: Buckets = frozenset(Bucket)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the pages with its definition; a rate where it has a whole."""

    code: str
    name: str
    sentence: str
    part: Buckets
    whole: Buckets | None = None
    only: Only | None = None

    @property
    def is_of_today_alone(self) -> bool:
        return self.only is not None

    def buckets(self, *, of_whole: bool = False) -> Buckets:
        return self.whole if of_whole and self.whole is not None else self.part


_FIGURES = (
    Figure(
        "completion",
        "Hoàn thành việc đến hạn",
        "Số việc đã được công nhận hoàn thành, trên số việc có hạn từ ngày xem trở về trước. Việc "
        "mới đề nghị mà chưa được công nhận thì chưa tính là hoàn thành.",
        DONE & DUE,
        DUE,
    ),
    Figure(
        "on_time",
        "Đúng hạn",
        "Số việc hoàn thành không muộn hơn hạn (hạn đang tính, kể cả đã gia hạn), trên tổng số "
        "việc đã hoàn thành và việc quá hạn. Ngày xong là ngày đơn vị làm xong, không phải ngày "
        "được công nhận.",
        frozenset((Bucket.EARLY, Bucket.IN_TIME)),
        DONE | OVERDUE,
    ),
    Figure(
        "overdue",
        "Quá hạn",
        "Việc chưa xong mà hạn đã qua trước ngày xem. Việc đã đề nghị công nhận không tính là quá "
        "hạn.",
        OVERDUE,
    ),
    Figure(
        "soon",
        f"Đến hạn trong {NEAR} ngày tới",
        f"Việc chưa xong có hạn từ ngày xem đến hết {NEAR} ngày sau.",
        NEXT,
    ),
    Figure(
        "year",
        "Hoàn thành cả năm",
        "Số việc đã được công nhận hoàn thành, trên tất cả việc có hạn trong kế hoạch của năm, kể "
        "cả việc chưa đến hạn.",
        DONE,
        ALL - UNDATED,
    ),
    Figure(
        "proposed",
        "Chờ công nhận",
        "Việc đơn vị đã đề nghị công nhận hoàn thành mà đầu mối CCHC chưa trả lời.",
        SAID_DONE,
    ),
    Figure(
        "waiting",
        "Chờ sự việc",
        "Việc mà thời hạn chờ một sự việc xảy ra, ví dụ «Khi UBND tỉnh giao»; chưa có ngày nên "
        "không tính vào tỷ lệ nào.",
        frozenset((Bucket.WAITING,)),
    ),
    Figure(
        "unclear",
        "Chưa rõ thời hạn",
        "Việc mà lời văn của thời hạn chưa hiểu được thành ngày; cần người quyết định. Không tính "
        "vào tỷ lệ nào.",
        frozenset((Bucket.UNCLEAR,)),
    ),
    Figure("done", "Đã hoàn thành", "Việc đã được công nhận hoàn thành.", DONE),
    Figure("ahead", "Chưa đến hạn", "Việc chưa xong, hạn từ ngày xem trở đi.", AHEAD),
    Figure(
        "undated",
        "Chưa có hạn",
        "Việc chờ sự việc và việc chưa rõ thời hạn.",
        UNDATED,
    ),
    Figure("all", "Tất cả", "Mọi việc của kế hoạch được theo dõi, mỗi kỳ là một việc.", ALL),
    Figure(
        "mine",
        "Chờ tôi quyết định",
        "Việc chờ chính người đang xem: đề nghị gia hạn chưa trả lời (lãnh đạo, đầu mối), đề nghị "
        "công nhận và thời hạn chưa rõ (đầu mối). Chỉ biết của ngày hôm nay.",
        ALL,
        only=Only.MINE,
    ),
    Figure(
        "given_to_me",
        "Giao cho tôi, chưa xong",
        "Việc chưa xong mà đơn vị đã giao cho chính người đang xem. Chỉ biết của ngày hôm nay.",
        AHEAD | OVERDUE,
        only=Only.GIVEN_TO_ME,
    ),
    Figure(
        "returned",
        "Trả lại, chưa nộp lại",
        "Việc đã đề nghị công nhận, bị trả lại và đơn vị chưa đề nghị lại. Chỉ biết của ngày hôm "
        "nay.",
        AHEAD | OVERDUE,
        only=Only.RETURNED,
    ),
    Figure(
        "asked",
        "Xin gia hạn, chưa trả lời",
        "Việc có đề nghị gia hạn chưa được trả lời. Chỉ biết của ngày hôm nay.",
        ALL,
        only=Only.ASKED,
    ),
    Figure(
        "unproved",
        "Thiếu minh chứng",
        "Việc đã đề nghị hoặc đã được công nhận hoàn thành mà chưa có minh chứng nào gắn với việc "
        "đó hoặc với nhiệm vụ của nó. Chỉ biết của ngày hôm nay.",
        DONE | SAID_DONE,
        only=Only.UNPROVED,
    ),
)
FIGURES: Mapping[str, Figure] = {one.code: one for one in _FIGURES}


@dataclass(slots=True)
class Tally:
    """How many pieces of work stand in each bucket."""

    counts: dict[Bucket, int] = field(default_factory=dict)

    def add(self, bucket: str, count: int) -> None:
        found = Bucket(bucket)
        self.counts[found] = self.counts.get(found, 0) + count

    def of(self, buckets: Buckets) -> int:
        return sum(count for bucket, count in self.counts.items() if bucket in buckets)

    def part(self, code: str) -> int:
        return self.of(FIGURES[code].part)

    def whole(self, code: str) -> int:
        return self.of(FIGURES[code].buckets(of_whole=True))

    def rate(self, code: str) -> Decimal | None:
        return rate(self.part(code), self.whole(code))

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum of several tallies."""
    found = Tally()
    for tally in tallies:
        for bucket, count in tally.counts.items():
            found.add(bucket, count)
    return found


def rate(part: int, whole: int) -> Decimal | None:
    """A share in percent to one place; None of nothing.

    Never 100 while something is missing, never 0 while there is something: «99,9» and «0,1».
    """
    if whole == 0:
        return None
    exact = Decimal(100 * part) / Decimal(whole)
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if 0 < part < whole:
        return min(max(rounded, Decimal("0.1")), Decimal("99.9"))
    return rounded
