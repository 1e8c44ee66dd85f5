"""The worker as it runs in an office: a process of its own that reads what was uploaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
UPLOAD = """
import django; django.setup()
from tests.web.intake import kill_target
from django.core.management import call_command
call_command("migrate", verbosity=0)
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
    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=office,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("-c", UPLOAD)
    assert run("-c", LOOK) == "waiting 0\n"
    run("-m", "django", "db_worker", "--batch", "--no-startup-delay", "--interval", "0")
    assert run("-c", LOOK) == "ready 35\n"
