"""Due days of a plan: reckoned when it is first followed, and again when something moves them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc.deadlines import WorkingCalendar
from cchc.deadlines.occurrences import last_working_day
from cchc.deadlines.replanning import Replanned, replan
from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.plans.models import Plan, PlanVersion
from cchc.web.plans.queries.versions import in_force
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import ChangedMeanwhile, permit, refuse
from cchc.web.work.models import Following, Occurrence, Update
from cchc.web.work.policy import may_follow
from cchc.web.work.queries.calendar import working_calendar
from cchc.web.work.queries.wanted import Wanted, wanted_of
from cchc.web.work.reasons import WorkReason

State = Occurrence.State
Changes = Replanned[Occurrence, Wanted]


@dataclass(frozen=True, slots=True)
class Preview:
    """What re-planning would do, to be looked at before it is applied; `digest` names it."""

    plan: Plan
    version: PlanVersion
    changes: Changes
    calendar: WorkingCalendar

    @property
    def digest(self) -> str:
        said = [
            [_line(one) for one in self.changes.made],
            [[row.pk, row.version, _line(new)] for row, new in self.changes.moved],
            [[row.pk, row.version] for row in self.changes.taken_away],
        ]
        return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()[:16]


def _line(wanted: Wanted) -> list[Any]:
    return [*wanted.key, wanted.reckoned.due_on, wanted.reckoned.work_by, wanted.task.pk]


def preview(plan: Plan, *, calendar: WorkingCalendar | None = None) -> Preview | None:
    """Compare what is planned with what the version in force asks for; None without one.

    `calendar` stands for the office's own, to see what an edit of that would move. 8 queries.
    """
    version = in_force(plan)
    if version is None:
        return None
    version.plan = plan
    calendar = calendar or working_calendar()
    wanted = wanted_of(version, calendar)
    asked = {one.key for one in wanted}
    rows = [
        row
        for row in Occurrence.objects.filter(plan=plan).select_related("task", "unit")
        if row.state != State.WITHDRAWN or _key(row) in asked
    ]
    changes: Changes = replan(
        rows,
        wanted,
        slot_planned=_key,
        slot_wanted=lambda one: one.key,
        is_done=lambda row: row.state in Occurrence.OVER,
        says_the_same=lambda row, new: _says_the_same(row, new, calendar),
    )
    return Preview(plan, version, changes, calendar)


def _key(row: Occurrence) -> tuple[Any, int | None, str]:
    return row.task_key, row.unit_id, row.slot


def _says_the_same(row: Occurrence, new: Wanted, calendar: WorkingCalendar) -> bool:
    if row.state == State.WITHDRAWN:
        return False
    for name, value in moved_to(row, new, calendar).items():
        if name == "task":
            continue  # the same task of a newer version: followed without telling
        if getattr(row, name) != value:
            return False
    return True


def follow(*, by: User | None, on: date, plan: Plan) -> Following:
    """Begin to follow an issued plan: every time that something is owed. Raises RuleViolation.

    `by` is None where the office does it by itself, the night after the issue.
    """
    if by is not None:
        permit(may_follow(by, plan, on=on))
    found = preview(plan)
    if found is None:
        refuse(WorkReason.NOT_ISSUED)
    if Following.objects.filter(plan=plan).exists():
        refuse(WorkReason.ALREADY_FOLLOWED)
    with acting("work.follow", by=by, place=plan.owner.path) as act:
        following = act.create(Following(plan=plan, plan_version=found.version, since=on))
        _make(act, plan, found.changes.made)
        return following


def apply(*, by: User, on: date, plan: Plan, reason: str, digest: str) -> Preview:
    """Move the open occurrences as was shown; what is done is kept. Raises RuleViolation.

    1. new occurrences; 2. moved ones, told in their history; 3. those no longer asked for.
    """
    permit(may_follow(by, plan, on=on))
    following = Following.objects.filter(plan=plan).first()
    if following is None:
        refuse(WorkReason.NOT_FOLLOWED)
    if not reason.strip():
        refuse(WorkReason.REASON_NEEDED)
    with acting("work.replan", by=by, place=plan.owner.path, reason=reason) as act:
        act.change(following)  # of two who apply at once one is told
        found = preview(plan)
        if found is None:
            refuse(WorkReason.NOT_ISSUED)
        if found.digest != digest:
            raise ChangedMeanwhile(WorkReason.SHOWN_IS_OUTDATED)
        replan_within(act, by=by, on=on, found=found, reason=reason)
        act.change(following, plan_version=found.version)
        return found


def replan_within(act: Act, *, by: User | None, on: date, found: Preview, reason: str) -> None:
    """Write what a preview says, within an act."""
    told: list[Update] = []
    moved: list[tuple[Occurrence, dict[str, Any]]] = []
    for row, new in found.changes.moved:
        fields = moved_to(row, new, found.calendar)
        moved.append((row, fields))
        if row.due_on != fields["due_on"]:
            words = f"{_day(row.due_on)} → {_day(fields['due_on'])}: {reason}"
            told.append(_told(row, by, on, words))
    for row in found.changes.taken_away:
        moved.append((row, {"state": State.WITHDRAWN}))
        told.append(_told(row, by, on, f"Không còn phải làm: {reason}"))
    of_newer = [
        (row, {"task": new.task}) for row, new in found.changes.same if row.task_id != new.task.pk
    ]
    of_newer += [(row, {"task": task}) for row, task in _kept_on(found)]
    act.change_all([*moved, *of_newer])
    act.create_all(told)
    _make(act, found.plan, found.changes.made)


def _kept_on(found: Preview) -> Iterable[tuple[Occurrence, Any]]:
    """What is done, whose task stands in the newer version too: its page leads there."""
    tasks = {one.key: one for one in found.version.tasks.filter(archived_at=None)}
    for row in found.changes.kept:
        task = tasks.get(row.task_key)
        if task is not None and task.pk != row.task_id:
            yield row, task


def moved_to(row: Occurrence, new: Wanted, calendar: WorkingCalendar) -> dict[str, Any]:
    """The fields of an open occurrence as the plan now asks for it.

    Time that was granted is kept where it is still more than the plan gives.
    """
    fields = {**new.fields, "state": new.state}
    planned = fields["planned_due_on"]
    granted = row.extended_to if planned and row.extended_to and row.extended_to > planned else None
    if granted is not None:
        fields["work_by"] = last_working_day(granted, calendar)
    return {**fields, "extended_to": granted, "due_on": granted or planned}


def _make(act: Act, plan: Plan, wanted: Iterable[Wanted]) -> None:
    act.create_all(
        Occurrence(
            plan=plan,
            task_key=one.task.key,
            unit_id=one.unit.pk if one.unit else None,
            slot=one.reckoned.slot,
            event=one.event,
            state=one.state,
            due_on=one.reckoned.due_on,
            **one.fields,
        )
        for one in wanted
    )


def _told(row: Occurrence, by: User | None, on: date, text: str) -> Update:
    return Update(occurrence=row, kind=Update.Kind.MOVED, by=by, at=now(), on=on, text=text)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "chưa có hạn"
