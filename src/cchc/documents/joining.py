"""Joining printed lines into paragraphs: where a paragraph begins, and how two lines are joined.

Used wherever only printed lines are known (text dumps, PDF, scans, wrapped cells).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cchc.text.labels import split_label
from cchc.text.normal import one_line

_NARROW = frozenset("iljtfr.,;:'!|()[]- ")
_WIDE = frozenset("mwMW@%")

# Words that open a paragraph of their own in official documents (Decree 30/2020/NĐ-CP, annex I).
_OPENERS = re.compile(
    r"(?:Căn cứ|Thực hiện (?:Quyết|Kế|Nghị|Chỉ|Công|Chương)|Nơi nhận|Kính gửi|PHỤ LỤC|Phụ lục|"
    r"KẾ HOẠCH$|Số\s*:|\(Kèm theo|\(Ban hành|Trên đây là|Biểu|BIỂU|Đơn vị tính|S?TT\s+[^\W\d_])"
)
_CLOSING = (".", ";", ":", "!", "?", "…")
_AFTER_CLOSING = "'\"”»)"
# «18-⏎NQ/TW», «QĐ-⏎UBND», «2207/⏎QĐ»: one symbol broken over two lines.
_BROKEN_SYMBOL = re.compile(r"(?:[A-ZĐ0-9&][-–/]|\d/)$")
_REST_OF_SYMBOL = re.compile(r"[-–/]?[A-ZĐ&]{1,}[A-Za-zĐđ&]*(?:[-–/][\wĐ&]+)*|\d")
_SYMBOL_GOES_ON = re.compile(r"[-–/][A-ZĐ]{1,5}(?:[-–/&][\wĐ&]+)*")

# «… trong quý⏎III/2025», «theo khoản⏎1. …»: the number belongs to the word before it.
_WANTS_NUMBER = re.compile(
    r"(?:^|\s)(?:quý|tháng|ngày|năm|số|khoản|điều|điểm|mục|kỳ|phần|mức độ|cấp độ|thứ|hạng|top|"
    r"nhóm)$",
    re.IGNORECASE,
)
_WANTS_WITHIN = 10  # letters from the end


@lru_cache(maxsize=8_000)
def text_width(text: str) -> float:
    """A rough printed width in average letters: capitals are wider, «i» and «.» narrower."""
    words = text.split(" ")
    return sum(map(_word_width, words)) + 0.6 * (len(words) - 1)


@lru_cache(maxsize=20_000)
def _word_width(word: str) -> float:
    width = 0.0
    for char in word:
        if char in _NARROW:
            width += 0.6
        elif char.isupper() or char in _WIDE:
            width += 1.4
        else:
            width += 1.0
    return width


def ends_open(text: str) -> bool:
    """Whether a line stops in the middle of a sentence."""
    return not (text.endswith("./") or text.rstrip(_AFTER_CLOSING).endswith(_CLOSING))


def _all_capitals(text: str) -> bool:
    if not text.isupper():
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters)


def starts_paragraph(previous: str, line: str) -> bool:
    """Whether the words of `line` themselves say that it begins a paragraph."""
    if line[0] in "-–/" and previous[-1:].isdigit() and _SYMBOL_GOES_ON.match(line):
        return False
    label, rest = split_label(line)
    if line[0] in "IVX0123456789" and _WANTS_NUMBER.search(
        previous, max(0, len(previous) - _WANTS_WITHIN)
    ):
        # «… chính quyền số⏎4. Tuyên truyền»: a number before a capital is a label all the same.
        return label is not None and rest[:1].isupper()
    if label is not None:
        return True
    if _OPENERS.match(line):
        return True
    if _all_capitals(line):
        return not _all_capitals(previous) and " " in line
    return (
        _all_capitals(previous) and not line.split(None, 1)[0].isupper() and not line[0].islower()
    )


def join_pair(before: str, after: str) -> str:
    """Join two printed lines: by a space, or directly where a symbol was broken."""
    if before[-1:] in "-–/" and _BROKEN_SYMBOL.search(before) and _REST_OF_SYMBOL.match(after):
        return before + after
    if after[:1] in "-–/" and before[-1:].isdigit() and _SYMBOL_GOES_ON.match(after):
        return before + after
    return f"{before} {after}"


def join_lines(lines: Sequence[str]) -> str:
    """Join the printed lines of one paragraph into one line of text."""
    text = ""
    for line in lines:
        line = one_line(line)
        if line:
            text = join_pair(text, line) if text else line
    return text
