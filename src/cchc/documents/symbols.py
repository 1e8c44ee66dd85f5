"""Letters of picture fonts (Symbol, Wingdings) as the plain signs that a reader of text expects.

A ticked box is «x», an empty one nothing, a bullet «-», so that ticked columns and hand-made lists
read the same whatever font drew them.
"""

from __future__ import annotations

TICK = "x"
_BULLET = "-"
_FONTS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")

_WINGDINGS = {
    **dict.fromkeys((0xFB, 0xFC, 0xFD, 0xFE, 0x78), TICK),
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), ""),
    **dict.fromkeys(
        (0x6C, 0x6D, 0x6E, 0x73, 0x74, 0x75, 0x76, 0x77, 0x9E, 0x9F, 0xA0, 0xA7),
        _BULLET,
    ),
    **dict.fromkeys((0xD8, 0xDC, 0xE0, 0xE8, 0xF0), "→"),
}
_WINGDINGS_2 = {
    **dict.fromkeys((0x4F, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56), TICK),
    **dict.fromkeys((0x2A, 0x30, 0x81, 0x99, 0xA3), ""),
    **dict.fromkeys((0x95, 0x96, 0x97, 0x98, 0x9D, 0x9E, 0x9F), _BULLET),
}
_WEBDINGS = {0x61: TICK, 0x72: TICK, 0x63: "", 0x67: _BULLET, 0x6E: _BULLET, 0x3D: _BULLET}
_SYMBOL = {
    0x2D: "-",
    0xA2: "'",
    0xA3: "≤",
    0xA4: "/",
    0xA5: "∞",
    0xA7: _BULLET,
    0xA8: _BULLET,
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB2: '"',
    0xB3: "≥",
    0xB4: "×",
    0xB7: _BULLET,
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xD7: "·",
    0xDE: "⇒",
    0xE5: "∑",
}
_TABLES = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_BULLETS = frozenset("•●○◦▪▫■□◆◇❖➢➤►▶★☆✓✔√·∙‣⁃§oØü*¡")
_DASHES = frozenset("-–—−­‐‑‒―")


def is_picture_font(font: str | None) -> bool:
    """Say whether the letters of this font are signs."""
    return font is not None and font.lower() in _FONTS


def sign(font: str, code: int) -> str:
    """Return the plain sign for a letter of a picture font; nothing where it is decoration."""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    name = font.lower()
    found = _TABLES.get(name, {}).get(low)
    if found is not None:
        return found
    # Symbol shows digits and most punctuation as they are; other letters of it are Greek.
    if name == "symbol" and 0x20 <= low < 0x40:
        return chr(low)
    return " " if low == 0x20 else ""


def signs(font: str, text: str) -> str:
    """Return the plain signs for a text set in a picture font.

    Text that a picture font cannot show (Vietnamese letters) was shown in another: it stays.
    """
    if any(0x100 <= ord(letter) < 0xF000 for letter in text):
        return text
    return "".join(sign(font, ord(letter)) for letter in text)


def bullet(text: str, font: str | None, *, below_bullet: bool) -> str:
    """Return the label of a bullet as plain plans print it: «-», and «+» below another bullet."""
    mark = text.strip()
    if mark.startswith("+"):
        return "+"
    if mark and mark[0] in _DASHES:
        return "-"
    drawn = is_picture_font(font) or mark == "" or mark[0] in _BULLETS or mark[0] >= "\uf000"
    if drawn:
        return "+" if below_bullet else _BULLET
    return mark
