"""Why a file could not be opened: codes with data, and the one Vietnamese sentence for each.

Reading never raises for a *bad document* (that becomes a finding); only for unreadable bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from cchc.documents.model import Notice


class Unreadable(StrEnum):
    """Each code has exactly one sentence in `SENTENCES`, checked by a test."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TRUNCATED_DOCX = "truncated_docx"
    TRUNCATED_ARCHIVE = "truncated_archive"
    PLAIN_ZIP = "plain_zip"
    PASSWORD = "password"
    EXPANDS_TOO_MUCH = "expands_too_much"
    MACRO_FORMULAS = "macro_formulas"
    FORMULAS_WITHOUT_VALUES = "formulas_without_values"
    BLANK_SCAN = "blank_scan"
    BLANK_TEXT = "blank_text"
    NOT_TEXT = "not_text"
    UNKNOWN_FORMAT = "unknown_format"
    BROKEN_PDF = "broken_pdf"
    BROKEN_DOCX = "broken_docx"
    BROKEN_WORKBOOK = "broken_workbook"
    BROKEN_PICTURE = "broken_picture"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_MUCH_TEXT = "too_much_text"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    NEEDS_TESSERACT = "needs_tesseract"
    NEEDS_LIBREOFFICE = "needs_libreoffice"
    CONVERSION_FAILED = "conversion_failed"
    NOT_FOUND = "not_found"


class UnreadableFile(Exception):
    """The bytes cannot be turned into a document; `code` and `data` make the sentence."""

    def __init__(self, code: Unreadable, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data


# One sentence for a person: what is wrong, and what to do.
SENTENCES: Mapping[Unreadable, str] = {
    Unreadable.EMPTY: (
        "Tệp rỗng (0 byte), có thể chưa tải lên xong hoặc bị lỗi khi sao chép; "
        "vui lòng gửi lại tệp gốc."
    ),
    Unreadable.TOO_LARGE: (
        "Tệp nặng {size_mb} MB, vượt giới hạn {limit_mb} MB; "
        "vui lòng gửi bản nhẹ hơn (bỏ bớt ảnh, lưu lại) hoặc tách thành nhiều tệp."
    ),
    Unreadable.TRUNCATED_DOCX: (
        "Tệp DOCX bị hỏng hoặc tải thiếu nên không đọc được nội dung nào; "
        "vui lòng mở lại bằng Word, lưu lại và gửi lại."
    ),
    Unreadable.TRUNCATED_ARCHIVE: (
        "Tệp bị hỏng hoặc tải thiếu (mất phần cuối) nên không đọc được nội dung nào; "
        "vui lòng tải lại hoặc gửi lại tệp gốc."
    ),
    Unreadable.PLAIN_ZIP: (
        "Tệp «{name}» thực chất là tệp nén {archive}, không phải văn bản; "
        "vui lòng giải nén và gửi từng văn bản bên trong."
    ),
    Unreadable.PASSWORD: (
        "Tệp được đặt mật khẩu nên không đọc được; vui lòng gửi bản không đặt mật khẩu."
    ),
    Unreadable.EXPANDS_TOO_MUCH: (
        "Tệp giải nén ra quá lớn so với giới hạn an toàn ({limit_mb} MB) nên hệ thống không mở; "
        "vui lòng gửi bản nhẹ hơn (bỏ ảnh, lưu lại bằng Word hoặc Excel)."
    ),
    Unreadable.MACRO_FORMULAS: (
        "Bảng tính có macro (macro không được chạy) và các ô là công thức chưa có kết quả lưu sẵn; "
        "vui lòng dán giá trị, lưu lại dạng .xlsx rồi gửi lại."
    ),
    Unreadable.FORMULAS_WITHOUT_VALUES: (
        "Các ô của bảng tính là công thức chưa có kết quả lưu sẵn nên không có gì để đọc; "
        "vui lòng mở bằng Excel, lưu lại (hoặc dán giá trị) rồi gửi lại."
    ),
    Unreadable.BLANK_SCAN: (
        "Không tìm thấy chữ nào trong ảnh; vui lòng kiểm tra lại bản quét "
        "(có thể quét nhầm mặt trắng) và gửi lại."
    ),
    Unreadable.BLANK_TEXT: (
        "Tệp không có chữ nào (chỉ có khoảng trắng hoặc hình); "
        "vui lòng kiểm tra và gửi lại tệp gốc."
    ),
    Unreadable.NOT_TEXT: (
        "Tệp văn bản không phải mã UTF-8 và không nhận ra bảng mã tiếng Việt nào; "
        "vui lòng lưu lại với mã UTF-8 rồi gửi lại."
    ),
    Unreadable.UNKNOWN_FORMAT: (
        "Nội dung tệp «{name}» không thuộc dạng đọc được; "
        "vui lòng gửi bản Word (.docx), PDF, Excel (.xlsx), ảnh quét hoặc văn bản thuần."
    ),
    Unreadable.BROKEN_PDF: (
        "Tệp PDF bị hỏng nên không đọc được; vui lòng xuất lại PDF từ bản gốc và gửi lại."
    ),
    Unreadable.BROKEN_DOCX: (
        "Tệp Word bị hỏng nên không đọc được; vui lòng mở lại bằng Word, lưu lại và gửi lại."
    ),
    Unreadable.BROKEN_WORKBOOK: (
        "Tệp bảng tính bị hỏng nên không đọc được; "
        "vui lòng mở lại bằng Excel, lưu lại dạng .xlsx và gửi lại."
    ),
    Unreadable.BROKEN_PICTURE: (
        "Tệp ảnh bị hỏng nên không đọc được; vui lòng quét hoặc chụp lại và gửi lại."
    ),
    Unreadable.TOO_MANY_PAGES: (
        "Tệp có quá nhiều trang ({pages} trang, giới hạn {limit}); "
        "vui lòng chỉ gửi các trang của kế hoạch và phụ lục."
    ),
    Unreadable.TOO_MANY_CELLS: (
        "Bảng trong tệp có quá nhiều ô (giới hạn {limit} ô); "
        "vui lòng xóa các dòng, cột thừa rồi gửi lại."
    ),
    Unreadable.TOO_MUCH_TEXT: (
        "Tệp chứa quá nhiều chữ (giới hạn {limit} ký tự) so với một kế hoạch; "
        "vui lòng chỉ gửi phần kế hoạch và phụ lục."
    ),
    Unreadable.TOO_SLOW: (
        "Đọc tệp quá lâu (giới hạn {seconds} giây) nên đã dừng; "
        "vui lòng gửi bản gọn hơn hoặc tách thành nhiều tệp."
    ),
    Unreadable.TOO_MUCH_MEMORY: (
        "Đọc tệp cần nhiều bộ nhớ hơn giới hạn {limit_mb} MB nên đã dừng; "
        "vui lòng gửi bản nhẹ hơn hoặc tách thành nhiều tệp."
    ),
    Unreadable.NEEDS_TESSERACT: (
        "Tệp là bản quét (ảnh) nhưng máy này chưa cài bộ nhận dạng chữ tesseract tiếng Việt; "
        "vui lòng cài tesseract-ocr-vie hoặc gửi bản Word hay PDF có chữ."
    ),
    Unreadable.NEEDS_LIBREOFFICE: (
        "Máy này chưa cài LibreOffice nên không mở được tệp dạng {kind}; "
        "vui lòng mở bằng Word, lưu lại dạng .docx rồi gửi lại."
    ),
    Unreadable.CONVERSION_FAILED: (
        "Không chuyển đổi được tệp dạng {kind} (tệp có thể bị hỏng); "
        "vui lòng mở bằng Word, lưu lại dạng .docx rồi gửi lại."
    ),
    Unreadable.NOT_FOUND: (
        "Không mở được tệp «{name}»; vui lòng kiểm tra lại đường dẫn và quyền đọc tệp."
    ),
}

NOTICE_SENTENCES: Mapping[str, str] = {
    "reencoded": (
        "Tệp dùng bảng mã {encoding}, đã chuyển sang Unicode; hãy kiểm tra lại các chữ có dấu."
    ),
    "letters_lost": "Có {count} chữ hỏng trong tệp, hiện là «�»; hãy so với bản gốc.",
    "wrong_extension": "Tệp «{name}» có đuôi không đúng: nội dung là {kind}, đã đọc theo nội dung.",
    "scanned": "Cả tệp là ảnh quét, mọi chữ do máy nhận dạng; hãy so với bản gốc.",
    "scanned_pages": ("Các trang {pages} là ảnh quét, chữ do máy nhận dạng; hãy so với bản gốc."),
    "converted": "Tệp dạng {kind} đã được chuyển đổi bằng LibreOffice; hãy so với bản gốc.",
    "hidden_sheets": "Không đọc các trang tính bị ẩn: {sheets}.",
    "hidden_rows": "Không đọc {count} dòng bị ẩn của trang tính «{sheet}».",
    "hidden_columns": "Không đọc {count} cột bị ẩn của trang tính «{sheet}».",
    "cell_errors": "Trang tính «{sheet}» có {count} ô báo lỗi công thức, đã để trống.",
    "formulas_without_values": (
        "Trang tính «{sheet}» có {count} ô công thức chưa có kết quả lưu sẵn, đã để trống."
    ),
    "merges_not_read": (
        "Định dạng này không cho biết các ô gộp; nếu bảng có ô gộp, hãy lưu lại dạng .xlsx."
    ),
    "macros_not_run": "Tệp có macro; macro không được chạy.",
    "parts_not_read": "Tệp chèn văn bản khác vào bên trong; phần chèn đó không đọc được.",
}

# What a person calls each kind of content.
KIND_NAMES: Mapping[str, str] = {
    "docx": "văn bản Word (.docx)",
    "doc": "văn bản Word cũ (.doc)",
    "rtf": "văn bản RTF",
    "odt": "văn bản OpenDocument (.odt)",
    "html": "trang HTML",
    "pdf": "PDF",
    "picture": "ảnh",
    "text": "văn bản thuần",
    "xlsx": "bảng tính Excel (.xlsx)",
    "xls": "bảng tính Excel cũ (.xls)",
    "xlsb": "bảng tính Excel (.xlsb)",
    "ods": "bảng tính OpenDocument (.ods)",
}


# What is said where the bound is not one of numbers that a person knows (pixels of a picture).
_WITHOUT_FIGURES: Mapping[Unreadable, str] = {
    Unreadable.TOO_LARGE: (
        "Tệp quá lớn so với giới hạn an toàn; vui lòng gửi bản nhẹ hơn (giảm độ phân giải ảnh)."
    ),
}


class _Said(dict[str, object]):
    """Data of an error; what the raiser did not know is said as «?»."""

    def __missing__(self, key: str) -> str:
        return "?"


def sentence(error: UnreadableFile) -> str:
    """Say in one Vietnamese sentence why a file could not be read, and what to do."""
    if not error.data and error.code in _WITHOUT_FIGURES:
        return _WITHOUT_FIGURES[error.code]
    return SENTENCES[error.code].format_map(_said(error.data))


def notice_sentence(notice: Notice) -> str:
    """Say in Vietnamese what was remarkable about how a file was read."""
    return NOTICE_SENTENCES[notice.code].format_map(_said(dict(notice.data)))


def _said(data: Mapping[str, object]) -> _Said:
    said = _Said(data)
    kind = str(said.get("kind", ""))
    if kind in KIND_NAMES:
        said["kind"] = KIND_NAMES[kind]
    return said
