"""The office's calendar of decided days; each change of it says what it moves.

What a change would move is shown first; `digest` names what was shown, and only just that is
written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.ui.refusals import ChangedMeanwhile, permit, refuse
from cchc.web.work.actions.planning import Preview, preview, replan_within
from cchc.web.work.models import DecidedDay
from cchc.web.work.policy import may_keep_calendar
from cchc.web.work.queries.calendar import calendar_with, own_days
from cchc.web.work.queries.followed import followed_plans
from cchc.web.work.reasons import WorkReason

Type = DecidedDay.Type


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What is decided of a day, and on what ground."""

    day: date
    type: DecidedDay.Type
    name: str
    legal_basis: str
    expected: int | None = None  # the version of the office's row as it was shown, 0 for none


def moved_by(days: list[DecidedDay]) -> list[Preview]:
    """What each followed plan would move if the office's table said these days."""
    calendar = calendar_with(days)
    found = (preview(plan, calendar=calendar) for plan in followed_plans())
    return [one for one in found if one is not None and not one.changes.changes_nothing]


def moved_with(facts: Iterable[DayFacts]) -> list[Preview]:
    """What would move if these days were decided too."""
    days = {one.date: one for one in own_days()}
    days |= {
        one.day: DecidedDay(date=one.day, type=one.type, name=one.name, legal_basis=one.legal_basis)
        for one in facts
    }
    return moved_by(list(days.values()))


def moved_without(row: DecidedDay) -> list[Preview]:
    """What would move if a row of the office's table were taken back."""
    return moved_by([one for one in own_days() if one.pk != row.pk])


def digest_of(found: Iterable[Preview]) -> str:
    """A name for what was shown, to be the same as what is applied."""
    said = [f"{one.plan.pk}:{one.digest}" for one in sorted(found, key=lambda one: one.plan.pk)]
    return hashlib.sha256(" ".join(said).encode()).hexdigest()[:16]


def decide_day(
    *,
    by: User,
    on: date,
    day: date,
    type: DecidedDay.Type,
    name: str,
    legal_basis: str,
    digest: str | None = None,
) -> DecidedDay:
    """Say that a day is a rest day, is worked, or is an ordinary one after all.

    Open work follows at once, each moved day kept in its history. Raises RuleViolation.
    """
    facts = DayFacts(day, type, name, legal_basis)
    (row,) = decide_days(by=by, on=on, facts=[facts], digest=digest)
    return row


def decide_days(
    *, by: User, on: date, facts: Sequence[DayFacts], digest: str | None = None
) -> list[DecidedDay]:
    """Decide several days together: all of them, or none. Raises RuleViolation."""
    permit(may_keep_calendar(by, on=on))
    for one in facts:
        _check(one)
    told = "; ".join(dict.fromkeys(one.legal_basis.strip() for one in facts))
    with acting("work.decide_day", by=by, reason=told) as act:
        rows = [_decided(act, one) for one in facts]
        _move(act, by, on, f"Lịch làm việc: {'; '.join(map(str, rows))}"[:500], digest)
        return rows


def _check(facts: DayFacts) -> None:
    if not facts.legal_basis.strip():
        refuse(WorkReason.BASIS_NEEDED)
    if facts.type == Type.REST and facts.day.weekday() >= 5:
        refuse(WorkReason.WEEKEND_REST, day=f"{facts.day:%d/%m/%Y}")


def _decided(act: Act, facts: DayFacts) -> DecidedDay:
    fields: dict[str, Any] = {
        "type": facts.type,
        "name": facts.name.strip(),
        "legal_basis": facts.legal_basis.strip(),
    }
    known = own_days().filter(date=facts.day).first()
    if known is None:
        return act.create(DecidedDay(date=facts.day, **fields))
    return act.change(known, expected=facts.expected, **fields)


def forget_day(
    *,
    by: User,
    on: date,
    row: DecidedDay,
    reason: str,
    expected: int | None,
    digest: str | None = None,
) -> None:
    """Take a row of the office's table back; the shipped table holds again."""
    permit(may_keep_calendar(by, on=on))
    if not reason.strip():
        refuse(WorkReason.REASON_NEEDED)
    with acting("work.forget_day", by=by, reason=reason) as act:
        act.archive(row, reason=reason, expected=expected)
        _move(act, by, on, f"Lịch làm việc: bỏ {row}", digest)


def _move(act: Act, by: User, on: date, reason: str, digest: str | None) -> None:
    """Let all followed plans go by the table as it stands now, if it is what was shown."""
    found = moved_by(list(own_days()))
    if digest is not None and digest_of(found) != digest:
        raise ChangedMeanwhile(WorkReason.SHOWN_IS_OUTDATED)
    for one in found:
        replan_within(act, by=by, on=on, found=one, reason=reason)
