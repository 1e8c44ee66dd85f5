"""What must hold of evidence where processes were killed: rows, files, words and jobs agree.

`main()` prints «whole» and how much there was to check.
"""

from __future__ import annotations

from django_tasks_db.models import DBTaskResult

from cchc.web.audit.models import ChainHead, Entry
from cchc.web.evidence.actions.checking import state_of
from cchc.web.evidence.models import Evidence, EvidenceLink, EvidenceVersion, EvidenceWords


def main() -> None:
    pieces, versions = list(Evidence.objects.order_by("pk")), EvidenceVersion.objects.all()
    for version in versions:
        assert state_of(version.sha256) == "", version
    first, others = pieces[0], pieces[1:]
    ordinals = list(first.versions.order_by("ordinal").values_list("ordinal", flat=True))
    assert ordinals == list(range(1, len(ordinals) + 1))
    for piece in others:
        assert piece.versions.count() == piece.links.count() == 1, piece
    assert EvidenceLink.objects.count() == len(others)
    assert EvidenceWords.objects.count() == len(pieces)
    asked = DBTaskResult.objects.filter(task_path="cchc.web.evidence.jobs.read").count()
    assert asked == len(versions)
    assert Entry.objects.filter(verb="evidence.add").count() == len(pieces)
    assert Entry.objects.filter(verb="evidence.add_version").count() == len(ordinals) - 1
    previous = "0" * 64
    for entry in Entry.objects.order_by("number"):
        assert entry.previous_hash == previous, entry
        previous = entry.hash
    assert ChainHead.objects.get().hash == previous
    print(f"whole: {len(pieces)} pieces, {len(ordinals)} versions")
