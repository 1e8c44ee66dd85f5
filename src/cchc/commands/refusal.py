"""How a command says no: one Vietnamese sentence on standard error and an exit code."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.plan.workbook_values import WorkbookProblem


class Exit(IntEnum):
    """What the shell is told."""

    DONE = 0
    FAULT = 1  # our own mistake
    UNREADABLE = 2  # a file that cannot be read, or a command that is not understood
    NO_PLAN = 3  # a readable file that is no plan
    STOPPED = 130  # Ctrl-C


class Refusal(Exception):
    """The command cannot be done; `sentence` says why and what to do.

    `problems` are the cells of a workbook that must be put right, where that is the reason.
    """

    def __init__(
        self,
        sentence: str,
        code: Exit = Exit.UNREADABLE,
        problems: tuple[WorkbookProblem, ...] = (),
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code
        self.problems = problems
