"""The forms of official document numbers, and whether a number fits the type it is called by.

Source: Decree 30/2020/NĐ-CP, annexes I and III (named type «n/LOẠI-CƠQUAN», công văn
«n/CƠQUAN-ĐƠNVỊ»); Law on the promulgation of legal normative documents (the year is part of the
number); Party guidance 36-HD/VPTW («n-LOẠI/CƠQUAN»).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cchc.text.folding import fold


class Form(StrEnum):
    STATE = "state"  # 2674/QĐ-UBND, 61/2018/NĐ-CP
    PARTY = "party"  # 133-KH/TU
    LAW = "law"  # 80/2015/QH13
    LETTER = "letter"  # 343/SKHCN-VP: công văn, no type in the number


@dataclass(frozen=True, slots=True)
class NumberParts:
    """A number taken apart; `kind` is the abbreviation of its type, None in a công văn."""

    form: Form
    serial: str
    year: int | None
    kind: str | None
    organ: str


# The abbreviations that each type of document may bear, and the type that they say when alone.
# «QĐ» stands for Quyết định and, in Party documents, Quy định; «TT» is Thông tư, in the Party
# Thông tri; «CTr» and «CTHĐ» are programmes.
ABBREVIATIONS: Mapping[str, tuple[str, ...]] = {
    "Nghị quyết": ("NQ", "NQLT"),
    "Nghị quyết liên tịch": ("NQLT",),
    "Quyết định": ("QĐ",),
    "Chỉ thị": ("CT",),
    "Quy chế": ("QC",),
    "Quy định": ("QĐ", "QyĐ", "QĐi"),
    "Quy trình": ("QTr", "QT"),
    "Thông báo": ("TB",),
    "Hướng dẫn": ("HD",),
    "Chương trình": ("CTr", "CTHĐ", "CTrHĐ", "CTPH"),
    "Chương trình hành động": ("CTHĐ", "CTrHĐ", "CTr"),
    "Kế hoạch": ("KH",),
    "Kế hoạch liên tịch": ("KHLT",),
    "Phương án": ("PA",),
    "Đề án": ("ĐA",),
    "Báo cáo": ("BC",),
    "Biên bản": ("BB",),
    "Tờ trình": ("TTr",),
    "Công điện": ("CĐ",),
    "Giấy mời": ("GM",),
    "Nghị định": ("NĐ",),
    "Thông tư": ("TT",),
    "Thông tư liên tịch": ("TTLT",),
    "Thông tri": ("TT",),
    "Pháp lệnh": ("PL",),
    "Kết luận": ("KL",),
    "Văn bản hợp nhất": ("VBHN",),
    "Công văn": ("CV",),
}
_SHORTS_OF = {fold(name): shorts for name, shorts in ABBREVIATIONS.items()}
_TYPE_OF = {
    short: name for name, shorts in reversed(list(ABBREVIATIONS.items())) for short in shorts
} | {"QĐ": "Quyết định", "TT": "Thông tư", "CTr": "Chương trình", "CTHĐ": "Chương trình"}

# Always legal normative, so always with the year. Decisions, resolutions and directives exist in
# both forms and are not judged.
_NEEDS_YEAR = ("NĐ", "TT", "TTLT")

_PARTY_ORGAN = re.compile(r"(?:\w*TW|\w*TU|HU|ThU|QU|ĐU\w*|ĐUK|BCĐTW)")
_STATE_ORGAN = re.compile(r"(?:UBND|HĐND|UBTVQH\d*|QH\d*|CP|TTg|CTN|VPCP|B[A-ZĐ]{2,}|S[A-ZĐ]{2,})")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))

_LAW = re.compile(r"(?P<serial>\d+)/(?P<year>\d{4})/(?P<organ>(?:UBTV)?QH\d*)")
_STATE = re.compile(
    r"(?P<serial>\d+\w?)/(?:(?P<year>\d{4})/)?(?P<kind>[^\W\d_]+)-(?P<organ>[^\s/]+(?:-[^\s/]+)*)"
)
_PARTY = re.compile(r"(?P<serial>\d+)-(?P<kind>[^\W\d_]+)/(?P<organ>[^\s/]+)")


def type_of(abbreviation: str) -> str | None:
    """The type of document that an abbreviation says: «KH» → Kế hoạch; None for an agency's."""
    return _TYPE_OF.get(abbreviation)


def parts_of(number: str) -> NumberParts | None:
    """Take a printed number apart: «61/2018/NĐ-CP» → state form, 2018, NĐ, CP.

    None if no form fits.
    `343/SKHCN-VP` (công văn) has an agency where a type would stand, so its kind is None.
    """
    text = number.translate(_DASHES).strip()
    if found := _LAW.fullmatch(text):
        return NumberParts(Form.LAW, found["serial"], int(found["year"]), None, found["organ"])
    if found := _PARTY.fullmatch(text):
        return NumberParts(Form.PARTY, found["serial"], None, found["kind"], found["organ"])
    if found := _STATE.fullmatch(text):
        year = int(found["year"]) if found["year"] else None
        if type_of(found["kind"]) is None:
            organ = f"{found['kind']}-{found['organ']}"
            return NumberParts(Form.LETTER, found["serial"], year, None, organ)
        return NumberParts(Form.STATE, found["serial"], year, found["kind"], found["organ"])
    return None


def lacks_year(parts: NumberParts) -> bool:
    """A legal normative document cited without its year: «158/NĐ-CP» for 158/2007/NĐ-CP."""
    return parts.form is Form.STATE and parts.year is None and parts.kind in _NEEDS_YEAR


def party_number(parts: NumberParts) -> str | None:
    """What a Party number written in the state's form should be: «133/KH-TU» → «133-KH/TU»."""
    if parts.form is Form.STATE and parts.year is None and _PARTY_ORGAN.fullmatch(parts.organ):
        return f"{parts.serial}-{parts.kind}/{parts.organ}"
    return None


def state_number(parts: NumberParts) -> str | None:
    """What a state number written in the Party's form should be: «70-QĐ/UBND» → «70/QĐ-UBND»."""
    if parts.form is Form.PARTY and _STATE_ORGAN.fullmatch(parts.organ):
        return f"{parts.serial}/{parts.kind}-{parts.organ}"
    return None


def other_type(parts: NumberParts, doc_type: str | None) -> str | None:
    """The type that the number says where it is not `doc_type`; None where they agree or are open.

    Laws and codes bear no type in their number, so only a named type can disagree.
    """
    allowed = _allowed(doc_type)
    if allowed is None:
        return None
    if parts.form is Form.LETTER:
        return None if doc_type is not None and fold(doc_type) == "cong van" else "Công văn"
    if parts.kind is None or parts.kind in allowed:
        return None
    return type_of(parts.kind)


def symbol_of_other_type(symbol: str, doc_type: str | None) -> str | None:
    """The type that a symbol without its number says («SKHCN-VP» → Công văn), if not `doc_type`."""
    parts = parts_of(f"1-{symbol}") if "/" in symbol else parts_of(f"1/{symbol}")
    return None if parts is None else other_type(parts, doc_type)


def _allowed(doc_type: str | None) -> tuple[str, ...] | None:
    if doc_type is None:
        return None
    return _SHORTS_OF.get(fold(doc_type))
