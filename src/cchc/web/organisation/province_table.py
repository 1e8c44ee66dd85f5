"""Which provinces became which on 1 July 2025: the shipped table, read once.

In: `tables/provinces_2025.csv`, one row for each of the 63 former provinces. Out: the 34 provinces
since then with those that became them. Source: Resolution 202/2025/QH15 of 12 June 2025.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from cchc.text.folding import fold

_TABLE = Path(__file__).parent / "tables" / "provinces_2025.csv"
RESOLUTION = "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội"
_TYPES = {"tỉnh": "Tỉnh", "thành phố trực thuộc trung ương": "Thành phố"}
_BEFORE_THE_NAME = ("tinh ", "thanh pho ", "tp. ", "tp ", "ubnd ", "uy ban nhan dan ")


@dataclass(frozen=True, slots=True)
class Province:
    """A province as it was or is: its statistical code, bare name and type."""

    code: str
    bare_name: str
    type: str

    @property
    def name(self) -> str:
        """The full name: «Tỉnh Phú Thọ», «Thành phố Huế»."""
        return f"{_TYPES[self.type]} {self.bare_name}"


@dataclass(frozen=True, slots=True)
class Change:
    """One province of today and those that became it."""

    new: Province
    old: tuple[Province, ...]
    on: date

    @property
    def is_merger(self) -> bool:
        return len(self.old) > 1


@lru_cache(maxsize=1)
def changes() -> tuple[Change, ...]:
    """The 34 provinces of today in the order of their codes."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    by_new: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_new.setdefault(row["new_code"], []).append(row)
    return tuple(
        Change(
            new=Province(code, group[0]["new_province"], group[0]["new_type"]),
            old=tuple(Province(r["old_code"], r["old_province"], r["old_type"]) for r in group),
            on=date.fromisoformat(group[0]["effective"]),
        )
        for code, group in sorted(by_new.items())
    )


def bare(name: str) -> str:
    """A province's name for comparing: no marks, no «Tỉnh», «Thành phố», «UBND» before it."""
    folded = fold(name).replace(" - ", "-")
    while True:
        start = next((word for word in _BEFORE_THE_NAME if folded.startswith(word)), "")
        if not start:
            return folded
        folded = folded[len(start) :]
