"""A process that is killed: asked for by line, it forks a child that works until it dies.

`python -m tests.web.intake.kill_target` prepares the office and its desk once, says «ready», then
for each line «upload» or «edit» forks, says the child's number, and waits for its end.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connections

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


def main() -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    _prepare()
    connections.close_all()
    for alias in connections:
        close_pool = getattr(connections[alias], "close_pool", None)
        if close_pool is not None:
            close_pool()
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _work(line.strip(), os.getpid())
        print(child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)


def _prepare() -> None:
    from cchc.web.intake import jobs
    from tests.web.world import make_world

    make_world()
    reading = _upload(str((SAMPLES / "skhcn_2026.docx").read_bytes()[:0]), None)
    jobs.read.call(reading)


def _upload(text: str, number: int | None) -> int:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from cchc.web.accounts.models import User
    from cchc.web.intake.actions.taking_in import keep_files, take_in
    from cchc.web.organisation.models import Unit

    if number is None:
        upload = SimpleUploadedFile("kh.docx", (SAMPLES / "skhcn_2026.docx").read_bytes())
    else:
        upload = SimpleUploadedFile(f"kh{number}.txt", (text * 4000 + str(number)).encode())
    office = Unit.objects.get(name="Sở Khoa học và Công nghệ")
    an = User.objects.get(username="an")
    return take_in(by=an, office=office, kept=keep_files([upload], most=1)).pk


def _work(what: str, seed: int) -> None:
    from cchc.web.intake.actions import machine

    chance = random.Random(seed)
    for number in itertools.count(seed * 1000):
        if what == "upload":
            machine.start(_upload("Kế hoạch cải cách hành chính ", number))
        else:
            _edit(chance, number)


def _edit(chance: random.Random, number: int) -> None:
    from cchc.web.accounts.models import User
    from cchc.web.intake.actions import editing, rows, values
    from cchc.web.intake.models import Item

    an = User.objects.get(username="an")
    tasks = Item.objects.filter(part="task", is_removed=False).select_related("reading__office")
    item = chance.choice(list(tasks))
    what = chance.randrange(4)
    if what == 0:
        editing.undo(by=an, reading=item.reading) if number % 7 else None
    elif what == 1:
        rows.split_row(by=an, item=item, lines=f"Một {number}\nHai {number}", seen=item.version)
    else:
        posted = {"value": f"Nhiệm vụ {number}"}
        values.set_value(by=an, item=item, name="task", posted=posted, seen=item.version, mark="")


if __name__ == "__main__":
    main()
