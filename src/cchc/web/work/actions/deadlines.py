"""What settles or moves a due day: an event, a decision on unclear words, more time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.deadlines import understand
from cchc.deadlines.occurrences import due_after, last_working_day
from cchc.plan.schedule import Conditional
from cchc.plan.schedule_json import schedule_to_json
from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.intake.files import KeptFile
from cchc.web.intake.models import SourceFile
from cchc.web.plans.models import Plan
from cchc.web.plans.rows import schedule_of
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse
from cchc.web.work.actions.notices import coordinators_of, notify
from cchc.web.work.actions.planning import preview, replan_within
from cchc.web.work.models import DeadlineDecision, Event, Extension, Occurrence, Update
from cchc.web.work.policy import (
    may_ask_extension,
    may_decide_deadline,
    may_decide_extension,
    may_record_event,
)
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.queries.wanted import first_day_of, unclear_text
from cchc.web.work.reasons import WorkReason


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What a person says of an event: its paper and day, and the due day where none is reckoned."""

    number: str
    happened_on: date
    subject: str = ""
    due_on: date | None = None
    file: KeptFile | None = None  # on the disk already


def condition_of(row: Occurrence) -> Conditional | None:
    """The condition that a waiting occurrence stands for."""
    for part in schedule_of(row.task):
        if isinstance(part, Conditional) and part.trigger == row.name:
            return part
    return None


def record_event(*, by: User, on: date, row: Occurrence, facts: EventFacts) -> Event:
    """Record that what a deadline waits for has happened: a due day for each unit that leads.

    The waiting occurrence stays: it may happen again («Khi UBND tỉnh giao»). Raises RuleViolation.
    """
    permit(may_record_event(by, row, on=on))
    if not facts.number.strip():
        refuse(WorkReason.PAPER_NEEDED)
    if facts.happened_on > on:
        refuse(WorkReason.DAY_TO_COME, day=f"{facts.happened_on:%d/%m/%Y}")
    _not_too_early(row, facts.happened_on)
    condition = condition_of(row)
    reckoned = None
    if condition is not None:
        reckoned = due_after(condition, facts.happened_on, working_calendar())
    due = facts.due_on or reckoned
    if due is None:
        refuse(WorkReason.DUE_NEEDED)
    if facts.due_on is not None and facts.due_on < facts.happened_on:
        told = {"due": f"{due:%d/%m/%Y}", "day": f"{facts.happened_on:%d/%m/%Y}"}
        refuse(WorkReason.DUE_BEFORE_EVENT, **told)
    with acting("work.record_event", by=by, place=row.plan.owner.path) as act:
        event = act.create(
            Event(
                plan=row.plan,
                task_key=row.task_key,
                slot=row.slot,
                happened_on=facts.happened_on,
                number=facts.number.strip(),
                subject=facts.subject.strip(),
                file=_kept(act, row.plan, facts.file, by),
                due_on=due,
                is_due_reckoned=facts.due_on is None,
            )
        )
        _replan(act, by=by, on=on, plan=row.plan, reason=f"Có sự việc: {event}")
        return event


def _kept(act: Act, plan: Plan, file: KeptFile | None, by: User) -> SourceFile | None:
    if file is None:
        return None
    return act.create(
        SourceFile(
            sha256=file.sha256,
            name=file.name,
            size=file.size,
            format=file.format,
            office=plan.owner,
            uploaded_by=by,
            uploaded_at=now(),
        )
    )


def _not_too_early(row: Occurrence, day: date) -> None:
    first = first_day_of(row.task.plan_version)
    if day < first:
        refuse(WorkReason.DAY_TOO_EARLY, day=f"{day:%d/%m/%Y}", first=f"{first:%d/%m/%Y}")


def decide_deadline(
    *, by: User, on: date, row: Occurrence, words: str, reason: str
) -> DeadlineDecision:
    """Say what an unclear deadline means, in the deadline language. Raises RuleViolation.

    The plan's own words stay as they are; only what is owed when follows the decision.
    """
    permit(may_decide_deadline(by, row, on=on))
    if not reason.strip():
        refuse(WorkReason.REASON_NEEDED)
    schedule = understand(words, row.plan.year, calendar=working_calendar())
    if not schedule or any(unclear_text(part) is not None for part in schedule):
        refuse(WorkReason.STILL_UNCLEAR, words=words.strip())
    with acting("work.decide_deadline", by=by, place=row.plan.owner.path, reason=reason) as act:
        decision = act.create(
            DeadlineDecision(
                plan=row.plan,
                task_key=row.task_key,
                text=row.name,
                words=words.strip(),
                schedule=[schedule_to_json(part) for part in schedule],
                reason=reason.strip(),
            )
        )
        _replan(act, by=by, on=on, plan=row.plan, reason=f"{decision}: {reason.strip()}")
        return decision


def _replan(act: Act, *, by: User, on: date, plan: Plan, reason: str) -> None:
    found = preview(plan)
    if found is None:
        refuse(WorkReason.NOT_ISSUED)
    replan_within(act, by=by, on=on, found=found, reason=reason)


def ask_extension(
    *, by: User, on: date, row: Occurrence, wanted_on: date, reason: str
) -> Extension:
    """Ask for more time for an open occurrence, with the reason. Raises RuleViolation."""
    permit(may_ask_extension(by, row, on=on))
    if not reason.strip():
        refuse(WorkReason.REASON_NEEDED)
    due_before = _check_later(row, wanted_on)
    if row.extensions.filter(state=Extension.State.ASKED, archived_at=None).exists():
        refuse(WorkReason.EXTENSION_UNDER_WAY)
    with acting("work.ask_extension", by=by, place=row.plan.owner.path, reason=reason) as act:
        asked = act.create(
            Extension(
                occurrence=row,
                asked_by=by,
                asked_on=on,
                due_before=due_before,
                wanted_on=wanted_on,
                reason=reason.strip(),
            )
        )
        text = f"đến hết {wanted_on:%d/%m/%Y}: {reason.strip()}"
        _tell(act, row, Update.Kind.ASKED, by, on, text)
        deciders = coordinators_of(row.plan.owner, on)
        notify(act, deciders, on=on, row=row, text=f"{by} xin gia hạn {row} {text}")
        return asked


def _check_later(row: Occurrence, day: date) -> date:
    """The due day that counts now, which the new one must follow."""
    assert row.due_on is not None  # what is owed has a due day: a constraint
    if day <= row.due_on:
        refuse(WorkReason.LATER_THAN_DUE, day=f"{row.due_on:%d/%m/%Y}")
    if day.year not in (row.plan.year, row.plan.year + 1):
        refuse(WorkReason.OUTSIDE_YEAR, year=row.plan.year)
    return row.due_on


def grant(
    *,
    by: User,
    on: date,
    extension: Extension,
    until: date | None = None,
    note: str = "",
    expected: int | None = None,
) -> None:
    """Grant more time, what was asked or another day; the day of the plan stays visible."""
    permit(may_decide_extension(by, extension, on=on))
    row, day = extension.occurrence, until or extension.wanted_on
    _check_later(row, day)
    with acting("work.grant_extension", by=by, place=row.plan.owner.path) as act:
        act.change(
            extension,
            expected=expected,
            state=Extension.State.GRANTED,
            decided_by=by,
            decided_on=on,
            granted_to=day,
            answer=note.strip(),
        )
        work_by = last_working_day(day, working_calendar())
        act.change(row, extended_to=day, due_on=day, work_by=work_by)
        _tell(act, row, Update.Kind.GRANTED, by, on, f"đến hết {day:%d/%m/%Y}. {note}".strip())
        text = f"{by} cho gia hạn đến hết {day:%d/%m/%Y}: {row}"
        notify(act, [extension.asked_by], on=on, row=row, text=text)


def refuse_extension(
    *, by: User, on: date, extension: Extension, note: str, expected: int | None = None
) -> None:
    """Refuse more time, with the reason."""
    permit(may_decide_extension(by, extension, on=on))
    if not note.strip():
        refuse(WorkReason.REASON_NEEDED)
    row = extension.occurrence
    with acting("work.refuse_extension", by=by, place=row.plan.owner.path, reason=note) as act:
        act.change(
            extension,
            expected=expected,
            state=Extension.State.REFUSED,
            decided_by=by,
            decided_on=on,
            answer=note.strip(),
        )
        _tell(act, row, Update.Kind.REFUSED, by, on, note)
        text = f"{by} không cho gia hạn: {row}. Lý do: {note.strip()}"
        notify(act, [extension.asked_by], on=on, row=row, text=text)


def _tell(act: Act, row: Occurrence, kind: Update.Kind, by: User, on: date, text: str) -> None:
    act.create(
        Update(occurrence=row, kind=kind, by=by, unit=row.unit, at=now(), on=on, text=text.strip())
    )
