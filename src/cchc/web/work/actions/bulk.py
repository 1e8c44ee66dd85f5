"""One act on many occurrences with one reason, in one transaction; and taking it all back.

Each occurrence is written by the act of its own, with all its rules; what each said before stands
in `BulkAct.rows`, with the version it had afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import Decision, permit, refuse
from cchc.web.work import policy
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.models import BulkAct, Extension, Occurrence, Update
from cchc.web.work.reasons import WorkReason

MOST_ROWS = 200
_KEPT = (
    *("state", "started_on", "done_on", "answered_on", "proposed_by_id", "returned_note"),
    "share_done",
)


class BulkVerb(StrEnum):
    """What may be done to many at once."""

    REPORT = "report"
    PROPOSE = "propose"
    ACCEPT = "accept"
    RETURN = "return"
    ASK = "ask_extension"


@dataclass(frozen=True, slots=True)
class Said:
    """What holds for all of them: the one reason, and the day where the act needs one."""

    reason: str
    day: date | None = None


MAY: dict[BulkVerb, Callable[..., Decision]] = {
    BulkVerb.REPORT: policy.may_report,
    BulkVerb.PROPOSE: policy.may_propose,
    BulkVerb.ACCEPT: policy.may_answer,
    BulkVerb.RETURN: policy.may_answer,
    BulkVerb.ASK: policy.may_ask_extension,
}
# How an undone act is told in the line of time of each occurrence.
_UNDONE = {
    BulkVerb.REPORT: Update.Kind.NOTE,
    BulkVerb.PROPOSE: Update.Kind.TAKEN_BACK,
    BulkVerb.ACCEPT: Update.Kind.REOPENED,
    BulkVerb.RETURN: Update.Kind.PROPOSED,
    BulkVerb.ASK: Update.Kind.NOTE,
}


def act_on_many(
    *,
    by: User,
    on: date,
    verb: BulkVerb,
    rows: Sequence[tuple[Occurrence, int | None]],
    said: Said,
) -> BulkAct:
    """Do one thing to all of them, or to none where one is refused. Raises RuleViolation.

    1. what each says now is kept; 2. each is written by its own act; 3. the whole is one row.
    """
    if not rows or len(rows) > MOST_ROWS:
        refuse(WorkReason.NOTHING_CHOSEN if not rows else WorkReason.TOO_MANY_CHOSEN)
    if not said.reason.strip():
        refuse(WorkReason.REASON_NEEDED)
    place = rows[0][0].plan.owner.path
    with acting("work.bulk", by=by, place=place, reason=said.reason) as act:
        kept = []
        for row, expected in rows:
            before = {name: getattr(row, name) for name in _KEPT}
            made = _one(verb, by, on, row, said, expected)
            kept.append({"pk": row.pk, "before": before, "version": row.version, **made})
        return act.create(
            BulkAct(verb=verb.value, by=by, at=now(), reason=said.reason.strip(), rows=kept)
        )


def _one(
    verb: BulkVerb, by: User, on: date, row: Occurrence, said: Said, expected: int | None
) -> dict[str, Any]:
    """Write one of them; what else than the row itself was made, by its number."""
    given: dict[str, Any] = {"by": by, "on": on, "row": row}
    match verb:
        case BulkVerb.REPORT:
            progress.report(text=said.reason, expected=expected, **given)
        case BulkVerb.PROPOSE:
            progress.propose(text=said.reason, done_on=said.day, expected=expected, **given)
        case BulkVerb.ACCEPT:
            progress.accept(note=said.reason, expected=expected, **given)
        case BulkVerb.RETURN:
            progress.return_for_more(note=said.reason, expected=expected, **given)
        case BulkVerb.ASK:
            if said.day is None:
                refuse(WorkReason.DAY_NEEDED)
            asked = deadlines.ask_extension(wanted_on=said.day, reason=said.reason, **given)
            return {"extension": asked.pk}
    return {}


def undo(*, by: User, on: date, bulk: BulkAct, expected: int | None = None) -> None:
    """Take a bulk act back as long as nothing of it changed since. Raises RuleViolation."""
    permit(policy.may_undo(by, bulk, on=on))
    verb = BulkVerb(bulk.verb)
    reason = f"Hoàn tác: {bulk.reason}"
    numbers = [one["pk"] for one in bulk.rows]
    rows = Occurrence.objects.select_related("plan__owner", "unit").in_bulk(numbers)
    place = next(iter(rows.values())).plan.owner.path
    with acting("work.undo", by=by, place=place, reason=bulk.reason) as act:
        act.change(bulk, expected=expected, undone_at=now())
        for kept in bulk.rows:
            row = rows[kept["pk"]]
            if row.version != kept["version"]:
                refuse(WorkReason.CHANGED_SINCE, name=row)
            _restore(act, by, on, row, kept, reason)
            act.create(
                Update(
                    occurrence=row,
                    kind=_UNDONE[verb],
                    by=by,
                    unit=row.unit,
                    at=now(),
                    on=on,
                    text=reason,
                )
            )


def _restore(
    act: Act, by: User, on: date, row: Occurrence, kept: dict[str, Any], reason: str
) -> None:
    if "extension" in kept:
        asked = Extension.objects.get(pk=kept["extension"])
        if asked.state != Extension.State.ASKED:
            refuse(WorkReason.CHANGED_SINCE, name=row)
        act.archive(asked, reason=reason)
        return
    act.change(row, **{_field(name): _value(name, value) for name, value in kept["before"].items()})


def _field(name: str) -> str:
    return "proposed_by" if name == "proposed_by_id" else name


def _value(name: str, value: Any) -> Any:
    """A kept value as the field holds it; JSON knows days, numbers and people only as text."""
    if value is None:
        return None
    if name.endswith("_on") and isinstance(value, str):
        return date.fromisoformat(value)
    if name == "proposed_by_id":
        return User.objects.get(pk=value)
    return value
