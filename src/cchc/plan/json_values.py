"""Reading a JSON value with its path: every wrong shape says where it stands and what is wrong.

In: what `json.loads` gave. Out: values of the asked type, or `MalformedPlan`. Knows nothing of
plans; `schedule_json` and `interchange` say which keys there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)


class Malformed(StrEnum):
    """What is wrong with a JSON value; each has a sentence in `plan.sentences`."""

    MISSING = "missing"  # a key that must be there is not
    WRONG_TYPE = "wrong_type"  # a number where a text is expected, …
    UNKNOWN_CHOICE = "unknown_choice"  # not one of the closed set of words
    BAD_DATE = "bad_date"  # not an ISO date that exists
    BAD_VERSION = "bad_version"  # another version of the interchange format


class MalformedPlan(ValueError):
    """The JSON is no plan of the interchange format: `code` says why, `path` where."""

    def __init__(self, code: Malformed, path: str, value: object = None) -> None:
        super().__init__(f"{path}: {code} ({value!r})")
        self.code = code
        self.path = path
        self.value = value


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value and the path to it, e.g. ``$.tasks[3].deadline``."""

    value: Any
    path: str = "$"

    def get(self, key: str) -> Node:
        """Return the child `key`; a key that is not there reads as null."""
        return Node(self._object().get(key), f"{self.path}.{key}")

    def must(self, key: str) -> Node:
        """Return the child `key`. Raises MalformedPlan where it is missing or null."""
        child = self.get(key)
        if child.value is None:
            raise MalformedPlan(Malformed.MISSING, child.path)
        return child

    def items(self) -> Iterator[Node]:
        """Iterate over a list; null is an empty list. Raises MalformedPlan for anything else."""
        if self.value is None:
            return
        if not isinstance(self.value, list):
            raise MalformedPlan(Malformed.WRONG_TYPE, self.path, self.value)
        for place, value in enumerate(self.value):
            yield Node(value, f"{self.path}[{place}]")

    def pairs(self) -> Iterator[tuple[str, Node]]:
        """Iterate over an object's keys and values; null is an empty object."""
        if self.value is None:
            return
        for key, value in self._object().items():
            yield str(key), Node(value, f"{self.path}.{key}")

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise MalformedPlan(Malformed.WRONG_TYPE, self.path, self.value)
        return self.value

    def text_or_none(self) -> str | None:
        return None if self.value is None else self.text()

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def number(self) -> int | float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise MalformedPlan(Malformed.WRONG_TYPE, self.path, self.value)
        return self.value

    def number_or_none(self) -> int | float | None:
        return None if self.value is None else self.number()

    def whole(self) -> int:
        number = self.number()
        if not isinstance(number, int):
            raise MalformedPlan(Malformed.WRONG_TYPE, self.path, self.value)
        return number

    def whole_or_none(self) -> int | None:
        return None if self.value is None else self.whole()

    def truth(self) -> bool:
        if not isinstance(self.value, bool):
            raise MalformedPlan(Malformed.WRONG_TYPE, self.path, self.value)
        return self.value

    def day(self) -> date:
        text = self.text()
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise MalformedPlan(Malformed.BAD_DATE, self.path, self.value) from error

    def day_or_none(self) -> date | None:
        return None if self.value is None else self.day()

    def choice(self, choices: type[Choice]) -> Choice:
        text = self.text()
        try:
            return choices(text)
        except ValueError as error:
            raise MalformedPlan(Malformed.UNKNOWN_CHOICE, self.path, self.value) from error

    def _object(self) -> Mapping[str, Any]:
        if not isinstance(self.value, dict):
            raise MalformedPlan(Malformed.WRONG_TYPE, self.path, self.value)
        return self.value
