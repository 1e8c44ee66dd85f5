"""The night's job follows what was issued, asks for itself again, and is never asked for twice."""

from __future__ import annotations

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cchc.web.work import jobs
from cchc.web.work.models import Following, Occurrence
from tests.web.plans.drafts import State, brought_to, draft
from tests.web.work.following import followed
from tests.web.world import World


def test_issued_plans_are_followed_in_the_night_and_only_once(world: World) -> None:
    version = brought_to(world, State.ISSUED)
    brought_to(world, State.DRAFT, draft(world, title="Dự thảo"))
    assert jobs.follow_all_new() == 1
    assert Following.objects.get().plan == version.plan
    assert Occurrence.objects.count() == 9
    assert jobs.follow_all_new() == 0


def test_what_a_person_follows_is_left_to_them(world: World) -> None:
    followed(world)
    assert jobs.follow_all_new() == 0


@pytest.mark.django_db
def test_at_each_start_one_job_waits_for_the_night() -> None:
    for _ in range(3):
        jobs.begin()
    (waiting,) = DBTaskResult.objects.filter(task_path=jobs.follow_new.module_path)
    assert waiting.run_after > timezone.now()


def test_the_job_asks_for_itself_again(world: World) -> None:
    brought_to(world, State.ISSUED)
    assert jobs.follow_new.call() == 1
    assert DBTaskResult.objects.filter(task_path=jobs.follow_new.module_path).count() == 1
