"""How much of a file we are willing to open: every bound in one place, each a setting.

A file can never exceed these; the office may lower or raise them by passing its own `Limits`,
the command by the environment (`CCHC_MAX_FILE_BYTES`, …: see `Limits.from_environment`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file. Sizes in bytes, times in seconds."""

    file_bytes: int = 50 * 2**20
    unpacked_bytes: int = 200 * 2**20
    expansion_ratio: int = 200  # unpacked bytes per packed byte, for members over 1 MiB
    archive_members: int = 5_000
    pages: int = 300
    scan_pages: int = 60
    scan_pixels: int = 60_000_000  # one page
    cells: int = 200_000
    characters: int = 5_000_000
    seconds: float = 120.0
    ocr_seconds_per_page: float = 60.0
    memory_bytes: int = 1024 * 2**20

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Limits:
        """Read bounds that the operator set, e.g. ``CCHC_MAX_PAGES=500``; bad ones are ignored."""
        defaults = cls()
        values: dict[str, float] = {}
        for name in cls.__slots__:
            raw = environ.get(f"CCHC_MAX_{name.upper()}")
            if raw is None:
                continue
            try:
                number = float(raw)
            except ValueError:
                continue
            if number > 0:
                values[name] = number if isinstance(getattr(defaults, name), float) else int(number)
        return cls(**values)  # type: ignore[arg-type]
