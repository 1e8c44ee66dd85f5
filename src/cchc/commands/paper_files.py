"""One file on the disk → what that paper says of itself, its text, and the size of its pages.

Like `plan_files.py`, for papers of any kind. Call it in a confined process: the file is a
stranger's. It never raises for a bad file: what could not be read says why.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc.commands.plan_files import Given, bytes_of, open_bytes
from cchc.documents.errors import UnreadableFile, sentence
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Table
from cchc.documents.progress import tell_nobody
from cchc.reading.paper import Paper, read_paper


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A paper as it was read. `sentence` says why where it was not; pages may be known even so."""

    paper: Paper = field(default_factory=Paper)
    text: str = ""
    page_sizes: tuple[tuple[float, float], ...] = ()
    sentence: str = ""


def read_paper_file(given: Given, limits: Limits, *, has_pages: bool) -> PaperRead:
    """Read one file; `has_pages`: its pages can be pictured."""
    sizes = _page_sizes(given, limits) if has_pages else ()
    try:
        document = open_bytes(bytes_of(given, limits), given.name, 1, limits, tell_nobody)
    except UnreadableFile as error:
        return PaperRead(page_sizes=sizes, sentence=sentence(error))
    return PaperRead(read_paper(document), "\n".join(_texts(document)), sizes)


def _texts(document: Document) -> Iterator[str]:
    """All that a document says, in its order, each merged cell once."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield " ".join(cell.text for cell in row.cells if cell.merge is None)
        else:
            yield block.text


def _page_sizes(given: Given, limits: Limits) -> tuple[tuple[float, float], ...]:
    pictures = importlib.import_module("cchc.documents.page_pictures")
    try:
        sizes: tuple[tuple[float, float], ...] = pictures.page_sizes(given.path, limits)
    except (OSError, RuntimeError, ValueError):  # what the picture libraries say of a damaged file
        return ()
    return sizes[: limits.pages]
