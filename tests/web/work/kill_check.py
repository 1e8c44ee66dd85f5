"""What must hold of the daily work in an office whose processes were killed.

`main()` prints how much there was to check.
"""

from __future__ import annotations

from django.db.models import Count

from cchc.web.audit.chain_check import prove
from cchc.web.audit.models import Entry
from cchc.web.work.actions.planning import preview
from cchc.web.work.models import (
    BulkAct,
    Event,
    Extension,
    Following,
    Message,
    Notice,
    Occurrence,
    ReminderRun,
    Update,
)

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


UNDONE = "Hoàn tác: "


def main() -> None:
    assert prove().broken is None
    for kind, verb in VERBS.items():
        said = Update.objects.filter(kind=kind).exclude(text__startswith=UNDONE).count()
        assert said == _acts(verb), kind
    _is_undone_whole()
    _is_reminded_whole()
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
    runs = ReminderRun.objects.count()
    print(Update.objects.count(), Event.objects.count(), followed.count(), runs)


def _is_undone_whole() -> None:
    """What was done to many was done to each; what was taken back, to each as well."""
    for bulk in BulkAct.objects.all():
        rows = [one["pk"] for one in bulk.rows]
        about = Update.objects.filter(occurrence__in=rows, kind=Kind.NOTE)
        assert about.filter(text=bulk.reason).count() == len(rows), bulk
        taken_back = about.filter(text=f"{UNDONE}{bulk.reason}").count()
        assert taken_back == (len(rows) if bulk.undone_at else 0), bulk
    assert BulkAct.objects.count() == _acts("bulk")
    assert BulkAct.objects.exclude(undone_at=None).count() == _acts("undo")


def _is_reminded_whole() -> None:
    """A day's run stands with all its notices and messages, or nothing of that day does."""
    runs = {run.on: run for run in ReminderRun.objects.all()}
    digests = Notice.objects.filter(kind=Notice.Kind.DIGEST)
    told = dict(digests.order_by().values_list("on").annotate(count=Count("pk")))
    assert told == {on: run.people for on, run in runs.items() if run.people}
    sent = dict(Message.objects.order_by().values_list("on").annotate(count=Count("pk")))
    assert sent == told, "everybody has an address"
    assert _acts("remind") == len(told)


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
