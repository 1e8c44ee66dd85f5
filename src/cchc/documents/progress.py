"""How far the reading of a file is: what readers tell whoever waits for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What is being done; the words for it are made at the edge."""

    OPENING = "opening"
    PAGES = "pages"  # the text of pages is read
    RECOGNISING = "recognising"  # pictures of pages are recognised
    UNDERSTANDING = "understanding"


@dataclass(frozen=True, slots=True)
class Progress:
    """A step and how many pages of it are done; `total` is 0 where nothing is counted."""

    step: Step
    done: int = 0
    total: int = 0


Tell = Callable[[Progress], None]


def tell_nobody(_report: Progress) -> None:
    """For who does not wait for reports."""
