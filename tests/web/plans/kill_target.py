"""Work on plans that is killed: «confirm» makes plans of readings, «amend» and «issue» go on.

Each child does what it was asked for over and over; where nothing waits for it, the steps before.
"""

from __future__ import annotations

import itertools
import random

from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.intake import jobs
from cchc.web.intake.actions.taking_in import keep_files, take_in
from cchc.web.intake.models import Item, Reading
from cchc.web.organisation.models import Unit
from cchc.web.plans.actions import life
from cchc.web.plans.actions.confirming import confirm_reading
from cchc.web.plans.models import PlanVersion
from cchc.web.ui.clock import now
from tests.web.killing import ROOT, done, serve
from tests.web.plans.drafts import facts_of, imprint
from tests.web.world import TODAY, make_world

State = PlanVersion.State
BETWEEN = {State.DRAFT: "an", State.SUBMITTED: "giang"}  # whose turn it is before issue


def main() -> None:
    serve(_prepare, _work)


def _prepare() -> None:
    make_world()
    file = ROOT / "samples" / "skhcn_2026.docx"
    upload = SimpleUploadedFile(file.name, file.read_bytes())
    reading = take_in(by=_user("an"), office=_department(), kept=keep_files([upload], most=1))
    jobs.read.call(reading.pk)
    for _ in range(3):
        _confirm(0)
    for _ in range(6):  # two of them submitted, approved and issued
        _issue(0)


def _work(what: str, seed: int) -> None:
    random.seed(seed)
    for number in itertools.count(seed * 1000):
        if what == "confirm":
            _confirm(number)
        elif what == "amend":
            _amend(number)
        else:
            _issue(number)
        done()


def _user(name: str) -> User:
    return User.objects.get(username=name)


def _department() -> Unit:
    return Unit.objects.get(name="Sở Khoa học và Công nghệ")


def _confirm(number: int) -> None:
    """Make a new plan of a reading, or the next version of an issued one."""
    reading = _copied_reading(number)
    amendable = _versions(State.ISSUED).exclude(plan__versions__state__in=(*BETWEEN, "approved"))
    old = amendable.order_by("?").first()
    given = {"by": _user("an"), "on": TODAY, "reading": reading}
    if old is not None and number % 2:
        confirm_reading(amends=old, reason="Điều chỉnh", **given)
    else:
        confirm_reading(facts=facts_of(reading.office, title=f"Kế hoạch {number}"), **given)


def _copied_reading(number: int) -> Reading:
    """The first reading once more, waiting on the desk."""
    first = Reading.objects.order_by("pk")[0]
    with acting("tests.copy", by=None) as act:
        reading = act.create(
            Reading(
                office=first.office,
                title=f"Bản đọc {number}",
                year=first.year,
                state=Reading.State.READY,
                started_by=first.started_by,
                started_at=now(),
            )
        )
        act.create_all(
            Item(reading=reading, part=one.part, place=one.place, values=one.values)
            for one in first.items.order_by("pk")
        )
    return reading


def _amend(number: int) -> None:
    free = _versions(State.ISSUED).exclude(plan__versions__state__in=(*BETWEEN, "approved"))
    version = free.order_by("?").first()
    if version is None:
        _issue(number)
    else:
        life.amend(by=_user("an"), on=TODAY, version=version, reason="Điều chỉnh")


def _issue(number: int) -> None:
    """Issue what is approved; bring a draft nearer to that where nothing is."""
    version = _versions(State.APPROVED).order_by("?").first()
    if version is not None:
        life.issue(by=_user("an"), on=TODAY, version=version, imprint=imprint(f"{version.pk}"))
        return
    waiting = _versions(*BETWEEN).order_by("?").first()
    if waiting is None:
        _confirm(number)
    elif waiting.state == State.DRAFT:
        life.submit(by=_user("an"), on=TODAY, version=waiting)
    else:
        life.approve(by=_user("giang"), on=TODAY, version=waiting)


def _versions(*states: str):  # type: ignore[no-untyped-def]
    rows = PlanVersion.objects.filter(state__in=states, archived_at=None)
    return rows.select_related("plan__owner")
