"""What must hold of the daily work in an office whose processes were killed.

`main()` prints how much there was to check.
"""

from __future__ import annotations

from cchc.web.audit.chain_check import prove
from cchc.web.audit.models import Entry
from cchc.web.work.actions.planning import preview
from cchc.web.work.models import Event, Extension, Following, Occurrence, Update

State, Kind = Occurrence.State, Update.Kind
# What an act says in the history → its verb in the record: as many of one as of the other.
VERBS = {
    Kind.NOTE: "report",
    Kind.PROPOSED: "propose",
    Kind.TAKEN_BACK: "take_back",
    Kind.ACCEPTED: "accept",
    Kind.RETURNED: "return",
    Kind.REOPENED: "reopen",
    Kind.ASKED: "ask_extension",
    Kind.GRANTED: "grant_extension",
    Kind.REFUSED: "refuse_extension",
}
AFTER = {
    Kind.PROPOSED: State.PROPOSED,
    Kind.TAKEN_BACK: State.OPEN,
    Kind.ACCEPTED: State.DONE,
    Kind.RETURNED: State.OPEN,
    Kind.REOPENED: State.OPEN,
}


def main() -> None:
    assert prove().broken is None
    for kind, verb in VERBS.items():
        said = Update.objects.filter(kind=kind).count()
        assert said == _acts(verb), kind
    for row in Occurrence.objects.all():
        _is_whole(row)
    assert Event.objects.count() == _acts("record_event")
    assert Following.objects.count() == _acts("follow")
    followed = Following.objects.select_related("plan__owner", "plan_version")
    for following in followed:
        found = preview(following.plan)
        assert found is not None
        if found.version.pk == following.plan_version_id:
            assert found.changes.changes_nothing, following
    plans = set(Occurrence.objects.values_list("plan_id", flat=True))
    assert plans == {one.plan_id for one in followed}
    print(Update.objects.count(), Event.objects.count(), followed.count())


def _acts(verb: str) -> int:
    return Entry.objects.filter(verb=f"work.{verb}").count()


def _is_whole(row: Occurrence) -> None:
    """The state is what the last thing said made of it; granted time counts."""
    last = row.updates.filter(kind__in=AFTER).order_by("pk").last()
    notes = row.updates.filter(kind=Kind.NOTE).order_by("pk").last()
    if last is not None and (row.kind != Occurrence.Kind.NOTE or notes is None):
        assert row.state in (AFTER[Kind(last.kind)], State.WITHDRAWN), row
    granted = row.extensions.filter(state=Extension.State.GRANTED).order_by("-granted_to").first()
    if granted is not None:
        assert row.extended_to is not None, row
        assert row.due_on == row.extended_to, row
    elif row.extended_to is None:
        assert row.due_on == row.planned_due_on, row
