"""What must hold in an office whose processes were killed: rows and files agree, no half edit.

`python -m tests.web.intake.kill_check` prints «whole» and how much there was to check.
"""

from __future__ import annotations

from typing import Any

import django


def main() -> None:
    django.setup()
    from django_tasks_db.models import DBTaskResult

    from cchc.web.audit.models import ChainHead, Entry
    from cchc.web.intake import files
    from cchc.web.intake.models import Edit, Item, Reading, SourceFile

    for source in SourceFile.objects.all():
        path = files.path_of(source.sha256)
        assert files.hash_of([path.read_bytes()]) == source.sha256, source
        assert path.stat().st_size == source.size
    readings = Reading.objects.all()
    for reading in readings:
        assert reading.files.count() == 1, reading
        assert reading.state != "reading" or reading.attempts == 1
    assert Entry.objects.filter(verb="intake.upload").count() == len(readings)
    asked = DBTaskResult.objects.filter(task_path="cchc.web.intake.jobs.read").count()
    assert asked == len(readings)
    previous = "0" * 64
    for entry in Entry.objects.order_by("number"):
        assert entry.previous_hash == previous, entry
        previous = entry.hash
    assert ChainHead.objects.get().hash == previous
    sides: dict[int, Any] = {}
    edits = Edit.objects.order_by("number")
    assert [edit.number for edit in edits] == list(range(1, len(edits) + 1))
    for edit in edits:
        for row in edit.rows:
            before = row["before"] or {**row["after"], "is_removed": True}
            sides.setdefault(row["item"], before)
            if edit.undone_at is None:
                sides[row["item"]] = row["after"]
    for item in Item.objects.filter(pk__in=sides):
        told = {key: getattr(item, key) for key in ("values", "decisions", "place", "is_removed")}
        assert told == sides[item.pk], item
    print(f"whole: {len(readings)} readings, {len(edits)} edits")


if __name__ == "__main__":
    main()
