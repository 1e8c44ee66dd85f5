"""The door: the bytes of one file → `Document`, by content and not by name, within bounds.

In: bytes, a name for messages, limits, and the optional engines (OCR, converter) as arguments.
Refuses with one code what cannot be read; what was remarkable becomes a notice. It does not read
the disk, and it does not load the reader of a format that is not used.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.formats import Format, ending_is_wrong, format_of
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Notice
from cchc.documents.progress import Tell, tell_nobody
from cchc.text.encodings import decode_text, read_again, wrong_reading

if TYPE_CHECKING:
    from cchc.documents.scan import Ocr
    from cchc.documents.word97 import Converter

# Which function reads a format. By name: reading a text must not wait for the picture libraries.
_READERS: dict[Format, str] = {
    Format.DOCX: "docx:read_docx",
    Format.XLSX: "workbook:read_xlsx",
    Format.XLS: "workbook_old:read_old_workbook",
    Format.XLSB: "workbook_old:read_old_workbook",
    Format.ODS: "workbook_old:read_old_workbook",
    Format.PDF: "pdf:read_pdf",
    Format.PICTURE: "scan:read_picture",
    Format.TEXT: "plain:read_text",
    Format.HTML: "html:read_html",
    Format.DOC: "word97:read_converted",
    Format.RTF: "word97:read_converted",
    Format.ODT: "word97:read_converted",
    Format.WORD_XML: "word97:read_converted",
}
_SEEN_BY_OCR = frozenset((Format.PDF, Format.PICTURE))
# Texts are looked at before they are read, and a PDF knows its fonts.
_STORED_LETTERS = frozenset(_READERS) - _SEEN_BY_OCR - {Format.TEXT}


def open_document(
    data: bytes,
    name: str,
    *,
    limits: Limits | None = None,
    ocr: Ocr | None = None,
    converter: Converter | None = None,
    file: int = 1,
    tell: Tell = tell_nobody,
) -> Document:
    """Read one file of any known format.

    `name` is only spoken of; `file` is the place of the file in the call, for spans. Without `ocr`
    scans are refused, without `converter` DOC, RTF and ODT. `tell` hears how many pages are done.
    Raises `UnreadableFile`, and nothing else whatever the bytes are.
    """
    limits = limits or Limits()
    if not data:
        raise UnreadableFile(Unreadable.EMPTY)
    if len(data) > limits.file_bytes:
        raise UnreadableFile(
            Unreadable.TOO_LARGE,
            size_mb=-(-len(data) // 2**20),
            limit_mb=limits.file_bytes // 2**20,
        )
    form = format_of(data, name, limits)
    try:
        document = _read(form, data, name, limits, ocr, converter, file, tell)
    except MemoryError as error:
        raise UnreadableFile(
            Unreadable.TOO_MUCH_MEMORY, limit_mb=limits.memory_bytes // 2**20
        ) from error
    if not document.blocks and form not in _SEEN_BY_OCR:
        raise UnreadableFile(Unreadable.BLANK_TEXT)
    if form in _STORED_LETTERS:
        document = _load("reencoding:read_sensibly")(document)
    if ending_is_wrong(name, form):
        notice = Notice("wrong_extension", (("name", name), ("kind", str(form))))
        document = replace(document, notices=(notice, *document.notices))
    return document


def _read(
    form: Format,
    data: bytes,
    name: str,
    limits: Limits,
    ocr: Ocr | None,
    converter: Converter | None,
    file: int,
    tell: Tell,
) -> Document:
    reader = _load(_READERS[form])
    match form:
        case Format.TEXT:
            return _read_text(reader, data, name, limits, file)
        case Format.PDF | Format.PICTURE:
            return reader(data, name, limits=limits, ocr=ocr, file=file, tell=tell)
        case Format.DOC | Format.RTF | Format.ODT | Format.WORD_XML:
            return reader(
                data, name, suffix=str(form), limits=limits, converter=converter, file=file
            )
        case _:
            return reader(data, name, limits=limits, file=file)


def _read_text(
    reader: Callable[..., Document], data: bytes, name: str, limits: Limits, file: int
) -> Document:
    decoded = decode_text(data)
    if decoded is None:
        raise UnreadableFile(
            Unreadable.UNKNOWN_FORMAT if b"\x00" in data[:4096] else Unreadable.NOT_TEXT, name=name
        )
    if len(decoded.text) > limits.characters:
        raise UnreadableFile(Unreadable.TOO_MUCH_TEXT, limit=limits.characters)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    encoding = decoded.encoding if decoded.is_guessed and not decoded.letters_lost else None
    wrongly_opened = wrong_reading(text)
    if wrongly_opened is not None:
        encoding = wrongly_opened
        text = "\n".join(read_again(line, wrongly_opened) for line in text.split("\n"))
    document = reader(text, name, file=file)
    notices = list(document.notices)
    if decoded.letters_lost:
        notices.append(Notice("letters_lost", (("count", str(decoded.letters_lost)),)))
    if encoding is not None:
        notices.append(Notice("reencoded", (("encoding", encoding),)))
    return replace(document, notices=tuple(notices))


def _load(place: str) -> Callable[..., Document]:
    module, function = place.split(":")
    loaded = importlib.import_module(f"cchc.documents.{module}")
    return cast("Callable[..., Document]", getattr(loaded, function))
