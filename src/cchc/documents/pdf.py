"""PDF → `Document`: pages with text by their letters and ruling, pages without by recognition.

Opens with pdfium only; a page is closed before the next is read. No script runs, no link is
followed, no password is guessed. What is on a page is understood in the `page_*` modules.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from cchc.documents.budget import Budget
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Kind, Notice
from cchc.documents.page_document import document_of
from cchc.documents.page_model import Page
from cchc.documents.pdf_rules import page_rules
from cchc.documents.pdf_words import on_page, page_words, sideways, upright
from cchc.documents.progress import Progress, Step, Tell, tell_nobody
from cchc.documents.scan_repair import repaired
from cchc.text.legacy import Decoder, decode_tcvn3, decode_vni, with_even_capitals
from cchc.text.syllables import share_of_syllables

if TYPE_CHECKING:
    from cchc.documents.scan_engine import Ocr

_FEW_LETTERS = 20  # a page with fewer beside a large picture is a scan with a stamped number
_PICTURE_SHARE = 0.4  # of the page area: a picture this large may be the page itself


_OLD_ENCODINGS: Mapping[str, Decoder] = {"TCVN3": decode_tcvn3, "VNI": decode_vni}
_STRANGE_WORDS = 30  # with fewer words outside ASCII nothing can be said about the encoding
_FEW_SYLLABLES, _MOST_SYLLABLES = 0.5, 0.8


def read_pdf(
    data: bytes,
    name: str,
    *,
    limits: Limits,
    ocr: Ocr | None,
    file: int = 1,
    tell: Tell = tell_nobody,
) -> Document:
    """Read a PDF, with text, scanned or mixed; `tell` hears how many pages are done.

    Raises UnreadableFile: PASSWORD, BROKEN_PDF, TOO_MANY_PAGES, TOO_MUCH_TEXT, TOO_SLOW, and for
    scanned pages NEEDS_TESSERACT and BLANK_SCAN.
    """
    budget = Budget(limits)
    notices: list[Notice] = []
    with _opened(data) as document:
        count = len(document)
        if count == 0:
            raise UnreadableFile(Unreadable.BROKEN_PDF)
        if count > limits.pages:
            raise UnreadableFile(Unreadable.TOO_MANY_PAGES, pages=count, limit=limits.pages)
        pages, scanned = _text_pages(document, budget, None, tell)
        encoding = _lost_encoding(pages)
        if encoding is not None:
            decode = _OLD_ENCODINGS[encoding]
            pages, scanned = _text_pages(document, Budget(limits), decode, tell)
            pages = [_with_capitals(page) for page in pages]
            notices.append(Notice("reencoded", (("encoding", encoding),)))
        if scanned:
            pages.extend(_recognised(document, scanned, limits, ocr, tell, bool(pages)))
    pages.sort(key=lambda page: page.number)
    if len(scanned) == count:
        notices.append(Notice("scanned"))
    elif scanned:
        listed = ", ".join(str(number) for number in scanned)
        notices.append(Notice("scanned_pages", (("pages", listed),)))
    kind = Kind.SCAN if len(scanned) == count else Kind.PDF
    read = document_of(pages, kind, name, file=file, notices=tuple(notices), count=count)
    return repaired(read) if scanned else read


def _text_pages(
    document: pdfium.PdfDocument, budget: Budget, decode: Decoder | None, tell: Tell
) -> tuple[list[Page], list[int]]:
    """Read each page that has text; return the numbers of those that are pictures apart."""
    pages: list[Page] = []
    scanned: list[int] = []
    for number in range(1, len(document) + 1):
        page = _read_page(document, number, budget, decode)
        if page is None:
            scanned.append(number)
        else:
            pages.append(page)
        tell(Progress(Step.PAGES, number, len(document)))
    return pages, scanned


def _lost_encoding(pages: list[Page]) -> str | None:
    """Which old encoding the text is in where no font name says it: the one that makes words."""
    text = " ".join(word.text for page in pages for word in page.words if not word.text.isascii())
    if text.count(" ") < _STRANGE_WORDS or (share_of_syllables(text) or 1.0) > _FEW_SYLLABLES:
        return None
    shares = {
        name: share_of_syllables(decode(text)) or 0.0 for name, decode in _OLD_ENCODINGS.items()
    }
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _MOST_SYLLABLES else None


def _with_capitals(page: Page) -> Page:
    words = tuple(replace(word, text=with_even_capitals(word.text)) for word in page.words)
    return replace(page, words=words)


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise UnreadableFile(Unreadable.PASSWORD) from error
        raise UnreadableFile(Unreadable.BROKEN_PDF) from error
    try:
        yield document
    except (pdfium.PdfiumError, OSError) as error:
        raise UnreadableFile(Unreadable.BROKEN_PDF) from error
    finally:
        document.close()


def _read_page(
    document: pdfium.PdfDocument, number: int, budget: Budget, decode: Decoder | None
) -> Page | None:
    """Read the words and ruling of a page; None where it is a picture of a page."""
    budget.check_time()
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return Page(number, 595.0, 842.0, ())  # one damaged page does not lose the others
    try:
        text = page.get_textpage()
        try:
            letters = max(raw.FPDFText_CountChars(text), 0)
            budget.spend_characters(letters)
            if letters < _FEW_LETTERS and _has_large_picture(page):
                return None
            rotation = sideways(text) if letters else page.get_rotation()
            place, width, height = upright(page, rotation)
            words = page_words(text, place, decode) if letters else ()
            seen = on_page(words, width, height)
            return Page(number, width, height, seen, page_rules(page, place))
        finally:
            text.close()
    finally:
        page.close()


def _has_large_picture(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    area = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        area += abs(right - left) * abs(top - bottom)
    return bool(area >= _PICTURE_SHARE * width * height)


def _recognised(
    document: pdfium.PdfDocument,
    numbers: list[int],
    limits: Limits,
    ocr: Ocr | None,
    tell: Tell,
    may_be_blank: bool,  # noqa: FBT001  # a page with text stands beside
) -> list[Page]:
    """Render and recognise pages; loads the slow picture libraries only now."""
    if len(numbers) > limits.scan_pages:
        raise UnreadableFile(Unreadable.TOO_MANY_PAGES, pages=len(numbers), limit=limits.scan_pages)
    scan = importlib.import_module("cchc.documents.scan")
    pages: list[Page] = scan.recognise_pdf_pages(
        document, numbers, limits=limits, ocr=ocr, tell=tell, may_be_blank=may_be_blank
    )
    return pages
