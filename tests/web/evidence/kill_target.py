"""Work on evidence that is killed: pieces uploaded for a task, and newer files of one piece."""

from __future__ import annotations

import itertools

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.evidence.actions import adding
from cchc.web.evidence.actions.linking import Claim
from cchc.web.evidence.models import Evidence
from cchc.web.evidence.subjects import subject_of
from cchc.web.intake.files import KeptFile
from cchc.web.organisation.models import Unit
from cchc.web.plans.models import Task
from tests.web.killing import done, serve
from tests.web.plans.drafts import State, brought_to
from tests.web.world import TODAY, make_world


def main() -> None:
    serve(_prepare, _work)


def _prepare() -> None:
    world = make_world()
    brought_to(world, State.ISSUED)
    reverse("home")  # loads all addresses once, before the children are made
    adding.add(
        by=world.binh, on=TODAY, unit=world.technology, facts=adding.Facts(), file=_kept("đầu")
    )


def _kept(text: str) -> KeptFile:
    upload = SimpleUploadedFile("bao cao.txt", (text * 20_000).encode())
    return adding.keep(adding.look_at(upload))


def _work(what: str, seed: int) -> None:
    binh = User.objects.get(username="binh")
    unit = Unit.objects.get(name__startswith="Phòng Quản lý Công nghệ")
    task = Task.objects.filter(units__unit=unit)[0]
    for number in itertools.count(seed * 1000):
        file = _kept(f"{what} {number} ")
        if what == "upload":
            claim = Claim(subject_of(binh, TODAY, "plans.task", str(task.key)))
            given = {"facts": adding.Facts(), "file": file, "claim": claim}
            adding.add(by=binh, on=TODAY, unit=unit, **given)  # type: ignore[arg-type]
        else:
            first = Evidence.objects.select_related("unit").order_by("pk")[0]
            adding.add_version(by=binh, on=TODAY, evidence=first, file=file)
        done()
