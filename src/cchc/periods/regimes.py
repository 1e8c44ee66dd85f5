"""The shipped reporting regimes, read from `tables/regimes.toml`.

In: nothing but the package's own table (or another in the same form). Out: `Regime` values.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cchc.periods.model import (
    AfterCutOff,
    Cut,
    DataWindow,
    DueRule,
    OnDay,
    PeriodKind,
    Regime,
)

_TABLE = Path(__file__).parent / "tables" / "regimes.toml"
DECREE_09 = "nd-09-2019"


@lru_cache(maxsize=1)
def regimes() -> Mapping[str, Regime]:
    """Return the shipped regimes by code."""
    return regimes_from(_TABLE.read_text(encoding="utf-8"))


def regime(code: str) -> Regime:
    """Return one shipped regime. Raises KeyError for a code that is not in the table."""
    return regimes()[code]


def regimes_from(text: str) -> Mapping[str, Regime]:
    """Read regimes from TOML. Raises tomllib.TOMLDecodeError, KeyError or ValueError."""
    table = tomllib.loads(text)
    windows = {code: _windows(cuts) for code, cuts in table.get("cut_offs", {}).items()}
    found = [_regime(entry, windows) for entry in table["regime"]]
    return MappingProxyType({one.code: one for one in found})


def _windows(cuts: dict[str, Any]) -> Mapping[PeriodKind, DataWindow]:
    return MappingProxyType(
        {
            PeriodKind(kind): DataWindow(Cut(*cut["from"]), Cut(*cut["to"]))
            for kind, cut in cuts.items()
            if isinstance(cut, dict)
        }
    )


def _regime(
    entry: dict[str, Any], windows: Mapping[str, Mapping[PeriodKind, DataWindow]]
) -> Regime:
    cut_offs = entry.get("cut_offs")
    return Regime(
        code=entry["code"],
        name=entry["name"],
        source=entry["source"],
        periods=tuple(PeriodKind(kind) for kind in entry["periods"]),
        due=_due(entry["due"]),
        windows=windows[cut_offs] if cut_offs is not None else MappingProxyType({}),
        due_of=MappingProxyType(
            {PeriodKind(kind): _due(rule) for kind, rule in entry.get("due_of", {}).items()}
        ),
        valid_from=entry.get("valid_from"),
        valid_to=entry.get("valid_to"),
    )


def _due(rule: dict[str, Any]) -> DueRule:
    if "working_days" in rule:
        return AfterCutOff(rule["working_days"])
    return OnDay(rule["day"], rule.get("month"), rule.get("inclusive", True))
