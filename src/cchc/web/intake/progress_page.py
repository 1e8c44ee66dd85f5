"""How far the machine is, in words and as a share, for the page that waits for it."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.documents.progress import Step
from cchc.web.intake.job_state import STEPS
from cchc.web.intake.models import Reading


@dataclass(frozen=True, slots=True)
class ProgressShown:
    """What a person sees of a job. `total` is 0 where nothing is counted."""

    words: str
    done: int
    total: int
    look: str  # of the state's mark

    @property
    def is_counted(self) -> bool:
        return self.total > 0

    @property
    def counted(self) -> str:
        """What is counted: files are opened, pages are read."""
        return " tệp" if self.words == STEPS[Step.OPENING] else " trang"


_LOOKS = {
    Reading.State.WAITING: "wait",
    Reading.State.READING: "going",
    Reading.State.READY: "soon",
    Reading.State.FAILED: "late",
    Reading.State.CANCELLED: "idle",
    Reading.State.CONFIRMED: "done",
}


def look_of(state: str) -> str:
    """The look of a state: its colour and shape."""
    return _LOOKS[Reading.State(state)]


def progress_of(reading: Reading) -> ProgressShown:
    """The step that the machine is at."""
    words = Reading.State(reading.state).label
    if reading.is_cancel_asked and reading.state == Reading.State.READING:
        words = "Đang hủy"
    elif reading.state == Reading.State.READING and reading.step:
        words = reading.step
    return ProgressShown(words, reading.done, reading.total, look_of(reading.state))
