"""Saying how an occurrence stands: progress, a proposed completion and the answer to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.models import Unit
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse
from cchc.web.work.actions.notices import notify
from cchc.web.work.models import Occurrence, Update
from cchc.web.work.policy import (
    may_answer,
    may_comment,
    may_contribute,
    may_propose,
    may_reopen,
    may_report,
    may_take_back,
    supporting_units_of,
)
from cchc.web.work.reasons import WorkReason

State = Occurrence.State
Kind = Update.Kind


def report(
    *,
    by: User,
    on: date,
    row: Occurrence,
    text: str,
    share_done: Decimal | None = None,
    expected: int | None = None,
) -> Update:
    """Say what has been done so far, and of a countable product how much. Raises RuleViolation.

    A note that a reporting period asks for is done by being written.
    """
    permit(may_report(by, row, on=on))
    _need_text(text, WorkReason.WHAT_WAS_DONE)
    _check_share(share_done)
    with acting("work.report", by=by, place=row.plan.owner.path) as act:
        values: dict[str, Any] = {"started_on": row.started_on or on}
        if share_done is not None:
            values["share_done"] = share_done
        if row.kind == Occurrence.Kind.NOTE:
            values |= {"state": State.DONE, "done_on": on, "answered_on": on, "proposed_by": by}
        act.change(row, expected=expected, **values)
        return _say(act, row, Kind.NOTE, by=by, on=on, text=text, share_done=share_done)


def propose(
    *,
    by: User,
    on: date,
    row: Occurrence,
    text: str,
    done_on: date | None = None,
    share_done: Decimal | None = None,
    expected: int | None = None,
) -> Update:
    """Propose an occurrence as completed, with what was done and since when.

    Raises RuleViolation for a day to come, or for a countable product that is not whole.
    """
    permit(may_propose(by, row, on=on))
    _need_text(text, WorkReason.WHAT_WAS_DONE)
    _check_share(share_done)
    done_on = done_on or on
    if done_on > on:
        refuse(WorkReason.DAY_TO_COME, day=f"{done_on:%d/%m/%Y}")
    share = row.share_done if share_done is None else share_done
    if row.share_whole is not None and (share or Decimal(0)) < row.share_whole:
        told = {"done": _plain(share or Decimal(0)), "whole": _plain(row.share_whole)}
        refuse(WorkReason.SHARE_MISSING, **told)
    with acting("work.propose", by=by, place=row.plan.owner.path) as act:
        act.change(
            row,
            expected=expected,
            state=State.PROPOSED,
            done_on=done_on,
            started_on=row.started_on or done_on,
            share_done=share,
            proposed_by=by,
            returned_note="",
        )
        return _say(act, row, Kind.PROPOSED, by=by, on=on, text=text, share_done=share_done)


def take_back(*, by: User, on: date, row: Occurrence, expected: int | None = None) -> None:
    """Take a proposal back before it is answered."""
    permit(may_take_back(by, row, on=on))
    with acting("work.take_back", by=by, place=row.plan.owner.path) as act:
        act.change(row, expected=expected, **_OPEN_AGAIN)
        _say(act, row, Kind.TAKEN_BACK, by=by, on=on)


_OPEN_AGAIN: dict[str, Any] = {"state": State.OPEN, "done_on": None, "proposed_by": None}


def accept(
    *, by: User, on: date, row: Occurrence, note: str = "", expected: int | None = None
) -> None:
    """Accept a proposed completion; the day that counts is the one on which it was done."""
    permit(may_answer(by, row, on=on))
    with acting("work.accept", by=by, place=row.plan.owner.path) as act:
        act.change(row, expected=expected, state=State.DONE, answered_on=on, returned_note="")
        _say(act, row, Kind.ACCEPTED, by=by, on=on, text=note)
        notify(act, [row.proposed_by], on=on, row=row, text=f"{by} công nhận hoàn thành: {row}")


def return_for_more(
    *, by: User, on: date, row: Occurrence, note: str, expected: int | None = None
) -> None:
    """Give a proposed completion back with what is missing."""
    permit(may_answer(by, row, on=on))
    _need_text(note, WorkReason.REASON_NEEDED)
    proposer = row.proposed_by
    with acting("work.return", by=by, place=row.plan.owner.path, reason=note) as act:
        act.change(row, expected=expected, **_OPEN_AGAIN, returned_note=note.strip())
        _say(act, row, Kind.RETURNED, by=by, on=on, text=note)
        text = f"{by} trả lại: {row}. Lý do: {note.strip()}"
        notify(act, [proposer], on=on, row=row, text=text)


def reopen(
    *, by: User, on: date, row: Occurrence, reason: str, expected: int | None = None
) -> None:
    """Open again what was accepted by mistake."""
    permit(may_reopen(by, row, on=on))
    _need_text(reason, WorkReason.REASON_NEEDED)
    with acting("work.reopen", by=by, place=row.plan.owner.path, reason=reason) as act:
        act.change(row, expected=expected, **_OPEN_AGAIN, answered_on=None)
        _say(act, row, Kind.REOPENED, by=by, on=on, text=reason)


def contribute(*, by: User, on: date, row: Occurrence, unit: Unit, text: str) -> Update:
    """Give the part of a supporting unit: the lead unit sees it and answers for the whole."""
    permit(may_contribute(by, row, on=on))
    if not supporting_units_of(by, row, on).filter(pk=unit.pk).exists():
        refuse(WorkReason.ONLY_SUPPORTING)
    _need_text(text, WorkReason.WHAT_WAS_DONE)
    with acting("work.contribute", by=by, place=row.plan.owner.path) as act:
        act.touch(row, unit=unit.name)
        return _say(act, row, Kind.PART, by=by, on=on, text=text, unit=unit)


def comment(
    *, by: User, on: date, row: Occurrence, text: str, mentions: Iterable[User] = ()
) -> Update:
    """Talk about an occurrence; people may be named, who are then told."""
    permit(may_comment(by, row, on=on))
    _need_text(text, WorkReason.TEXT_NEEDED)
    with acting("work.comment", by=by, place=row.plan.owner.path) as act:
        said = _say(act, row, Kind.COMMENT, by=by, on=on, text=text)
        named = list(mentions)
        if named:
            act.link(said, "mentions", named)
            text = f"{by} nhắc tới bạn ở: {row}. «{said.text[:300]}»"
            notify(act, named, on=on, row=row, text=text)
        return said


def _say(
    act: Act,
    row: Occurrence,
    kind: Update.Kind,
    *,
    by: User,
    on: date,
    text: str = "",
    share_done: Decimal | None = None,
    unit: Unit | None = None,
) -> Update:
    return act.create(
        Update(
            occurrence=row,
            kind=kind,
            by=by,
            unit=unit or row.unit,
            at=now(),
            on=on,
            text=text.strip(),
            share_done=share_done,
        )
    )


def _need_text(text: str, reason: WorkReason) -> None:
    if not text.strip():
        refuse(reason)


def _check_share(share: Decimal | None) -> None:
    if share is not None and share < 0:
        refuse(WorkReason.SHARE_BELOW_ZERO)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")
