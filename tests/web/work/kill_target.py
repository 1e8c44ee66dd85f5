"""Daily work that is killed, over and over, by what a child is asked to do.

«report» says and answers, «settle» moves due days, «follow» begins and re-plans, «many» acts on
several at once and takes it back, «remind» makes the reminders of one working day after another.

Each child does what it was asked for over and over, on whatever row stands in the right state.
"""

from __future__ import annotations

import itertools
import random
from contextlib import suppress
from datetime import timedelta

from cchc.deadlines import default_calendar
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.plans.actions import life
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.queries.versions import in_force
from cchc.web.ui.refusals import RuleViolation
from cchc.web.work.actions import deadlines, planning, progress
from cchc.web.work.actions.bulk import BulkVerb, Said, act_on_many, undo
from cchc.web.work.actions.deadlines import EventFacts
from cchc.web.work.actions.reminding import remind
from cchc.web.work.models import BulkAct, Extension, Following, Occurrence, ReminderRun
from tests.web.killing import done, serve
from tests.web.plans.drafts import draft, imprint
from tests.web.work.following import followed
from tests.web.world import TODAY, World, make_world

State = Occurrence.State
WORLD: list[World] = []


def main() -> None:
    serve(_prepare, _work)


def _prepare() -> None:
    WORLD.append(make_world())
    followed(WORLD[0])
    with acting("tests.emails", by=None) as act:
        for user in WORLD[0].cast.values():
            act.change(user, email=f"{user.username}@mau.gov.vn")


def _work(what: str, seed: int) -> None:
    chance = random.Random(seed)
    acts = {
        "report": _report,
        "settle": _settle,
        "follow": _follow,
        "many": _many,
        "remind": _remind,
    }
    for number in itertools.count(seed * 1000):
        acts[what](chance, number)
        done()


def _user(name: str) -> User:
    return User.objects.get(username=name)


def _some(chance: random.Random, *states: State) -> Occurrence | None:
    rows = Occurrence.objects.filter(state__in=states).select_related(
        "plan__owner", "task__plan_version", "unit"
    )
    found = list(rows)
    return chance.choice(found) if found else None


def _report(chance: random.Random, number: int) -> None:
    an, on = _user("an"), TODAY
    row = _some(chance, State.OPEN, State.PROPOSED, State.DONE)
    assert row is not None
    said = f"Lần {number}"
    if row.state == State.PROPOSED and row.proposed_by_id != an.pk:
        answer = chance.choice((progress.accept, progress.return_for_more))
        answer(by=an, on=on, row=row, note=said)
    elif row.state == State.PROPOSED:
        progress.take_back(by=an, on=on, row=row)
    elif row.state == State.DONE:
        progress.reopen(by=an, on=on, row=row, reason=said)
    elif row.unit == WORLD[0].technology:
        progress.propose(by=_user("binh"), on=on, row=row, text=said)
    else:
        chance.choice((progress.report, progress.propose))(by=an, on=on, row=row, text=said)


def _settle(chance: random.Random, number: int) -> None:
    an, on = _user("an"), TODAY
    asked = Extension.objects.filter(state=Extension.State.ASKED).select_related(
        "occurrence__plan__owner", "occurrence__unit"
    )
    extension = asked.first()
    if extension is not None and extension.occurrence.state == State.OPEN:
        if chance.random() < 0.5:
            deadlines.grant(by=an, on=on, extension=extension)
        else:
            deadlines.refuse_extension(by=an, on=on, extension=extension, note=f"{number}")
        return
    waiting = _some(chance, State.WAITING)
    row = _some(chance, State.OPEN)
    if waiting is not None and (row is None or extension is not None or chance.random() < 0.5):
        facts = EventFacts(f"{number}/UBND-VX", on, due_on=on + timedelta(days=20))
        deadlines.record_event(by=an, on=on, row=waiting, facts=facts)
    elif row is not None and row.due_on is not None and row.due_on.year == 2026:
        later = row.due_on + timedelta(days=1)
        deadlines.ask_extension(by=an, on=on, row=row, wanted_on=later, reason=f"{number}")


def _follow(chance: random.Random, number: int) -> None:
    """Issue and follow another plan, or amend one that is followed and apply what moves."""
    an, giang = {"by": _user("an"), "on": TODAY}, {"by": _user("giang"), "on": TODAY}
    waiting = PlanVersion.objects.filter(state__in=PlanVersion.IN_PREPARATION).first()
    if waiting is None and chance.random() < 0.5:
        waiting = draft(WORLD[0], title=f"Kế hoạch {number}")
    elif waiting is None:
        issued = PlanVersion.objects.filter(state="issued").select_related("plan__owner")
        waiting = life.amend(version=chance.choice(list(issued)), reason=f"{number}", **an)
    if waiting.state == "draft":
        life.submit(version=waiting, **an)
    if waiting.state == "submitted":
        life.approve(version=waiting, **giang)
    life.issue(version=waiting, imprint=imprint(f"{waiting.pk}"), **an)
    plan = waiting.plan
    assert in_force(plan) == waiting
    if not Following.objects.filter(plan=plan).exists():
        planning.follow(plan=plan, **an)
        return
    found = planning.preview(plan)
    assert found is not None
    planning.apply(plan=plan, reason=f"{number}", digest=found.digest, **an)


def _many(chance: random.Random, number: int) -> None:
    """Report on several at once, or take back what was done to several."""
    an, last = _user("an"), BulkAct.objects.filter(undone_at=None).order_by("-pk").first()
    if last is not None and chance.random() < 0.5:
        with suppress(RuleViolation):  # one of them was reported on since
            undo(by=an, on=TODAY, bulk=last)
        return
    rows = Occurrence.objects.filter(state=State.OPEN).select_related("plan__owner", "unit")
    chosen = [(row, None) for row in rows[:4]]
    if chosen:
        verb = BulkVerb.REPORT
        act_on_many(by=an, on=TODAY, verb=verb, rows=chosen, said=Said(f"Cả loạt {number}"))


def _remind(chance: random.Random, number: int) -> None:
    last = ReminderRun.objects.order_by("-on").values_list("on", flat=True).first()
    remind(on=default_calendar().next_working_day((last or TODAY) + timedelta(days=1)))
