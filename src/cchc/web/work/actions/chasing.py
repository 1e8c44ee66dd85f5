"""Preparing a letter that chases a unit for its overdue work."""

from __future__ import annotations

from datetime import date

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Unit
from cchc.web.ui.refusals import permit, refuse
from cchc.web.work.models import ChasingLetter
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.queries.letters import letter_rows, overdue_of
from cchc.web.work.reminder_policy import may_chase
from cchc.web.work.reminder_reasons import ReminderReason


def chase(
    *, by: User, on: date, office: Unit, unit: Unit, answer_by: date, note: str = ""
) -> ChasingLetter:
    """Prepare the letter with what is overdue today; it keeps that list. Raises RuleViolation."""
    permit(may_chase(by, office, on=on))
    rows = overdue_of(office, unit, on)
    if not rows:
        refuse(ReminderReason.NOTHING_OVERDUE, unit=unit)
    if answer_by <= on:
        refuse(ReminderReason.ANSWER_TOO_EARLY)
    with acting("work.chase", by=by, place=office.path) as act:
        return act.create(
            ChasingLetter(
                office=office,
                unit=unit,
                on=on,
                answer_by=answer_by,
                note=note.strip(),
                rows=letter_rows(rows, working_calendar(), on),
                by=by,
            )
        )
