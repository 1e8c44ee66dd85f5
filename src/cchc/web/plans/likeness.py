"""How alike two tasks are by their words: for proposals that a person decides on. Pure functions.

Used to find a task again in a new reading of an amended plan, and to suggest which task of the
parent plan a task carries out.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from rapidfuzz import fuzz, process

Key = TypeVar("Key", bound=Hashable)

_SAME = 88  # of 100: the same task after an edit of some words
_ALIKE = 62  # of 100: worth suggesting
_MOST_SUGGESTED = 3


def same_tasks(before: Mapping[Key, str], after: Sequence[str]) -> tuple[Key | None, ...]:
    """For each new text the key of the old task that it continues, or None for a new task.

    Texts are folded. Equal texts are paired first, in their order, then the most alike; each old
    task continues in at most one new one.
    """
    found: list[Key | None] = [None] * len(after)
    free = dict(before)
    for place, text in enumerate(after):
        equal = next((key for key, old in free.items() if old == text), None)
        if equal is not None:
            found[place] = equal
            del free[equal]
    scored = sorted(
        (
            (-score, place, key)
            for place, text in enumerate(after)
            if found[place] is None
            for _, score, key in process.extract(
                text, free, scorer=fuzz.ratio, score_cutoff=_SAME, limit=_MOST_SUGGESTED
            )
        ),
        key=lambda one: one[:2],
    )
    for _, place, key in scored:
        if found[place] is None and key in free:
            found[place] = key
            del free[key]
    return tuple(found)


def suggested(text: str, offered: Mapping[Key, str]) -> tuple[Key, ...]:
    """Keys of the texts most like `text`, the best first; few, and none that is far off."""
    ranked = process.extract(
        text, offered, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, limit=_MOST_SUGGESTED
    )
    return tuple(key for _, _, key in ranked)
