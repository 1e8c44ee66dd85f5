"""Write held-out plans and their gold: `python -m tests.plans.make --out DIR --count N --seed S`.

The same count and seed give the same plans. Media other than DOCX, XLSX and Markdown-like text
need LibreOffice, and some text dumps need pdftotext.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from tests.plans.blocks import Draft, NewPage, Signature
from tests.plans.compose import seeded
from tests.plans.paper import copied_text, freeze_zip, scan, to_pdf
from tests.plans.plain_text import markdown, spaced, tab_separated
from tests.plans.plan import compose, respell
from tests.plans.recipes import RECIPES
from tests.plans.sheets import write_sheets
from tests.plans.stock import FIRST, STOCKS, Stock
from tests.plans.style import Style
from tests.plans.word import write_word

WORD = ("docx", "docx+xlsx")
PAPER = ("pdf", "scan", "tiff", "pdfium", "pdfium_spaced", "layout", "raw", "flow")


def write_gold(draft: Draft, style: Style, path: Path) -> None:
    """Write the gold, spelled as the file spells."""
    gold = respell(draft.gold, style.encoding)
    path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_now(name: str, style: Style, draft: Draft, out: Path, work: Path) -> None:
    """Write what needs no LibreOffice; leave a Word file in `work` for what does."""
    blocks = draft.blocks
    match style.medium:
        case "docx+xlsx":
            cut = next(at for at, block in enumerate(blocks) if isinstance(block, NewPage))
            write_word(style, blocks[:cut], out / f"{name}.docx")
            write_sheets(blocks[cut:], out / f"{name}.xlsx")
            freeze_zip(out / f"{name}.docx")
            freeze_zip(out / f"{name}.xlsx")
        case "docx":
            write_word(style, blocks, out / f"{name}.docx")
            freeze_zip(out / f"{name}.docx")
        case "xlsx":
            write_sheets(blocks, out / f"{name}.xlsx")
            freeze_zip(out / f"{name}.xlsx")
        case "tsv":
            (out / f"{name}.txt").write_text(tab_separated(blocks), encoding="utf-8")
        case "pipes" | "bullets":
            marks = "#" if style.medium == "bullets" else "**"
            text = markdown(blocks, headings=marks)
            (out / f"{name}.txt").write_text(text, encoding="utf-8")
        case _:
            write_word(style, blocks, work / f"{name}.docx")


def from_paper(name: str, style: Style, draft: Draft, out: Path, work: Path) -> None:
    """Turn the exported PDF into what the plan is to be: itself, a scan or a text dump."""
    pdf = work / f"{name}.pdf"
    match style.medium:
        case "pdf":
            (out / f"{name}.pdf").write_bytes(pdf.read_bytes())
        case "scan":
            before = [b for b in draft.blocks if isinstance(b, NewPage | Signature)]
            signed = bool(before) and isinstance(before[0], Signature)
            scan(pdf, out / f"{name}.pdf", seeded(0, name), sealed=signed_page(pdf, signed=signed))
        case "tiff":
            scan(pdf, out / f"{name}.tiff", seeded(0, name))
        case "pdfium_spaced":
            text = spaced(copied_text(pdf, "pdfium"))
            (out / f"{name}.txt").write_text(text, encoding="utf-8")
        case how:
            (out / f"{name}.txt").write_text(copied_text(pdf, how), encoding="utf-8")


def signed_page(pdf: Path, *, signed: bool) -> int | None:
    """Return the page with the recipients and the signer, counted from 0."""
    if not signed:
        return None
    pages = copied_text(pdf, "pdfium").split("\f")
    return next((at for at, text in enumerate(pages) if "Nơi nhận" in text), None)


def make(
    out: Path, count: int, seed: int, only: set[int] | None = None, stock: Stock = FIRST
) -> None:
    """Write plans h01 … to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        later: list[tuple[str, Style, Draft]] = []
        for at in range(count):
            if only and at + 1 not in only:
                continue
            name, style = f"h{at + 1:02d}", RECIPES[at % len(RECIPES)]
            draft = compose(style, seeded(seed, name), stock)
            write_gold(draft, style, out / f"{name}.json")
            write_now(name, style, draft, out, work)
            if style.medium in PAPER:
                later.append((name, style, draft))
        to_pdf([work / f"{name}.docx" for name, _, _ in later], work)
        for name, style, draft in later:
            from_paper(name, style, draft, out, work)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=len(RECIPES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="*", help="numbers of single plans")
    parser.add_argument("--stock", choices=STOCKS, default="first", help="family of wordings")
    asked = parser.parse_args()
    only = set(asked.only or ()) or None
    make(asked.out, asked.count, asked.seed, only, STOCKS[asked.stock])


if __name__ == "__main__":
    main()
