"""Writing down how far a target is, and taking back a number that was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.plans.models import Target
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import permit, refuse
from cchc.web.work.models import TargetMeasure
from cchc.web.work.policy import may_measure
from cchc.web.work.reasons import WorkReason


@dataclass(frozen=True, slots=True)
class Measured:
    """A number, the day up to which it counts, and where it is from."""

    value: Decimal
    measured_on: date
    source: str


def measure(*, by: User, on: date, target: Target, measured: Measured) -> TargetMeasure:
    """Write down how far a target is. Raises RuleViolation."""
    permit(may_measure(by, target, on=on))
    if not measured.source.strip():
        refuse(WorkReason.SOURCE_NEEDED)
    if measured.measured_on > on:
        refuse(WorkReason.DAY_TO_COME, day=f"{measured.measured_on:%d/%m/%Y}")
    plan = target.plan_version.plan
    with acting("work.measure", by=by, place=plan.owner.path) as act:
        act.touch(target)
        return act.create(
            TargetMeasure(
                plan=plan,
                target_key=target.key,
                value=measured.value,
                measured_on=measured.measured_on,
                source=measured.source.strip(),
                by=by,
                at=now(),
            )
        )


def take_measure_back(
    *, by: User, on: date, target: Target, row: TargetMeasure, reason: str, expected: int | None
) -> TargetMeasure:
    """Put a number away that was wrong, with the reason. Raises RuleViolation."""
    permit(may_measure(by, target, on=on))
    place = target.plan_version.plan.owner.path
    with acting("work.take_measure_back", by=by, place=place, reason=reason) as act:
        return act.archive(row, reason=reason, expected=expected)
