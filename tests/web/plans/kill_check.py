"""What must hold of plans in an office whose processes were killed: no half version anywhere.

`main()` prints how much there was to check.
"""

from __future__ import annotations

from dataclasses import replace

from cchc.plan import model as values
from cchc.web.audit.chain_check import prove
from cchc.web.audit.models import Entry
from cchc.web.intake.models import Reading
from cchc.web.intake.queries import plan_of
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.queries.versions import plan_of_version

State = PlanVersion.State


def main() -> None:
    assert prove().broken is None
    versions = list(PlanVersion.objects.select_related("plan", "amends", "reading"))
    for version in versions:
        _is_whole(version)
    for reading in Reading.objects.all():
        is_confirmed = reading.state == Reading.State.CONFIRMED
        assert hasattr(reading, "plan_version") is is_confirmed, reading
    done = {verb: Entry.objects.filter(verb=f"plans.{verb}").count() for verb in VERBS}
    read = [one for one in versions if one.reading_id]
    amended = [one for one in versions if one.amends_id and not one.reading_id]
    issued = [one for one in versions if one.state in (State.ISSUED, State.SUPERSEDED)]
    assert done == {"confirm": len(read), "amend": len(amended), "issue": len(issued)}
    print(*done.values())


VERBS = ("confirm", "amend", "issue")


def _is_whole(version: PlanVersion) -> None:
    """All that it was made of is there, and beside it one version at most is in force."""
    source = plan_of(version.reading) if version.reading else plan_of_version(version.amends)
    assert _said(plan_of_version(version)) == _said(source), version
    siblings = version.plan.versions.all()
    assert sum(one.state == State.ISSUED for one in siblings) <= 1
    after = [one for one in siblings if one.ordinal > version.ordinal]
    if version.state == State.SUPERSEDED:
        assert any(one.state == State.ISSUED for one in after), version
    if version.state == State.ISSUED:
        assert (version.number, version.header["number"]) == (f"{version.pk}", f"{version.pk}")
        assert all(one.state in PlanVersion.IN_PREPARATION for one in after), version


def _said(plan: values.Plan) -> values.Plan:
    """What the plan says besides its number, day and signer."""
    bare = {"number": None, "date": values.PartialDate(), "signer": values.Signer()}
    return replace(plan, header=replace(plan.header, symbol=None, traces={}, **bare))
