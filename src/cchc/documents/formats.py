"""What the bytes of a file are, whatever its name says: by magic numbers and by ZIP members."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from cchc.documents import compound
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.package import Package, open_package

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OTHER_ARCHIVES = {b"Rar!\x1a\x07": "RAR", b"7z\xbc\xaf\x27\x1c": "7z", b"\x1f\x8b\x08": "GZ"}
_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"MM\x00*",
    b"GIF8",
    b"BM",
)
_PDF_WITHIN = 1024  # readers of PDF look for its mark this far
_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_WORD_2003 = re.compile(rb"<\?mso-application\s+progid=.Word|<w:wordDocument\b")
_WORD_MAIN = "wordprocessingml."
_SHEET_MAIN = "spreadsheetml."


class Format(StrEnum):
    """What a file is, as finely as reading it needs."""

    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    HTML = "html"
    WORD_XML = "xml"
    PDF = "pdf"
    PICTURE = "picture"
    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"


# Endings that say nothing false; an ending listed nowhere says nothing at all.
_ENDINGS: dict[Format, frozenset[str]] = {
    Format.DOCX: frozenset(("docx", "docm", "dotx", "dotm")),
    Format.DOC: frozenset(("doc", "dot", "wps")),
    Format.RTF: frozenset(("rtf",)),
    Format.ODT: frozenset(("odt", "ott")),
    Format.HTML: frozenset(("html", "htm", "xhtml")),
    Format.WORD_XML: frozenset(("xml",)),
    Format.PDF: frozenset(("pdf",)),
    Format.PICTURE: frozenset(("png", "jpg", "jpeg", "jpe", "tif", "tiff", "gif", "bmp", "webp")),
    Format.TEXT: frozenset(("txt", "text", "md", "tsv", "csv", "tab")),
    Format.XLSX: frozenset(("xlsx", "xlsm", "xltx", "xltm")),
    Format.XLS: frozenset(("xls", "xlt", "et")),
    Format.XLSB: frozenset(("xlsb",)),
    Format.ODS: frozenset(("ods", "ots")),
}
_KNOWN_ENDINGS = frozenset().union(*_ENDINGS.values())


def ending_is_wrong(name: str, form: Format) -> bool:
    """Say whether the name claims another format."""
    ending = PurePath(name).suffix.lower().lstrip(".")
    return ending in _KNOWN_ENDINGS and ending not in _ENDINGS[form]


def format_of(data: bytes, name: str, limits: Limits) -> Format:
    """Say what the bytes are; TEXT where nothing else claims them.

    Raises `UnreadableFile` for what is no single document: archives, damaged or encrypted wrappers.
    """
    if data.startswith(_ZIP):
        return _zipped(data, name, limits)
    if data.startswith(compound.MAGIC):
        return _compound(data, name)
    for magic, archive in _OTHER_ARCHIVES.items():
        if data.startswith(magic):
            raise UnreadableFile(Unreadable.PLAIN_ZIP, name=name, archive=archive)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    if data.startswith(_PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return Format.PICTURE
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return Format.RTF
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _WORD_2003.search(head):
        return Format.WORD_XML
    return Format.HTML if _HTML.match(head) else Format.TEXT


def _zipped(data: bytes, name: str, limits: Limits) -> Format:
    # A file cut off has lost the directory at its end; the parts' own heads still name them.
    truncated = Unreadable.TRUNCATED_DOCX if b"word/" in data else Unreadable.TRUNCATED_ARCHIVE
    package = open_package(data, limits, truncated)
    if "mimetype" in package:
        kind = package.bytes_of("mimetype")[:100]
        if b"opendocument.text" in kind:
            return Format.ODT
        if b"opendocument.spreadsheet" in kind:
            return Format.ODS
    types = _content_types(package)
    if "word/document.xml" in package or _WORD_MAIN in types:
        return Format.DOCX
    if "xl/workbook.bin" in package:
        return Format.XLSB
    if "xl/workbook.xml" in package or _SHEET_MAIN in types:
        return Format.XLSX
    if types:
        raise UnreadableFile(Unreadable.UNKNOWN_FORMAT, name=name)
    raise UnreadableFile(Unreadable.PLAIN_ZIP, name=name, archive="ZIP")


def _content_types(package: Package) -> str:
    """Return the list of part types; it alone names a main part that is stored elsewhere."""
    if "[Content_Types].xml" not in package:
        return ""
    return package.bytes_of("[Content_Types].xml").decode("utf-8", "replace")


def _compound(data: bytes, name: str) -> Format:
    streams = compound.root_streams(data)
    if "EncryptedPackage" in streams:
        raise UnreadableFile(Unreadable.PASSWORD)
    if "WordDocument" in streams:
        if compound.is_encrypted_word(data, streams["WordDocument"]):
            raise UnreadableFile(Unreadable.PASSWORD)
        return Format.DOC
    if "Workbook" in streams or "Book" in streams:
        return Format.XLS
    if not streams:
        raise UnreadableFile(Unreadable.TRUNCATED_ARCHIVE)
    raise UnreadableFile(Unreadable.UNKNOWN_FORMAT, name=name)
