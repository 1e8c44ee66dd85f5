"""A full disk: told from every other fault, wherever it was met."""

from __future__ import annotations

import errno
import sqlite3

_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_DISK_FULL = "53100"  # PostgreSQL's code, appendix A of its manual


def is_disk_full(error: BaseException | None) -> bool:
    """Whether an error, or what it came from, says that a disk, or that of a database, is full.

    Files tell it by their number, SQLite by `SQLITE_FULL`, PostgreSQL by its code 53100.
    """
    while error is not None:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            return True
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            return True
        if getattr(error, "sqlstate", None) == _DISK_FULL:
            return True
        error = error.__cause__ or error.__context__
    return False
