"""What stands side by side on a page of an official document: the letterhead and the signature.

Decree 30/2020/NĐ-CP, annex I: the issuing body and number stand left of the national name and the
date; «Nơi nhận» stands left of the signature. A line across the page would mix both, so each side
is kept together, left first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.documents.page_lines import PrintedLine, runs
from cchc.text.folding import fold

_GAP = 1.0  # of the letter size: a space so wide parts two sides
_ALIGNED = 0.09  # of the width: how far a line's middle may be from its block's middle
_SAME_START = 3.0  # points: lines of a block that was not centred begin so near each other
_LETTERHEAD_LINES = 14
_NATION = re.compile(r"co?n?g? ?h[o0]a x[a4]\s?h[o0]i")
_MOTTO = re.compile(r"d[o0]c\s?l[a4]p\s?[-–—. ]+\s?t[u0]\s?d[o0]|dang cong san viet nam")
_RECIPIENTS = re.compile(r"^n[o0]i nh[a4]n\b")
_CAPACITY = re.compile(
    r"^(?:kt|tm|tl|tuq|q)\s?[.,]\s?\S|^(?:pho |quyen )?(?:tong )?"
    r"(?:giam doc|chu tich|chanh van phong|chanh thanh tra|cuc truong|chi cuc truong|bo truong|"
    r"thu truong|thu tuong|vien truong|hieu truong|truong ban|truong phong|vu truong)\b"
)
_ANNEX = re.compile(r"^phu luc\b")
_TITLE = re.compile(
    r"(?:ke hoach|quyet dinh|chuong trinh|bao cao|to trinh|nghi quyet|chi thi|thong bao|de an|"
    r"phuong an|huong dan|quy che|quy dinh)\b"
)
_NATION_WHOLE = "cong hoa xa hoi chu nghia viet nam"
_MOTTO_WHOLE = "doc lap tu do hanh phuc"
_OPEN_DATE = re.compile(r".*\w,|(?:.*\W)?ngay[\s\d.…]*(?:thang[\s\d.…]*(?:nam)?)?")
_REST_OF_DATE = re.compile(r"(?:ngay|thang|nam)\b|[\d.…]+(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Side:
    """Lines of one side, from top to bottom; `is_list` for «Nơi nhận», whose items may wrap."""

    lines: tuple[PrintedLine, ...]
    is_list: bool = False


Piece = PrintedLine | Side


def _whole(lines: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    """Put lines of a letterhead together that a narrow column broke."""
    whole: list[PrintedLine] = []
    for line in lines:
        if whole and _goes_on(whole[-1].text, line.text):
            last = whole[-1]
            whole[-1] = PrintedLine((*last.words, *line.words), last.page, last.number)
        else:
            whole.append(line)
    return tuple(whole)


def _goes_on(before: str, line: str) -> bool:
    """«CỘNG HÒA XÃ HỘI CHỦ NGHĨA⏎VIỆT NAM»; «Hà Nội, ngày 05 tháng 01 năm⏎2026»."""
    first, rest = _words_only(before), _words_only(line)
    for whole in (_NATION_WHOLE, _MOTTO_WHOLE):
        if rest and first.startswith(whole[:7]) and whole.startswith(f"{first} {rest}"):
            return True
    is_rest = _REST_OF_DATE.match(fold(line)) is not None
    return is_rest and _OPEN_DATE.fullmatch(fold(before).rstrip()) is not None


def _words_only(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", fold(text)))


def separate_sides(lines: Sequence[PrintedLine], width: float) -> list[Piece]:
    """Take letterheads and signature blocks out of the lines of a page, each side by itself."""
    pieces: list[Piece] = []
    index = 0
    while index < len(lines):
        taken = _letterhead(lines, index, width) or _signature(lines, index, width)
        if taken is None:
            pieces.append(lines[index])
            index += 1
            continue
        count, left, right = taken
        pieces.extend(side for side in (left, right) if side.lines)
        index += count
    return pieces


_Taken = tuple[int, Side, Side]


def _letterhead(lines: Sequence[PrintedLine], index: int, width: float) -> _Taken | None:
    seen = lines[index : index + _LETTERHEAD_LINES]
    anchor = next((at for at, line in enumerate(seen[:4]) if _anchored(line)), None)
    if anchor is None:
        return None
    gutter = _gutter(seen[anchor], width)
    if gutter is None:
        return None
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    for count, line in enumerate(seen):
        before, after = _cut(line, gutter)
        fits = _fits(before, left, width) and _fits(after, right, width)
        ends = _is_title(line) or (count > anchor + 1 and _crosses(line, gutter))
        if not fits or (count > anchor and ends):
            if count <= anchor:
                return None
            return count, Side(_whole(left)), Side(_whole(right))
        left.extend([before] if before else [])
        right.extend([after] if after else [])
    return len(seen), Side(_whole(left)), Side(_whole(right))


def _anchored(line: PrintedLine) -> bool:
    text = fold(line.text)
    return bool(_NATION.search(text) or _MOTTO.search(text))


def _gutter(line: PrintedLine, width: float) -> float | None:
    """Where the right side begins: at the nation's name or motto, whatever stands before it."""
    texts = [word.text for word in line.words]
    for at in range(len(texts)):
        rest = fold(" ".join(texts[at:]))
        if not (_NATION.match(rest) or _MOTTO.match(rest)):
            continue
        begin = line.words[at].x0
        if at == 0:
            return begin - 2.0 if begin > 0.3 * width else None
        return (line.words[at - 1].x1 + begin) / 2
    return None


def _cut(line: PrintedLine, gutter: float) -> tuple[PrintedLine | None, PrintedLine | None]:
    left = tuple(word for word in line.words if (word.x0 + word.x1) / 2 < gutter)
    right = tuple(word for word in line.words if (word.x0 + word.x1) / 2 >= gutter)
    return (
        PrintedLine(left, line.page, line.number) if left else None,
        PrintedLine(right, line.page, line.number) if right else None,
    )


def _crosses(line: PrintedLine, gutter: float) -> bool:
    """Does running text go over the gutter, with no more than a space there?"""
    left, right = _cut(line, gutter)
    return left is not None and right is not None and right.x0 - left.x1 < 0.6 * line.height


def _is_title(line: PrintedLine) -> bool:
    """«KẾ HOẠCH» by itself: the title of the document stands below a letterhead."""
    return line.text.isupper() and bool(_TITLE.match(fold(line.text)))


def _fits(line: PrintedLine | None, block: list[PrintedLine], width: float) -> bool:
    if line is None or not block:
        return True
    x0 = min(other.x0 for other in block)
    x1 = max(other.x1 for other in block)
    centred = abs(line.centre - (x0 + x1) / 2) <= _ALIGNED * width
    return centred or all(abs(line.x0 - other.x0) <= _SAME_START for other in block)


def _signature(lines: Sequence[PrintedLine], index: int, width: float) -> _Taken | None:
    if not _opens_signature(lines[index], width):
        return None
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    count = 0
    for line in lines[index:]:
        if _ANNEX.match(fold(line.text)) and left and right:
            break
        parts = runs(line, _GAP * line.height)
        begins = [part for part in parts if part.x0 < _middle(left, width)]
        ends = [part for part in parts if part.x0 >= _middle(left, width)]
        if begins and begins[-1].x1 > 0.75 * width:
            break
        left.extend(_together(begins))
        right.extend(_together(ends))
        count += 1
    if not right or not any(_RECIPIENTS.match(fold(line.text)) for line in left):
        return None
    return count, Side(tuple(left), is_list=True), Side(tuple(right))


def _middle(left: Sequence[PrintedLine], width: float) -> float:
    """The right side of a signature begins right of here."""
    return 0.42 * width if not left else max(0.42 * width, left[0].x0 + 0.25 * width)


def _together(parts: Sequence[PrintedLine]) -> list[PrintedLine]:
    if not parts:
        return []
    words = tuple(word for part in parts for word in part.words)
    return [PrintedLine(words, parts[0].page, parts[0].number)]


def _opens_signature(line: PrintedLine, width: float) -> bool:
    parts = runs(line, _GAP * line.height)
    if _RECIPIENTS.match(fold(parts[0].text)):
        return True
    last = parts[-1]
    stands_right = last.x0 > 0.4 * width and last.centre > 0.55 * width
    return stands_right and len(parts) <= 2 and bool(_CAPACITY.match(fold(last.text)))
