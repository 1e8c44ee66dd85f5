"""The worker as it runs in an office: a process of its own that reads what was uploaded."""

from __future__ import annotations

from tests.web.own_office import run

UPLOAD = """
import django; django.setup()
from tests.web.intake import kill_target
from tests.web.world import make_world
make_world()
kill_target._upload("", None)
"""
LOOK = """
import django; django.setup()
from cchc.web.intake.models import Item, Reading
print(Reading.objects.get().state, Item.objects.filter(part="task").count())
"""


def test_a_worker_process_reads_what_was_uploaded(office: dict[str, str]) -> None:
    run(office, "-c", UPLOAD)
    assert run(office, "-c", LOOK).stdout == "waiting 0\n"
    run(office, "-m", "django", "db_worker", "--batch", "--no-startup-delay", "--interval", "0")
    assert run(office, "-c", LOOK).stdout == "ready 35\n"
