"""Pages as pictures for the eye: the size of each page, and one page as PNG.

`python -m cchc.documents.page_pictures FILE PAGE WIDTH RESULT` draws one page in a process of its
own, bounded like reading: for who must not open files of strangers in the process that serves.
"""

from __future__ import annotations

import math
import os
import resource
import sys
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageOps, ImageSequence

from cchc.documents.limits import Limits

_SECONDS = 30
_MEMORY = 1536 * 2**20
_POINTS_WIDE = 595.0  # a picture is shown as wide as a sheet of A4


def page_sizes(path: Path, limits: Limits) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points; of a picture file, in proportion to A4."""
    if not _is_pdf(path):
        with Image.open(path) as image:
            frames = [_turned(frame) for frame in ImageSequence.Iterator(image)]
            return tuple(
                (_POINTS_WIDE, round(_POINTS_WIDE * height / max(width, 1), 1))
                for width, height in frames[: limits.pages]
            )
    document = pdfium.PdfDocument(path)
    try:
        sizes = [document.get_page_size(index) for index in range(len(document))]
        return tuple((round(width, 1), round(height, 1)) for width, height in sizes)
    finally:
        document.close()


def draw_page(path: Path, number: int, width: int, result: Path) -> None:
    """Write page `number` (from 1) as a PNG of that width in pixels."""
    picture = _drawn(path, number, width) if _is_pdf(path) else _framed(path, number, width)
    picture.convert("L" if _is_grey(picture) else "RGB").save(result, "PNG", compress_level=6)


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def _drawn(path: Path, number: int, width: int) -> Image.Image:
    document = pdfium.PdfDocument(path)
    try:
        page = document[number - 1]
        across, down = page.get_size()
        # No page is drawn larger than eight megapixels, however long its paper is.
        most = math.sqrt(8_000_000 / max(across * down, 1.0))
        bitmap = page.render(scale=min(width / max(across, 1.0), most), may_draw_forms=False)
        drawn: Image.Image = bitmap.to_pil()
        return drawn.convert("RGB")
    finally:
        document.close()


def _framed(path: Path, number: int, width: int) -> Image.Image:
    with Image.open(path) as image:
        image.seek(number - 1)
        upright = ImageOps.exif_transpose(image).convert("RGB")
    height = max(1, round(width * upright.height / max(upright.width, 1)))
    return upright.resize((width, height), Image.Resampling.LANCZOS)


def _turned(frame: Image.Image) -> tuple[int, int]:
    """A frame's size as it is held; a camera may say that it was turned."""
    sideways = frame.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (frame.height, frame.width) if sideways else (frame.width, frame.height)


def _is_grey(picture: Image.Image) -> bool:
    colour = np.asarray(picture.convert("RGB").resize((64, 64)), dtype=np.int16)
    return bool((colour.max(axis=2) - colour.min(axis=2)).max() < 12)


def main(arguments: list[str]) -> int:
    """Draw one page within bounds; nothing is said but by the code at the end."""
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    path, number, width, result = arguments
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    draw_page(Path(path), int(number), int(width), Path(result))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
