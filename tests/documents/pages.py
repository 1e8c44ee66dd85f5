"""PDF pages drawn for tests: exact places, so that a test says what is seen on the page."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cchc.documents.limits import Limits
from cchc.documents.model import Document
from cchc.documents.pdf import read_pdf
from tests.conftest import skip_or_fail

WIDTH, HEIGHT = A4
SIZE = 12
_PLACES = ("truetype/liberation2", "truetype/liberation", "truetype/dejavu")
_FACES = (
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
)


@cache
def _fonts() -> tuple[str, str]:
    """Register a Vietnamese font of the machine; skip where there is none."""
    for place in _PLACES:
        folder = Path("/usr/share/fonts") / place
        for plain, bold in _FACES:
            if (folder / plain).is_file() and (folder / bold).is_file():
                pdfmetrics.registerFont(TTFont("Plain", folder / plain))
                pdfmetrics.registerFont(TTFont("Plain-Bold", folder / bold))
                return "Plain", "Plain-Bold"
    return skip_or_fail("no Vietnamese font; to run: apt-get install fonts-liberation2")


class Sheet:
    """One page; places are points from the upper left corner."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas = canvas
        self._height = height

    def text(self, x: float, y: float, words: str, *, bold: bool = False, size: int = SIZE) -> None:
        self._canvas.setFont(_fonts()[bold], size)
        self._canvas.drawString(x, self._height - y, words)

    def centred(self, x: float, y: float, words: str, *, bold: bool = False) -> None:
        self._canvas.setFont(_fonts()[bold], SIZE)
        self._canvas.drawCentredString(x, self._height - y, words)

    def lines(
        self, x: float, y: float, texts: Sequence[str], *, pitch: float = 15, bold: bool = False
    ) -> float:
        for text in texts:
            self.text(x, y, text, bold=bold)
            y += pitch
        return y

    def turn(self, degrees: int) -> None:
        """Draw what follows turned about the middle of the page, to the left."""
        self._canvas.translate(WIDTH / 2, HEIGHT / 2)
        self._canvas.rotate(degrees)
        self._canvas.translate(-WIDTH / 2, -HEIGHT / 2)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.line(x0, self._height - y0, x1, self._height - y1)

    def thin_box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.rect(x0, self._height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def grid(self, across: Sequence[float], down: Sequence[float]) -> None:
        for y in down:
            self.rule(across[0], y, across[-1], y)
        for x in across:
            self.rule(x, down[0], x, down[-1])


def pdf(*pages: Callable[[Sheet], None], sideways: bool = False, password: str = "") -> bytes:
    """Draw each page with its function."""
    size = landscape(A4) if sideways else A4
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, encrypt=password or None)
    for draw in pages:
        draw(Sheet(canvas, size[1]))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(*pages: Callable[[Sheet], None], sideways: bool = False) -> Document:
    """Draw and read."""
    return read_pdf(pdf(*pages, sideways=sideways), "thu.pdf", limits=Limits(), ocr=None)


def wrapped(text: str, width: float) -> list[str]:
    """Break a text into lines as a printer would."""
    font = _fonts()[0]
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pdfmetrics.stringWidth(longer, font, SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
