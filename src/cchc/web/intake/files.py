"""Uploaded files on the disk: kept bit for bit under their SHA-256, never written over.

A file is whole on the disk before any row speaks of it; what a crash leaves behind is at most a
file that no row knows. Names come from people and are only shown, never used as a path.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from django.conf import settings
from django.http import FileResponse

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits

_LONGEST_NAME = 150
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')


class DamagedFile(Exception):
    """The disk holds other bytes than the name of the file says."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that is on the disk and not yet in any row."""

    sha256: str
    name: str
    size: int
    format: str


class Named(Protocol):
    """A row about bytes that are kept: by which hash, and what people call the file."""

    sha256: str
    name: str


def check_size(size: int, limits: Limits) -> None:
    """Raise UnreadableFile for an empty file and for one that is too large."""
    if size == 0:
        raise UnreadableFile(Unreadable.EMPTY)
    if size > limits.file_bytes:
        raise UnreadableFile(
            Unreadable.TOO_LARGE,
            size_mb=-(-size // 2**20),
            limit_mb=limits.file_bytes // 2**20,
        )


def path_of(sha256: str) -> Path:
    """Where the bytes with this hash lie: FILES/ab/cd/<hash>."""
    folder: Path = settings.FILES
    return folder / sha256[:2] / sha256[2:4] / sha256


def keep(chunks: Iterable[bytes], sha256: str) -> Path:
    """Store bytes whose hash is known: beside their place first, flushed, then in their place.

    The same bytes again leave what is there. Raises DamagedFile where the bytes are others.
    """
    path = path_of(sha256)
    if path.exists():
        if hash_of(pieces(path)) != sha256:
            raise DamagedFile(path.name)
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".coming-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            digest = hashlib.sha256()
            for chunk in chunks:
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != sha256:
            raise DamagedFile(path.name)
        temporary.chmod(0o440)
        # A link fails where the name is taken: two who bring the same file write it once.
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(temporary)
    finally:
        temporary.unlink(missing_ok=True)
    _flush_folder(path.parent)
    return path


def hash_of(chunks: Iterable[bytes]) -> str:
    """The SHA-256 of bytes, as it names them."""
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def safe_name(name: str) -> str:
    """A file's name as it may be shown and downloaded: no folders, no control characters.

    «../../Kế hoạch\\u202e.docx» → «Kế hoạch.docx»; a name with nothing left is «tep».
    """
    last = PurePath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    kept = "".join(
        letter
        for letter in last
        if unicodedata.category(letter)[0] != "C" and letter not in _NOT_IN_NAMES
    )
    stem, dot, ending = kept.strip(" .").rpartition(".")
    if not dot or len(ending) > 10:
        return kept.strip(" .")[:_LONGEST_NAME] or "tep"
    return f"{stem[: _LONGEST_NAME - len(ending) - 1] or 'tep'}.{ending}"


def download(source: Named) -> FileResponse:
    """Give a file back as it was uploaded: to be saved, never to be shown by the browser."""
    response = FileResponse(
        path_of(source.sha256).open("rb"),
        as_attachment=True,
        filename=source.name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def pieces(path: Path) -> Iterable[bytes]:
    """The bytes of a file, a megabyte at a time."""
    with path.open("rb") as file:
        while piece := file.read(2**20):
            yield piece


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
