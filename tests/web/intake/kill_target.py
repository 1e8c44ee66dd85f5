"""Work on the desk that is killed: «upload» takes plans in, «edit» changes what one says."""

from __future__ import annotations

import contextlib
import itertools
import random
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.web.accounts.models import User
from cchc.web.intake import jobs
from cchc.web.intake.actions import editing, machine, rows, values
from cchc.web.intake.actions.taking_in import keep_files, take_in
from cchc.web.intake.models import Item
from cchc.web.organisation.models import Unit
from cchc.web.ui.refusals import RuleViolation
from tests.web.killing import done, serve
from tests.web.world import make_world

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


def main() -> None:
    serve(_prepare, _work)


def _prepare() -> None:
    make_world()
    jobs.read.call(_upload("", None))


def _upload(text: str, number: int | None) -> int:
    if number is None:
        upload = SimpleUploadedFile("kh.docx", (SAMPLES / "skhcn_2026.docx").read_bytes())
    else:
        upload = SimpleUploadedFile(f"kh{number}.txt", (text * 4000 + str(number)).encode())
    office = Unit.objects.get(name="Sở Khoa học và Công nghệ")
    an = User.objects.get(username="an")
    return take_in(by=an, office=office, kept=keep_files([upload], most=1)).pk


def _work(what: str, seed: int) -> None:
    chance = random.Random(seed)
    for number in itertools.count(seed * 1000):
        if what == "upload":
            machine.start(_upload("Kế hoạch cải cách hành chính ", number))
        else:
            _edit(chance, number)
        done()


def _edit(chance: random.Random, number: int) -> None:
    an = User.objects.get(username="an")
    tasks = Item.objects.filter(part="task", is_removed=False).select_related("reading__office")
    item = chance.choice(list(tasks))
    what = chance.randrange(4)
    if what == 0:
        with contextlib.suppress(RuleViolation):
            editing.undo(by=an, reading=item.reading)
    elif what == 1:
        rows.split_row(by=an, item=item, lines=f"Một {number}\nHai {number}", seen=item.version)
    else:
        posted = {"value": f"Nhiệm vụ {number}"}
        values.set_value(by=an, item=item, name="task", posted=posted, seen=item.version, mark="")
