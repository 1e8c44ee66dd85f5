"""Deciding on values: typing another, accepting what was read, choosing what a deadline means."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.audit.acting import AuditReason
from cchc.web.intake.actions.editing import Editing, editing, mark_of
from cchc.web.intake.deadline_words import schedule_of_choice, schedule_of_words
from cchc.web.intake.item_fields import FIELDS, field_of, value_from
from cchc.web.intake.models import Item, Part, Reading
from cchc.web.intake.queries import items_of, open_questions
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import ChangedMeanwhile

ACCEPTED, CHANGED = "accepted", "changed"


def set_value(
    *, by: User, item: Item, name: str, posted: Mapping[str, str], seen: int, mark: str
) -> Item:
    """Write a value as the person typed it; a deadline's words are understood anew.

    `seen` is the version of the row that was shown and `mark` that of the value: where only other
    values of the row changed meanwhile, both edits stand. Raises ChangedMeanwhile otherwise.
    """
    field = field_of(item.part, name)
    value = value_from(field, posted)
    summary = f"Sửa «{field.label}» của «{_short(item)}»"
    with editing(item.reading, by=by, verb="intake.edit", summary=summary) as edit:
        row = edit.fresh(item)
        if row.version != seen and mark_of(row.values.get(name)) != mark:
            raise ChangedMeanwhile(AuditReason.CHANGED_MEANWHILE, name=_short(row))
        values = {**row.values, name: value}
        if name == "deadline":
            values["schedule"] = schedule_of_words(value, _year_of(edit))
        if values == row.values:
            return row
        decisions = _decided(row, (name,), by=by, did=CHANGED)
        edit.change(row, values=values, decisions=decisions)
        if row.part == Part.HEADER and name == "year":
            _understand_anew(edit, value)
        return row


def _understand_anew(edit: Editing, year: int | None) -> None:
    """Deadlines mean other days in another plan year; those that a person set stay."""
    before = edit.reading.year
    edit.act.change(edit.reading, year=year)
    for item in items_of(edit.reading, Part.TASK):
        words = item.values.get("deadline")
        if not words or "deadline" in item.decisions:
            continue
        if item.values["schedule"] == schedule_of_words(words, before):
            schedule = schedule_of_words(words, year)
            edit.change(item, values={**item.values, "schedule": schedule})


def choose_schedule(
    *, by: User, item: Item, posted: Mapping[str, str], seen: int, mark: str
) -> Item:
    """Set what a deadline means by choosing its kind and days; its printed words stay."""
    summary = f"Chọn thời hạn của «{_short(item)}»"
    with editing(item.reading, by=by, verb="intake.edit", summary=summary) as edit:
        row = edit.fresh(item)
        if row.version != seen and mark_of(row.values.get("deadline")) != mark:
            raise ChangedMeanwhile(AuditReason.CHANGED_MEANWHILE, name=_short(row))
        chosen = schedule_of_choice(posted, _year_of(edit))
        kept = row.values.get("schedule", []) if posted.get("beside") else []
        values = {**row.values, "schedule": [*kept, chosen]}
        return edit.change(
            row, values=values, decisions=_decided(row, ("deadline",), by=by, did=CHANGED)
        )


def accept(*, by: User, item: Item, name: str, seen: int, mark: str) -> Item:
    """Agree with a value as it was read (or with its being empty), so that it is asked no more."""
    field = field_of(item.part, name)
    summary = f"Nhận «{field.label}» của «{_short(item)}»"
    with editing(item.reading, by=by, verb="intake.accept", summary=summary) as edit:
        row = edit.fresh(item)
        if row.version != seen and mark_of(row.values.get(name)) != mark:
            raise ChangedMeanwhile(AuditReason.CHANGED_MEANWHILE, name=_short(row))
        if name in row.decisions:
            return row
        return edit.change(row, decisions=_decided(row, (name,), by=by, did=ACCEPTED))


def accept_item(*, by: User, item: Item, seen: int, only_certain: bool) -> Item:
    """Agree with all values of a row at once, or with those that nothing speaks against."""
    which = "các ô chắc chắn" if only_certain else "cả dòng"
    summary = f"Nhận {which} của «{_short(item)}»"
    with editing(item.reading, by=by, verb="intake.accept", summary=summary) as edit:
        row = edit.fresh(item, seen=seen)
        asked = _asked_about(edit.reading, row) if only_certain else ()
        names = [
            field.name
            for field in FIELDS[row.part]
            if field.name not in row.decisions and field.name not in asked
        ]
        if not names:
            return row
        return edit.change(row, decisions=_decided(row, names, by=by, did=ACCEPTED))


def _asked_about(reading: Reading, item: Item) -> Collection[str]:
    return {question.field for question in open_questions(reading) if question.item == item.pk}


def _decided(item: Item, names: Collection[str], *, by: User, did: str) -> dict[str, Any]:
    """Decisions with these added: who, when, and what the machine had read."""
    at = now().isoformat(timespec="seconds")
    decisions = dict(item.decisions)
    for name in names:
        earlier = decisions.get(name, {})
        was = earlier["was"] if "was" in earlier else item.values.get(name)
        decisions[name] = {"by": by.pk, "name": by.full_name, "at": at, "did": did, "was": was}
        if did == ACCEPTED and earlier.get("did") == CHANGED:
            decisions[name]["did"] = CHANGED
    return decisions


def _year_of(edit: Editing) -> int | None:
    """The plan year that deadlines are understood in, as it stands on the desk now."""
    headers = items_of(edit.reading, Part.HEADER)
    year: int | None = headers[0].values.get("year") if headers else edit.reading.year
    return year


def _short(item: Item) -> str:
    said = str(item)
    return said if len(said) <= 80 else said[:79].rsplit(" ", 1)[0] + "…"
