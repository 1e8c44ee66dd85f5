"""How far the machine is: written many times while it reads, and no act of a person.

The only module of this room that writes rows outside of an act. What people are answerable for
(starting, cancelling, every value on the desk) goes through `audit.acting`.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from cchc.documents.progress import Progress, Step
from cchc.web.intake.models import Reading, ReadingFile
from cchc.web.ui.clock import is_long_ago, now

LOST_AFTER = timedelta(seconds=30)
STEPS = {
    Step.OPENING: "Mở tệp",
    Step.PAGES: "Đọc chữ trên trang",
    Step.RECOGNISING: "Nhận dạng chữ trong ảnh",
    Step.UNDERSTANDING: "Hiểu nội dung kế hoạch",
}


def beat(reading: Reading, report: Progress | None) -> bool:
    """Say that the job is alive, and how far; False where it is to stop.

    It stops where a person cancelled, or where another job has taken the reading over.
    """
    fields: dict[str, str | int | datetime] = {"beat_at": now()}
    if report is not None:
        fields |= {"step": STEPS[report.step], "done": report.done, "total": report.total}
    rows = Reading.objects.filter(
        pk=reading.pk,
        state=Reading.State.READING,
        attempts=reading.attempts,
        is_cancel_asked=False,
    )
    return bool(rows.update(**fields))


def keep_what_was_seen(
    file: ReadingFile, *, kind: str, pages: int | None, blocks: list[object], sizes: list[object]
) -> None:
    """Keep what stands in a file for the source side of the desk."""
    ReadingFile.objects.filter(pk=file.pk).update(
        kind=kind, pages=pages, blocks=blocks, page_sizes=sizes
    )


def is_lost(reading: Reading) -> bool:
    """Whether the process that read is gone: it has not said for a while that it is alive.

    A reading that waits is not lost: it begins as soon as a worker is there.
    """
    return reading.state == Reading.State.READING and (
        reading.beat_at is None or is_long_ago(reading.beat_at, now=now(), after=LOST_AFTER)
    )
