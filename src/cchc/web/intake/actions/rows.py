"""Rows of the desk: added, taken out, split, joined, moved up, down and to another area."""

from __future__ import annotations

from typing import Any

from cchc.text.normal import nfc, one_line
from cchc.web.accounts.models import User
from cchc.web.intake.actions.editing import Editing, editing
from cchc.web.intake.actions.values import CHANGED
from cchc.web.intake.item_fields import TITLES
from cchc.web.intake.item_values import STEP
from cchc.web.intake.models import Item, Part, Reading
from cchc.web.intake.reasons import IntakeReason
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import refuse

# What a new row holds besides its text; the rest is absent.
_EMPTY: dict[str, dict[str, Any]] = {
    Part.CITATION: {"doc_type": None, "date": None, "issuer": None},
    Part.SECTION: {"label": None, "level": 1},
    Part.TARGET: {"kind": "rate", "comparator": ">=", "value": 0, "unit": "%"},
    Part.TASK: {
        "area": "other",
        "group": None,
        "label": None,
        "objective": None,
        "activity": None,
        "outputs": [],
        "lead": [],
        "support": [],
        "deadline": None,
        "schedule": [],
        "budget": None,
        "from": "appendix",
    },
    Part.WINDOW: {"from": None, "to": None, "due": None},
}
_JOINED_LISTS = ("outputs", "lead", "support")
_JOINED_TEXTS = ("objective", "activity", "deadline", "budget")


def add_row(*, by: User, reading: Reading, part: str, text: str, after: Item | None = None) -> Item:
    """Add a row that the machine did not see, after another of its part or at the end.

    A task takes the area and group of the row it stands after.
    """
    said = one_line(nfc(text))
    if part not in _EMPTY or not said:
        refuse(IntakeReason.VALUE_IS_WRONG, sentence="Hãy ghi nội dung của dòng mới.")
    with editing(reading, by=by, verb="intake.add", summary=f"Thêm «{said[:80]}»") as edit:
        values = {**_EMPTY[part], TITLES[part]: said}
        rows = _rows(edit, part)
        if after is not None and part == Part.TASK:
            values |= {key: after.values.get(key) for key in ("area", "group", "from")}
        place = _after(edit, rows, after.pk if after else None)
        decisions = {TITLES[part]: _written(by)}
        return edit.add(
            Item(reading=reading, part=part, place=place, values=values, decisions=decisions)
        )


def remove_row(*, by: User, item: Item, seen: int) -> None:
    """Take a row out of the plan; undo brings it back."""
    if item.part == Part.HEADER:
        refuse(IntakeReason.HEADER_STAYS)
    with editing(item.reading, by=by, verb="intake.remove", summary=f"Bỏ «{item}»") as edit:
        edit.change(edit.fresh(item, seen=seen), is_removed=True)


def split_row(*, by: User, item: Item, lines: str, seen: int) -> list[Item]:
    """Make one row of each line of the text; all else is the same in each."""
    texts = [one_line(nfc(line)) for line in lines.splitlines()]
    texts = [text for text in texts if text]
    if item.part not in (Part.TASK, Part.TARGET) or len(texts) < 2:
        refuse(IntakeReason.NOTHING_TO_SPLIT)
    key = TITLES[item.part]
    with editing(item.reading, by=by, verb="intake.split", summary=f"Tách «{item}»") as edit:
        row = edit.fresh(item, seen=seen)
        decisions = {**row.decisions, key: _written(by, row.values.get(key))}
        made = [edit.change(row, values={**row.values, key: texts[0]}, decisions=decisions)]
        for text in texts[1:]:
            place = _after(edit, _rows(edit, row.part), made[-1].pk)
            made.append(
                edit.add(
                    Item(
                        reading=edit.reading,
                        part=row.part,
                        place=place,
                        values={**row.values, key: text},
                        traces=row.traces,
                        decisions=decisions,
                    )
                )
            )
        return made


def join_rows(*, by: User, item: Item, seen: int) -> Item:
    """Make one row of this and the next: texts one after the other, units and products together."""
    key = TITLES[item.part]
    if item.part not in (Part.TASK, Part.TARGET):
        refuse(IntakeReason.NOTHING_TO_JOIN)
    with editing(item.reading, by=by, verb="intake.join", summary=f"Gộp «{item}»") as edit:
        row = edit.fresh(item, seen=seen)
        rows = _rows(edit, row.part)
        place = [one.pk for one in rows].index(row.pk)
        if place + 1 >= len(rows):
            refuse(IntakeReason.NOTHING_TO_JOIN)
        other = rows[place + 1]
        values = {**row.values, key: _both(row.values[key], other.values[key], " ")}
        if row.part == Part.TASK:
            values |= _joined(row.values, other.values)
        changed = {
            name: _written(by, row.values[name])
            for name in values
            if values[name] != row.values.get(name)
        }
        changed.pop("schedule", None)
        edit.change(row, values=values, decisions={**row.decisions, **changed})
        edit.change(other, is_removed=True)
        return row


def move_row(*, by: User, item: Item, up: bool, seen: int) -> Item:
    """Change places with the row before or after it in its part."""
    with editing(item.reading, by=by, verb="intake.move", summary=f"Chuyển «{item}»") as edit:
        row = edit.fresh(item, seen=seen)
        rows = _rows(edit, row.part)
        place = [one.pk for one in rows].index(row.pk)
        other = place - 1 if up else place + 1
        if other < 0:
            refuse(IntakeReason.ALREADY_FIRST)
        if other >= len(rows):
            refuse(IntakeReason.ALREADY_LAST)
        here, there = row.place, rows[other].place
        edit.change(rows[other], place=here)
        return edit.change(row, place=there)


def move_to_area(*, by: User, item: Item, area: str, seen: int) -> Item:
    """Put a task behind the last one of another area, into its group."""
    with editing(item.reading, by=by, verb="intake.move", summary=f"Chuyển «{item}»") as edit:
        row = edit.fresh(item, seen=seen)
        if row.values.get("area") == area:
            return row
        others = [one for one in _rows(edit, Part.TASK) if one.values.get("area") == area]
        sides: dict[str, Any] = {
            "values": {**row.values, "area": area, "group": None},
            "decisions": {**row.decisions, "area": _written(by, row.values.get("area"))},
        }
        if others:
            sides["values"]["group"] = others[-1].values.get("group")
            sides["place"] = _after(edit, _rows(edit, Part.TASK), others[-1].pk)
        return edit.change(row, **sides)


def _rows(edit: Editing, part: str) -> list[Item]:
    rows = Item.objects.filter(reading=edit.reading, part=part, is_removed=False)
    return list(rows.order_by("place", "pk"))


def _after(edit: Editing, rows: list[Item], pk: int | None) -> int:
    """A free place after a row, or at the end; rows make room where there is none."""
    places = [row.place for row in rows]
    at = [row.pk for row in rows].index(pk) if pk is not None else len(rows) - 1
    if at < 0:
        return STEP
    if at == len(rows) - 1:
        return places[at] + STEP
    middle = (places[at] + places[at + 1]) // 2
    if middle > places[at]:
        return middle
    for row in reversed(rows[at + 1 :]):
        edit.change(row, place=row.place + STEP)
    return places[at] + STEP // 2


def _joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    lists = {
        key: list(dict.fromkeys([*(one.get(key) or []), *(other.get(key) or [])]))
        for key in _JOINED_LISTS
    }
    texts = {key: _both(one.get(key), other.get(key), "; ") for key in _JOINED_TEXTS}
    schedule = list(one.get("schedule") or [])
    schedule += [part for part in other.get("schedule") or [] if part not in schedule]
    return {**lists, **texts, "schedule": schedule}


def _both(one: str | None, other: str | None, between: str) -> str | None:
    if not one or not other or one == other:
        return one or other
    return f"{one}{between}{other}"


def _written(by: User, was: Any = None) -> dict[str, Any]:
    at = now().isoformat(timespec="seconds")
    return {"by": by.pk, "name": by.full_name, "at": at, "did": CHANGED, "was": was}
