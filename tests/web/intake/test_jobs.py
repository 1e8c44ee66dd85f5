"""Reading as a job: its progress, its end, cancelled, lost with its worker and begun again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cchc.commands.plan_files import read_files
from cchc.documents.limits import Limits
from cchc.documents.progress import Progress, Step
from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.intake import jobs
from cchc.web.intake.actions import machine, taking_in
from cchc.web.intake.job_state import LOST_AFTER, beat
from cchc.web.intake.models import Item, Reading
from cchc.web.intake.queries import plan_of
from cchc.web.ui.refusals import RuleViolation
from tests.conftest import require
from tests.web.intake.conftest import TakeIn, uploads
from tests.web.world import World, make_world

SignedIn = Callable[[User], Client]
State = Reading.State


def asked(name: str) -> int:
    return DBTaskResult.objects.filter(task_path=f"cchc.web.intake.jobs.{name}").count()


def test_what_stands_on_the_desk_is_the_plan_that_the_command_reads(
    world: World, read: TakeIn, samples: Path
) -> None:
    reading = read(samples / "skhcn_2026.docx")
    assert reading.state == State.READY
    plan = read_files([samples / "skhcn_2026.docx"], Limits()).plan
    assert plan_of(reading) == plan
    assert (reading.year, reading.title) == (
        2026,
        "Kế hoạch Cải cách hành chính năm 2026 của Sở Khoa học và Công nghệ",
    )
    places = list(Item.objects.filter(reading=reading, part="task").values_list("place", flat=True))
    assert places == [1000 * n for n in range(1, 36)]


def test_a_plan_and_its_appendix_in_two_files_are_one_reading(
    world: World, read: TakeIn, samples: Path
) -> None:
    reading = read(samples / "skhcn_2026_chi_so.txt", samples / "chi_cuc_tdc_2026_phu_luc.xlsx")
    assert reading.state == State.READY
    files = {
        trace["span"]["file"] for item in reading.items.all() for trace in item.traces.values()
    }
    assert files == {1, 2}


def test_the_page_tells_how_far_the_machine_is_and_leads_on_when_it_is_done(
    world: World, taken_in: TakeIn, signed_in: SignedIn, samples: Path
) -> None:
    reading = taken_in(samples / "xa_binh_minh_2026.pdf")
    begun = machine.start(reading.pk)
    assert begun is not None
    assert beat(begun, Progress(Step.PAGES, 3, 4))
    client = signed_in(world.an)
    page = client.get(f"/ban-ra-soat/{reading.pk}/").content.decode()
    assert "Đọc chữ trên trang: 3 trên 4" in page
    assert '<meta http-equiv="refresh"' in page
    asking = {"HX-Request": "true", "HX-Target": "progress"}
    part = client.get(f"/ban-ra-soat/{reading.pk}/tinh-hinh/", headers=asking).content.decode()
    assert part.count("<html") == 0
    assert 'hx-trigger="every 1s"' in part
    Reading.objects.filter(pk=reading.pk).update(state=State.WAITING)
    jobs.read.call(reading.pk)
    answer = client.get(f"/ban-ra-soat/{reading.pk}/tinh-hinh/", headers=asking)
    assert (answer.status_code, answer["HX-Redirect"]) == (204, f"/ban-ra-soat/{reading.pk}/")


def test_a_reading_that_waits_is_cancelled_at_once(
    world: World, taken_in: TakeIn, signed_in: SignedIn, samples: Path
) -> None:
    reading = taken_in(samples / "skhcn_2026.docx")
    signed_in(world.an).post(f"/ban-ra-soat/{reading.pk}/huy/")
    reading.refresh_from_db()
    assert reading.state == State.CANCELLED
    assert jobs.read.call(reading.pk) == "nothing to do"
    assert not reading.items.exists()


@pytest.mark.django_db(transaction=True)
def test_a_reading_under_way_ends_within_a_second_when_it_is_cancelled(samples: Path) -> None:
    require("tesseract", "tesseract-ocr-vie")
    world = make_world()
    kept = taking_in.keep_files(uploads(samples / "phuong_dong_thanh_2026_scan.pdf"), most=1)
    reading = taking_in.take_in(by=world.an, office=world.department, kept=kept)
    asked_at: list[float] = []

    def ask_to_cancel() -> None:
        while not Reading.objects.filter(pk=reading.pk, step="Nhận dạng chữ trong ảnh").exists():
            time.sleep(0.05)
        time.sleep(0.5)
        asked_at.append(time.monotonic())
        taking_in.cancel(by=world.an, reading=Reading.objects.get(pk=reading.pk))
        connection.close()

    person = threading.Thread(target=ask_to_cancel)
    person.start()
    state = jobs.read.call(reading.pk)
    ended = time.monotonic()
    person.join()
    assert state == State.CANCELLED
    assert ended - asked_at[0] < 1.2
    assert not Item.objects.filter(reading=reading).exists()


def test_a_cancellation_wins_over_a_result_that_comes_later(
    world: World, taken_in: TakeIn, samples: Path
) -> None:
    reading = taken_in(samples / "skhcn_2026.docx")
    begun = machine.start(reading.pk)
    assert begun is not None
    taking_in.cancel(by=world.an, reading=Reading.objects.get(pk=reading.pk))
    assert machine.fail(begun, "quá chậm") == State.CANCELLED
    assert not beat(begun, None)


def test_a_job_lost_with_its_worker_is_noticed_and_begun_again(
    world: World, taken_in: TakeIn, samples: Path
) -> None:
    reading = taken_in(samples / "skhcn_2026.docx")
    lost = machine.start(reading.pk)
    assert lost is not None
    assert jobs.look_after.call(reading.pk) == State.READING
    _silent(reading)
    assert jobs.look_after.call(reading.pk) == State.WAITING
    assert asked("read") == 2
    assert not beat(lost, None), "the one that was thought lost must stop"
    assert jobs.read.call(reading.pk) == State.READY
    assert machine.fail(lost, "muộn rồi") == State.READY
    looks = asked("look_after")
    assert jobs.look_after.call(reading.pk) == State.READY
    assert asked("look_after") == looks


def test_a_job_that_is_lost_again_and_again_is_given_up(
    world: World, taken_in: TakeIn, samples: Path
) -> None:
    reading = taken_in(samples / "skhcn_2026.docx")
    for _ in range(3):
        machine.start(reading.pk)
        _silent(reading)
        state = jobs.look_after.call(reading.pk)
    assert state == State.FAILED
    reading.refresh_from_db()
    assert "3 lần" in reading.sentence


def test_a_person_may_have_a_lost_or_failed_reading_read_again_but_not_a_running_one(
    world: World, taken_in: TakeIn, signed_in: SignedIn, samples: Path
) -> None:
    reading = taken_in(samples / "skhcn_2026.docx")
    machine.start(reading.pk)
    reading.refresh_from_db()
    with pytest.raises(RuleViolation):
        taking_in.read_again(by=world.an, reading=reading)
    _silent(reading)
    page = signed_in(world.an).get(f"/ban-ra-soat/{reading.pk}/").content.decode()
    assert "ngừng trả lời" in page
    signed_in(world.an).post(f"/ban-ra-soat/{reading.pk}/doc-lai/")
    assert jobs.read.call(reading.pk) == State.READY


def test_every_act_of_the_machine_is_in_the_record_of_the_office(
    world: World, read: TakeIn, samples: Path
) -> None:
    read(samples / "skhcn_2026.docx")
    entries = Entry.objects.filter(verb__startswith="intake.").order_by("number")
    assert [entry.verb for entry in entries] == ["intake.upload", "intake.start", "intake.finish"]
    assert {entry.place for entry in entries} == {world.department.path}
    assert [str(entry.by_name) for entry in entries] == ["Nguyễn Thị An", "Hệ thống", "Hệ thống"]


def _silent(reading: Reading) -> None:
    at = timezone.now() - LOST_AFTER - timedelta(days=900)
    Reading.objects.filter(pk=reading.pk).update(beat_at=at)
