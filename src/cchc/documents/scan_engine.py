"""The recognition engine: the tesseract command with Vietnamese, found at run time.

Loads no picture library, so that asking for the engine costs nothing where no scan is read.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass

_LANGUAGE = "vie"
_ASKING = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Ocr:
    """The path of the tesseract command, and its language."""

    command: str
    language: str = _LANGUAGE

    @property
    def words(self) -> tuple[str, ...]:
        """The command that recognises a picture given on its standard input."""
        return self.command, "stdin", "stdout", "-l", self.language


def find_tesseract() -> Ocr | None:
    """Look for tesseract with Vietnamese on this machine; None where it is not installed."""
    command = shutil.which("tesseract")
    if command is None:
        return None
    try:
        listed = subprocess.run(
            [command, "--list-langs"], capture_output=True, text=True, timeout=_ASKING, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Ocr(command) if _LANGUAGE in (listed.stdout + listed.stderr).split() else None
