"""The values of an item: which there are in each part, how each is shown, and how it is typed in.

In: values of the interchange format, or what a form sent. Out: words and inputs for a screen, or
the value. A wrong input is refused with one sentence; no rule of the plan is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn

from cchc.plan.model import Comparator
from cchc.plan.sentences import AREA_NAMES, FIELD_NAMES, ORIGIN_NAMES, TARGET_KIND_NAMES
from cchc.text.normal import nfc, one_line
from cchc.web.intake.models import Part
from cchc.web.intake.reasons import IntakeReason
from cchc.web.ui.refusals import refuse

COMPARATORS = {
    Comparator.EQUAL.value: "bằng",
    Comparator.MORE.value: "trên",
    Comparator.AT_LEAST.value: "ít nhất",
    Comparator.LESS.value: "dưới",
    Comparator.AT_MOST.value: "không quá",
}
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_LONGEST = 5_000


class Shape(StrEnum):
    """How a value is held and typed."""

    TEXT = "text"
    LONG = "long"
    LIST = "list"  # one on a line
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    PARTS = "parts"  # several small values: a date with blanks, a signer
    CHOICE = "choice"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Field:
    """One value of an item: its key, its words, its shape."""

    name: str
    label: str
    shape: Shape = Shape.TEXT
    is_required: bool = False
    choices: Mapping[str, str] | None = None
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a form: what a template needs to draw it."""

    name: str
    label: str
    shape: Shape
    value: str
    choices: tuple[tuple[str, str], ...] = ()


def _field(name: str, shape: Shape = Shape.TEXT, **more: Any) -> Field:
    return Field(name, more.pop("label", FIELD_NAMES.get(name, name)), shape, **more)


_DATE_PARTS = (("day", "Ngày"), ("month", "Tháng"), ("year", "Năm"))
_SIGNER_PARTS = (
    ("authority", "Quyền ký (KT., TM., TL., TUQ., Q.)"),
    ("position", "Chức vụ"),
    ("name", "Họ và tên"),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    Part.HEADER: (
        _field("doc_type"),
        _field("subject", Shape.LONG),
        _field("year", Shape.WHOLE),
        _field("parent_authority"),
        _field("issuer"),
        _field("number"),
        _field("symbol"),
        _field("place"),
        _field("date", Shape.PARTS, parts=_DATE_PARTS),
        _field("signer", Shape.PARTS, parts=_SIGNER_PARTS),
        _field("recipients", Shape.LIST),
    ),
    Part.CITATION: (
        _field("number", is_required=True, label="Số, ký hiệu"),
        _field("doc_type"),
        _field("date", Shape.DAY),
        _field("issuer"),
    ),
    Part.SECTION: (
        _field("label"),
        _field("level", Shape.WHOLE, is_required=True),
        _field("title", Shape.LONG, is_required=True),
    ),
    Part.TARGET: (
        _field("text", Shape.LONG, is_required=True, label="Chỉ tiêu"),
        _field(
            "kind",
            Shape.CHOICE,
            is_required=True,
            choices={kind.value: word for kind, word in TARGET_KIND_NAMES.items()},
        ),
        _field("comparator", Shape.CHOICE, is_required=True, choices=COMPARATORS),
        _field("value", Shape.NUMBER, is_required=True),
        _field("value_to", Shape.NUMBER),
        _field("unit"),
    ),
    Part.TASK: (
        _field("label", label="Số thứ tự"),
        _field("task", Shape.LONG, is_required=True),
        _field("objective", Shape.LONG),
        _field("activity", Shape.LONG),
        _field("outputs", Shape.LIST),
        _field("lead", Shape.LIST),
        _field("support", Shape.LIST),
        _field("deadline", Shape.DEADLINE),
        _field("budget"),
        _field(
            "area",
            Shape.CHOICE,
            is_required=True,
            choices={area.value: word for area, word in AREA_NAMES.items()},
        ),
        _field("group"),
        _field(
            "from",
            Shape.CHOICE,
            is_required=True,
            label="Từ phần",
            choices={origin.value: word for origin, word in ORIGIN_NAMES.items()},
        ),
    ),
    Part.WINDOW: (
        _field("name", is_required=True),
        _field("from", Shape.DAY, label=FIELD_NAMES["data_from"]),
        _field("to", Shape.DAY, label=FIELD_NAMES["data_to"]),
        _field("due", Shape.DAY, label=FIELD_NAMES["due_on"]),
    ),
}
# The value by which an item is known in a list.
TITLES: Mapping[str, str] = {
    Part.HEADER: "subject",
    Part.CITATION: "number",
    Part.SECTION: "title",
    Part.TARGET: "text",
    Part.TASK: "task",
    Part.WINDOW: "name",
}


def field_of(part: str, name: str) -> Field:
    """The field of a part. Refuses a name that the part does not have."""
    found = [field for field in FIELDS[part] if field.name == name]
    if not found:
        refuse(IntakeReason.NO_SUCH_FIELD, name=name)
    return found[0]


def rank_of(part: str, name: str) -> int:
    """The place of a value among those of its part; unknown ones come first."""
    names = [field.name for field in FIELDS[part]]
    return names.index(name) if name in names else -1


def in_words(field: Field, value: Any) -> str:
    """A value as it is shown; nothing for no value. A list is one on a line."""
    if value is None or value == [] or value == "":
        return ""
    match field.shape:
        case Shape.LIST:
            return "\n".join(value)
        case Shape.CHOICE:
            return (field.choices or {}).get(value, value)
        case Shape.NUMBER:
            return str(value).replace(".", ",")
        case Shape.DAY:
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        case Shape.PARTS if field.name == "date":
            return _date_with_blanks(value)
        case Shape.PARTS:
            return " ".join(str(value[key]) for key, _ in field.parts if value.get(key))
        case _:
            return str(value)


def _date_with_blanks(value: Mapping[str, int | None]) -> str:
    if not any(value.values()):
        return ""
    day, month, year = (value.get(key) for key in ("day", "month", "year"))
    return "/".join(
        (f"{day:02}" if day else "…", f"{month:02}" if month else "…", str(year or "…"))
    )


def inputs_of(field: Field, value: Any) -> list[Input]:
    """The inputs with which a value is typed, filled with what stands."""
    if field.shape is Shape.PARTS:
        held = value or {}
        return [
            Input(f"value_{key}", label, Shape.TEXT, str(held.get(key) or ""))
            for key, label in field.parts
        ]
    shown = value or "" if field.shape is Shape.CHOICE else in_words(field, value)
    choices = tuple((field.choices or {}).items())
    return [Input("value", field.label, field.shape, str(shown), choices)]


def value_from(field: Field, posted: Mapping[str, str]) -> Any:
    """The value that a form sent. Refuses what is none, with what to do."""
    if field.shape is Shape.PARTS:
        return _parts_from(field, posted)
    typed = nfc(posted.get("value", "")).strip()[:_LONGEST]
    if not typed:
        if field.is_required:
            _wrong(f"Mục «{field.label}» không được để trống.")
        return [] if field.shape is Shape.LIST else None
    return _READ[field.shape](field, typed)


def _parts_from(field: Field, posted: Mapping[str, str]) -> dict[str, Any]:
    typed = {key: one_line(nfc(posted.get(f"value_{key}", ""))) for key, _ in field.parts}
    if field.name == "signer":
        return {key: words or None for key, words in typed.items()}
    found = {}
    for key, (least, most) in {"day": (1, 31), "month": (1, 12), "year": (1990, 2100)}.items():
        words = typed[key].strip(".…")
        if words and not (words.isdigit() and least <= int(words) <= most):
            _wrong(f"«{words}» không phải {dict(field.parts)[key].lower()}; để trống nếu chưa có.")
        found[key] = int(words) if words else None
    return {key: found[key] for key in ("year", "month", "day")}


def _text(_field: Field, typed: str) -> str:
    return one_line(typed)


def _list(_field: Field, typed: str) -> list[str]:
    lines = (one_line(line).strip(" ;") for line in typed.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def _whole(field: Field, typed: str) -> int:
    if not typed.isdigit():
        _wrong(f"Mục «{field.label}» cần một số nguyên; bạn ghi «{typed}».")
    return int(typed)


def _number(field: Field, typed: str) -> int | float:
    plain = typed.replace(" ", "")
    if not re.fullmatch(r"-?\d+(?:[.,]\d+)?", plain):
        _wrong(f"Mục «{field.label}» cần một số, ví dụ 97,5; bạn ghi «{typed}».")
    value = float(plain.replace(",", "."))
    return int(value) if value.is_integer() else value


def _day(field: Field, typed: str) -> str:
    return day_from(field.label, typed).isoformat()


def _choice(field: Field, typed: str) -> str:
    if typed not in (field.choices or {}):
        _wrong(f"Hãy chọn «{field.label}» trong danh sách.")
    return typed


_READ: Mapping[Shape, Callable[[Field, str], Any]] = {
    Shape.TEXT: _text,
    Shape.LONG: _text,
    Shape.DEADLINE: _text,
    Shape.LIST: _list,
    Shape.WHOLE: _whole,
    Shape.NUMBER: _number,
    Shape.DAY: _day,
    Shape.CHOICE: _choice,
}


def day_from(label: str, typed: str) -> date:
    """A day typed as plans write it, or as a date input of the browser sends it."""
    found = _DAY.fullmatch(typed.strip())
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(typed.strip())
    except ValueError:
        _wrong(f"Mục «{label}» cần ngày dạng ngày/tháng/năm, ví dụ 30/11/2026; bạn ghi «{typed}».")


def _wrong(sentence: str) -> NoReturn:
    refuse(IntakeReason.VALUE_IS_WRONG, sentence=sentence)
