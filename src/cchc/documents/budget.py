"""What one reading may still use: time, cells and letters, counted down as it goes."""

from __future__ import annotations

import time

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits


class Budget:
    """The allowance of one file; each `spend` raises `UnreadableFile` when it is used up."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._ends_at = time.monotonic() + limits.seconds
        self._cells = 0
        self._characters = 0

    def check_time(self) -> None:
        """Raise TOO_SLOW once the time is over; cheap enough for every paragraph and row."""
        if time.monotonic() > self._ends_at:
            raise UnreadableFile(Unreadable.TOO_SLOW, seconds=round(self._limits.seconds))

    def spend_cells(self, count: int) -> None:
        """Count places of grids; raises TOO_MANY_CELLS."""
        self._cells += count
        if self._cells > self._limits.cells:
            raise UnreadableFile(Unreadable.TOO_MANY_CELLS, limit=self._limits.cells)

    def spend_characters(self, count: int) -> None:
        """Count letters read; raises TOO_MUCH_TEXT."""
        self._characters += count
        if self._characters > self._limits.characters:
            raise UnreadableFile(Unreadable.TOO_MUCH_TEXT, limit=self._limits.characters)
