"""The office's calendar of decided days; each change of it says what it moves."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.ui.refusals import permit, refuse
from cchc.web.work.actions.planning import Preview, preview, replan_within
from cchc.web.work.models import DecidedDay
from cchc.web.work.policy import may_keep_calendar
from cchc.web.work.queries.calendar import calendar_with
from cchc.web.work.queries.followed import followed_plans
from cchc.web.work.reasons import WorkReason


def moved_by(days: list[DecidedDay]) -> list[Preview]:
    """What each followed plan would move if the office's table said these days."""
    calendar = calendar_with(days)
    found = (preview(plan, calendar=calendar) for plan in followed_plans())
    return [one for one in found if one is not None and not one.changes.changes_nothing]


def decide_day(
    *,
    by: User,
    on: date,
    day: date,
    type: DecidedDay.Type,
    name: str,
    legal_basis: str,
) -> DecidedDay:
    """Say that a day is a rest day, is worked, or is an ordinary one after all.

    Open work follows at once, each moved day kept in its history. Raises RuleViolation.
    """
    permit(may_keep_calendar(by, on=on))
    if not legal_basis.strip():
        refuse(WorkReason.BASIS_NEEDED)
    if type is DecidedDay.Type.REST and day.weekday() >= 5:
        refuse(WorkReason.WEEKEND_REST, day=f"{day:%d/%m/%Y}")
    with acting("work.decide_day", by=by, reason=legal_basis) as act:
        fields: dict[str, Any] = {
            "type": type,
            "name": name.strip(),
            "legal_basis": legal_basis.strip(),
        }
        known = DecidedDay.objects.filter(date=day, archived_at=None).first()
        if known is None:
            row = act.create(DecidedDay(date=day, **fields))
        else:
            row = act.change(known, **fields)
        for found in _moved_now():
            replan_within(act, by=by, on=on, found=found, reason=f"Lịch làm việc: {row}")
        return row


def forget_day(*, by: User, on: date, row: DecidedDay, reason: str, expected: int | None) -> None:
    """Take a row of the office's table back; the shipped table holds again."""
    permit(may_keep_calendar(by, on=on))
    with acting("work.forget_day", by=by, reason=reason) as act:
        act.archive(row, reason=reason, expected=expected)
        for found in _moved_now():
            replan_within(act, by=by, on=on, found=found, reason=f"Lịch làm việc: bỏ {row}")


def _moved_now() -> list[Preview]:
    return moved_by(list(DecidedDay.objects.filter(archived_at=None)))
