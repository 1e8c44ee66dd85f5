"""The hash chain: each link covers an act, what it changed and the link before. Pure functions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

FIRST = "0" * 64


def link(
    previous: str,
    *,
    number: int,
    at: datetime,
    by: int | None,
    by_name: str,
    verb: str,
    place: str,
    reason: str,
    data: Any,
    changes: Sequence[Sequence[Any]],
) -> str:
    """Return the hash of one act: SHA-256 over one canonical JSON text.

    `at` counts to the microsecond in UTC, which both databases keep. `changes` are lists of
    (kind, subject, id, name, before, after) in their order.
    """
    told = [
        previous,
        number,
        at.astimezone(UTC).isoformat(timespec="microseconds"),
        by,
        by_name,
        verb,
        place,
        reason,
        data,
        [list(change) for change in changes],
    ]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
