"""Pictures of pages for the desk: drawn when first asked for, then kept by hash, page and width.

Drawing happens in a process of its own, since the file is a stranger's. The pictures may be thrown
away at any time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings

from cchc.web.intake.files import path_of

WIDTHS = (800, 1400)
_SECONDS = 30


class NoPicture(Exception):
    """The page cannot be drawn."""


def picture_of(sha256: str, page: int, width: int) -> Path:
    """The PNG of a page. Raises NoPicture; ~150 ms where it is not kept yet."""
    kept: Path = settings.DATA / "cache" / "pages" / sha256[:2] / sha256 / f"{page}-{width}.png"
    if kept.exists():
        return kept
    kept.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=kept.parent, prefix=".drawing-")
    os.close(handle)
    drawn = Path(name)
    try:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "cchc.documents.page_pictures"),
                *(str(path_of(sha256)), str(page), str(width), name),
            ],
            timeout=_SECONDS,
            capture_output=True,
            check=False,
        )
        if done.returncode != 0 or not drawn.stat().st_size:
            raise NoPicture(f"{sha256[:12]} {page}")
        drawn.replace(kept)
    except subprocess.TimeoutExpired as error:
        raise NoPicture(f"{sha256[:12]} {page}") from error
    finally:
        drawn.unlink(missing_ok=True)
    return kept
