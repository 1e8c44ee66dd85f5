"""From Word files to PDF, to the text copied out of a PDF, and to scans of the paper."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from random import Random

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFilter, ImageFont

STILL = (2026, 1, 5, 8, 0, 0)


def to_pdf(files: list[Path], out: Path) -> None:
    """Export Word files as PDF through LibreOffice, all in one run."""
    if not files:
        return
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("soffice is needed: apt-get install libreoffice-writer-nogui")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                program,
                "--headless",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--convert-to",
                "pdf",
                "--outdir",
                str(out),
                *map(str, files),
            ],
            check=True,
            capture_output=True,
            timeout=600,
        )
    for file in files:
        freeze_pdf(out / f"{file.stem}.pdf")


def freeze_pdf(path: Path) -> None:
    """Overwrite the dates and the identifier of a PDF, keeping every offset in place."""
    data = path.read_bytes()
    data = re.sub(rb"\(D:\d{14}", b"(D:20260105080000", data)
    data = re.sub(
        rb"<[0-9A-F]{32}>\s*<[0-9A-F]{32}>", lambda m: re.sub(rb"[0-9A-F]", b"0", m.group()), data
    )
    data = re.sub(rb"/DocChecksum /[0-9A-F]{32}", b"/DocChecksum /" + b"0" * 32, data)
    path.write_bytes(data)


def freeze_zip(path: Path) -> None:
    """Give every member of a DOCX or XLSX the same time, so that the same plan is the same file."""
    with zipfile.ZipFile(path) as source:
        members = [(name, source.read(name)) for name in source.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members:
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-05T08:00:00Z", data)
            target.writestr(zipfile.ZipInfo(name, STILL), data, zipfile.ZIP_DEFLATED)


def copied_text(path: Path, how: str) -> str:
    """Return the text of a PDF as one of the usual tools gives it; pages end with form feeds."""
    if how == "pdfium":
        pdf = pdfium.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in pdf]
        pdf.close()
        return "\f".join(page.replace("\r\n", "\n") for page in pages)
    option = {"layout": ["-layout"], "raw": ["-raw"], "flow": []}[how]
    made = subprocess.run(
        ["pdftotext", *option, str(path), "-"], check=True, capture_output=True, timeout=60
    )
    return made.stdout.decode()


def scan(path: Path, out: Path, seed: int, *, dpi: int = 200, sealed: int | None = None) -> None:
    """Print a PDF and scan it: skew, noise, a red stamp over a blue signature.

    A `.tiff` is written where the name asks for it. `sealed` is the page with the signature;
    the stamp goes to the lower right of its text.
    """
    rng, source = Random(seed), pdfium.PdfDocument(path)
    noise = np.random.default_rng(seed)
    pages: list[Image.Image] = []
    for number, page in enumerate(source):
        image = page.render(scale=dpi / 72).to_pil().convert("RGB")
        if number == sealed:
            stamp(image, page_signature(page, image), dpi)
        image = image.rotate(rng.uniform(-0.7, 0.7), Image.Resampling.BICUBIC, fillcolor="white")
        image = image.filter(ImageFilter.GaussianBlur(0.4))
        grains = noise.normal(0, 5, (image.height, image.width, 1))
        array = np.clip(np.asarray(image, dtype=np.float32) * 0.97 + 4 + grains, 0, 255)
        pages.append(Image.fromarray(array.astype(np.uint8)))
    source.close()
    if sealed is None:
        pages = [page.convert("L") for page in pages]
    if out.suffix == ".tiff":
        pages[0].save(
            out, save_all=True, append_images=pages[1:], dpi=(dpi, dpi), compression="jpeg"
        )
        return
    pages[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=pages[1:], quality=38)
    freeze_pdf(out)


def page_signature(page: pdfium.PdfPage, image: Image.Image) -> tuple[int, int]:
    """Find where the signature goes: above the lowest text of the right half of the page."""
    text = page.get_textpage()
    width, height = page.get_size()
    lowest = height
    centre = width * 0.72
    for at in range(text.count_rects()):
        left, bottom, right, _ = text.get_rect(at)
        if left > width / 2 and 60 < bottom < lowest:
            lowest, centre = bottom, (left + right) / 2
    return int(centre / width * image.width), int((1 - (lowest + 45) / height) * image.height)


def stamp(image: Image.Image, at: tuple[int, int], dpi: int) -> None:
    """Draw a round red stamp and a blue signature stroke over a page."""
    layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    x, y = at
    radius = int(0.6 * dpi)
    cx = x - int(0.75 * radius)
    red, blue = (205, 30, 40, 170), (25, 45, 160, 215)
    for shrink, width in ((0, 6), (16, 2)):
        r = radius - shrink
        draw.ellipse((cx - r, y - r, cx + r, y + r), outline=red, width=width)
    star = [
        (cx + 0.4 * radius * np.sin(turn), y - 0.4 * radius * np.cos(turn))
        for turn in (k * 4 * np.pi / 5 for k in range(5))
    ]
    draw.polygon([(float(a), float(b)) for a, b in star], fill=red)
    draw.text(
        (cx - 0.5 * radius, y + 0.5 * radius),
        "TỈNH MẪU",
        fill=red,
        font=ImageFont.load_default(size=int(dpi * 0.09)),
    )
    points = [
        (
            x - 0.3 * dpi + t * 0.012 * dpi,
            y + 0.22 * dpi * np.sin(t / 5.0) * np.exp(-(((t - 35) / 45.0) ** 2)) - 0.002 * t * dpi,
        )
        for t in range(90)
    ]
    draw.line([(float(a), float(b)) for a, b in points], fill=blue, width=5, joint="curve")
    image.paste(Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB"))
