"""The straight lines drawn on a PDF page: strokes, and thin filled boxes (as Word draws borders).

Coloured areas are no lines; white and clear ink is none either.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from cchc.documents.page_model import Rule
from cchc.documents.pdf_words import Place

_THIN = 3.0  # points: a filled box no thicker than this is a line
_STRAIGHT = 1.0  # points: how far a line may lean
_PALE = 245  # of 255 in each colour: invisible on paper
_DEPTH = 8
_MOST = 60_000  # segments on a page; a drawing with more is no table
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]


def page_rules(page: pdfium.PdfPage, place: Place) -> tuple[Rule, ...]:
    """Collect level and upright lines of a page, also out of nested forms."""
    rules: list[Rule] = []
    for path, matrix in _paths(page, None, _SAME, 0):
        filled, stroked = _drawn(path)
        if not filled and not stroked:
            continue
        for outline, closed in _outlines(path, matrix):
            points = [place(x, y) for x, y in outline]
            if stroked:
                rules.extend(_strokes(points, closed=closed))
            elif (thin := _thin_box(points)) is not None:
                rules.append(thin)
        if len(rules) > _MOST:
            break
    return tuple(rules)


def _paths(
    page: pdfium.PdfPage, form: object | None, matrix: _Matrix, depth: int
) -> Iterator[tuple[object, _Matrix]]:
    whole = form is None
    count = raw.FPDFPage_CountObjects(page) if whole else raw.FPDFFormObj_CountObjects(form)
    for index in range(max(count, 0)):
        thing = (
            raw.FPDFPage_GetObject(page, index)
            if form is None
            else raw.FPDFFormObj_GetObject(form, index)
        )
        if not thing:
            continue
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield thing, _times(_matrix(thing), matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            yield from _paths(page, thing, _times(_matrix(thing), matrix), depth + 1)


def _matrix(thing: object) -> _Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, ctypes.byref(found)):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: _Matrix, second: _Matrix) -> _Matrix:
    """Apply `first`, then `second`."""
    if second == _SAME:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _drawn(path: object) -> tuple[bool, bool]:
    """Whether the path is filled, and whether it is stroked, with ink that can be seen."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(stroke)):
        return False, False
    filled = mode.value != raw.FPDF_FILLMODE_NONE and _seen(path, raw.FPDFPageObj_GetFillColor)
    return filled, bool(stroke.value) and _seen(path, raw.FPDFPageObj_GetStrokeColor)


def _seen(path: object, colour: object) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not colour(path, *(ctypes.byref(part) for part in parts)):  # type: ignore[operator]
        return True
    red, green, blue, ink = (part.value for part in parts)
    return ink > 10 and min(red, green, blue) < _PALE


def _outlines(path: object, matrix: _Matrix) -> Iterator[tuple[list[_Point], bool]]:
    """Each stretch of straight segments; a curve ends one (no border is curved)."""
    a, b, c, d, e, f = matrix
    across, down = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    for index in range(max(raw.FPDFPath_CountSegments(path), 0)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind != raw.FPDF_SEGMENT_LINETO and points:
            yield points, False
            points = []
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            continue
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(down))
        x, y = across.value, down.value
        points.append((a * x + c * y + e, b * x + d * y + f))
        if raw.FPDFPathSegment_GetClose(segment):
            yield points, True
            points = []
    if points:
        yield points, False


def _strokes(points: list[_Point], *, closed: bool) -> Iterator[Rule]:
    ends = [*points[1:], points[0]] if closed and len(points) > 2 else points[1:]
    for (x0, y0), (x1, y1) in zip(points, ends, strict=False):
        if min(abs(x1 - x0), abs(y1 - y0)) <= _STRAIGHT and max(abs(x1 - x0), abs(y1 - y0)) > 0:
            yield _straight(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _thin_box(points: list[_Point]) -> Rule | None:
    if len(points) < 4:
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    if min(max(across) - min(across), max(down) - min(down)) > _THIN:
        return None
    return _straight(min(across), min(down), max(across), max(down))


def _straight(x0: float, top: float, x1: float, bottom: float) -> Rule:
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return Rule(x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return Rule(middle, top, middle, bottom)
