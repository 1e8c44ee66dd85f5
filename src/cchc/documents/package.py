"""The parts of a DOCX or XLSX file, unpacked with care: bounded, without entities, without links.

In: the bytes of a ZIP. Out: parts by name, as bytes or as parsed XML. Declared sizes are checked
first and not believed: what is inflated is counted too. Nothing outside the file is ever opened.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits

_CHUNK = 2**18
_SMALL = 2**20
# A parsed part takes several times its size; one part may be an eighth of the whole allowance.
_PART_SHARE = 8
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # a method of compression that Python lacks
    ValueError,
    OverflowError,
    OSError,
)
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# «Strict Open XML» differs from what all programs write by its namespaces only.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": (
        b"http://schemas.openxmlformats.org/drawingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another part of the same file (links to outside are left out)."""

    type: str
    target: str


@dataclass(slots=True)
class Package:
    """An opened ZIP whose parts are read within `limits`; `broken` is the code for damage."""

    archive: zipfile.ZipFile
    limits: Limits
    broken: Unreadable
    names: Mapping[str, str]  # lower-case name → name as stored
    inflated: int = field(default=0)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.names

    def bytes_of(self, name: str) -> bytes:
        """Inflate one part.

        Raises `UnreadableFile`: damaged, encrypted, or larger than the file may become.
        """
        try:
            stored = self.archive.getinfo(self.names[name.lower()])
            if stored.flag_bits & 1:
                raise UnreadableFile(Unreadable.PASSWORD)
            return self._inflate(stored)
        except RuntimeError as error:  # zipfile's word for "encrypted"
            raise UnreadableFile(Unreadable.PASSWORD) from error
        except (KeyError, *_DAMAGED) as error:
            raise UnreadableFile(self.broken) from error

    def _inflate(self, stored: zipfile.ZipInfo) -> bytes:
        whole = bytearray()
        most = self.limits.unpacked_bytes // _PART_SHARE
        ratio = self.limits.expansion_ratio
        with self.archive.open(stored) as part:
            while chunk := part.read(_CHUNK):
                whole += chunk
                self.inflated += len(chunk)
                if (
                    len(whole) > most
                    or self.inflated > self.limits.unpacked_bytes
                    or len(whole) > _SMALL + ratio * max(stored.compress_size, 1)
                ):
                    raise expands_too_much(self.limits)
        return bytes(whole)

    def xml(self, name: str) -> etree._Element | None:
        """Parse one part; None where the package has no such part."""
        return parse_xml(self.bytes_of(name), self.broken) if name in self else None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return the links of a part by id, with targets as names of parts."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        if root is None:
            return {}
        return {
            link.get("Id", ""): Relationship(
                link.get("Type", "").rpartition("/")[2],
                _within(folder, link.get("Target", "")),
            )
            for link in root.iter(_RELATIONSHIPS)
            if link.get("TargetMode") != "External"
        }


def _within(folder: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")


def expands_too_much(limits: Limits) -> UnreadableFile:
    """Make the refusal of a file that would fill the memory."""
    return UnreadableFile(Unreadable.EXPANDS_TOO_MUCH, limit_mb=limits.unpacked_bytes // 2**20)


def open_package(data: bytes, limits: Limits, broken: Unreadable) -> Package:
    """Open the ZIP and check what it declares.

    Raises `UnreadableFile`: `broken` where the directory is damaged, EXPANDS_TOO_MUCH where the
    parts declare more than `limits` allow.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _DAMAGED as error:
        raise UnreadableFile(broken) from error
    if (
        len(entries) > limits.archive_members
        or sum(entry.file_size for entry in entries) > limits.unpacked_bytes
        or any(_is_bomb(entry, limits) for entry in entries)
    ):
        raise expands_too_much(limits)
    names = {entry.filename.lower().replace("\\", "/"): entry.filename for entry in entries}
    return Package(archive, limits, broken, names)


def _is_bomb(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    """A blank picture may shrink a thousandfold; text that does was made to."""
    return (
        entry.file_size > _SMALL
        and entry.filename.lower().endswith((".xml", ".rels", ".vml"))
        and entry.file_size > limits.expansion_ratio * max(entry.compress_size, 1)
    )


def parse_xml(data: bytes, broken: Unreadable) -> etree._Element:
    """Parse XML without entities, network or a document type.

    Raises `UnreadableFile(broken)` where it is not well formed or declares a document type.
    """
    if _STRICT in data:
        for strict, usual in _STRICT_NAMES.items():
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(broken) from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(broken)
    return root
