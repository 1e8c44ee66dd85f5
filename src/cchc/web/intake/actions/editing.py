"""One edit on the desk: rows written together, kept with what they were, and taken back.

Every edit holds the lock of its reading, so that edits have one order; whether a row is still as
the person saw it is told by its version, and of one value by a mark of what was shown.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max

from cchc.plan.interchange import MalformedPlan
from cchc.plan.sentences import malformed_sentence
from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, AuditReason, acting
from cchc.web.intake.item_values import plan_from
from cchc.web.intake.models import Edit, Item, Part, Reading
from cchc.web.intake.policy import may_review
from cchc.web.intake.reasons import IntakeReason
from cchc.web.ui.clock import now, today
from cchc.web.ui.refusals import ChangedMeanwhile, permit, refuse

_SIDES = ("values", "decisions", "place", "is_removed")


@dataclass
class Editing:
    """An edit under way."""

    act: Act
    reading: Reading
    by: User
    rows: list[dict[str, Any]] = field(default_factory=list)

    def fresh(self, item: Item, *, seen: int | None = None) -> Item:
        """The item as it stands now. Raises ChangedMeanwhile where the person saw another one."""
        row = Item.objects.get(pk=item.pk, reading=self.reading)
        if row.is_removed or (seen is not None and row.version != seen):
            raise ChangedMeanwhile(AuditReason.CHANGED_MEANWHILE, name=str(row))
        return row

    def change(self, item: Item, **sides: Any) -> Item:
        """Set values, decisions, place or removal of an item; values must still make a plan."""
        if "values" in sides:
            self._must_be_sound(Item(part=item.part, values=sides["values"]))
        before = side_of(item)
        self.act.change(item, **sides)
        self.rows.append({"item": item.pk, "before": before, "after": side_of(item)})
        return item

    def add(self, item: Item) -> Item:
        """Write a new row."""
        self._must_be_sound(item)
        self.act.create(item)
        self.rows.append({"item": item.pk, "before": None, "after": side_of(item)})
        return item

    def _must_be_sound(self, item: Item) -> None:
        try:
            plan_from([item])
        except MalformedPlan as error:
            refuse(IntakeReason.VALUE_IS_WRONG, sentence=malformed_sentence(error))


@contextmanager
def editing(reading: Reading, *, by: User, verb: str, summary: str) -> Iterator[Editing]:
    """Do one edit under the lock of the reading, and keep it so that it can be taken back."""
    with acting(verb, by=by, place=reading.office.path) as act:
        locked = (
            Reading.objects.select_related("office")
            .select_for_update(of=("self",))
            .get(pk=reading.pk)
        )
        permit(may_review(by, locked, on=today()))
        edit = Editing(act, locked, by)
        yield edit
        if edit.rows:
            last = Edit.objects.filter(reading=locked).aggregate(last=Max("number"))["last"]
            act.create(
                Edit(
                    reading=locked,
                    number=(last or 0) + 1,
                    by=by,
                    at=now(),
                    summary=summary[:200],
                    rows=edit.rows,
                )
            )


def undo(*, by: User, reading: Reading) -> Edit:
    """Take back the person's latest edit that stands; any number of times, back to the first.

    Refuses where somebody has edited one of its rows since: their work is not thrown away.
    """
    with acting("intake.undo", by=by, place=reading.office.path) as act:
        locked = (
            Reading.objects.select_related("office")
            .select_for_update(of=("self",))
            .get(pk=reading.pk)
        )
        permit(may_review(by, locked, on=today()))
        edit = Edit.objects.filter(reading=locked, by=by, undone_at=None).first()
        if edit is None:
            refuse(IntakeReason.NOTHING_TO_UNDO)
        items = Item.objects.in_bulk([row["item"] for row in edit.rows])
        for row in edit.rows:
            if side_of(items[row["item"]]) != row["after"]:
                _tell_who_edited_since(edit, items[row["item"]])
        for row in reversed(edit.rows):
            before = row["before"]
            item = act.change(items[row["item"]], **(before or {"is_removed": True}))
            if item.part == Part.HEADER and item.values.get("year") != locked.year:
                act.change(locked, year=item.values.get("year"))
        act.change(edit, undone_at=now())
        return edit


def _tell_who_edited_since(edit: Edit, item: Item) -> None:
    since = Edit.objects.filter(
        reading=edit.reading_id, number__gt=edit.number, undone_at=None
    ).select_related("by")
    who = next(
        (str(one.by) for one in since if any(row["item"] == item.pk for row in one.rows)),
        "người khác",
    )
    refuse(IntakeReason.EDITED_SINCE, summary=edit.summary, name=str(item), who=who)


def side_of(item: Item) -> dict[str, Any]:
    """An item as an edit keeps it; plain values, as the database gives them back."""
    plain: dict[str, Any] = json.loads(json.dumps({one: getattr(item, one) for one in _SIDES}))
    return plain


def mark_of(value: Any) -> str:
    """A short mark of a value as it was shown, to tell whether it is still the same."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
