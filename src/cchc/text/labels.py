"""Outline labels of official documents: «I.», «1.», «1.1», «a)», «đ)», «-», «+».

Source: Decree 30/2020/NĐ-CP, annex I (parts, clauses «1.», points «a)» in the Vietnamese
alphabet, with đ); decimal labels and bullets as real plans print them.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from cchc.text.letters import pattern


class LabelKind(StrEnum):
    """The kinds of label, in the order in which they nest."""

    PART = "part"  # Phần thứ nhất, Phần I
    UPPER = "upper"  # A. B.
    ROMAN = "roman"  # I. II.
    ARABIC = "arabic"  # 1. 2) and, with `depth` > 1, 1.1 1.1.2
    LETTER = "letter"  # a) b. đ)
    BRACKETED = "bracketed"  # (1), (ii), ii)
    STAR = "star"  # * : introduces dashes, where both are used
    DASH = "dash"  # - •
    PLUS = "plus"  # +


class Label(NamedTuple):
    """`text` is the printed number or letter without punctuation («1.1», «đ»), "" for a bullet."""

    kind: LabelKind
    text: str
    depth: int = 1

    @property
    def is_bullet(self) -> bool:
        return self.kind in (LabelKind.STAR, LabelKind.DASH, LabelKind.PLUS)

    @property
    def rank(self) -> tuple[int, int]:
        """How deep the label stands in an outline: the greater, the deeper."""
        return _RANKS[self.kind], self.depth


_RANKS = {kind: place for place, kind in enumerate(LabelKind)}


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_ROMAN = r"(?:X{0,3})(?:IX|IV|V?I{0,3})"
_LABEL = pattern(
    r"""\s*(?:
      (?:Phần|PHẦN)\s+(?:(?:thứ|THỨ)\s+)?(?P<part>(?=[IVX])"""
    + _ROMAN
    + r"""|\d|nhất|hai|ba|tư|bốn|năm|NHẤT|HAI|BA|TƯ|BỐN|NĂM|[A-D])\s*(?:[.):–-]\s*|\s+)(?=\S)
    | (?:(?:Mục|MỤC)\s+)?(?P<roman>(?=[IVX])"""
    + _ROMAN
    + r""")\s*(?:[.):]\s*|/(?!v\b|\s*\d)\s*|\s-\s|\s–\s)(?=\S)
    | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})(?:[.):]?\s+|[.)](?=[^\W\d_]))(?=\S)
    | (?P<arabic>\d{1,3})(?:[.)]\s*(?=[^\W\d_"“(«'])|[.)/]\s+(?=\S))
    | \((?P<bracketed>\d{1,2}|[ivx]{1,5})\)\s*(?=\S)
    | (?P<small>ii|iii|iv|vi|vii|viii|ix)[.)]\s+(?=\S)
    | \(?(?P<letter>[a-zđ])(?:\)\s*|\.\s+)(?=\S)
    | (?P<upper>[A-HK-UĐ])[.)]\s+(?=\S)
    | (?P<plus>(?:[-–•*]\s*)?\+)\s*(?=\S)
    | (?P<star>\*)\s*(?=[^\s*])
    | (?P<dash>[-–—‒•●○▪■◦‣·♦◆❖➢➤►✓§\uf0b7\uf02d\uf0a7\uf0d8])\s*(?=[^\d\s-])
    | (?P<round>o)\s+(?=[{U}])
    | (?P<spaced>[-–—‒•●○▪■◦‣·♦◆❖➢➤►✓§\uf0b7\uf02d\uf0a7\uf0d8])\s+(?=\S)
    )""",
    re.VERBOSE,
)
# An upper-case letter that is not a Roman numeral opens a part («A.»), so C D L M are letters here.


def split_label(text: str) -> tuple[Label | None, str]:
    """Split a leading outline label off a line: «1.1. Rà soát …» → (label 1.1, «Rà soát …»).

    A date («15/12»), a percentage or a bare number is no label.
    """
    found = _LABEL.match(text)
    if found is None or found.end() == 0:
        return None, text.strip()
    rest = text[found.end() :].strip()
    kind = found.lastgroup
    printed = found.group(kind) if kind else ""
    match kind:
        case "part":
            # «Phần thứ nhất» has no number to show but its words; «Phần I» is known by its numeral.
            words = found.group().strip(" .:)-–")
            return Label(LabelKind.PART, printed if printed[0] in "IVX" else words), rest
        case "roman":
            return Label(LabelKind.ROMAN, printed), rest
        case "decimal":
            return Label(LabelKind.ARABIC, printed, printed.count(".") + 1), rest
        case "arabic":
            return Label(LabelKind.ARABIC, printed), rest
        case "letter":
            return Label(LabelKind.LETTER, printed), rest
        case "upper":
            return Label(LabelKind.UPPER, printed), rest
        case "bracketed" | "small":
            return Label(LabelKind.BRACKETED, printed), rest
        case "plus":
            return Label(LabelKind.PLUS, ""), rest
        case "star":
            return Label(LabelKind.STAR, ""), rest
        case _:
            return Label(LabelKind.DASH, ""), rest


_PART_ALONE = re.compile(
    r"\s*(?:Phần|PHẦN)\s+(?:(?:thứ|THỨ)\s+)?(?:[IVX]{1,4}|\d|nhất|hai|ba|tư|bốn|năm|NHẤT|HAI|BA|TƯ|BỐN|NĂM|[A-D])"
    r"\s*[.:]?\s*"
)


def part_alone(text: str) -> Label | None:
    """«Phần thứ nhất» or «PHẦN II» on a line of its own: the number of a part, its title below."""
    if _PART_ALONE.fullmatch(text) is None:
        return None
    label, _ = split_label(f"{text.strip(' .:')}. x")
    return label


_BARE = re.compile(
    r"\s*\(?(?:(?P<roman>(?=[IVX])"
    + _ROMAN
    + r")|(?P<arabic>\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,4})|(?P<letter>[a-zđ])|(?P<upper>[A-HK-UĐ]))"
    r"\s*[.):/]?\s*"
)


def bare_label(text: str) -> Label | None:
    """Read a cell that holds nothing but a label, as in a numbering column: «1», «II.», «đ)»."""
    found = _BARE.fullmatch(text)
    if found is None or not text.strip():
        return None
    if printed := found.group("roman"):
        return Label(LabelKind.ROMAN, printed)
    if printed := found.group("arabic"):
        return Label(LabelKind.ARABIC, printed, printed.count(".") + 1)
    if printed := found.group("letter"):
        return Label(LabelKind.LETTER, printed)
    if printed := found.group("upper"):
        return Label(LabelKind.UPPER, printed)
    return None


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral up to 89: «XIV» → 14."""
    total = 0
    for index, char in enumerate(numeral):
        value = _ROMAN_VALUES[char]
        smaller = index + 1 < len(numeral) and value < _ROMAN_VALUES[numeral[index + 1]]
        total += -value if smaller else value
    return total


_LETTERS = "abcdđeghiklmnopqrstuvxy"


def ordinal(label: Label) -> int | None:
    """The place of a label in its own list: «III» → 3, «1.4» → 4, «đ» → 5; None for a bullet."""
    match label.kind:
        case LabelKind.ROMAN:
            return roman_value(label.text)
        case LabelKind.ARABIC:
            return int(label.text.rsplit(".", 1)[-1])
        case LabelKind.LETTER | LabelKind.UPPER:
            place = _LETTERS.find(label.text.lower())
            return place + 1 if place >= 0 else None
        case _:
            return None
