"""The machine's clock runs ahead and is put right: nothing is told twice, nothing gets stuck."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cchc.web.audit.chain_check import prove
from cchc.web.evidence import jobs as evidence_jobs
from cchc.web.serving import _Clock
from cchc.web.ui import jobs as ui_jobs
from cchc.web.ui.clock import is_long_ago
from cchc.web.work import jobs, notice_rows, reminder_jobs, reminder_sending
from cchc.web.work.models import Message, Notice
from tests.web.work.reminding import Clock, MailServer
from tests.web.world import World

State = Message.State
pytestmark = pytest.mark.usefixtures("server")
FRIDAY, MONDAY = "2026-11-20", "2026-11-23"
A_YEAR_AHEAD = "2027-11-19"  # a Friday too


def _look(clock: Clock, day: str, time: str = "08:00") -> None:
    clock.set(day, time)
    reminder_jobs.look.call()


def _each_mail_once() -> bool:
    keys = Counter(one.extra_headers["Message-ID"] for one in MailServer.taken)
    return set(keys.values()) <= {1}


def test_a_clock_that_was_a_year_ahead_neither_repeats_nor_silences(
    reachable: World, clock: Clock
) -> None:
    _look(clock, FRIDAY)
    before = len(MailServer.taken)
    assert before
    _look(clock, A_YEAR_AHEAD)
    _look(clock, FRIDAY, "09:00")
    told = Notice.objects.filter(kind=Notice.Kind.DIGEST, on=FRIDAY)
    assert told.count() == told.values("user").distinct().count()
    _look(clock, MONDAY)
    assert not Message.objects.exclude(state__in=(State.SENT, State.DROPPED)).exists()
    assert _each_mail_once()
    assert prove().broken is None


def test_a_mail_put_off_by_a_clock_that_was_ahead_goes_when_it_is_put_right(
    reachable: World, clock: Clock
) -> None:
    MailServer.is_down = True
    _look(clock, A_YEAR_AHEAD)
    waiting = Message.objects.filter(state=State.QUEUED)
    assert waiting.exists()
    MailServer.is_down = False
    clock.set(FRIDAY)
    assert reminder_sending.next_try_at() == clock.at
    reminder_sending.send_due()
    assert not waiting.exists()
    assert _each_mail_once()


def test_what_was_claimed_by_a_clock_that_was_ahead_is_freed(
    reachable: World, clock: Clock
) -> None:
    clock.run(FRIDAY)
    clock.set(A_YEAR_AHEAD)
    assert notice_rows.claim(Message.objects.all(), most=500)
    clock.set(FRIDAY, "08:01")
    assert notice_rows.free_lost_claims() > 0


def test_a_claim_of_a_moment_ago_is_left_to_who_sends(reachable: World, clock: Clock) -> None:
    clock.run(FRIDAY)
    assert notice_rows.claim(Message.objects.all(), most=500)
    for minutes in (5, -10):  # also where the clock went back a little meanwhile
        clock.at += timedelta(minutes=minutes)
        assert notice_rows.free_lost_claims() == 0


BEGINS = {
    jobs.follow_new: jobs.begin,
    reminder_jobs.look: reminder_jobs.keep_up,
    evidence_jobs.check_files: evidence_jobs.ask_for_checks,
}


@pytest.mark.django_db
@pytest.mark.parametrize("job", BEGINS, ids=lambda job: job.func.__name__)
def test_a_job_asked_for_by_a_clock_that_was_ahead_is_asked_for_again_at_the_next_start(
    job: object,
) -> None:
    assert ui_jobs.ask_for(job, timezone.now() + timedelta(days=365))  # type: ignore[arg-type]
    for _ in range(2):
        BEGINS[job]()  # type: ignore[index]
    soon = timezone.now() + timedelta(days=1, minutes=1)
    assert DBTaskResult.objects.filter(status="READY", run_after__lte=soon).count() == 1


@pytest.mark.django_db
def test_every_job_that_waits_is_looked_at_when_the_clock_is_put_right() -> None:
    for days in (1, 365):
        reminder_jobs.look.using(run_after=timezone.now() + timedelta(days=days)).enqueue()
    assert ui_jobs.wake_all() == 2
    assert DBTaskResult.objects.ready().count() == 2


def test_the_office_sees_that_its_clock_was_put_right(monkeypatch: pytest.MonkeyPatch) -> None:
    wall, counted = [1000.0], [5.0]
    monkeypatch.setattr("cchc.web.serving.time.time", lambda: wall[0])
    monkeypatch.setattr("cchc.web.serving.time.monotonic", lambda: counted[0])
    clock = _Clock()
    for step, was_changed in ((0.5, False), (2.0, False), (-3600.0, True), (0.5, False)):
        wall[0] += step
        counted[0] += 0.5
        assert clock.was_changed() == was_changed
    wall[0] += 86_400.0
    assert clock.was_changed()


@pytest.mark.parametrize(
    ("minutes", "is_long"), [(0, False), (4, False), (6, True), (-4, False), (-6, True)]
)
def test_long_ago_is_also_what_lies_far_ahead(minutes: int, is_long: bool) -> None:  # noqa: FBT001
    now = timezone.now()
    at = now - timedelta(minutes=minutes)
    assert is_long_ago(at, now=now, after=timedelta(minutes=5)) == is_long
