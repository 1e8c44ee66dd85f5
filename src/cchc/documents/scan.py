"""Scans → `Document`: pictures of pages, cleaned, recognised and understood like printed pages.

The engine is the tesseract command, given as an argument; without it a scan is refused, never
guessed. Needs OpenCV, so nothing that reads other formats may import this module directly.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from cchc.documents.budget import Budget
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Kind, Notice
from cchc.documents.page_document import document_of
from cchc.documents.page_model import Page
from cchc.documents.progress import Progress, Step, Tell, tell_nobody
from cchc.documents.scan_engine import Ocr, find_tesseract
from cchc.documents.scan_page import Picture, cleaned, recognised
from cchc.documents.scan_repair import repaired

__all__ = ["Ocr", "find_tesseract", "read_picture", "recognise_pdf_pages"]

_RESOLUTION = 300  # dots per inch at which pages are rendered and measured
_POINTS = 72
_PAPER = 11.7  # inches: the longer side of A4, for pictures that do not say their resolution
_PLAUSIBLE = (90, 1300)  # dots per inch that a file may claim


def read_picture(
    data: bytes,
    name: str,
    *,
    limits: Limits,
    ocr: Ocr | None,
    file: int = 1,
    tell: Tell = tell_nobody,
) -> Document:
    """Read a PNG, JPEG or TIFF (each of its pages); `tell` hears how many are done.

    Raises UnreadableFile: BROKEN_PICTURE, TOO_MANY_PAGES, NEEDS_TESSERACT, BLANK_SCAN, TOO_SLOW.
    """
    pages = _recognised(_frames(data, limits), limits, ocr, tell, 0, may_be_blank=False)
    document = document_of(
        pages, Kind.SCAN, name, file=file, notices=(Notice("scanned"),), count=len(pages)
    )
    return repaired(document)


def recognise_pdf_pages(
    document: pdfium.PdfDocument,
    numbers: list[int],
    *,
    limits: Limits,
    ocr: Ocr | None,
    may_be_blank: bool,
    tell: Tell = tell_nobody,
) -> list[Page]:
    """Render pages of a PDF and recognise them. Raises like `read_picture`."""
    pictures = _rendered(document, numbers, limits)
    return _recognised(pictures, limits, ocr, tell, len(numbers), may_be_blank=may_be_blank)


def _recognised(
    pictures: Iterator[Picture],
    limits: Limits,
    ocr: Ocr | None,
    tell: Tell,
    total: int,
    *,
    may_be_blank: bool,
) -> list[Page]:
    """Clean pictures one after the other and recognise them on all cores.

    No more pages are held in memory than there are cores: the picture of a page is large. `total`
    is 0 where the pages are not counted before they are read.
    """
    budget = Budget(limits)
    workers = max(1, min(os.cpu_count() or 1, 8))
    pages: list[Page] = []
    tell(Progress(Step.RECOGNISING, 0, total))
    with ThreadPoolExecutor(max_workers=workers) as pool:
        running: list[Future[Page]] = []
        try:
            for picture in pictures:
                budget.check_time()
                if len(running) >= workers:
                    pages.append(running.pop(0).result())
                    tell(Progress(Step.RECOGNISING, len(pages), total))
                page = cleaned(picture)
                running.append(pool.submit(recognised, page, ocr.words if ocr else None, limits))
            for future in running:
                pages.append(future.result())
                tell(Progress(Step.RECOGNISING, len(pages), total))
        finally:
            for future in running:
                future.cancel()
    if not may_be_blank and not any(page.words for page in pages):
        raise UnreadableFile(Unreadable.BLANK_SCAN)
    return pages


def _rendered(
    document: pdfium.PdfDocument, numbers: list[int], limits: Limits
) -> Iterator[Picture]:
    for number in numbers:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            most = (limits.scan_pixels / max(width * height, 1.0)) ** 0.5
            scale = min(_RESOLUTION / _POINTS, most)
            bitmap = page.render(scale=scale, may_draw_forms=False, prefer_bgrx=False)
            try:
                pixels = np.array(bitmap.to_numpy(), copy=True)
            finally:
                bitmap.close()
        finally:
            page.close()
        yield Picture(number, pixels, scale)


def _frames(data: bytes, limits: Limits) -> Iterator[Picture]:
    """The pages of a picture file, turned as the camera says, at about 300 dots per inch."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            frames = getattr(image, "n_frames", 1)
            if frames > limits.scan_pages:
                raise UnreadableFile(
                    Unreadable.TOO_MANY_PAGES, pages=frames, limit=limits.scan_pages
                )
            if image.width * image.height > limits.scan_pixels:
                raise UnreadableFile(Unreadable.TOO_LARGE)
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                yield _as_picture(frame, number)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
    ) as error:
        raise UnreadableFile(Unreadable.BROKEN_PICTURE) from error


def _as_picture(frame: Image.Image, number: int) -> Picture:
    upright = ImageOps.exif_transpose(frame).convert("RGB")
    resolution = _resolution(frame)
    factor = _RESOLUTION / resolution
    if not 0.8 <= factor <= 1.25:
        size = max(1, round(upright.width * factor)), max(1, round(upright.height * factor))
        upright = upright.resize(size, Image.Resampling.LANCZOS)
        resolution = _RESOLUTION
    pixels = np.asarray(upright)[:, :, ::-1]
    return Picture(number, np.ascontiguousarray(pixels), resolution / _POINTS)


def _resolution(frame: Image.Image) -> float:
    """Dots per inch as the file says, or as they must be if the page is A4."""
    from_paper = max(frame.width, frame.height) / _PAPER
    claimed = frame.info.get("dpi", (0, 0))
    try:
        stated = float(claimed[0])
    except (TypeError, ValueError, IndexError):
        stated = 0.0
    plausible = _PLAUSIBLE[0] <= stated <= _PLAUSIBLE[1] and 0.5 <= stated / from_paper <= 2.0
    return max(stated if plausible else from_paper, 1.0)
