"""How a command says no: one Vietnamese sentence on standard error and an exit code."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the shell is told."""

    DONE = 0
    FAULT = 1  # our own mistake
    UNREADABLE = 2  # a file that cannot be read, or a command that is not understood
    NO_PLAN = 3  # a readable file that is no plan
    STOPPED = 130  # Ctrl-C


class Refusal(Exception):
    """The command cannot be done; `sentence` says why and what to do."""

    def __init__(self, sentence: str, code: Exit = Exit.UNREADABLE) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code
