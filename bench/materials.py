"""The files that are measured: the reference folder where it is present, else the own samples."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pypdfium2 as pdfium

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "reading"


def files(ending: str) -> list[Path]:
    """All plans with that ending; a scan is no material for the PDF figure."""
    folders = (SHARED / "samples", SHARED / "plans") if SHARED.is_dir() else (ROOT / "samples",)
    found = [path for folder in folders for path in sorted(folder.glob(f"*{ending}"))]
    return [path for path in found if ending != ".pdf" or _has_text(path)]


def _has_text(path: Path) -> bool:
    document = pdfium.PdfDocument(path)
    try:
        return document[0].get_textpage().count_chars() > 100
    finally:
        document.close()


def long_pdf(source: Path, pages: int, target: Path) -> None:
    """Make a PDF of `pages` pages by repeating the pages of a plan."""
    long, plan = pdfium.PdfDocument.new(), pdfium.PdfDocument(source)
    while len(long) < pages:
        long.import_pages(plan, list(range(min(len(plan), pages - len(long)))))
    out = io.BytesIO()
    long.save(out)
    target.write_bytes(out.getvalue())


def copies(sources: list[Path], count: int, folder: Path) -> None:
    """Fill a folder with `count` plans, the sources over and over."""
    for number in range(count):
        source = sources[number % len(sources)]
        shutil.copyfile(source, folder / f"{number:03d}_{source.name}")
