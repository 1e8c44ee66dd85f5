"""Two versions of a plan side by side: what was added, removed and changed, word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cchc.plan.model import Task as TaskValue
from cchc.plan.sentences import FIELD_NAMES
from cchc.web.plans.models import AREA_NAMES, Target, Task
from cchc.web.plans.rows import target_value, task_value

_FIELDS = (
    *("area", "group", "label", "task", "objective", "activity", "outputs"),
    *("lead", "support", "deadline", "budget"),
)
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether they stand only on this side."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that says something else: both sides in pieces."""

    name: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A task or target of one or both versions, and in what it differs."""

    before: Task | Target | None
    after: Task | Target | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    added: tuple[Pair, ...]
    removed: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    same: int


def compare_tasks(before: Sequence[Task], after: Sequence[Task]) -> Comparison:
    """Pair tasks by their key and say what differs; places and sources do not count."""
    return _compare(before, after, _task_texts)


def compare_targets(before: Sequence[Target], after: Sequence[Target]) -> Comparison:
    return _compare(before, after, _target_texts)


def _compare(before: Sequence, after: Sequence, texts_of) -> Comparison:  # type: ignore[type-arg, no-untyped-def]
    old = {row.key: row for row in before}
    new = {row.key: row for row in after}
    added = tuple(Pair(None, row) for key, row in new.items() if key not in old)
    removed = tuple(Pair(row, None) for key, row in old.items() if key not in new)
    both = [
        Pair(old[key], row, _differences(texts_of(old[key]), texts_of(row)))
        for key, row in new.items()
        if key in old
    ]
    changed = tuple(pair for pair in both if pair.differences)
    return Comparison(added, removed, changed, len(both) - len(changed))


def _task_texts(task: Task) -> dict[str, str]:
    value = task_value(task)
    return {FIELD_NAMES[name]: _said(value, name) for name in _FIELDS}


def _said(value: TaskValue, name: str) -> str:
    if name == "area":
        return AREA_NAMES[value.area]
    said = getattr(value, name)
    return "; ".join(said) if isinstance(said, tuple) else said or ""


def _target_texts(target: Target) -> dict[str, str]:
    value = target_value(target)
    to = f"-{value.value_to}" if value.value_to is not None else ""
    figure = f"{target.get_comparator_display()} {value.value}{to} {value.unit or ''}"
    return {
        "Chỉ tiêu": value.text,
        "Giá trị": figure.strip().replace(".", ","),
        "Lĩnh vực": target.get_area_display(),
    }


def _differences(before: dict[str, str], after: dict[str, str]) -> tuple[Difference, ...]:
    return tuple(
        Difference(name, *marked(before[name], after[name]))
        for name in before
        if before[name] != after[name]
    )


def marked(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two texts cut into words, those that stand only on one side marked there."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if a < b:
            left.append(Piece("".join(old[a:b]), tag != "equal"))
        if c < d:
            right.append(Piece("".join(new[c:d]), tag != "equal"))
    return tuple(left), tuple(right)
