"""One piece of work as lists show it: its words, unit, days and state; no query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from cchc.web.dashboards.figures import Bucket
from cchc.web.work.models import Occurrence


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A row of a list: an occurrence as it stood on a day."""

    row: Occurrence
    number: int
    what: str
    unit: str
    due: date | None
    done: date | None
    look: str
    state: str
    moved: str
    url: str

    @property
    def name(self) -> str:
        """The task with the time or product that this is about."""
        return f"{self.row.task.text} ({self.what})" if self.what else self.row.task.text


def work_lines(rows: Iterable[Any], day: date, start: int = 0) -> list[WorkLine]:
    """Rows of `rows.page_of`; they carry `bucket`, `told_due` and `told_done`."""
    return [_line(row, day, number) for number, row in enumerate(rows, start=start + 1)]


def _line(row: Any, day: date, number: int) -> WorkLine:
    look, state = state_of(Bucket(row.bucket), row.told_due, row.told_done, day)
    is_done = row.bucket in (Bucket.EARLY, Bucket.IN_TIME, Bucket.LATE)
    is_said = row.bucket in (Bucket.PROPOSED, Bucket.PROPOSED_AHEAD)
    return WorkLine(
        row=row,
        number=number,
        what="; ".join(part for part in (row.name, row.product) if part),
        unit=row.unit.name if row.unit else "(chưa khớp đơn vị chủ trì)",
        due=row.told_due,
        done=row.told_done if is_done or is_said else None,
        look=look,
        state=state,
        moved=_moved(row),
        url=reverse("work:occurrence", args=(row.pk,)),
    )


def _moved(row: Any) -> str:
    """The plan's own day where another one counts."""
    planned = row.planned_due_on
    if planned is None or row.told_due is None or planned == row.told_due:
        return ""
    return f"theo kế hoạch: {planned:%d/%m/%Y}"


def state_of(bucket: Bucket, due: date | None, done: date | None, day: date) -> tuple[str, str]:
    """A state's look and word: «Quá hạn 5 ngày», «Còn 12 ngày»."""
    match bucket:
        case Bucket.EARLY | Bucket.IN_TIME:
            return "done", "Hoàn thành đúng hạn"
        case Bucket.LATE:
            assert due is not None
            assert done is not None
            return "done", f"Hoàn thành, muộn {(done - due).days} ngày"
        case Bucket.PROPOSED | Bucket.PROPOSED_AHEAD:
            return "going", "Chờ công nhận"
        case Bucket.WAITING:
            return "wait", "Chờ sự việc"
        case Bucket.UNCLEAR:
            return "wait", "Chưa rõ thời hạn"
        case Bucket.OVERDUE:
            assert due is not None
            return "late", f"Quá hạn {(day - due).days} ngày"
        case Bucket.TODAY:
            return "soon", "Ngày cuối"
        case Bucket.SOON | Bucket.LATER:
            assert due is not None
            left = f"Còn {(due - day).days} ngày"
            return ("soon" if bucket is Bucket.SOON else "idle"), left
