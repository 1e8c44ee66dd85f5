"""What kinds of file may be evidence: all that the reader reads, and some that only people can.

Bytes in, the name of a format out. What is no document, archive, slide show or film is refused
with the sentence that the reader has for it.
"""

from __future__ import annotations

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.formats import Format, format_of
from cchc.documents.limits import Limits
from cchc.text.encodings import decode_text

ARCHIVE, OFFICE, FILM = "archive", "office", "film"
WORDS = {
    Format.DOCX: "Word",
    Format.DOC: "Word",
    Format.RTF: "RTF",
    Format.ODT: "OpenDocument",
    Format.HTML: "HTML",
    Format.WORD_XML: "Word",
    Format.PDF: "PDF",
    Format.PICTURE: "Ảnh",
    Format.TEXT: "Văn bản thuần",
    Format.XLSX: "Excel",
    Format.XLS: "Excel",
    Format.XLSB: "Excel",
    Format.ODS: "Bảng tính",
    ARCHIVE: "Tệp nén",
    OFFICE: "Tệp Office",
    FILM: "Phim, âm thanh",
}
# The machine looks for a letterhead and a closing only where these can stand.
READABLE = frozenset(
    str(one) for one in Format if one not in (Format.XLSX, Format.XLS, Format.XLSB, Format.ODS)
)
PICTURED = frozenset((str(Format.PDF), str(Format.PICTURE)))
NOT_READ = "Máy không đọc loại tệp này; hãy tự ghi số, ngày, trích yếu."


def format_of_evidence(data: bytes, name: str, limits: Limits) -> str:
    """Say what the bytes are, whatever the name says. Raises UnreadableFile for what is refused."""
    if data[4:8] == b"ftyp" or data.startswith((b"ID3", b"\x1aE\xdf\xa3")):
        return FILM
    try:
        form = format_of(data, name, limits)
    except UnreadableFile as error:
        if error.code is Unreadable.PLAIN_ZIP:
            return ARCHIVE
        if error.code is Unreadable.UNKNOWN_FORMAT and data.startswith(b"PK"):
            return OFFICE
        raise
    if form is Format.TEXT and decode_text(data) is None:
        raise UnreadableFile(Unreadable.UNKNOWN_FORMAT, name=name)
    return str(form)
