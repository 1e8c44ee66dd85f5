"""Proving the chain whole, or naming its first broken link; and the seal of a day.

The record is read in blocks of numbers, so that memory stays bounded however long it is. What is
proved: nobody altered, took away, put in or reordered an act or a change without making the whole
rest of the chain anew. That someone did make it anew shows against a seal kept on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Subquery
from django.db.models.functions import Coalesce

from cchc.web.audit.chain import FIRST, link
from cchc.web.audit.models import ChainHead, Change, Entry
from cchc.web.audit.queries import start_of

_BLOCK = 200


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """Where the chain breaks first, and how."""

    number: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Seal:
    """The state of the record at the end of a day: enough to prove all of it later."""

    day: date
    number: int
    hash: str
    at: datetime | None
    count: int

    @property
    def groups(self) -> tuple[str, ...]:
        """The hash in groups of four, to be read and compared by eye."""
        return tuple(self.hash[i : i + 4] for i in range(0, len(self.hash), 4))


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check found: how many links are whole, and the first that is not."""

    links: int
    hash: str
    broken: BrokenLink | None = None


class _Broken(Exception):
    def __init__(self, number: int, sentence: str) -> None:
        super().__init__(sentence)
        self.link = BrokenLink(number, sentence)


def prove(
    *, seal: tuple[int, str] | None = None, on_progress: Callable[[int], None] | None = None
) -> Proof:
    """Check every link. `seal` is a number and hash kept on paper, which must be among them.

    Acts that are written meanwhile do not disturb: only what stood when it began is read.
    """
    head = ChainHead.objects.first() or ChainHead(number=0, hash=FIRST)
    previous, number = FIRST, 0
    try:
        for number, previous in _links(head.number):
            if seal is not None and seal[0] == number and seal[1] != previous:
                raise _Broken(number, "mã băm khác với bản niêm phong; nhật ký đã bị làm lại")
            if on_progress is not None and number % 10_000 == 0:
                on_progress(number)
        _check_ends(head, previous, seal)
    except _Broken as broken:
        return Proof(broken.link.number - 1, previous, broken.link)
    return Proof(number, previous)


def seal_of(day: date) -> Seal:
    """The seal of a day: the last act done by its end."""
    end = start_of(day + timedelta(days=1))
    last = Entry.objects.filter(at__lt=end).order_by("-number").first()
    count = Entry.objects.filter(at__lt=end, at__gte=start_of(day)).count()
    if last is None:
        return Seal(day, 0, FIRST, None, 0)
    return Seal(day, last.number, last.hash, last.at, count)


def _links(last: int) -> Iterator[tuple[int, str]]:
    """Give number and hash of every whole link up to `last`; raise at the first that is not."""
    previous, expected = FIRST, 1
    for low in range(1, last + 1, _BLOCK):
        for entry, changes in _block(low, min(low + _BLOCK - 1, last)):
            if entry.number != expected:
                raise _Broken(expected, "việc này không còn trong nhật ký")
            if entry.previous_hash != previous:
                raise _Broken(expected, "không nối với việc trước nó")
            if not _is_whole(entry, changes, previous):
                raise _Broken(expected, "nội dung đã bị sửa sau khi ghi")
            previous = entry.hash
            yield expected, previous
            expected += 1
    if expected <= last:
        raise _Broken(expected, "việc này không còn trong nhật ký")


def _check_ends(head: ChainHead, previous: str, seal: tuple[int, str] | None) -> None:
    if head.hash != previous:
        raise _Broken(head.number, "mắt xích cuối không khớp với việc cuối cùng")
    # One statement each, so that acts written just now are seen with their head or not at all.
    heads = ChainHead.objects.filter(pk=1).values("number")
    beyond = Entry.objects.exclude(number__gte=1, number__lte=Coalesce(Subquery(heads[:1]), 0))
    stray = beyond.order_by("number").values_list("number", flat=True).first()
    if stray is not None:
        raise _Broken(stray, "việc này được chèn ngoài chuỗi")
    if Change.objects.exclude(entry_id__in=Entry.objects.values("pk")).exists():
        raise _Broken(head.number, "có thay đổi không thuộc việc nào")
    if seal is not None and seal[0] > head.number:
        raise _Broken(head.number + 1, "bản niêm phong ghi đến việc số này nhưng nhật ký đã hết")


def _block(low: int, high: int) -> Iterator[tuple[Entry, list[Change]]]:
    """The entries of a block with their changes in order.

    Where a value no longer reads at all, the block is read act by act, to name the one.
    """
    try:
        rows = _read(low, high)
    except (ValueError, TypeError) as error:
        if low == high:
            raise _Broken(low, "nội dung đã bị sửa đến mức không đọc được") from error
        for number in range(low, high + 1):
            yield from _block(number, number)
    else:
        yield from rows


def _read(low: int, high: int) -> list[tuple[Entry, list[Change]]]:
    entries = Entry.objects.filter(number__gte=low, number__lte=high).order_by("number")
    rows = {entry.pk: (entry, list[Change]()) for entry in entries}
    for change in Change.objects.filter(entry__in=list(rows)).order_by("pk"):
        rows[change.entry_id][1].append(change)
    return list(rows.values())


def _is_whole(entry: Entry, changes: list[Change], previous: str) -> bool:
    try:
        return _hash_of(entry, changes, previous) == entry.hash
    except (TypeError, ValueError, AttributeError):
        return False  # a value that is no longer of its kind, which nobody but a tamperer writes


def _hash_of(entry: Entry, changes: list[Change], previous: str) -> str:
    return link(
        previous,
        number=entry.number,
        at=entry.at,
        by=entry.by_id,
        by_name=entry.by_name,
        verb=entry.verb,
        place=entry.place,
        reason=entry.reason,
        data=entry.data,
        changes=[
            (c.kind, c.subject, c.subject_id, c.subject_name, c.before, c.after) for c in changes
        ],
    )
