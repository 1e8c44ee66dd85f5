"""Workbooks that were checked and wait for «Nhập»: kept on the disk under their SHA-256.

Nothing is carried out from a second upload: the page that was shown names the bytes it was made
from. Files are dropped once they are entered, and after a day.
"""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path

from django.conf import settings

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SECONDS_KEPT = 86_400


def keep(data: bytes) -> str:
    """Keep the bytes and return their SHA-256; what is older than a day goes."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if time.time() - old.stat().st_mtime > _SECONDS_KEPT:
            old.unlink(missing_ok=True)
    sha256 = hashlib.sha256(data).hexdigest()
    # Written beside and then renamed, so that nobody ever finds half a file.
    unfinished = folder / f".{sha256}.{time.time_ns()}"
    unfinished.write_bytes(data)
    unfinished.rename(folder / sha256)
    return sha256


def kept(sha256: str) -> bytes | None:
    """The bytes, proven to be those; None where they are gone."""
    if not _SHA256.fullmatch(sha256):
        return None
    try:
        data = (_folder() / sha256).read_bytes()
    except FileNotFoundError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def drop(sha256: str) -> None:
    """Forget bytes that were entered."""
    if _SHA256.fullmatch(sha256):
        (_folder() / sha256).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.FILES) / "imports"
