"""Saying no: a decision of a policy, and what a person is told.

A policy answers `ALLOWED` or `Refused(reason, …)`; a rule that a person broke raises
`RuleViolation`. Each app lists its own reasons as an enum whose values are the Vietnamese
sentences, so that no reason can lack one. `middleware.py` turns them into pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NoReturn, final


class Reason(Enum):
    """Base of each app's reasons: the name is the code, the value the sentence.

    A sentence may hold `{names}` that the data fill.
    """

    @property
    def code(self) -> str:
        return self.name.lower()


@final
class Allowed:
    """Yes."""

    def __bool__(self) -> bool:
        return True


ALLOWED = Allowed()


@dataclass(frozen=True, slots=True)
class Refused:
    """No, and why: the sentence also explains a disabled button."""

    reason: Reason
    data: dict[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return False

    @property
    def sentence(self) -> str:
        return str(self.reason.value).format(**self.data)


Decision = Allowed | Refused


class RuleViolation(Exception):
    """A person broke a rule: nothing was written, and the sentence says what to do."""

    status = 422

    def __init__(self, reason: Reason, **data: Any) -> None:
        super().__init__(reason.code)
        self.reason, self.data = reason, data

    @property
    def sentence(self) -> str:
        return str(self.reason.value).format(**self.data)


class Forbidden(RuleViolation):
    """The row may be seen, but not this done to it by this person now."""

    status = 403


class ChangedMeanwhile(RuleViolation):
    """Somebody else changed the row since it was shown; nothing was overwritten."""

    status = 409


def permit(decision: Decision) -> None:
    """Go on where allowed; raise `Forbidden` with the reason where not."""
    if isinstance(decision, Refused):
        raise Forbidden(decision.reason, **decision.data)


def refuse(reason: Reason, **data: Any) -> NoReturn:
    """Stop because a rule is broken."""
    raise RuleViolation(reason, **data)
