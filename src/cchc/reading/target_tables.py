"""Tables of targets: one row a target, its text is «name value»."""

from __future__ import annotations

import re

from cchc.documents.model import Table
from cchc.plan.model import Comparator, Target, TargetKind, Trace
from cchc.reading.columns import Column, Columns
from cchc.reading.targets import find_targets, number
from cchc.text.folding import fold
from cchc.text.normal import one_line

_VALUE = re.compile(
    r"(?P<word>[≥≤<>=]+|[^\d]*?)\s*(?P<value>\d[\d.,]*)(?:\s*%?\s*(?:-|–|đến)\s*(?P<to>\d[\d.,]*))?\s*(?P<unit>%)?\s*(?P<rest>.*)"
)
_RANK_NAME = re.compile(r"xep hang|thu hang|vi tri|hang\b|vi thu")
_SCORE_NAME = re.compile(r"^(?:tong )?diem|so diem|diem so|diem (?:chi so|cchc|danh gia)")
_RATE_NAME = re.compile(r"ty le|ti le|muc do|%")
_TIME_NAME = re.compile(r"thoi gian|so ngay|so phut")


def targets_in_table(table: Table, columns: Columns) -> tuple[Target, ...]:
    """Read each row that names a target and a value printed in digits."""
    name_at = columns.place(Column.TARGET)
    if name_at is None:
        name_at = columns.place(Column.TASK)
    value_at = columns.place(Column.TARGET_VALUE)
    unit_at = columns.place(Column.TARGET_UNIT)
    if name_at is None:
        return ()
    found: list[Target] = []
    for row in table.rows[columns.first_row :]:
        name = one_line(row.cells[name_at].text)
        value = one_line(row.cells[value_at].text) if value_at is not None else ""
        unit = one_line(row.cells[unit_at].text) if unit_at is not None else ""
        if name in columns.titles or (value and value in columns.titles):
            continue  # the heading again
        if not name or (value_at is not None and not any(c.isdigit() for c in value)):
            continue
        if value_at is None:
            found.extend(find_targets([(name, row.span)]))
            continue
        target = _target(name, value, unit)
        if target is not None:
            traces = {
                "text": Trace(row.cells[name_at].span),
                "value": Trace(row.cells[value_at].span),
            }
            found.append(
                Target(
                    target.text,
                    target.kind,
                    target.comparator,
                    target.value,
                    target.unit,
                    target.value_to,
                    traces,
                )
            )
    return tuple(found)


def _target(name: str, value: str, unit: str) -> Target | None:
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    kind, default_unit = _kind(name, found, unit)
    comparator = _comparator(found, kind)
    to = found.group("to")
    text = f"{name} {value}"
    return Target(
        text,
        kind,
        Comparator.EQUAL if to else comparator,
        _number(found.group("value")),
        default_unit,
        _number(to) if to else None,
    )


def _number(text: str) -> int | float:
    return number(text.rstrip(".,"))


def _kind(name: str, found: re.Match[str], unit: str) -> tuple[TargetKind, str | None]:
    folded, words = fold(name), fold(f"{found.group('word')} {found.group('rest')} {unit}")
    if found.group("unit") or "%" in unit or "%" in found.group("rest"):
        return TargetKind.RATE, "%"
    if _RANK_NAME.search(folded) or re.search(r"\b(?:hang|top|nhom|thu|vi tri)\b", words):
        return TargetKind.RANK, "hạng"
    if _SCORE_NAME.search(folded) or re.search(r"\bdiem\b", words):
        return TargetKind.SCORE, "điểm"
    if time := re.search(
        r"ngày làm việc|ngày|phút|giờ|tháng", f"{found.group('rest')} {unit}".lower()
    ):
        return TargetKind.DURATION, time.group()
    if _RATE_NAME.search(folded) and not unit:
        return TargetKind.RATE, "%"
    if _TIME_NAME.search(folded):
        return TargetKind.DURATION, unit or None
    return TargetKind.COUNT, _counted(name, found.group("rest"), unit)


def _counted(name: str, rest: str, unit: str) -> str | None:
    """What is counted: the unit column, the words after the number, or «Số <vật> …»."""
    if unit:
        return unit[0].lower() + unit[1:]
    words = re.sub(r"\s*trở lên.*$", "", rest).strip(" .;")
    if words:
        return words
    found = re.match(r"(?:Tổng\s+)?[Ss]ố\s+(?:lượng\s+)?([^\W\d_]+(?:\s+[^\W\d_]+)?)", name)
    return found.group(1) if found else None


def _comparator(found: re.Match[str], kind: TargetKind) -> Comparator:
    word = found.group("word").strip().lower()
    rest = found.group("rest").lower()
    if word in (">", "trên", "hơn", "vượt"):
        return Comparator.MORE if "trở lên" not in rest else Comparator.AT_LEAST
    if word in ("<", "dưới"):
        return Comparator.LESS
    if word in ("≤", "<=") or re.search(r"không quá|tối đa|không vượt|trong|top", word):
        return Comparator.AT_MOST
    if "trở lên" in rest:
        return Comparator.AT_MOST if kind is TargetKind.RANK else Comparator.AT_LEAST
    if word in ("≥", ">=") or re.search(r"tối thiểu|ít nhất|không dưới|^từ|đạt từ", word):
        return Comparator.AT_LEAST
    if kind is TargetKind.RANK and re.search(r"thứ|nhóm", word) and "nhóm" not in word:
        return Comparator.EQUAL
    return Comparator.EQUAL
