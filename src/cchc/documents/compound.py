"""The directory of an OLE compound file: which streams a DOC or XLS holds at its root.

Just enough to tell what the file is; chains of sectors are bounded, so that a damaged or hostile
file ends early.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_FREE = 0xFFFFFFFA  # and above: end of chain, free, table of sectors
_MOST_SECTORS = 4096
_MOST_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream of the root: its name and where its first sector lies."""

    name: str
    offset: int


def root_streams(data: bytes) -> dict[str, Stream]:
    """Return the streams and folders at the root by name; empty where the file is damaged."""
    if not data.startswith(MAGIC) or len(data) < 512:
        return {}
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        return {}
    entries = _directory(data, 1 << shift)
    if not entries:
        return {}
    found: dict[str, Stream] = {}
    waiting = [struct.unpack_from("<I", entries[0], 76)[0]]
    seen: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index in seen or index >= len(entries):
            continue
        seen.add(index)
        entry = entries[index]
        left, right = struct.unpack_from("<II", entry, 68)
        waiting.extend((left, right))
        length = min(struct.unpack_from("<H", entry, 64)[0], 64)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        sector = struct.unpack_from("<I", entry, 116)[0]
        found[name] = Stream(name, (sector + 1) << shift)
    return found


def _directory(data: bytes, size: int) -> list[bytes]:
    """Return the entries of the directory, following its chain of sectors."""
    table = [sector for sector in struct.unpack_from("<109I", data, 76) if sector < _FREE]
    sector = struct.unpack_from("<I", data, 48)[0]
    entries: list[bytes] = []
    for _ in range(_MOST_SECTORS):
        start = (sector + 1) * size
        block = data[start : start + size]
        if sector >= _FREE or len(block) < size or len(entries) > _MOST_ENTRIES:
            break
        entries.extend(block[place : place + _ENTRY] for place in range(0, size, _ENTRY))
        row, column = divmod(sector, size // 4)
        if row >= len(table):
            break
        place = (table[row] + 1) * size + 4 * column
        if place + 4 > len(data):
            break
        sector = struct.unpack_from("<I", data, place)[0]
    return entries


def is_encrypted_word(data: bytes, stream: Stream) -> bool:
    """Read the flag of a Word document's head that says its text is encrypted."""
    flags = data[stream.offset + 10 : stream.offset + 12]
    return len(flags) == 2 and bool(struct.unpack("<H", flags)[0] & 0x0100)
